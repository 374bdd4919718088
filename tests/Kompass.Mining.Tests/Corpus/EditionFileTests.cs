using Kompass.Mining.Corpus;

namespace Kompass.Mining.Tests.Corpus;

public sealed class EditionFileTests : IDisposable
{
    private const string Notes = "\"scaleNote\": \"\", \"title\": \"T\"";
    private const string InUse = "\"inUse\": { \"from\": \"2030-01\" }";
    private const string Scale =
        "\"scale\": { \"areaMax\": 100, \"totalMax\": 800, \"decimals\": false, \"comparableWith\": [] }";

    private readonly CorpusCopy _corpus = new();

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public void NoEditionFile_IsSaidWithTheFolder()
    {
        Directory.Delete(_corpus.File("editions"), recursive: true);

        var e = Fails();

        Assert.Equal(_corpus.File("editions"), e.File);
        Assert.EndsWith(
            "holds no edition (*.json); at least 2010.json is expected",
            e.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("{ \"id\": ")]
    [InlineData("")]
    [InlineData("[1, 2]")]
    [InlineData("\"2010\"")]
    public void FileThatIsNoEdition_IsNamed(string text)
    {
        _corpus.Write("editions/2010.json", text);

        var e = Fails();

        Assert.Equal(_corpus.File("editions/2010.json"), e.File);
        Assert.Contains("is no edition file", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FileThatHoldsNull_IsSaidToBeEmpty()
    {
        _corpus.Write("editions/2010.json", "null");

        Assert.EndsWith("2010.json: is empty", Fails().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LikenessToAnAreaThatIsNotThere_IsSaid()
    {
        _corpus.Replace("editions/2020.json", "\"likeArea\": 8", "\"likeArea\": 9");

        Assert.EndsWith(
            "area 2 is like area 9, which the edition that it extends does not have",
            Fails().Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void CommentsAndTrailingCommas_AreAllowed()
    {
        _corpus.Replace("editions/2020.json", "\"id\": \"2020\",", "// new\n\"id\": \"2020\",");

        Assert.Equal("2020", Knowledge.Load(_corpus.Path).Edition("2020").Id);
    }

    [Fact]
    public void SubQuestionsThatDoNotAddUp_AreNamedWithTheirSum()
    {
        _corpus.Replace("editions/2010.json", "\"max\": 30", "\"max\": 29");

        Assert.Contains(
            "edition 2010: the sub-questions of area 1 add up to 99 points, expected 100",
            Fails().Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2099")]
    [InlineData("2016")]
    public void ExtendingWhatIsNotThereOrExtendsItself_IsSaid(string parent)
    {
        _corpus.Replace(
            "editions/2020.json",
            "\"extends\": \"2010\"",
            $"\"extends\": \"{parent}\""
        );

        Assert.Contains(
            $"edition 2020 extends {parent}, which is not there or extends another itself",
            Fails().Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void EditionWithoutHeadingsThatExtendsNone_IsSaid()
    {
        _corpus.Write("editions/2030.json", $"{{ \"id\": \"2030\", {InUse}, {Scale}, {Notes} }}");

        Assert.Contains(
            "edition 2030 has no headings or runningHeaders and extends no edition that has",
            Fails().Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"extends\": \"2010\", \"title\": \"T\" }")]
    [InlineData($"{{ \"id\": \"2030\", \"extends\": \"2010\", {Scale}, {Notes} }}")]
    [InlineData($"{{ \"id\": \"2030\", \"extends\": \"2010\", {InUse}, {Notes} }}")]
    [InlineData($"{{ \"id\": \"2010\", \"extends\": \"2010\", {InUse}, {Scale}, {Notes} }}")]
    [InlineData(
        $"{{ \"id\": \"2030\", \"extends\": \"2010\", {InUse}, {Scale}, {Notes}, \"areas\": [{{ \"number\": 1 }}] }}"
    )]
    public void EditionThatLacksAPartOrIsThereTwice_IsNamed(string text)
    {
        _corpus.Write("editions/2030.json", text);

        Assert.Contains("2030.json", Fails().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void KindOfFindingThatIsNone_IsNamed()
    {
        _corpus.Replace("editions/2010.json", "\"strength\":", "\"strong\":");

        Assert.Contains("2010", Fails().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NewEdition_IsANewFile()
    {
        _corpus.Write(
            "editions/2030.json",
            $"{{ \"id\": \"2030\", \"extends\": \"2010\", {InUse}, {Scale}, {Notes}, \"areas\": [{{ \"number\": 5, \"name\": \"Verkan\", \"variants\": [\"Nytta\"] }}] }}"
        );

        var knowledge = Knowledge.Load(_corpus.Path);

        Assert.Equal("Verkan", knowledge.Edition("2030").Area(5).Name);
        Assert.Equal(5, knowledge.Labels(knowledge.Edition("2030")).AreaNumberOf("Nytta"));
    }

    private CorpusException Fails() =>
        Assert.Throws<CorpusException>(() => Knowledge.Load(_corpus.Path));
}
