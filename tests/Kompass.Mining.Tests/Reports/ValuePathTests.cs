using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Reports;

public class ValuePathTests
{
    private static readonly ReportRecord Sample = Subject.Extract(
        Path.Combine(Repository.Samples, "bjorkvallen-2012.txt")
    );

    [Theory]
    [InlineData("total", "total")]
    [InlineData("areas/3", "areas/3")]
    [InlineData("questions/3.2", "questions/3.2")]
    [InlineData("3.2", "questions/3.2")]
    [InlineData("3/strength/1", "findings/3/strength/1")]
    [InlineData("findings/3/strength/1", "findings/3/strength/1")]
    [InlineData("bjorkvallen-2012/3/strength/1", "findings/3/strength/1")]
    public void Value_IsFoundByEachFormOfItsName(string name, string path)
    {
        var value = ValuePath.Find(Sample, name);

        Assert.NotNull(value);
        Assert.Equal(path, value.Path);
        Assert.NotEmpty(value.Shown);
        Assert.NotNull(value.Source.Start);
    }

    [Fact]
    public void EveryFindingAndScore_HasANameThatFindsIt()
    {
        Assert.All(
            Sample.Findings,
            f => Assert.Same(f.Source, ValuePath.Find(Sample, f.Id)!.Source)
        );
        Assert.All(
            Sample.Questions,
            q => Assert.Same(q.Source, ValuePath.Find(Sample, q.Code)!.Source)
        );
        Assert.All(
            Sample.Areas,
            a => Assert.Same(a.Source, ValuePath.Find(Sample, $"areas/{a.Area}")!.Source)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("areas")]
    [InlineData("areas/9")]
    [InlineData("9.9")]
    [InlineData("3/praise/1")]
    [InlineData("3/strength/99")]
    [InlineData("notes/0")]
    [InlineData("exemplars/-1")]
    public void NameOfNothing_FindsNothing(string name) =>
        Assert.Null(ValuePath.Find(Sample, name));
}
