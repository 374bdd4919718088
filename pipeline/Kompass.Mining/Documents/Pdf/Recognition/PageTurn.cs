namespace Kompass.Mining.Documents.Pdf.Recognition;

/// <summary>Scanned pages that lie on a side or upside down.</summary>
internal static class PageTurn
{
    // What is recognised of a page that lies otherwise is unsure nearly everywhere, and a page of fewer words tells nothing.
    private const int FewestWords = 20;
    private const double Sure = 0.6;
    private const double LeastShareOfSure = 0.4;

    /// <summary>Whether recognition made nothing of most words, or read them from top to bottom, as it does at times.</summary>
    public static bool LooksTurned(IReadOnlyList<Word> words)
    {
        var letters = words.Where(w => w.Text.Count(char.IsLetter) > 2).ToList();
        return words.Count >= FewestWords
            && letters.Count(w => w.Confidence > Sure && w.Box.Width > w.Box.Height)
                < LeastShareOfSure * letters.Count;
    }

    /// <summary>Words read upright as they stand on the page.</summary>
    /// <param name="words">Words of the page turned upright, boxes in points.</param>
    /// <param name="turns">Quarter turns clockwise by which the page's text runs off from left to right.</param>
    /// <param name="width">Of the page, in points.</param>
    /// <param name="height">Of the page, in points.</param>
    public static IReadOnlyList<Word> Back(
        IReadOnlyList<Word> words,
        int turns,
        double width,
        double height
    ) =>
        turns == 0
            ? words
            :
            [
                .. words.Select(w =>
                    w with
                    {
                        Box =
                            turns % 2 == 1
                                ? w.Box.Turned(4 - turns, height, width)
                                : w.Box.Turned(turns, width, height),
                        QuarterTurns = turns,
                    }
                ),
            ];
}
