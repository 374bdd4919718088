using Kompass.Mining.Corpus;

namespace Kompass.Mining.Tests.Corpus;

public sealed class SwedishTests : IDisposable
{
    private readonly CorpusCopy _corpus = new();

    public void Dispose() => _corpus.Dispose();

    [Theory]
    [InlineData("januari", 1)]
    [InlineData("Maj", 5)]
    [InlineData("AUGUSTI", 8)]
    [InlineData("december", 12)]
    public void MonthNumber_OfAMonth_CountsFromOne(string name, int number) =>
        Assert.Equal(number, Subject.Knowledge.Swedish.MonthNumber(name));

    [Theory]
    [InlineData("")]
    [InlineData("may")]
    [InlineData("jan")]
    [InlineData("mars ")]
    public void MonthNumber_OfAnythingElse_IsNull(string name) =>
        Assert.Null(Subject.Knowledge.Swedish.MonthNumber(name));

    [Fact]
    public void Words_AreFoundWhateverTheirCase()
    {
        var swedish = Subject.Knowledge.Swedish;

        Assert.Contains("Och", (IReadOnlySet<string>)swedish.OpenWords);
        Assert.Contains("T.ex.", (IReadOnlySet<string>)swedish.Abbreviations);
        Assert.Equal(40, swedish.NumberWords["Fyrtio"]);
        Assert.Contains("SAKNAS", (IReadOnlySet<string>)swedish.KindCues[FindingKind.Weakness]);
    }

    [Fact]
    public void ClosingAbbreviations_AreAbbreviations() =>
        Assert.Subset(
            Subject.Knowledge.Swedish.Abbreviations.ToHashSet(StringComparer.OrdinalIgnoreCase),
            Subject.Knowledge.Swedish.ClosingAbbreviations.ToHashSet(
                StringComparer.OrdinalIgnoreCase
            )
        );

    [Fact]
    public void PlaceNamesThatAreWords_AreMunicipalitiesOrEndOfOne() =>
        Assert.All(
            Subject.Knowledge.Swedish.PlaceNamesThatAreWords,
            w =>
                Assert.Contains(
                    Subject.Knowledge.Municipalities.All,
                    m => m.Name.EndsWith(w, StringComparison.OrdinalIgnoreCase)
                )
        );

    [Theory]
    [InlineData("[]", "is not the expected JSON")]
    [InlineData("{ \"months\": 12 }", "is not the expected JSON")]
    [InlineData("null", "is empty")]
    public void FileThatIsNotTheExpectedJson_IsNamed(string text, string problem)
    {
        _corpus.Write("swedish.json", text);

        var e = Assert.Throws<CorpusException>(() => Knowledge.Load(_corpus.Path));

        Assert.StartsWith(
            $"{_corpus.File("swedish.json")}: {problem}",
            e.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("\"numberWords\"")]
    [InlineData("\"openWords\"")]
    [InlineData("\"kindCues\"")]
    [InlineData("\"months\"")]
    public void FileThatLacksAList_IsNamed(string list)
    {
        _corpus.Replace("swedish.json", list, "\"x\"");

        var e = Assert.Throws<CorpusException>(() => Knowledge.Load(_corpus.Path));

        Assert.Equal(_corpus.File("swedish.json"), e.File);
    }
}
