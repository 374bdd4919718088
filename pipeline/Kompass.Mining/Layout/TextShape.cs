namespace Kompass.Mining.Layout;

/// <summary>Tells structured texts from flat ones by their lines.</summary>
internal static partial class TextShape
{
    /// <summary>
    /// Whether a text has its headings on lines of their own, tables as rows of tab-separated cells or dashes, and a paragraph a line. In a flat one line breaks
    /// are gone (a paragraph a page), or each line of print is a line and paragraphs are broken over them.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="hasPages">Whether the headers of its pages are known: as a flat text it keeps them.</param>
    public static bool IsStructured(string text, bool hasPages = false)
    {
        var characters = 0;
        var inLongLines = 0;
        var rows = 0;
        var broken = 0;
        var wide = 0;
        var items = 0;
        var lines = 0;
        var blank = 0;
        var previous = ReadOnlySpan<char>.Empty;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range].Trim(' ');
            if (line.IsEmpty)
            {
                previous = default;
                blank++;
                continue;
            }

            lines++;
            items += IsItem(line) ? 1 : 0;
            characters += line.Length;
            if (line.Length > 1000)
            {
                inLongLines += line.Length;
            }

            if (line.Contains('\t') || line.Contains(" | ", StringComparison.Ordinal))
            {
                rows++;
            }
            else if (previous.Length > 60)
            {
                wide++;
                broken += IsBroken(previous, line) ? 1 : 0;
            }

            previous = line;
        }

        if (rows >= 10 && rows * 8 > lines)
        {
            return true;
        }

        var pageLines = PageLines().Count(text) >= 3;
        // Where items have their bullets and blank lines part what they do not stand in, lines that the page's width broke are put together again without a guess.
        return inLongLines * 2 <= characters
            && !pageLines
            && !(
                wide > 15
                && broken * 3 > wide
                && (hasPages || items < FewestItems || blank * LinesOfParagraph < lines)
            );
    }

    // More lines than paragraphs, lists, headings and tables have in the mean.
    private const int LinesOfParagraph = 25;

    // A list of findings or two to each area.
    private const int FewestItems = 16;

    // Areas are numbered too, but only where a list begins anew does a first or second number come again and again.
    private static bool IsItem(ReadOnlySpan<char> line) =>
        Bullets.LengthIn(line.ToString()) > 0 || Bullets.NumberIn(line.ToString()).Number is 1 or 2;

    // A line that ends without a full stop and goes on in lower case was broken by the page's width.
    private static bool IsBroken(ReadOnlySpan<char> line, ReadOnlySpan<char> next) =>
        line[^1] is not ('.' or '!' or '?' or ':')
        && (char.IsLower(next[0]) || line[^1] is '-' or ',');

    // A page header with the page's text behind it on the same line.
    [GeneratedRegex(
        @"^.{0,6}Sveriges Kommuner och \w+ .{0,20}\(\d+\) \S.{60}",
        RegexOptions.Multiline
    )]
    private static partial Regex PageLines();
}
