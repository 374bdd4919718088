using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;

namespace Kompass.Mining.Layout;

/// <summary>
/// A line that gives one area its score, as web pages list them: <c>1. Offentlighet och demokrati 61</c>, <c>Offentlighet och demokrati 73 (63)</c> with the
/// mean in parentheses, <c>Offentlighet och demokrati: 68 (+16)</c> with the change.
/// </summary>
/// <param name="Name">The area's name, with its number where it has one.</param>
/// <param name="Score">The score; what stands in parentheses is none.</param>
internal sealed partial record ScoreLine(Passage Name, Passage Score)
{
    /// <summary>The parts of such a line, or null where it is none.</summary>
    public static ScoreLine? Of(Passage line, EditionLabels labels)
    {
        var match = AreaAndScore().Match(line.Text);
        if (!match.Success)
        {
            return null;
        }

        var name = match.Groups["name"];
        var score = match.Groups["score"];
        return labels.Lookup(name.Value).OfType<Label.AreaName>().Any()
            ? new ScoreLine(
                line.Slice(name.Index, name.Index + name.Length).Trim(),
                line.Slice(score.Index, score.Index + score.Length)
            )
            : null;
    }

    [GeneratedRegex(
        @"^\s*(?<name>(?:\d\s*[.)]?\s*)?\p{Lu}[\p{L} ,–-]+?)\s*[:–-]?\s+(?<score>\d{1,3}(?:[,.]\d{1,2})?)\s*(?:p|poäng)?\s*(?:\([^)]{1,40}\))?\s*\.?$",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex AreaAndScore();
}
