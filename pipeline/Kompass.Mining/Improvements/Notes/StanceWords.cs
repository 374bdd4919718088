using Kompass.Mining.Improvements.Drafts;

namespace Kompass.Mining.Improvements.Notes;

/// <summary>
/// Whether a sentence says that something is in place or that it is missing, by its plainest words. What is missing is said with words of what is there (<em>har
/// ingen</em>), so that those of the former go first. What is denied twice (<em>saknar inte</em>), asked, not known, limited (<em>inte bara</em>), said of the past, or
/// said of one thing and then, after <em>men</em>, of another, is left open.
/// </summary>
internal static partial class StanceWords
{
    private static readonly HashSet<string> Negations = Words(
        "inte ej aldrig ingen inget inga utan"
    );

    private static readonly HashSet<string> Lacks = Words(
        "saknar saknas saknades sakna brist brister bristande bristfällig otydlig otydligt otydliga svag svagt svaga svårt oklart oklar kritik problem",
        "sällan sporadiskt varierar ojämn ojämnt begränsad begränsat behöver borde bör önskar efterlyser"
    );

    private static readonly HashSet<string> InPlace = Words(
        "har finns antog antagit antagen beslutade beslutat infört införde införts används använder genomför genomförs genomförde följer följs publicerar",
        "publiceras redovisar redovisas sänds erbjuder varje årligen regelbundet alla samtliga tydlig tydligt tydliga väl god goda gott"
    );

    public static Stance Of(string sentence)
    {
        var words = PlainText.WordsOf(sentence);
        var (isDenied, isLacking, isThere) = (
            words.Overlaps(Negations),
            words.Overlaps(Lacks),
            words.Overlaps(InPlace)
        );
        return (isDenied && isLacking)
            || Asked.IsMatch(sentence)
            || Limited.IsMatch(sentence)
            || Turning.IsMatch(sentence)
            || (Past.IsMatch(sentence) && Now.IsMatch(sentence))
                ? Stance.Open
            : isDenied || isLacking ? Stance.Missing
            : isThere ? Stance.InPlace
            : Stance.Open;
    }

    // Finns det en plan? Fråga 3: vilken plan; Är det sant att …; jag vet inte om
    [GeneratedRegex(
        @"\?|^\W*(?:fråga|f)\s*\d*\s*[:.]|^\W*(?:finns|fanns|saknas|har|är|görs|används|följs|kan) (?:det|ni|du|man|kommunen)\b|\b(?:huruvida|undrar|kanske)\b|\bvet (?:inte|ej)\b",
        Patterns.AnyCase
    )]
    private static partial Regex Asked { get; }

    // inte bara en plan utan också …; ingen plan utan riktlinjer
    [GeneratedRegex(
        @"\binte (?:bara|enbart|endast|minst)\b|\b(?:inte|ej|ingen|inget|inga)\b.*\butan\b",
        Patterns.AnyCase
    )]
    private static partial Regex Limited { get; }

    // What stands behind may be the contrary. At the beginning these words turn from another sentence.
    [GeneratedRegex(
        @"(?<=\w\W+)(?:men|dock|däremot|emellertid|medan)\b|\b(?:trots|även om|tidigare|förr|förut)\b",
        Patterns.AnyCase
    )]
    private static partial Regex Turning { get; }

    [GeneratedRegex(@"\b(?:saknades|fanns|hade)\b", Patterns.AnyCase)]
    private static partial Regex Past { get; }

    [GeneratedRegex(@"\b(?:i dag|idag|nu|numera|sedan dess)\b", Patterns.AnyCase)]
    private static partial Regex Now { get; }

    private static HashSet<string> Words(params string[] lines) =>
        lines.SelectMany(l => l.Split(' ')).ToHashSet(StringComparer.Ordinal);
}
