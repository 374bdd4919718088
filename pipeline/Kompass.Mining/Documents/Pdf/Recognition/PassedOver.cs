namespace Kompass.Mining.Documents.Pdf.Recognition;

/// <summary>
/// What the reading of a page passed over: Tesseract's analysis of a page drops columns of numbers and codes that stand apart, whole or in part, or guesses at
/// them. Where ink beside lines of text was not read, or guessed at, the page is read again as one column, on white paper, and what the first reading lacks, or is
/// less sure of, is taken from the second.
/// </summary>
internal static class PassedOver
{
    // In heights of a usual word: a gap between two words of different cells; how high a digit is, how wide a number, and a code at least: bullets are lower and narrower.
    private const double Gap = 0.8;
    private const double LeastHeight = 0.6;
    private const double LargestHeight = 1.3;
    private const double Widest = 6;
    private const double NarrowestCode = 1;

    // A speck or two, a signature or a stamp is no column.
    private const int FewestPieces = 4;

    // Letters that a code or a number is taken for.
    private const int LongestCode = 4;

    // Below it a word is what recognition made of a sign that it does not know.
    private const double Guessed = 0.7;

    /// <summary>Whether pieces of ink as large as a number stand beside the lines of a page's words without having been read for sure.</summary>
    /// <param name="image">The page upright, straight and without rules.</param>
    /// <param name="dots">An inch.</param>
    /// <param name="words">Its words, boxes in points.</param>
    public static bool IsIn(GrayImage image, int dots, IReadOnlyList<Word> words)
    {
        if (words.Count == 0)
        {
            return false;
        }

        var usual = NumberRecognition.UsualHeight(words);
        var pieces = words.Count(w =>
            w.Confidence < Guessed
            && w.Text.Length <= LongestCode
            && w.Box.Width > NarrowestCode * usual
        );
        foreach (var line in NumberRecognition.Lines(words, usual))
        {
            var top = line.Min(w => w.Box.Top);
            var bottom = line.Max(w => w.Box.Bottom);
            if (bottom - top < 2 * usual)
            {
                var band = new Box(0, top, image.Width * 72.0 / dots, bottom);
                pieces += image
                    .PiecesIn(band, Gap * usual, dots)
                    .Count(p => IsNumberSized(p, usual) && !words.Any(w => Touches(w.Box, p)));
            }
        }

        return pieces >= FewestPieces;
    }

    /// <summary>The words of the first reading with those of the second that it lacks, and instead of those that it only guessed at.</summary>
    public static List<Word> Joined(IReadOnlyList<Word> first, IReadOnlyList<Word> second)
    {
        var words = new List<Word>(first);
        foreach (var word in second.Where(w => w.Text.Any(char.IsLetterOrDigit)))
        {
            var same = words.FindAll(w => Touches(w.Box, word.Box));
            if (same.Count == 0)
            {
                words.Add(word);
            }
            else if (
                same is [var guessed]
                && guessed.Confidence < Guessed
                && word.Confidence > guessed.Confidence
            )
            {
                words[words.IndexOf(guessed)] = word;
            }
        }

        return words;
    }

    private static bool IsNumberSized(Box piece, double usual) =>
        piece.Height > LeastHeight * usual
        && piece.Height < LargestHeight * usual
        && piece.Width < Widest * usual;

    private static bool Touches(Box one, Box other) => one.Overlaps(other, 0.2, 0.2);
}
