namespace Kompass.Cli.Tests;

/// <summary>What is not understood is refused in plain words, with what was expected.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("nightly --jobs abc", "--jobs takes a number from 1 to 256, not abc")]
    [InlineData("nightly --jobs 1,5", "--jobs takes a number from 1 to 256, not 1,5")]
    [InlineData("nightly --log xml", "--log takes text, json, not xml")]
    [InlineData("nightly --log 1", "--log takes text, json, not 1")]
    [InlineData("nightly --shard 9/8", "--shard takes K/N as 3/8")]
    [InlineData("nightly --shard 1/2 --merge", "--shard or --merge, not both")]
    [InlineData("findings --limit abc", "--limit takes a number from 1, not abc")]
    [InlineData("findings --year 2014-2010", "(Years: 2013, 2010-2014, 2012-), not 2014-2010")]
    [InlineData("findings --population 100-50", "(Inhabitants: 50000-100000, 100000-), not 100-50")]
    [InlineData("findings --csv --json", "--json or --csv, not both")]
    [InlineData("together --within foo", "--within takes finding, list, report, not foo")]
    [InlineData("counts --by theme,foo", "--by takes theme, question, area,")]
    [InlineData("concordance --width x --text a", "--width takes a number from 1 to 1000, not x")]
    [InlineData("retry Foo", "CAUSE takes Empty, Unreadable, TooLarge,")]
    [InlineData("publish --license X o", "--license takes CC-BY-4.0, CC0-1.0, not X")]
    [InlineData("publish", "a folder was expected, or --site with one")]
    [InlineData("serve --port x", "--port takes a number from 0 to 65535, not x")]
    [InlineData("suggest --report a --least x", "--least takes a number from 0 to 1, not x")]
    [InlineData("suggest --report a --out u.md --top 3", "--top is of the list at the terminal")]
    [InlineData("suggest --report a --json --area 3", "--area is of the list at the terminal")]
    [InlineData("suggest --report a --municipality b", "was expected, not 2 of them")]
    [InlineData("show a --json --evidence total", "one of them was expected")]
    // misspelt
    [InlineData("nightyl", "there is no command nightyl; did you mean nightly?")]
    [InlineData("Findings", "there is no command Findings; did you mean findings?")]
    [InlineData("xyzzy", "there is no command xyzzy")]
    [InlineData("help", "kompass --help lists the commands")]
    [InlineData("train theme", "there is no command theme; did you mean themes?")]
    [InlineData("nightly --quite", "there is no option --quite; did you mean --quiet?")]
    [InlineData("extract --jsn a.txt", "there is no option --jsn; did you mean --json?")]
    [InlineData("findings --theme dialogue --cvs", "there is no option --cvs; did you mean --csv?")]
    public void WhatIsNotUnderstood_IsRefusedInPlainWords(string arguments, string message)
    {
        var result = Run(arguments.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u000a", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dataset", "checkout")]
    [InlineData("train", "themes")]
    public void CommandOfCommandsByItself_ShowsThem(string command, string one)
    {
        var result = Run(command);

        Assert.Equal((2, ""), (result.ExitCode, result.Error));
        Assert.Contains(one, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void TextThatBeginsWithHyphens_IsGivenBehindAnEqualsSign() =>
        Assert.DoesNotContain(
            "no option",
            Run("findings", "--text=--csv").Error,
            StringComparison.Ordinal
        );

    [Fact]
    public void ReportThatIsNotThere_IsGuessed()
    {
        Run("nightly", Repository.Samples, "--data", "d", "--no-labels");

        Assert.Contains(
            "menade du sandfors-2015?",
            Run("suggest", "--report", "Sandfors", "--data", "d").Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "did you mean sandfors-2015?",
            Run("show", "sanfors-2015", "--data", "d").Error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("runs")]
    [InlineData("changes")]
    public void FolderWithoutRuns_IsNamed(string command)
    {
        var result = Run(command, "--data", "nowhere");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("nowhere: there is no run yet", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderThatADraftIsWrittenTo_IsNamedWhereItIsMade() =>
        Assert.Contains(
            "ut/ny: mappen fanns inte och skapas",
            Run("suggest", "--municipality", "Karlskrona", "--out", "ut/ny/a.md").Error,
            StringComparison.Ordinal
        );

    private Result Run(params string[] arguments) => CommandLine.Run(_folder.Path, arguments);
}
