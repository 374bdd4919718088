using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset.Queries;

namespace Kompass.Mining.Tests.Dataset.Queries;

public sealed class TogetherQueryTests
{
    [Theory]
    [InlineData(TogetherWithin.Report, "2010 dialogue goals 2 2 2 2 1")]
    [InlineData(TogetherWithin.List, "2010 dialogue goals 1 2 2 3 0.75")]
    [InlineData(TogetherWithin.Finding, "")]
    public void Pairs_AreCountedWithin(TogetherWithin within, string rows)
    {
        using var sample = new Sample(
            Sample.Report(
                "Nacka",
                "0182",
                2012,
                (FindingKind.Strength, "dialogue"),
                (FindingKind.Strength, "goals")
            ),
            Sample.Report(
                "Avesta",
                "2084",
                2012,
                (FindingKind.Strength, "dialogue"),
                (FindingKind.Improvement, "goals")
            )
        );

        var result = new TogetherQuery(sample.Connection, Subject.Knowledge.Municipalities).Pairs(
            QueryFilter.None,
            within
        );

        Assert.Equal(
            rows,
            string.Join('|', result.Rows().Select(r => string.Join(' ', r.Take(8))))
        );
    }

    [Fact]
    public void PairsOfATheme_AreCountedOverAllFindings()
    {
        using var sample = new Sample(
            Sample.Report(
                "Nacka",
                "0182",
                2012,
                (FindingKind.Strength, "dialogue"),
                (FindingKind.Strength, "goals"),
                (FindingKind.Strength, "values")
            ),
            Sample.Report("Avesta", "2084", 2012, (FindingKind.Strength, "goals"))
        );

        var result = new TogetherQuery(sample.Connection, Subject.Knowledge.Municipalities).Pairs(
            new QueryFilter { Themes = ["dialogue"] },
            TogetherWithin.Report
        );

        Assert.Equal(
            ["2010 dialogue goals 1 1 2 2", "2010 dialogue values 1 1 1 2"],
            result.Rows().Select(r => string.Join(' ', r.Take(7)))
        );
    }

    [Theory]
    [InlineData(false, "2010 dialogue goals 1 1 1 1|2016 dialogue goals 1 1 1 1")]
    [InlineData(true, "2010 2016 dialogue goals 2 2 2 2")]
    public void Editions_AreKeptApartUnlessAskedOtherwise(bool across, string rows)
    {
        var report = Sample.Report(
            "Nacka",
            "0182",
            2012,
            (FindingKind.Strength, "dialogue"),
            (FindingKind.Strength, "goals")
        );
        using var sample = new Sample(
            report,
            Sample.Report(
                "Avesta",
                "2084",
                2016,
                (FindingKind.Strength, "dialogue"),
                (FindingKind.Strength, "goals")
            ) with
            {
                Edition = "2016",
            }
        );

        var result = new TogetherQuery(sample.Connection, Subject.Knowledge.Municipalities).Pairs(
            QueryFilter.None,
            TogetherWithin.Report,
            acrossEditions: across
        );

        Assert.Equal(
            rows,
            string.Join('|', result.Rows().Select(r => string.Join(' ', r.Take(7))))
        );
    }
}
