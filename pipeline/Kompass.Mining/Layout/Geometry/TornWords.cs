using Kompass.Mining.Documents;

namespace Kompass.Mining.Layout.Geometry;

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

    /// <summary>The words of a line from left to right, whole; a soft hyphen at the end of a word is a hyphen.</summary>
    public static List<SheetWord> Mend(IEnumerable<SheetWord> words)
    {
        var whole = new List<SheetWord>();
        foreach (var word in words)
        {
            if (whole.Count > 0 && IsTorn(whole[^1], word))
            {
                var last = whole[^1];
                whole[^1] = last with
                {
                    Text = last.Text.TrimEnd(SoftHyphen) + word.Text,
                    Box = last.Box.Union(word.Box),
                    Place = Place.Span([last.Place, word.Place]),
                };
            }
            else
            {
                whole.Add(word);
            }
        }

        for (var i = 0; i < whole.Count; i++)
        {
            if (whole[i].Text[^1] == SoftHyphen)
            {
                whole[i] = whole[i] with { Text = whole[i].Text.TrimEnd(SoftHyphen) + "-" };
            }
        }

        return whole;
    }

    private static bool IsTorn(SheetWord left, SheetWord right)
    {
        var height = Math.Min(left.Box.Height, right.Box.Height);
        var gap = right.Box.Left - left.Box.Right;
        return left.Confidence >= 1
            && right.Confidence >= 1
            && gap < Touching * height
            && gap > -Overlapping * height
            && right.Box.Right > left.Box.Right
            && (
                IsOfWord(left.Text[^1]) || Opening.Contains(left.Text[^1], StringComparison.Ordinal)
            )
            && (
                IsOfWord(right.Text[0]) || Closing.Contains(right.Text[0], StringComparison.Ordinal)
            )
            // A raised number of a footnote is smaller and higher.
            && Math.Abs(left.Box.Height - right.Box.Height) < 0.1 * height
            && Math.Abs(left.CenterY - right.CenterY) < 0.1 * height;
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c == SoftHyphen;
}
