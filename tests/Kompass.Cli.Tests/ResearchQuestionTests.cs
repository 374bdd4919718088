using System.Text.Json;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Web;

namespace Kompass.Cli.Tests;

/// <summary>The questions that researchers asked of the dataset: each takes one command.</summary>
public sealed class ResearchQuestionTests(ResearchQuestionTests.Samples samples)
    : IClassFixture<ResearchQuestionTests.Samples>
{
    [Fact]
    public void HowOftenIsCitizenDialoguePraisedAndAskedFor_ByYear()
    {
        var result = Ask("counts", "--question", "1.4", "--by", "kind", "year", "--csv");

        Assert.StartsWith(
            "edition,kind,year,findings,doubtful,reports,reports_certain,base,share,share_low,share_high,per_report",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            result.Lines,
            l => l.StartsWith("2010,strength,2013,", StringComparison.Ordinal)
        );
        Assert.Contains(
            result.Lines,
            l => l.Contains(",0,0,0,0,1,0,0,0.79", StringComparison.Ordinal)
        );
        Assert.Contains("of each edition apart", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralValues_AreWrittenApartOrWithCommas()
    {
        Assert.Equal(
            Ask("counts", "--by", "theme", "kind", "--csv").Output,
            Ask("counts", "--by", "theme,kind", "--csv").Output
        );
        var wrong = samples.Run(["counts", "--by", "theme,colour"]);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("--by takes theme, question", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("not colour", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void WhoImprovedMostInAnArea_BetweenComparableEvaluations()
    {
        var result = Ask("progress", "--area", "5", "--json");
        var rows = result.Lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();

        Assert.Equal("Norrholma", rows[0].GetProperty("municipalityName").GetString());
        Assert.Equal(13, rows[0].GetProperty("change").GetDouble());
        Assert.Equal(JsonValueKind.Null, rows[^1].GetProperty("change").ValueKind);
        Assert.Contains(
            "another scale",
            rows[^1].GetProperty("reason").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void AllFindingsOnSomething_WithLinksToTheirPages()
    {
        var result = Ask("findings", "--text", "webbplatser", "--in", "lists", "prose", "--json");
        var rows = result.Lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();

        Assert.NotEmpty(rows);
        Assert.All(
            rows,
            r =>
                Assert.StartsWith(
                    r.GetProperty("reportId").GetString()!,
                    r.GetProperty("documentLink").GetString(),
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            rows,
            r =>
                r.GetProperty("documentLink")
                    .GetString()!
                    .Contains("#page=", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("\\u00", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "understood: any form of webbplatser",
            result.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void WeaknessesPerReportThatHasSuchAList()
    {
        var result = Ask(
            "counts",
            "--kind",
            "weakness",
            "--by",
            "kind",
            "--edition",
            "2010",
            "--csv"
        );

        Assert.Equal(2, result.Lines.Length);
        Assert.StartsWith("2010,weakness,15,", result.Lines[1], StringComparison.Ordinal);
        Assert.EndsWith(
            ",1,1,1,1,0.2065,1,15",
            result.Lines[1].TrimEnd(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void WhichThemesComeTogether()
    {
        var result = Ask("together", "--within", "report", "--csv");

        Assert.StartsWith(
            "edition,theme_a,theme_b,both,a,b,base,lift,jaccard",
            result.Output,
            StringComparison.Ordinal
        );
        Assert.True(result.Lines.Length > 10);
    }

    [Theory]
    [InlineData("county")]
    [InlineData("group")]
    [InlineData("population")]
    public void ByCountyGroupAndPopulation(string by)
    {
        var result = Ask("counts", "--theme", "dialogue", "--by", by, "--csv");

        Assert.StartsWith($"edition,{by},findings,", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Population_SaysHowManyReportsHaveNone()
    {
        var known = Ask("scores", "--population", "0-", "--csv").Lines.Length - 1;
        var all = Ask("scores", "--csv").Lines.Length - 1;

        Assert.Contains(
            $"{all - known} reports left out for lack of a population",
            Ask("scores", "--population", "0-").Error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("dialogerna", "any form of dialogerna")]
    [InlineData("\"IT-stöd\" OR IT", "exactly \"it stöd\" OR any form of it")]
    [InlineData("strategi*", "words beginning with strategi")]
    public void FullText_WithInflectionsCompoundsAndPhrases(string text, string understood)
    {
        var result = Ask("concordance", "--text", text, "--csv");

        Assert.Contains($"understood: {understood}", result.Error, StringComparison.Ordinal);
        Assert.True(result.Lines.Length > 1);
    }

    [Fact]
    public void Cited_RowsComeBackByteForByte()
    {
        var rows = Ask("findings", "--theme", "goals,dialogue", "--year", "2012-2014", "--csv");
        var cited = Ask(
            "findings",
            "--year",
            "2012-2014",
            "--theme",
            "dialogue",
            "goals",
            "--cite"
        );
        var id = cited.Lines[0].Split(' ')[^1];

        var again = Ask("resolve", id);

        Assert.Equal(rows.Output, again.Output);
        Assert.Contains("the same bytes as cited", again.Error, StringComparison.Ordinal);
        Assert.Contains(
            "the same query gives the same rows today",
            again.Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "[\"findings\",\"--theme\",\"dialogue,goals\",\"--year\",\"2012-2014\"]",
            cited.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("dataset version ", rows.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Known_LeavesOutInventedMunicipalities_AndCanBeCited()
    {
        // All samples are on invented municipalities.
        Assert.Equal(ExitCode.Partly, samples.Run(["scores", "--known"]).ExitCode);
        Assert.Contains(
            "[\"scores\",\"--known\"]",
            samples.Run(["scores", "--known", "--cite"]).Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/?theme=dialogue&format=cite")]
    [InlineData("/charts/share?theme=dialogue&format=cite")]
    public async Task CitedView_OfTheExplorer_ComesBackByteForByte(string address)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var file = samples.Folder($"view{address.Length}.txt");
        await using (
            var explorer = await LocalExplorer.StartAsync(
                new ExplorerOptions(
                    new DataFolder(samples.Folder("data")),
                    Knowledge.Load(Repository.Corpus)
                ),
                cancellation
            )
        )
        {
            await File.WriteAllBytesAsync(
                file,
                (await explorer.GetAsync(address, cancellation))!,
                cancellation
            );
        }

        Assert.Contains(
            "the same bytes as cited",
            Ask("resolve", file).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void EverythingToRAndExcel_WithACodeBook()
    {
        var folder = samples.Folder("open-data");
        var result = samples.Run(["publish", folder]);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.All(
            (string[])
                [
                    "datapackage.json",
                    "kompass.xlsx",
                    "codebook.sv.md",
                    "parquet/findings.parquet",
                    "csv-excel/findings.csv",
                ],
            f => Assert.True(File.Exists(Path.Combine(folder, f)), f)
        );
    }

    [Theory]
    [InlineData("findings")]
    [InlineData("findings", "--json")]
    [InlineData("findings", "--csv")]
    [InlineData("counts", "--by", "theme")]
    public void LimitHint_SaysWhatShowsMore(params string[] arguments)
    {
        var result = Ask([.. arguments, "--limit", "2"]);

        Assert.Contains(
            " shown, and there are more: --limit N shows more, all without it",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.InRange(result.Lines.Length, 2, 3);
    }

    [Fact]
    public void FindingsAsCsv_HaveEveryColumnOfTheirTable()
    {
        var columns = Ask("findings", "--csv").Lines[0].TrimEnd().Split(',');

        Assert.Empty(
            Mining
                .Dataset.Tables.TableCatalogue.Find("findings")
                .Columns.Select(c => c.Name)
                .Except(columns, StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("--questions", 45)]
    [InlineData("--question=3.2", 1)]
    [InlineData("--question=3.2,1.4", 2)]
    [InlineData("--area=3 --questions", 5)]
    public void PointsOfSubQuestions_AreAskedByCode(string options, int rows)
    {
        var result = Ask(["scores", "--municipality", "Sandfors", "--csv", .. options.Split(' ')]);

        Assert.Equal(
            "report_id,municipality_code,municipality_name,year,edition,code,area,text,achieved,max,percent,confidence",
            string.Join(',', result.Lines[0].Split(',')[..12])
        );
        Assert.Equal(rows + 1, result.Lines.Length);
    }

    [Fact]
    public void Scores_HaveTheirConfidence()
    {
        var result = Ask("scores", "--area", "3", "--csv");

        Assert.Equal(
            "id,municipality_code,municipality_name,year,edition,area3,total_value,total_max,area3_confidence,total_confidence",
            result.Lines[0].TrimEnd()
        );
    }

    [Theory]
    // Of the 290, and without a report here.
    [InlineData("Borås", 1, "0 texts")]
    [InlineData("1490", 1, "0 texts")]
    // An invented one of the dataset.
    [InlineData("SANDFORS", 0, "texts")]
    [InlineData(
        "Borrås",
        2,
        "there is no municipality Borrås, neither of the 290 nor in the dataset; did you mean Borås?"
    )]
    [InlineData("Sandfor", 2, "did you mean Sandfors?")]
    [InlineData("9999", 2, "there is no municipality 9999")]
    public void Municipality_ThatNobodyKnows_IsRefused(string name, int exit, string message)
    {
        var result = samples.Run(["findings", "--municipality", name, "--csv"]);

        Assert.Equal(exit, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void LimitThatCut_SaysSo() =>
        Assert.Contains(
            "3 texts shown, and there are more",
            Ask("findings", "--limit", "3", "--csv").Error,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("--year", "2014-2010")]
    [InlineData("--year", "12")]
    [InlineData("--county", "Atlantis")]
    [InlineData("--group", "11")]
    [InlineData("--edition", "1999")]
    [InlineData("--area", "9")]
    [InlineData("--kind", "praise")]
    [InlineData("--certainty", "sure")]
    [InlineData("--text", "\"halv")]
    public void FilterThatCannotBe_IsRefused(string option, string value)
    {
        var result = samples.Run(["findings", option, value]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(value.Trim('"'), result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    private Result Ask(params string[] arguments)
    {
        var result = samples.Run(arguments);
        Assert.True(result.ExitCode == 0, result.Error);
        return result;
    }

    /// <summary>A dataset of the samples.</summary>
    public sealed class Samples : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Samples() => Run(["nightly", Repository.Samples]);

        internal Result Run(string[] arguments) =>
            CommandLine.Run(_folder.Path, [.. arguments, "--data", "data"]);

        public string Folder(string name) => _folder.File(name);

        public void Dispose() => _folder.Dispose();
    }
}
