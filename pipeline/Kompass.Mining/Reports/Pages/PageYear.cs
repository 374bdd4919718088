using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports.Pages;

/// <summary>
/// Of which evaluation a page tells: the year of the evaluation, not that of publishing. The title says it, or the sentence that says when the evaluation
/// was made; a heading further down only heads its own part.
/// </summary>
/// <param name="blocks">The page.</param>
/// <param name="figures">Reads the words beside years.</param>
internal sealed partial class PageYear(IReadOnlyList<Block> blocks, FigureLabels figures)
{
    private readonly PageDates _dates = PageDates.Of(blocks, figures.Swedish);
    private readonly List<string> _sentences =
    [
        .. blocks
            .SelectMany(b =>
                b switch
                {
                    Block.Paragraph p => [p.Text],
                    Block.ItemList l => l.Items.Select(i => i.Text),
                    _ => Enumerable.Empty<Passage>(),
                }
            )
            .SelectMany(p => Sentences.Split(p, figures.Swedish))
            .Select(s => s.Text),
    ];

    /// <summary>The year that the page's title names, or null.</summary>
    public int? InTitle { get; } = TitleYear(blocks, figures);

    /// <summary>The year, or null where neither title nor sentences tell one.</summary>
    /// <param name="doubt">Why the year may be another, in words, or null.</param>
    public int? Of(out string? doubt)
    {
        doubt = null;
        var title = InTitle;
        var thisYear = ThisYear();
        var texts = _sentences
            .Where(s => Evaluated().IsMatch(s) && !(thisYear is not null && Latest().IsMatch(s)))
            .Select(Bare)
            .ToList();
        // "genomfördes i december 2012, och rapporten inkom 2013-02-11": a whole date is one of papers, unless there is no other.
        var (told, before) = Told(texts.Select(PageDates.WithoutDates));
        // A year two or more before "årets utvärdering" is another's; the year before may be that in which it was made.
        if (title is null && thisYear is { } published && told.TrueForAll(y => y < published - 1))
        {
            doubt = PublishedThatYear;
            return published;
        }

        if (title is null && YearOfMonth() is { } dated && told.TrueForAll(y => y < dated - 1))
        {
            doubt = OnlyMonth;
            return dated;
        }

        // "I april 2018. Dessförinnan deltog vi 2015."
        if (
            title is null
            && told.Count == 0
            && AnyMonth() is { } visit
            && before.TrueForAll(y => y < visit)
        )
        {
            doubt = OnlyAnyMonth;
            return visit;
        }

        told =
            told.Count > 0 ? told
            // "från 42 till 67 poäng", "(förra gången 497)": the page tells of the evaluation behind the one before.
            : _sentences.Exists(s => ComparesWithEarlier().IsMatch(s)) ? []
            : before.Count > 0 ? before
            : Told(texts.Where(t => !EndsWithDate().IsMatch(t))) is var (whole, past)
            && whole.Count > 0
                ? whole
            : past;
        if (title is not { } year)
        {
            return told.Count > 0 ? told.Max() : null;
        }

        if (told.Count > 0 && !told.Contains(year) && told.Max() == year - 1)
        {
            doubt = TitleNamesAnother;
            return year - 1;
        }

        return year;
    }

    // A sentence without the years of something else: of the news, of the evaluation before, of the instrument.
    private static string Bare(string sentence) =>
        Compared()
            .Replace(
                WillBe()
                    .Replace(
                        SinceYear()
                            .Replace(
                                FromYear().Replace(PageDates.WithoutOpening(sentence), " "),
                                " "
                            ),
                        ""
                    ),
                ""
            );

