using System.Text.Json;
using Kompass.Cli.Commands;
using Kompass.Cli.Doctor;
using Kompass.Mining.Dataset;
using Kompass.Mining.Documents.Pdf;

namespace Kompass.Cli.Tests;

public sealed class DoctorTests : IDisposable
{
    private static readonly PdfTools Whole = new(
        "22.12.0",
        "5.3.0",
        ["eng", "osd", "swe"],
        ["unshare", "-n", "prlimit"]
    );

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Doctor_OnThisMachine_NamesEveryPartOnStandardOutput()
    {
        var result = CommandLine.RunProgram(_folder.Path, "doctor");

        Assert.Contains(result.ExitCode, new[] { 0, 1 });
        Assert.Equal("part\twhat\tstate\tdetail", result.Lines[0]);
        Assert.All(
            new[] { "pdf", "scans", "limits", "machine", "store", "learning" },
            part =>
                Assert.Contains(
                    result.Lines,
                    l => l.StartsWith(part + "\t", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void Doctor_Json_IsHealthyWhereNothingIsMissing()
    {
        var result = CommandLine.Run(_folder.Path, "doctor", "--json");

        var root = JsonDocument.Parse(result.Output).RootElement;
        var missing = root.GetProperty("checks")
            .EnumerateArray()
            .Count(c => c.GetProperty("state").GetString() == "missing");
        Assert.Equal(missing == 0, root.GetProperty("healthy").GetBoolean());
        Assert.Equal(missing == 0 ? 0 : 1, result.ExitCode);
    }

    [Fact]
    public void Machine_WithEverything_IsWhole()
    {
        var checks = PdfChecks.Of(Whole, pdfPig: "0.1.16").ToList();

        Assert.Equal(
            [State.Ok, State.Ok, State.Ok, State.Ok, State.Ok, State.Ok],
            checks.Select(c => c.State)
        );
        Assert.All(checks, c => Assert.Null(c.Fix));
    }

    public static TheoryData<string, string, string> Missing =>
        new()
        {
            { "renderer", "Poppler pdftoppm", "apt-get install poppler-utils" },
            { "tesseract", "Tesseract", "apt-get install tesseract-ocr tesseract-ocr-swe" },
            { "swedish", "Tesseract languages", "apt-get install tesseract-ocr-swe" },
        };

    [Theory]
    [MemberData(nameof(Missing))]
    public void WhatIsMissing_IsNamedWithTheCommandThatInstallsIt(
        string what,
        string name,
        string fix
    )
    {
        var tools = what switch
        {
            "renderer" => Whole with { Renderer = null },
            "tesseract" => Whole with { Recognition = null },
            _ => Whole with { Languages = ["eng"] },
        };

        var (exit, output, error) = Run(PdfChecks.Of(tools, null));

        Assert.Equal(1, exit);
        Assert.Contains($"{name}\tMISSING\t", output, StringComparison.Ordinal);
        Assert.Contains($"install it with: {fix}", error, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutIsolation_LimitsAreWeak_AndTheExitStatusIsStill0()
    {
        var (exit, output, _) = Run(PdfChecks.Of(Whole with { Isolation = [] }, "0.1.16"));

        Assert.Equal(0, exit);
        Assert.Contains("no network\tweak\t", output, StringComparison.Ordinal);
        Assert.Contains("memory and processor time\tweak\t", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Corpus_ThatCannotBeRead_IsMissing()
    {
        var checks = PlaceChecks.Of(
            _folder.File("corpus"),
            _folder.File("models"),
            new DataFolder(_folder.File("data"))
        );

        Assert.Equal(State.Missing, checks.Single(c => c.Name == "corpus").State);
    }

    [Fact]
    public void Dataset_ThatIsNotThereYet_CanBeMade_AndNothingIsLeftBehind()
    {
        var checks = PlaceChecks.Of(
            Repository.Corpus,
            _folder.File("models"),
            new DataFolder(_folder.File("a/b"))
        );

        Assert.Equal(State.Ok, checks.Single(c => c.Name == "dataset").State);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Dataset_ThatIsAFile_IsMissing()
    {
        var checks = PlaceChecks.Of(
            Repository.Corpus,
            _folder.File("models"),
            new DataFolder(Path.Combine(_folder.Write("data", ""), "x"))
        );

        Assert.Equal(State.Missing, checks.Single(c => c.Name == "dataset").State);
    }

    private static (int Exit, string Output, string Error) Run(IEnumerable<Check> checks)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = DoctorCommand.Run(
            new Terminal(output, error, false, false),
            [.. checks],
            json: false
        );
        return (exit, output.ToString(), error.ToString());
    }
}
