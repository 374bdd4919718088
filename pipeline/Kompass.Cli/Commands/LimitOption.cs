using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf;

namespace Kompass.Cli.Commands;

/// <summary>The bounds within which a document is read.</summary>
/// <param name="Document">Of any kind.</param>
/// <param name="Pdf">A PDF.</param>
internal sealed record ReadingLimits(DocumentOptions Document, PdfLimits Pdf)
{
    public static ReadingLimits Default { get; } = new(new DocumentOptions(), new PdfLimits());

    /// <summary>The limits with one of them set as a person writes it: <c>seconds=60</c>.</summary>
    public ReadingLimits With(string setting, out string? problem)
    {
        var pdf = Pdf.With(setting, out problem);
        var name = setting.Split('=')[0];
        if (!DocumentOptions.Names.ContainsKey(name))
        {
            problem =
                problem is { } text && text.StartsWith("there is", StringComparison.Ordinal)
                    ? $"{text}, {string.Join(", ", DocumentOptions.Names.Keys)}"
                    : problem;
            return this with { Pdf = pdf };
        }

        // Name and number are told apart by the one reader there is; it only does not know the name.
        new PdfLimits().With("seconds" + setting[name.Length..], out problem);
        return problem is null
            ? this with
            {
                Document = Document.With(
                    name,
                    int.Parse(setting[(name.Length + 1)..], CultureInfo.InvariantCulture)
                ),
            }
            : this;
    }
}

/// <summary><c>--limit NAME=VALUE</c>: the bounds within which a document is read.</summary>
internal sealed class LimitOption
{
    public Option<string[]> Option { get; } =
        Options
            .Of<string[]>(
                "--limit",
                "NAME=VALUE",
                $"A bound for reading a document, may be given several times: {string.Join("; ", DocumentOptions.Names.Concat(PdfLimits.Names).Select(n => $"{n.Key} ({n.Value})"))}"
            )
            .Unless(setting =>
            {
                ReadingLimits.Default.With(setting, out var problem);
                return problem is null ? null : $"--limit {setting}: {problem}";
            });

    public ReadingLimits Of(ParseResult result) =>
        (result.GetValue(Option) ?? []).Aggregate(
            ReadingLimits.Default,
            (limits, setting) => limits.With(setting, out _)
        );
}
