using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports.Pages;

/// <summary>Finds figures that stand beside areas in a way that nothing could read, so that a page on which they stand is not silent.</summary>
internal sealed partial class LooseFigures(
    EditionLabels labels,
    FigureLabels figures,
    Swedish swedish
)
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
                .SelectMany(p => Sentences.Split(p, swedish))
        )
        {
            var areas = labels
                .FindAll(text.Text)
                .Where(h => labels.HasItsCapital(text.Text, h))
                .Select(h => h.As<Label.AreaName>()?.Area)
                .OfType<int>()
                .Distinct()
                .ToList();
            if (HasFigure(text.Text))
            {
                found.UnionWith(areas.Count == 0 && above is { } of ? [of] : areas);
            }

            // A figure on the line below its area.
            above = areas is [var only] && AreaCell.Of(text.Text, labels) == only ? only : null;
        }

        return found.Count >= FigureTables.FewestAreas ? found : new HashSet<int>();
    }

    // What its words call a goal, a mean or another's is no score that was missed.
    private bool HasFigure(string text)
    {
        var label = figures.Of(text);
        return !label.IsNoScore
            && label.Whose != Whose.Other
            && Figure()
                .Matches(text)
                .Any(m =>
                    char.IsDigit(m.Value[0])
                    || SwedishNumbers.Of(m.Value, swedish) is >= LowestScore and <= 100
                );
    }

    // "tre områden" are no points.
    private const int LowestScore = 13;

    // 10 to 100, or a word; no part of a date, a time, a sum of money or a telephone number.
    [GeneratedRegex(
        @"(?<![\d.,:/+−\p{L}-]|\d[  ])(?:[1-9]\d|100)(?![\d]|[.:/-]\d|[  ]\d|\s?(?:kr|tkr|mkr|miljoner|personer|kommuner|frågor|år|sidor|kb)\b|\p{L})|\b\p{L}{5,20}\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Patterns.TimeLimit
    )]
    private static partial Regex Figure();
}
