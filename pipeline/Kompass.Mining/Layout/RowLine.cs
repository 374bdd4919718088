namespace Kompass.Mining.Layout;

/// <summary>How a line of text sets the cells of a row: parted by tabs, by bars, or between bars as in Markdown.</summary>
internal static partial class RowLine
{
    /// <summary>The cells of a line; none where it is no row.</summary>
    /// <param name="line">The line.</param>
    /// <param name="below">The line below it: a line with bars alone may be a title or a menu.</param>
    /// <param name="inTable">Whether a row stands right above it.</param>
    public static IReadOnlyList<Passage> CellsOf(
        Passage line,
        ReadOnlySpan<char> below,
        bool inTable
    )
    {
        if (IsBetweenBars(line.Text))
        {
            var row = line.Trim();
            return [.. Cells(row.Slice(1, row.Text.Length - 1), '|')];
        }

        return HasTab(line.Text) ? [.. Cells(line, '\t')]
            : HasBar(line.Text) && (inTable || HasBar(below)) ? [.. Cells(line, '|')]
            : [];
    }

    /// <summary>The cells of a line of columns, <c>Verksamhetsutveckling      40     43</c>: a text and at least two figures or years, all parted by blanks; none of any other.</summary>
    public static IReadOnlyList<Passage> ColumnsOf(Passage line)
    {
        var match = Columns().Match(line.Text);
        return match.Success
            ? [.. match.Groups["cell"].Captures.Select(c => Markup.Clean(line.Slice(c)))]
            : [];
    }

    [GeneratedRegex(
        @"^\s*(?<cell>\p{L}.{0,90}?|[1-8][.)]?\s+\p{L}.{0,90}?)(?:\s{2,}(?<cell>[+−–-]?\d{1,4}(?:,\d)?)){2,6}\s*$"
    )]
    private static partial Regex Columns();

    /// <summary>Whether a line is made of nothing but signs that rule: <c>-----</c>.</summary>
    public static bool IsRule(string line) => Rule().IsMatch(line);

    /// <summary>Whether it is the rule below the head of a Markdown table: <c>|---|---|</c>.</summary>
    public static bool IsTableRule(string line) =>
        line.AsSpan().ContainsAny('|', '\t')
        && line.Contains('-', StringComparison.Ordinal)
        && IsRule(line);

    private static IEnumerable<Passage> Cells(Passage line, char between) =>
        line.Split(between).Select(c => Markup.Clean(c).Trim());

    private static bool IsBetweenBars(string line)
    {
        var trimmed = line.AsSpan().Trim();
        return trimmed.Length > 2
            && trimmed[0] == '|'
            && trimmed[^1] == '|'
            && trimmed[1..^1].Contains('|');
    }

    // A tab right behind a line's bullet sets the text apart and parts no cells.
    private static bool HasTab(string line) => line.AsSpan(Bullets.LengthIn(line)).Contains('\t');

    // "1. Name | 49 | 57": bars between the cells only.
    private static bool HasBar(ReadOnlySpan<char> line) =>
        line.Contains(" | ", StringComparison.Ordinal);

    [GeneratedRegex(@"^[\s\-–—_=:|.]+$")]
    private static partial Regex Rule();
}