    // The years that sentences tell, and those that they tell of an evaluation before: "Förra året vi deltog, 2011", "Vid den första utvärderingen, 2013". One beside
    // its month is when it was made; one after the page's own is to come.
    private (List<int> Told, List<int> Before) Told(IEnumerable<string> sentences)
    {
        var labels = sentences
            .Select(s => (Text: s, Label: figures.Of(s)))
            .Where(s =>
                s.Label.Meaning is not FigureMeaning.Goal
                // "2015 blev Nordvik en av landets minsta att utvärderas": whose year it is, not what the mean is.
                && (s.Label.Meaning is not FigureMeaning.Mean || s.Label.Whose == Whose.Own)
                && s.Label.Whose != Whose.Other
                && !Again().IsMatch(s.Text)
            )
            .ToLookup(s => s.Label.Meaning == FigureMeaning.Earlier || First().IsMatch(s.Text));
        var told = labels[false].ToList();
        var visits = told.Select(s => VisitIn(s.Text)).OfType<int>().ToList();
        return (
            Until(visits.Count > 0 ? visits : told.SelectMany(s => s.Label.Years)),
            Until(labels[true].SelectMany(s => s.Label.Years))
        );

        List<int> Until(IEnumerable<int> years) => [.. years.Where(y => !(y > _dates.Latest))];
    }

    // "Besöket ägde rum i november 2012 och rapporten kom i mars 2013": the report is the later one.
    private static int? VisitIn(string sentence)
    {
        var years = MonthAndYear()
            .Matches(sentence)
            .Select(m => m.Groups["year"].AsNumber())
            .ToList();
        return years.Count == 0 ? null
            : sentence.Contains("rapport", StringComparison.OrdinalIgnoreCase) ? years.Min()
            : years.Max();
    }

    // "I november 2014 tittade SKL på …", "Den gjordes i februari 2013": no word tells that it was an evaluation, and no other month and year stand on the page.
    private int? AnyMonth() =>
        Past(_sentences)
            .Where(s => !Again().IsMatch(s))
            .SelectMany(s => MonthAndYear().Matches(s))
            .Select(m => m.Groups["year"].AsNumber())
            .Where(y => !(y > _dates.Latest))
            .Distinct()
            .ToList()
            is [var only]
            ? only
            : null;

    // "Planen är att göra om utvärderingen 2015", "En förnyad utvärdering görs under 2013"
    [GeneratedRegex(
        @"\b(?:göra om|görs om|(?:ny|nästa|förnyad|kommande)\s+(?:utvärdering|mätning|granskning))",
        Patterns.AnyCase
    )]
    private static partial Regex Again();

    // "Vid den första utvärderingen, 2013"
    [GeneratedRegex(
        @"\bförsta\s+(?:utvärderingen|gången|mätningen|granskningen|kommunkompass\p{L}*)\b",
        Patterns.AnyCase
    )]
    private static partial Regex First();

    // "i november 2020", "hösten 2014"
    [GeneratedRegex(
        @"\b(?:"
            + Patterns.Months
            + @"|våren|sommaren|hösten|vintern)\s+(?:år\s+)?(?<year>(?:19|20)\d\d)\b",
        Patterns.AnyCase
    )]
    private static partial Regex MonthAndYear();

    /// <summary>The years before this evaluation's in which the page says that the municipality was evaluated too: <c>har utvärderats 2009 och 2013</c>.</summary>
    /// <param name="year">The evaluation's year.</param>
    public IReadOnlyList<int> Earlier(int? year) =>
        [
            .. _sentences
                .Where(s => Evaluated().IsMatch(s))
                .Select(s =>
                    (IsFirst: First().IsMatch(s), Label: figures.Of(Since().Replace(s, " ")))
                )
                .Where(s =>
                    s.Label.Whose != Whose.Other
                    && s.Label.Meaning is not (FigureMeaning.Goal or FigureMeaning.Mean)
                    && (
                        s.IsFirst
                        || s.Label.Meaning == FigureMeaning.Earlier
                        || s.Label.Years.Any(y => y == year)
                    )
                )
                .SelectMany(s => s.Label.Years)
                .Where(y => !(y >= year))
                .Distinct(),
        ];

