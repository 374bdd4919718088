namespace Kompass.Mining.Layout;

/// <summary>Reads the numbers that reports print.</summary>
internal static partial class Numbers
{
    /// <summary>A score or points: <c>58</c>, <c>52,5</c>; null where the text is no number or has more than one.</summary>
    public static decimal? Points(string text) => NumberOf(OnlyPoints().Match(text));

    /// <summary>A percentage: <c>93%</c>, <c>20 %</c>, <c>93</c>.</summary>
    public static decimal? Percent(string text) => NumberOf(OnlyPercent().Match(text));

    private static decimal? NumberOf(Match match) =>
        match.Success ? Parse(match.Groups["number"].Value) : null;

    /// <summary>A count: <c>140.499</c>, <c>140 499</c>, <c>-12</c>.</summary>
    public static int? Count(string text)
    {
        var match = GroupedNumber().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var digits = string.Concat(match.Value.Where(char.IsDigit));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? match.Value[0] is '-' or '−' or '–'
                ? -value
                : value
            : null;
    }

    /// <summary>Whether a text is a year and nothing else.</summary>
    public static bool IsYear(string text) => text.Length == 4 && Year().IsMatch(text);

    /// <summary>Years in a text.</summary>
    public static IEnumerable<(int Year, int Start, int End)> Years(string text) =>
        Year().Matches(text).Select(m => (m.AsNumber(), m.Index, m.Index + m.Length));

    /// <summary>All plain numbers in a text; years, codes of sub-questions (<c>1.1</c>) and what points are out of (<c>63 av 100</c>, <c>63/100</c>) left out.</summary>
    public static IEnumerable<(decimal Value, int Start, int End)> AllPoints(string text) =>
        AnyPoints().Matches(text).Select(m => (Parse(m.Value), m.Index, m.Index + m.Length));

    /// <summary>A number that a pattern found, with a decimal comma or point, blanks in it or not.</summary>
    public static decimal Parse(string text) =>
        decimal.Parse(
            text.Replace(',', '.').Replace(" ", "", StringComparison.Ordinal),
            NumberStyles.Number,
            CultureInfo.InvariantCulture
        );

    /// <summary>The whole number that a pattern found.</summary>
    public static int AsNumber(this Capture digits) =>
        int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^\s*(?<number>\d{1,3}(?:[,.]\d{1,2})?)\s*(?:p|poäng)?\.?\s*$",
        Patterns.AnyCase
    )]
    private static partial Regex OnlyPoints();

    [GeneratedRegex(@"^\s*(?<number>\d{1,3}(?:[,.]\d{1,2})?)\s*%?\s*$")]
    private static partial Regex OnlyPercent();

    [GeneratedRegex(@"[-−–]?\d{1,3}(?:[.  ]\d{3})+(?!\d)|[-−–]?\d+")]
    private static partial Regex GroupedNumber();

    [GeneratedRegex(@"(?<!\d)(?:19[89]\d|20[0-4]\d)(?!\d)")]
    private static partial Regex Year();

    [GeneratedRegex(
        @"(?<![\d.,\p{L}+\-−])(?<!\d\s?(?:av|/)\s?)(?!"
            + QuestionCode.Lookahead
            + @")\d{1,3}(?:[,.]\d{1,2})?(?![\d%\p{L}]|[,.]\d|\s?%)"
    )]
    private static partial Regex AnyPoints();
}
