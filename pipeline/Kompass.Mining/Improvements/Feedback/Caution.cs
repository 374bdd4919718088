using Kompass.Mining.Improvements.Drafts;

namespace Kompass.Mining.Improvements.Feedback;

/// <summary>Whether a suggestion stands word for word with a few words at either end that speak against it: <c>… – STÄMMER INTE</c>, <c>Tas bort: …</c>, <c>… ???</c>.</summary>
internal static class Caution
{
    private const int MostWords = 6;

    private static readonly HashSet<string> Words = new(
        "bort tas stryk stryka stryks strykes struken struket utgår utgå stämmer inte ej nej fel felaktig felaktigt tveksam tveksamt oklart osäker osäkert kolla kontrollera".Split(
            ' '
        ),
        StringComparer.Ordinal
    );

    /// <summary>Whether it is so.</summary>
    /// <param name="sentence">As it was suggested.</param>
    /// <param name="text">As it stands now, without its number.</param>
    public static bool IsOn(string sentence, string text)
    {
        var (own, now) = (PlainText.Of(sentence), PlainText.Of(text));
        var start = now.IndexOf(own, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return false;
        }

        var rest = $"{now[..start]} {now[(start + own.Length)..]}";
        var words = PlainText.WordsOf(rest);
        return words.Count <= MostWords
            && (
                words.Overlaps(Words)
                || rest.Contains('?', StringComparison.Ordinal)
                || (words.Count > 0 && !rest.Any(char.IsLower))
            );
    }
}