    // "har funnits sedan 2002"
    [GeneratedRegex(@"\b(?:sedan|sen|från)\s+(?:år\s+)?(?:19|20)\d\d", Patterns.AnyCase)]
    private static partial Regex Since();

    // "från 402 poäng 2011 till 467"
    [GeneratedRegex(
        @"\bfrån\s+\d{2,3}\s+(?:poäng\s+)?\(?(?:år\s+|i\s+)?(?:19|20)\d\d\)?(?=\s+till\b)"
    )]
    private static partial Regex FromYear();

    // "462 poäng i Kommunkompassen 2010-11-02": a link to older news.
    [GeneratedRegex(@"(?:19|20)\d\d-\d\d-\d\d\)?\s*$")]
    private static partial Regex EndsWithDate();

    // "Sedan 2002 har 240 utvärderingar gjorts", "sedan mätningen 2016", "Verktyget gjordes om 2020", "2015 reviderades verktyget", "(förra gången 497)"
    [GeneratedRegex(
        @"\b(?:(?:sedan|sen)(?:\s+(?:den\s+)?(?:förra\s+|senaste\s+)?(?:mätning|utvärdering|undersökning|granskning|start)en)?|(?:gjordes|gjorts)\s+om|(?:omarbeta|revidera)(?:de|t)s)\s+(?:år\s+)?(?:19|20)\d\d|\b(?:19|20)\d\d\s+(?:omarbeta|revidera)(?:de|t)s\b|\((?:förra|föregående)\b[^()]*\)",
        Patterns.AnyCase
    )]
    private static partial Regex SinceYear();

    /// <summary>The doubt where the title names another year.</summary>
    public const string TitleNamesAnother =
        "the title names another year than the evaluation; the one of which sentences or tables tell was taken";

    /// <summary>The doubt where figures are of a later year than any sentence tells.</summary>
    public const string TablesTellALater =
        "figures are of a later evaluation than that of which sentences tell; their year was taken";

    // "I år har kommunen utvärderats", "I går fick vi resultatet av Kommunkompassen", "till 402 poäng i år": the year in which the page was published.
    private int? ThisYear() =>
        _sentences.Exists(s => InThisYear().IsMatch(s)) ? _dates.Published?.Year : null;

    // Sentences of what was, and not of what is wished for, of a mean or of another municipality.
    private IEnumerable<string> Past(IEnumerable<string> sentences) =>
        sentences.Where(s =>
            !ToCome().IsMatch(s)
            && figures.Of(s)
                is {
                    Meaning: not (FigureMeaning.Goal or FigureMeaning.Mean),
                    Whose: not Whose.Other
                }
        );

    // "I oktober granskades kommunen" on a page of 12 December 2014, "i november" on one of January.
    private int? YearOfMonth() =>
        _dates.Published is (var year, { } month)
        && Past(_sentences.Select(Bare))
            .Where(s => Evaluated().IsMatch(s) && figures.Of(s).Years.Count == 0)
            .Select(s => PageDates.MonthIn(s, figures.Swedish))
            .FirstOrDefault(m => m is not null)
            is { } told
            ? told <= month
                ? year
                : year - 1
            : null;

    // "Rapporten behandlas i mars", "kommer att presenteras under hösten"
    [GeneratedRegex(
        @"\b(?:kommer|ska|skall|planeras|väntas|behandlas|presenteras|återkom\p{L}*)\b",
        Patterns.AnyCase
    )]
    private static partial Regex ToCome();

    [GeneratedRegex(
        @"\bfrån\s+\d{2,3}\s+(?:poäng\s+)?till\s+\d{2,3}\b|\bförra\s+gången\s*[,:]?\s*\d{3}\b"
    )]
    private static partial Regex ComparesWithEarlier();

    // "var med 2018 och 2020 och ska vara med även 2023"
    [GeneratedRegex(@"\b(?:ska|skall|kommer\s+att|planer\p{L}*)\b.*$", Patterns.AnyCase)]
    private static partial Regex WillBe();

