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
    /// The witness of the value that most state, with what else bears a value out; among equals the one whose best witness is believed most. Null where there
    /// are no witnesses.
    /// </summary>
    /// <param name="witnesses">What is stated.</param>
    /// <param name="support">What bears a value out, in witnesses.</param>
    public static Witness? Best(
        IReadOnlyList<Witness> witnesses,
        Func<decimal, double>? support = null
    ) =>
        witnesses
            .GroupBy(w => w.Value)
            .OrderByDescending(g => g.Count() + (support?.Invoke(g.Key) ?? 0))
            .ThenBy(g => g.Min(w => Array.IndexOf(Preference, w.Via)))
            .SelectMany(g => g.OrderBy(w => Array.IndexOf(Preference, w.Via)))
            .FirstOrDefault();

    /// <summary>What each of them states, in words.</summary>
    public static string Said(IEnumerable<Witness> witnesses) =>
        string.Join(", ", witnesses.Select(w => Invariant($"{w.Via} states {w.Value}")));
}
