using Kompass.Mining.Improvements.Drafts;

namespace Kompass.Mining.Improvements.Feedback;

/// <summary>
/// Whether what stands in a suggestion's place speaks of the suggestion and not of the municipality: the suggestion word for word with a few words at either end
/// that speak against it (<c>… – STÄMMER INTE</c>, <c>Tas bort: …</c>, <c>… ???</c>), or an answer to it alone (<c>Nej</c>, <c>Redan genomfört</c>, <c>–</c>).
/// </summary>
internal static partial class Caution
{
    private const int MostWords = 6;

    // What an answer is made of: words that name nothing.
    private static readonly HashSet<string> Answers = new(
        """
        ja nej nä jo ok okej tack bra rätt sant ej inte icke inget ingen inga ingenting intet aldrig varken eller alls helt utan
        vet ej okänt oklart osäker osäkert tveksam tveksamt fel felaktig felaktigt stämmer stämde kolla kontrollera undersök återkommer se ovan nedan samma dito
        aktuellt aktuell aktuella relevant relevanta tillämpligt tillämplig na
        bort borttagen borttaget tas ta stryk stryka stryks strykes struken struket utgår utgå utgått raderas hoppa hoppar över
        redan nu numera ännu längre just här där detta denna den det dessa är var har hade finns fanns saknas blir blivit kan gäller
        genomfört genomförd genomförda gjort gjord klart klar färdigt färdig löst åtgärdat åtgärdad åtgärdats infört införd avklarat uppfyllt uppfylld inkluderat
        uppgift uppgifter svar kommentar kommentarer synpunkt synpunkter förslag punkt punkten text
        att lyfta fram säga nämna tillägga skriva notera rapportera anmärka om på i av för med till som och men så vi jag oss hos kommunen fråga frågan delfrågan
        något några mer finna hitta behövs behöver inte nödvändigt
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal
    );

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
            return SaysNothing(text);
        }

        var rest = $"{now[..start]} {now[(start + own.Length)..]}";
        var words = PlainText.WordsOf(rest);
        return words.Count <= MostWords
            && (
                words.Overlaps(Words)
                || (words.Count > 0 && SaysNothing(rest))
                || rest.Contains('?', StringComparison.Ordinal)
                || (words.Count > 0 && !rest.Any(char.IsLower))
            );
    }

    /// <summary>
    /// Whether an item says nothing of the municipality: it has no letters, no word that names anything (<c>Inget att lyfta fram</c>), is an order to strike it
    /// (<c>Stryk, se område 5</c>), or tells that it was done already (<c>Redan beslutat 2015</c>). <c>Ingen budget för översättning</c> names something.
    /// </summary>
    public static bool SaysNothing(string text)
    {
        var words = PlainText.WordsOf(text);
        return !text.Any(char.IsLetter)
            || words.All(w => Answers.Contains(w) || w.Length == 1 || w.All(char.IsDigit))
            || (words.Count <= MostWords && Refusal.IsMatch(text));
    }

    // Stryk, se område 5; Tas bort helt; Nej, det har vi; Vet inte om planen gäller; Redan beslutat 2015
    [GeneratedRegex(
        @"^\W*(?:(?:nej|stryk|stryks|hoppa över|tas? bort|vet (?:ej|inte))\b|redan \p{Ll}+t(?: \d{4})?\W*$)",
        Patterns.AnyCase
    )]
    private static partial Regex Refusal { get; }
}
