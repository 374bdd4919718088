using Kompass.Mining.Improvements.Drafts;

namespace Kompass.Mining.Improvements.Manuscripts;

/// <summary>Whether a quotation can be understood alone, by a rule anybody can follow: it points at nothing before it and says something besides names.</summary>
internal static partial class Quotable
{
    private const int FewestWords = 4;

    // What a sentence that holds up a municipality says of it anyway.
    private static readonly HashSet<string> Pointing = WordsOf(
        "kommun kommuner kommunen kommunens exempel exempelvis till t ex bland annat andra som och i på av för med att att den det de en ett är var vara kan kunna finns har "
            + "titta närmare lite intressant intressanta värd värda nämna nämnas besöka studera ta del där här sin sitt sina deras"
    );

    private static readonly HashSet<string> Verbs = WordsOf(
        "är har kan kunna finns visar arbetar använder publicerar redovisar erbjuder genomför genomfört tagit tar ger gett gjort gör utvecklat utvecklar infört inför "
            + "samlat samlar jämför beskriver bjuder sänder följer mäter driver lyckats skapat byggt startat lägger lagt fått får låter bedriver deltar titta studera lära"
    );

    // Bought services are no practice of a municipality's own.
    private static readonly string[] Bought = ["konsult", "upphandl", "köpt", "köper", "inköp"];

    /// <summary>Whether a sentence on another municipality says alone what it does.</summary>
    public static bool IsSentence(string text) =>
        !PointsBack.IsMatch(text)
        && !Bought.Any(b => text.Contains(b, StringComparison.OrdinalIgnoreCase))
        && PlainText.WordsOf(text).Overlaps(Verbs)
        && Words
            .Matches(text)
            .Select(w => w.Value)
            // A capital within the sentence is a name's.
            .Where((w, i) => i == 0 || !char.IsUpper(w[0]))
            .Count(w => !Pointing.Contains(w.ToLowerInvariant())) >= FewestWords;

    /// <summary>Whether an item of a list says something alone; items have no verb as a rule.</summary>
    public static bool IsItem(string text) => !PointsBack.IsMatch(text);

    private static HashSet<string> WordsOf(string words) =>
        words.Split(' ').ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words { get; }

    // Så är det inte i Vik; … på detta sätt; i detta sammanhang
    [GeneratedRegex(
        @"^(?:så|det|detta|denna|dessa|där|här|även|också|dock|däremot|därför|samma|sådan[at]?|de)\b|\b(?:detta|denna|dessa|sådan[at]?|ovan|ovanstående|samma sätt)\b",
        Patterns.AnyCase
    )]
    private static partial Regex PointsBack { get; }
}
