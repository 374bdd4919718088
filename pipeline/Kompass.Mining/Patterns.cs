namespace Kompass.Mining;

/// <summary>What all regular expressions share.</summary>
internal static class Patterns
{
    /// <summary>
    /// Milliseconds after which a match is given up: for a pattern that runs away on a text made for it. By the clock, not by the processor's work, so that far
    /// shorter limits set documents aside on machines that are only busy.
    /// </summary>
    public const int TimeLimit = 20_000;

    /// <summary>The names of the months, in small letters: alternatives, to stand in a group.</summary>
    public const string Months =
        "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december";
}
