namespace Kompass.Mining.Layout.Tables;

/// <summary>A table of all areas, an area a row, with its findings in the cells beside its name.</summary>
/// <param name="Findings">The findings of each area.</param>
/// <param name="Rest">The columns without findings: names and, it may be, scores.</param>
internal sealed record AreaMatrix(IReadOnlyList<Block.FindingsTable> Findings, Block.Table Rest)
{
    /// <summary>Reads a table; null where it is none of this kind.</summary>
    public static AreaMatrix? Of(Block.Table table, EditionLabels labels, WordStatistics words)
    {
        if (table.Rows.Count <= EditionLabels.FewestAreas)
        {
            return null;
        }

        var head = table.Rows[0];
        var lists = Enumerable
            .Range(0, head.Cells.Count)
            .Where(c => labels.ListHeading(head.Text(c)) is not null)
            .ToHashSet();
        var rest = new Block.Table([
            .. table.Rows.Select(r => new Row([.. r.Cells.Where((_, c) => !lists.Contains(c))])),
        ]);
        var areas = new List<(int Area, List<Row> Rows)>();
        for (var i = 1; i < table.Rows.Count; i++)
        {
            if (
                rest.Rows[i]
                    .Cells.Select(c => labels.AreaOf(c.Text.Text))
                    .FirstOrDefault(a => a is not null) is
                { } area
            )
            {
                areas.Add((area, []));
            }
            else if (areas.Count == 0 || rest.Rows[i].Cells.Any(c => !c.Text.IsBlank))
            {
                return null;
            }

            // A row without a name goes on with the one above, over a page break.
            areas[^1].Rows.Add(ListsOf(table.Rows[i]));
        }

        return lists.Count > 0 && areas.Count >= EditionLabels.FewestAreas
            ? new AreaMatrix([.. areas.Select(a => FindingsOf(a.Area, a.Rows))], rest)
            : null;

        Row ListsOf(Row row) => new([.. row.Cells.Where((_, c) => lists.Contains(c))]);

        Block.FindingsTable FindingsOf(int area, List<Row> rows) =>
            new FindingsTables(labels, words)
                .Read(new Block.Table([ListsOf(head), .. rows]), false)!
                .Value.Table with
            {
                Area = area,
            };
    }
}
