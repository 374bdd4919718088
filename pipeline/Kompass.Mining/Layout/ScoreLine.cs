namespace Kompass.Mining.Layout;

/// <summary>
/// A line that gives one area its score, as web pages list them: <c>1. Offentlighet och demokrati 61</c>, <c>Offentlighet och demokrati 73 (63)</c>,
/// <c>Offentlighet och demokrati: 68 (+16)</c>, <c>Område 1 – Offentlighet och demokrati (61 poäng)</c>, <c>Offentlighet och demokrati ..... 61 av 100</c>, <c>61 poäng – Offentlighet och demokrati</c>.
/// </summary>
/// <param name="Name">The area's name, with its number where it has one.</param>
/// <param name="Score">The score and what stands behind it.</param>
internal sealed partial record ScoreLine(Passage Name, Passage Score)
{
    /// <summary>The parts of such a line, or null where it is none.</summary>
    public static ScoreLine? Of(Passage line, EditionLabels labels)
    {
        var match = NameFirst().Match(line.Text);
        if (!match.Success)
        {
            match = ScoreFirst().Match(line.Text);
        }

        if (!match.Success)
        {
            return null;
        }

        var name = match.Groups["name"];
        var score = match.Groups["score"];
        var plain = EditionLabels.Spelled(name.Value);
        // "1 Offentlighet och demokrati": the area's own number is no score.
        return
            (labels.AreaOf(plain) ?? labels.NumberedArea(plain)) is { } area
            && score.Value.Trim() != area.ToString(CultureInfo.InvariantCulture)
            ? new ScoreLine(line.Slice(name).Trim(), line.Slice(score))
            : null;
    }

    /// <summary>Whether a line gives the sum of such lines: <c>Totalt 487 (455)</c>.</summary>
    public static bool IsTotal(string line, EditionLabels labels) =>
        Total().Match(line) is { Success: true } match
        && labels.IsTotal(match.Groups["name"].Value);

    /// <summary>Whether a text, as below the name of an area, begins with what tells its score: <c>Poäng inom området: 56 (av 100)</c>.</summary>
    public static bool OpensArea(ReadOnlySpan<char> text) =>
        Opening().IsMatch(text[..Math.Min(LongestOpening, text.Length)]);

    private const int LongestOpening = 80;

    // "Poäng inom området: 56 (av 100)", "Inom området når kommunen 54 poäng av 100"
    [GeneratedRegex(
        @"^\s*(?=[^.!?]{0,60}\bpoäng)[^.!?\d]{0,60}\d{1,3}(?:[.,]\d)?(?:\s*poäng)?\s*\(?av\s+(?:max\w*\s+)?\d{3}\b",
        Patterns.AnyCase
    )]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\s*(?<name>\p{L}[\p{L} ]*?)\s*[:–=-]?\s+\d{3}\b[^\n\p{Lu}]{0,45}$")]
    private static partial Regex Total();

    [GeneratedRegex(
        @"^\s*(?<name>(?:(?:Område\s+)?\d\s*[.):–—-]?\s*)?\p{Lu}[\p{L} ,&/.–-]+?)\s*(?:(?:[:–=-]|\.{2,}|…)\s*|\s)\s*(?:\((?<score>\d{1,3}(?:[,.]\d{1,2})?\s*(?:p|poäng))\)|(?<score>(?:ca\.?\s+)?\d{1,3}(?:[,.]\d{1,2})?(?!\d)(?:\s*(?:POÄNG|P)\b)?[^\n\p{Lu}]{0,45}))\s*$"
    )]
    private static partial Regex NameFirst();

    [GeneratedRegex(
        @"^\s*(?<score>\d{1,3}(?:[,.]\d{1,2})?\s*(?:p|poäng)?)\s*[.:–-]?\s+(?:(?:för|i|på)\s+(?:området\s+)?)?(?<name>\p{Lu}[\p{L} ,&/–-]+?)\s*\.?$"
    )]
    private static partial Regex ScoreFirst();
}
