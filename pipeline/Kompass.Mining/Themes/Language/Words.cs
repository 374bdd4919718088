namespace Kompass.Mining.Themes.Language;

/// <summary>Cuts a text into words for features: lower case, digits and signs left out, <c>IT-stöd</c> as two words, <c>e-tjänst</c> as one.</summary>
public static partial class Words
{
    /// <summary>The words in order.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        foreach (var word in Word().EnumerateMatches(text))
        {
            words.Add(
                text.Substring(word.Index, word.Length)
                    .Replace("-", "", StringComparison.Ordinal)
                    .ToLower(CultureInfo.InvariantCulture)
            );
        }

        return words;
    }

    // A hyphen joins after one letter that begins a word.
    [GeneratedRegex(@"\p{L}(?:-\p{L}+|\p{L}*)")]
    private static partial Regex Word();
}
