using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset.Queries;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Dataset.Queries;

public sealed class CountsQueryTests : IDisposable
{
    private readonly Sample _sample = new(
        Sample.Report(
            "Nacka",
            "0182",
            2012,
            (FindingKind.Strength, "dialogue"),
            (FindingKind.Strength, "dialogue"),
            (FindingKind.Improvement, "goals")
        ),
        Sample.Report("Nacka", "0182", 2014, (FindingKind.Strength, "goals")),
        Sample.Report("Avesta", "2084", 2014, (FindingKind.Weakness, "dialogue")) with
        {
            Edition = "2016",
        }
    );

    public void Dispose() => _sample.Dispose();

    [Fact]
    public void Counts_HaveReportsBaseAndZeros() =>
        Assert.Equal(
            [
                "2010 dialogue strength: 2 findings in 1 of 2 reports",
                "2010 dialogue improvement: 0 findings in 0 of 1 reports",
                "2010 dialogue weakness: 0 findings in 0 of 0 reports",
                "2016 dialogue strength: 0 findings in 0 of 0 reports",
                "2016 dialogue improvement: 0 findings in 0 of 0 reports",
                "2016 dialogue weakness: 1 findings in 1 of 1 reports",
            ],
            Rows(
                new QueryFilter { Themes = ["dialogue"] },
                [CountDimension.Theme, CountDimension.Kind]
            )
        );

    [Fact]
    public void ByYear_TheBaseIsOfTheYear() =>
        Assert.Equal(
            ["2010 2012: 2 findings in 1 of 1 reports", "2010 2014: 0 findings in 0 of 1 reports"],
            Rows(
                new QueryFilter
                {
                    Themes = ["dialogue"],
                    Kinds = [FindingKind.Strength],
                    Editions = ["2010"],
                },
                [CountDimension.Year]
            )
        );

    [Theory]
    [InlineData(CountDimension.County, "Stockholms län")]
    [InlineData(CountDimension.Group, "Förortskommuner till storstäder")]
    [InlineData(CountDimension.Municipality, "Nacka")]
    public void ByPlace_ReportsArePartedByTheirMunicipality(CountDimension by, string name) =>
        Assert.Equal(
            [$"2010 {name}: 4 findings in 2 of 2 reports"],
            Rows(new QueryFilter { Editions = ["2010"] }, [by])
        );

    [Fact]
    public void AcrossEditions_TheyAreNamed() =>
        Assert.Equal(
            ["2010 2016 dialogue: 3 findings in 2 of 3 reports"],
            Rows(
                new QueryFilter { Themes = ["dialogue"] },
                [CountDimension.Theme],
                acrossEditions: true
            )
        );

