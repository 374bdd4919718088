namespace Kompass.Mining.Documents.Pdf.Visible;

/// <summary>
/// Takes out what a reader sees and does not take for part of the text: watermarks, stamps, words with a line through them, the raised marks of footnotes.
/// </summary>
internal static class Annexes
{
    // A watermark is paler than text, or larger, or turned; on so many pages at the same place.
    private const double PaleBrightness = 0.55;
    private const double PaleOpacity = 0.6;
    private const double LargeInBodies = 1.8;
    private const int FewestPages = 3;
    private const double SamePlace = 4;

    // A line through text runs in the middle of its small letters: so far above the base line, in sizes.
    private const double LowestStrike = 0.12;
    internal const double HighestStrike = 0.5;
    private const double ThickestStrike = 0.16;
    private const double StruckShare = 0.75;

    // It is as long as its words; a line of a chart's grid that runs through the numbers above two bars is much longer.
    private const double LeastOfStrike = 0.5;

    // Below the base line, in sizes of the letters: how boxes are made.
    private const double Descent = 0.22;

    // A footnote's mark is smaller than the text and stands higher.
    private const double MarkSize = 0.8;
    private const double LeastRise = 0.15;

    // A stamp has a colour of its own, and a frame of it around its words.
    private const double StampSaturation = 0.35;

    public static void TakeOut(IReadOnlyList<SeenPage> pages)
    {
        var sizes = pages.SelectMany(p => p.Words).Select(w => w.Word.Size).Order().ToList();
        if (sizes.Count == 0)
        {
            return;
        }

        TakeOutWatermarks(pages, sizes[sizes.Count / 2]);
        foreach (var page in pages)
        {
            page.TakeOut(w => IsStruck(w, page.Drawn));
            TakeOutStamps(page);
            TakeOutFootnoteMarks(page);
        }
    }

    private static void TakeOutWatermarks(IReadOnlyList<SeenPage> pages, double body)
    {
        var odd = pages
            .SelectMany(p =>
            {
                var upright = MainAngle(p);
                return p.Words.Where(w => IsOdd(w, p.Drawn, body, upright));
            })
            .GroupBy(w => w.Word.Text, StringComparer.Ordinal)
            .SelectMany(g => g.Where(w => g.Count(o => IsSamePlace(o, w)) >= FewestPages))
            .ToHashSet<DrawnWord>(ReferenceEqualityComparer.Instance);
        foreach (var page in pages)
        {
            page.TakeOut(w => IsSlanted(w) || odd.Contains(w));
        }
    }

    private static bool IsSamePlace(DrawnWord one, DrawnWord other) =>
        Math.Abs(one.Word.Box.Left - other.Word.Box.Left) < SamePlace
        && Math.Abs(one.Word.Box.Top - other.Word.Box.Top) < SamePlace;

    // On a page whose table is set sideways the header runs otherwise, and is no watermark.
    private static bool IsOdd(DrawnWord word, DrawnPage page, double body, double upright) =>
        (word.Paint.Colour >= 0 && word.Paint.Brightness > PaleBrightness && !IsOnDark(word, page))
        || word.Paint.Opacity < PaleOpacity
        || word.Word.Size > LargeInBodies * body && word.Word.Text.Any(char.IsLetter)
        || word.Angle != 0 && upright == 0;

    // The white head of a table on its dark row, which may open many a page.
    private static bool IsOnDark(DrawnWord word, DrawnPage page) =>
        Visibility.GroundOf(word, page)?.Paint
            is { Colour: >= 0, Opacity: >= PaleOpacity, Brightness: < PaleBrightness };

    // No text runs across the page.
    private static bool IsSlanted(DrawnWord word) => word.Angle % 90 is > 4 and < 86;

    private static double MainAngle(SeenPage page) =>
        page.Words.Count == 0 ? 0 : page.Words.CountBy(w => w.Angle).MaxBy(a => a.Value).Key;

