using Kompass.Mining.Corpus;
using Kompass.Mining.Reports;
using Kompass.Mining.Tests.Dataset;

namespace Kompass.Mining.Tests.Reports;

public sealed class ContentIdTests
{
    [Fact]
    public void Id_StaysWhenOtherFindingsComeAndGo()
    {
        var alone = Ids("Tydliga mål");

        Assert.Equal(alone[0], Ids("Levande dialog", "Tydliga mål")[1]);
        Assert.StartsWith("ekdal-2013/3/strength/", alone[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tydliga mål för verksam-heten")]
    [InlineData("tydliga  mål för verksamheten.")]
    [InlineData("Tydliga ma\u030Al för verksamheten")]
    public void Id_IsTheSameHoweverTheWordsAreSpaced(string text) =>
        Assert.Equal(Ids("Tydliga mål för verksamheten"), Ids(text));

    [Fact]
    public void SameWordsTwiceInAList_AreToldApart()
    {
        var ids = Ids("Tydliga mål", "Tydliga mål");

        Assert.Equal(ids[0] + "-2", ids[1]);
    }

    [Fact]
    public void EveryPartOfARecord_HasAnIdOfItsOwn()
    {
        var record = Subject.Extract(Path.Combine(Repository.Samples, "mossebo-2010.txt"));
        var ids = record
            .Findings.Select(f => f.Id)
            .Concat(record.Exemplars.Select(e => e.Id))
            .Concat(record.Remarks.Select(r => r.Id))
            .Concat(record.Prose.Select(p => p.Id))
            .Concat(record.Notes.Select(n => n.Id))
            .ToList();

        Assert.NotEmpty(record.Prose);
        Assert.Distinct(ids);
        Assert.All(ids, id => Assert.StartsWith("mossebo-2010/", id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("3/strength/1")]
    [InlineData("ekdal-2013/3/strength/1")]
    public void Finding_IsMeantByItsPlaceToo(string name) =>
        Assert.True(ContentId.Means(Of("Tydliga mål").Findings[0], "ekdal-2013", name));

    [Theory]
    [InlineData("3/strength/2")]
    [InlineData("3/weakness/1")]
    [InlineData("nacka-2013/3/strength/1")]
    public void Finding_IsNotMeantByAnothersPlace(string name) =>
        Assert.False(ContentId.Means(Of("Tydliga mål").Findings[0], "ekdal-2013", name));

    private static string[] Ids(params string[] texts) => [.. Of(texts).Findings.Select(f => f.Id)];

    private static ReportRecord Of(params string[] texts) =>
        ContentId.Assign(
            WrittenRecords.Of(
                "a.txt",
                findings: texts.Select(
                    (t, i) => WrittenRecords.Finding(3, FindingKind.Strength, i + 1, t)
                )
            )
        );
}
