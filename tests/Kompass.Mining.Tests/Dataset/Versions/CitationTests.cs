using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Versions;

namespace Kompass.Mining.Tests.Dataset.Versions;

public sealed class CitationTests : IDisposable
{
    private static readonly Citation Cited = new(
        new string('a', 64),
        "2026-11-28",
        ["findings", "--text", "\"på webben\" NOT {x}"],
        12,
        new string('b', 64),
        "2026-11-29"
    );

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Text_IsReadBack()
    {
        var read = Citation.Parse(Cited.ToText())!;

        Assert.Equal(Cited.Query, read.Query);
        Assert.Equal(Cited, read with { Query = Cited.Query });
        Assert.Equal(Cited.Id, read.Id);
        Assert.Contains("@misc{kompass-" + Cited.Id, Cited.ToText(), StringComparison.Ordinal);
        Assert.Contains("NOT \\{x\\}", Cited.ToText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        new[] { "view", "/sql?query=SELECT%201%20%26%20x_y&a=b" },
        "SQL query",
        "howpublished = {View /sql?query=SELECT 1 \\& x\\_y\\&a=b, 12 rows}"
    )]
    [InlineData(
        new[] { "view", "/sql?query=1" },
        "SQL query",
        "title        = {{Kompass Mining: SQL query of Kommunkompassen evaluations}}"
    )]
    [InlineData(
        new[] { "scores", "--municipality", "Upplands Väsby" },
        null,
        "howpublished = {kompass scores --municipality 'Upplands Väsby', 12 rows}"
    )]
    [InlineData(
        new[] { "scores" },
        null,
        "title        = {{Kompass Mining: scores of Kommunkompassen evaluations}}"
    )]
    [InlineData(new[] { "findings" }, null, "note         = {Retrieved 2026-11-29, citation ")]
    [InlineData(
        new[] { "view", "/themes" },
        "Themes",
        "its rows again: kompass resolve FILE, a file with the citation's text, result sha256"
    )]
    public void BibTeX_NamesWhatWasAskedAsAPersonWould(string[] query, string? view, string line) =>
        Assert.Contains(
            line,
            (Cited with { Query = query }).ToText("FILE", view),
            StringComparison.Ordinal
        );

    [Fact]
    public void Id_IsOfVersionQueryAndResult_NotOfTheDay()
    {
        Assert.Equal(Cited.Id, (Cited with { Date = "2027-01-01" }).Id);
        Assert.NotEqual(Cited.Id, (Cited with { ResultSha256 = new string('c', 64) }).Id);
        Assert.NotEqual(Cited.Id, (Cited with { Query = ["findings"] }).Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("dataset: x")]
    [InlineData(
        "dataset: Kompass Mining, version a of b\nquery: [\nrows: 1\nresult-sha256: c\ncited: d"
    )]
    public void OtherText_IsNone(string text) => Assert.Null(Citation.Parse(text));

    [Fact]
    public void Citation_IsFoundByItsIdOrInAFile()
    {
        var store = new CitationStore(new DataFolder(_folder.Path));
        store.Add(Cited);
        _folder.Write("mine.txt", Cited.ToText());

        Assert.Equal(Cited.Id, store.Find(Cited.Id).Id);
        Assert.Equal(Cited.Id, store.Find(_folder.File("mine.txt")).Id);
        Assert.Contains(
            "has no citation nowhere",
            Assert.Throws<DatasetException>(() => store.Find("nowhere")).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "what the explorer cites is kept nowhere else, so save the page with its text",
            Assert.Throws<DatasetException>(() => store.Find("nowhere")).Message,
            StringComparison.Ordinal
        );
    }
}
