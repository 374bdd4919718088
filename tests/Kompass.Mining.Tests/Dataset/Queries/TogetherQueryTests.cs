using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset.Queries;

namespace Kompass.Mining.Tests.Dataset.Queries;

public sealed class TogetherQueryTests
{
    [Theory]
    [InlineData(TogetherWithin.Report, "dialogue goals 2 2 2 2 1")]
    [InlineData(TogetherWithin.List, "dialogue goals 1 2 2 3 0.75")]
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
            string.Join('|', result.Rows().Select(r => string.Join(' ', r.Take(7))))
        );
    }
}
