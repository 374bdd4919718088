using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kompass.Mining.Learning;

namespace Kompass.Cli.Tests;

public sealed partial class SuggestCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Template_FilledIn_BecomesARankedListAndADraft()
    {
        var template = Run("suggest", "--template", "profil.csv");
        var text = File.ReadAllText(_folder.File("profil.csv"));
        _folder.Write(
            "profil.csv",
            text.Replace("kommun;;", "kommun;Ekdal;", StringComparison.Ordinal)
                .Replace("\ndelfråga 1.1;;", "\ndelfråga 1.1;2;", StringComparison.Ordinal)
                .Replace("\nområde 1;;", "\nområde 1;60;", StringComparison.Ordinal)
        );

        var list = Run("suggest", "--profile", "profil.csv", "--top", "5");
        var draft = Run("suggest", "--profile", "profil.csv", "--out", "utkast.json");

        Assert.Equal(0, template.ExitCode);
        Assert.Equal(0, list.ExitCode);
        Assert.Equal(6, list.Lines.Length);
        Assert.StartsWith(
            "rank\tquestion\tpoints\tmax\tprobability",
            list.Output,
            StringComparison.Ordinal
        );
        Assert.StartsWith("1\t1.1\t2\t15\t", list.Lines[1], StringComparison.Ordinal);
        // No figure stands beside words that were held back.
        Assert.All(
            list.Lines.Skip(1).Select(l => l.Split('\t')),
            c => Assert.Equal(c[2].Length == 0, c[4].Length == 0)
        );
        Assert.DoesNotContain("\u001b[", list.Output, StringComparison.Ordinal);
        Assert.Equal(0, draft.ExitCode);
        Assert.Equal(
            45,
            JsonDocument
                .Parse(File.ReadAllText(_folder.File("utkast.json")))
                .RootElement.GetProperty("ranking")
                .GetArrayLength()
        );
    }

    [Fact]
    public void MunicipalityOfWhichOnlyTotalsArePublished_IsSaidToBeOne()
    {
        var result = Run("suggest", "--municipality", "Lidköping");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "Lidköping: bara totalpoängen är känd (2014: 549, 2011: 483)",
            result.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Template_WithoutAFile_GoesToStandardOutput()
    {
        var result = Run("suggest", "--template");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("fält;värde;högst;lydelse", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Template_DoesNotOverwriteWhatMayBeFilledIn()
    {
        _folder.Write("p.csv", "mitt");

        Assert.Equal(2, Run("suggest", "--template", "p.csv").ExitCode);
        Assert.Equal("mitt", File.ReadAllText(_folder.File("p.csv")));
    }

    [Fact]
    public void Profile_WithErrors_Exits2AndNamesEachCell()
    {
        _folder.Write("p.csv", "field,value\nmunicipality,Borås\n1.3,30\n9.9,1\n");

        var result = Run("suggest", "--profile", "p.csv");

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains(
            "p.csv: B3 (1.3): här står 30; ett tal från 0 till 25 väntas",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("p.csv: B4 (9.9): ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Municipality_WithPublishedFiguresOnly_RestsOnARuleAndSaysSo()
    {
        var result = Run("suggest", "--municipality", "Karlskrona", "--json");

        Assert.Equal(0, result.ExitCode);
        var draft = JsonDocument.Parse(result.Output).RootElement;
        Assert.Equal("karlskrona-2014", draft.GetProperty("id").GetString());
        Assert.Equal("baseline", draft.GetProperty("basis").GetProperty("kind").GetString());
        Assert.Equal("areas", draft.GetProperty("method").GetProperty("profileKind").GetString());
    }

    [Fact]
    public void ReportOfTheDataset_IsFoundByItsIdAndNoOther()
    {
        Assert.Equal(0, Run("nightly").ExitCode);
        var one = Run("suggest", "--report", "sandfors-2015", "--area", "3");
        var none = Run("suggest", "--report", "sandfors-1999");
        var byName = Run("suggest", "--municipality", "sandfors", "--area", "3");

        Assert.Equal(0, one.ExitCode);
        Assert.All(
            one.Lines.Skip(1),
            l => Assert.StartsWith("3.", l.Split('\t')[1], StringComparison.Ordinal)
        );
        Assert.Equal(one.Output, byName.Output);
        Assert.Equal(1, none.ExitCode);
        Assert.Contains("rapporten finns inte", none.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("suggest")]
    [InlineData("suggest", "--report", "a", "--municipality", "b")]
    [InlineData("suggest", "--report", "a", "--year", "2013")]
    [InlineData("suggest", "--municipality", "Avesta", "--area", "9")]
    [InlineData("suggest", "--municipality", "Avesta", "--out", "draft.pdf")]
    [InlineData("suggest", "--profile", "none.csv")]
    public void WrongUsage_Exits2AndSaysWhy(params string[] arguments)
    {
        var result = Run(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.NotEmpty(result.Error);
    }

    [Theory]
    [InlineData("Atlantis", "ingen av de 290")]
    [InlineData("Kiruna", "--template")]
    public void Municipality_OfWhichNothingIsKnown_Exits1(string name, string message)
    {
        var result = Run("suggest", "--municipality", name);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void TrainAndEvaluate_GiveTheCommittedFigures()
    {
        var trained = Run("train", "improvements", "--out", "m");
        var measured = Run("evaluate", "improvements", "--json");

        var committed = File.ReadAllText(
            Path.Combine(Repository.Root, "models", "improvements", "metrics.json")
        );
        var here = File.ReadAllText(_folder.File("m/metrics.json"));
        Assert.Equal(0, trained.ExitCode);
        AreAlike(committed, here);
        Assert.Equal(here, measured.Output);
        Assert.Equal(here, File.ReadAllText(_folder.File("data/evaluation/improvements.json")));
        var shipped = ModelFile.Read(
            Path.Combine(Repository.Root, "models", "improvements", "model.bin")
        );
        var model = ModelFile.Read(_folder.File("m/model.bin"));
        Assert.Equivalent(shipped.Header, model.Header);
        Assert.Equal(shipped.Parts.Keys, model.Parts.Keys);
        Assert.All(
            shipped.Parts,
            p =>
                AreAlike(
                    Encoding.UTF8.GetString(p.Value),
                    Encoding.UTF8.GetString(model.Parts[p.Key])
                )
        );
    }

    // Processors differ in the last digits of what ML.NET adds up.
    private static void AreAlike(string expected, string actual)
    {
        Assert.Equal(Fraction().Replace(expected, "#"), Fraction().Replace(actual, "#"));
        Assert.All(
            FractionsOf(expected).Zip(FractionsOf(actual)),
            n => Assert.Equal(n.First, n.Second, tolerance: 1e-5)
        );
    }

    private static IEnumerable<double> FractionsOf(string json) =>
        Fraction().Matches(json).Select(n => double.Parse(n.Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\d+\.\d+(?:E[+-]\d+)?")]
    private static partial Regex Fraction();

    [Theory]
    [InlineData("suggest")]
    [InlineData("train", "improvements")]
    [InlineData("evaluate", "improvements")]
    public void Help_HasExamplesAndExitStatus(params string[] command)
    {
        var result = Run([.. command, "--help"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Examples:", result.Output, StringComparison.Ordinal);
        Assert.Contains("Exit status:", result.Output, StringComparison.Ordinal);
    }

    private Result Run(params string[] arguments) => CommandLine.Run(_folder.Path, arguments);
}
