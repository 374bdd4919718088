using System.Diagnostics;
using System.Globalization;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Queries;
using Kompass.Mining.Dataset.Search;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Documents;
using Kompass.Mining.Reports;
using Kompass.Tests;
using Kompass.Web;

namespace Kompass.Benchmarks;

/// <summary>
/// How fast the explorer answers over a store of many findings: server and client in one process over the loopback, so times hold the whole way of a request.
/// Every page is asked for under changing words and filters, by one person and by three at once.
/// </summary>
internal static class ExplorerLoad
{
    private const int FindingsOfReport = 84;
    private const int WordsOfFinding = 6;
    private const int ParagraphsOfReport = 20;
    private const int WordsOfParagraph = 30;
    private const int Rounds = 25;

    public static async Task Run(int findings, string folder)
    {
        var data = new DataFolder(folder);
        var clock = Stopwatch.StartNew();
        if (!File.Exists(data.Store))
        {
            data.Build(Reports.Knowledge, Written(findings / FindingsOfReport));
            Console.WriteLine($"store built in {Seconds(clock)}");
        }

        await using var app = Explorer.Create(
            new ExplorerOptions(data, Reports.Knowledge) { Port = 0 }
        );
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        clock.Restart();
        await client.GetStringAsync("/");
        Console.WriteLine(
            $"first page after start: {Seconds(clock)} (columns are read into memory)"
        );
        foreach (var address in Addresses(0))
        {
            await client.GetStringAsync(address.Address);
        }

        Console.WriteLine(
            $"{"page", -28}{"p50 ms", 8}{"p95 ms", 8}{"processor ms", 14}   three at once, p95 ms"
        );
        foreach (var (name, _) in Addresses(0))
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var alone = await Times(client, name, 1);
            var processor = (Process.GetCurrentProcess().TotalProcessorTime - before) / Rounds;
            var three = await Times(client, name, 3);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name, -28}{At(alone, 0.5), 8:0}{At(alone, 0.95), 8:0}{processor.TotalMilliseconds, 14:0}   {At(three, 0.95), 8:0}"
                )
            );
        }

        Queries(data);
    }

    // The store's queries, each with other values every time, as commands ask them.
    private static void Queries(DataFolder data)
    {
        using var connection = SqliteStore.OpenForReading(data);
        var municipalities = Reports.Knowledge.Municipalities;
        var queries = new StoreQueries(connection, municipalities);
        var counts = new CountsQuery(connection, municipalities);
        var together = new TogetherQuery(connection, municipalities);
        var progress = new ProgressQuery(connection, municipalities);
        Console.WriteLine();
        Console.WriteLine($"{"query", -40}{"p50 ms", 8}{"p95 ms", 8}{"processor ms", 14}");
        Query(
            "findings, 50 of a theme",
            i => queries.Texts(OfTheme(i), [TextPlace.Lists], 50).Rows().Count()
        );
        Query(
            "findings, 50 of a municipality",
            i =>
                queries
                    .Texts(
                        QueryFilter.None with
                        {
                            Municipalities = [municipalities.All[i * 13 % 290].Code],
                        },
                        [TextPlace.Lists],
                        50
                    )
                    .Rows()
                    .Count()
        );
        Query(
            "findings, 50 that have a word",
            i => queries.Texts(OfWord(Vocabulary[i % 30]), [TextPlace.Lists], 50).Rows().Count()
        );
        Query(
            "findings, 50 that have two words",
            i =>
                queries
                    .Texts(
                        OfWord($"{Vocabulary[i % 30]} {Vocabulary[((i * 7) + 3) % 30]}"),
                        [TextPlace.Lists],
                        50,
                        true
                    )
                    .Rows()
                    .Count()
        );
        Query(
            "scores of a municipality",
            i =>
                queries
                    .Scores(
                        QueryFilter.None with
                        {
                            Municipalities = [municipalities.All[i * 13 % 290].Code],
                        }
                    )
                    .Rows()
                    .Count()
        );
        Query(
            "counts of a theme by year",
            i => counts.Count(OfTheme(i), [CountDimension.Year]).Rows().Count()
        );
        Query(
            "counts of all findings by theme",
            _ => counts.Count(QueryFilter.None, [CountDimension.Theme]).Rows().Count()
        );
        Query(
            "counts of all findings by theme and county",
            _ =>
                counts
                    .Count(QueryFilter.None, [CountDimension.Theme, CountDimension.County])
                    .Rows()
                    .Count()
        );
        Query(
            "counts of a word by theme",
            i => counts.Count(OfWord(Vocabulary[i % 30]), [CountDimension.Theme]).Rows().Count()
        );
        Query(
            "themes that come together in reports",
            _ => together.Pairs(QueryFilter.None, TogetherWithin.Report).Rows().Count()
        );
        Query(
            "progress in an area",
            i =>
                progress
                    .Changes(
                        QueryFilter.None with
                        {
                            Areas = [new NumberRange(1 + (i % 8), 1 + (i % 8))],
                        }
                    )
                    .Rows()
                    .Count()
        );

        static QueryFilter OfTheme(int i) =>
            QueryFilter.None with
            {
                Themes = [Reports.Knowledge.Themes[i % Reports.Knowledge.Themes.Count].Code],
            };

        static QueryFilter OfWord(string words) =>
            QueryFilter.None with
            {
                Text = SearchQuery.Parse(words),
            };
    }

    private static void Query(string name, Func<int, int> ask)
    {
        ask(0);
        var times = new double[Rounds];
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < Rounds; i++)
        {
            var clock = Stopwatch.StartNew();
            ask(i + 1);
            times[i] = clock.Elapsed.TotalMilliseconds;
        }

        var processor = (Process.GetCurrentProcess().TotalProcessorTime - before) / Rounds;
        Array.Sort(times);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -40}{At(times, 0.5), 8:0.0}{At(times, 0.95), 8:0.0}{processor.TotalMilliseconds, 14:0.0}"
            )
        );
    }

    private static async Task<double[]> Times(HttpClient client, string name, int atOnce)
    {
        var people = Enumerable
            .Range(0, atOnce)
            .Select(async person =>
            {
                var times = new List<double>();
                for (var round = 0; round < Rounds; round++)
                {
                    var address = Addresses(1 + (round * 3) + person)
                        .First(a => a.Name == name)
                        .Address;
                    var clock = Stopwatch.StartNew();
                    using var answer = await client.GetAsync(address);
                    await answer.Content.ReadAsByteArrayAsync();
                    times.Add(clock.Elapsed.TotalMilliseconds);
                    answer.EnsureSuccessStatusCode();
                }

                return times;
            });
        return [.. (await Task.WhenAll(people)).SelectMany(t => t).Order()];
    }

    // Words and filters change from round to round, so that what is kept of the last search helps as little as it does people.
    private static IEnumerable<(string Name, string Address)> Addresses(int round)
    {
        var word = Vocabulary[round % Vocabulary.Length];
        var other = Vocabulary[((round * 7) + 3) % Vocabulary.Length];
        var year = 2010 + (round % 6);
        var area = 1 + (round % 8);
        var municipality = Reports.Knowledge.Municipalities.All[round * 13 % 290];
        yield return ("/ (nothing chosen)", "/");
        yield return ("/?q= one word", $"/?q={word}");
        yield return ("/?q= commonest words", $"/?q={Common[round % 5].Word}&year={2005 + round}-");
        yield return ("/?q= two words", $"/?q={word}+{other}");
        yield return ("/?q= and filters", $"/?q={word}&kind=strength&year={year}-{year + 3}");
        yield return ("/ filters", $"/?kind=improvement&area={area}&year={year}&certainty=certain");
        yield return ("/ county, page 50", $"/?county={municipality.CountyCode}&page=50");
        yield return ("/municipalities/{key}", $"/municipalities/{municipality.Code}");
        yield return ("/reports/{id}", $"/reports/{municipality.Slug}-{year}");
        yield return ("/areas/{area}", $"/areas/{area}");
        yield return ("/themes", "/themes");
        yield return (
            "/themes/{theme}",
            $"/themes/{Reports.Knowledge.Themes[round % Reports.Knowledge.Themes.Count].Code}"
        );
        yield return ("/charts/share?q=", $"/charts/share?q={word}");
        yield return (
            "/charts/heatmap",
            round % 2 == 0 ? "/charts/heatmap" : "/charts/heatmap?kind=strength"
        );
        yield return ("/charts/change", $"/charts/change?area={area}");
        yield return ("/charts/change, one", $"/charts/change?municipality={municipality.Code}");
        yield return ("/quality", "/quality");
    }

    // The words of content that are sought.
    private static readonly string[] Vocabulary =
    [
        .. "dialog strategi uppföljning medborgare budget tjänst ledarskap mål resultat kvalitet jämförelse webbplats information skola omsorg näringsliv miljö personal chef delegation process förbättring lean brukare klagomål garanti öppenhet korruption ungdom förening investering upphandling".Split(
            ' '
        ),
    ];

    // Words that hold a text together, each with the share of the findings that have it (counted in the findings of three real reports).
    private static readonly (string Word, double Share)[] Common =
    [
        ("och", 0.37),
        ("för", 0.27),
        ("av", 0.2),
        ("med", 0.16),
        ("att", 0.15),
        ("kommunen", 0.08),
        ("till", 0.08),
    ];

    private static string Text(Random random, int words) =>
        string.Join(
            ' ',
            Common
                .Where(c => random.NextDouble() < c.Share)
                .Select(c => c.Word)
                .Concat(Enumerable.Range(0, words).Select(_ => Word(random)))
        );

    // A third are words of content, of which a finding has the first of the list with a chance of a tenth and the last with one of a twentieth; the others are rare.
    private static string Word(Random random) =>
        random.Next(3) == 0
            ? Vocabulary[(int)(Vocabulary.Length * Math.Pow(random.NextDouble(), 1.2))]
            : $"ord{random.Next(50_000).ToString(CultureInfo.InvariantCulture)}x";

    // Reports of all municipalities, year after year; texts of words drawn with a fixed seed, the first of the list most often.
    private static IEnumerable<ReportRecord> Written(int count)
    {
        var random = new Random(20_120_513);
        var municipalities = Reports.Knowledge.Municipalities.All;
        var edition = Reports.Knowledge.Edition("2010");
        var themes = Reports.Knowledge.Themes;
        for (var i = 0; i < count; i++)
        {
            var municipality = municipalities[i % municipalities.Count];
            var cycle = i / municipalities.Count;
            var id =
                cycle < 6
                    ? $"{municipality.Slug}-{2010 + cycle}"
                    : $"{municipality.Slug}-{2010 + (cycle % 6)}-{cycle}";
            yield return ContentId.Assign(
                new ReportRecord
                {
                    Id = id,
                    Municipality = new MunicipalityName(municipality.Code, municipality.Name),
                    Year = 2010 + (cycle % 6),
                    Edition = edition.Id,
                    Areas =
                    [
                        .. edition.Areas.Select(a => new AreaScore(
                            a.Number,
                            a.Name,
                            random.Next(20, 90),
                            100,
                            Nowhere,
                            []
                        )),
                    ],
                    Findings =
                    [
                        .. Enumerable
                            .Range(0, FindingsOfReport)
                            .Select(n => Finding(random, edition, themes, n)),
                    ],
                    Prose =
                    [
                        .. Enumerable
                            .Range(1, ParagraphsOfReport)
                            .Select(n => new Prose(
                                edition.Areas[n % edition.Areas.Count].Number,
                                null,
                                null,
                                n,
                                Text(random, WordsOfParagraph),
                                Nowhere
                            )),
                    ],
                    Document = new DocumentInfo(id + ".txt", id, null, DocumentKind.Text, "text"),
                }
            );
        }
    }

    private static Finding Finding(
        Random random,
        Edition edition,
        IReadOnlyList<Theme> themes,
        int number
    )
    {
        var area = edition.Areas[number % edition.Areas.Count];
        return new Finding(
            "",
            area.Number,
            (number / edition.Areas.Count) % 2 == 0
                ? FindingKind.Strength
                : FindingKind.Improvement,
            number + 1,
            Text(random, WordsOfFinding),
            area.Questions[random.Next(area.Questions.Count)].Code,
            themes[random.Next(themes.Count)].Code,
            random.Next(5) == 0 ? themes[random.Next(themes.Count)].Code : null,
            1,
            Nowhere
        )
        {
            QuestionProbability = random.NextDouble(),
            ThemeProbability = random.NextDouble(),
        };
    }

    private static Source Nowhere { get; } = new(null, 0, 1, null, Via.FindingsList);

    private static double At(double[] sorted, double share) =>
        sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    private static string Seconds(Stopwatch clock) =>
        string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:0.0} s");
}
