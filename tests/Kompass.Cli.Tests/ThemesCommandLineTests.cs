using System.Text.Json;

namespace Kompass.Cli.Tests;

public sealed class ThemesCommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Classify_Json_GivesLabelsProbabilitiesAndWords()
    {
        var result = Run("classify", "Mångfaldsplan saknas", "--area", "6", "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        var json = JsonDocument.Parse(Assert.Single(result.Lines)).RootElement;
        var labels = json.GetProperty("labels");
        Assert.Equal("6.6", labels.GetProperty("question").GetString());
        Assert.Equal("strategy", labels.GetProperty("theme").GetString());
        Assert.InRange(labels.GetProperty("themeProbability").GetDouble(), 0.5, 1);
        Assert.Equal(
            "mångfaldsplan",
            json.GetProperty("questionWords")[0].GetProperty("word").GetString()
        );
        Assert.StartsWith(
            "themes-",
            json.GetProperty("model").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Classify_ForPeople_NamesTheWordsThatCarried()
    {
        var result = Run("classify", "Mångfaldsplan saknas", "--area", "6");

        Assert.Contains("6.6 (", result.Output, StringComparison.Ordinal);
        Assert.Contains("carried by mångfaldsplan +", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("classify", "text")]
    [InlineData("classify", "text", "--area", "9")]
    [InlineData("findings", "--question", "9.9")]
    [InlineData("findings", "--theme", "beauty")]
    [InlineData("counts", "--by", "colour")]
    [InlineData("train", "themes", "--shared", "no-such-folder")]
    [InlineData("evaluate", "themes", "--shared", "no-such-folder")]
    [InlineData("nightly", "--corrections", "no-such-file.csv")]
    public void WrongUsage_Exits2AndSaysWhy(params string[] arguments)
    {
        var result = Run(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.NotEmpty(result.Error);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("classify")]
    [InlineData("counts")]
    [InlineData("train", "themes")]
    [InlineData("evaluate", "themes")]
    public void Help_HasExamplesAndExitStatus(params string[] command)
    {
        var result = Run([.. command, "--help"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Examples:", result.Output, StringComparison.Ordinal);
        Assert.Contains("Exit status:", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_WithoutGold_Exits1AndSaysWhatIsNeeded()
    {
        Directory.CreateDirectory(_folder.File("empty"));

        var result = Run("evaluate", "themes", "--shared", "empty");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("two or more are needed", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nightly_LabelsCountsAndCorrects()
    {
        File.Copy(
            Path.Combine(Repository.Samples, "ekmossen-2014.txt"),
            _folder.File("ekmossen-2014.txt")
        );
        Assert.Equal(0, Run("nightly", "ekmossen-2014.txt").ExitCode);

        var all = Run("findings", "--json");
        var first = JsonDocument.Parse(all.Lines[0]).RootElement;
        var theme = first.GetProperty("theme").GetString()!;
        var ofTheme = Run("findings", "--theme", theme, "--json");
        var counts = Run("counts", "--by", "area", "--by", "kind", "--csv");

        Assert.Contains(all.Lines[0], ofTheme.Lines);
        Assert.True(ofTheme.Lines.Length < all.Lines.Length);
        Assert.Equal(
            all.Lines.Length,
            counts.Lines.Skip(1).Sum(l => int.Parse(l.Split(',')[3], CultureInfo.InvariantCulture))
        );

        var id = first.GetProperty("id").GetString()!;
        var other = theme == "goals" ? "values" : "goals";
        _folder.Write(
            "corrections.csv",
            $"""
            report,path,value,reason,date
            ekmossen-2014,findings/{id}/theme,{other},read it,2026-01-02
            ekmossen-2013,areas/1/score,50,misprint,2026-01-02

            """
        );
        var corrected = Run("nightly", "ekmossen-2014.txt", "--corrections", "corrections.csv");
        var record = JsonDocument.Parse(Run("show", "ekmossen-2014", "--json").Output).RootElement;

        Assert.Equal(1, corrected.ExitCode);
        Assert.Contains(
            "corrections.csv: line 3: there is no report ekmossen-2013",
            corrected.Error,
            StringComparison.Ordinal
        );
        var applied = Assert.Single(record.GetProperty("corrections").EnumerateArray().ToList());
        Assert.Equal(theme, applied.GetProperty("original").GetString());
        Assert.Equal(
            other,
            record
                .GetProperty("findings")
                .EnumerateArray()
                .Single(f => f.GetProperty("id").GetString() == id)
                .GetProperty("theme")
                .GetString()
        );
    }

    [Fact]
    public void ReviewLabels_FilledIn_IsTakenInAndAppliedByTheNextRun()
    {
        File.Copy(
            Path.Combine(Repository.Samples, "ekmossen-2014.txt"),
            _folder.File("ekmossen-2014.txt")
        );
        Assert.Equal(0, Run("nightly", "ekmossen-2014.txt").ExitCode);
        var list = Run("review", "labels", "--most", "3");
        Assert.Equal(0, list.ExitCode);
        Assert.StartsWith(
            "report,path,value,reason,date,given,probability,or,",
            list.Lines[0],
            StringComparison.Ordinal
        );
        Assert.Equal(4, list.Lines.Length);
        var (path, given, or) = list.Lines[1].Split(',') is var cells
            ? (cells[1], cells[5], cells[7])
            : default;
        Assert.NotEqual(given, or);

        // An empty list teaches nothing; the first row, filled in with the second likeliest, does.
        _folder.Write("review.csv", list.Output);
        Assert.Equal(1, Take().ExitCode);
        _folder.Write(
            "review.csv",
            list.Output.Replace(
                $"ekmossen-2014,{path},,,,",
                $"ekmossen-2014,{path},{or},read it,2026-01-02,",
                StringComparison.Ordinal
            )
        );
        var taken = Take();
        Assert.Equal(0, taken.ExitCode);
        Assert.Contains(
            "kompass nightly --corrections corrections.csv applies them",
            taken.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(
            0,
            Run("nightly", "ekmossen-2014.txt", "--corrections", "corrections.csv").ExitCode
        );

        var record = JsonDocument.Parse(Run("show", "ekmossen-2014", "--json").Output).RootElement;
        var applied = Assert.Single(record.GetProperty("corrections").EnumerateArray().ToList());
        Assert.Equal(path, applied.GetProperty("path").GetString());
        Assert.Equal(given, applied.GetProperty("original").GetString());
        Assert.Equal(or, applied.GetProperty("value").GetString());
        var parts = path.Split('/');
        var finding = record
            .GetProperty("findings")
            .EnumerateArray()
            .Single(f =>
                f.GetProperty("id").GetString()!.EndsWith(parts[3], StringComparison.Ordinal)
            );
        Assert.Equal(or, finding.GetProperty(parts[4]).GetString());
        Assert.Equal(JsonValueKind.Null, finding.GetProperty(parts[4] + "Or").ValueKind);
        Assert.DoesNotContain(
            $",{path},",
            Run("review", "labels").Output,
            StringComparison.Ordinal
        );

        // Without its file it is taken back, which is said whatever is to be kept quiet; one in the dataset's folder needs no naming.
        var without = Run("nightly", "ekmossen-2014.txt", "--quiet");
        Assert.Equal(1, without.ExitCode);
        Assert.Contains(
            $"again (1): ekmossen-2014 {path}; ",
            without.Error,
            StringComparison.Ordinal
        );
        var own = Run("review", "labels", "--take", "review.csv");
        Assert.Equal(0, own.ExitCode);
        Assert.Contains(
            "1 corrections were added to data/corrections.csv, which this dataset now uses",
            own.Error,
            StringComparison.Ordinal
        );
        Assert.True(File.Exists(_folder.File("data/corrections.csv")));
        Assert.Equal(0, Run("nightly", "ekmossen-2014.txt").ExitCode);
        Assert.Contains(
            $"* {path}: ",
            Run("show", "ekmossen-2014").Output,
            StringComparison.Ordinal
        );

        Result Take() =>
            Run("review", "labels", "--take", "review.csv", "--corrections", "corrections.csv");
    }

    // The cost of a query is that of starting up; an engine that learns would double it.
    [Theory]
    [InlineData("findings", "--theme", "dialogue")]
    [InlineData("scores")]
    [InlineData("counts", "--by", "area")]
    [InlineData("show", "ekmossen-2014")]
    [InlineData("classify", "Mångfaldsplan saknas", "--area", "6")]
    public void Queries_LoadNoLearningEngine(params string[] query)
    {
        File.Copy(
            Path.Combine(Repository.Samples, "ekmossen-2014.txt"),
            _folder.File("ekmossen-2014.txt")
        );
        Assert.Equal(0, Run("nightly", "ekmossen-2014.txt").ExitCode);

        var loaded = CommandLine.LoadedBy(_folder.Path, query);

        Assert.Contains("Kompass.Mining", loaded);
        Assert.DoesNotContain(
            loaded,
            a =>
                a.StartsWith("Microsoft.ML", StringComparison.Ordinal)
                || a == "Kompass.Mining.MLNet"
        );
    }

    [Fact]
    public void Extract_WhichLearnsFromOwnProse_LoadsTheLearningEngine() =>
        Assert.Contains(
            "Microsoft.ML.Data",
            CommandLine.LoadedBy(
                _folder.Path,
                "extract",
                "--json",
                Path.Combine(Repository.Samples, "ekmossen-2014.txt")
            )
        );

    [Fact]
    public void Extract_NoLabels_LeavesThemOut()
    {
        var sample = Path.Combine(Repository.Samples, "ekmossen-2014.txt");

        var with = Run("extract", "--json", sample);
        var without = Run("extract", "--json", "--no-labels", sample);

        Assert.Equal(JsonValueKind.String, Theme(with));
        Assert.Equal(JsonValueKind.Null, Theme(without));

        static JsonValueKind Theme(Result result) =>
            JsonDocument
                .Parse(result.Output)
                .RootElement.GetProperty("findings")[0]
                .GetProperty("theme")
                .ValueKind;
    }

    private Result Run(params string[] arguments) => CommandLine.Run(_folder.Path, arguments);
}
