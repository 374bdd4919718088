using Kompass.Mining.Corpus;
using Kompass.Mining.Documents;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Dataset;

/// <summary>Records written for a test: what one document of an evaluation says.</summary>
internal static class WrittenRecords
{
    public static ReportRecord Of(
        string file,
        IEnumerable<(int Area, decimal Score)>? areas = null,
        IEnumerable<Finding>? findings = null,
        IEnumerable<QuestionScore>? questions = null,
        Total? total = null,
        params Note[] notes
    ) =>
        new()
        {
            Id = "ekdal-2013",
            Municipality = new MunicipalityName(null, "Ekdal"),
            Year = 2013,
            Edition = "2010",
            Areas = [.. (areas ?? Sixty).Select(a => Area(a.Area, a.Score))],
            Findings = [.. findings ?? []],
            Questions = [.. questions ?? []],
            Total = total,
            Notes = notes,
            Document = new DocumentInfo(file, file, null, DocumentKind.Text, "text"),
        };

    public static IEnumerable<(int, decimal)> Sixty => Enumerable.Range(1, 8).Select(a => (a, 60m));

    public static Finding Finding(
        int area,
        FindingKind kind,
        int order,
        string text,
        double confidence = 1
    ) =>
        new(
            $"ekdal-2013/{area}/{kind.ToString().ToLowerInvariant()}/{order}",
            area,
            kind,
            order,
            text,
            null,
            null,
            null,
            confidence,
            Source(Via.FindingsTable)
        );

    public static QuestionScore Question(string code, decimal? achieved) =>
        new(code, "Ordalydelse", achieved, 15, null, Source(Via.ScoreTable));

    public static Total Total(decimal value, string via) => new(value, 800, Source(via));

    public static Note Note(string code, About about, int? area = null, string? question = null) =>
        new(code, Severity.Warning, about, area, question, "Något är osäkert.", null);

    private static AreaScore Area(int area, decimal score) =>
        new(
            area,
            $"Område {area}",
            score,
            100,
            Source(Via.RubricBox),
            [new(score, Source(Via.RubricBox))]
        );

    private static Source Source(string via) => new(null, 1, 2, null, via);
}
