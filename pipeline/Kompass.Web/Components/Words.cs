using Kompass.Mining.Dataset.Search;

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
            "improvement" => ("Förbättringsmöjlighet", "Improvement area"),
            "weakness" => ("Svaghet", "Weakness"),
            _ => ("Stycke", "Paragraph"),
        };

    /// <summary>What a list is of.</summary>
    public static (string Swedish, string English) Kinds(string? kind) =>
        kind switch
        {
            "strength" => ("Styrkor", "Strengths"),
            "improvement" => ("Förbättringsmöjligheter", "Improvement areas"),
            _ => ("Svagheter", "Weaknesses"),
        };

    /// <summary>How many findings, in words.</summary>
    public static string Findings(int count) => Counted(count, "punkt", "punkter");

    /// <summary>How many reports, in words.</summary>
    public static string Reports(long count) => Counted(count, "rapport", "rapporter");

    /// <summary>How many of what is called otherwise where it is one.</summary>
    public static string Counted(long count, string one, string several) =>
        $"{Number(count)} {(count == 1 ? one : several)}";

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
        return english switch
        {
            "the report says that the earlier evaluation used another scale" =>
                "rapporten säger att den tidigare utvärderingen hade en annan skala",
            "the earlier evaluation has no score of it" =>
                "poäng från den tidigare utvärderingen saknas",
            "the later evaluation has no score of it" =>
                "poäng från den senare utvärderingen saknas",
            _ when english.Split(' ')
                    is ["edition", var now, "has", "another", "area", var area, .., var then] =>
                $"utgåva {now} har ett annat område {area} än utgåva {then}",
            _ when english.Split(' ') is ["edition", var from, "has", .., var to] =>
                $"utgåva {from} har en annan skala än utgåva {to}",
            _ => english,
        };
    }

    /// <summary>By way of what a value was read.</summary>
    public static (string Swedish, string English) Via(string via) =>
        Value("findings", "source_via", via) is { } value
            ? (value.Swedish, value.English)
            : (via, "");

    /// <summary>What a kind of note says.</summary>
    public static string Note(string code) => Value("notes", "code", code)?.Swedish ?? code;

    // What the code book says of a value.
    private static ColumnValue? Value(string table, string column, string value)
    {
        var of = TableCatalogue.Find(table);
        return of.Columns[of.IndexOf(column)].Values.FirstOrDefault(v => v.Value == value);
    }

    /// <summary>The Swedish label of a theme.</summary>
    public static string Theme(Knowledge knowledge, string code) =>
        knowledge.Themes.FirstOrDefault(t => t.Code == code)?.Label ?? code;

    /// <summary>The wording of a sub-question in an edition, or null.</summary>
    public static string? Question(Knowledge knowledge, string edition, string code)
    {
        var of = knowledge.FindEdition(edition);
        return of?.FindQuestion(code)?.Text
            ?? (
                code.EndsWith(".0", StringComparison.Ordinal)
                && int.TryParse(code[..^2], CultureInfo.InvariantCulture, out var area)
                    ? of?.FindArea(area)?.Name
                    : null
            );
    }

    /// <summary>The name of an area in an edition, or its number.</summary>
    public static string Area(Knowledge knowledge, string edition, int area) =>
        knowledge.FindEdition(edition)?.FindArea(area)?.Name
        ?? area.ToString(CultureInfo.InvariantCulture);
}
