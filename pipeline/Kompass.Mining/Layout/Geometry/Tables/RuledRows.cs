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
    public static IEnumerable<Box> Borders(Sheet sheet) =>
        sheet.Lines.Count > DrawnTable.MostLines
            ? []
            : sheet
                .Lines.Where(l => l.Width >= l.Height)
                .OrderBy(l => l.CenterY)
                .Runs((rule, l) => l.CenterY - rule[0].CenterY < Near)
                .Select(rule => (Height: rule[0].CenterY, Edges: EdgesOf(rule)))
                .Runs(
                    (table, rule) =>
                        IsSame(table[^1].Edges, rule.Edges)
                        && !IsCrossed(sheet, rule.Edges, table[^1].Height, rule.Height)
                )
                .Where(table => table[0].Edges.Count > 2)
                .SelectMany(table => BordersOf(table, sheet));

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
        var row = pieces.OrderBy(p => p.Left).ToList();
        return row.Zip(row.Skip(1)).All(p => Math.Abs(p.Second.Left - p.First.Right) <= Near)
            ? [row[0].Left, .. row.Select(p => p.Right)]
            : [];
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
