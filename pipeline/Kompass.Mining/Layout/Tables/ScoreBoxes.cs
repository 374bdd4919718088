using Kompass.Mining.Corpus;

namespace Kompass.Mining.Layout.Tables;

/// <summary>Makes score boxes of what stands in them.</summary>
internal static class ScoreBoxes
{
    /// <summary>A box of rubrics and all else that stands in it in reading order: years, and a score for each or one.</summary>
    public static Block.ScoreBox Of(IEnumerable<Passage> rubrics, IReadOnlyList<Passage> others)
    {
        var years = others.SelectMany(o => Numbers.Years(o.Text)).Select(y => y.Year).ToList();
        var scores = others
            .SelectMany(o =>
                Numbers.AllPoints(o.Text).Select(p => (p.Value, Text: o.Slice(p.Start, p.End)))
            )
            .ToList();
        return new Block.ScoreBox(
            [.. rubrics.Where(r => !r.IsBlank)],
            [
                .. scores.Select(
                    (s, i) =>
                        new BoxScore(years.Count == scores.Count ? years[i] : null, s.Value, s.Text)
                ),
            ]
        );
    }

    /// <summary>The box that a table is whose first rows have the head of the rubrics, or null.</summary>
    public static Block.ScoreBox? Of(Block.Table table, EditionLabels labels)
    {
        for (var head = 0; head < Math.Min(2, table.Rows.Count); head++)
        {
            var column = table
                .Rows[head]
                .Cells.ToList()
                .FindIndex(c => labels.Lookup(c.Text.Text).OfType<Label.BoxRubrics>().Any());
            if (column < 0)
            {
                continue;
            }

            var below = table.Rows.Skip(head + 1).ToList();
            return Of(
                below.SelectMany(r => r.Cells.Skip(column).Take(1)).SelectMany(TextsOf),
                [
                    .. table.Rows[head].Cells.Where((_, i) => i != column).Select(c => c.Text),
                    // A row of one cell holds all there is.
                    .. below
                        .SelectMany(r => r.Cells.Where((_, i) => i != column || r.Cells.Count == 1))
                        .SelectMany(TextsOf),
                ]
            );
        }

        return null;
    }

    private static IEnumerable<Passage> TextsOf(Cell cell) =>
        cell.Items.Select(i => i.Text).Prepend(cell.Text);
}
