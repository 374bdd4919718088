namespace Kompass.Mining.Documents.Pdf;

/// <summary>Takes out words that are drawn again right beside themselves: shadows, and bold letters that are made by drawing them twice.</summary>
internal static class Shadows
{
    // How far a shadow falls: in points, and in sizes of its letters.
    private const double Farthest = 1.5;
    private const double FarthestInSizes = 0.2;

    public static void TakeOut(SeenPage page)
    {
        var shadows = new HashSet<DrawnWord>(ReferenceEqualityComparer.Instance);
        foreach (var same in page.Words.GroupBy(w => w.Word.Text, StringComparer.Ordinal))
        {
            var inOrder = same.OrderBy(w => w.Word.Box.Left).ToList();
            for (var i = 0; i < inOrder.Count; i++)
            {
                for (
                    var j = i + 1;
                    j < inOrder.Count
                        && inOrder[j].Word.Box.Left - inOrder[i].Word.Box.Left <= Farthest;
                    j++
                )
                {
                    if (!shadows.Contains(inOrder[i]) && IsBeside(inOrder[i], inOrder[j]))
                    {
                        // What is drawn later lies above; the paler one is the shadow.
                        shadows.Add(
                            inOrder[i].Paint.Brightness == inOrder[j].Paint.Brightness
                                ? inOrder[i].Paint.Order < inOrder[j].Paint.Order
                                    ? inOrder[j]
                                    : inOrder[i]
                                : inOrder[i].Paint.Brightness > inOrder[j].Paint.Brightness
                                    ? inOrder[i]
                                    : inOrder[j]
                        );
                    }
                }
            }
        }

        page.TakeOut(LeftOutReason.DrawnTwice, shadows.Contains);
    }

    // Not the two digits of 11.
    private static bool IsBeside(DrawnWord one, DrawnWord other) =>
        Math.Abs(one.Word.Box.Left - other.Word.Box.Left)
            <= Math.Min(Farthest, FarthestInSizes * one.Word.Size)
        && Math.Abs(one.Word.Box.Top - other.Word.Box.Top)
            <= Math.Min(Farthest, FarthestInSizes * one.Word.Size)
        && Math.Abs(one.Word.Size - other.Word.Size) < 0.2 * one.Word.Size;
}
