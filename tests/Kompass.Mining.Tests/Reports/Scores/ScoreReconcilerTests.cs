using Kompass.Mining.Layout;
using Kompass.Mining.Reports;
using Kompass.Mining.Reports.Scores;

namespace Kompass.Mining.Tests.Reports.Scores;

/// <summary>Areas and sub-questions; totals and earlier evaluations are in <see cref="TotalsTests"/>.</summary>
public sealed class ScoreReconcilerTests
{
    [Fact]
    public void WhatAgrees_IsTakenWithoutANote()
    {
        var scores = Stated.Reconcile([
            Stated.Area(3, 60),
            Stated.Area(3, 60, Via.SummaryTable),
            Stated.Total(480),
        ]);

        Assert.Empty(scores.Notes);
        Assert.Equal(480, scores.Total!.Value);
        var area = scores.Areas[2];
        Assert.Equal((60m, 100, Via.RubricBox), (area.Score, area.Max, area.Source.Via));
        Assert.Equal(2, area.Witnesses.Count);
        Assert.Equal(45, scores.Questions.Count);
    }

    [Theory]
    // The majority is believed.
    [InlineData("rubric-box 61, summary-table 60, chart 60", 60, "summary-table")]
    [InlineData("rubric-box 61, summary-table 61, score-table 58", 61, "rubric-box")]
    // Where as many state one as another: the sum of the sub-questions (60) counts as half a witness.
    [InlineData("rubric-box 61, chart 60", 60, "chart")]
    // And nearly as much where rounding explains the difference.
    [InlineData("rubric-box 91, score-table 61", 61, "score-table")]
    // However many state it, a number above the scale is none.
    [InlineData("rubric-box 474, summary-table 68", 68, "summary-table")]
    [InlineData("rubric-box 474, summary-table 474, prose 68", 68, "prose")]
    // Else the place that is believed most.
    [InlineData("chart 62, rubric-box 61", 61, "rubric-box")]
    [InlineData("prose 62, chart 61", 61, "chart")]
    [InlineData("summary-table 62, score-table 61", 61, "score-table")]
    public void WitnessesThatDiffer_AreWeighedAndNoted(string witnesses, int score, string via)
    {
        var scores = Stated.Reconcile(Witnesses(3, witnesses));

        var area = scores.Areas.Single(a => a.Area == 3);
        Assert.Equal((score, via), ((int)area.Score, area.Source.Via));
        var note = Assert.Single(scores.Notes, n => n.About == About.Area);
        Assert.Equal(
            (NoteCode.ScoreDiffers, Severity.Warning, About.Area, 3),
            (note.Code, note.Severity, note.About, note.Area)
        );
        Assert.EndsWith($"{score} was taken", note.Message, StringComparison.Ordinal);
    }

    [Theory]
    // Percentages of the points before rounding explain what they explain, and no more: 15·65 % + … of 100 points.
    [InlineData(60, "")]
    [InlineData(61, "sum-rounding 3")]
    [InlineData(59, "sum-rounding 3")]
    [InlineData(62, "sum-differs 3; total-uncertain -")]
    [InlineData(55, "sum-differs 3; total-uncertain -")]
    public void ScoreBesideTheSumOfItsSubQuestions_IsRoundingOrAContradiction(
        int printed,
        string notes
    ) => Assert.Equal(notes, Stated.Notes(Stated.Reconcile([Stated.Area(3, printed)])));

    [Theory]
    [InlineData(62, "sum-rounding 3")]
    [InlineData(63, "sum-differs 3; total-uncertain -")]
    public void ScoreBesideASumWithoutPercentages_MayMissItByHalfAPointEach(
        int printed,
        string notes
    ) =>
        Assert.Equal(
            notes,
            Stated.Notes(
                Stated.Reconcile(
                    [Stated.Area(3, printed)],
                    [Stated.Questions(3, r => r with { Percent = null })]
                )
            )
        );

    [Fact]
    public void ScoreThatIsPrintedNowhere_IsTheSumOfItsSubQuestions()
    {
        var scores = Reconcile(without: 3, Stated.Questions(3));

        Assert.Equal("score-from-sum 3; total-uncertain -", Stated.Notes(scores));
        Assert.Equal((60m, Via.Sum), (scores.Areas[2].Score, scores.Areas[2].Source.Via));
    }

