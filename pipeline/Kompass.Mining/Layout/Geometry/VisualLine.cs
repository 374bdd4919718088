using Kompass.Mining.Documents;
using Kompass.Mining.Layout.Geometry.Pages;
using Kompass.Mining.Layout.Geometry.Words;

namespace Kompass.Mining.Layout.Geometry;

/// <summary>Words that stand on one line of a sheet, left to right.</summary>
internal sealed class VisualLine
{
    private Passage? _passage;

    public VisualLine(Sheet sheet, IReadOnlyList<SheetWord> words)
    {
        Sheet = sheet;
        Words = words;
        Box = words.Select(w => w.Box).Aggregate((a, b) => a.Union(b));
        Size = Median(words.Select(w => w.Size));
    }

    public Sheet Sheet { get; }

    public IReadOnlyList<SheetWord> Words { get; }

    public Box Box { get; }

    /// <summary>Median size of its words.</summary>
    public double Size { get; }

    public bool IsBold => Words.All(w => w.Bold == true);

    public double CenterY => Box.CenterY;

    /// <summary>Its text, words parted by one blank; a hyphen that justification set apart is put back to its word.</summary>
    public Passage Text => _passage ??= PassageOf(Words);

    /// <summary>Stretches of words between wide gaps.</summary>
    public IEnumerable<IReadOnlyList<SheetWord>> Phrases(double gapInHeights = 1.0) =>
        PhrasesBetween((left, right) => gapInHeights * Math.Min(left.Box.Height, right.Box.Height));

    /// <summary>Stretches of words between gaps that are wider than told, in points, of the words on both sides.</summary>
    public IEnumerable<IReadOnlyList<SheetWord>> PhrasesBetween(
        Func<SheetWord, SheetWord, double> gap
    ) => Words.Runs((phrase, w) => w.Box.Left - phrase[^1].Box.Right <= gap(phrase[^1], w));

    public static Passage PassageOf(IReadOnlyList<SheetWord> words)
    {
        var text = new PassageBuilder();
        for (var i = 0; i < words.Count; i++)
        {
            var isLooseHyphen =
                i > 0
                && i == words.Count - 1
                && words[i].Text is "-"
                && words[i].Box.Left - words[i - 1].Box.Right < words[i].Box.Height;
            if (i > 0 && !isLooseHyphen)
            {
                text.Append(" ");
            }

            text.Append(words[i].Text, words[i].Place, words[i].Confidence);
        }

        return text.ToPassage();
    }

    // A speck above or below a recognised word makes it tall; it stands right behind another of its line.
    private static bool IsTall(SheetWord word, List<SheetWord> words, double height, Sheet sheet) =>
        word.Box.Height > height
        && !(
            sheet.IsRecognised
            && word.Text.Any(char.IsLetter)
            && words.Exists(w =>
                w.Box.Height <= height
                && Math.Abs(w.CenterY - word.CenterY) < w.Box.Height / 2
                && word.Box.Left > w.Box.Right
                && word.Box.Left - w.Box.Right < w.Box.Height
            )
        );

    /// <summary>
    /// Lines of words: those of ordinary height by their centres, then each much taller word (the score in its box) as a line of its own, all in order from
    /// the top.
    /// </summary>
    public static List<VisualLine> LinesOf(Sheet sheet, IEnumerable<SheetWord> words)
    {
        var all = words.Where(w => w.Box.Height > 0 && w.Text.Length > 0).ToList();
        if (all.Count == 0)
        {
            return [];
        }

        // The upper quartile: recognised words are as high as their letters, and a tall and a hanging one are soon met.
        var heights = all.Select(w => w.Box.Height).Order().ToList();
        var tall = 2.1 * heights[heights.Count * 3 / 4];
        var lines = new List<VisualLine>();
        var open = new List<SheetWord>();
        var (top, bottom) = (0.0, 0.0);
        var isTall = all.ToLookup(w => IsTall(w, all, tall, sheet));
        foreach (var word in isTall[false].OrderBy(w => w.CenterY))
        {
            if (open.Count > 0 && !IsOnLine(word, top, bottom))
            {
                Close();
            }

            (top, bottom) =
                open.Count == 0
                    ? (word.Box.Top, word.Box.Bottom)
                    : (
                        top + ((word.Box.Top - top) / (open.Count + 1)),
                        bottom + ((word.Box.Bottom - bottom) / (open.Count + 1))
                    );
            open.Add(word);
        }

        Close();
        // Tall words side by side are one line: a heading in large type, a score.
        foreach (
            var line in isTall[true]
                .OrderBy(w => w.CenterY)
                .Runs((line, w) => w.CenterY - line[0].CenterY <= 0.4 * line[0].Box.Height)
        )
        {
            open = line;
            Close();
        }

        return [.. lines.OrderBy(l => l.CenterY).ThenBy(l => l.Box.Left)];

        void Close()
        {
            if (open.Count > 0)
            {
                lines.Add(
                    new VisualLine(
                        sheet,
                        TornWords.Mend(WithWholeNumbers(open.OrderBy(w => w.Box.Left), tall))
                    )
                );
                open = [];
            }
        }
    }

    // At least half of the lower of both lies in the height of the other.
    private static bool IsOnLine(SheetWord word, double top, double bottom) =>
        Math.Min(word.Box.Bottom, bottom) - Math.Max(word.Box.Top, top)
        > 0.5 * Math.Min(word.Box.Height, bottom - top);

    // Recognition parts the digits of a large number: "5 2".
    private static List<SheetWord> WithWholeNumbers(IEnumerable<SheetWord> words, double tall) =>
        words.Merged(
            (last, word) =>
                word.Box.Height > tall
                && word.Text.All(char.IsAsciiDigit)
                && last.Text.All(char.IsAsciiDigit)
                && word.Box.Left - last.Box.Right < 0.5 * word.Box.Height,
            (last, word) =>
                last with
                {
                    Text = last.Text + word.Text,
                    Box = last.Box.Union(word.Box),
                    Confidence = Math.Min(last.Confidence, word.Confidence),
                    Place = Place.Span([last.Place, word.Place]),
                }
        );

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[sorted.Count / 2];
    }
}
