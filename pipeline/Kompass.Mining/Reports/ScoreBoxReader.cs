using Kompass.Mining.Corpus;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports;

/// <summary>A number in a score box, with the year above it where one stands there.</summary>
internal readonly record struct BoxScore(int? Year, decimal Value, Passage Text);

/// <summary>Reads the box at the head of an area: its rubrics, and its score or the scores of two years side by side.</summary>
internal static class ScoreBoxReader
{
    /// <summary>Whether a table is a score box: its first row has the head of the rubrics.</summary>
    public static bool IsScoreBox(Block.Table table, EditionLabels labels) =>
        HeadRow(table, labels) >= 0;

    /// <summary>The scores, left to right; empty where none could be read.</summary>
    public static IReadOnlyList<BoxScore> Read(Block.Table table, EditionLabels labels)
    {
        var head = HeadRow(table, labels);
        if (head < 0)
        {
            return [];
        }

        var headCells = table.Rows[head].Cells;
        var rubrics = RubricsColumn(table.Rows[head], labels);
        var years = headCells
            .Where((_, i) => i != rubrics)
            .SelectMany(c => Numbers.Years(c.Text.Text).Select(y => y.Year))
            .ToList();
        var found = new List<Passage>();
        // A head such as "Poäng 67" holds its score itself.
        foreach (var cell in headCells.Where((_, i) => i != rubrics))
        {
            found.AddRange(Scores(cell.Text));
        }

        foreach (var row in table.Rows.Skip(head + 1))
        {
            for (var column = 0; column < row.Cells.Count; column++)
            {
                if (column == rubrics && row.Cells.Count > 1)
                {
                    continue;
                }

                // Years may stand in a row of their own between head and numbers.
                years.AddRange(Numbers.Years(row.Cells[column].Text.Text).Select(y => y.Year));
                found.AddRange(Scores(row.Cells[column].Text));
                found.AddRange(row.Cells[column].Items.SelectMany(i => Scores(i.Text)));
            }
        }

        return
        [
            .. found.Select(
                (f, i) =>
                    new BoxScore(
                        years.Count == found.Count ? years[i] : null,
                        Numbers.Points(f.Text)!.Value,
                        f
                    )
            ),
        ];
    }

    private static IEnumerable<Passage> Scores(Passage cell)
    {
        foreach (var (_, start, end) in Numbers.AllPoints(cell.Text))
        {
            yield return cell.Slice(start, end);
        }
    }

    private static int HeadRow(Block.Table table, EditionLabels labels)
    {
        for (var i = 0; i < Math.Min(2, table.Rows.Count); i++)
        {
            if (RubricsColumn(table.Rows[i], labels) >= 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static int RubricsColumn(Row row, EditionLabels labels)
    {
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (labels.Lookup(row.Cells[i].Text.Text).OfType<Label.BoxRubrics>().Any())
            {
                return i;
            }
        }

        return -1;
    }
}
