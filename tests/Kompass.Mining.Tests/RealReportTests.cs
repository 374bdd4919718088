using System.Diagnostics;
using System.Text.Json;
using Kompass.Mining.Documents.Pdf.Recognition;
using Kompass.Mining.Reports;
using Kompass.Mining.Tests.Documents.Pdf;

namespace Kompass.Mining.Tests;

/// <summary>The real reports, where the machine has them, measured with the tool that is given with them.</summary>
public sealed class RealReportTests
{
    public static TheoryData<string, string, double, double, int> Texts =>
        new()
        {
            // file, gold, least strict F1, least soft F1, most notes
            { "vasteras-2012.txt", "vasteras-2012", 0.99, 0.99, 3 },
            { "avesta-2014.txt", "avesta-2014", 0.99, 0.99, 3 },
            { "boras-2013.txt", "boras-2013", 0.95, 0.95, 20 },
            { "facsimile/vasteras-2012/transcript.txt", "vasteras-2012", 0.92, 0.95, 40 },
            { "facsimile/avesta-2014/transcript.txt", "avesta-2014", 0.92, 0.95, 25 },
            { "facsimile/boras-2013/transcript.txt", "boras-2013", 0.92, 0.95, 25 },
            { "facsimile/vasteras-2012/transcript-nodigits.txt", "vasteras-2012", 0.92, 0.95, 40 },
            { "facsimile/avesta-2014/transcript-nodigits.txt", "avesta-2014", 0.88, 0.95, 25 },
            { "facsimile/boras-2013/transcript-nodigits.txt", "boras-2013", 0.92, 0.95, 25 },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public void RealReport_Extracted_AgreesWithGold(
        string file,
        string gold,
        double leastStrict,
        double leastSoft,
        int mostNotes
    )
    {
        var shared = Repository.RequireShared();
        var record = Subject.Extract(Path.Combine(shared, "corpus", file));

        var score = Score(shared, gold, record);

        var found = score.ToString();
        Assert.True(Whole(score, "areas"), found);
        Assert.True(Whole(score, "questions"), found);
        Assert.True(Whole(score, "total"), found);
        // The host that drops years takes the years of earlier evaluations too; then their absence is noted.
        Assert.True(
            Whole(score, "previous") || file.Contains("nodigits", StringComparison.Ordinal),
            found
        );
        Assert.True(
            score.GetProperty("findings").GetProperty("strictF1").GetDouble() >= leastStrict,
            found
        );
        Assert.True(
            score.GetProperty("findings").GetProperty("softF1").GetDouble() >= leastSoft,
            found
        );
        Assert.True(score.GetProperty("notes").GetInt32() <= mostNotes, found);
        Assert.Equal(0, score.GetProperty("silent").GetInt32());
    }

    public static TheoryData<string, string, int> Pdfs =>
        new()
        {
            { "avesta-2014", "word.pdf", 1 },
            { "avesta-2014", "chrome.pdf", 1 },
            { "boras-2013", "word.pdf", 8 },
            { "boras-2013", "chrome.pdf", 8 },
            { "vasteras-2012", "word.pdf", 0 },
            { "vasteras-2012", "chrome.pdf", 0 },
        };

    [Theory]
    [MemberData(nameof(Pdfs))]
    public void RealPdf_AgreesWithGold(string id, string name, int mostNotes)
    {
        var shared = Repository.RequireShared();
        var record = PdfSubject.Extract(Path.Combine(shared, "corpus", "facsimile", id, name));

        var score = Score(shared, id, record);
        var found = score.ToString();
        Assert.All(
            new[] { "areas", "questions", "total", "previous" },
            part => Assert.True(Whole(score, part), found)
        );
        Assert.Equal(1, score.GetProperty("findings").GetProperty("strictF1").GetDouble());
        Assert.True(score.GetProperty("notes").GetInt32() <= mostNotes, found);
        Assert.Equal(0, score.GetProperty("silent").GetInt32());
    }

    /// <summary>Oddly made reports and pages, each with what a reader sees in it.</summary>
    public static TheoryData<string> OddReports => Cases(f => !IsPage(f) && !IsScan(f));

    /// <summary>Scans take a minute each: run them by name.</summary>
    public static TheoryData<string> Scans => ["jpeg2000_scan.pdf", "scan_bad_ocr_layer.pdf"];

    public static TheoryData<string> OddPages => Cases(IsPage);

    /// <summary>Of these a part is known to be lost; all of it is noted.</summary>
    private static readonly Dictionary<string, double> LeastStrict = new(StringComparer.Ordinal)
    {
        // Letters drawn twice, too far apart to be told from two: the lists are not found.
        ["fakebold_wide.pdf"] = 0,
        // Letters without their marks were put back word by word; within 0.9 likeness all findings are found.
        ["txt_nodots.txt"] = 0.75,
    };

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(OddReports))]
    public void OddReport_AgreesWithGoldOrSaysWhereNot(string file) => AssertOddReport(file, false);

    [Theory(Explicit = true)]
    [MemberData(nameof(Scans))]
    public void OddScan_AgreesWithGoldOrSaysWhereNot(string file) => AssertOddReport(file, true);

    private static void AssertOddReport(string file, bool isScan)
    {
        var shared = Repository.RequireShared();
        var path = Path.Combine(shared, "cases", file);
        var gold = Path.ChangeExtension(path, ".gold.json");
        using var expected = JsonDocument.Parse(File.ReadAllText(gold));
        var id = expected.RootElement.GetProperty("id").GetString()!;

        var record = Assert
            .IsType<ReportReading.Read>(Recognising.Extract(path, Cancellation))
            .Record;

        var score = Score(shared, gold, id, record);
        var found = score.ToString();
        Assert.All(
            new[] { "areas", "total", "previous" },
            part => Assert.True(Whole(score, part), found)
        );
        // Of a scan some numbers are not sure, and noted.
        Assert.True(isScan || Whole(score, "questions"), found);
        Assert.True(
            score.GetProperty("findings").GetProperty("strictF1").GetDouble()
                >= LeastStrict.GetValueOrDefault(file, 1),
            found
        );
        Assert.Equal(0, score.GetProperty("silent").GetInt32());
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(OddPages))]
    public void OddPage_GivesTheFiguresThatAReaderSees(string file)
    {
        var path = Path.Combine(Repository.RequireShared(), "cases", file);
        using var gold = JsonDocument.Parse(
            File.ReadAllText(Path.ChangeExtension(path, ".gold.json"))
        );

        var reading = Recognising.Extract(path, Cancellation);

        if (!gold.RootElement.GetProperty("areas").EnumerateObject().Any())
        {
            Assert.IsType<ReportReading.NotRead>(reading);
            return;
        }

        Assert.Equal(
            FiguresOf(gold.RootElement),
            FiguresOf(Assert.IsType<ReportReading.Read>(reading).Record)
        );
    }

    private static string FiguresOf(JsonElement gold) =>
        string.Join(
            "; ",
            gold.GetProperty("areas")
                .EnumerateObject()
                .Select(a => $"{a.Name}: {a.Value}")
                .Prepend($"{gold.GetProperty("municipality")} {gold.GetProperty("year")}")
                .Append($"total {gold.GetProperty("total")}")
                .Concat(
                    gold.GetProperty("comparison_years")
                        .EnumerateObject()
                        .SelectMany(y =>
                            y.Value.GetProperty("areas")
                                .EnumerateObject()
                                .Select(a => $"{y.Name} {a.Name}: {a.Value}")
                        )
                )
        );

    private static string FiguresOf(ReportRecord record) =>
        string.Join(
            "; ",
            record
                .Areas.Select(a => FormattableString.Invariant($"{a.Area}: {a.Score}"))
                .Prepend($"{record.Municipality.Name} {record.Year}")
                .Append(FormattableString.Invariant($"total {record.Total?.Value}"))
                .Concat(
                    record.Previous.SelectMany(p =>
                        p.Areas.Select(a =>
                            FormattableString.Invariant($"{p.Year} {a.Key}: {a.Value}")
                        )
                    )
                )
        );

    private static Extractor Recognising => PdfSubject.Extractor(RecognitionEngine.Find());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static TheoryData<string> Cases(Func<string, bool> isOne) =>
        Repository.Shared is { } shared && Directory.Exists(Path.Combine(shared, "cases"))
            ?
            [
                .. Directory
                    .GetFiles(Path.Combine(shared, "cases"))
                    .Select(Path.GetFileName)
                    .OfType<string>()
                    .Where(f => !f.EndsWith(".json", StringComparison.Ordinal) && isOne(f))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    private static bool IsScan(string file) => Scans.Any(s => s.Data == file);

    private static bool IsPage(string file) => file.StartsWith("web_", StringComparison.Ordinal);

    private static bool Whole(JsonElement score, string part) =>
        score.GetProperty(part)[0].GetInt32() == score.GetProperty(part)[1].GetInt32();

    private static JsonElement Score(string shared, string gold, ReportRecord record) =>
        Score(shared, Path.Combine(shared, "gold", gold + ".json"), gold, record);

    private static JsonElement Score(string shared, string goldFile, string id, ReportRecord record)
    {
        var start = new ProcessStartInfo("python3")
        {
            ArgumentList =
            {
                Path.Combine(shared, "tools", "score.py"),
                goldFile,
                "--json",
                "--as",
                id,
            },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
        };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        using var process = Process.Start(start)!;
        process.StandardInput.WriteLine(RecordJson.WriteLine(record));
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return JsonDocument.Parse(output).RootElement[0];
    }
}
