using System.CommandLine;
using Kompass.Mining.Documents.Pdf;

namespace Kompass.Cli.Commands;

/// <summary><c>--limit NAME=VALUE</c>: the bounds within which a PDF is read.</summary>
internal sealed class LimitOption
{
    public LimitOption() =>
        Option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                new PdfLimits().With(token.Value, out var problem);
                if (problem is not null)
                {
                    result.AddError($"--limit {token.Value}: {problem}");
                }
            }
        });

    public Option<string[]> Option { get; } =
        new("--limit")
        {
            Description =
                $"A bound for reading a PDF, may be given several times: {string.Join("; ", PdfLimits.Names.Select(n => $"{n.Key} ({n.Value})"))}",
            HelpName = "NAME=VALUE",
            Arity = ArgumentArity.OneOrMore,
        };

    public PdfLimits Of(ParseResult result) =>
        (result.GetValue(Option) ?? []).Aggregate(
            new PdfLimits(),
            (limits, setting) => limits.With(setting, out _)
        );
}
