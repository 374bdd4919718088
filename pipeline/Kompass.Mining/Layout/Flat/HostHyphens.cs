using Kompass.Mining.Documents;

namespace Kompass.Mining.Layout.Flat;

/// <summary>Hyphens that ended lines of the print and that a host kept when it joined them: <c>akti-viteter</c>.</summary>
internal static partial class HostHyphens
{
    // So many words of a text have to stand in it without their hyphen too.
    private const int FewestKnown = 3;

    /// <summary>The text without such hyphens; itself where its host did not keep them. A word that always has its hyphen keeps it.</summary>
    public static SourceText Without(SourceText source, WordStatistics words)
    {
        var hyphened = Hyphened()
            .Matches(source.Text)
            .Where(m => Hyphenation.MayPart(m.Groups["left"].Value, m.Groups["right"].Value))
            .ToList();
        if (
            hyphened
                .Select(m => m.Value)
                .Distinct(StringComparer.Ordinal)
                .Count(w => words.Contains(w.Replace("-", "", StringComparison.Ordinal)))
            < FewestKnown
        )
        {
            return source;
        }

        var times = hyphened.CountBy(m => m.Value, StringComparer.OrdinalIgnoreCase).ToDictionary();
        var kept = hyphened
            .Where(m =>
                words.Contains(m.Groups["left"].Value + m.Groups["right"].Value)
                || times[m.Value] == 1
            )
            .Select(m => m.Groups["right"].Index - 1)
            .ToHashSet();
        return source.Written(i => kept.Contains(i) ? "" : null);
    }

    [GeneratedRegex(
        @"(?<![\p{L}\d-])(?<left>\p{L}*\p{Ll}{2})-(?<right>\p{Ll}{2}\p{L}*)(?![\p{L}\d-])"
    )]
    private static partial Regex Hyphened();
}
