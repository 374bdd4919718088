namespace Kompass.Mining.Reports;

/// <summary>Numbers written out: <c>sextiotre</c> is 63, <c>sexhundrafyrtioåtta</c> 648.</summary>
internal static class SwedishNumbers
{
    private const string Hundred = "hundra";

    /// <summary>The number, 1 to 999, or null where the word is none.</summary>
    public static int? Of(string word, Swedish swedish)
    {
        var rest = word.Trim().ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal);
        var at = rest.IndexOf(Hundred, StringComparison.Ordinal);
        if (at < 0)
        {
            return BelowHundred(rest, swedish);
        }

        int? hundreds =
            at == 0 ? 1
            : swedish.NumberWords.TryGetValue(rest[..at], out var n) && n < 10 ? n
            : null;
        var tail = rest[(at + Hundred.Length)..];
        tail = tail.StartsWith("och", StringComparison.Ordinal) ? tail[3..] : tail;
        return hundreds is null ? null
            : tail.Length == 0 ? hundreds * 100
            : BelowHundred(tail, swedish) is { } below ? (hundreds * 100) + below
            : null;
    }

    private static int? BelowHundred(string word, Swedish swedish)
    {
        if (swedish.NumberWords.TryGetValue(word, out var whole))
        {
            return whole;
        }

        return swedish
            .NumberWords.Where(n =>
                n.Value >= 20 && word.StartsWith(n.Key, StringComparison.Ordinal)
            )
            .Select(n =>
                swedish.NumberWords.TryGetValue(word[n.Key.Length..], out var units) && units < 10
                    ? n.Value + units
                    : (int?)null
            )
            .FirstOrDefault(n => n is not null);
    }
}
