namespace Kompass.Mining.Corpus;

/// <summary>
/// Tells the heading of a chapter that also names the municipality (<c>2 Västerås stad i förhållande till Kommunkompassen: En sammanfattande
/// genomgång</c>, <c>Kortfakta om Borås stad</c>) from a sentence that happens to end or begin with the chapter's words.
/// </summary>
internal static partial class ChapterLine
{
    /// <summary>
    /// Whether a line that ends in a label's letters is a heading: no full stop, and the label's capital where it has one, or a dash or colon before it
    /// (<c>2 Ekdals kommun – en sammanfattande genomgång</c>).
    /// </summary>
    public static bool EndsIn(string line, string label)
    {
        var start = OffsetOf(line, LabelKey.Of(line).Length - LabelKey.Of(label).Length);
        return !EndsSentence(line)
            && (
                !char.IsUpper(label[0])
                || char.IsUpper(line[start])
                || line.AsSpan(0, start).TrimEnd() is [.., '–' or '—' or '-' or ':']
            );
    }

    /// <summary>Whether nothing but a name follows a line's first <paramref name="letters"/> letters and digits.</summary>
    public static bool IsNameAfter(string line, int letters)
    {
        var rest = OffsetOf(line, letters);
        return Name().IsMatch(line[rest..]);
    }

    /// <summary>Whether a line ends as sentences do.</summary>
    public static bool EndsSentence(string line) =>
        line.AsSpan().TrimEnd() is [.., '.' or ',' or ';'];

    // The offset of a line's letter or digit by its number, or the line's length.
    private static int OffsetOf(string line, int number)
    {
        var at = 0;
        for (; at < line.Length; at++)
        {
            if (char.IsLetterOrDigit(line[at]) && number-- == 0)
            {
                break;
            }
        }

        return at;
    }

    // "Västerås Stad", "Region Gotland", "kommunen"
    [GeneratedRegex(
        @"^\W*(?:\p{Lu}[\p{L}-]*(?:\s+\p{Lu}[\p{L}-]*){0,2}(?:\s+(?:kommun|stad))?|kommunen|staden)\W*$"
    )]
    private static partial Regex Name();
}
