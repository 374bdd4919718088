namespace Kompass.Mining.Reports.Scores;

/// <summary>Which of the values that witnesses state is believed.</summary>
internal static class WitnessVote
{
    // The order in which witnesses are believed where as many state one value as another.
    private static readonly string[] Preference =
    [
        Via.RubricBox,
        Via.ScoreTable,
        Via.SummaryTable,
        Via.WebList,
        Via.Chart,
        Via.Prose,
        Via.Appendix,
        Via.Derived,
    ];

    /// <summary>
    /// The witness of the value that most state, the sum of the sub-questions counting as half a one; among equals the one whose best witness is believed
    /// most. Null where there are no witnesses.
    /// </summary>
    public static Witness? Best(IReadOnlyList<Witness> witnesses, decimal? sum = null) =>
        witnesses
            .GroupBy(w => w.Value)
            .OrderByDescending(g => g.Count() + (g.Key == sum ? 0.5 : 0))
            .ThenBy(g => g.Min(w => Array.IndexOf(Preference, w.Via)))
            .SelectMany(g => g.OrderBy(w => Array.IndexOf(Preference, w.Via)))
            .FirstOrDefault();

    /// <summary>What each of them states, in words.</summary>
    public static string Said(IEnumerable<Witness> witnesses) =>
        string.Join(
            ", ",
            witnesses.Select(w => FormattableString.Invariant($"{w.Via} states {w.Value}"))
        );
}