    [Fact]
    public void ScoreThatIsPrintedNowhereAndCannotBeAddedUp_IsMissing()
    {
        var scores = Reconcile(without: 3, Stated.Questions(3, r => r.Code == "3.2" ? null : r));

        Assert.Equal(
            "question-missing 3.2; score-missing 3; total-missing -",
            Stated.Notes(scores)
        );
        Assert.Equal(7, scores.Areas.Count);
        Assert.Null(scores.Total);
    }

    [Theory]
    [InlineData(101)]
    [InlineData(583)]
    public void ScoreAboveTheHighest_IsNotedAndNeverTaken(int printed)
    {
        var scores = Stated.Reconcile([Stated.Area(3, printed)]);

        Assert.Equal((60m, Via.Sum), (scores.Areas[2].Score, scores.Areas[2].Source.Via));
        var note = Assert.Single(scores.Notes, n => n.About == About.Area);
        Assert.Equal((NoteCode.ScoreFromSum, 3), (note.Code, note.Area));
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"states {printed}, more than the highest"),
            note.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ScoreAboveTheHighestThatCannotBeAddedUp_IsMissing()
    {
        var scores = new ScoreReconciler(
            Subject.Knowledge,
            Subject.Knowledge.Edition("2010"),
            2013,
            isReport: false
        ).Reconcile(
            new StatedScores([Stated.Area(1, 60), Stated.Area(3, 504)], [], []),
            summaryIsCut: false
        );

        Assert.Equal(1, Assert.Single(scores.Areas).Area);
        var note = Assert.Single(scores.Notes, n => n.Area == 3);
        Assert.Equal(NoteCode.ScoreMissing, note.Code);
        Assert.EndsWith(
            "504, more than the highest score, 100; none was taken",
            note.Message,
            StringComparison.Ordinal
        );
        Assert.NotNull(note.Source);
    }

    [Theory]
    // Points, maximum and percentage as printed, of a sub-question that has 25 points.
    [InlineData(15, 25, 60, "")]
    [InlineData(15, 25, 58, "")]
    [InlineData(15, 25, 62, "")]
    [InlineData(15, 25, 63, "percent-differs 3.2")]
    [InlineData(15, 25, 51, "percent-differs 3.2")]
    // More points than there are: the other rows leave 15.
    [InlineData(26, 25, 104, "question-worked-out 3.2")]
    [InlineData(26, null, null, "question-worked-out 3.2")]
    [InlineData(15, 20, 75, "max-differs 3.2")]
    [InlineData(15, null, 60, "")]
    // Not read, and worked out of percentage and sum.
    [InlineData(null, 25, 60, "question-worked-out 3.2")]
    public void PointsMaximumAndPercentage_MustFitEachOther(
        int? achieved,
        int? max,
        int? percent,
        string notes
    )
    {
        var scores = Stated.Reconcile(
            tables:
            [
                Stated.Questions(
                    3,
                    r => r.Code == "3.2" ? Stated.Row("3.2", achieved, max, percent) : r
                ),
            ]
        );

        Assert.Equal(
            notes,
            string.Join(
                "; ",
                scores
                    .Notes.Where(n => n.About == About.Question)
                    .Select(n => $"{n.Code} {n.Question}")
            )
        );
    }

    [Fact]
    public void UnclearRow_IsNotedOnce() =>
        Assert.Equal(
            "question-unclear 3.2",
            Stated.Notes(Stated.Reconcile(tables: [Stated.Questions(3, null, "3.2")]))
        );