    [Fact]
    public void ReportsOfAnEditionWithoutTheSubQuestion_AreNotInItsBase()
    {
        using var sample = new Sample(
            Sample.Report("Nacka", "0182", 2014, (FindingKind.Strength, "goals")),
            Sample.Report("Avesta", "2084", 2021, (FindingKind.Strength, "goals")) with
            {
                Edition = "2020",
                Findings = [WrittenRecords.Finding(1, FindingKind.Strength, 1, "Punkt")],
            },
            // Its sub-questions are not known, but its areas are those of 2010.
            Sample.Report("Kalmar", "0880", 2008, (FindingKind.Strength, "goals")) with
            {
                Edition = "2002",
            }
        );
        var counts = new CountsQuery(sample.Connection, Subject.Knowledge.Municipalities);
        long[] BasesOf(QueryFilter filter, params CountDimension[] by)
        {
            var result = counts.Count(filter, by, acrossEditions: true);
            return [.. result.Rows().Select(r => (long)r[result.IndexOf("base")]!).Distinct()];
        }

        Assert.Equal([2], BasesOf(QueryFilter.None, CountDimension.Question));
        Assert.Equal([2], BasesOf(new QueryFilter { Questions = ["1.4"] }));
        Assert.Equal(
            ["2002 1", "2010 1"],
            counts
                .Count(QueryFilter.None, [CountDimension.Question])
                .Rows()
                .Where(r => (string)r[1]! == "1.4")
                .Select(r => $"{r[0]} {r[2]}")
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void AcrossEditions_AreasAreCountedTogetherWhereTheirNumbersMeanTheSame()
    {
        var finding = (FindingKind.Strength, "goals");
        using var sample = new Sample(
            Sample.Report("Nacka", "0182", 2014, finding),
            Sample.Report("Avesta", "2084", 2017, finding) with
            {
                Edition = "2016",
            },
            Sample.Report("Kalmar", "0880", 2021, finding) with
            {
                Edition = "2020",
            }
        );
        var area1 = new QueryFilter { Areas = [new(1, 1)] };

        Assert.Equal(
            ["2010 2016 1: 2 findings in 2 of 2 reports", "2020 1: 1 findings in 1 of 1 reports"],
            Rows(sample, area1, [CountDimension.Area], acrossEditions: true)
        );
        Assert.Equal(
            [
                "2010 2016 strength: 2 findings in 2 of 2 reports",
                "2020 strength: 1 findings in 1 of 1 reports",
            ],
            Rows(
                sample,
                area1 with
                {
                    Kinds = [FindingKind.Strength],
                },
                [CountDimension.Kind],
                acrossEditions: true
            )
        );
    }

    [Fact]
    public void AreaWhoseListWasNotFound_IsNotInItsBase()
    {
        var finding = (FindingKind.Strength, "goals");
        var unread = Sample.Report("Avesta", "2084", 2014, finding);
        using var sample = new Sample(
            Sample.Report("Nacka", "0182", 2014, finding),
            unread with
            {
                Notes =
                [
                    WrittenRecords.Note(NoteCode.FindingsMissing, About.Findings, 1),
                    WrittenRecords.Note(NoteCode.FindingsMissing, About.Findings, 4),
                ],
            }
        );
        var strengths = new QueryFilter { Kinds = [FindingKind.Strength] };

        // Of area 1 it has a strength: another of its lists is missing.
        Assert.Equal(
            ["2010 1: 2 findings in 2 of 2 reports", "2010 4: 0 findings in 0 of 1 reports"],
            Rows(sample, strengths, [CountDimension.Area], acrossEditions: false)
                .Where(r =>
                    r.StartsWith("2010 1", StringComparison.Ordinal)
                    || r.StartsWith("2010 4", StringComparison.Ordinal)
                )
        );
        foreach (
            var asked in new[]
            {
                strengths with
                {
                    Areas = [new(4, 4)],
                },
                strengths with
                {
                    Questions = ["4.1"],
                },
            }
        )
        {
            Assert.Equal(
                ["2010 strength: 0 findings in 0 of 1 reports"],
                Rows(sample, asked, [CountDimension.Kind], acrossEditions: false)
            );
        }
    }

    [Fact]
    public void Question_IsOfItsAreaOnly() =>
        Assert.Equal(
            5,
            Rows(
                    new QueryFilter { Areas = [new(1, 1)], Questions = [] },
                    [CountDimension.Area, CountDimension.Question]
                )
                .Count(r =>
                    r.StartsWith("2010 1 1.", StringComparison.Ordinal) && !r.Contains("1.0")
                )
        );

    private List<string> Rows(
        QueryFilter filter,
        CountDimension[] by,
        bool acrossEditions = false
    ) => Rows(_sample, filter, by, acrossEditions);

    private static List<string> Rows(
        Sample sample,
        QueryFilter filter,
        CountDimension[] by,
        bool acrossEditions
    )
    {
        var result = new CountsQuery(sample.Connection, Subject.Knowledge.Municipalities).Count(
            filter,
            by,
            acrossEditions
        );
        var (findings, reports, cases) = (
            result.IndexOf("findings"),
            result.IndexOf("reports"),
            result.IndexOf("base")
        );
        return
        [
            .. result
                .Rows()
                .Select(r =>
                    $"{string.Join(' ', r.Take(by.Length + 1))}: {r[findings]} findings in {r[reports]} of {r[cases]} reports"
                ),
        ];
    }
}
