namespace Kompass.Mining.Layout.Geometry.Pages;

/// <summary>
/// Parts a page that is set in two columns like a newspaper, headings, boxes and lists and all. The order in which a producer draws words tells it: first all of the left
/// column, then all of the right one from the top again; a line that is too long for its column and runs into the other stays with its own.
/// </summary>
internal static class NewsColumns
{
    // Headers and footers go over both columns, in parts of the page's height.
    private const double TopEdge = 0.06;
    private const double BottomEdge = 0.08;

    // Fewer lines are no column.
    private const int FewestLines = 8;

    // The right column begins as high as the left one, but for the space above a heading; in heights of a line.
    private const double SameHeight = 3;

    /// <summary>Both columns as sheets of their own, or null where the page is set otherwise.</summary>
    public static IReadOnlyList<Sheet>? Part(Sheet sheet, Func<string, bool> isHead)
    {
        if (sheet.IsRecognised)
        {
            return null;
        }

        var body = sheet
            .Words.Where(w =>
                w.Box.Top > TopEdge * sheet.Height && w.Box.Bottom < (1 - BottomEdge) * sheet.Height
            )
            .ToList();
        var lines = body.Runs(IsOnLine).ToList();
        for (var cut = FewestLines; cut <= lines.Count - FewestLines; cut++)
        {
            var (before, behind) = (lines[..cut], lines[cut..]);
            if (
                behind[0][0].Box.Top < before[^1][0].Box.Top
                && IsCut(sheet, before, behind)
                && behind.Exists(l => isHead(string.Join(' ', l.Select(w => w.Text))))
            )
            {
                var right = behind.SelectMany(l => l).ToHashSet(ReferenceEqualityComparer.Instance);
                return
                [
                    sheet with
                    {
                        Words = [.. sheet.Words.Where(w => !right.Contains(w))],
                    },
                    sheet with
                    {
                        Words = [.. sheet.Words.Where(right.Contains)],
                    },
                ];
            }
        }

        return null;
    }

    // In the order of drawing a word on another height than the one before, or left of it, begins a line.
    private static bool IsOnLine(List<SheetWord> line, SheetWord word) =>
        Math.Abs(word.CenterY - line[^1].CenterY) <= 0.5 * word.Box.Height
        && word.Box.Left >= line[^1].Box.Left;

    private static bool IsCut(
        Sheet sheet,
        List<List<SheetWord>> before,
        List<List<SheetWord>> behind
    )
    {
        var edge = behind.Min(l => l[0].Box.Left);
        var top = before[0][0].Box;
        return edge > 0.4 * sheet.Width
            && edge < 0.7 * sheet.Width
            && before.TrueForAll(l => l[0].Box.Left < edge - 10)
            && behind[0][0].Box.Top < top.Top + (SameHeight * top.Height);
    }
}
