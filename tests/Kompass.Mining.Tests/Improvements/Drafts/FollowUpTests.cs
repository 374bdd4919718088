using Kompass.Mining.Corpus;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Manuscripts;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Improvements.Writing;
using Kompass.Mining.Tests.Dataset;
using Kompass.Mining.Tests.Improvements.Profiles;

namespace Kompass.Mining.Tests.Improvements.Drafts;

/// <summary>What became of an earlier report: <see cref="FollowUp"/>.</summary>
public sealed class FollowUpTests
{
    private static readonly Municipality Own = Subject.Knowledge.Municipalities.FindByName(
        "Kalmar"
    )!;

    // Every sub-question had two fifths of its points in 2010.
    private const decimal Then = 0.4m;

    [Fact]
    public void WhatWasAskedFor_HasItsPointsThenAndNow()
    {
        var followUp = FollowUp.Of(Now(), Known(2010))!;

        Assert.Equal(2010, followUp.Year);
        Assert.Null(followUp.ReportId);
        Assert.Equal(
            [
                ("1.1", FollowUpState.Reached),
                ("1.2", FollowUpState.Risen),
                ("1.3", FollowUpState.Unchanged),
                ("1.4", FollowUpState.Fallen),
                ("1.5", FollowUpState.Unknown),
            ],
            followUp.Asked.Select(i => (i.Question, i.State))
        );
        Assert.All(followUp.Asked, i => Assert.Equal(Math.Round(i.Max * Then), i.Then));
        Assert.Null(followUp.Asked[4].Now);
    }

    [Fact]
    public void Strengths_AreToldWhereTheyHaveFewerPointsNow() =>
        Assert.Equal("2.2", Assert.Single(FollowUp.Of(Now(), Known(2010))!.LostStrengths).Question);

    [Fact]
    public void WithoutPointsThen_NothingIsCompared_AndWhatIsAtTheTopNowIsStillSaidToBe()
    {
        var now = Now();
        var known = KnownEvaluations.Of(
            Subject.Knowledge,
            [
                .. Known(2010)
                    .All.SelectMany(e => e.Outcomes.Values)
                    .Select(o => o with { Achieved = null }),
            ],
            []
        );

        Assert.Equal(
            [
                ("1.1", FollowUpState.Reached),
                ("1.2", FollowUpState.Unknown),
                ("1.3", FollowUpState.Unknown),
                ("1.4", FollowUpState.Unknown),
                ("1.5", FollowUpState.Unknown),
            ],
            FollowUp.Of(now, known)!.Asked.Select(i => (i.Question, i.State))
        );
    }

