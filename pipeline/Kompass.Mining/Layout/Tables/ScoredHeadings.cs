using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;

namespace Kompass.Mining.Layout.Tables;

/// <summary>Headings of an area's prose that state the points of their sub-question: <c>1.2 Information till medborgarna (7 av 20 poäng)</c>.</summary>
internal static partial class ScoredHeadings
{
    /// <summary>The heading without its points, and these as a row of the area's table; null where a line is no such heading.</summary>
    public static (Block.Heading Heading, Block.QuestionTable Points)? Of(
        Passage line,
        Edition edition
    ) =>
        Heading().Match(line.Text) is { Success: true } match
        && match.Index == 0
        && match.Length == line.Text.Length
            ? Of(line, match, edition)
            : null;

    /// <summary>All of them in running text, with where they begin and end.</summary>
    public static IEnumerable<(
        Block.Heading Heading,
        Block.QuestionTable Points,
        int Start,
        int End
    )> In(Passage text, Edition edition) =>
        Heading()
            .Matches(text.Text)
            .Select(m => (Found: Of(text, m, edition), m.Index, End: m.Index + m.Length))
            .Where(m => m.Found is not null)
            .Select(m => (m.Found!.Value.Heading, m.Found.Value.Points, m.Index, m.End));

    private static (Block.Heading Heading, Block.QuestionTable Points)? Of(
        Passage text,
        Match match,
        Edition edition
    )
    {
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
            new Block.Heading(text.Slice(match.Index, wording.Index + wording.Length)),
            new Block.QuestionTable(
                area.Number,
                [
                    new QuestionRow(
                        code.Value,
                        text.Slice(wording.Index, wording.Index + wording.Length),
                        Number(match.Groups["achieved"]),
                        max,
                        null,
                        text.Slice(match.Index, match.Index + match.Length)
                    ),
                ],
                null,
                []
            )
        );
    }

    private static decimal? Number(Group number) => Numbers.Points(number.Value);

    [GeneratedRegex(
        @"(?<![\d.,])(?<code>[1-9]\.[1-9])\s+(?<wording>\p{Lu}[^.!?\d()]{4,120}?)\s*\((?<achieved>\d{1,2}(?:,\d)?)\s*(?:av|/)\s*(?<max>\d{1,2})(?:\s*(?:p|poäng))?\)",
        RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    private static partial Regex Heading();
}
