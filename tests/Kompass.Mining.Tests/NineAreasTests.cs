using Kompass.Mining.Corpus;
using Kompass.Mining.Reports;
using Kompass.Mining.Tests.Corpus;

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
          "scale": { "areaMax": 100, "totalMax": 900, "decimals": false, "comparableWith": [] },
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
        var record = Read(
            Draft.Cover.Replace("2013", "2032", StringComparison.Ordinal)
                + Draft.Summary.Replace("2013", "2032", StringComparison.Ordinal)
                + "Kommunkompassen med nio områden\n\n3 Detaljerad genomgång i förhållande till Kommunkompassens åtta områden\n\n"
                + string.Concat(Areas.Select(a => Draft.Area(a)))
                + "4. Översikt av poängfördelning\n\n"
                + string.Concat(Areas.Select(Draft.Questions))
        );

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
