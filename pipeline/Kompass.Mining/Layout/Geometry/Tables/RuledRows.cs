using Kompass.Mining.Documents;
using Kompass.Mining.Layout.Geometry.Pages;

namespace Kompass.Mining.Layout.Geometry.Tables;

/// <summary>
/// Tables with rules between their rows and none between their columns: browsers and word processors draw a rule cell by cell, so that the places where its pieces meet
/// are the borders of the columns.
/// </summary>
internal static class RuledRows
{
    // Pieces meet that come so near to each other, and places are one below the other, in points.
    private const double Near = 1.5;

    // Of two rules that are alike one may be the line below a heading, and the other one below the next.
    private const int FewestRules = 3;

    // From a head to the rule below it, in heights of its letters.
    private const double HeadWithin = 1.5;

    /// <summary>The upright lines that are not drawn, of each such table of a sheet.</summary>
    public static IEnumerable<Box> Borders(Sheet sheet)
    {
        if (sheet.Lines.Count > DrawnTable.MostLines)
        {
            yield break;
        }

        var level = sheet.Lines.Where(l => l.Width >= l.Height).OrderBy(l => l.CenterY).ToList();
        var table = new List<(double Height, List<double> Edges)>();
        for (var i = 0; i <= level.Count; )
        {
            var pieces = level.Skip(i).TakeWhile(l => l.CenterY - level[i].CenterY < Near).ToList();
            var edges = EdgesOf(pieces);
            if (
                table.Count > 0
                && !(
                    IsSame(table[^1].Edges, edges)
                    && !IsCrossed(sheet, edges, table[^1].Height, pieces[0].CenterY)
                )
            )
            {
                foreach (var border in BordersOf(table, sheet))
                {
                    yield return border;
                }

                table.Clear();
            }

            if (edges.Count > 2)
            {
                table.Add((pieces[0].CenterY, edges));
            }

            i += Math.Max(1, pieces.Count);
        }
    }

    private static IEnumerable<Box> BordersOf(
        List<(double Height, List<double> Edges)> table,
        Sheet sheet
    )
    {
        var (top, bottom) = (table[0].Height, table[^1].Height);
        var edges = table[0].Edges;
        return
            table.Count < FewestRules
            || sheet.Lines.Any(l =>
                l.Height > l.Width
                && l.Bottom > top + Near
                && l.Top < bottom - Near
                && l.CenterX > edges[0] - Near
                && l.CenterX < edges[^1] + Near
            )
            ? []
            : edges.Select(x => new Box(x, TopOf(sheet, edges, top), x, bottom));
    }

    // The heads of the columns stand above the first rule.
    private static double TopOf(Sheet sheet, List<double> edges, double rule)
    {
        var above = sheet
            .Lines.Where(l => l.Width >= l.Height && l.CenterY < rule - Near)
            .Select(l => l.CenterY)
            .DefaultIfEmpty(0)
            .Max();
        var heads = sheet
            .Words.Where(w =>
                w.Box.Bottom < rule + Near
                && w.CenterY > above
                && w.Box.Bottom > rule - (HeadWithin * w.Box.Height)
                && w.CenterX > edges[0]
                && w.CenterX < edges[^1]
            )
            .ToList();
        return
            heads.Select(w => edges.FindIndex(x => x > w.CenterX)).Distinct().Count() > 1
            && !IsCrossed(sheet, edges, heads.Min(w => w.Box.Top), rule)
            ? heads.Min(w => w.Box.Top) - Near
            : rule;
    }

    // Where the pieces of a rule begin, meet and end; empty where they do not meet.
    private static List<double> EdgesOf(List<Box> pieces)
    {
        var edges = new List<double>();
        foreach (var piece in pieces.OrderBy(p => p.Left))
        {
            if (edges.Count > 0 && Math.Abs(piece.Left - edges[^1]) > Near)
            {
                return [];
            }

            if (edges.Count == 0)
            {
                edges.Add(piece.Left);
            }

            edges.Add(piece.Right);
        }

        return edges;
    }

    private static bool IsSame(List<double> one, List<double> other) =>
        one.Count == other.Count && one.Zip(other).All(e => Math.Abs(e.First - e.Second) <= Near);

    // Prose between two rules stands across the columns.
    private static bool IsCrossed(Sheet sheet, List<double> edges, double top, double bottom) =>
        sheet.Words.Any(w =>
            w.CenterY > top
            && w.CenterY < bottom
            && edges.Any(x => w.Box.Left < x - Near && w.Box.Right > x + Near)
        );
}
