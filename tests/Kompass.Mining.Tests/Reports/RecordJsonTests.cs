using System.Text.Json;
using Kompass.Mining.Corpus;
using Kompass.Mining.Documents;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Reports;

public sealed class RecordJsonTests
{
    private static readonly ReportRecord Empty = new()
    {
        Id = "ekdal-2013",
        Municipality = new MunicipalityName(null, "Ekdal"),
        Edition = "2010",
        Document = new DocumentInfo("a.txt", "00", null, DocumentKind.Text, "text"),
    };

    [Fact]
    public void Write_GivesTheNamesOfTheContract()
    {
        using var json = JsonDocument.Parse(RecordJson.Write(Subject.Record(Draft.Structured)));

        Assert.Equal(
            [
                "schema",
                "id",
                "municipality",
                "year",
                "edition",
                "evaluated",
                "reportDate",
                "ordinal",
                "interviewees",
                "evaluators",
                "total",
                "areas",
                "questions",
                "previous",
                "findings",
                "exemplars",
                "remarks",
                "prose",
                "facts",
                "notes",
                "document",
                "documents",
                "corrections",
            ],
            json.RootElement.EnumerateObject().Select(p => p.Name)
        );
        Assert.Equal(
            [
                "id",
                "area",
                "kind",
                "order",
                "text",
                "question",
                "theme",
                "theme2",
                "confidence",
                "source",
                "questionProbability",
                "themeProbability",
                "questionOr",
                "themeOr",
                "questionBasis",
                "labels",
            ],
            json.RootElement.GetProperty("findings")[0].EnumerateObject().Select(p => p.Name)
        );
        Assert.Equal(
            "strength",
            json.RootElement.GetProperty("findings")[0].GetProperty("kind").GetString()
        );
    }

    [Fact]
    public void WriteLine_IsOneLineAndWriteEndsWithALineFeed()
    {
        var record = Subject.Record(Draft.Structured);

        Assert.DoesNotContain('\n', RecordJson.WriteLine(record));
        Assert.EndsWith("}\n", RecordJson.Write(record), StringComparison.Ordinal);
        Assert.DoesNotContain('\r', RecordJson.Write(record));
    }

    [Theory]
    [InlineData("58", "58")]
    [InlineData("58.0", "58")]
    [InlineData("52.50", "52.5")]
    [InlineData("0", "0")]
    public void Points_AreWrittenAsPrinted(string points, string written)
    {
        var value = decimal.Parse(points, CultureInfo.InvariantCulture);

        Assert.Contains(
            $"\"value\":{written},",
            Cultures.In(
                "sv-SE",
                () => RecordJson.WriteLine(Empty with { Total = new Total(value, 800, Source) })
            ),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Åtgärder för ”öppenhet” – nu")]
    [InlineData("<b>&amp;'")]
    [InlineData("citat \" och \\ tecken\n\t\u0001")]
    [InlineData("🙂")]
    [InlineData("\u2028")]
    public void Texts_SurviveTheRoundTrip(string text)
    {
        var finding = new Finding(
            "x/1",
            1,
            FindingKind.Weakness,
            1,
            text,
            null,
            null,
            null,
            0.5,
            Source
        );

        var read = RecordJson.Read(RecordJson.WriteLine(Empty with { Findings = [finding] }));

        Assert.Equal(text, Assert.Single(read.Findings).Text);
    }

    [Fact]
    public void SwedishLetters_StayReadable() =>
        Assert.Contains(
            "Västerås – ”öppen”",
            RecordJson.WriteLine(Empty with { Evaluated = "Västerås – ”öppen”" }),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("null", "the record is null")]
    [InlineData("{}", "required")]
    [InlineData("[]", "")]
    [InlineData("{ \"schema\": 1, \"id\": ", "")]
    [InlineData("", "")]
    public void Read_OfWhatIsNoRecord_Throws(string json, string message) =>
        Assert.Contains(
            message,
            Assert.ThrowsAny<JsonException>(() => RecordJson.Read(json)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Read_OfAnotherSchema_SaysWhich()
    {
        var json = RecordJson
            .WriteLine(Empty)
            .Replace("\"schema\":1", "\"schema\":2", StringComparison.Ordinal);

        Assert.Equal(
            "schema 2 was found, this version reads schema 1",
            Assert.Throws<JsonException>(() => RecordJson.Read(json)).Message
        );
    }

    [Theory]
    [InlineData("\"findings\":[]", "\"findings\":null")]
    [InlineData("\"municipality\":{", "\"municipality\":null,\"x\":{")]
    [InlineData("\"findings\":[]", "\"findings\":[null]")]
    [InlineData("\"notes\":[]", "\"notes\":[null]")]
    [InlineData("\"edition\":\"2010\"", "\"edition\":null")]
    public void Read_OfARecordThatHasNullWhereNoneMayBe_Throws(string old, string @new)
    {
        var json = RecordJson.WriteLine(Empty);
        Assert.Contains(old, json, StringComparison.Ordinal);

        Assert.Throws<JsonException>(() =>
            RecordJson.Read(json.Replace(old, @new, StringComparison.Ordinal))
        );
    }

    private static Source Source { get; } = new(1, 2, 3, null, Via.Prose);
}
