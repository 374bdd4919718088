namespace Kompass.Mining.Layout.Geometry;

/// <summary>Finds the letter that a list has for its bullets: a font of icons has its signs at the places of letters.</summary>
internal static class IconBullets
{
    // Left edges that differ by less belong together.
    private const double Tolerance = 3;

    /// <summary>The letter or sign that stands off before the text of several lines, at the same edges; null where none does.</summary>
    public static string? Of(IReadOnlyList<VisualLine> lines) =>
        lines
            .Where(l =>
                l.Words.Count > 1
                && l.Words[0].Text is [var sign]
                && !char.IsAsciiDigit(sign)
                && !l.Sheet.IsRecognised
                && ItemLines.Hangs(l)
            )
            .GroupBy(l => l.Words[0].Text, StringComparer.Ordinal)
            .FirstOrDefault(g =>
                g.Count() > 1 && g.GroupBy(l => l.Sheet).All(s => IsEven(s, 0) && IsEven(s, 1))
            )
            ?.Key;

    private static bool IsEven(IEnumerable<VisualLine> lines, int word)
    {
        var lefts = lines.Select(l => l.Words[word].Box.Left).ToList();
        return lefts.Max() - lefts.Min() < Tolerance;
    }
}
