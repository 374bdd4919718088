using Kompass.Mining.Documents;
using Kompass.Mining.Layout.Geometry.Pages;
using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Layout.Geometry.Words;

/// <summary>
/// Puts words together that a producer set in pieces: where letters are kerned, where the font changes within a word, or where a soft hyphen stands that the
/// line did not need. Pieces touch, words do not.
/// </summary>
internal static class TornWords
{
    private const char SoftHyphen = '\u00AD';

    // In heights of the line. Engines part words at a tenth of the letters' size (Poppler's minWordBreakSpace), so that what is nearer never was two.
    private const double Touching = 0.08;

    // A soft hyphen that is not printed still has a width, which the next piece covers. What lies over a word altogether is drawn twice.
    private const double Overlapping = 0.6;

    // Signs that no blank parts from the word after or before them.
    private const string Opening = "([\"”/";
    private const string Closing = ")]\"”/,.;:?!%-";

    // Letters that many in a row, one a word, are set apart; their distance, in sizes, is at most this, and a blank is wider by half of it and more.
    private const int FewestSpaced = 4;
    private const double WidestSpacing = 0.6;
    private const double Blank = 1.5;

    // Digits that are set apart stand further from each other than words do, and nearer than columns.
    private const double NarrowestDigits = 0.3;
    private const double WidestDigits = 0.6;

    // Small capitals, in sizes of the capital before them, and how far from it they may stand.
    private const double SmallestCapitals = 0.6;
    private const double LargestCapitals = 0.9;
    private const double BesideCapital = 0.12;

    /// <summary>The words of a line from left to right, whole; a soft hyphen at the end of a word is a hyphen.</summary>
    public static List<SheetWord> Mend(IEnumerable<SheetWord> words) =>
        LettersTogether([.. words])
            .Merged(
                (left, right) =>
                    IsTorn(left, right)
                    || AreSmallCapitals(left, right)
                    || AreSpacedDigits(left, right),
                Together
            )
            .ConvertAll(w =>
                w.Text[^1] == SoftHyphen ? w with { Text = w.Text.TrimEnd(SoftHyphen) + "-" } : w
            );

    private static SheetWord Together(SheetWord left, SheetWord right) =>
        left with
        {
            Text = left.Text.TrimEnd(SoftHyphen) + right.Text,
            Box = left.Box.Union(right.Box),
            Place = Place.Span([left.Place, right.Place]),
        };

    // "S T Y R K O R   O C H": letters at an even distance are a word, and a blank is what is wider.
    private static IEnumerable<SheetWord> LettersTogether(List<SheetWord> words)
    {
        for (var at = 0; at < words.Count; )
        {
            var end = at;
            while (end < words.Count && words[end].Text is [var c] && char.IsLetter(c))
            {
                end++;
            }

            var spacing =
                end - at < FewestSpaced
                    ? double.MaxValue
                    : VisualLine.Median(words[at..end].Zip(words[(at + 1)..end], GapOf));
            if (spacing > WidestSpacing * words[at].Size || spacing < 0)
            {
                yield return words[at++];
                continue;
            }

            foreach (
                var word in words[at..end]
                    .Runs((word, w) => GapOf(word[^1], w) < (Blank * spacing) + 0.3)
            )
            {
                yield return word.Aggregate(Together);
            }

            at = end;
        }
    }

    private static double GapOf(SheetWord left, SheetWord right) => right.Box.Left - left.Box.Right;

    // "1 0 0" is a hundred; "4 800" is left alone.
    private static bool AreSpacedDigits(SheetWord left, SheetWord right) =>
        right.Text is [>= '0' and <= '9']
        && left.Text.All(char.IsAsciiDigit)
        // Another digit, or what these rules put together of some.
        && left.Box.Width > ((left.Text.Length - 1) * (1 + NarrowestDigits) * right.Box.Width)
        && GapOf(left, right) is var gap
        && gap > NarrowestDigits * right.Size
        && gap < WidestDigits * right.Size
        && Math.Abs(left.Size - right.Size) < 0.1 * right.Size;

    // A capital, and the rest of its word in smaller ones on the same base line.
    private static bool AreSmallCapitals(SheetWord left, SheetWord right) =>
        left.Text is [var capital]
        && char.IsUpper(capital)
        && right.Text.Any(char.IsUpper)
        && !right.Text.Any(c => char.IsLower(c) || char.IsDigit(c))
        && right.Size > SmallestCapitals * left.Size
        && right.Size < LargestCapitals * left.Size
        && Math.Abs(GapOf(left, right)) < BesideCapital * left.Size
        && Math.Abs(BaseLine(left) - BaseLine(right)) < 0.1 * left.Size;

    // The box reaches 0.22 of the size below it.
    private static double BaseLine(SheetWord word) => word.Box.Bottom - (0.22 * word.Size);

    private static bool IsTorn(SheetWord left, SheetWord right)
    {
        var height = Math.Min(left.Box.Height, right.Box.Height);
        var gap = GapOf(left, right);
        return left.Confidence >= 1
            && right.Confidence >= 1
            && gap < Touching * height
            && gap > -Overlapping * height
            && right.Box.Right > left.Box.Right
            && (
                IsOfWord(left.Text[^1]) || Opening.Contains(left.Text[^1], StringComparison.Ordinal)
            )
            && !RowNumbers.IsLeader(right.Text)
            && (
                IsOfWord(right.Text[0]) || Closing.Contains(right.Text[0], StringComparison.Ordinal)
            )
            // A raised number of a footnote is smaller and higher.
            && Math.Abs(left.Box.Height - right.Box.Height) < 0.1 * height
            && Math.Abs(left.CenterY - right.CenterY) < 0.1 * height;
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c == SoftHyphen;
}
