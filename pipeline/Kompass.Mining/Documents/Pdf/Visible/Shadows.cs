namespace Kompass.Mining.Documents.Pdf.Visible;

/// <summary>Takes out words that are drawn again right beside themselves: shadows, and bold letters that are made by drawing them twice.</summary>
internal static class Shadows
{
    // How far a shadow falls: in points, and in sizes of its letters. Further off it is one where it lies on half of its word, as no other word does; a word
    // narrower than that is one where others of its page fall as far.
    private const double Farthest = 1.5;
    private const double FarthestInSizes = 0.2;
    private const double SameFall = 0.1;

    public static void TakeOut(SeenPage page)
    {
        var pairs = page
            .Words.GroupBy(w => w.Word.Text, StringComparer.Ordinal)
            .SelectMany(Neighbours)
            .ToList();
        var falls = pairs.Where(p => IsBeside(p.One, p.Other)).Select(Fall).Distinct().ToList();
        if (falls.Count == 0)
        {
            return;
        }

        var shadows = pairs
            .Where(p =>
                IsBeside(p.One, p.Other) || falls.Exists(f => Math.Abs(f - Fall(p)) < SameFall)
            )
            .Select(p => ShadowOf(p.One, p.Other))
            .ToHashSet<DrawnWord>(ReferenceEqualityComparer.Instance);
        page.TakeOut(shadows.Contains);
    }

    // The same word again on its line, before it could stand beside itself.
    private static IEnumerable<(DrawnWord One, DrawnWord Other)> Neighbours(
        IEnumerable<DrawnWord> same
    )
    {
        var inOrder = same.OrderBy(w => w.Word.Box.Left).ToList();
        return inOrder.SelectMany(
            (one, i) =>
                inOrder
                    .Skip(i + 1)
                    .TakeWhile(o => o.Word.Box.Left <= one.Word.Box.Right + Reach(one.Word))
                    .Where(o => AreOnLine(one.Word, o.Word))
                    .Select(o => (one, o))
        );
    }

    private static double Reach(Word word) => FarthestInSizes * word.Size;

    private static bool AreOnLine(Word one, Word other) =>
        Math.Abs(one.Box.Top - other.Box.Top) <= Math.Min(Farthest, Reach(one))
        && Math.Abs(one.Size - other.Size) < 0.2 * one.Size;

    private static double Fall((DrawnWord One, DrawnWord Other) pair) =>
        pair.Other.Word.Box.Left - pair.One.Word.Box.Left;

    // Not the two digits of 11.
    private static bool IsBeside(DrawnWord one, DrawnWord other) =>
        Fall((one, other)) <= Math.Max(Math.Min(Farthest, Reach(one.Word)), one.Word.Box.Width / 2);

    // What is drawn later lies above; the paler one is the shadow.
    private static DrawnWord ShadowOf(DrawnWord one, DrawnWord other) =>
        one.Paint.Brightness == other.Paint.Brightness
            ? one.Paint.Order < other.Paint.Order
                ? other
                : one
            : one.Paint.Brightness > other.Paint.Brightness
                ? one
                : other;
}
