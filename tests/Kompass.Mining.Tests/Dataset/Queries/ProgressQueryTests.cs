using Kompass.Mining.Dataset.Queries;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Dataset.Queries;

public sealed class ProgressQueryTests
{
    [Fact]
    public void Change_IsFromOneEvaluationToTheNext()
    {
        using var sample = new Sample(
            Sample.Report("Nacka", "0182", 2012),
            Sample.Report("Nacka", "0182", 2014),
            Sample.Report("Avesta", "2084", 2010),
            Sample.Report("Avesta", "2084", 2015)
        );

        Assert.Equal(
            ["Avesta 2010 50 2015 55 5 ", "Nacka 2012 52 2014 54 2 "],
            Rows(sample, new QueryFilter { Areas = [new(5, 5)] })
        );
    }

    [Fact]
    public void AnotherScale_IsNotCompared()
    {
        using var sample = new Sample(
            Sample.Report("Nacka", "0182", 2008) with
            {
                Edition = "2002",
            },
            Sample.Report("Nacka", "0182", 2012),
            Sample.Report("Nacka", "0182", 2017) with
            {
                Edition = "2016",
            }
        );

        Assert.Equal(
            [
                "Nacka 2012 52 2017 57 5 ",
                "Nacka 2008 48 2012 52  edition 2002 has another scale than edition 2010",
            ],
            Rows(sample, QueryFilter.None)
        );
    }

    [Fact]
    public void AreaThatIsAnotherSubjectNow_IsNotComparedForThat()
    {
        using var sample = new Sample(
            Sample.Report("Nacka", "0182", 2014),
            Sample.Report("Nacka", "0182", 2021) with
            {
                Edition = "2020",
            }
        );

        var result = new ProgressQuery(sample.Connection, Subject.Knowledge.Municipalities).Changes(
            new QueryFilter { Areas = [new(5, 5)] }
        );

        Assert.Equal(
            [
                "Brukarens fokus",
                "Resultat och effektivitet",
                "edition 2020 has another area 5 than edition 2010",
            ],
            new[] { "area_name", "from_area_name", "reason" }.Select(c =>
                Assert.Single(result.Rows())[result.IndexOf(c)]
            )
        );
    }

    [Theory]
    [InlineData(true, "Nacka 2010 40 2012 52 12 ")]
    [InlineData(
        false,
        "Nacka 2010 40 2012 52  the report says that the earlier evaluation used another scale"
    )]
    public void EvaluationThatIsQuotedOnly_CountsAsTheReportSays(bool comparable, string row)
    {
        using var sample = new Sample(
            Sample.Report("Nacka", "0182", 2012) with
            {
                Previous =
                [
                    new PreviousEvaluation(
                        2010,
                        comparable,
                        new Dictionary<int, decimal> { [5] = 40 },
                        null,
                        new Source(1, null, null, null, Via.SummaryTable)
                    ),
                ],
            }
        );

        Assert.Equal([row], Rows(sample, QueryFilter.None));
    }

    [Theory]
    [InlineData(2012, "2010")]
    // A year of two editions.
    [InlineData(2010, null)]
    public void EvaluationThatIsQuotedOnly_HasTheEditionOfItsYear(int year, string? edition)
    {
        using var sample = new Sample(
            Sample.Report("Nacka", "0182", 2017) with
            {
                Edition = "2016",
                Previous =
                [
                    new PreviousEvaluation(
                        year,
                        true,
                        new Dictionary<int, decimal> { [5] = 40 },
                        null,
                        new Source(1, null, null, null, Via.SummaryTable)
                    ),
                ],
            }
        );

        var result = new ProgressQuery(sample.Connection, Subject.Knowledge.Municipalities).Changes(
            QueryFilter.None
        );

        Assert.Equal(
            edition,
            Assert.Single(result.Rows(), r => r[result.IndexOf("area")] is 5)[
                result.IndexOf("from_edition")
            ]
        );
    }

    private static IEnumerable<string> Rows(Sample sample, QueryFilter filter)
    {
        var result = new ProgressQuery(sample.Connection, Subject.Knowledge.Municipalities).Changes(
            filter
        );
        string[] columns =
        [
            "municipality_name",
            "from_year",
            "from_score",
            "to_year",
            "to_score",
            "change",
            "reason",
        ];
        return result
            .Rows()
            .Select(r => string.Join(' ', columns.Select(c => r[result.IndexOf(c)])));
    }
}
