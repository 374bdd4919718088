namespace Kompass.Mining.Documents.Pdf;

/// <summary>
/// Tells whether a page's text layer can be used: a scan has none, and fonts without mapping give signs that are no Swedish.
/// </summary>
internal static class TextLayerQuality
{
    // The commonest words of Swedish prose (Allén, Tiotusen i topp, 1972): half of any page of running text is hardly without one.
    private static readonly HashSet<string> CommonWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "och",
        "i",
        "att",
        "det",
        "som",
        "en",
        "på",
        "är",
        "av",
        "för",
        "den",
        "till",
        "med",
        "de",
        "har",
        "om",
        "ett",
        "inte",
        "kan",
        "hur",
        "finns",
        "från",
        "vid",
        "kommunen",
    };

    public static bool IsUsable(Page page)
    {
        var words = 0;
        var single = 0;
        var alphabetic = 0;
        var common = 0;
        var characters = 0;
        var letters = 0;
        // A leader of a table of contents, set dot by dot, is no text to judge by.
        foreach (var word in page.Words.Where(w => w.Text is not "."))
        {
            words++;
            single += word.Text.Length == 1 ? 1 : 0;
            var own = 0;
            foreach (var c in word.Text)
            {
                characters++;
                own += char.IsLetterOrDigit(c) && c < '\u2000' ? 1 : 0;
            }

            letters += own;
            if (own == word.Text.Length && word.Text.Length > 0)
            {
                alphabetic++;
                common += CommonWords.Contains(word.Text) ? 1 : 0;
            }
        }

        if (words == 0)
        {
            return false;
        }

        // Leaders of a table of contents and single letters of a chart are no garbage: only where they are nearly all there is.
        if (letters < 0.35 * characters && characters > 200)
        {
            return words - single > 30 && common > 3;
        }

        if (letters < 0.3 * characters || (words >= 20 && single > 0.75 * words))
        {
            return false;
        }

        return alphabetic < 80 || common > 0;
    }
}
