namespace Kompass.Mining.Documents.Pdf.Visible;

/// <summary>
/// Decides once, for every word of a file, whether a reader of the printed page sees it and takes it for part of the text.
/// </summary>
internal static class Visibility
{
    // Text of less than a point is no text; the smallest print is of 4.
    private const double SmallestSize = 1;

    // A colour that differs so little from what lies under it is not seen, in parts of the range of red, green and blue.
    private const double LeastContrast = 0.1;

    // Ink through which nearly everything shines.
    private const double LeastOpacity = 0.1;

    // A cover hides at least so much of a word, and lets hardly anything through.
    private const double CoveredShare = 0.7;
    private const double Opaque = 0.9;

    // A picture of so much of the page is the page itself, as a scanner took it: text under or over it is a reading of it.
    private const double WholePage = 0.6;

    /// <summary>The pages with the words that a reader sees.</summary>
    public static IReadOnlyList<Page> Decide(IReadOnlyList<DrawnPage> pages)
    {
        var isDoubted = FontTrust.Doubted(pages.SelectMany(p => p.Words));
        var seen = pages.Select(p => SeenOf(p, isDoubted)).ToList();
        Annexes.TakeOut(seen);
        return [.. seen.Select(s => s.ToPage())];
    }

    private static SeenPage SeenOf(DrawnPage page, Predicate<DrawnWord> isDoubted)
    {
        var isScan = IsScan(page);
        var seen = new SeenPage(page, isScan, isDoubted);
        foreach (var word in page.Words)
        {
            if (IsSeen(word, page, isScan))
            {
                seen.Words.Add(word);
            }
            else
            {
                seen.LeaveOut(word);
            }
        }

        Shadows.TakeOut(seen);
        return seen;
    }

    // A picture of the page whose words lie unseen over it, or under it: the scanner's own reading.
    private static bool IsScan(DrawnPage page) =>
        page.Shapes.Any(s =>
            s.Kind == ShapeKind.Picture
            && s.Box.Width * s.Box.Height > WholePage * page.Width * page.Height
        )
        && page.Words.Count > 0
        && page.Words.All(w => !w.Paint.IsInk || page.Shapes.Any(s => Covers(s, w)));

    // Of a scan every word counts that lies on the page.
    private static bool IsSeen(DrawnWord word, DrawnPage page, bool isScan) =>
        word
            is {
                Paint: { IsClipped: false, IsOff: false } paint,
                Word: { Box: var box, Size: var size }
            }
        && box.Right >= 0
        && box.Left <= page.Width
        && box.Bottom >= 0
        && box.Top <= page.Height
        && (
            isScan
            || (
                paint.IsInk
                && size >= SmallestSize
                && paint.Opacity >= LeastOpacity
                && StandsOut(word, page)
                && !page.Shapes.Any(s => Covers(s, word))
            )
        );

    // Against what lies under it; pictures and patterns may have any colour.
    private static bool StandsOut(DrawnWord word, DrawnPage page)
    {
        const int Paper = 0xFFFFFF;
        if (word.Paint.Colour < 0)
        {
            return true;
        }

        var ground = GroundOf(word, page);
        return ground is null
            ? word.Paint.Differs(Paper) >= LeastContrast
            : ground.Paint.Colour < 0
                || ground.Paint.Opacity < Opaque
                || word.Paint.Differs(ground.Paint.Colour) >= LeastContrast;
    }

    /// <summary>The last fill or picture that lies under a word's middle, or null for paper.</summary>
    public static DrawnShape? GroundOf(DrawnWord word, DrawnPage page) =>
        page.Shapes.LastOrDefault(s =>
            s.Kind is ShapeKind.Fill or ShapeKind.Picture
            && s.Paint.Order < word.Paint.Order
            && s.Paint.Opacity > LeastOpacity
            && s.Box.HoldsMiddleOf(word.Word.Box)
        );

    private static bool Covers(DrawnShape shape, DrawnWord word)
    {
        if (
            shape.Kind is not (ShapeKind.Fill or ShapeKind.Picture)
            || shape.Paint.Order < word.Paint.Order
            || shape.Paint.Opacity < Opaque
        )
        {
            return false;
        }

        var box = word.Word.Box;
        var covered = box.Cut(shape.Box);
        return covered.Width > 0
            && covered.Height > 0
            && covered.Width * covered.Height
                >= CoveredShare * Math.Max(0.1, box.Width * box.Height);
    }
}
