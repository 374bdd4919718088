using Kompass.Mining.Improvements.Drafts;

namespace Kompass.Mining.Improvements.Manuscripts;

/// <summary>
/// Sets a draft up as text, in the form of the reports themselves: what became of the last report, a summary with the profile, then for each area its heading,
/// its score box and the lists <em>Styrkor</em> and <em>Förbättringsmöjligheter</em>, and in an annex all that the suggestions rest on.
/// </summary>
internal static class DraftComposer
{
    /// <summary>What stands at the head of every page.</summary>
    public const string Banner =
        "UTKAST – förslag från ett dataprogram, inte granskade av någon utvärderare";

    /// <summary>Composes the text.</summary>
    public static Manuscript Compose(ImprovementDraft draft, DraftForm form) =>
        new(
            "Utkast till styrkor och förbättringsmöjligheter",
            draft.Year is { } year
                ? $"{draft.Municipality.Name} {year.ToString(CultureInfo.InvariantCulture)}"
                : draft.Municipality.Name,
            Banner,
            [.. SummaryPages.Of(draft), .. AreaPages.Of(draft, form), .. AnnexPages.Of(draft)]
        );
}
