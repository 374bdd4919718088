using System.Text.Json;
using Kompass.Mining.Reports;
using Kompass.Mining.Tests.Documents.Pdf;

namespace Kompass.Mining.Tests.Reports;

/// <summary>
/// The sample reports printed in other forms (Cases/pdf, made by scripts/sample-pdfs): their records say what the samples' authors wrote down, and of prose,
/// facts and notes the same as the sample's own text.
/// </summary>
public sealed class SamplePdfTests
{
    private static readonly string Folder = Path.Combine(
        Repository.Root,
        "tests",
        "Kompass.Mining.Tests",
        "Cases",
        "pdf"
    );

    public static TheoryData<string> Files =>
        [
            .. Directory
                .GetFiles(Folder, "*.pdf")
                .Select(f => Path.GetFileName(f))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void SamplePdf_Extracted_SaysWhatItsAuthorWroteDown(string file)
    {
        var record = PdfSubject.Extract(Path.Combine(Folder, file));
        var expected = JsonDocument
            .Parse(
                File.ReadAllText(Path.Combine(Repository.Samples, $"{Sample(file)}.expected.json"))
            )
            .RootElement;

        Assert.Equal(Sample(file), record.Id);
        Assert.Equal(expected.GetProperty("total").GetDecimal(), record.Total!.Value);
        Assert.Equal(
            Scores(expected.GetProperty("area_scores")),
            record.Areas.Select(a => (a.Area, (decimal?)a.Score))
        );
        Assert.Equal(
            expected.TryGetProperty("previous", out var previous)
                ? previous.EnumerateObject().SelectMany(p => Scores(p.Value))
                : [],
            record
                .Previous.SelectMany(p => p.Areas.OrderBy(a => a.Key))
                .Select(a => (a.Key, (decimal?)a.Value))
        );
        Assert.Equal(
            expected
                .GetProperty("questions")
                .EnumerateArray()
                .Select(q =>
                    $"{q.GetProperty("code").GetString()}: {Number(q, "achieved")} of {Number(q, "max")}, {Number(q, "percent")} %"
                ),
            record.Questions.Select(q => $"{q.Code}: {q.Achieved} of {q.Max}, {q.Percent} %")
        );
        Assert.Equal(
            expected
                .GetProperty("findings")
                .EnumerateArray()
                .Select(f =>
                    $"{f.GetProperty("area").GetInt32()} {f.GetProperty("kind").GetString()}: {f.GetProperty("text").GetString()}"
                )
                .Order(StringComparer.Ordinal),
            record
                .Findings.Select(f => $"{f.Area} {f.Kind.ToString().ToLowerInvariant()}: {f.Text}")
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void SamplePdf_Extracted_HasTheProseFactsAndNotesOfItsText(string file)
    {
        var record = PdfSubject.Extract(Path.Combine(Folder, file));
        var text = Subject.Extract(Path.Combine(Repository.Samples, $"{Sample(file)}.txt"));

        Assert.Equal(Said(text), Said(record));
    }

    private static string Said(ReportRecord record) =>
        string.Join(
            '\n',
            [
                $"{record.Evaluated} {record.Ordinal} {record.Interviewees} {record.Edition}",
                .. record.Evaluators.Select(e => $"{e.Name}, {e.Affiliation}"),
                $"{record.Facts?.Population} {record.Facts?.Employees} {record.Facts?.MunicipalityGroup} {record.Facts?.Governing}",
                .. record.Exemplars.Select(e =>
                    $"{e.Area} {e.Rubric}: {e.Municipality.Name}: {e.Text}"
                ),
                .. record.Remarks.Select(r => $"{r.Area} {r.Question} {r.Kind}: {r.Text}"),
                .. record
                    .Notes.Select(n => $"{n.Code} {n.Area} {n.Question}")
                    .Order(StringComparer.Ordinal),
            ]
        );

    private static string Sample(string file) => file.Split('.')[0];

    private static IEnumerable<(int, decimal?)> Scores(JsonElement scores) =>
        scores
            .EnumerateObject()
            .Select(s =>
                (int.Parse(s.Name, CultureInfo.InvariantCulture), (decimal?)s.Value.GetDecimal())
            );

    private static decimal? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDecimal()
            : null;
}
