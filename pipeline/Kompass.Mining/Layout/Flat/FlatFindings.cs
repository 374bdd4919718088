using Kompass.Mining.Layout.Lists;
using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Layout.Flat;

/// <summary>A findings list of a flat text: its heading, and whatever stands between it and the next one.</summary>
internal sealed record FlatList(Passage Heading, FindingKind Kind, Passage Text);

/// <summary>
/// The findings of one area in a flat text: lists run together, tables cut by pages. Headings and page breaks part the text into stretches and say to which
/// lists each may belong; where items end and which list they are of is learnt (<see cref="ListReader"/>), and each item says how sure that is.
/// </summary>
/// <param name="reader">Reads lists.</param>
/// <param name="words">The document's words.</param>
/// <param name="style">How all lists of the document are set; told from those of the area where it is not given.</param>
/// <param name="standApart">Whether the document's lists follow each other and stand in no table.</param>
internal sealed class FlatFindings(
    ListReader reader,
    WordStatistics words,
    ListStyle? style = null,
    bool standApart = false
)
{
    // One page break between two lists is all that may tell, and a heading may be missed.
    private const double OddsOfStandingApart = 3;

    // Where another list is that probable, a reader is told that the list is in doubt.
    private const double SureOfColumn = 0.95;

    /// <summary>One table of all lists.</summary>
    public Block.FindingsTable Read(IReadOnlyList<FlatList> lists)
    {
        var heads = lists.DistinctBy(l => l.Kind).ToList();
        var parts = Parts(lists, heads.ConvertAll(h => h.Kind)).ToList();
        var read = reader.Read(
            parts.ConvertAll(p => p.Stretch),
            heads.ConvertAll(h => h.Kind),
            style ?? reader.StyleOf(parts.Select(p => p.Stretch))
        );
        return FindingsTables.Of([
            .. heads.Select(
                (h, c) =>
                    (
                        (FindingKind?)h.Kind,
                        h.Heading.Trim(),
                        (IReadOnlyList<Item>)
                            [
                                .. read.Columns[c]
                                    .Items.Select(
                                        (item, i) =>
                                            ItemOf(
                                                item,
                                                read.Confidences[c][i],
                                                read.SureFrom,
                                                parts
                                            )
                                    )
                                    .Where(i => i.Text.Text.Any(char.IsLetterOrDigit)),
                            ]
                    )
            ),
        ]);
    }

    // After headings printed together the items belong to those; after a page break in the last list to any column, for a table goes on in all of its
    // columns; elsewhere only the list goes on whose heading was last. Where the next page repeats the heads, each column may begin with the rest of an item.
    private IEnumerable<(Passage Text, Stretch Stretch)> Parts(
        IReadOnlyList<FlatList> lists,
        List<FindingKind> kinds
    )
    {
        var together = new List<int>();
        var met = new SortedSet<int>();
        var cut = new HashSet<int>();
        for (var i = 0; i < lists.Count; i++)
        {
            var column = kinds.IndexOf(lists[i].Kind);
            together.Remove(column);
            together.Add(column);
            met.Add(column);
            if (lists[i].Text.IsBlank && i + 1 < lists.Count)
            {
                continue;
            }

            var pages = lists[i].Text.Split('\f').Select((text, number) => (text, number)).ToList();
            var filled = pages.FindAll(p => !p.text.IsBlank);
            foreach (var (text, number) in filled)
            {
                var isFirst = number == filled[0].number;
                var columns =
                    isFirst && together.Count > 1 ? together
                    : number > 0 && i == lists.Count - 1 && met.Count > 1 ? [.. met]
                    : [column];
                yield return (
                    text,
                    new Stretch(
                        ListToken.In(text.Text),
                        [.. columns],
                        AfterBreak: cut.Overlaps(columns)
                            || (number > 0 && !(isFirst && together.Count > 1)),
                        BeforeBreak: number < filled[^1].number
                            || (pages.Count > 1 && Follows(lists, i, columns, kinds))
                    )
                    {
                        LastColumnOdds =
                            standApart && columns[^1] == column ? OddsOfStandingApart : 0,
                    }
                );
            }

            together = [];
            if (pages.Count > 1)
            {
                cut.UnionWith(met);
            }
        }
    }

    /// <summary>
    /// Whether a page breaks before another list's heading: in a table all headings stand above the break, and the lists go on below it in their order.
    /// </summary>
    public static bool StandApart(IReadOnlyList<FlatList> lists) =>
        lists.DistinctBy(l => l.Kind).Count() == lists.Count
        && lists
            .SkipLast(1)
            .Any(l => !l.Text.IsBlank && l.Text.Text.Contains('\f', StringComparison.Ordinal));

    // Whether one of the columns has its heading once more.
    private static bool Follows(
        IReadOnlyList<FlatList> lists,
        int at,
        List<int> columns,
        List<FindingKind> kinds
    ) => lists.Skip(at + 1).Any(l => columns.Contains(kinds.IndexOf(l.Kind)));

    private Item ItemOf(
        ListItem item,
        double confidence,
        double sureFrom,
        List<(Passage Text, Stretch Stretch)> parts
    )
    {
        var text = new PassageBuilder();
        foreach (var (number, from, to) in item.Parts)
        {
            var (whole, stretch) = parts[number];
            var part = CellReader.Join(
                whole.Slice(stretch.Tokens[from].Start, stretch.Tokens[to - 1].End),
                words
            );
            Hyphenation.AppendLine(text, part, words);
        }

        var inColumnDoubt = item.ColumnProbability < SureOfColumn;
        var doubt =
            item.Parts.Exists(p => parts[p.Stretch].Stretch.HasRows)
                ? Item.UncertainCut | Item.UncertainColumn
            : confidence >= sureFrom ? ItemDoubt.None
            : inColumnDoubt && item.Probability < item.ColumnProbability * Item.DoubtBelow
                ? ItemDoubt.Cut | ItemDoubt.Column
            : inColumnDoubt ? ItemDoubt.Column
            : ItemDoubt.Cut;
        return new Item(text.ToPassage(), confidence, doubt);
    }
}