    [Fact]
    public void MessageOfALongRow_HasWholeCharactersOnly()
    {
        var row = Stated.Row("3.2", 15, 25, 60) with
        {
            Whole = Subject.Passage(new string('x', 86) + "🙂 och så vidare"),
        };

        var note = Assert.Single(
            Stated
                .Reconcile(tables: [Stated.Questions(3, r => r.Code == "3.2" ? row : r, "3.2")])
                .Notes
        );

        Assert.Equal(
            note.Message,
            System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(note.Message))
        );
    }

    [Fact]
    public void RowWithACodeThatTheInstrumentDoesNotHave_IsNotedForItsArea() =>
        Assert.Equal(
            "question-unclear 3",
            Stated.Notes(Stated.Reconcile(tables: [Stated.Questions(3, null, "3.9")]))
        );

    [Fact]
    public void MissingTable_IsOneNote()
    {
        var scores = new ScoreReconciler(
            Subject.Knowledge,
            Subject.Knowledge.Edition("2010"),
            2013,
            isReport: true
        ).Reconcile(
            new StatedScores(
                [.. Enumerable.Range(1, 8).Select(a => Stated.Area(a, 60))],
                [.. Enumerable.Range(1, 7).Select(a => Stated.Questions(a))],
                []
            ),
            summaryIsCut: false
        );

        Assert.Equal("question-missing 8", Stated.Notes(scores));
    }

    [Theory]
    [InlineData("2010", false)]
    [InlineData("2002", true)]
    [InlineData("2020", true)]
    public void PageOrEditionWithoutKnownSubQuestions_LacksNone(string edition, bool isReport) =>
        Assert.Empty(
            new ScoreReconciler(
                Subject.Knowledge,
                Subject.Knowledge.Edition(edition),
                2013,
                isReport
            )
                .Reconcile(
                    new StatedScores(
                        [.. Enumerable.Range(1, 8).Select(a => Stated.Area(a, 60))],
                        [],
                        []
                    ),
                    summaryIsCut: false
                )
                .Notes
        );

    [Theory]
    [InlineData("1.1 20; 1.2 15.5; 1.3 10", "")]
    [InlineData("1.1 20; 1.2 14.5; 1.3 10", "")] // rounding explains it
    [InlineData("1.1 20; 1.3 25.5", "question-missing 1")]
    [InlineData("1.1 20; 1.2 0; 1.3 10", "question-missing 1")]
    public void SubQuestionsOfAnEditionThatNobodyListed_AreCountedAndAddedUp(
        string rows,
        string notes
    ) =>
        Assert.Equal(
            notes,
            Stated.Notes(
                new ScoreReconciler(
                    Subject.Knowledge,
                    Subject.Knowledge.Edition("2002"),
                    2007,
                    isReport: true
                ).Reconcile(
                    new StatedScores(
                        [.. Enumerable.Range(1, 8).Select(a => Stated.Area(a, 45.5m))],
                        [
                            new QuestionTable(
                                1,
                                [.. rows.Split("; ").Select(r => Row(r.Split(' ')))],
                                []
                            ),
                        ],
                        []
                    ),
                    summaryIsCut: false
                )
            )
        );

    private static QuestionRow Row(string[] row) =>
        Stated.Row(row[0], decimal.Parse(row[1], CultureInfo.InvariantCulture), null, null);

    [Fact]
    public void Messages_AreTheSameInEveryCulture()
    {
        Witness[] witnesses = [Stated.Area(3, 52.5m), Stated.Area(3, 50, Via.Chart)];

        Assert.Equal(
            Stated.Reconcile(witnesses).Notes.Select(n => n.Message),
            Cultures.In(
                "sv-SE",
                () => Stated.Reconcile(witnesses).Notes.Select(n => n.Message).ToList()
            )
        );
    }

    private static ReconciledScores Reconcile(int without, QuestionTable table) =>
        new ScoreReconciler(
            Subject.Knowledge,
            Subject.Knowledge.Edition("2010"),
            2013,
            isReport: true
        ).Reconcile(
            new StatedScores(
                [
                    .. Enumerable
                        .Range(1, 8)
                        .Where(a => a != without)
                        .Select(a => Stated.Area(a, 60)),
                ],
                [
                    .. Enumerable
                        .Range(1, 8)
                        .Select(a => a == table.Area ? table : Stated.Questions(a)),
                ],
                []
            ),
            summaryIsCut: false
        );

    private static IEnumerable<Witness> Witnesses(int area, string witnesses) =>
        witnesses
            .Split(", ")
            .Select(w => w.Split(' '))
            .Select(w =>
                Stated.Area(area, decimal.Parse(w[1], CultureInfo.InvariantCulture), w[0])
            );
}
