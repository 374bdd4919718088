using Kompass.Mining.Dataset.Search;
using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Reports;

namespace Kompass.Web.Components;

/// <summary>Codes and figures as people read them.</summary>
public static class Words
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>1234567 as <c>1 234 567</c>.</summary>
    public static string Number(long number) => number.ToString("N0", Swedish);

    /// <summary>52.5 as <c>52,5</c>; a dash where there is none.</summary>
    public static string Points(double? number) => number?.ToString("0.#", Swedish) ?? "–";

    /// <summary>0.873 as <c>87 %</c>; what is not quite all is not 100, and what is something is not 0.</summary>
    public static string Percent(double? share) =>
        share switch
        {
            null => "–",
            < 1 and >= 0.995 => ">\u00A099\u00A0%",
            > 0 and < 0.005 => "<\u00A01\u00A0%",
            { } s => $"{(100 * s).ToString("0", Swedish)}\u00A0%",
        };

    /// <summary>What a text of a list is.</summary>
    public static (string Swedish, string English) Kind(string? kind) =>
        kind switch
        {
            "strength" => ("Styrka", "Strength"),
            "improvement" => ("Förbättringsområde", "Improvement area"),
            "weakness" => ("Svaghet", "Weakness"),
            _ => ("Stycke", "Paragraph"),
        };

    /// <summary>What a list is of.</summary>
    public static (string Swedish, string English) Kinds(string? kind) =>
        kind switch
        {
            "strength" => ("Styrkor", "Strengths"),
            "improvement" => ("Förbättringsområden", "Improvement areas"),
            _ => ("Svagheter", "Weaknesses"),
        };

    /// <summary>What a column holds.</summary>
    public static string Type(ColumnType type) =>
        type switch
        {
            ColumnType.Text => "text",
            ColumnType.Integer => "heltal",
            ColumnType.Number => "tal",
            _ => "ja (1) eller nej (0)",
        };

    /// <summary>Where texts stand.</summary>
    public static (string Swedish, string English) Place(TextPlace place) =>
        place switch
        {
            TextPlace.Lists => ("Listor", "Lists"),
            TextPlace.Remarks => ("Omdömen i löptexten", "Remarks in the prose"),
            TextPlace.Prose => ("Löptext", "Prose"),
            _ => throw new ArgumentOutOfRangeException(nameof(place), place, "no such place"),
        };

    /// <summary>What of a search was understood, in Swedish; <see cref="SearchQuery.Understood"/> says it in English.</summary>
    public static string Understood(SearchTerm term) =>
        term switch
        {
            SearchTerm.Phrase { Form: SearchForm.Exact } p =>
                $"exakt ”{string.Join(' ', p.Words)}”",
            SearchTerm.Phrase { Form: SearchForm.Prefix } p =>
                $"ord som börjar på {string.Join(' ', p.Words)}",
            SearchTerm.Phrase p => $"alla former av {string.Join(' ', p.Words)}",
            SearchTerm.Near n =>
                $"{string.Join(" nära ", n.Words.Select(Understood))} (högst {Number(n.Distance)} ord emellan)",
            SearchTerm.And a => $"{Within(a.Left)} OCH {Within(a.Right)}",
            SearchTerm.Or o => $"{Understood(o.Left)} ELLER {Understood(o.Right)}",
            SearchTerm.Not n => $"{Within(n.Left)} MEN INTE {Within(n.Right)}",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string Within(SearchTerm term) =>
        term is SearchTerm.Or ? $"({Understood(term)})" : Understood(term);

    /// <summary>Why two evaluations cannot be compared, in Swedish; as it stands where the words are not known.</summary>
    public static string Reason(string english)
    {
        ArgumentNullException.ThrowIfNull(english);
        return english switch
        {
            "the report says that the earlier evaluation used another scale" =>
                "rapporten säger att den tidigare utvärderingen hade en annan skala",
            "the earlier evaluation has no score of it" =>
                "den tidigare utvärderingen har inga poäng för det",
            "the later evaluation has no score of it" =>
                "den senare utvärderingen har inga poäng för det",
            _ when english.Split(' ') is ["edition", var from, "has", .., var to] =>
                $"utgåva {from} har en annan skala än utgåva {to}",
            _ => english,
        };
    }

    /// <summary>By way of what a value was read.</summary>
    public static (string Swedish, string English) Via(string via) =>
        via switch
        {
            "findings-table" => ("listornas tabell", "the table of the lists"),
            "findings-list" => ("listan under en rubrik", "the list under a heading"),
            "flat-run" => (
                "löpande text, delad där punkterna slutar",
                "running text, cut where items end"
            ),
            "web-list" => ("en lista på en webbsida", "a list of a web page"),
            "prose" => ("löptexten", "the prose"),
            "appendix" => (
                "kapitlet om en tidigare utvärdering",
                "the chapter on an earlier evaluation"
            ),
            _ => (via, ""),
        };

    /// <summary>What a kind of note says.</summary>
    public static string Note(string code) => Notes.GetValueOrDefault(code) ?? code;

    internal static IReadOnlyDictionary<string, string> Notes { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [NoteCode.MunicipalityUnknown] = "Kommunen är ingen av de 290",
            [NoteCode.MunicipalityDiffers] = "Titel, rubriker och text nämner olika kommuner",
            [NoteCode.MunicipalityInferred] = "Kommunen är den som texten nämner oftast",
            [NoteCode.YearMissing] = "Inget år fanns",
            [NoteCode.YearInferred] = "Året är taget ur filens namn eller katalogen",
            [NoteCode.YearsDropped] = "Datum och årtal är borttagna ur texten",
            [NoteCode.Truncated] = "Texten slutar före rapporten",
            [NoteCode.Appendix] =
                "Ett kapitel upprepar en tidigare utvärdering; dess siffror hålls isär",
            [NoteCode.PageUnreadable] = "Sidor som inte gick att läsa",
            [NoteCode.TextRepaired] = "Skadade tecken som kunde lagas",
            [NoteCode.Attached] = "Rapporten är en bifogad fil",
            [NoteCode.ScoreMissing] = "Områdets poäng saknas",
            [NoteCode.ScoreDiffers] = "Ställen som anger områdets poäng säger olika",
            [NoteCode.ScoreFromSum] = "Områdets poäng är summerad av delfrågorna",
            [NoteCode.ScoreFromShare] = "Områdets poäng är tryckt i procent",
            [NoteCode.SumRounding] =
                "Delfrågorna ger inte områdets poäng; avrundning förklarar det",
            [NoteCode.SumDiffers] = "Delfrågorna ger inte områdets poäng",
            [NoteCode.TotalRounding] = "Områdena ger inte totalen; avrundning förklarar det",
            [NoteCode.TotalDiffers] = "Områdena ger inte totalen",
            [NoteCode.TotalUncertain] = "Totalen är osäker",
            [NoteCode.TotalMissing] = "Totalen saknas",
            [NoteCode.QuestionMissing] = "En delfrågas rad saknas",
            [NoteCode.QuestionUnclear] = "En delfrågas poäng går inte att skilja ut",
            [NoteCode.QuestionWorkedOut] =
                "En delfrågas poäng är osäkert lästa; bara dessa ger områdets summa",
            [NoteCode.PercentDiffers] = "Poäng, högsta poäng och procent går inte ihop",
            [NoteCode.MaxDiffers] = "Den tryckta högsta poängen är inte instrumentets",
            [NoteCode.PreviousRounding] = "Tidigare utvärdering: avrundning i summan",
            [NoteCode.PreviousDiffers] = "Tidigare utvärdering: siffrorna går inte ihop",
            [NoteCode.PreviousUnclear] = "Tidigare utvärdering: år eller innebörd är oklar",
            [NoteCode.FindingsMissing] = "Ett område saknar punkter eller en av listorna",
            [NoteCode.SectionUncertain] = "Sidor eller rubriker är borta; listor kan vara kapade",
            [NoteCode.ColumnUncertain] = "I vilken lista punkter står är osäkert",
            [NoteCode.CutUncertain] = "Var punkter börjar eller slutar är osäkert",
            [NoteCode.ReadUncertain] = "Tecken är osäkert avlästa",
            [NoteCode.ValueUncertain] = "Siffran är osäker",
            [NoteCode.DocumentsDiffer] = "Två dokument om samma utvärdering säger olika",
        };

    /// <summary>The Swedish label of a theme.</summary>
    public static string Theme(Knowledge knowledge, string code)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        return knowledge.Themes.FirstOrDefault(t => t.Code == code)?.Label ?? code;
    }

    /// <summary>The wording of a sub-question in an edition, or null.</summary>
    public static string? Question(Knowledge knowledge, string edition, string code)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(code);
        var of = knowledge.Editions.FirstOrDefault(e => e.Id == edition);
        return of?.FindQuestion(code)?.Text
            ?? (
                code.EndsWith(".0", StringComparison.Ordinal)
                && int.TryParse(code[..^2], CultureInfo.InvariantCulture, out var area)
                    ? of?.FindArea(area)?.Name
                    : null
            );
    }

    /// <summary>The name of an area in an edition, or its number.</summary>
    public static string Area(Knowledge knowledge, string edition, int area)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        return knowledge.Editions.FirstOrDefault(e => e.Id == edition)?.FindArea(area)?.Name
            ?? area.ToString(CultureInfo.InvariantCulture);
    }
}
