using Kompass.Mining.Reports;
using Kompass.Mining.Reports.Scores;

namespace Kompass.Mining.Tests.Reports.Scores;

/// <summary>Totals and earlier evaluations: <see cref="ScoreReconciler"/>.</summary>
public sealed class TotalsTests
{
    [Theory]
    [InlineData(480, "")]
    [InlineData(484, "total-rounding -")]
    [InlineData(476, "total-rounding -")]
    [InlineData(485, "total-differs -")]
    [InlineData(412, "total-differs -")]
    public void PrintedTotalBesideTheAreas_IsRoundingOrAContradiction(int printed, string notes)
    {
        var scores = Stated.Reconcile([Stated.Total(printed)]);

        Assert.Equal(notes, Stated.Notes(scores));
        Assert.Equal((printed, 800), ((int)scores.Total!.Value, scores.Total.Max));
    }

    [Fact]
    public void RoundingIsInformation_AndAContradictionIsAWarning()
    {
        Assert.Equal(Severity.Info, Stated.Reconcile([Stated.Total(482)]).Notes[0].Severity);
        Assert.Equal(Severity.Warning, Stated.Reconcile([Stated.Total(499)]).Notes[0].Severity);
    }

    [Fact]
    public void TotalThatIsPrintedNowhere_IsTheAreasSum()
    {
        var scores = Stated.Reconcile();

        Assert.Empty(scores.Notes);
        Assert.Equal((480m, Via.Sum), (scores.Total!.Value, scores.Total.Source.Via));
    }

    [Theory]
    [InlineData("summary-table 480, chart 482", 480, "total-differs -")]
    [InlineData("prose 500, summary-table 480", 480, "")]
    [InlineData("prose 500, prose 480", 480, "")]
    [InlineData("prose 480", 480, "")]
    [InlineData("prose 300, prose 500", 300, "total-differs -")]
    [InlineData("prose 500, prose 500, summary-table 480", 480, "")]
    public void SeveralTotals_AreWeighed(string totals, int value, string notes)
    {
        var scores = Stated.Reconcile(
            totals
                .Split(", ")
                .Select(t => t.Split(' '))
                .Select(t => Stated.Total(decimal.Parse(t[1], CultureInfo.InvariantCulture), t[0]))
        );

        Assert.Equal((value, notes), ((int)scores.Total!.Value, Stated.Notes(scores)));
    }

    [Fact]
    public void SummaryThatIsCut_PutsTotalAndEarlierEvaluationsInDoubt() =>
        Assert.Equal(
            "total-uncertain -; previous-unclear -",
            Stated.Notes(Stated.Reconcile(summaryIsCut: true))
        );

    [Theory]
    [InlineData(2010, "2010", true)]
    [InlineData(2012, "2010", true)]
    [InlineData(2008, "2010", false)]
    [InlineData(2012, "2016", true)]
    [InlineData(2018, "2020", false)]
    public void EarlierEvaluation_IsComparableOnOneScale(int year, string edition, bool comparable)
    {
        var previous = Assert.Single(
            Stated
                .Reconcile(
                    Enumerable.Range(1, 8).Select(a => Stated.Area(a, 50, Via.SummaryTable, year)),
                    edition: edition
                )
                .Previous
        );

        Assert.Equal((year, comparable), (previous.Year, previous.Comparable));
        Assert.Equal(8, previous.Areas.Count);
    }

    [Fact]
    public void EarlierEvaluationWithHalfPoints_StandsOnAnotherScale() =>
        Assert.False(Assert.Single(Stated.Reconcile(Earlier(2012, 52.5m)).Previous).Comparable);

    [Theory]
    [InlineData(400, "")]
    [InlineData(403, "previous-rounding -")]
    [InlineData(420, "previous-differs -")]
    public void TotalOfAnEarlierEvaluation_IsComparedWithItsAreas(int total, string notes)
    {
        var scores = Stated.Reconcile([.. Earlier(2012, 50), Stated.Total(total, year: 2012)]);

        Assert.Equal(notes, Stated.Notes(scores));
        Assert.Equal(total, Assert.Single(scores.Previous).Total);
    }

    [Fact]
    public void EarlierEvaluationsAreasThatDiffer_AreNoted()
    {
        var scores = Stated.Reconcile([
            .. Earlier(2012, 50),
            Stated.Area(4, 47, Via.RubricBox, 2012),
        ]);

        Assert.Equal("previous-differs 4", Stated.Notes(scores));
        Assert.Equal(47, scores.Previous[0].Areas[4]);
    }

    [Fact]
    public void EarlierEvaluationThatLacksAreas_IsNoted() =>
        Assert.Equal(
            "previous-unclear -",
            Stated.Notes(Stated.Reconcile(Earlier(2012, 50).Where(w => w.Area != 4)))
        );

    [Fact]
    public void EarlierEvaluations_StandLatestFirst() =>
        Assert.Equal(
            [2012, 2010],
            Stated
                .Reconcile([.. Earlier(2010, 50), .. Earlier(2012, 55)])
                .Previous.Select(p => p.Year)
        );

    [Fact]
    public void WitnessOfTheReportsOwnYear_IsNoEarlierEvaluation() =>
        Assert.Empty(Stated.Reconcile(Earlier(2013, 50), year: 2013).Previous);

    private static IEnumerable<Witness> Earlier(int year, decimal value) =>
        Enumerable.Range(1, 8).Select(a => Stated.Area(a, value, Via.SummaryTable, year));
}
