using System.Text;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Dataset;

public sealed class CsvExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private DataFolder Data => new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_GivesAFileForEachList()
    {
        CsvExport.Write(
            Data,
            () => [Subject.Record(Draft.Structured)],
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            [
                "areas",
                "documents",
                "exemplars",
                "findings",
                "notes",
                "previous",
                "questions",
                "remarks",
                "reports",
            ],
            Directory
                .GetFiles(Data.Csv)
                .Select(Path.GetFileNameWithoutExtension)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(1 + 32, Lines("findings").Length);
        Assert.Equal(1 + 45, Lines("questions").Length);
        Assert.Equal(1 + 8, Lines("areas").Length);
        Assert.Equal(1 + 1, Lines("reports").Length);
    }

    [Fact]
    public void Rows_HaveAsManyCellsAsTheHead()
    {
        var record = Subject.Record(
            File.ReadAllText(Path.Combine(Repository.Samples, "mossebo-2010.txt"))
        );

        Assert.All(
            CsvExport.Tables,
            table =>
                Assert.All(
                    table.Rows(record),
                    row => Assert.Equal(table.Columns.Length, row.Length)
                )
        );
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("+46 8", "\"'+46 8\"")]
    [InlineData("Tydliga mål", "Tydliga mål")]
    [InlineData("Mål, dialog", "\"Mål, dialog\"")]
    [InlineData("Målet ”nära” och \"öppet\"", "\"Målet ”nära” och \"\"öppet\"\"\"")]
    [InlineData("rad\nrad", "\"rad\nrad\"")]
    [InlineData("", "\"\"")]
    public void Text_IsQuotedAndNeverRunAsAFormula(string text, string cell) =>
        Assert.Equal($"text\r\n{cell}\r\n", Rows([text]));

    public static TheoryData<object?, string> Values =>
        new()
        {
            { null, "\"\"" },
            { 58m, "58" },
            { 52.50m, "52.5" },
            { 1234567.25m, "1234567.25" },
            { 0.97, "0.97" },
            { 2013, "2013" },
            { -12, "-12" },
            { 9876543210L, "9876543210" },
            { FindingKind.Weakness, "weakness" },
            { Severity.Info, "info" },
        };

    [Theory]
    [MemberData(nameof(Values))]
    public void Value_IsWrittenTheSameInEveryCulture(object? value, string cell) =>
        Assert.Equal($"text\r\n{cell}\r\n", Cultures.In("sv-SE", () => Rows([value])));

    [Fact]
    public void Stream_StaysOpen()
    {
        using var stream = new MemoryStream();

        CsvExport.WriteRows(
            stream,
            ["text"],
            [
                ["a"],
            ]
        );

        Assert.True(stream.CanWrite);
    }

    [Fact]
    public void Write_Cancelled_LeavesTheOldFiles()
    {
        CsvExport.Write(Data, () => [], TestContext.Current.CancellationToken);
        var before = File.ReadAllText(Path.Combine(Data.Csv, "findings.csv"));
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            CsvExport.Write(Data, () => [Subject.Record(Draft.Structured)], source.Token)
        );
        Assert.Equal(before, File.ReadAllText(Path.Combine(Data.Csv, "findings.csv")));
    }

    private static string Rows(params IReadOnlyList<object?>[] rows)
    {
        using var stream = new MemoryStream();
        CsvExport.WriteRows(stream, ["text"], rows);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private string[] Lines(string name) => File.ReadAllLines(Path.Combine(Data.Csv, name + ".csv"));
}
