using System.Security.Cryptography;
using System.Text.Json;
using CsvHelper;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Dataset.Versions;
using Kompass.Mining.Publishing;
using Kompass.Mining.Reports;
using Parquet;

namespace Kompass.Mining.Tests.Publishing;

public sealed class PublicationTests(PublicationTests.Published published)
    : IClassFixture<PublicationTests.Published>
{
    public static TheoryData<string> Tables => [.. TableCatalogue.All.Select(t => t.Name)];

    [Fact]
    public void Package_NamesEveryCsvWithSizeAndHash()
    {
        Assert.Equal(
            TableCatalogue.All.Select(t => $"csv/{t.Name}.csv"),
            Resources().Select(r => r.GetProperty("path").GetString())
        );
        Assert.All(
            Resources(),
            r =>
            {
                var bytes = File.ReadAllBytes(published.File(r.GetProperty("path").GetString()!));
                Assert.Equal(bytes.Length, r.GetProperty("bytes").GetInt64());
                Assert.Equal(
                    "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)),
                    r.GetProperty("hash").GetString()
                );
            }
        );
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Csv_IsAsItsTableSchemaSays(string table)
    {
        var schema = Schema(table);
        var fields = schema.GetProperty("fields").EnumerateArray().ToList();
        var rows = Rows(table);

        Assert.Equal(
            fields.Select(f => f.GetProperty("name").GetString()),
            File.ReadLines(published.File($"csv/{table}.csv")).First().Split(',')
        );
        Assert.All(
            rows,
            row => Assert.All(fields, f => Assert.True(Fits(f, row), $"{table}: {f}"))
        );
        if (schema.TryGetProperty("primaryKey", out var key))
        {
            Assert.Distinct(rows.Select(r => Values(r, key)));
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void ForeignKeys_LeadSomewhere(string table)
    {
        if (!Schema(table).TryGetProperty("foreignKeys", out var keys))
        {
            return;
        }

        foreach (var key in keys.EnumerateArray())
        {
            var reference = key.GetProperty("reference");
            var there = Rows(reference.GetProperty("resource").GetString()!)
                .Select(r => Values(r, reference.GetProperty("fields")))
                .ToHashSet(StringComparer.Ordinal);

            // A key with an empty part refers to nothing.
            Assert.All(
                Rows(table)
                    .Where(r =>
                        key.GetProperty("fields")
                            .EnumerateArray()
                            .All(f => r[f.GetString()!].Length > 0)
                    )
                    .Select(r => Values(r, key.GetProperty("fields"))),
                v => Assert.Contains(v, there)
            );
        }
    }

    [Fact]
    public async Task Parquet_HasTheRowsAndTypes()
    {
        await using var reader = await ParquetReader.CreateAsync(
            published.File("parquet/findings.parquet"),
            cancellationToken: TestContext.Current.CancellationToken
        );

        Assert.Equal(Rows("findings").Count, reader.RowGroups.Sum(g => g.RowCount));
        Assert.Equal(
            TableCatalogue.Findings.Columns.Select(c => c.Name),
            reader.Schema.GetDataFields().Select(f => f.Name)
        );
        Assert.Equal(
            typeof(long),
            reader.Schema.GetDataFields().Single(f => f.Name == "area").ClrType
        );
    }

    [Fact]
    public void Workbook_IsValidAndBeginsWithWhatItIsAndTheCodeBook()
    {
        using var document = SpreadsheetDocument.Open(published.File("kompass.xlsx"), false);
        var workbook = document.WorkbookPart!;
        var sheets = workbook.Workbook.Descendants<Sheet>().ToList();

        Assert.Empty(
            new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken)
        );
        Assert.Equal(
            ["about", "codebook", .. TableCatalogue.All.Select(t => t.Name)],
            sheets.Select(s => s.Name!.Value)
        );
        var findings = (WorksheetPart)
            workbook.GetPartById(sheets.Single(s => s.Name == "findings").Id!);
        Assert.Equal(1 + Rows("findings").Count, findings.Worksheet.Descendants<Row>().Count());
        Assert.Equal(26, TableCatalogue.Findings.Columns.Count);
        Assert.Equal(
            $"A1:Z{1 + Rows("findings").Count}",
            findings.Worksheet.Descendants<AutoFilter>().Single().Reference!.Value
        );
        Assert.Equal(
            80,
            findings
                .Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Column>()
                .ElementAt(TableCatalogue.Findings.IndexOf("text"))
                .Width!.Value
        );
        Assert.Contains(
            "Creative Commons",
            ((WorksheetPart)workbook.GetPartById(sheets[0].Id!)).Worksheet.InnerText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ExcelCsv_HasMarkSemicolonsAndDecimalCommas()
    {
        var bytes = File.ReadAllBytes(published.File("csv-excel/area_scores.csv"));
        var text = System.Text.Encoding.UTF8.GetString(bytes);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains("report_id;municipality_code;", text, StringComparison.Ordinal);
        Assert.Contains(
            ";0,",
            File.ReadAllText(published.File("csv-excel/findings.csv")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ExcelCsv_WritesNegativeNumbersWithTheHyphenThatSpreadsheetsRead()
    {
        var text = File.ReadAllText(published.File("csv-excel/reports.csv"));

        Assert.Contains(";-", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u2212', text);
        Assert.DoesNotContain(";'-", text, StringComparison.Ordinal);
    }

    [Fact]
    public void CodeBooks_HaveEveryColumn()
    {
        var swedish = File.ReadAllText(published.File("codebook.sv.md"));
        var english = File.ReadAllText(published.File("codebook.en.md"));

        Assert.All(
            TableCatalogue.All.SelectMany(t => t.Columns),
            c =>
            {
                Assert.Contains($"| `{c.Name}` |", swedish, StringComparison.Ordinal);
                Assert.Contains(c.English, english, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [InlineData(
        "codebook.sv.md",
        "- `sum-rounding`: Delfrågornas summa skiljer sig från områdets poäng; skillnaden beror på avrundning"
    )]
    [InlineData("codebook.sv.md", "- `derived`: uträknat av andra siffror")]
    [InlineData("codebook.sv.md", "- `findings`: ett områdes listor")]
    [InlineData("codebook.sv.md", "| `id` | string \\*, *nyckel* |")]
    [InlineData("codebook.sv.md", "`*` efter typen: varje rad har ett värde")]
    [InlineData("codebook.sv.md", "i UTF-16-enheter")]
    [InlineData("codebook.sv.md", "- `scores_full`: ")]
    [InlineData("codebook.en.md", "- `rubric-box`: the score box at the head of an area")]
    [InlineData("codebook.en.md", "- `findings_full`: ")]
    [InlineData("codebook.en.md", "in UTF-16 units")]
    public void CodeBooks_ExplainValuesKeysAndViews(string file, string text) =>
        Assert.Contains(text, File.ReadAllText(published.File(file)), StringComparison.Ordinal);

    [Fact]
    public void ReportsOnUnknownMunicipalities_AreWarnedOf()
    {
        var unknown = Publication.UnknownMunicipalities(published.File(""));

        Assert.Contains("mossebo-2010", unknown);
        Assert.Contains(
            $"{unknown.Count} of the evaluations are of municipalities that are none of Sweden's 290",
            File.ReadAllText(published.File("README.md")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Croissant_FieldsReadFilesThatAreThere()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(published.File("croissant.json")));
        var files = json
            .RootElement.GetProperty("distribution")
            .EnumerateArray()
            .Select(f => f.GetProperty("@id").GetString())
            .ToHashSet();
        var fields = json
            .RootElement.GetProperty("recordSet")
            .EnumerateArray()
            .SelectMany(s => s.GetProperty("field").EnumerateArray())
            .ToList();
        var ids = fields.Select(f => f.GetProperty("@id").GetString()).ToHashSet();

        Assert.Contains("parquet/findings.parquet", files);
        Assert.StartsWith(
            "@misc{kommunkompassen-",
            json.RootElement.GetProperty("citeAs").GetString(),
            StringComparison.Ordinal
        );
        Assert.All(
            fields,
            f =>
                Assert.Contains(
                    f.GetProperty("source")
                        .GetProperty("fileObject")
                        .GetProperty("@id")
                        .GetString(),
                    files
                )
        );
        Assert.All(
            fields
                .Where(f => f.TryGetProperty("references", out _))
                .Select(f =>
                    f.GetProperty("references").GetProperty("field").GetProperty("@id").GetString()
                ),
            id => Assert.Contains(id, ids)
        );
    }

    [Theory]
    [InlineData("dcterms:type <http://purl.org/adms/publishertype/NonProfitOrganisation>")]
    [InlineData("dcterms:format \"text/csv\"")]
    [InlineData("dcat:accessURL <https://example.org/kompass/parquet/findings.parquet>")]
    [InlineData("dcat:accessURL <https://example.org/kompass/csv/findings.csv>")]
    [InlineData("dcterms:license <https://creativecommons.org/licenses/by/4.0/>")]
    public void Dcat_SaysWhatWasChosen(string statement) =>
        Assert.Contains(
            statement,
            File.ReadAllText(published.File("dcat-ap-se.ttl")),
            StringComparison.Ordinal
        );

    [Fact]
    public void Gaps_AreKnownEvaluationsThatAreNotHere()
    {
        var gaps = File.ReadAllText(published.File("gaps.csv"));

        Assert.Contains("\r\navesta-2014,2084,Avesta,2014,", gaps, StringComparison.Ordinal);
        Assert.DoesNotContain("mossebo", gaps, StringComparison.Ordinal);
    }

    [Fact]
    public void Again_IsTheSameBytes()
    {
        var files = published.Publish("again", new PublicationOptions());

        Assert.All(
            files,
            f =>
                Assert.True(
                    File.ReadAllBytes(published.File(f))
                        .SequenceEqual(File.ReadAllBytes(published.File("../again/" + f))),
                    f
                )
        );
    }

    [Fact]
    public void WithoutNamesAndProse_TheyAreNowhere()
    {
        var files = published.Publish(
            "bare",
            new PublicationOptions { WithoutNames = true, WithoutProse = true }
        );
        var names = published.Records.SelectMany(r => r.Evaluators).Select(e => e.Name).ToList();

        Assert.NotEmpty(names);
        Assert.All(
            files.Where(f => f.EndsWith(".csv", StringComparison.Ordinal) || f == "kompass.db"),
            f =>
            {
                var text = File.ReadAllText(published.File("../bare/" + f));
                Assert.All(names, n => Assert.DoesNotContain(n, text, StringComparison.Ordinal));
            }
        );
        Assert.All(
            ["prose", "remarks", "exemplars"],
            t => Assert.Single(File.ReadAllLines(published.File($"../bare/csv/{t}.csv")))
        );
        Assert.Contains(
            "sentences quoted from it",
            File.ReadAllText(published.File("../bare/README.md")),
            StringComparison.Ordinal
        );
    }

    private List<JsonElement> Resources() =>
        [.. published.Package.RootElement.GetProperty("resources").EnumerateArray()];

    private JsonElement Schema(string table) =>
        Resources().Single(r => r.GetProperty("name").GetString() == table).GetProperty("schema");

    private static string Values(Dictionary<string, string> row, JsonElement names) =>
        string.Join('\u001f', names.EnumerateArray().Select(n => row[n.GetString()!]));

    private static bool Fits(JsonElement field, Dictionary<string, string> row)
    {
        var value = row[field.GetProperty("name").GetString()!];
        return value.Length == 0
            ? !Constraint(field, "required", out _)
            : IsOneOf(field, value)
                && field.GetProperty("type").GetString() switch
                {
                    "integer" => long.TryParse(value, CultureInfo.InvariantCulture, out _),
                    "number" => double.TryParse(value, CultureInfo.InvariantCulture, out _),
                    "boolean" => value is "0" or "1",
                    _ => true,
                };
    }

    private static bool IsOneOf(JsonElement field, string value) =>
        !Constraint(field, "enum", out var values)
        || values.EnumerateArray().Any(v => v.GetString() == value);

    private static bool Constraint(JsonElement field, string name, out JsonElement constraint)
    {
        constraint = default;
        return field.TryGetProperty("constraints", out var all)
            && all.TryGetProperty(name, out constraint);
    }

    private List<Dictionary<string, string>> Rows(string table)
    {
        var names = TableCatalogue.Find(table).Columns.Select(c => c.Name).ToList();
        using var csv = CsvReader.FromFile(published.File($"csv/{table}.csv"));
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(names.ToDictionary(n => n, n => csv.GetString(n), StringComparer.Ordinal));
        }

        return rows;
    }

    /// <summary>The samples, published.</summary>
    public sealed class Published : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly DatasetVersion _version;

        public Published()
        {
            Records =
            [
                .. Directory
                    .GetFiles(Repository.Samples, "*.txt")
                    .Order(StringComparer.Ordinal)
                    .Select(Subject.Extract),
            ];
            _version = new DataFolder(_folder.File("data")).Build(Subject.Knowledge, Records);
            Publish("open", new PublicationOptions());
            Package = JsonDocument.Parse(System.IO.File.ReadAllText(File("datapackage.json")));
        }

        internal IReadOnlyList<ReportRecord> Records { get; }

        internal JsonDocument Package { get; }

        internal string File(string name) => _folder.File("open/" + name);

        internal IReadOnlyList<string> Publish(string folder, PublicationOptions options) =>
            Publication.Write(
                new DataFolder(_folder.File("data")),
                _version,
                _folder.File(folder),
                Subject.Knowledge,
                options
            );

        public void Dispose()
        {
            Package.Dispose();
            _folder.Dispose();
        }
    }
}
