using Kompass.Mining.Reports;
using Kompass.Mining.Themes;

namespace Kompass.Mining.Tests.Themes;

public sealed class RecordLabellerTests(ThemeModelFixture fixture)
    : IClassFixture<ThemeModelFixture>
{
    [Fact]
    public void Label_GivesEveryFindingAndRemarkItsLabelsAndChangesNothingElse()
    {
        var record = Subject.Extract(Path.Combine(Repository.Samples, "ekmossen-2014.txt"));

        var labelled = new RecordLabeller(fixture.Model, Subject.Knowledge).Label(record);

        Assert.NotEmpty(labelled.Findings);
        Assert.All(
            labelled.Findings,
            f =>
            {
                Assert.NotNull(f.Theme);
                Assert.NotNull(f.QuestionProbability);
                Assert.Equal(fixture.Model.Id, f.Labels);
                Assert.StartsWith($"{f.Area}.", f.Question, StringComparison.Ordinal);
            }
        );
        Assert.All(labelled.Remarks, r => Assert.NotNull(r.Question));
        Assert.Equal(
            RecordJson.Write(record),
            RecordJson.Write(labelled with { Findings = record.Findings, Remarks = record.Remarks })
        );
    }

    [Fact]
    public void Label_WhereTheHeadingTellsTheQuestion_KeepsIt()
    {
        var record = Subject.Extract(Path.Combine(Repository.Samples, "ekmossen-2014.txt"));
        var known = record.Remarks.Where(r => r.Question is not null).ToList();

        var labelled = new RecordLabeller(fixture.Model, Subject.Knowledge).Label(record);

        Assert.NotEmpty(known);
        Assert.All(
            known,
            r =>
            {
                var now = labelled.Remarks.Single(l => l.Text == r.Text);
                Assert.Equal(r.Question, now.Question);
                Assert.Null(now.QuestionProbability);
            }
        );
    }

    [Fact]
    public void Label_OfAnEditionWithOtherAreas_GivesThemesAndNoSubQuestions()
    {
        var sample = Subject.Extract(Path.Combine(Repository.Samples, "ekmossen-2014.txt"));
        var record = sample with
        {
            Edition = "2020",
            Findings =
            [
                sample.Findings[0] with
                {
                    Area = 2,
                    Text = "Kulturföreningarna får lokaler och bidrag",
                },
            ],
            Remarks = [],
        };

        var finding = Assert.Single(
            new RecordLabeller(fixture.Model, Subject.Knowledge).Label(record).Findings
        );

        // Area 2 of 2020 is what area 8 was.
        var expected = fixture.Model.Label(finding.Text, 8);
        Assert.Equal(expected.Theme, finding.Theme);
        Assert.Equal(expected.ThemeProbability, finding.ThemeProbability);
        Assert.Equal(fixture.Model.Id, finding.Labels);
        Assert.Null(finding.Question);
        Assert.Null(finding.QuestionProbability);
        Assert.Null(finding.QuestionOr);
    }

    [Fact]
    public void Label_InAnAreaThatIsLikeNone_LeavesTheFinding()
    {
        var sample = Subject.Extract(Path.Combine(Repository.Samples, "ekmossen-2014.txt"));
        var record = sample with
        {
            Edition = "2020",
            Findings = [sample.Findings[0] with { Area = 9 }],
        };

        Assert.Null(
            new RecordLabeller(fixture.Model, Subject.Knowledge).Label(record).Findings[0].Theme
        );
    }
}
