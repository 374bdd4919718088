using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports.Pages;

/// <summary>Finds figures that stand beside areas in a way that nothing could read, so that a page on which they stand is not silent.</summary>
internal sealed class LooseFigures(EditionLabels labels, FigureLabels figures)
{
    /// <summary>The areas that have such figures; none where they are fewer than an overview has.</summary>
    /// <param name="blocks">The page.</param>
    /// <param name="listed">The blocks whose figures were judged.</param>
    public IReadOnlySet<int> Of(IReadOnlyList<Block> blocks, IReadOnlySet<int> listed)
    {
        var found = new HashSet<int>();
        int? above = null;
        foreach (
            var text in blocks
                .Where((_, i) => !listed.Contains(i))
                .SelectMany(b => b is Block.Table t ? t.Rows.Select(r => r.AsLine) : b.Passages)
                .SelectMany(p => Sentences.Split(p, figures.Swedish))
        )
        {
            var sentence = new FigureSentence(text, labels, figures.Swedish);
            var areas = sentence.Areas;
            if (sentence.Numbers.Any(MayBeScore))
            {
                found.UnionWith(areas.Count == 0 && above is { } of ? [of] : areas);
            }

            // A figure on the line below its area.
            above = areas is [var only] && AreaCell.Of(text.Text, labels) == only ? only : null;
        }

        return found.Count >= EditionLabels.FewestAreas ? found : new HashSet<int>();
    }

    // What its words call a goal, a mean or another's is no score that was missed.
    private bool MayBeScore(SentenceNumber number) =>
        number.Value <= labels.Edition.Scale.AreaMax
        && figures.Of(number.Words) is { IsNoScore: false, Whose: not Whose.Other };
}
