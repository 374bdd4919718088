using System.Text;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Dataset.Store;

public sealed class CsvExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private DataFolder Data => new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_GivesAFileForEachTable()
    {
        Write([Subject.Record(Draft.Structured)]);

        Assert.Equal(
            TableCatalogue.OfRuns.Select(t => t.Name).Order(StringComparer.Ordinal),
            Directory
                .GetFiles(Data.Csv, "*.csv")
                .Select(Path.GetFileNameWithoutExtension)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(1 + 32, Lines("findings").Length);
        Assert.Equal(1 + 45, Lines("question_scores").Length);
        Assert.Equal(1 + 8, Lines("area_scores").Length);
        Assert.Equal(1 + 1, Lines("reports").Length);
        Assert.Equal(1 + 290, Lines("municipalities").Length);
    }

    [Fact]
    public void Columns_AreTheCatalogues()
    {
        Write([]);

        Assert.All(
            TableCatalogue.OfRuns,
            t => Assert.Equal(string.Join(',', t.Columns.Select(c => c.Name)), Lines(t.Name)[0])
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
            { true, "1" },
            { false, "0" },
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
    public void Write_WhereAnEarlierVersionLeftProse_TakesItAway()
    {
        Directory.CreateDirectory(Data.Csv);
        File.WriteAllText(Path.Combine(Data.Csv, "prose.csv"), "id,report_id\n");
        File.WriteAllText(Path.Combine(Data.Csv, "feedback.csv"), "origin\n");

        Write([Subject.Record(Draft.Structured)]);

        Assert.False(File.Exists(Path.Combine(Data.Csv, "prose.csv")));
        Assert.True(File.Exists(Path.Combine(Data.Csv, "feedback.csv")));
    }

    [Fact]
    public void Write_OfTheSameStore_WritesOnlyWhatIsNotThere()
    {
        Write([]);
        File.WriteAllText(Path.Combine(Data.Csv, "findings.csv"), "mine");

        CsvFolder.Write(Data, isNew: false, TestContext.Current.CancellationToken);
        Assert.Equal(["mine"], Lines("findings"));

        File.Delete(Path.Combine(Data.Csv, "version.json"));
        Assert.False(CsvFolder.IsIn(Data));
        CsvFolder.Write(Data, isNew: false, TestContext.Current.CancellationToken);
        Assert.StartsWith("id,", Lines("findings")[0], StringComparison.Ordinal);
    }

    private void Write(IEnumerable<ReportRecord> records)
    {
        Data.Build(Subject.Knowledge, records);
        CsvFolder.Write(Data, isNew: true, TestContext.Current.CancellationToken);
    }

    private static string Rows(params IReadOnlyList<object?>[] rows)
    {
        using var stream = new MemoryStream();
        CsvExport.WriteRows(stream, ["text"], rows);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private string[] Lines(string name) => File.ReadAllLines(Path.Combine(Data.Csv, name + ".csv"));
}
