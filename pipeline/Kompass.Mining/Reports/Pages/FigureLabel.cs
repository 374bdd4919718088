using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports.Pages;

/// <summary>Whom words are about.</summary>
internal enum Whose
{
    /// <summary>They name nobody.</summary>
    Nobody,

    /// <summary>The municipality of the page.</summary>
    Own,

    /// <summary>Another one.</summary>
    Other,
}

/// <summary>What the words beside a figure tell: of its meaning, its years and whose it is.</summary>
/// <param name="Meaning">The meaning, null where they tell none.</param>
/// <param name="SpeaksOfScores">Whether they speak of scores, beside whatever else.</param>
/// <param name="Years">The years they name, dates of publishing left out.</param>
/// <param name="Whose">Whom they are about.</param>
internal sealed record FigureLabel(
    FigureMeaning? Meaning,
    bool SpeaksOfScores,
    IReadOnlyList<int> Years,
    Whose Whose
)
{
    /// <summary>The year, where exactly one is named.</summary>
    public int? Year => Years.Count == 1 ? Years[0] : null;

    /// <summary>Whether they tell nothing.</summary>
    public bool IsSilent => Meaning is null && Whose == Whose.Nobody && Years.Count == 0;

    /// <summary>Whether they tell that the figure is no score, and nothing that it is one.</summary>
    public bool IsNoScore =>
        Meaning is not (null or FigureMeaning.Score or FigureMeaning.Earlier) && !SpeaksOfScores;
}

/// <summary>Reads such words on the page of a municipality.</summary>
internal sealed partial class FigureLabels(Knowledge knowledge, MunicipalityName own)
{
    private readonly FigureCues _cues = new(knowledge.Swedish);

    /// <summary>Of the language, for cutting sentences and for numbers in words.</summary>
    public Swedish Swedish => knowledge.Swedish;

    /// <summary>What a head, a caption, a heading or a sentence tells.</summary>
    public FigureLabel Of(string text)
    {
        text = Asking().Replace(OfMaximum().Replace(PublishingDate().Replace(text, " "), " "), "?");
        return new FigureLabel(
            _cues.In(text),
            _cues.Says(text, FigureMeaning.Score),
            [.. Numbers.Years(text).Select(y => y.Year).Distinct()],
            WhoseIs(text)
        );
    }

    /// <summary>Whether a text speaks of what is aimed at, beside whatever else.</summary>
    public bool SpeaksOfGoals(string text) => _cues.Says(text, FigureMeaning.Goal);

    /// <summary>Whether a text speaks of what an own score is held against: a mean, a goal, another municipality.</summary>
    public bool SpeaksOfOthers(string text) =>
        _cues.Says(text, FigureMeaning.Mean) || SpeaksOfGoals(text) || WhoseIs(text) == Whose.Other;

    /// <summary>Whom a text is about.</summary>
    public Whose WhoseIs(string text)
    {
        if (text.Contains(own.Name, StringComparison.Ordinal))
        {
            return Whose.Own;
        }

        var mentions = knowledge.Municipalities.FindMentions(text).ToList();
        return mentions.Exists(m => m.Municipality.Code == own.Code) ? Whose.Own
            // "i Nordvik fick vi": whoever writes that is of Nordvik.
            : mentions.Count > 0 || OtherKommun().IsMatch(text) ? Whose.Other
            : OwnWords().IsMatch(text) ? Whose.Own
            : BeginsWithAPlace(text) ? Whose.Other
            : Whose.Nobody;
    }

    // "Vara fick 644 poäng", "Kil", "Mora 2015": a name that is also a word, before a verb or alone over a column.
    private bool BeginsWithAPlace(string text) =>
        FirstWords().Match(text) is { Success: true } first
        && knowledge.Swedish.PlaceNamesThatAreWords.Contains(first.Groups["name"].Value);

    [GeneratedRegex(
        @"^\s*(?<name>\p{Lu}\p{Ll}+)(?:\s*(?:(?:19|20)\d\d\s*)?$|\s+(?:fick|får|har|nådde|når|hade|ligger|hamnade|klarade)\b)"
    )]
    private static partial Regex FirstWords();

    // "vår kommun", "kommunens resultat", "vi"
    [GeneratedRegex(@"\b(?:vår|vårt|våra|vi|kommunens)\b", Patterns.AnyCase)]
    private static partial Regex OwnWords();

    // "Nordviks kommun", also where it is none of the 290, "grannkommunen"
    [GeneratedRegex(
        @"\b(?!(?:Vår|Varje|Denna|Din|Er|Ingen|Årets|Sveriges|En|Hela)\b)\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?\s(?:kommun|stad)\b|\b[Gg]rannkommun\p{L}*"
    )]
    private static partial Regex OtherKommun();

    // "Och vi då?" asks, and tells of no time; "det vill säga" wishes nothing.
    [GeneratedRegex(@"\bdå\s*\?|\bdet\s+vill\s+säga\b", Patterns.AnyCase)]
    private static partial Regex Asking();

    // "av 100 möjliga poäng", "(max 800)", "av maximala 100 p"
    [GeneratedRegex(
        @"\(?(?:av|/|max(?:imalt)?\.?)\s*(?:de\s+|totalt\s+|maximalt\s+|maximala\s+|max\s+|möjliga\s+)*\d{3}(?:\s*(?:möjliga|poäng|p)\b)*\.?\)?|\b0\s*[-–]\s*100\b",
        Patterns.AnyCase
    )]
    private static partial Regex OfMaximum();

    // "Publicerad 12 januari 2015", "Pressmeddelande • Nov 30, 2016", "Senast granskad: 2015-01-12", "© 2016"; a municipality that "granskades 2014" was evaluated
    [GeneratedRegex(
        @"(?:(?:publicera|uppdatera|ändra|skapa)(?:d|des|t|ts|at|ad)\b|granskad\b|\b(?:sidan|artikeln)\s+granskades\b|©|copyright|\bpressmeddelande\b)[^.;\n]{0,40}?(?:19|20)\d\d(?:-\d\d-\d\d)?",
        Patterns.AnyCase
    )]
    internal static partial Regex PublishingDate();
}
