using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Reports.Scores;

/// <summary>Area 7 has 7.1 of 15 points and 7.2 of 25, 7.3 to 7.5 of 20; every row has three fifths: 9, 15, 12, 12, 12, and the area 60.</summary>
public sealed class QuestionCompletionTests
{
    [Theory]
    // The points are lost, and what follows has moved up: of 20 | 60 | 2 the 60 is the percentage.
    [InlineData("7.3", 20, 60, 2)]
    // A digit was misread; the percentage tells which.
    [InlineData("7.3", 17, 20, 60)]
    [InlineData("7.3", 2, 20, 60)]
    // The maximum was misread.
    [InlineData("7.3", 12, 29, 60)]
    // Only one of the three is there.
    [InlineData("7.3", null, null, 60)]
    // Nothing is there: what the other rows leave.
    [InlineData("7.3", null, null, null)]
    public void PointsThatAloneAddUpToTheScore_AreTakenAndNoted(
        string code,
        int? achieved,
        int? max,
        int? percent
    )
    {
        var scores = Stated.Reconcile(
            [Stated.Area(7, 60)],
            [
                Stated.Questions(
                    7,
                    r => r.Code == code ? Stated.Row(code, achieved, max, percent) : r
                ),
            ]
        );

        var question = scores.Questions.Single(q => q.Code == code);
        Assert.Equal((12m, 20m), (question.Achieved, question.Max));
        Assert.Equal(Via.Derived, question.Source.Via);
        var note = Assert.Single(scores.Notes);
        Assert.Equal((NoteCode.QuestionWorkedOut, code), (note.Code, note.Question));
    }

    /// <summary>Of an edition with other weights: its rows add up, and nothing of them is the instrument's.</summary>
    [Fact]
    public void MaximaThatAddUpAsPrinted_Stay()
    {
        var scores = Stated.Reconcile(
            [Stated.Area(7, 60)],
            [
                Stated.Questions(
                    7,
                    r =>
                        r.Code switch
                        {
                            "7.1" => Stated.Row("7.1", 9, 10, null),
                            "7.2" => Stated.Row("7.2", 15, 30, null),
                            _ => Stated.Row(r.Code, 12, 20, null),
                        }
                ),
            ]
        );

        Assert.Equal(
            [10m, 30m, 20m, 20m, 20m],
            scores
                .Questions.Where(q => q.Code.StartsWith("7.", StringComparison.Ordinal))
                .Select(q => q.Max)
                .OfType<decimal>()
        );
    }

    [Fact]
    public void RowThatIsLost_IsWhatTheOthersLeave()
    {
        var scores = Stated.Reconcile(
            [Stated.Area(7, 60)],
            [Stated.Questions(7, r => r.Code == "7.5" ? null : r)]
        );

        Assert.Equal(12m, scores.Questions.Single(q => q.Code == "7.5").Achieved);
        Assert.Equal(NoteCode.QuestionWorkedOut, Assert.Single(scores.Notes).Code);
    }

    [Fact]
    public void SeveralRowsAreWorkedOutTogether()
    {
        var scores = Stated.Reconcile(
            [Stated.Area(7, 60)],
            [
                Stated.Questions(
                    7,
                    r => r.Code == "7.1" ? r : Stated.Row(r.Code, r.Max, r.Percent, 1)
                ),
            ]
        );

        Assert.Equal(
            [9m, 15m, 12m, 12m, 12m],
            scores.Questions.Where(q => q.Code[0] == '7').Select(q => q.Achieved)
        );
    }

    [Theory]
    [InlineData(17, 20, 60)]
    [InlineData(26, 20, 130)]
    public void WhereTheScoreIsAnother_NothingIsWorkedOut(int achieved, int max, int percent)
    {
        var scores = Stated.Reconcile(
            [Stated.Area(7, 71)],
            [
                Stated.Questions(
                    7,
                    r => r.Code == "7.3" ? Stated.Row("7.3", achieved, max, percent) : r
                ),
            ]
        );

        Assert.Equal(achieved, scores.Questions.Single(q => q.Code == "7.3").Achieved);
        Assert.Contains(scores.Notes, n => n.Code == NoteCode.PercentDiffers);
    }

    [Fact]
    public void WhereSeveralChoicesAddUp_NothingIsWorkedOut()
    {
        // 17 and 7, or 12 and 12.
        var scores = Stated.Reconcile(
            [Stated.Area(7, 60)],
            [
                Stated.Questions(
                    7,
                    r =>
                        r.Code switch
                        {
                            "7.3" => Stated.Row("7.3", 17, 20, 60),
                            "7.4" => Stated.Row("7.4", 7, 20, 60),
                            _ => r,
                        }
                ),
            ]
        );

        Assert.DoesNotContain(scores.Notes, n => n.Code == NoteCode.QuestionWorkedOut);
        Assert.Equal(2, scores.Notes.Count(n => n.Code == NoteCode.PercentDiffers));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void PercentageThatMostRowsHave_IsMissed(bool noneHasOne, int notes)
    {
        var scores = Stated.Reconcile(
            [Stated.Area(7, 60)],
            [
                Stated.Questions(
                    7,
                    r => noneHasOne || r.Code == "7.3" ? r with { Percent = null } : r
                ),
            ]
        );

        Assert.Equal(
            Enumerable.Repeat((NoteCode.QuestionUnclear, "7.3"), notes),
            scores.Notes.Select(n => (n.Code, n.Question!))
        );
    }

    [Fact]
    public void MaximumThatTheReportPrintsOtherwise_StaysAsPrinted()
    {
        var scores = Stated.Reconcile(
            [Stated.Area(7, 60)],
            [Stated.Questions(7, r => r.Code == "7.3" ? Stated.Row("7.3", 12, 25, 48) : r)]
        );

        Assert.Equal(
            (12m, 25m),
            (
                scores.Questions.Single(q => q.Code == "7.3").Achieved,
                scores.Questions.Single(q => q.Code == "7.3").Max
            )
        );
        Assert.Equal(NoteCode.MaxDiffers, Assert.Single(scores.Notes).Code);
    }
}
