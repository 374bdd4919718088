namespace Kompass.Mining.Layout.Flat;

/// <summary>Where tables of sub-questions begin in a flat text: at the heads of their columns, or at their first row.</summary>
internal static partial class QuestionTableAnchors
{
    // Characters from an area's name to the end of its first sub-question's row.
    private const int LongestFirstRow = 300;

    /// <summary>Tables of sub-questions that stand within the areas, where no name of the area is before them: from the heads or the code of the first row.</summary>
    public static List<Anchor> With(string text, List<Anchor> anchors, Edition edition)
    {
        var parts = anchors.FindAll(a =>
            a.Kind is not (AnchorKind.Rubric or AnchorKind.General or AnchorKind.Score)
        );
        var tables = new List<Anchor>();
        foreach (Match code in FirstCode().Matches(text))
        {
            var part = parts.FindLastIndex(a => a.Start <= code.Index);
            var end = part + 1 < parts.Count ? parts[part + 1].Start : text.Length;
            var area = QuestionCode.AreaOf($"{code.Value[0]}.{code.Value[^1]}");
            var heads = ColumnHeads.StartBefore(text, code.Index, edition.Headings);
            if (
                part >= 0
                && (
                    parts[part].Kind is AnchorKind.Area or AnchorKind.ScoreBox
                    // A chapter of tables, whose heading is lost or was met.
                    || (
                        (heads is not null || tables.Exists(t => t.Start > parts[part].Start))
                        && parts[part].Kind is AnchorKind.Findings or AnchorKind.Chapter
                    )
                )
                && edition.Areas.Any(a => a.Number == area)
                && IsFirstRow(text[..end], code.Index, edition.Area(area), edition)
                && SecondRow().Match(text, code.Index, end - code.Index) is { Success: true } second
                && second.Groups["area"].Value == code.Value[..1]
            )
            {
                tables.Add(
                    new Anchor(AnchorKind.QuestionTable, heads ?? code.Index, code.Index, area)
                );
            }
        }

        return [.. anchors.Concat(tables).OrderBy(a => a.Start)];
    }

    /// <summary>Whether the heads of columns stand at a place.</summary>
    public static bool HasHeads(string text, int at, ReportHeadings headings) =>
        ColumnHeads.Read(text, at, headings).Count >= 2;

    /// <summary>
    /// The row of the area's first sub-question, with its maximum among the numbers: the heads may stand behind its code or the next one, be lost or be called otherwise. Where no
    /// maximum is known, the area's own stands between its name and the row.
    /// </summary>
    public static bool IsFirstRow(string text, int at, Area area, Edition edition) =>
        FirstRow().Match(text, at, Math.Min(LongestFirstRow, text.Length - at))
            is { Success: true } row
        && row.Groups["area"].Value == area.Number.ToString(CultureInfo.InvariantCulture)
        && (
            HasHeads(text, row.Groups["code"].Index + row.Groups["code"].Length, edition.Headings)
            || (
                SecondCode().Match(text, row.Index + row.Length) is { Success: true } next
                && HasHeads(text, next.Index + next.Length, edition.Headings)
            )
            || (
                area.Questions is [var first, ..]
                    ? NumbersOf(row, "number").Contains(first.Max)
                    : NumbersOf(row, "top").Contains(edition.Scale.AreaMax)
            )
        );

    private static IEnumerable<int> NumbersOf(Match row, string group) =>
        row.Groups[group].Captures.Select(n => n.AsNumber());

    [GeneratedRegex(@"(?<![\d.,])[1-9]\s?\.\s?1(?![\d.,])")]
    private static partial Regex FirstCode();

    // Numbers that follow one another, then the code of the next row.
    [GeneratedRegex(
        @"\G\S+(?:(?![1-9]\s?\.\s?[1-9](?![\d.,]))[\s\S]){0,300}?(?<![\d.,])\d{1,3}\s+\d{1,3}(?:\s?%)?\s(?:(?![1-9]\s?\.\s?[1-9](?![\d.,]))[\s\S]){0,200}?(?<![\d.,])(?<area>[1-9])\s?\.\s?2(?![\d.,])"
    )]
    private static partial Regex SecondRow();

    [GeneratedRegex(@"\G[1-9]\s?\.\s?2(?![\d.,])")]
    private static partial Regex SecondCode();

    // "Poäng Max 1.1 Finns en plan för demokrati? 14 15 93%", or "42,5 100 1.1 …", "46 100 46 % 2.1 …", up to the code of the next row.
    [GeneratedRegex(
        @"\G(?:\s*\d{1,3}(?:,\d{1,2})?\s+(?<top>\d{3})(?!\d)(?:\s+\d{1,3}(?:,\d{1,2})?(?!\d)(?:\s?%)?)?)?[^.!?\d]{0,40}\b(?<code>(?<area>[1-9])\s?\.\s?1)(?![\d.,])(?:(?![1-9]\s?\.\s?2(?![\d.,]))(?:(?<![\d.,])(?<number>\d{1,3})(?![\d.,])|[\s\S]))*"
    )]
    private static partial Regex FirstRow();
}
