using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports.Pages;

/// <summary>
/// Learns the names that a page gives to the areas, <c>Demokrati, Tillgänglighet, Styrning …</c>: as many names in a row as there are areas, of which most
/// begin as a word of the area that has their place and none as one of another.
/// </summary>
internal static partial class OwnNames
{
    private const int LongestName = 45;

    // A name, its figure and a remark on it.
    private const int LongestLine = 90;

    private const int NameColumns = 2;

    // With fewer that are alike an order may be chance.
    private const double LeastAlike = 0.6;

    /// <summary>The labels with the page's own names; the same where it has none.</summary>
    public static EditionLabels Added(EditionLabels labels, IReadOnlyList<Block> blocks)
    {
        var count = labels.Edition.Areas.Count;
        return
            Rows(blocks)
                .Select(lines => lines.Select(l => NameOf(l, labels)).ToList())
                .SelectMany(names =>
                    Enumerable
                        .Range(0, Math.Max(0, names.Count - count + 1))
                        .Select(first => names.GetRange(first, count))
                )
                .FirstOrDefault(run => AreInOrder(run, labels))
                is { } own
            ? labels.With(own)
            : labels;
    }

    private static bool AreInOrder(List<string> names, EditionLabels labels)
    {
        if (
            names.Exists(n => n.Length == 0)
            || names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < names.Count
            || names.TrueForAll(n => AreaCell.Of(n, labels) is not null)
        )
        {
            return false;
        }

        var like = names.ConvertAll(n => AreaCell.Of(n, labels) ?? labels.AreaLike(n));
        return like.Select((a, i) => a is null || a == i + 1).All(fits => fits)
            && like.Count(a => a is not null) >= LeastAlike * names.Count;
    }

    // Lists, lines one below the other, and the rows and columns of tables.
    private static IEnumerable<IEnumerable<string>> Rows(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is Block.ItemList list)
            {
                yield return list.Items.Select(i => i.Text.Text);
            }
            else if (block is Block.Table { Rows.Count: > 0 } table)
            {
                // The areas' numbers may have a column of their own.
                for (var column = 0; column < NameColumns; column++)
                {
                    var at = column;
                    yield return table.Rows.Select(r =>
                        at < r.Cells.Count ? r.Cells[at].Text.Text : ""
                    );
                }

                yield return table.Rows[0].Cells.Select(c => c.Text.Text);
            }
        }

        yield return blocks.Select(b => b.Line?.Text ?? "");
    }

    // A number says that what follows is a name, however long, and so does an edition.
    private static string NameOf(string line, EditionLabels labels) =>
        line.Length <= LongestLine
        && Name().Match(line) is { Success: true } match
        && match.Groups["name"].Value is var name
        && (
            name.Length <= LongestName
            || char.IsDigit(line.TrimStart()[0])
            || AreaCell.Of(name, labels) is not null
        )
            ? name
            : "";

    // "1. Demokrati: 50 poäng", "Demokrati"
    [GeneratedRegex(
        @"^\s*(?:[1-9]\s*[.):]?\s*)?(?<name>\p{Lu}[\p{L} ,&/–-]*\p{L})\s*(?:[:–=-]|\.{2,})?\s*(?:\d[^\n\p{Lu}]{0,40})?$"
    )]
    private static partial Regex Name();
}
