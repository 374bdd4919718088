namespace Kompass.Cli.Tests;

/// <summary>Where a value stands, and why the place may say another.</summary>
public sealed class EvidenceTests(EvidenceTests.Corrected corrected)
    : IClassFixture<EvidenceTests.Corrected>
{
    [Fact]
    public void CorrectedValue_SaysWhatStoodThereAndWhy()
    {
        var result = corrected.Run("show", "bjorkvallen-2012", "--evidence", "areas/3");

        Assert.Contains(
            "corrected; the document says what stood before: areas/3/score: 70 set right to 71 on 2026-01-02: misprint",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Contains(">>70<<", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_MarksWhatWasCorrected()
    {
        var lines = corrected.Run("show", "bjorkvallen-2012").Lines;

        Assert.EndsWith(" *", lines.Single(l => l.EndsWith("71 *", StringComparison.Ordinal)));
        Assert.Contains(
            "  * areas/3/score: 70 set right to 71 on 2026-01-02: misprint",
            lines,
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void Report_MarksACorrectedTotal() =>
        Assert.Contains(
            corrected.Run("show", "sandfors-2015").Lines,
            l => l.EndsWith("490 of 800 *", StringComparison.Ordinal)
        );

    [Fact]
    public void EarlierEvaluation_OfWhichOnlyTheTotalIsQuoted_IsWrittenWithoutAreas() =>
        Assert.Contains("  2012: total 438", corrected.Run("show", "lovhamra-2016").Lines);

    [Fact]
    public void Report_WithItsSubQuestions_HasTheirPoints() =>
        Assert.Contains(
            corrected.Run("show", "sandfors-2015", "--questions").Lines,
            l => l.StartsWith("      3.2    16 of 25", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("areas/3")]
    [InlineData("areas/1")]
    public void PassageOfAPage_HasNoTags(string value)
    {
        var result = corrected.Run("show", "lovhamra-2016", "--evidence", value);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.DoesNotContain(
            "<",
            result.Output.Replace("<<", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void PictureThatIsAskedOfAText_IsSaidNotToBeWritten() =>
        Assert.Contains(
            "x.png is not written",
            corrected.Run("show", "sandfors-2015", "--evidence", "total", "--out", "x.png").Error,
            StringComparison.Ordinal
        );

    /// <summary>The samples, with a score that an analyst has set right.</summary>
    public sealed class Corrected : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Corrected()
        {
            _folder.Write(
                "c.csv",
                "report,path,value,reason,date\nbjorkvallen-2012,areas/3/score,71,misprint,2026-01-02\nsandfors-2015,total,490,misprint,2026-01-02\n"
            );
            Run("nightly", Repository.Samples, "--corrections", "c.csv", "--no-labels");
        }

        internal Result Run(params string[] arguments) =>
            CommandLine.Run(_folder.Path, [.. arguments, "--data", "d"]);

        public void Dispose() => _folder.Dispose();
    }
}
