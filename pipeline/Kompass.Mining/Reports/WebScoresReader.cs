using Kompass.Mining.Corpus;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports;

/// <summary>
/// Reads scores that a web page gives as lists, an area a line (<see cref="ScoreLine"/>).
/// </summary>
internal sealed class WebScoresReader(EditionLabels labels)
{
    /// <summary>The lists turned into tables of two columns, so that they are read like any other; a number in parentheses is never a score.</summary>
    public IEnumerable<Block.Table> Read(IReadOnlyList<Block> blocks) =>
        Lists(blocks).Where(l => !IsContents(l)).Select(l => new Block.Table(l));

    private IEnumerable<IReadOnlyList<Row>> Lists(IReadOnlyList<Block> blocks)
    {
        var rows = new List<Row>();
        foreach (var block in blocks)
        {
            var lines = block switch
            {
                Block.ItemList list => list.Items.Select(i => i.Text),
                Block.Paragraph paragraph => [paragraph.Text],
                _ => [],
            };
            var taken = lines.Select(RowOf).OfType<Row>().ToList();
            if (taken.Count == 0 && rows.Count > 0 && block is Block.Heading)
            {
                yield return [.. rows];
                rows.Clear();
            }

            foreach (var row in taken)
            {
                // The same area again opens another list.
                if (
                    rows.Exists(r =>
                        SummaryTableReader.AreaOf(r, labels)
                        == SummaryTableReader.AreaOf(row, labels)
                    )
                )
                {
                    yield return [.. rows];
                    rows.Clear();
                }

                rows.Add(row);
            }
        }

        if (rows.Count > 0)
        {
            yield return rows;
        }
    }

    private Row? RowOf(Passage line) =>
        ScoreLine.Of(line, labels) is { } scored
            ? new Row([Cell.Of(scored.Name), Cell.Of(scored.Score)])
            : null;

    // Numbers that only grow from area to area are pages of a table of contents.
    private static bool IsContents(IReadOnlyList<Row> rows)
    {
        var numbers = rows.Select(r => Numbers.Points(r.Text(1))).ToList();
        return rows.Count > 3 && numbers.Zip(numbers.Skip(1)).All(n => n.First < n.Second);
    }
}
