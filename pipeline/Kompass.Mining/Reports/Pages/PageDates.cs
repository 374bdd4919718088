using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports.Pages;

/// <summary>When a page was published, by the dates that stand on it.</summary>
/// <param name="Published">Its own date, the month where one is told; null where it has none.</param>
/// <param name="Latest">The year of its latest date: the page tells of no evaluation after it.</param>
internal sealed partial record PageDates((int Year, int? Month)? Published, int? Latest)
{
    // What is longer is a sentence, and its date that of what it tells.
    private const int LongestLine = 70;

    /// <summary>Reads them.</summary>
    public static PageDates Of(IReadOnlyList<Block> blocks, Swedish swedish)
    {
        var lines = LinesOf(blocks, swedish).ToList();
        var dates = lines.SelectMany(l => DatesIn(l, swedish)).ToList();
        // "Årsredovisning 2014" is of 2014, whenever it was published.
        var ofAYear = blocks
            .OfType<Block.Heading>()
            .Where(h => h.Level <= 1)
            .SelectMany(h => OfAYear().Matches(h.Text.Text))
            .SelectMany(m => Numbers.Years(m.Value))
            .Select(y => (y.Year, (int?)null));
        return new PageDates(
            ofAYear
                .Concat(dates.Where(d => d.Month is not null))
                .Concat(dates.OrderBy(d => d.Year))
                .Select(d => ((int, int?)?)d)
                .FirstOrDefault(),
            dates.Select(d => (int?)d.Year).Max()
        );
    }

    /// <summary>A sentence without the date of the news at its head.</summary>
    public static string WithoutOpening(string sentence) => AtStart().Replace(sentence, " ");

    /// <summary>A sentence without whole dates, <c>2013-02-11</c>, <c>Nov 12, 2012</c>.</summary>
    public static string WithoutDates(string sentence) =>
        Press().Replace(Iso().Replace(sentence, " "), " ");

    /// <summary>Whether a title is that of what was written of a year.</summary>
    public static bool IsOfAYear(string title) => OfAYear().IsMatch(title);

    /// <summary>The first month that a text names, or the middle of the first season; null where it names none.</summary>
    public static int? MonthIn(string text, Swedish swedish) =>
        Word()
            .Matches(text)
            .Select(w =>
                swedish.MonthNumber(w.ValueSpan)
                ?? (swedish.Seasons.TryGetValue(w.Value, out var month) ? month : null)
            )
            .FirstOrDefault(m => m is not null);

    // "Jun 14, 2016", as services for press releases write it.
    private static int? Abbreviated(string date, Swedish swedish) =>
        Word()
            .Matches(date)
            .Where(w => w.Length == 3)
            .Select(w =>
                swedish
                    .Months.Select((m, i) => (Name: m, Number: (int?)i + 1))
                    .FirstOrDefault(m =>
                        m.Name.StartsWith(w.Value, StringComparison.OrdinalIgnoreCase)
                    )
                    .Number
            )
            .FirstOrDefault(m => m is not null);

    private static IEnumerable<string> LinesOf(IReadOnlyList<Block> blocks, Swedish swedish) =>
        blocks
            .SelectMany(b => b.Passages)
            .SelectMany(p => Sentences.Split(p, swedish))
            .Select(s => s.Text)
            // "Kommunkompassen reviderades och uppdaterades 2015": the instrument, not the page.
            .Where(s => !s.Contains("revider", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<(int Year, int? Month)> DatesIn(string line, Swedish swedish)
    {
        var own =
            line.Length <= LongestLine
            && !line.EndsWith('.')
            && Date().Matches(line) is { Count: > 0 } found
                // "Medlem sedan 2009-03-11 … 2015-10-14, 20:31": of several that with a time.
                ? found.FirstOrDefault(d => Time().IsMatch(line, d.Index + d.Length)) ?? found[0]
            : IssueOf().Match(line) is { Success: true } issue ? issue
            : AtStart().Match(line);
        foreach (
            var date in own.Success ? [own] : FigureLabels.PublishingDate().Matches(line).ToList()
        )
        {
            var iso = date.Groups["month"] is { Success: true } month
                ? month
                : Iso().Match(date.Value).Groups["month"];
            foreach (var year in Numbers.Years(date.Value).Take(1))
            {
                yield return (
                    year.Year,
                    iso.Success
                        ? iso.AsNumber()
                        : MonthIn(date.Value, swedish) ?? Abbreviated(date.Value, swedish)
                );
            }
        }
    }

    [GeneratedRegex(@"\G,?\s+(?:kl\.?\s*)?\d{1,2}[.:]\d\d")]
    private static partial Regex Time();

    // "2014-10-09", "12 maj 2016", "12 december, 2013", "Juni 4, 2015", "vecka 41, 2013"; in brackets behind a text it is that of another
    [GeneratedRegex(
        @"(?<!\(\s*)\b(?:\d{1,2}\s+\p{L}{3,9},?\s+(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|vecka\s+\d{1,2},?\s+(?:19|20)\d\d|\p{L}{3,9}\s+\d{1,2},\s+(?:19|20)\d\d|\d{1,2}/(?<month>\d{1,2})\s+(?:19|20)\d\d)\b",
        Patterns.AnyCase
    )]
    private static partial Regex Date();

    // "Nr 9 • December 2004"
    [GeneratedRegex(
        @"(?:^|[•·|,–-])\s*(?:" + Patterns.Months + @")\s+(?:19|20)\d\d\s*(?:$|[•·|])",
        Patterns.AnyCase
    )]
    private static partial Regex IssueOf();

    // "2015-05-28 Nordvik får 517 poäng", "2015-05-28 16:42 · 6 kommentarer"
    [GeneratedRegex(
        @"^\s*\[?(?:19|20)\d\d-\d\d-\d\d\b\]?(?:,?\s+(?:kl\.?\s*)?\d{1,2}[.:]\d\d)?(?=\s+(?:\W*\p{Lu}|[·•|–-]))"
    )]
    private static partial Regex AtStart();

    [GeneratedRegex(@"\b(?:19|20)\d\d-(?<month>\d\d)-\d\d\b")]
    private static partial Regex Iso();

    [GeneratedRegex(@"\b\p{Lu}\p{Ll}{2,8}\s+\d{1,2},\s+(?:19|20)\d\d\b")]
    private static partial Regex Press();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    // "Årsredovisning 2014", "Verksamhetsberättelse för 2014": what was written of a year.
    [GeneratedRegex(
        @"\b(?:årsredovisning\p{L}*|kvalitets(?:redovisning|bokslut|rapport)\p{L}*|årsrapport\p{L}*|årsberättelse\p{L}*|verksamhetsberättelse\p{L}*|(?:års)?bokslut\p{L}*)\s+(?:för\s+)?(?:år\s+)?(?:19|20)\d\d\b",
        Patterns.AnyCase
    )]
    private static partial Regex OfAYear();
}
