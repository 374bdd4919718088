using Kompass.Mining.Corpus;

namespace Kompass.Mining.Tests.Corpus;

public sealed class KindEvidenceTests
{
    [Theory]
    [InlineData("Utveckla former för dialog", FindingKind.Improvement)]
    [InlineData("Fortsätt arbetet med målen", FindingKind.Improvement)]
    [InlineData("Tydlig och välkänd styrmodell", FindingKind.Strength)]
    [InlineData("Väl fungerande samverkan mellan förvaltningarna", FindingKind.Strength)]
    [InlineData("Saknas uppföljning av policyn", FindingKind.Weakness)]
    [InlineData("Ingen samlad bild av klagomålen", FindingKind.Weakness)]
    public void Wording_SpeaksForItsList(string item, FindingKind kind)
    {
        var evidence = Subject.Knowledge.KindEvidence;

        Assert.Equal(kind, Enum.GetValues<FindingKind>().MaxBy(k => evidence.Of(item, k)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Qwxz zzyx")]
    [InlineData("/ , .")]
    public void WordingThatIsNotKnown_SpeaksForNone(string item)
    {
        var evidence = KindEvidence.Of([Example("Utveckla målen", FindingKind.Improvement)]);

        Assert.All(Enum.GetValues<FindingKind>(), kind => Assert.Equal(0, evidence.Of(item, kind)));
    }

    [Fact]
    public void FirstWord_CountsMoreThanTheSameWordLater()
    {
        var evidence = KindEvidence.Of([
            Example("Ökad takt", FindingKind.Improvement),
            Example("Takten är ökad", FindingKind.Strength),
        ]);

        Assert.True(Lead("Ökad x") > Lead("x ökad"));

        double Lead(string item) =>
            evidence.Of(item, FindingKind.Improvement) - evidence.Of(item, FindingKind.Strength);
    }

    [Fact]
    public void Of_NoExamples_IsAlwaysZero() =>
        Assert.Equal(0, KindEvidence.Of([]).Of("Utveckla målen", FindingKind.Strength));

    [Fact]
    public void Examples_AreMostlyToldByTheirWording()
    {
        var evidence = Subject.Knowledge.KindEvidence;
        var examples = Subject.Knowledge.Examples;

        var told = examples.Count(e =>
            Enum.GetValues<FindingKind>().MaxBy(k => evidence.Of(e.Text, k)) == e.Kind
        );

        Assert.True(told > examples.Count * 0.8, $"{told} of {examples.Count}");
    }

    private static TrainingExample Example(string text, FindingKind kind) =>
        new(text, 1, kind, "1.1", "goals", null);
}
