namespace Kompass.Mining.Documents.Pdf;

/// <summary>
/// Tells whether a page's text layer can be used: a scan has none, and fonts without mapping give signs that are no Swedish.
/// </summary>
internal static class TextLayerQuality
{
    // The commonest words of Swedish prose (Allén, Tiotusen i topp, 1972): half of any page of running text is hardly without one.
    private static readonly HashSet<string> CommonWords = new(
        "och i att det som en på är av för den till med de har om ett inte kan hur finns från vid kommunen".Split(
            ' '
        ),
        StringComparer.OrdinalIgnoreCase
    );

    public static bool IsUsable(Page page)
    {
        // A leader of a table of contents, set dot by dot, is no text to judge by.
        var words = page.Words.Select(w => w.Text).Where(t => t is not ".").ToList();
        var single = words.Count(w => w.Length == 1);
        var characters = words.Sum(w => w.Length);
        var letters = words.Sum(w => w.Count(IsOwn));
        var alphabetic = words.FindAll(w => w.Length > 0 && w.All(IsOwn));
        var common = alphabetic.Count(CommonWords.Contains);
        if (words.Count == 0)
        {
            return false;
        }

        // Leaders of a table of contents and single letters of a chart are no garbage: only where they are nearly all there is.
        if (letters < 0.35 * characters && characters > 200)
        {
            return words.Count - single > 30 && common > 3;
        }

        if (letters < 0.3 * characters || (words.Count >= 20 && single > 0.75 * words.Count))
        {
            return false;
        }

        return alphabetic.Count < 80 || common > 0;
    }

    private static bool IsOwn(char c) => char.IsLetterOrDigit(c) && c < '\u2000';
}
