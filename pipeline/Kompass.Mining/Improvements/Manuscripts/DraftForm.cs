using Kompass.Mining.Improvements.Drafts;

namespace Kompass.Mining.Improvements.Manuscripts;

/// <summary>What a house's own template may call and set otherwise.</summary>
/// <param name="Strengths">Head of the list of strengths.</param>
/// <param name="Improvements">Head of the list of improvement areas.</param>
/// <param name="IsTable">Whether the two stand side by side in a table, or one after the other.</param>
/// <param name="HasAreaWord">Whether an area is headed <c>Område 1 Offentlighet …</c>, or <c>1. Offentlighet …</c>.</param>
internal sealed record DraftForm(
    string Strengths,
    string Improvements,
    bool IsTable,
    bool HasAreaWord
)
{
    /// <summary>The form of the reports.</summary>
    public static DraftForm Reports { get; } =
        new("Styrkor", "Förbättringsmöjligheter", true, true);

    /// <summary>The form of a template, as its headings and heads of tables show it; what it does not show is as in the reports.</summary>
    /// <param name="texts">Its paragraphs outside tables.</param>
    /// <param name="heads">The cells of its tables' first rows.</param>
    /// <param name="edition">What the heads of lists may be called.</param>
    public static DraftForm Of(
        IReadOnlyList<string> texts,
        IReadOnlyList<string> heads,
        Edition edition
    )
    {
        var all = heads.Concat(texts).ToList();
        var listed = texts.Any(t => IsHead(t, FindingKind.Improvement));
        var tabled = heads.Any(t => IsHead(t, FindingKind.Improvement));
        return new DraftForm(
            all.Find(t => IsHead(t, FindingKind.Strength))?.TrimEnd(':') ?? Reports.Strengths,
            all.Find(t => IsHead(t, FindingKind.Improvement))?.TrimEnd(':') ?? Reports.Improvements,
            tabled || !listed,
            !texts.Any(t =>
                edition.Areas.Any(a =>
                    LabelKey.Of(t)
                    == LabelKey.Of(a.Number.ToString(CultureInfo.InvariantCulture) + a.Name)
                )
            )
        );

        bool IsHead(string text, FindingKind kind) =>
            edition.Headings.Findings.TryGetValue(kind, out var names)
            && names.Any(n => LabelKey.Of(n) == LabelKey.Of(text));
    }

    public string Heading(int number, string name) =>
        HasAreaWord
            ? $"Område {SwedishNumbers.Plain(number)} {name}"
            : $"{SwedishNumbers.Plain(number)}. {name}";
}
