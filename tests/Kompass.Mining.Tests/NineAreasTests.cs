using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Runs;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Documents;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Prediction;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Layout;
using Kompass.Mining.Reports;
using Kompass.Mining.Reports.Pages;
using Kompass.Mining.Tests.Corpus;
using Kompass.Mining.Tests.Themes;
using Kompass.Mining.Themes;

namespace Kompass.Mining.Tests;

/// <summary>The instrument is data: an edition of nine areas needs a file and no code.</summary>
public sealed class NineAreasTests : IDisposable
{
    private const string Edition = """
        {
          "id": "2031",
          "title": "Kommunkompassen med nio områden",
          "extends": "2010",
          "inUse": { "from": "2031-01", "to": null },
          "scale": { "areaMax": 100, "totalMax": 900, "comparableWith": [] },
          "scaleNote": "Ett område mer än förr.",
          "marks": ["Kommunkompassen med nio områden"],
          "areas": [
            {
              "number": 9,
              "name": "Beredskap och trygghet",
              "rubrics": [
                { "heading": "Plan för beredskap", "questions": ["9.1"] },
                { "heading": "Trygga platser", "questions": ["9.2"] }
              ],
              "questions": [
                { "code": "9.1", "text": "Finns en plan för beredskap i kommunen?", "max": 60 },
                { "code": "9.2", "text": "Hur arbetar kommunen med trygga platser?", "max": 40 }
              ]
            }
          ]
        }
        """;

    private readonly CorpusCopy _corpus = new();
    private readonly Knowledge _knowledge;

    public NineAreasTests()
    {
        _corpus.Write("editions/2031.json", Edition);
        _knowledge = Knowledge.Load(_corpus.Path);
    }

    [Fact]
    public void Report_IsReadWithAllItsAreas()
    {
        var record = Read(Report);

        Assert.Equal("2031", record.Edition);
        Assert.Equal(Enumerable.Range(1, 9), record.Areas.Select(a => a.Area));
        Assert.Equal(900, record.Total?.Max);
        Assert.Equal(540, record.Total?.Value);
        Assert.Equal(
            [("9.1", 36m), ("9.2", 24m)],
            record.Questions.Where(q => q.Code[0] == '9').Select(q => (q.Code, q.Achieved!.Value))
        );
        Assert.Equal(4, record.Findings.Count(f => f.Area == 9));
    }

    [Theory]
    [InlineData("Kommunen fick 512 av 900 i utvärderingen.", 512)]
    [InlineData("Kommunen fick 512 av niohundra i utvärderingen.", 512)]
    [InlineData("Med 512/900 är kommunen nöjd, säger KF 12/10.", 512)]
    [InlineData("Kommunen fick 512 av 800 i utvärderingen.", null)]
    [InlineData("Med 512/800 är kommunen nöjd, säger KF 12/10.", null)]
    public void TotalOfASentence_IsOfTheHighestOfTheEdition(string sentence, int? total)
    {
        var figures = new FigureLabels(_knowledge, new MunicipalityName(null, "Ekdal"));
        var prose = new ProseFigures(
            _knowledge.Labels(_knowledge.Edition("2031")),
            figures,
            pageYear: 2032
        );

        var read = prose.Read(
            [new Block.Paragraph(Passage.At(sentence, Place.Unknown))],
            new HashSet<int>()
        );

        Assert.Equal(total, (int?)read.SingleOrDefault()?.Value);
    }

    [Fact]
    public void Labels_AreGivenInTheAreasThatTheModelKnows()
    {
        var model = ThemeModel.Read(
            Path.Combine(Repository.Root, "models", "themes", "model.bin"),
            _knowledge
        );

        var record = new RecordLabeller(model, _knowledge, ThemeModelFixture.Engine).Label(
            Read(Report),
            TestContext.Current.CancellationToken
        );

        Assert.All(
            record.Findings.Where(f => f.Area < 9),
            f => Assert.StartsWith($"{f.Area}.", f.Question, StringComparison.Ordinal)
        );
        Assert.All(record.Findings.Where(f => f.Area == 9), f => Assert.Null(f.Theme));
    }

    [Fact]
    public void StoreAndSuggestions_HaveTheNinthArea()
    {
        using var folder = new TemporaryFolder();
        folder.Write("inbox/ekdal-2032.txt", Report);
        var data = new DataFolder(folder.File("data"));
        var model = ImprovementModel.Read(
            Path.Combine(Repository.Root, "models", "improvements", "model.bin"),
            _knowledge.Edition("2010")
        );

        new NightlyRun(new Extractor(_knowledge), "1", data, TimeProvider.System).Run(
            [folder.File("inbox")],
            cancellation: TestContext.Current.CancellationToken
        );

        using var store = SqliteStore.OpenForReading(data);
        Assert.Equal(60.0, Scalar("SELECT score FROM area_scores WHERE area = 9"));
        Assert.Equal(2L, Scalar("SELECT count(*) FROM question_scores WHERE area = 9"));
        Assert.Equal(4L, Scalar("SELECT count(*) FROM findings WHERE area = 9"));
        var source = new SuggestionSource(_knowledge, data);
        Assert.Contains(
            new Suggester(_knowledge, model, source.Known)
                .Suggest(
                    source.ProfileOf(Assert.Single(source.Records))!,
                    cancellation: TestContext.Current.CancellationToken
                )
                .Areas,
            a => a.Name == "Beredskap och trygghet"
        );

        object? Scalar(string query)
        {
            using var command = store.CreateCommand();
            command.CommandText = query;
            return command.ExecuteScalar();
        }
    }

    private string Report =>
        Draft.Cover.Replace("2013", "2032", StringComparison.Ordinal)
        + Draft.Summary.Replace("2013", "2032", StringComparison.Ordinal)
        + "Kommunkompassen med nio områden\n\n3 Detaljerad genomgång i förhållande till Kommunkompassens åtta områden\n\n"
        + string.Concat(Areas.Select(a => Draft.Area(a)))
        + "4. Översikt av poängfördelning\n\n"
        + string.Concat(Areas.Select(Draft.Questions));

    private IReadOnlyList<Area> Areas => _knowledge.Edition("2031").Areas;

    private ReportRecord Read(string text) =>
        Assert
            .IsType<ReportReading.Read>(
                new Extractor(_knowledge).Extract(
                    Subject.Document(text),
                    TestContext.Current.CancellationToken
                )
            )
            .Record;

    public void Dispose() => _corpus.Dispose();
}
