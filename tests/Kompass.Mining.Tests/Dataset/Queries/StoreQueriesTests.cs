using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Queries;
using Kompass.Mining.Dataset.Search;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Reports;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Tests.Dataset.Queries;

public sealed class StoreQueriesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteConnection _connection;
    private readonly StoreQueries _queries;

    public StoreQueriesTests()
    {
        var data = new DataFolder(_folder.Path);
        data.Build(
            Subject.Knowledge,
            [
                Report("Nacka", "0182", 2012, ("Tydliga mål", FindingKind.Strength, "goals", null)),
                Report(
                    "Nacka",
                    "0182",
                    2014,
                    (
                        "Medborgardialogen är levande på webben",
                        FindingKind.Strength,
                        "dialogue",
                        "digital"
                    ),
                    ("Utveckla dialogen med föreningar", FindingKind.Improvement, "dialogue", null)
                ),
                Report(
                    "Ålviken",
                    null,
                    null,
                    ("Ingen uppföljning av målen", FindingKind.Weakness, "follow-up", "goals")
                ),
            ]
        );
        _connection = SqliteStore.OpenForReading(data);
        _queries = new StoreQueries(_connection, Subject.Knowledge.Municipalities);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }

    public static TheoryData<string> LongestSearches =>
        [
            string.Join(" OR ", Enumerable.Repeat("mål", 100)),
            string.Join(" ", Enumerable.Repeat("e-mål", 100)),
            "mål " + string.Join(" ", Enumerable.Repeat("-e-tjänst", 99)),
            string.Join(" ", Enumerable.Repeat("mål OR e-tjänst budget -plan", 25)),
            string.Concat(Enumerable.Repeat("a-b OR a-b a-b -(", 8)) + "a-b" + new string(')', 8),
            string.Concat(Enumerable.Repeat("(", 8))
                + "a-b"
                + string.Concat(Enumerable.Repeat(" OR a-b) a-b", 8)),
            $"NEAR({string.Join(" ", Enumerable.Repeat("mål", 100))})",
            $"\"{string.Join(" ", Enumerable.Repeat("mål", 400))}\"",
        ];

    [Theory]
    [MemberData(nameof(LongestSearches))]
    public void TheLongestSearches_AreRead(string search) =>
        Assert.NotNull(Column(new QueryFilter { Text = SearchQuery.Parse(search) }, "report_id"));

    [Fact]
    public void Texts_WithoutAFilter_StandInTheDatasetsOrder() =>
        Assert.Equal(
            ["nacka-2012", "nacka-2014", "nacka-2014", "alviken-undated"],
            Column(QueryFilter.None, "report_id")
        );

    [Theory]
    [InlineData("Nacka", 3)]
    [InlineData("nacka", 3)]
    [InlineData("NACKA KOMMUN", 3)]
    [InlineData("0182", 3)]
    [InlineData("Ålviken", 1)]
    [InlineData("Nack", 0)]
    [InlineData("Ale", 0)]
    [InlineData("' OR 1=1 --", 0)]
    [InlineData("ÅLVIKEN", 1)]
    [InlineData("ålviken", 1)]
    public void Municipality_ByNameTitleOrCode(string municipality, int count) =>
        Assert.Equal(count, Count(new QueryFilter { Municipalities = [municipality] }));

    public static TheoryData<QueryFilter, int> Filters =>
        new()
        {
            {
                new() { Municipalities = ["Nacka", "Ålviken"] },
                4
            },
            {
                new() { Years = [new(2014, 2014)] },
                2
            },
            {
                new() { Years = [new(2010, 2013)] },
                1
            },
            {
                new() { Years = [new(2010, 2013), new(2014, null)] },
                3
            },
            {
                new() { Years = [new(null, 2011)] },
                0
            },
            {
                new() { Editions = ["2010"] },
                4
            },
            {
                new() { Editions = ["2016"] },
                0
            },
            {
                new() { Counties = ["Stockholm"] },
                3
            },
            {
                new() { Counties = ["stockholms län"] },
                3
            },
            {
                new() { Counties = ["STOCKHOLM"] },
                3
            },
            {
                new() { Counties = ["01"] },
                3
            },
            {
                new() { Counties = ["Skåne", "12"] },
                0
            },
            {
                new() { Counties = ["%"] },
                0
            },
            {
                new() { Groups = ["2"] },
                3
            },
            {
                new() { Groups = ["förortskommuner till storstäder"] },
                3
            },
            {
                new() { Groups = ["1", "3"] },
                0
            },
            {
                new() { Populations = [new(90_000, 100_000)] },
                4
            },
            {
                new() { Populations = [new(100_001, null)] },
                0
            },
            {
                new() { Areas = [new(1, 3)] },
                4
            },
            {
                new() { Areas = [new(4, 4)] },
                0
            },
            {
                new() { Kinds = [FindingKind.Strength] },
                2
            },
            {
                new() { Kinds = [FindingKind.Strength, FindingKind.Weakness] },
                3
            },
            {
                new() { Kinds = [FindingKind.Strength], Years = [new(2014, 2014)] },
                1
            },
            {
                new() { Questions = ["3.1"] },
                4
            },
            {
                new() { Questions = ["3.2"] },
                0
            },
            {
                new() { Themes = ["dialogue"] },
                2
            },
            {
                new() { Themes = ["goals"] },
                2
            },
            {
                new() { Themes = ["goals", "dialogue"] },
                4
            },
            {
                new() { Certainties = ["certain"] },
                4
            },
            {
                new() { Certainties = ["text", "label"] },
                0
            },
        };

    [Theory]
    [MemberData(nameof(Filters))]
    public void EveryPartOfAFilter_NarrowsIt(QueryFilter filter, int count)
    {
        Assert.Equal(count, Count(filter));
        Assert.Equal(count, _queries.Count(filter, TextPlace.Lists).Texts);
    }

    [Theory]
    [InlineData("dialog", 2)]
    [InlineData("DIALOGER", 2)]
    [InlineData("medborgardialoger", 1)]
    [InlineData("dialog föreningar", 1)]
    [InlineData("förening AND dialogen", 1)]
    [InlineData("borgardia", 0)]
    [InlineData("uppföljningar OR föreningar", 2)]
    [InlineData("dialog NOT förening", 1)]
    [InlineData("(dialog OR mål) NOT levande", 3)]
    [InlineData("\"på webben\"", 1)]
    [InlineData("\"på webb\"", 0)]
    [InlineData("webb*", 1)]
    [InlineData("\"dialogen\"", 1)]
    [InlineData("NEAR(utveckla förening, 3)", 1)]
    [InlineData("utveckla NEAR/1 förening", 0)]
    [InlineData("är", 1)]
    [InlineData("AL", 0)]
    public void Text_FindsWordsInAnyForm(string text, int count) =>
        Assert.Equal(count, Count(new QueryFilter { Text = SearchQuery.Parse(text) }));

    [Fact]
    public void Limit_SaysThatItCut()
    {
        var cut = _queries.Texts(QueryFilter.None, [TextPlace.Lists], limit: 1);
        var whole = _queries.Texts(QueryFilter.None, [TextPlace.Lists], limit: 4);

        Assert.Single(cut.Rows());
        Assert.True(cut.IsCut);
        Assert.Equal(4, whole.Rows().Count());
        Assert.False(whole.IsCut);
    }

    [Fact]
    public void Text_ComesBackWhole()
    {
        var filter = new QueryFilter { Text = SearchQuery.Parse("levande") };
        var result = _queries.Texts(filter, [TextPlace.Lists]);
        var row = Assert.Single(result.Rows());

        Assert.Equal("lists", Value("place"));
        Assert.Equal("0182", Value("municipality_code"));
        Assert.Equal(2014L, Value("year"));
        Assert.Equal(3L, Value("area"));
        Assert.Equal("strength", Value("kind"));
        Assert.Equal("Medborgardialogen är levande på webben", Value("text"));
        Assert.Equal("digital", Value("theme2"));
        Assert.Equal(0.9, Value("confidence"));
        Assert.Equal("a", Value("source_document"));
        Assert.Equal("a", Value("document_file"));
        Assert.Null(Value("rubric"));

        object? Value(string column) => row[result.IndexOf(column)];
    }

    [Fact]
    public void RemarksAndProse_AreSearchedToo()
    {
        var result = _queries.Texts(
            new QueryFilter { Text = SearchQuery.Parse("webbplats") },
            [TextPlace.Lists, TextPlace.Remarks, TextPlace.Prose]
        );

        Assert.Equal(["remarks", "prose"], result.Rows().Select(r => (string)r[0]!));
    }

    [Fact]
    public void Scores_ComeWithTheirAreas()
    {
        var result = _queries.Scores(QueryFilter.None);
        var rows = result.Rows().ToList();

        Assert.Equal(
            ["nacka-2012", "nacka-2014", "alviken-undated"],
            rows.Select(r => (string)r[0]!)
        );
        Assert.Equal(58d, rows[0][result.IndexOf("area3")]);
        Assert.Equal(52.5, rows[0][result.IndexOf("area5")]);
        Assert.Null(rows[0][result.IndexOf("area1")]);
        Assert.Null(rows[2][result.IndexOf("year")]);
        Assert.Null(rows[2][result.IndexOf("total_value")]);
    }

    [Fact]
    public void Scores_AreFilteredAndAreasNarrowTheColumns()
    {
        var result = _queries.Scores(
            new QueryFilter { Municipalities = ["Nacka"], Areas = [new(3, 3)] },
            limit: 1
        );

        Assert.Single(result.Rows());
        Assert.True(result.IsCut);
        Assert.Equal(
            ["area3", "area3_confidence"],
            result
                .Columns.Select(c => c.Name)
                .Where(n => n.StartsWith("area", StringComparison.Ordinal))
        );
    }

    private int Count(QueryFilter filter) => Column(filter, "id").Count();

    [Theory]
    [InlineData(StoreQueries.MostRanked, "Dialog")]
    [InlineData(StoreQueries.MostRanked + 1, "Formerna för dialog kan utvecklas vidare")]
    public void Texts_ByRelevance_AreRankedWhereTheyAreFew(int texts, string first)
    {
        using var folder = new TemporaryFolder();
        var data = new DataFolder(folder.Path);
        data.Build(
            Subject.Knowledge,
            [
                WrittenRecords.Of(
                    "a",
                    findings: Enumerable
                        .Range(1, texts)
                        .Select(i =>
                            WrittenRecords.Finding(
                                1,
                                FindingKind.Improvement,
                                i,
                                i == texts ? "Dialog" : "Formerna för dialog kan utvecklas vidare"
                            )
                        )
                ),
            ]
        );
        using var connection = SqliteStore.OpenForReading(data);
        var queries = new StoreQueries(connection, Subject.Knowledge.Municipalities);

        var result = queries.Texts(
            new QueryFilter { Text = SearchQuery.Parse("dialoger") },
            [TextPlace.Lists],
            limit: 1,
            byRelevance: true
        );

        Assert.Equal(first, result.Rows().First()[result.IndexOf("text")]);
    }

    private IEnumerable<object?> Column(QueryFilter filter, string column)
    {
        var result = _queries.Texts(filter, [TextPlace.Lists]);
        return result.Rows().Select(r => r[result.IndexOf(column)]);
    }

    private static Source Place { get; } = new(null, 1, 2, null, Via.Prose);

    private static ReportRecord Report(
        string name,
        string? code,
        int? year,
        params (string Text, FindingKind Kind, string Theme, string? Theme2)[] findings
    )
    {
        var id =
            $"{Municipality.SlugOf(name)}-{year?.ToString(CultureInfo.InvariantCulture) ?? "undated"}";
        return WrittenRecords.Of("a", areas: [(3, 58), (5, 52.5m)]) with
        {
            Id = id,
            Municipality = new MunicipalityName(code, name),
            Year = year,
            Facts = new MunicipalityFacts(94_423, null, null, null, null, Place),
            Remarks =
            [
                .. year == 2012
                    ? (Remark[])
                        [
                            new(
                                FindingKind.Improvement,
                                1,
                                "1.2",
                                "Webbplatsen kan bli tydligare.",
                                "information",
                                Place
                            ),
                        ]
                    : [],
            ],
            Prose =
            [
                .. year == 2014
                    ? (Prose[])[new(null, "Sammanfattning", null, 1, "Om webbplatserna.", Place)]
                    : [],
            ],
            Findings =
            [
                .. findings.Select(f =>
                    WrittenRecords.Finding(3, f.Kind, 1, f.Text, 0.9) with
                    {
                        Id = $"{id}/3/{f.Kind.ToString().ToLowerInvariant()}/1",
                        Question = "3.1",
                        Theme = f.Theme,
                        Theme2 = f.Theme2,
                    }
                ),
            ],
        };
    }
}
