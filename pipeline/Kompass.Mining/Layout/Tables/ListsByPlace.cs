namespace Kompass.Mining.Layout.Tables;

/// <summary>
/// Lists of findings whose heading no edition knows, told by its place: the same words, area after area, right above the improvement areas' list are the
/// strengths' heading, and right below the strengths' the improvement areas'. Their items are in doubt.
/// </summary>
internal static class ListsByPlace
{
    /// <summary>The blocks with each such heading and its list as a table of one column; as they are where a list of that kind has a known heading.</summary>
    public static IReadOnlyList<Block> Read(IReadOnlyList<Block> blocks, EditionLabels labels)
    {
        var known = blocks.Select(b => HeadingKind(b, labels)).ToList();
        var told = Enumerable
            .Range(0, Math.Max(0, blocks.Count - 1))
            .Select(at => (At: at, Kind: KindAt(blocks, known, at, labels)))
            .Where(t => t.Kind is { } kind && !known.Contains(kind))
            .GroupBy(t => (t.Kind, Key: KeyOf((Block.Heading)blocks[t.At])))
            .Where(g => g.Count() >= EditionLabels.FewestAreas)
            .SelectMany(g => g)
            .ToDictionary(t => t.At, t => t.Kind!.Value);
        if (told.Count == 0)
        {
            return blocks;
        }

        var read = new List<Block>(blocks.Count);
        for (var at = 0; at < blocks.Count; at++)
        {
            if (told.TryGetValue(at, out var kind))
            {
                var items = ((Block.ItemList)blocks[at + 1]).Items;
                read.Add(
                    new Block.FindingsTable([
                        new FindingsColumn(
                            kind,
                            ((Block.Heading)blocks[at]).Text,
                            [.. items.Select(i => i.DoubtedColumn)]
                        ),
                    ])
                );
                at++;
            }
            else
            {
                read.Add(blocks[at]);
            }
        }

        return read;
    }

    private static FindingKind? HeadingKind(Block block, EditionLabels labels) =>
        block is Block.Heading heading ? labels.ListHeading(heading.Text.Text) : null;

    private static FindingKind? KindAt(
        IReadOnlyList<Block> blocks,
        List<FindingKind?> known,
        int at,
        EditionLabels labels
    ) =>
        blocks[at] is not Block.Heading heading
        || blocks[at + 1] is not Block.ItemList
        || labels.Lookup(heading.Text.Text).Count > 0
            ? null
        : at + 2 < blocks.Count && known[at + 2] == FindingKind.Improvement ? FindingKind.Strength
        : at > 1 && blocks[at - 1] is Block.ItemList && known[at - 2] == FindingKind.Strength
            ? FindingKind.Improvement
        : null;

    private static string KeyOf(Block.Heading heading) => LabelKey.Of(heading.Text.Text);
}
