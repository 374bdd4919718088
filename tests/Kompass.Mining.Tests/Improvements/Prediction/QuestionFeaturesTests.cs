using Kompass.Mining.Corpus;
using Kompass.Mining.Improvements.Prediction;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.MLNet;

namespace Kompass.Mining.Tests.Improvements.Prediction;

public sealed class QuestionFeaturesTests
{
    private static readonly Reference Reference = Reference.Of(
        [.. TrainingRow.Usable(Profile.Known, Profile.Edition)],
        Profile.Edition
    );

    [Theory]
    // area 1 has 15, 20, 25, 30 and 10 points
    [InlineData("1.1", QuestionFeatures.Share, 0.2)]
    [InlineData("1.1", QuestionFeatures.PointsLeft, 12)]
    [InlineData("1.1", QuestionFeatures.Rank, 0)]
    [InlineData("1.4", QuestionFeatures.Rank, 1)]
    [InlineData("1.2", QuestionFeatures.Rank, 0.5)]
    [InlineData("1.1", QuestionFeatures.PointsUnknown, 0)]
    [InlineData("1.5", QuestionFeatures.PointsUnknown, 1)]
    [InlineData("1.5", QuestionFeatures.Rank, 0.5)]
    [InlineData("1.5", QuestionFeatures.Share, 0.6)]
    [InlineData("1.1", QuestionFeatures.OwnLevel, 0.6)]
    [InlineData("1.1", QuestionFeatures.ToOwnLevel, -0.4)]
    [InlineData("1.1", QuestionFeatures.Change, 0)]
    public void Feature_IsTheFigureItIsNamedFor(string code, string feature, double expected)
    {
        var profile = Profile.Of(
            Profile.Edition.Areas.ToDictionary(a => a.Number, _ => 60m),
            new Dictionary<string, decimal>
            {
                ["1.1"] = 3,
                ["1.2"] = 10,
                ["1.3"] = 12.5m,
                ["1.4"] = 27,
            }
        );

        Assert.Equal(expected, Of(profile, code)[QuestionFeatures.Space.IndexOf(feature)], 6);
    }

    [Theory]
    [InlineData(9, null, 40, 0.6 - 0.4)]
    [InlineData(9, 6, 40, 0.6 - 0.4)]
    [InlineData(null, null, 40, 0.5 - 0.4)]
    public void Change_IsOfTheSubQuestionElseOfItsArea(
        int? now,
        int? then,
        int areaThen,
        double expected
    )
    {
        var profile = Profile.Of(
            new Dictionary<int, decimal> { [1] = now is null ? 50 : 60 },
            now is { } n ? new Dictionary<string, decimal> { ["1.1"] = n } : []
        ) with
        {
            Previous =
            [
                new EarlierScores(
                    2010,
                    true,
                    new Dictionary<int, decimal> { [1] = areaThen },
                    then is { } t ? new Dictionary<string, decimal> { ["1.1"] = t } : [],
                    null
                ),
            ],
        };

        Assert.Equal(
            expected,
            QuestionFeatures.ChangeOf(profile, Profile.Edition.Area(1), Question("1.1"))!.Value,
            6
        );
    }

    [Fact]
    public void Change_OnAnotherScale_IsNone() =>
        Assert.Null(
            QuestionFeatures.ChangeOf(
                Profile.AreasOnly(_ => 50) with
                {
                    Previous =
                    [
                        new EarlierScores(
                            2008,
                            false,
                            new Dictionary<int, decimal> { [1] = 40 },
                            new Dictionary<string, decimal>(),
                            null
                        ),
                    ],
                },
                Profile.Edition.Area(1),
                Question("1.1")
            )
        );

    [Fact]
    public void BaseRate_LeansOnTheOverallRate()
    {
        var reference = new Reference(
            new Dictionary<int, MeanShare>(),
            new Dictionary<string, MeanShare>(),
            new Dictionary<string, NamedCount> { ["1.1"] = new(3, 3), ["1.2"] = new(0, 3) },
            new Dictionary<string, NamedCount>()
        );

        Assert.Equal(0.5, reference.OverallRate(FindingKind.Improvement));
        Assert.Equal(5.0 / 7, reference.BaseRate(FindingKind.Improvement, "1.1"), 6);
        Assert.Equal(2.0 / 7, reference.BaseRate(FindingKind.Improvement, "1.2"), 6);
        Assert.Equal(0.5, reference.BaseRate(FindingKind.Improvement, "9.9"), 6);
    }