    [Fact]
    public void WhatIsInDoubt_IsNotCounted_ButNamed()
    {
        var followUp = FollowUp.Of(
            Now(),
            KnownEvaluations.Of(
                Subject.Knowledge,
                [
                    .. Known(2010)
                        .All.SelectMany(e => e.Outcomes.Values)
                        .Select(o => o with { Doubt = o.Question is "1.3" or "1.4" }),
                ],
                []
            )
        )!;
        var draft = Rendered.Draft("small");

        Assert.Equal(3, followUp.Asked.Count);
        Assert.Equal(["1.3", "1.4"], followUp.InDoubt);
        Assert.Contains(
            "Osäkert är om den också nämner 1.3 och 1.4: där går det inte säkert att läsa vilken delfråga eller lista som menas, och de räknas inte.",
            TextOf(draft with { FollowUp = followUp }),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Osäkert är", TextOf(draft), StringComparison.Ordinal);
    }

    [Fact]
    public void DoubtAboutOneItem_HidesNoSureOne_AndNothingIsLost()
    {
        var record = KnownEvaluationsTests.Labelled(
            ("1.1", FindingKind.Improvement),
            ("1.1", FindingKind.Improvement),
            ("1.2", FindingKind.Weakness),
            ("1.0", FindingKind.Improvement),
            ("1.3", FindingKind.Weakness)
        );
        record = record with
        {
            Findings =
            [
                record.Findings[0] with
                {
                    QuestionProbability = 0.99,
                },
                record.Findings[1] with
                {
                    QuestionProbability = 0.99,
                    Confidence = 0.6,
                },
                record.Findings[2] with
                {
                    QuestionProbability = 0.4,
                    QuestionOr = "1.4",
                },
                .. record.Findings.Skip(3),
            ],
        };
        var now = RecordProfile.Of(
            WrittenRecords.Of("b.txt") with
            {
                Id = "ekdal-2016",
                Year = 2016,
            },
            Subject.Knowledge
        )!;

        var followUp = FollowUp.Of(now, KnownEvaluations.Of(Subject.Knowledge, [], [record]))!;

        Assert.Equal(
            [("1.1", "Punkt 1"), ("1.3", "Punkt 5")],
            followUp.Asked.Select(i => (i.Question, Assert.Single(i.Findings).Text))
        );
        Assert.Equal(["1.2"], followUp.InDoubt);
        Assert.Equal(
            [("Punkt 2", "1.1", true), ("Punkt 3", "1.2 1.4", false), ("Punkt 4", "1.0", false)],
            followUp.Unplaced.Select(u =>
                (u.Finding.Text, string.Join(' ', u.Questions), u.IsTextInDoubt)
            )
        );
        var text = MarkdownWriter.Write(
            Manuscript.Of(Rendered.Draft("small") with { FollowUp = followUp }, DraftForm.Reports)
        );
        Assert.Contains("”Punkt 2” (1.1, osäkert läst)", text, StringComparison.Ordinal);
        Assert.Contains("”Punkt 3” (1.2 eller 1.4, svaghet)", text, StringComparison.Ordinal);
        Assert.Contains("”Punkt 4” (område 1)", text, StringComparison.Ordinal);
        Assert.Contains("”Punkt 5” (svaghet)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2013)]
    [InlineData(2014)]
    public void ReportThatIsNotEarlier_IsNotFollowedUp(int year) =>
        Assert.Null(FollowUp.Of(Now(), Known(year)));

    [Fact]
    public void OfSeveralReports_TheLatestIsFollowedUp() =>
        Assert.Equal(2012, FollowUp.Of(Now(), Known(2010, 2012, 2011))?.Year);

    [Fact]
    public void Counts_AddUp()
    {
        var draft = Rendered.Draft("small");
        var item = draft.FollowUp!.Asked[0];
        var states = new (FollowUpState State, int Count)[]
        {
            (FollowUpState.Reached, 2),
            (FollowUpState.Risen, 4),
            (FollowUpState.Unchanged, 2),
            (FollowUpState.Fallen, 4),
            (FollowUpState.Unknown, 10),
        };
        draft = draft with
        {
            FollowUp = draft.FollowUp with
            {
                Asked =
                [
                    .. states.SelectMany(s =>
                        Enumerable.Repeat(item with { State = s.State }, s.Count)
                    ),
                ],
            },
        };

        var text = TextOf(draft);

        Assert.Contains(
            "Rapporten 2011 nämner 22 delfrågor bland förbättringsmöjligheter och svagheter. Två av dem har nu minst 85\u00A0% av poängen. Fyra har fått fler poäng, två lika många och fyra färre; tio går inte att jämföra.",
            text,
            StringComparison.Ordinal
        );
    }

    private static string TextOf(ImprovementDraft draft) =>
        string.Concat(
            SummaryPages
                .Of(draft)
                .OfType<Part.Paragraph>()
                .SelectMany(p => p.Text)
                .Select(t => t.Text)
        );

    private static ScoreProfile Now()
    {
        var points = Profile.Questions.ToDictionary(
            q => q.Code,
            q =>
                q.Code switch
                {
                    "1.1" => q.Max,
                    "1.2" => Math.Round(q.Max * Then) + 1,
                    "1.4" or "2.2" => Math.Round(q.Max * Then) - 1,
                    _ => Math.Round(q.Max * Then),
                },
            StringComparer.Ordinal
        );
        points.Remove("1.5");
        return Profile.Of([], points, Own.Name, Own.Code);
    }

    private static KnownEvaluations Known(params int[] years) =>
        KnownEvaluations.Of(
            Subject.Knowledge,
            [
                .. from year in years
                from question in Profile.Questions
                select new QuestionOutcome(
                    $"kalmar-{year}",
                    Own.Code,
                    year,
                    "2010",
                    question.Code,
                    Math.Round(question.Max * Then),
                    question.Max,
                    question.Code.StartsWith("1.", StringComparison.Ordinal)
                        && question.Code is not "1.6",
                    question.Code is "2.1" or "2.2",
                    Doubt: false,
                    "report"
                ),
            ],
            []
        );
}
