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
    public void Label_OfAnEditionWithOtherAreas_LeavesTheRecord()
    {
        var record = Subject.Extract(Path.Combine(Repository.Samples, "ekmossen-2014.txt")) with
        {
            Edition = "2020",
        };

        Assert.Same(record, new RecordLabeller(fixture.Model, Subject.Knowledge).Label(record));
    }
}
