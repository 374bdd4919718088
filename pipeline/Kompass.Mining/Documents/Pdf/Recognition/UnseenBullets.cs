namespace Kompass.Mining.Documents.Pdf.Recognition;

/// <summary>
/// Finds bullets that recognition passed over as no signs of a script: round or square ink before the first word of a line, at the same place of several lines.
/// </summary>
/// <param name="image">The page upright, straight and without rules.</param>
/// <param name="dots">An inch.</param>
internal sealed class UnseenBullets(GrayImage image, int dots)
{
    // In heights of a usual word: how far a bullet stands from its text, and its sides. Specks are smaller, digits and letters higher.
    private const double Farthest = 3.5;
    private const double Nearest = 0.2;
    private const double LeastSide = 0.18;
    private const double LargestSide = 0.7;

    // In points, what a bullet's left edge may be off from that of another.
    private const double SameEdge = 2;

    /// <summary>A bullet for each line before which one is seen and none was read, as high as the line's first word.</summary>
    /// <param name="words">The words of the page, boxes in points.</param>
    public List<Word> Before(IReadOnlyList<Word> words)
    {
        if (words.Count == 0)
        {
            return [];
        }

        var usual = NumberRecognition.UsualHeight(words);
        var found = words
            .Where(w => w.Text.Count(char.IsLetter) > 1)
            .Select(w => Before(w, words, usual))
            .OfType<Word>()
            .ToList();
        var edges = words.Where(IsSign).Concat(found).Select(w => w.Box.Left).ToList();
        return found.FindAll(b => edges.Count(e => Math.Abs(e - b.Box.Left) < SameEdge) > 1);
    }

    private Word? Before(Word word, IReadOnlyList<Word> words, double usual)
    {
        var from = words
            .Where(w => w.Box.Left < word.Box.Left && IsBeside(w.Box, word.Box))
            .Select(w => w.Box.Right)
            .Append(word.Box.Left - (Farthest * usual))
            .Max();
        var place = new Box(
            from + (Nearest * usual),
            word.Box.Top,
            word.Box.Left - (Nearest * usual),
            word.Box.Bottom
        );
        return
            place.Width > LeastSide * usual
            && image.InkIn(place, dots) is { } ink
            && IsSide(ink.Width)
            && IsSide(ink.Height)
            // What a margin cuts is no whole sign.
            && ink.Left > place.Left
            && ink.Right < place.Right
            ? new Word(
                "•",
                ink with
                {
                    Top = word.Box.Top,
                    Bottom = word.Box.Bottom,
                },
                word.Size,
                null,
                Seen
            )
            : null;

        bool IsSide(double length) => length > LeastSide * usual && length < LargestSide * usual;
    }

    // As sure as a number that two readings agree on.
    private const double Seen = 0.9;

    private static bool IsBeside(Box one, Box other) =>
        Math.Min(one.Bottom, other.Bottom) - Math.Max(one.Top, other.Top)
        > 0.3 * Math.Min(one.Height, other.Height);

    private static bool IsSign(Word word) =>
        word.Text.Length <= 2 && !word.Text.Any(char.IsAsciiDigit);
}