    private static bool IsStruck(DrawnWord word, DrawnPage page) =>
        page.Shapes.Any(s =>
            RunsThrough(s, word)
            && page.Words.Where(w => RunsThrough(s, w)).Sum(w => w.Word.Box.Width)
                > LeastOfStrike * s.Box.Width
        );

    private static bool RunsThrough(DrawnShape line, DrawnWord word)
    {
        var (box, size) = (word.Word.Box, word.Word.Size);
        var rise = box.Bottom - (Descent * size) - line.Box.CenterY;
        return word.Angle == 0
            && line.Kind == ShapeKind.Line
            && line.Box.Width > line.Box.Height
            && line.Box.Height <= Math.Max(1, ThickestStrike * size)
            && line.Paint.Brightness < 0.9
            && IsThroughLetters(rise, size)
            && Math.Min(box.Right, line.Box.Right) - Math.Max(box.Left, line.Box.Left)
                > StruckShare * box.Width;
    }

    /// <summary>Whether a line so far above the base line runs through letters of a size, both in points.</summary>
    internal static bool IsThroughLetters(double rise, double size) =>
        rise > LowestStrike * size && rise < HighestStrike * size;

    // Words of one strong colour within a frame of it, where the text around has another.
    private static void TakeOutStamps(SeenPage page)
    {
        var lines = page
            .Drawn.Shapes.Where(s =>
                s.Kind == ShapeKind.Line && s.Paint.Saturation > StampSaturation
            )
            .ToList();
        if (lines.Count < 4)
        {
            return;
        }

        page.TakeOut(w =>
            w.Paint.Saturation > StampSaturation
            && lines.Exists(l => Above(l, w, -1))
            && lines.Exists(l => Above(l, w, 1))
            && lines.Exists(l => Beside(l, w, -1))
            && lines.Exists(l => Beside(l, w, 1))
        );

        static bool Above(DrawnShape line, DrawnWord word, int side) =>
            line.Box.Width > line.Box.Height
            && line.Paint.Differs(word.Paint.Colour) < 0.1
            && line.Box.Left <= word.Word.Box.Left
            && line.Box.Right >= word.Word.Box.Right
            && side * (line.Box.CenterY - word.Word.Box.CenterY) > 0;

        static bool Beside(DrawnShape line, DrawnWord word, int side) =>
            line.Box.Width < line.Box.Height
            && line.Paint.Differs(word.Paint.Colour) < 0.1
            && line.Box.Top <= word.Word.Box.Top
            && line.Box.Bottom >= word.Word.Box.Bottom
            && side * (line.Box.CenterX - word.Word.Box.CenterX) > 0;
    }

    // "67¹", "hög grad 2)": smaller, raised, right behind a word of its line.
    private static void TakeOutFootnoteMarks(SeenPage page)
    {
        var marks = page.Words.Where(IsMark).ToList();
        if (marks.Count == 0)
        {
            return;
        }

        page.TakeOut(m => IsMark(m) && page.Words.Exists(w => IsRaisedBehind(m, w)));

        static bool IsMark(DrawnWord word) =>
            word.Angle == 0
            && word.Word.Text.Length <= 4
            && word.Word.Text.All(c =>
                char.IsAsciiDigit(c)
                || c is '*' or ')' or '(' or '†' or ','
                || char.IsAsciiLetterLower(c)
            )
            && word.Word.Text.Count(char.IsAsciiLetterLower) <= 1;

        static bool IsRaisedBehind(DrawnWord mark, DrawnWord word)
        {
            var (size, box) = (word.Word.Size, word.Word.Box);
            var rise =
                box.Bottom - (Descent * size) - (mark.Word.Box.Bottom - (Descent * mark.Word.Size));
            return !ReferenceEquals(mark, word)
                && word.Angle == 0
                && !word.Word.Text.EndsWith('m')
                && mark.Word.Size < MarkSize * size
                && rise > LeastRise * size
                && rise < size
                && mark.Word.Box.Left - box.Right < 0.35 * size
                && mark.Word.Box.Left - box.Right > -0.2 * size;
        }
    }
}
