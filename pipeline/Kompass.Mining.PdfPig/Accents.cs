using System.Text;

namespace Kompass.Mining.PdfPig;

/// <summary>Puts a letter and an accent that is drawn over or under it together: some producers draw ä as a and two dots.</summary>
internal static class Accents
{
    /// <summary>The letter that two successive glyphs make, or null where the one is no accent of the other.</summary>
    public static Glyph? Over(Glyph one, Glyph other)
    {
        if (!one.RunsAs(other) || Math.Abs(one.Base - other.Base) > one.Size)
        {
            return null;
        }

        var (letter, accent, mark) =
            Mark(other.Text) is { } after ? (one, other, after)
            : Mark(one.Text) is { } before ? (other, one, before)
            : (one, other, '\0');
        if (mark == '\0' || letter.Text.Length != 1 || !char.IsLetter(letter.Text[0]))
        {
            return null;
        }

        var middle = (accent.Start + accent.End) / 2;
        var composed = $"{letter.Text}{mark}".Normalize(NormalizationForm.FormC);
        return composed.Length == 1 && middle >= letter.Start && middle <= letter.End
            ? letter.With(composed, accent)
            : null;
    }

    // The combining mark that a spacing accent, or a combining mark itself, stands for.
    private static char? Mark(string text) =>
        text switch
        {
            "\u00A8" or "\u0308" => '\u0308',
            "\u02DA" or "\u00B0" or "\u030A" => '\u030A',
            "\u00B4" or "\u02CA" or "\u0301" => '\u0301',
            "\u0060" or "\u02CB" or "\u0300" => '\u0300',
            "\u005E" or "\u02C6" or "\u0302" => '\u0302',
            _ => null,
        };
}
