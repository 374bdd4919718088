using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset.Queries;
using Kompass.Mining.Dataset.Search;

namespace Kompass.Mining.Tests.Dataset.Queries;

public sealed class ConcordanceQueryTests
{
    [Fact]
    public void Words_StandInTheirContext()
    {
        using var sample = new Sample(
            WrittenRecords.Of(
                "a",
                findings:
                [
                    WrittenRecords.Finding(
                        1,
                        FindingKind.Strength,
                        1,
                        "Levande dialog och många dialoger i byarna"
                    ),
                ]
            )
        );
        var result = ConcordanceQuery.Lines(
            new StoreQueries(sample.Connection, Subject.Knowledge.Municipalities),
            new QueryFilter { Text = SearchQuery.Parse("dialog") },
            Enum.GetValues<TextPlace>(),
            width: 8
        );

        Assert.Equal(
            ["lists|Levande |dialog| och mån", "lists|h många |dialoger| i byarn"],
            result.Rows().Select(r => string.Join('|', r.Take(4)))
        );
    }
}
