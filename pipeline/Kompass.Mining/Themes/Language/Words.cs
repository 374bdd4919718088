namespace Kompass.Mining.Themes.Language;

/// <summary>Cuts a text into words for features: lower case, digits and signs left out, <c>IT-stöd</c> as two words, <c>e-tjänst</c> as one.</summary>
public static class Words
{
    /// <summary>The words in order.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetter(text[i]) || IsJoiningHyphen(text, start, i)))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                words.Add(Normal(text[start..i]));
                start = -1;
            }
        }

        return words;
    }

    // The hyphen of e-tjänst: after one letter that begins a word.
    private static bool IsJoiningHyphen(string text, int start, int at) =>
        text[at] == '-' && start == at - 1 && at + 1 < text.Length && char.IsLetter(text[at + 1]);

    private static string Normal(string word) =>
        word.Replace("-", "", StringComparison.Ordinal).ToLower(CultureInfo.InvariantCulture);
}