    [Fact]
    public void MeanOfASubQuestion_LeansOnItsArea()
    {
        var reference = new Reference(
            new Dictionary<int, MeanShare> { [1] = new(0.5, 10) },
            new Dictionary<string, MeanShare> { ["1.1"] = new(0.9, 2) },
            new Dictionary<string, NamedCount>(),
            new Dictionary<string, NamedCount>()
        );
        var area = Profile.Edition.Area(1);

        Assert.Equal(0.7, reference.MeanOf(area, Question("1.1")), 6);
        Assert.Equal(0.5, reference.MeanOf(area, Question("1.2")), 6);
    }

    [Fact]
    public void NamedBefore_TellsWhatTheReportBeforeNamed()
    {
        var known = KnownEvaluations.Of(Subject.Knowledge, [.. TwoReports("0182", 0)], []);
        var second = known.All.Single(e => e.Year == 2014 && e.Outcomes.Count > 0).Profile;
        var before = known.ReportBefore(second);

        Assert.Equal(2011, before?.Year);
        Assert.Equal(1, NamedBefore("1.1", before));
        Assert.Equal(-1, NamedBefore("1.2", before));
        Assert.Equal(0, NamedBefore("1.1", known.ReportBefore(before!.Profile)));

        double NamedBefore(string code, KnownEvaluation? report) =>
            Of(second, code, report)[QuestionFeatures.Space.IndexOf(QuestionFeatures.NamedBefore)];
    }

    [Fact]
    public void NamedBefore_IsLearnedWhereMunicipalitiesHaveTwoReports()
    {
        var known = KnownEvaluations.Of(
            Subject.Knowledge,
            [.. ((string[])["0182", "0580", "1280", "2480"]).SelectMany(TwoReports)],
            []
        );
        var cancellation = TestContext.Current.CancellationToken;
        var model = TargetModel.Train(
            TrainingRow.Of(known, Profile.Edition, FindingKind.Improvement, cancellation),
            FindingKind.Improvement,
            new MLNetEngine(),
            cancellation
        );
        var second = known.All.First(e => e.Year == 2014 && e.Outcomes.Count > 0).Profile;
        var before = known.ReportBefore(second);

        // 1.1 and 1.2 differ in what the first report named, and in little else.
        Assert.True(
            model.Probability(Of(second, "1.1", before))
                > model.Probability(Of(second, "1.1", null)) + 0.1
        );
        Assert.True(
            model.Probability(Of(second, "1.2", before))
                < model.Probability(Of(second, "1.2", null)) - 0.1
        );
    }

    // Half the points everywhere; the second report names what the first one named, others in each municipality.
    private static IEnumerable<QuestionOutcome> TwoReports(string code, int shift) =>
        from year in (int[])[2011, 2014]
        from question in Profile.Questions.Index()
        select new QuestionOutcome(
            $"m{code}-{year}",
            code,
            year,
            "2010",
            question.Item.Code,
            question.Item.Max / 2m,
            question.Item.Max,
            (question.Index + (shift * question.Index / 2)) % 3 == 0,
            false,
            false,
            "report"
        );

    [Fact]
    public void TrainingRows_NeverKnowTheirOwnMunicipality()
    {
        var rows = TrainingRow.Of(
            Profile.Known,
            Profile.Edition,
            FindingKind.Improvement,
            TestContext.Current.CancellationToken
        );
        var rate = QuestionFeatures.Space.IndexOf(QuestionFeatures.BaseRate);
        var all = Reference.BaseRate(FindingKind.Improvement, "1.3");

        // 1.3 is named in all three reports: without a row's own there are two.
        Assert.Equal(new NamedCount(3, 3), Reference.Improvements["1.3"]);
        Assert.All(
            rows.Where(r => r.Question.Code == "1.3"),
            r => Assert.NotEqual(Math.Log(all / (1 - all)), r.Values[rate], 6)
        );
    }

    private static double[] Of(ScoreProfile profile, string code, KnownEvaluation? before = null) =>
        QuestionFeatures.Of(
            profile,
            Profile.Edition.Area(code[0] - '0'),
            Question(code),
            Reference,
            before,
            FindingKind.Improvement
        );

    private static Kompass.Mining.Corpus.Question Question(string code) =>
        Profile.Edition.FindQuestion(code)!;
}
