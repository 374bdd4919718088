using Kompass.Mining.Corpus;
using Kompass.Mining.Layout.Lists;

namespace Kompass.Mining.Tests.Layout.Lists;

public sealed class KindModelTests
{
    [Theory]
    [InlineData("Tydlig och väl förankrad styrmodell", FindingKind.Strength)]
    [InlineData("Utveckla uppföljningen av målen", FindingKind.Improvement)]
    [InlineData("Ingen samlad uppföljning av målen", FindingKind.Weakness)]
    [InlineData("Överväg att förenkla planerna", FindingKind.Improvement)]
    public void Shipped_TellsKindsByTheirWording(string item, FindingKind kind)
    {
        var kinds = ListModel.Shipped.Kinds.LogProbabilities(item);

        Assert.Equal((int)kind, Array.IndexOf(kinds, kinds.Max()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Utveckla")]
    [InlineData("Qwerin zyxel")]
    public void LogProbabilities_AreThoseOfAllKinds(string item) =>
        Assert.Equal(1, ListModel.Shipped.Kinds.LogProbabilities(item).Sum(Math.Exp), 3);
}
