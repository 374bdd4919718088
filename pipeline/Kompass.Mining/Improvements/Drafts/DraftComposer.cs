using Kompass.Mining.Corpus;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>
/// Sets a draft up as text, in the form of the reports themselves: what became of the last report, a summary with the profile, then for each area its heading,
/// its score box and the table <em>Styrkor | Förbättringsmöjligheter</em>, and in an annex all that the suggestions rest on.
/// </summary>
internal static class DraftComposer
{
    /// <summary>What stands at the head of every page.</summary>
    public const string Banner =
        "UTKAST – förslag från ett dataprogram, inte granskade av någon utvärderare";

    /// <summary>Composes the text.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="edition">The edition that it names: its rubrics head the score boxes.</param>
    /// <exception cref="ArgumentException">It is another edition than the draft's.</exception>
    public static Manuscript Compose(ImprovementDraft draft, Edition edition)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(edition);
        if (!string.Equals(draft.Edition, edition.Id, StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"the draft {draft.Id} is of edition {draft.Edition}, not {edition.Id}",
                nameof(edition)
            );
        }

        return new Manuscript(
            "Utkast till styrkor och förbättringsmöjligheter",
            draft.Year is { } year
                ? $"{draft.Municipality.Name} {year.ToString(CultureInfo.InvariantCulture)}"
                : draft.Municipality.Name,
            Banner,
            [.. SummaryPages.Of(draft), .. AreaPages.Of(draft), .. AnnexPages.Of(draft)]
        );
    }
}
