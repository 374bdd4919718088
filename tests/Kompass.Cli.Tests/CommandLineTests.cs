using System.Text.Json;

namespace Kompass.Cli.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Extract_Json_PrintsOneRecordALineAndNothingElse()
    {
        var result = Run("extract", "--json", Repository.Samples);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(9, result.Lines.Length);
        Assert.All(
            result.Lines,
            l => Assert.Equal(1, JsonDocument.Parse(l).RootElement.GetProperty("schema").GetInt32())
        );
        Assert.Empty(result.Error);
    }

    [Fact]
    public void Extract_Json_NamesTheFileAsItWasGiven()
    {
        File.Copy(Path.Combine(Repository.Samples, "ekmossen-2014.txt"), _folder.File("a.txt"));

        var result = Run("extract", "--json", "a.txt");

        Assert.Equal(
            "a.txt",
            JsonDocument
                .Parse(result.Output)
                .RootElement.GetProperty("document")
                .GetProperty("file")
                .GetString()
        );
    }

    [Fact]
    public void Extract_WithOneBadFile_PrintsTheOthersAndExits1()
    {
        _folder.Write("in/bad.txt", "ingenting");
        File.Copy(
            Path.Combine(Repository.Samples, "ekmossen-2014.txt"),
            _folder.File("in/good.txt")
        );

        var result = Run("extract", "--json", "in");

        Assert.Equal(1, result.ExitCode);
        Assert.Single(result.Lines);
        Assert.Contains("in/bad.txt: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("expected", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("extract", "no-such-file.txt")]
    [InlineData("nightly", "no-such-folder")]
    [InlineData("findings", "--area", "9")]
    [InlineData("findings", "--kind", "praise")]
    [InlineData("scores", "--year", "12")]
    [InlineData("nonsense")]
    [InlineData("suggest", "--municipality", "Karlskrona", "--out", "u.odt")]
    [InlineData("feedback")]
    [InlineData("feedback", "no-such-file.docx")]
    [InlineData("nightly", "--jobs", "0")]
    [InlineData("extract", "--limit", "minutes=1", ".")]
    [InlineData("nightly", "--limit", "seconds")]
    public void WrongUsage_Exits2AndSaysWhy(params string[] arguments)
    {
        var result = Run(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.NotEmpty(result.Error);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Extract_OfAPathThatIsNotThere_ReadsTheOthers()
    {
        var result = Run(
            "extract",
            "gone.txt",
            Path.Combine(Repository.Samples, "bjorkvallen-2012.txt"),
            "--no-labels"
        );

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Björkvallen 2012", result.Output, StringComparison.Ordinal);
        Assert.Equal("gone.txt: there is no such file or folder\n", result.Error);
    }

    [Theory]
    [InlineData("findings")]
    [InlineData("scores")]
    public void Query_WithoutDataset_Exits3AndSaysWhatToDo(string command)
    {
        var result = Run(command);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("run kompass nightly first", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nightly_WithEmptyInbox_ReadsTheSamplesAndSaysSo()
    {
        var result = Run("nightly");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("reading the samples", result.Error, StringComparison.Ordinal);
        Assert.Equal("9\t9\t0\t0\t9\t9", string.Join('\t', result.Lines[1].Split('\t').Take(6)));
        Assert.True(File.Exists(_folder.File("data/QUALITY.md")));
    }

    [Fact]
    public void FigureInDoubt_IsMarkedInTablesAndDrafts()
    {
        var sample = Path.Combine(Repository.Samples, "bjorkvallen-2012.txt");
        Directory.CreateDirectory(_folder.File("inbox"));
        _folder.Write(
            "inbox/a.txt",
            File.ReadAllText(sample).Replace(">66</p>", ">71</p>", StringComparison.Ordinal)
        );
        Run("nightly", "inbox", "--data", "d", "--no-labels");

        Run("suggest", "--report", "bjorkvallen-2012", "--data", "d", "--out", "u.md");

        Assert.Contains("\t61\t66 ?\t70\t", Run("scores", "--data", "d").Output);
        Assert.Contains(
            "osäkert lästa ur rapporten: område 2.",
            File.ReadAllText(_folder.File("u.md")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Queries_AfterNightly_Answer()
    {
        Run("nightly", "--data", "d");

        var findings = Run("findings", "--data", "d", "--text", "dialog", "--json");
        var scores = Run("scores", "--data", "d", "--csv");
        var show = Run("show", "sandfors-2015", "--data", "d");
        var json = Run("show", "sandfors-2015", "--data", "d", "--json");
        var none = Run("show", "sandfors-1999", "--data", "d");

        Assert.All(
            findings.Lines,
            l =>
                Assert.Contains(
                    "dialog",
                    JsonDocument.Parse(l).RootElement.GetProperty("text").GetString(),
                    StringComparison.OrdinalIgnoreCase
                )
        );
        Assert.StartsWith(
            "id,municipality_code,municipality_name,year,edition,area1,",
            scores.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(10, scores.Lines.Length);
        Assert.Contains("485 of 800", show.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", show.Output, StringComparison.Ordinal);
        Assert.Equal(
            "sandfors-2015",
            JsonDocument.Parse(json.Output).RootElement.GetProperty("id").GetString()
        );
        Assert.Equal(1, none.ExitCode);
        Assert.Contains("did you mean sandfors-2015?", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nightly_KilledAtAnyMoment_LeavesAReadableDatasetAndTheNextRunCompletes()
    {
        // 60 reports, so that there is something to interrupt.
        var text = File.ReadAllText(Path.Combine(Repository.Samples, "bjorkvallen-2012.txt"));
        for (var i = 0; i < 60; i++)
        {
            _folder.Write(
                $"in/r{i}.txt",
                text.Replace(
                    "2012",
                    (1952 + i).ToString(CultureInfo.InvariantCulture),
                    StringComparison.Ordinal
                )
            );
        }

        Run("nightly", "in/r0.txt", "--data", "d");
        foreach (var milliseconds in new[] { 150, 300, 450, 600, 900, 1300 })
        {
            using var process = CommandLine.Start(_folder.Path, "nightly", "in", "--data", "d");
            process.WaitForExit(milliseconds);
            process.Kill(entireProcessTree: true);
            process.WaitForExit();

            var query = Run("scores", "--data", "d", "--csv");
            Assert.Equal(0, query.ExitCode);
            Assert.True(query.Lines.Length >= 2, query.Output);
        }

        var last = Run("nightly", "in", "--data", "d");

        Assert.True(last.ExitCode == 0, last.Error);
        Assert.Equal(61, Run("scores", "--data", "d", "--csv").Lines.Length);
        Assert.Empty(
            Directory.GetFiles(_folder.File("d"), "*.writing*", SearchOption.AllDirectories)
        );
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("md")]
    [InlineData("html")]
    [InlineData("json")]
    public void Suggest_Out_WritesTheFormatOfTheEnding(string ending)
    {
        var result = Run("suggest", "--municipality", "Karlskrona", "--out", $"u.{ending}");

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.NotEqual(0, new FileInfo(_folder.File($"u.{ending}")).Length);
    }

    [Fact]
    public void Suggest_Out_LeavesAFileThatIsNoUntouchedDraft_UnlessItIsToReplaceIt()
    {
        var file = _folder.Write("u.docx", "mitt");
        string[] suggest = ["suggest", "--municipality", "Karlskrona", "--out", "u.docx"];

        var left = Run(suggest);
        var before = File.ReadAllText(file);
        var replaced = Run([.. suggest, "--replace"]);
        var again = Run(suggest);

        Assert.Equal((2, "mitt"), (left.ExitCode, before));
        Assert.Contains("u.docx finns redan", left.Error, StringComparison.Ordinal);
        Assert.Equal((0, 0), (replaced.ExitCode, again.ExitCode));
    }

    [Fact]
    public void Feedback_OfADraftAndAForeignFile_RecordsTheOneAndNamesTheOther()
    {
        Run("suggest", "--municipality", "Karlskrona", "--out", "u.docx");
        _folder.Write("annat.docx", "hej");

        var result = Run("feedback", "u.docx", "annat.docx", "borta.docx", "--data", "d");
        var again = Run("feedback", "u.docx", "--data", "d", "--json");
        var details = Run("feedback", "u.docx", "--data", "d", "--details");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "annat.docx: är inget Officedokument",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("borta.docx: filen finns inte", result.Error, StringComparison.Ordinal);
        Assert.Contains("u.docx: utkastet är orört", result.Error, StringComparison.Ordinal);
        Assert.Contains("d: mappen fanns inte och skapas", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, result.Lines.Length);
        var file = Assert.Single(Directory.GetFiles(_folder.File("d/feedback"), "*.json"));
        Assert.Equal("draft\tlist\tquestion\toutcome\ttext", details.Lines[0]);
        Assert.All(details.Lines.Skip(1), l => Assert.Equal("skipped", l.Split('\t')[3]));
        Assert.True(details.Lines.Length > 8, details.Output);
        Assert.Equal(0, again.ExitCode);
        Assert.Equal(
            Path.GetFileNameWithoutExtension(file),
            JsonDocument.Parse(again.Output).RootElement.GetProperty("id").GetString()
        );
        Assert.Equal(
            1,
            JsonDocument
                .Parse(File.ReadAllText(file))
                .RootElement.GetProperty("readings")
                .GetArrayLength()
        );
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("nightly")]
    [InlineData("show")]
    [InlineData("findings")]
    [InlineData("scores")]
    [InlineData("doctor")]
    [InlineData("feedback")]
    public void Help_OfEachCommand_HasExamplesAndExitStatus(string command)
    {
        var result = Run(command, "--help");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"kompass {command}", result.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:", result.Output, StringComparison.Ordinal);
        Assert.Contains("Exit status:", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("See: kompass --help", "nonsense")]
    [InlineData("See: kompass extract --help", "extract")]
    [InlineData("See: kompass train themes --help", "train", "themes", "--nonsense")]
    public void WrongUsage_NamesTheHelpOfTheCommand(string hint, params string[] arguments)
    {
        var result = Run(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.EndsWith(hint + "\n", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("themes")]
    [InlineData("themes", "--by", "area", "--csv")]
    public void CommandThatIsGone_NamesTheOneThatDoesItsWork(params string[] arguments)
    {
        var result = Run(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("kompass counts --by theme kind", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Unrecognized", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train")]
    [InlineData("evaluate")]
    [InlineData("review")]
    [InlineData]
    public void Help_ListsEachCommandOnALine(params string[] group)
    {
        var lines = Run([.. group, "--help"]).Output.Split("Commands:\n")[1].Split('\n');

        Assert.All(lines, l => Assert.InRange(l.Length, 0, 140));
        Assert.All(lines.Where(l => l.Length > 0), l => Assert.Matches("^  [a-z]", l));
    }

    [Fact]
    public void Help_SaysWhatNightlyDoes()
    {
        var lines = Run("--help").Output.Split('\n');

        Assert.Contains(
            lines,
            l =>
                l.StartsWith("  nightly", StringComparison.Ordinal)
                && l.EndsWith(
                    "Read every new or changed document under the inbox into the dataset",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void Show_Evidence_PrintsThePassageInWhichTheValueStands()
    {
        File.Copy(Path.Combine(Repository.Samples, "bjorkvallen-2012.txt"), _folder.File("a.txt"));
        Run("nightly", "a.txt");

        var area = Run("show", "bjorkvallen-2012", "--evidence", "areas/3");
        var none = Run("show", "bjorkvallen-2012", "--evidence", "areas/9");
        File.AppendAllText(_folder.File("a.txt"), "Mer.");
        var changed = Run("show", "bjorkvallen-2012", "--evidence", "areas/3");

        Assert.Equal(0, area.ExitCode);
        Assert.Matches(">>[^<]*[0-9]+[^<]*<<", area.Output);
        Assert.Contains("a.txt, line ", area.Error, StringComparison.Ordinal);
        Assert.Equal(1, none.ExitCode);
        Assert.Contains("areas/3", none.Error, StringComparison.Ordinal);
        Assert.Equal(3, changed.ExitCode);
        Assert.Contains("has changed", changed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void FileNameWithControlCharacters_DoesNotReachTheTerminal()
    {
        _folder.Write("in/\u001b[31mröd\n.txt", "ingenting");

        var result = Run("extract", "in");

        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain("\u001b", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.Trim().Split('\n'));
    }

    [Fact]
    public void FileNameWithALineBreak_StaysInItsRow()
    {
        _folder.Write("in/ta\tbell\n.txt", "ingenting");

        var plan = Run("nightly", "in", "--dry-run");
        Run("nightly", "in", "--data", "d2");
        var changes = Run("changes", "--data", "d2");

        Assert.Equal(2, plan.Lines.Length);
        Assert.Contains("ta\\u0009bell\\u000a.txt", plan.Lines[1], StringComparison.Ordinal);
        Assert.All(changes.Lines, l => Assert.Equal(6, l.Count(c => c == '\t')));
    }

    [Fact]
    public void NightlyOfAnotherFolder_NamesItInTheCommandThatItRecommends()
    {
        Assert.Contains(
            "; kompass changes --data d2 tells",
            Run("nightly", Repository.Samples, "--data", "d2", "--no-labels").Error,
            StringComparison.Ordinal
        );
    }

    private Result Run(params string[] arguments) => CommandLine.Run(_folder.Path, arguments);
}
