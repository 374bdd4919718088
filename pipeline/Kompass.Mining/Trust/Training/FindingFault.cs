namespace Kompass.Mining.Trust.Training;

/// <summary>In what a finding that was read differs from every one that the report states: by the words of the one that is most like it.</summary>
internal static class FindingFault
{
    // So much of either must lie in the other to speak of one finding that was changed.
    private const double LeastShared = 0.5;

    /// <summary>The fault's name.</summary>
    /// <param name="read">A finding that none of its list equals.</param>
    /// <param name="own">The findings of its list.</param>
    /// <param name="others">Those of all other lists.</param>
    public static string Of(string read, IReadOnlyList<string> own, IReadOnlyList<string> others)
    {
        if (own.Contains(read, StringComparer.Ordinal))
        {
            return "read twice";
        }

        if (others.Contains(read, StringComparer.Ordinal))
        {
            return "in another list";
        }

        var words = read.Split(' ');
        var all = own.Concat(others).Select(t => t.Split(' ')).ToList();
        var near = all.MaxBy(t => Common(t, words) / (double)(t.Length + words.Length)) ?? [];
        var common = Common(near, words);
        return all.Count(t =>
                t.Length > 1 && Common(t, words) > 0.8 * t.Length && IsWithin(t, words)
            ) > 1
                ? "two joined"
            : common == words.Length && common < near.Length
                ? IsWithin(words, near) ? "begins or ends too early or late"
                    : "has lost words within"
            : common == near.Length && common > 0
                ? IsWithin(near, words) ? "something joined to it"
                    : "something within it"
            : near.Length == words.Length && common >= LeastShared * words.Length
                ? "letters changed"
            : common >= LeastShared * Math.Max(words.Length, near.Length)
                ? "words changed, lost or joined"
            : "parts of several";
    }

    private static bool IsWithin(string[] part, string[] whole) =>
        $" {string.Join(' ', whole)} ".Contains(
            $" {string.Join(' ', part)} ",
            StringComparison.Ordinal
        );

    // Words in the same order.
    private static int Common(string[] one, string[] other)
    {
        var best = new int[other.Length + 1];
        foreach (var word in one)
        {
            var diagonal = 0;
            for (var i = 1; i <= other.Length; i++)
            {
                (diagonal, best[i]) = (
                    best[i],
                    other[i - 1] == word ? diagonal + 1 : Math.Max(best[i], best[i - 1])
                );
            }
        }

        return best[^1];
    }
}
