using Kompass.Mining.Documents;

namespace Kompass.Mining.Layout;

/// <summary>The signs that stand before the items of lists.</summary>
internal static partial class Bullets
{
    /// <summary>Signs that are nothing else, for a class of a pattern: dots, shapes, ticks and other pictures, and what symbol fonts have for themselves.</summary>
    public const string Signs = "•‣∙\u25A0-\u27BF\u2B00-\u2BFF\uE000-\uF8FF";

    // In the middle of a sentence they mean something.
    private const string OnlyBefore = "·\u2190-\u21FF";

    /// <summary>Whether a sign is one of <see cref="Signs"/>.</summary>
    public static bool Is(char sign) =>
        sign
            is '•'
                or '‣'
                or '∙'
                or (>= '\u25A0' and <= '\u27BF')
                or (>= '\u2B00' and <= '\u2BFF')
                or (>= '\uE000' and <= '\uF8FF');

    /// <summary>Whether a sign before a line's text is a bullet: a point in the middle or an arrow too.</summary>
    public static bool MayOpen(char sign) =>
        Is(sign) || sign is '·' or (>= '\u2190' and <= '\u21FF');

    /// <summary>A text with dots in place of the letters that stand for them, as Word's hollow bullet is copied: <c>o Tydlig styrkedja</c>.</summary>
    public static SourceText Written(SourceText source)
    {
        return Ring().Count(source.Text) < FewestRings
            ? source
            : source.With(Ring().Replace(source.Text, "•"));
    }

    // An item or two to each area; no sentence has the letter alone before a capital.
    private const int FewestRings = 12;

    /// <summary>How many characters of a line its bullet takes, with the blanks around it; 0 where it has none.</summary>
    public static int LengthIn(string line) => Opening().Match(line).Length;

    /// <summary>The number before a line's text, as of an item, and how many characters it takes; 0 and 0 where it has none.</summary>
    public static (int Number, int Length) NumberIn(string line) =>
        ItemNumber().Match(line) is { Success: true } match
            ? (match.Groups["number"].AsNumber(), match.Length)
            : (0, 0);

    [GeneratedRegex(@"(?<!\S)o(?=[^\S\n]+\p{Lu})")]
    private static partial Regex Ring();

    // "3. God dialog", "3) kort svarstid"
    [GeneratedRegex(@"^(?<number>[0-9]{1,2})[.)]\s+(?=[\p{L}\d""”])")]
    private static partial Regex ItemNumber();

    // "• Tydlig styrkedja", "- Intervjuer", "· Mål", "o Etik"; no bullet is the sign before a figure, "– 5 p", nor "§41".
    [GeneratedRegex(
        @"^\s*(?:["
            + Signs
            + OnlyBefore
            + @"]\s*|[§»›¤]\s+(?=[\p{L}\d])|[-–—*+]\s+(?!\d+(?:[,.]\d+)?\s*(?:p|poäng|%)?\s*$)|o\s+(?=\p{Lu}))"
    )]
    private static partial Regex Opening();
}
