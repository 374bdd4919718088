namespace Kompass.Mining.Improvements.Drafts;

/// <summary>Compares texts that passed through a word processor.</summary>
internal static class PlainText
{
    // Eight hexadecimal digits: two alike by chance among some hundred paragraphs come up once in ten million drafts.
    private const int HashDigits = 8;

    /// <summary>A text without runs of blanks.</summary>
    public static string Tidy(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A text without what does not make it another: blanks, soft hyphens, kinds of quotation marks and dashes, the full stop.</summary>
    public static string Of(string text) =>
        Tidy(
                text.Replace("\u00ad", "", StringComparison.Ordinal)
                    .Replace('“', '"')
                    .Replace('”', '"')
                    .Replace('’', '\'')
                    .Replace('–', '-')
            )
            .TrimEnd('.', ' ');

    /// <summary>A short hash of <see cref="Of"/>, by which a draft's own paragraphs are known again.</summary>
    public static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(text))))[..HashDigits];

    /// <summary>The different words of a text, in lower case.</summary>
    public static IReadOnlySet<string> WordsOf(string text) =>
        new string([.. text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);
}
