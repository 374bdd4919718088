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
        var starts = StartsOf(body);
        if (starts.Count < 2 * FewestLines)
        {
            return null;
        }

        for (var cut = FewestLines; cut <= starts.Count - FewestLines; cut++)
        {
            if (
                body[starts[cut]].Box.Top < body[starts[cut - 1]].Box.Top
                && IsCut(sheet, body, starts, cut)
                && HasHead(body, starts[cut..], isHead)
            )
            {
                var right = body.Skip(starts[cut]).ToHashSet(ReferenceEqualityComparer.Instance);
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

    // Where in the order of drawing a line begins: on another height than the word before, or far from it.
    private static List<int> StartsOf(List<SheetWord> words)
    {
        var starts = new List<int>();
        for (var i = 0; i < words.Count; i++)
        {
            if (
                i == 0
                || Math.Abs(words[i].CenterY - words[i - 1].CenterY) > 0.5 * words[i].Box.Height
                || words[i].Box.Left < words[i - 1].Box.Left
            )
            {
                starts.Add(i);
            }
        }

        return starts;
    }

    private static bool IsCut(Sheet sheet, List<SheetWord> words, List<int> starts, int cut)
    {
        var edge = starts[cut..].Min(i => words[i].Box.Left);
        return edge > 0.4 * sheet.Width
            && edge < 0.7 * sheet.Width
            && starts[..cut].TrueForAll(i => words[i].Box.Left < edge - 10)
            && words[starts[cut]].Box.Top
                < words[starts[0]].Box.Top + (SameHeight * words[starts[0]].Box.Height);
    }

    private static bool HasHead(
        List<SheetWord> words,
        IReadOnlyList<int> starts,
        Func<string, bool> isHead
    )
    {
        for (var line = 0; line < starts.Count; line++)
        {
            var end = line + 1 < starts.Count ? starts[line + 1] : words.Count;
            if (isHead(string.Join(' ', words[starts[line]..end].Select(w => w.Text))))
            {
                return true;
            }
        }

        return false;
    }
}
