using Kompass.Mining.Documents;
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
    [InlineData("mossebo-2010.txt", 9)]
    [InlineData("halleby-2017.txt", 1)]
    public void EarlierScore_StandsWhereItsNameSays(string file, int scores)
    {
        var path = Path.Combine(Repository.Samples, file);
        var text = TextDecoder.Decode(File.ReadAllBytes(path));
        var record = Subject.Extract(path);

        var found = record.Previous.SelectMany(p =>
            p.Scores()
                .Select(s =>
                {
                    var key = s.Area?.ToString(CultureInfo.InvariantCulture) ?? "total";
                    var source = ValuePath.Find(record, $"previous/{p.Year}/{key}")!.Source;
                    return (s.Score, Printed: text[source.Start!.Value..source.End!.Value]);
                })
        );

        Assert.Equal(scores, found.Count());
        Assert.All(
            found,
            f => Assert.Equal(f.Score, decimal.Parse(f.Printed, new CultureInfo("sv-SE")))
        );
    }

    [Theory]
    [InlineData("previous/1999")]
    [InlineData("previous/2017/9")]
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
