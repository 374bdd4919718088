using Kompass.Mining.Reports.Scores;

namespace Kompass.Mining.Reports.Pages;

/// <summary>Which area a cell or a line names, as pages write it: <c>1.Offentlighet &amp; demokrati (max 100 p)</c>.</summary>
internal static partial class AreaCell
{
    // The longest name has 45 characters; a sentence is no name.
    private const int Longest = 90;

    /// <summary>The area's number, 0 for the total, null where the text names neither.</summary>
    public static int? Of(string text, EditionLabels labels)
    {
        if (text.Length is 0 or > Longest)
        {
            return null;
        }

        var name = Plain(text);
        return labels.AreaOf(name)
            ?? labels.NumberedArea(name)
            ?? (labels.IsTotal(name) || TotalName().IsMatch(name) ? Witness.Total : null);
    }

    /// <summary>
    /// The same for a cell of a table, which may say something of the area below its name: <c>Offentlighet och demokrati Här prövas öppenheten.</c>
    /// </summary>
    public static int? OfCell(string text, EditionLabels labels)
    {
        if (Of(text, labels) is { } area || text.Length > LongestCell)
        {
            return Of(text, labels);
        }

        var number = Number().Match(text);
        var first = labels
            .FindAll(text)
            .Where(h => h.Area is not null && labels.HasItsCapital(text, h))
            .FirstOrDefault();
        return
            first.Labels is not null
            && first.Start <= number.Length
            && Below().IsMatch(text[first.End..])
            ? first.Area
            : null;
    }

    // A name and a sentence or two.
    private const int LongestCell = 300;

    // A new sentence begins.
    [GeneratedRegex(@"^[.:]?\s+[\p{Lu}(]\p{Ll}+\s")]
    private static partial Regex Below();

    private static string Plain(string text)
    {
        var plain = EditionLabels.Spelled(
            OfArea().Replace(Prefix().Replace(Brackets().Replace(text, " "), ""), "${number} ")
        );
        plain = Number().Match(plain) is { Success: true } number
            ? $"{number.Groups["number"].Value} {plain[number.Length..]}"
            : plain;
        return plain.Trim(' ', ':', '.', '–', '-', '*', '\t');
    }

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Brackets();

    // "Kommunkompassen, Verksamhetsutveckling", "– varav verksamhetsutveckling"
    [GeneratedRegex(@"^\W*(?:kommun\s?kompassen\s*[,:–-]\s*|(?:var|där)av\s+)", Patterns.AnyCase)]
    private static partial Regex Prefix();

    // "område 1, offentlighet och demokrati"
    [GeneratedRegex(@"^\s*(?:område|omr\.?)\s*(?<number>[1-9])\s*,\s*", Patterns.AnyCase)]
    private static partial Regex OfArea();

    // "1. ", "1.", "1) ", "1 – "
    [GeneratedRegex(@"^\s*(?<number>[1-9])\s*(?:[.):–-]\s*|\s+)(?=\p{L})")]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^(?:(?:total|sammanlagd|sammanlagda|summa|slut)\s*poäng(?:en|summa)?|(?:totalt|summa|sammanlagt)\s+(?:resultat|poäng)|sammanlagt|sammantaget|totalt resultat|(?:alla|samtliga) områden(?:\s+tillsammans)?|poängsumma|hela kommunkompassen)$",
        Patterns.AnyCase
    )]
    private static partial Regex TotalName();
}
