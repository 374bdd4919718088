using Kompass.Mining.Corpus;

namespace Kompass.Mining.Tests.Corpus;

public sealed class KnowledgeTests : IDisposable
{
    private readonly CorpusCopy _corpus = new();

    public void Dispose() => _corpus.Dispose();

    [Theory]
    [InlineData("swedish.json")]
    [InlineData("municipalities.csv")]
    [InlineData("themes.csv")]
    [InlineData("catalogue.csv")]
    public void MissingFile_IsNamed(string name)
    {
        _corpus.Delete(name);

        var e = Fails();

        Assert.Equal(_corpus.File(name), e.File);
        Assert.Equal($"{_corpus.File(name)}: is missing", e.Message);
    }

    [Fact]
    public void MissingFolder_IsSaid()
    {
        var e = Assert.Throws<CorpusException>(() => Knowledge.Load(_corpus.File("nowhere")));

        Assert.StartsWith(_corpus.File("nowhere"), e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NumberThatIsNone_IsNamedWithItsLine()
    {
        _corpus.Replace(
            "municipalities.csv",
            "0115,Vallentuna,01,Stockholms län,2",
            "0115,Vallentuna,01,Stockholms län,två"
        );

        var e = Fails();

        Assert.Equal(_corpus.File("municipalities.csv"), e.File);
        Assert.Contains("line 3", e.Message, StringComparison.Ordinal);
        Assert.Contains("två", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("municipalities.csv", "county_code", "county_kod")]
    [InlineData("themes.csv", "covers", "cover")]
    [InlineData("catalogue.csv", "area4", "omr4")]
    public void MissingColumn_IsNamedWithItsFile(string name, string column, string other)
    {
        _corpus.Replace(name, column, other);

        var e = Fails();

        Assert.Equal(_corpus.File(name), e.File);
        Assert.Contains(column, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("strength,1.0", "strenght,1.0")]
    [InlineData("strength,1.0", "strength,")]
    public void BrokenTrainingExample_IsNamedWithItsFile(string old, string @new)
    {
        _corpus.Replace("training/area-1.csv", old, @new);
        var knowledge = Knowledge.Load(_corpus.Path);

        var e = Assert.Throws<CorpusException>(() => knowledge.Examples);

        Assert.Equal(_corpus.File("training/area-1.csv"), e.File);
    }

    [Fact]
    public void Examples_AreWrittenForEveryAreaAndKind()
    {
        var examples = Subject.Knowledge.Examples;

        Assert.Equal(Enumerable.Range(1, 8), examples.Select(e => e.Area).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<FindingKind>(),
            examples.Select(e => e.Kind).Distinct().Order()
        );
        Assert.All(
            examples,
            e => Assert.StartsWith($"{e.Area}.", e.Question, StringComparison.Ordinal)
        );
        Assert.Subset(
            Subject.Knowledge.Themes.Select(t => t.Code).ToHashSet(),
            examples.Select(e => e.Theme).ToHashSet()
        );
    }

    [Fact]
    public void Themes_AreDefinedInBothLanguages() =>
        Assert.All(
            Subject.Knowledge.Themes,
            t =>
            {
                Assert.NotEmpty(t.Covers);
                Assert.NotEmpty(t.CoversSwedish);
                Assert.Equal(t.Not.Length > 0, t.NotSwedish.Length > 0);
            }
        );

    [Fact]
    public void Examples_WithoutTheirFolder_AreNone()
    {
        Directory.Delete(_corpus.File("training"), recursive: true);

        Assert.Empty(Knowledge.Load(_corpus.Path).Examples);
    }

    [Fact]
    public void Edition_ThatIsNotThere_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Subject.Knowledge.Edition("1999"));

    [Fact]
    public void Catalogue_NamesKnownMunicipalitiesAndTheirEvaluators()
    {
        var catalogue = Subject.Knowledge.Catalogue;

        Assert.All(
            catalogue.Where(c => c.MunicipalityCode is not null),
            c =>
                Assert.Equal(
                    c.Municipality,
                    Subject.Knowledge.Municipalities.FindByCode(c.MunicipalityCode!)?.Name
                )
        );
        Assert.Contains(catalogue, c => c.Areas.Count == 8);
    }

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("Ada Lind; Bo Ek, SKL", new[] { "Ada Lind", "Bo Ek" })]
    [InlineData("Ada Lind (konsult);Bo Ek, Falu kommun; ", new[] { "Ada Lind", "Bo Ek" })]
    public void EvaluatorNames_AreParted(string evaluators, string[] names) =>
        Assert.Equal(
            names,
            new PublishedEvaluation(
                null,
                null,
                null,
                null,
                evaluators,
                null,
                new Dictionary<int, decimal>(),
                null
            ).EvaluatorNames
        );

    [Theory]
    [InlineData("swedish.json")]
    [InlineData("editions/2016.json")]
    [InlineData("lexicon.txt")]
    [InlineData("catalogue.csv")]
    public void Fingerprint_ChangesWithEveryFileThatExtractionReads(string name)
    {
        var before = Knowledge.Load(_corpus.Path).Fingerprint;
        File.AppendAllText(_corpus.File(name), "\n");

        var after = Knowledge.Load(_corpus.Path).Fingerprint;

        Assert.NotEqual(before, after);
        Assert.Matches("^[0-9a-f]{8}$", after);
    }

    [Fact]
    public void Fingerprint_OfACopy_IsTheSame()
    {
        File.WriteAllText(_corpus.File("corrections.csv"), "id,text\n");

        Assert.Equal(Subject.Knowledge.Fingerprint, Knowledge.Load(_corpus.Path).Fingerprint);
    }

    private CorpusException Fails() =>
        Assert.Throws<CorpusException>(() => Knowledge.Load(_corpus.Path));
}
