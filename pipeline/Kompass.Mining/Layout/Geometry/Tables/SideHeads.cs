using Kompass.Mining.Layout.Geometry.Pages;

namespace Kompass.Mining.Layout.Geometry.Tables;

/// <summary>
/// Puts heads that are set in a margin of their own before the text that stands beside them. A document sets its heads so where several that the edition
/// knows begin lines that go on behind a strip which no word enters.
/// </summary>
internal static class SideHeads
{
    private const int FewestInDocument = 6;

    // Heights of a line between a head and the text beside it.
    private const double Gap = 0.8;

    // Lines of one head are no further from each other, in heights.
    private const double Together = 1.6;

    // Bullets stand a little to the right of prose, in heights.
    private const double Indent = 1.5;

    /// <summary>The lines with every such head before its text, or null where the document has none.</summary>
    /// <param name="pages">The lines as they lie on the pages.</param>
    /// <param name="ofTables">Tells which lines belong to tables; only asked where there seem to be such heads.</param>
    /// <param name="labels">The labels of the edition.</param>
    public static PageText? Part(PageText pages, Func<bool[]> ofTables, EditionLabels labels)
    {
        var beside = pages.Lines.Select(l => BesideHead(l, labels)).ToArray();
        if (beside.Count(b => b is not null) < FewestInDocument)
        {
            return null;
        }

        var isOfTable = ofTables();
        var edges = Enumerable
            .Range(0, beside.Length)
            .Where(i => !isOfTable[i] && beside[i] is not null)
            .ToLookup(i => pages.Lines[i].Sheet, i => beside[i]!.Value);
        if (edges.Sum(e => e.Count()) < FewestInDocument)
        {
            return null;
        }

        var lines = new List<VisualLine>();
        var figures = new Dictionary<VisualLine, Block.Figure>(pages.Figures);
        // The line after the head that was met last, and where that stands.
        var (afterHead, head) = (-1, (VisualLine?)null);
        for (var i = 0; i < pages.Lines.Count; i++)
        {
            var line = pages.Lines[i];
            var edge = edges[line.Sheet].DefaultIfEmpty(0).Min();
            var (left, right) = isOfTable[i] ? (null, line) : Split(line, edge);
            if (left is not null)
            {
                var goesOn =
                    head is not null
                    && ReferenceEquals(head.Sheet, line.Sheet)
                    && left.CenterY - head.CenterY < Together * left.Box.Height;
                afterHead = goesOn ? afterHead : lines.Count;
                lines.Insert(afterHead++, left);
                head = left;
            }

            if (right is not null)
            {
                lines.Add(right);
            }

            if (figures.Remove(line, out var figure))
            {
                figures[left ?? right!] = figure;
            }
        }

        return pages with
        {
            Lines = lines,
            Figures = figures,
        };
    }

    // Where the text begins beside a head that begins a line; null where there is no such head.
    private static double? BesideHead(VisualLine line, EditionLabels labels) =>
        line.Phrases(Gap).Take(2).ToList() is [var head, var text]
        && labels
            .Lookup(VisualLine.PassageOf(head).Text)
            .Any(l => l is Label.General or Label.RubricHeading or Label.FindingsHeading)
        && labels.Lookup(VisualLine.PassageOf(text).Text).Count == 0
            ? text[0].Box.Left
            : null;

    // What of a line stands before the edge and what behind it; a line across the edge is text.
    private static (VisualLine? Left, VisualLine? Right) Split(VisualLine line, double edge)
    {
        var height = line.Box.Height;
        var left = line.Words.Where(w => w.CenterX < edge).ToList();
        var right = line.Words.Skip(left.Count).ToList();
        var isParted =
            left.Count > 0
            && left[^1].Box.Right < edge
            && (
                right.Count == 0
                    ? left[^1].Box.Right < edge - (Gap * height)
                    : right[0].Box.Left > edge - 1
                        && right[0].Box.Left < edge + (Indent * height)
                        && right[0].Box.Left - left[^1].Box.Right > Gap / 2 * height
            );
        return isParted
            ? (
                new VisualLine(line.Sheet, left),
                right.Count == 0 ? null : new VisualLine(line.Sheet, right)
            )
            : (null, line);
    }
}
