using Kompass.Mining.Improvements.Drafts;

namespace Kompass.Mining.Improvements.Notes;

/// <summary>
/// Whether a sentence says that something is in place or that it is missing, by its plainest words. What is missing is said with words of what is there (<em>har
/// ingen</em>), so that those of the former go first. What is denied twice (<em>saknar inte</em>), or said of one thing and then, after <em>men</em>, of another, is left open.
/// </summary>
internal static class StanceWords
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
            || ((isDenied || isLacking) && isThere && words.Contains("men"))
                ? Stance.Open
            : isDenied || isLacking ? Stance.Missing
            : isThere ? Stance.InPlace
            : Stance.Open;
    }

    private static HashSet<string> Words(params string[] lines) =>
        lines.SelectMany(l => l.Split(' ')).ToHashSet(StringComparer.Ordinal);
}
