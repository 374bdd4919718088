using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset.Queries;
using Kompass.Mining.Dataset.Search;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Dataset.Queries;

/// <summary>What is counted through the columns in memory is what SQL selects row by row.</summary>
public sealed class ColumnCountsTests(ColumnCountsTests.Reports reports)
    : IClassFixture<ColumnCountsTests.Reports>
{
    public static TheoryData<QueryFilter> Filters =>
        [
            QueryFilter.None,
            new QueryFilter { Themes = ["dialogue"] },
            new QueryFilter { Themes = ["goals", "digital"], Kinds = [FindingKind.Strength] },
            new QueryFilter { Questions = ["1.4", "3.1"], Certainties = ["certain", "text"] },
            new QueryFilter { Areas = [new(2, 3)], Years = [new(2012, 2013)] },
            new QueryFilter { Counties = ["Skåne"], Editions = ["2010"] },
            new QueryFilter { Groups = ["3"], Populations = [new(null, 40_000)] },
            new QueryFilter { Municipalities = ["Ale", "Nacka"] },
            new QueryFilter { Text = SearchQuery.Parse("sju OR tre") },
            new QueryFilter { Text = SearchQuery.Parse("sju NOT tre"), Themes = ["values"] },
            new QueryFilter { Text = SearchQuery.Parse("ingenstans") },
        ];

    [Theory]
    [MemberData(nameof(Filters))]
    public void Counts_AreThoseOfTheRows(QueryFilter filter)
    {
        foreach (
            var by in (CountDimension[][])
                [
                    [],
                    [CountDimension.Theme],
                    [CountDimension.Year, CountDimension.Kind],
                    [CountDimension.Area, CountDimension.Question, CountDimension.Theme],
                    [CountDimension.Municipality],
                ]
        )
        {
            var rows = Rows(filter, by);
            var result = new CountsQuery(
                reports.Sample.Connection,
                Subject.Knowledge.Municipalities
            ).Count(filter, by);
            foreach (var row in result.Rows())
            {
                var own = rows[string.Join('|', row.Take(by.Length + 1))].ToList();
                Assert.Equal(
                    [
                        own.Count,
                        own.Count(r => r.IsDoubtful),
                        own.Select(r => r.Report).Distinct(StringComparer.Ordinal).Count(),
                        own.Where(r => !r.IsDoubtful)
                            .Select(r => r.Report)
                            .Distinct(StringComparer.Ordinal)
                            .Count(),
                    ],
                    row.Skip(by.Length + 1).Take(4).Select(v => (int)(long)v!)
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void Counts_LeaveNoFindingOut(QueryFilter filter) =>
        Assert.Equal(
            new StoreQueries(reports.Sample.Connection, Subject.Knowledge.Municipalities)
                .Count(filter, TextPlace.Lists)
                .Texts,
            new CountsQuery(reports.Sample.Connection, Subject.Knowledge.Municipalities)
                .Count(filter, [CountDimension.County])
                .Rows()
                .Sum(r => (long)r[2]!)
        );

    [Theory]
    [MemberData(nameof(Filters))]
    public void Pairs_AreThoseOfTheRows(QueryFilter filter)
    {
        // What is asked of themes narrows the pairs, not the findings that are counted.
        var units = Rows(filter with { Themes = [] }, [CountDimension.Theme])
            .SelectMany(g => g.Select(r => (Edition: g.Key.Split('|')[0], Row: r)))
            .Where(r => r.Row.Theme is not null)
            .GroupBy(r => (r.Edition, r.Row.Report))
            .Select(g =>
                (
                    g.Key.Edition,
                    Themes: g.Select(r => r.Row.Theme!).ToHashSet(StringComparer.Ordinal)
                )
            )
            .ToList();

        foreach (
            var row in new TogetherQuery(
                reports.Sample.Connection,
                Subject.Knowledge.Municipalities
            )
                .Pairs(filter, TogetherWithin.Report)
                .Rows()
        )
        {
            var (a, b) = ((string)row[1]!, (string)row[2]!);
            var own = units.Where(u => u.Edition == (string)row[0]!).Select(u => u.Themes).ToList();
            Assert.Equal(
                [
                    own.Count(u => u.Contains(a) && u.Contains(b)),
                    own.Count(u => u.Contains(a)),
                    own.Count(u => u.Contains(b)),
                    own.Count,
                ],
                row.Skip(3).Take(4).Select(v => (int)(long)v!)
            );
            Assert.True(
                filter.Themes.Count == 0 || filter.Themes.Contains(a) || filter.Themes.Contains(b)
            );
        }
    }

    // The rows that SQL selects, each under its edition and what it is counted by; with two themes under both.
    private ILookup<string, Row> Rows(QueryFilter filter, CountDimension[] by)
    {
        var result = new StoreQueries(
            reports.Sample.Connection,
            Subject.Knowledge.Municipalities
        ).Texts(filter, [TextPlace.Lists]);
        return result
            .Rows()
            .SelectMany(row =>
                (by.Contains(CountDimension.Theme) ? (string[])["theme", "theme2"] : ["theme"])
                    .Where(t => t == "theme" || row[result.IndexOf(t)] is not null)
                    .Select(theme =>
                        (
                            Key: string.Join(
                                '|',
                                by.Select(d => row[result.IndexOf(Column(d, theme))])
                                    .Prepend(row[result.IndexOf("edition")])
                            ),
                            Row: new Row(
                                (string)row[result.IndexOf("report_id")]!,
                                (string?)row[result.IndexOf(theme)],
                                (string)row[result.IndexOf("certainty")]! != "certain"
                            )
                        )
                    )
            )
            .ToLookup(r => r.Key, r => r.Row, StringComparer.Ordinal);

        static string Column(CountDimension dimension, string theme) =>
            dimension switch
            {
                CountDimension.Theme => theme,
                CountDimension.Municipality => "municipality_name",
                _ => dimension.ToString().ToLowerInvariant(),
            };
    }

    private sealed record Row(string Report, string? Theme, bool IsDoubtful);

    /// <summary>Reports with findings of all kinds, drawn with a fixed seed; some have none.</summary>
    public sealed class Reports : IDisposable
    {
        private static readonly string[] Words = ["ett", "två", "tre", "sju", "nio"];

        internal Sample Sample { get; } = new([.. Drawn()]);

        public void Dispose() => Sample.Dispose();

        private static IEnumerable<ReportRecord> Drawn()
        {
            var random = new Random(14);
            var edition = Subject.Knowledge.Edition("2010");
            foreach (
                var (name, code) in new[] { ("Ale", "1440"), ("Malmö", "1280"), ("Nacka", "0182") }
            )
            {
                for (var year = 2011; year < 2015; year++)
                {
                    yield return Sample.Report(name, code, year) with
                    {
                        Edition = year == 2014 ? "2016" : "2010",
                        Facts = new MunicipalityFacts(
                            random.Next(9_000, 60_000),
                            null,
                            null,
                            null,
                            null,
                            new Source(null, 1, 2, null, Via.Prose)
                        ),
                        Findings =
                        [
                            .. Enumerable
                                .Range(1, random.Next(30))
                                .Select(n => Finding(random, edition, n)),
                        ],
                    };
                }
            }
        }

        private static Finding Finding(Random random, Edition edition, int number)
        {
            var area = edition.Areas[random.Next(3)];
            var themes = Subject.Knowledge.Themes;
            return WrittenRecords.Finding(
                area.Number,
                (FindingKind)random.Next(3),
                number,
                $"Punkt {number} {Words[random.Next(5)]} {Words[random.Next(5)]}",
                random.Next(4) == 0 ? 0.5 : 1
            ) with
            {
                Question = random.Next(5) == 0 ? null : area.Questions[random.Next(3)].Code,
                QuestionProbability = random.NextDouble(),
                Theme = random.Next(5) == 0 ? null : themes[random.Next(themes.Count)].Code,
                Theme2 = random.Next(3) == 0 ? themes[random.Next(themes.Count)].Code : null,
            };
        }
    }
}
