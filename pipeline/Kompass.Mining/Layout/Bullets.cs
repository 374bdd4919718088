using System.Text.RegularExpressions;

namespace Kompass.Mining.Layout;

/// <summary>The signs that stand before the items of lists.</summary>
internal static partial class Bullets
{
    /// <summary>Signs that are nothing else, those of symbol fonts included.</summary>
    public const string Signs = "•●▪◦‣∙■□▫○➢►▶➔➜➤✓✔✗✘◆◇➕➖\uF0B7\uF0A7\uF02D\uF0D8\uF0FC";

    /// <summary>How many characters of a line its bullet takes, with the blanks around it; 0 where it has none.</summary>
    public static int LengthIn(string line) => Opening().Match(line).Length;

    // "• Tydlig styrkedja", "- Intervjuer", "· Mål", "o Etik"; no bullet is the sign before a figure, "– 5 p", nor "§41".
    [GeneratedRegex(
        @"^\s*(?:["
            + Signs
            + @"·]\s*|[§»›¤→]\s+(?=[\p{L}\d])|[-–—*+]\s+(?!\d+(?:[,.]\d+)?\s*(?:p|poäng|%)?\s*$)|o\s+(?=\p{Lu}))",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Opening();
}