    private const string OnlyAnyMonth =
        "no sentence says when the evaluation was made; the year is the only one that the page names with a month";

    private const string OnlyMonth =
        "the page names no more than the month of the evaluation; the year is that of the page's own date";

    private const string PublishedThatYear =
        "the page says that the evaluation was made this year, and was published in that year";

    // "Senast kommunen granskades var 2010": the one before this year's.
    [GeneratedRegex(@"\bsenast\b", Patterns.AnyCase)]
    private static partial Regex Latest();

    [GeneratedRegex(
        @"\b(?:i år|årets|under året|i ?går|i ?dag|i veckan)\b.*(?:utvärder|kommunkompass|granska)|(?:utvärder|kommunkompass|granska).*\b(?:i år|årets|under året|i ?går|i ?dag|i veckan)\b|\d{2,3}\s+(?:poäng\s+)?i år\b|\bi år\b.*\b\d{3}\s+poäng",
        Patterns.AnyCase
    )]
    private static partial Regex InThisYear();

    // The latest year beside the instrument's name, or beside a word for its result, in the title or a main heading, before the first figures.
    private static int? TitleYear(IReadOnlyList<Block> blocks, FigureLabels figures)
    {
        foreach (
            var text in blocks
                .Select((b, i) => (Block: b, First: i == 0))
                .Where(b => b.Block is Block.Heading { Level: 0 or 1 } || b.First)
                .Select(b =>
                    b.Block switch
                    {
                        Block.Heading h => h.Text.Text,
                        Block.Paragraph p when p.Text.Text.Length < 120 => p.Text.Text,
                        _ => "",
                    }
                )
                .Take(4)
        )
        {
            // A whole date is that of the page or of another beside it.
            var label = figures.Of(PageDates.WithoutDates(text));
            if (
                (
                    text.Contains("kompass", StringComparison.OrdinalIgnoreCase)
                    || (
                        label is { Years.Count: 1, Meaning: FigureMeaning.Score }
                        && !PageDates.IsOfAYear(text)
                    )
                )
                && label.Years.Count > 0
                && !(label.Meaning == FigureMeaning.Goal && !label.SpeaksOfScores)
            )
            {
                return label.Years.Max();
            }
        }

        return null;
    }

    // "438 poäng, jämfört med 391 poäng vid mätningen 2013"
    [GeneratedRegex(@"\b(?:jämför\p{L}*\s+med|i jämförelse med|mot|än)\b.*$", Patterns.AnyCase)]
    private static partial Regex Compared();

    // "utvärderades i oktober 2014", "resultatet av 2014 års Kommunkompass", "deltog 2014", "genomfördes hösten 2014"
    [GeneratedRegex(
        @"utvärder\p{L}*|intervju\p{L}*|genomför\p{L}*|genomlys\p{L}*|granskad?e?s?\b|granskat\p{L}*|granskning\p{L}*|deltog|deltagit|mätning\p{L}*|mättes|kommunkompass\p{L}*|\b(?:kom|var)\s+(?:SKL|SKR)\b|(?:SKL|SKR)\s+(?:\p{L}+\s+){0,2}(?:kom|tittade|var|gick)\b|resultat(?:et)?\s+(?:(?:för|från)\s+)?(?:år\s+)?(?:19|20)\d\d|(?:19|20)\d\d\s+års\s+resultat\b(?!.*(?:undersökning|enkät|bokslut))|\b(?:var|varit)\s+med\b|utfråg\p{L}*|frågades\s+ut|förhör\p{L}*|svara(?:t|de|r)?\s+på\s+frågor|besökte\p{L}*|besök\p{L}*\b(?=.*\b(?:SKL|Sveriges Kommuner|Svenska Kommunförbundet))|\bbesök\s+\d|besöket\s+(?:gjordes|skedde|genomfördes|ägde)|bedömdes|bedömning\p{L}*|\bundersökningen\b(?=.*\bpoäng\b)",
        Patterns.AnyCase
    )]
    private static partial Regex Evaluated();
}
