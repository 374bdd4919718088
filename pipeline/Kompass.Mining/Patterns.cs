using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Kompass.Mining;

/// <summary>What all regular expressions share.</summary>
internal static class Patterns
{
    /// <summary>Capitals and small letters are one, whatever the language of the machine.</summary>
    public const RegexOptions AnyCase = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>
    /// Milliseconds after which a match is given up: for a pattern that runs away on a text made for it. By the clock, not by the processor's work, so that far
    /// shorter limits set documents aside on machines that are only busy.
    /// </summary>
    public const int TimeLimit = 20_000;

    /// <summary>The names of the months, in small letters: alternatives, to stand in a group.</summary>
    public const string Months =
        "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december";

    /// <summary>Gives every pattern the limit: generated ones that name none take it from here when the assembly's first one is made.</summary>
    [ModuleInitializer]
    [SuppressMessage(
        "Usage",
        "CA2255",
        Justification = "It must stand before any pattern of the assembly is made."
    )]
    internal static void Limit() =>
        AppContext.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", TimeSpan.FromMilliseconds(TimeLimit));
}
