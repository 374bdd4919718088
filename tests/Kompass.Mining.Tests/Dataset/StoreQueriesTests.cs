using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Reports;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Tests.Dataset;

public sealed class StoreQueriesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteConnection _connection;
    private readonly StoreQueries _queries;

    public StoreQueriesTests()
    {
        var data = new DataFolder(_folder.Path);
        SqliteStore.Build(
            data,
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
            ],
            TestContext.Current.CancellationToken
        );
        _connection = SqliteStore.OpenForReading(data);
        _queries = new StoreQueries(_connection, Subject.Knowledge.Municipalities);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Findings_WithoutAFilter_StandByMunicipalityYearAndOrder() =>
        Assert.Equal(
            ["Nacka 2012", "Nacka 2014", "Nacka 2014", "Ålviken "],
            _queries.Findings(new FindingsFilter()).Select(f => $"{f.Municipality} {f.Year}")
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
        Assert.Equal(
            count,
            _queries.Findings(new FindingsFilter(Municipality: municipality)).Count
        );

    [Fact]
    public void EveryPart_OfTheFilterNarrowsIt()
    {
        Assert.Equal(2, Count(new FindingsFilter(Year: 2014)));
        Assert.Equal(0, Count(new FindingsFilter(Year: 2013)));
        Assert.Equal(4, Count(new FindingsFilter(Area: 3)));
        Assert.Equal(0, Count(new FindingsFilter(Area: 4)));
        Assert.Equal(2, Count(new FindingsFilter(Kind: FindingKind.Strength)));
        Assert.Equal(1, Count(new FindingsFilter(Kind: FindingKind.Strength, Year: 2014)));
        Assert.Equal(4, Count(new FindingsFilter(Question: "3.1")));
        Assert.Equal(0, Count(new FindingsFilter(Question: "3.2")));
        Assert.Equal(2, Count(new FindingsFilter(Theme: "dialogue")));
        Assert.Equal(2, Count(new FindingsFilter(Theme: "goals")));
        Assert.Equal(1, Count(new FindingsFilter(Limit: 1)));
    }

    [Theory]
    [InlineData("dialog", 2)]
    [InlineData("DIALOGEN", 2)]
    [InlineData("dialog föreningar", 1)]
    [InlineData("föreningar dialog", 1)]
    [InlineData("borgardia", 1)]
    [InlineData("uppföljning OR föreningar", 2)]
    [InlineData("dialog NOT föreningar", 1)]
    [InlineData("\"på webben\"", 1)]
    [InlineData("levande på webben", 1)]
    [InlineData("måler", 0)]
    [InlineData("ÅL", -1)]
    [InlineData("", -1)]
    [InlineData("  å ", -1)]
    [InlineData("\"halv", -1)]
    [InlineData("är på", -1)]
    public void Text_FindsWordsAndPartsOfWords(string text, int count)
    {
        if (count < 0)
        {
            Assert.Throws<DatasetException>(() =>
                _queries.Findings(new FindingsFilter(Text: text))
            );
            return;
        }

        Assert.Equal(count, _queries.Findings(new FindingsFilter(Text: text)).Count);
    }

    [Fact]
    public void Finding_ComesBackWhole() =>
        Assert.Equal(
            new FindingRow(
                "nacka-2014/3/strength/1",
                "Nacka",
                2014,
                3,
                "strength",
                "Medborgardialogen är levande på webben",
                "3.1",
                "dialogue",
                "digital",
                0.9,
                null,
                null
            ),
            Assert.Single(_queries.Findings(new FindingsFilter(Text: "levande")))
        );

    [Fact]
    public void Scores_ComeWithTheirAreas()
    {
        var scores = _queries.Scores();

        Assert.Equal(["nacka-2012", "nacka-2014", "alviken-undated"], scores.Select(s => s.Id));
        Assert.Equal([3, 5], scores[0].Areas.Keys);
        Assert.Equal(52.5, scores[0].Areas[5]);
        Assert.Null(scores[2].Year);
        Assert.Null(scores[2].Total);
    }

    [Theory]
    [InlineData("Nacka", null, 1000, 2)]
    [InlineData(null, 2014, 1000, 1)]
    [InlineData("Nacka", 2013, 1000, 0)]
    [InlineData(null, null, 2, 2)]
    public void Scores_AreFiltered(string? municipality, int? year, int limit, int count) =>
        Assert.Equal(count, _queries.Scores(municipality, year, limit).Count);

    private int Count(FindingsFilter filter) => _queries.Findings(filter).Count;

    private static ReportRecord Report(
        string name,
        string? code,
        int? year,
        params (string Text, FindingKind Kind, string Theme, string? Theme2)[] findings
    )
    {
        var id =
            $"{Municipality.SlugOf(name)}-{year?.ToString(CultureInfo.InvariantCulture) ?? "undated"}";
        return Records.Of("a", areas: [(3, 58), (5, 52.5m)]) with
        {
            Id = id,
            Municipality = new MunicipalityName(code, name),
            Year = year,
            Findings =
            [
                .. findings.Select(f =>
                    Records.Finding(3, f.Kind, 1, f.Text, 0.9) with
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
