using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports.Pages;

/// <summary>
/// Of which evaluation a page tells: the year of the evaluation, not that of publishing. The title says it, or the sentence that says when the evaluation
/// was made; a heading further down only heads its own part.
/// </summary>
internal static partial class PageYear
{
    /// <summary>The year, or null where neither title nor sentences tell one.</summary>
    /// <param name="blocks">The page.</param>
    /// <param name="figures">Reads the words beside years.</param>
    /// <param name="swedish">For cutting sentences.</param>
    /// <param name="doubt">Why the year may be another, in words, or null.</param>
    public static int? Of(
        IReadOnlyList<Block> blocks,
        FigureLabels figures,
        Swedish swedish,
        out string? doubt
    )
    {
        doubt = null;
        var title = TitleYear(blocks, figures);
        var thisYear = ThisYear(blocks, swedish);
        var texts = SentencesOf(blocks, swedish)
            .Where(s => Evaluated().IsMatch(s) && !(thisYear is not null && Latest().IsMatch(s)))
            .Select(s =>
                Compared().Replace(SinceYear().Replace(DateAtStart().Replace(s, " "), " "), "")
            )
            .ToList();
        // "genomfördes i december 2012, och rapporten inkom 2013-02-11": a whole date is one of papers, unless there is no other.
        var told = Told(texts.Select(t => IsoMonth().Replace(t, " ")), figures);
        // A year two or more before "årets utvärdering" is another's; the year before may be that in which it was made.
        if (title is null && thisYear is { } published && told.TrueForAll(y => y < published - 1))
        {
            doubt = PublishedThatYear;
            return published;
        }

        if (title is null && told.Count == 0 && YearOfMonth(blocks, figures, swedish) is { } dated)
        {
            doubt = OnlyMonth;
            return dated;
        }

        told = told.Count > 0 ? told : Told(texts, figures);
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

    // "Förra året vi deltog, 2011": no year of this evaluation, unless nothing tells another.
    private static List<int> Told(IEnumerable<string> sentences, FigureLabels figures)
    {
        var labels = sentences
            .Select(figures.Of)
            .Where(l =>
                // "2015 blev Nordvik en av landets minsta att utvärderas": whose year it is, not what the mean is.
                l.Meaning
                    is not FigureMeaning.Goal
                && (l.Meaning is not FigureMeaning.Mean || l.Whose == Whose.Own)
                && l.Whose != Whose.Other
            )
            .ToLookup(l => l.Meaning == FigureMeaning.Earlier, l => l.Years);
        return
        [
            .. (labels[false].Any(y => y.Count > 0) ? labels[false] : labels[true]).SelectMany(y =>
                y
            ),
        ];
    }

    /// <summary>The years before this evaluation's in which the page says that the municipality was evaluated too: <c>har utvärderats 2009 och 2013</c>.</summary>
    /// <param name="blocks">The page.</param>
    /// <param name="figures">Reads the words beside years.</param>
    /// <param name="swedish">For cutting sentences.</param>
    /// <param name="year">The evaluation's year.</param>
    public static IReadOnlyList<int> Earlier(
        IReadOnlyList<Block> blocks,
        FigureLabels figures,
        Swedish swedish,
        int? year
    ) =>
        [
            .. SentencesOf(blocks, swedish)
                .Where(s => Evaluated().IsMatch(s))
                .Select(s => figures.Of(Since().Replace(s, " ")))
                .Where(l =>
                    l.Whose != Whose.Other
                    && l.Meaning is not (FigureMeaning.Goal or FigureMeaning.Mean)
                    && (l.Meaning == FigureMeaning.Earlier || l.Years.Any(y => y == year))
                )
                .SelectMany(l => l.Years)
                .Where(y => y < year)
                .Distinct(),
        ];

    // "har funnits sedan 2002"
    [GeneratedRegex(
        @"\b(?:sedan|sen|från)\s+(?:år\s+)?(?:19|20)\d\d",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Patterns.TimeLimit
    )]
    private static partial Regex Since();

    // "Sedan 2002 har 240 utvärderingar gjorts"
    [GeneratedRegex(
        @"\b(?:sedan|sen)\s+(?:år\s+)?(?:19|20)\d\d",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Patterns.TimeLimit
    )]
    private static partial Regex SinceYear();

    /// <summary>The doubt where the title names another year.</summary>
    public const string TitleNamesAnother =
        "the title names another year than the evaluation; the one of which sentences or tables tell was taken";

    // "I år har kommunen utvärderats", "I går fick vi resultatet av Kommunkompassen", "till 402 poäng i år": the year in which the page was published.
    private static int? ThisYear(IReadOnlyList<Block> blocks, Swedish swedish)
    {
        var sentences = SentencesOf(blocks, swedish).ToList();
        var published = Published(blocks, sentences)
            .SelectMany(d => Numbers.Years(d))
            .Select(y => y.Year)
            .Distinct()
            .ToList();
        return published.Count > 0 && sentences.Exists(s => InThisYear().IsMatch(s))
            ? published.Min()
            : null;
    }

    // What the page says of when it was published, in its order.
    private static IEnumerable<string> Published(
        IReadOnlyList<Block> blocks,
        IEnumerable<string> sentences
    ) =>
        sentences
            // "Kommunkompassen reviderades och uppdaterades 2015": the instrument, not the page.
            .Where(s => !s.Contains("revider", StringComparison.OrdinalIgnoreCase))
            .SelectMany(s => FigureLabels.PublishingDate().Matches(s).Concat(DateLine().Matches(s)))
            .Concat(
                blocks
                    .OfType<Block.Heading>()
                    .Where(h => h.Level <= 1)
                    .SelectMany(h =>
                        OfAYear()
                            .Matches(h.Text.Text)
                            .Concat(DateLine().Matches(h.Text.Text))
                            .Concat(FigureLabels.PublishingDate().Matches(h.Text.Text))
                    )
            )
            .Select(m => m.Value);

    // "I oktober granskades kommunen" on a page of 12 December 2014, "i november" on one of January.
    private static int? YearOfMonth(
        IReadOnlyList<Block> blocks,
        FigureLabels figures,
        Swedish swedish
    )
    {
        var sentences = SentencesOf(blocks, swedish).ToList();
        var told = sentences
            .Where(s =>
                Evaluated().IsMatch(s)
                && !ToCome().IsMatch(s)
                && figures.Of(DateAtStart().Replace(s, " "))
                    is {
                        Years.Count: 0,
                        Whose: not Whose.Other,
                        Meaning: not (FigureMeaning.Goal or FigureMeaning.Mean)
                    }
            )
            .Select(s => MonthIn(DateAtStart().Replace(s, " "), swedish))
            .FirstOrDefault(m => m is not null);
        foreach (
            var date in sentences
                .SelectMany(s => DateAtStart().Matches(s))
                .Select(m => m.Value)
                .Concat(Published(blocks, sentences))
        )
        {
            var iso = IsoMonth().Match(date).Groups["month"];
            var month = iso.Success
                ? int.Parse(iso.ValueSpan, CultureInfo.InvariantCulture)
                : MonthIn(date, swedish);
            if (told is not null && month is not null && Numbers.Years(date).ToList() is [var year])
            {
                return told <= month ? year.Year : year.Year - 1;
            }
        }

        return null;
    }

    private static int? MonthIn(string text, Swedish swedish) =>
        Word()
            .Matches(text)
            .Select(w =>
                swedish.MonthNumber(w.ValueSpan)
                ?? (swedish.Seasons.TryGetValue(w.Value, out var month) ? month : null)
            )
            .FirstOrDefault(m => m is not null);

    // "Rapporten behandlas i mars", "kommer att presenteras under hösten"
    [GeneratedRegex(
        @"\b(?:kommer|ska|skall|planeras|väntas|behandlas|presenteras|återkom\p{L}*)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Patterns.TimeLimit
    )]
    private static partial Regex ToCome();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant, Patterns.TimeLimit)]
    private static partial Regex Word();

    [GeneratedRegex(
        @"\b(?:19|20)\d\d-(?<month>\d\d)-\d\d\b",
        RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    private static partial Regex IsoMonth();

    // "2015-05-28 Nordvik får 517 poäng", "2015-05-28 16:42 · 6 kommentarer": the date of the news.
    [GeneratedRegex(
        @"^\s*\[?(?:19|20)\d\d-\d\d-\d\d\b\]?(?:,?\s+(?:kl\.?\s*)?\d{1,2}[.:]\d\d)?(?=\s+(?:\W*\p{Lu}|[·•|–-]))",
        RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    private static partial Regex DateAtStart();

    private const string OnlyMonth =
        "the page names no more than the month of the evaluation; the year is that of the page's own date";

    private const string PublishedThatYear =
        "the page says that the evaluation was made this year, and was published in that year";

    // "Senast kommunen granskades var 2010": the one before this year's.
    [GeneratedRegex(
        @"\bsenast\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Patterns.TimeLimit
    )]
    private static partial Regex Latest();

    [GeneratedRegex(
        @"\b(?:i år|årets|under året|i ?går|i ?dag|i veckan)\b.*(?:utvärder|kommunkompass|granska)|(?:utvärder|kommunkompass|granska).*\b(?:i år|årets|under året|i ?går|i ?dag|i veckan)\b|\d{3}\s+(?:poäng\s+)?i år\b|\bi år\b.*\b\d{3}\s+poäng",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Patterns.TimeLimit
    )]
    private static partial Regex InThisYear();

    // "Årsredovisning 2014", "Verksamhetsberättelse för 2014": what was written of a year.
    [GeneratedRegex(
        @"\b(?:årsredovisning\p{L}*|årsrapport\p{L}*|årsberättelse\p{L}*|verksamhetsberättelse\p{L}*|(?:års)?bokslut\p{L}*)\s+(?:för\s+)?(?:år\s+)?(?:19|20)\d\d\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Patterns.TimeLimit
    )]
    private static partial Regex OfAYear();

    /// <summary>The year that the page's title names, or null.</summary>
    // The latest year beside the instrument's name, or beside a word for its result, in the title or a main heading, before the first figures.
    public static int? TitleYear(IReadOnlyList<Block> blocks, FigureLabels figures)
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
            var label = figures.Of(IsoMonth().Replace(text, " "));
            if (
                (
                    text.Contains("kompass", StringComparison.OrdinalIgnoreCase)
                    || (
                        label is { Years.Count: 1, Meaning: FigureMeaning.Score }
                        && !OfAYear().IsMatch(text)
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

    private static IEnumerable<string> SentencesOf(IReadOnlyList<Block> blocks, Swedish swedish) =>
        blocks
            .SelectMany(b =>
                b switch
                {
                    Block.Paragraph p => [p.Text],
                    Block.ItemList l => l.Items.Select(i => i.Text),
                    _ => Enumerable.Empty<Passage>(),
                }
            )
            .SelectMany(p => Sentences.Split(p, swedish))
            .Select(s => s.Text);

    // "438 poäng, jämfört med 391 poäng vid mätningen 2013"
    [GeneratedRegex(
        @"\b(?:jämför\p{L}*\s+med|i jämförelse med|mot|än)\b.*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Patterns.TimeLimit
    )]
    private static partial Regex Compared();

    // "2014-10-09", "[2014-10-09]", "12 maj 2016, 16:40", "Vänersborg den 12 april 2016", alone on their line
    [GeneratedRegex(
        @"^\s*(?:\p{Lu}\p{L}+,?\s+)?(?:den\s+)?\[?(?:\d{1,2}\s+\p{L}{3,9}\s+(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)\]?(?:,?\s+(?:kl\.?\s*)?\d{1,2}[.:]\d\d)?\s*$",
        RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    private static partial Regex DateLine();

    // "utvärderades i oktober 2014", "resultatet av 2014 års Kommunkompass", "deltog 2014", "genomfördes hösten 2014"
    [GeneratedRegex(
        @"utvärder\p{L}*|intervjua\p{L}*|genomför\p{L}*|genomlys\p{L}*|granskad?e?s?\b|granskat\p{L}*|granskning\p{L}*|deltog|deltagit|mätning\p{L}*|mättes|kommunkompass\p{L}*|besökte\p{L}*|besök\p{L}*\b(?=.*\b(?:SKL|Sveriges Kommuner))|besöket\s+(?:gjordes|skedde|genomfördes|ägde)|bedömdes|bedömning\p{L}*|\bundersökningen\b(?=.*\bpoäng\b)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Patterns.TimeLimit
    )]
    private static partial Regex Evaluated();
}
