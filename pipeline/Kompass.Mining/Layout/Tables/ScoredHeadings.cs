namespace Kompass.Mining.Layout.Tables;

/// <summary>Headings of an area's prose that state the points of their sub-question: <c>1.2 Information till medborgarna (7 av 20 poäng)</c>, <c>… – 7 av 20 poäng</c>.</summary>
internal static partial class ScoredHeadings
{
    /// <summary>The heading without its points, and these as a row of the area's table; null where a line is no such heading.</summary>
    public static (Block.Heading Heading, Block.QuestionTable Points)? Of(
        Passage line,
        Edition edition
    )
    {
        if (Heading().Match(line.Text) is not { Success: true } match || match.Value != line.Text)
        {
            return null;
        }

        var (code, wording) = (match.Groups["code"], match.Groups["wording"]);
        var max = Number(match.Groups["max"]);
        if (
            edition.FindArea(QuestionCode.AreaOf(code.Value)) is not { } area
            || (edition.FindQuestion(code.Value) is { } known && known.Max != max)
        )
        {
            return null;
        }

        return (
            new Block.Heading(line.Slice(0, wording.Index + wording.Length)),
            new Block.QuestionTable(
                area.Number,
                [
                    new QuestionRow(
                        code.Value,
                        line.Slice(wording),
                        Number(match.Groups["achieved"]),
                        max,
                        null,
                        line
                    ),
                ],
                null,
                []
            )
        );
    }

    /// <summary>Where in a text such headings may stand.</summary>
    public static IEnumerable<(int Start, int End)> PlacesIn(string text) =>
        Heading().Matches(text).Select(m => (m.Index, m.Index + m.Length));

    private const string Points = @"(?<achieved>\d{1,2}(?:,\d)?)\s*(?:av|/)\s*(?<max>\d{1,2})";

    private static decimal? Number(Group number) => Numbers.Points(number.Value);

    [GeneratedRegex(
        @"(?<![\d.,])(?<code>[1-9]\.[1-9])\s+(?<wording>\p{Lu}[^.!?\d()]{4,120}?)\s*(?:\("
            + Points
            + @"(?:\s*(?:p|poäng))?\)|[–-]\s*"
            + Points
            + @"\s*(?:poäng|p)\b)"
    )]
    private static partial Regex Heading();
}
