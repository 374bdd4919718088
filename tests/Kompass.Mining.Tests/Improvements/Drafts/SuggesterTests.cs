using FsCheck.Fluent;
using Kompass.Mining.Corpus;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Prediction;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Reports;
using Kompass.Mining.Tests.Dataset;
using Kompass.Mining.Tests.Improvements.Profiles;
using Kompass.Mining.Tests.Properties;

namespace Kompass.Mining.Tests.Improvements.Drafts;

public sealed class SuggesterTests
{
    private static readonly Lazy<ImprovementModel> Model = new(() =>
        ImprovementModel.Of(Profile.Trained.Value.Model, "m", Profile.Edition)
    );

    private static readonly Lazy<Suggester> Product = new(() => Of(Profile.Known));

    [Fact]
    public void Draft_HoldsEverySubQuestionOnceAndEveryAreaInOrder()
    {
        var draft = Suggest(Profile.Full(q => q.Max == 15 ? 0.3m : 0.8m));

        Assert.Equal(Enumerable.Range(1, 8), draft.Areas.Select(a => a.Area));
        Assert.Equal(
            Profile.Questions.Select(q => q.Code),
            draft.Ranking.Select(r => r.Question).Order(StringComparer.Ordinal)
        );
        Assert.Equal(Enumerable.Range(1, 45), draft.Ranking.Select(r => r.Rank));
        Assert.Equal(
            draft.Ranking.Select(r => r.Improvement).OrderDescending(),
            draft.Ranking.Select(r => r.Improvement)
        );
        Assert.All(draft.Areas, a => Assert.NotEmpty(a.Improvements));
        Assert.All(
            draft.Areas.SelectMany(a => a.Improvements.Concat(a.Strengths)),
            i =>
            {
                Assert.Equal(
                    i.Question[0] - '0',
                    draft.Areas.First(a => a.Improvements.Concat(a.Strengths).Contains(i)).Area
                );
                Assert.NotEmpty(i.Reasons);
                Assert.All(i.Reasons, r => Assert.EndsWith(".", r, StringComparison.Ordinal));
                Assert.NotEmpty(i.Sentence);
            }
        );
    }

    [Fact]
    public void Suggestions_HaveStableIds()
    {
        var item = Suggest(Profile.Full(_ => 0.4m)).Areas[0].Improvements[0];

        Assert.Equal($"ekdal-2013/improvement/{item.Question}", item.SuggestionId);
    }

    [Fact]
    public void WeakSubQuestions_AreSuggestedAsImprovements_AndStrongOnesAsStrengths()
    {
        var draft = Suggest(Profile.Full(q => q.Code is "3.2" or "5.5" ? 0.1m : 0.9m));

        Assert.Equal(
            ["3.2", "5.5"],
            draft.Ranking.Take(2).Select(r => r.Question).Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain(
            draft.Areas.SelectMany(a => a.Strengths),
            s => s.Question is "3.2" or "5.5"
        );
        Assert.NotEmpty(draft.Areas.SelectMany(a => a.Strengths));
    }

    [Fact]
    public void Points_RestOnTheModel_AndSayHowSureThatIs()
    {
        var draft = Suggest(Profile.Full(_ => 0.5m));

        Assert.Equal(BasisKind.Model, draft.Basis.Kind);
        Assert.StartsWith("improvements-", draft.Basis.Id, StringComparison.Ordinal);
        Assert.Contains("inte säkerställd", draft.Basis.Explanation, StringComparison.Ordinal);
        Assert.Equal("questions", draft.Method.ProfileKind);
        Assert.Contains(
            draft.Method.Limits,
            l =>
                l.StartsWith(
                    "Sannolikheterna bygger på tre rapporter från tre kommuner, som nämner 58\u00A0%",
                    StringComparison.Ordinal
                )
        );
        Assert.StartsWith(
            "På två rapporter som modellen inte hade sett var felet i sannolikheterna (ECE) 0,18, på de tre kända 0,09. Medelprecisionen (MAP) var 0,68 och 0,90, AUC 0,68 och 0,86.",
            draft.Method.Measured,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void AreaScoresOnly_RestOnABaseline_AndSaySo()
    {
        var draft = Suggest(Profile.AreasOnly(a => 30 + (5 * a)));

        Assert.Equal(BasisKind.Baseline, draft.Basis.Kind);
        Assert.Equal("most-points-left", draft.Basis.Id);
        Assert.Contains("tumregeln", draft.Basis.Explanation, StringComparison.Ordinal);
        Assert.Contains(
            draft.Method.Limits,
            l => l.StartsWith("Bara områdespoäng är kända.", StringComparison.Ordinal)
        );
        Assert.Contains(
            "Delfrågans poäng är inte angiven; området har 35 av 100 poäng.",
            draft.Areas[0].Improvements[0].Reasons
        );
    }

    [Fact]
    public void ReportThatTheModelLearnedFrom_IsSaidToBeOne() =>
        Assert.Contains(
            "Modellen har lärt sig av just den här rapporten.",
            Suggest(
                Profile.Known.All.First(e => e.Profile.Id == "avesta-2014").Profile
            ).Basis.Explanation,
            StringComparison.Ordinal
        );

    [Fact]
    public void EditionWithoutKnownSubQuestions_GetsQuestionsOnWholeAreas()
    {
        var draft = Suggest(
            Profile.AreasOnly(a => 30 + (5 * a)) with
            {
                Edition = Subject.Knowledge.Edition("2020"),
            }
        );

        Assert.Equal("area-scores", draft.Basis.Id);
        var items = draft.Areas.SelectMany(a => a.Strengths.Concat(a.Improvements)).ToList();
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8"], items.Select(i => i.Question));
        Assert.All(items, i => Assert.Null(i.Probability));
        Assert.All(items, i => Assert.EndsWith("?", i.Sentence, StringComparison.Ordinal));
        Assert.Empty(draft.Ranking);
    }

    [Fact]
    public void FullPoints_AreNeverAnImprovementArea()
    {
        var draft = Product.Value.Suggest(
            Profile.Full(q => q.Code == "1.3" ? 1m : 0.4m),
            new SuggestionOptions(LeastProbability: 0),
            TestContext.Current.CancellationToken
        );

        Assert.DoesNotContain(draft.Areas[0].Improvements, i => i.Question == "1.3");
        Assert.Equal(
            PointLevel.Good,
            draft.Areas[0].Strengths.Single(i => i.Question == "1.3").Level
        );
    }

    [Fact]
    public void WhatIsGood_StandsOnOneSideOnly_AndWhatHasHardlyBegunIsNoStrength()
    {
        var draft = Product.Value.Suggest(
            Profile.Full(q => q.Code == "1.3" ? 0.9m : 0.1m),
            new SuggestionOptions(LeastProbability: 0),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(["1.3"], draft.Areas[0].Strengths.Select(i => i.Question));
        Assert.DoesNotContain(draft.Areas[0].Improvements, i => i.Question == "1.3");
    }

    [Fact]
    public void First_ProposesSoManyInAnyCase()
    {
        var strong = Profile.Full(_ => 0.8m);

        var few = Suggest(strong);
        var many = Product.Value.Suggest(
            strong,
            new SuggestionOptions(First: 30),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            Enumerable.Range(1, 30),
            many.Areas.SelectMany(a => a.Improvements).Select(i => i.Rank).Order().Take(30)
        );
        Assert.True(few.Areas.Sum(a => a.Improvements.Count) < 30);
    }

    [Fact]
    public void Reasons_SayTheFactsInSwedish()
    {
        var item = Suggest(Profile.Full(q => q.Code == "1.3" ? 0.2m : 0.8m))
            .Areas[0]
            .Improvements.First(i => i.Question == "1.3");

        Assert.Contains("5 av 25 poäng (20\u00A0%).", item.Reasons);
        Assert.Contains("20 poäng är kvar att vinna på delfrågan.", item.Reasons);
        Assert.Equal("mycket sannolikt", item.ProbabilityWords);
    }

    [Theory]
    // Of neither the sub-question nor its area is anything known, or of the area only.
    [InlineData("5.1", "möjligt")]
    [InlineData("1.3", "sannolikt")]
    public void SubQuestionsWithoutPoints_AreSpokenOfWithCaution(string other, string most)
    {
        const string header = "Bara 2 av 45 delfrågor har poäng";
        var draft = Suggest(
            Profile.Of(
                new Dictionary<int, decimal> { [1] = 10 },
                new Dictionary<string, decimal>(StringComparer.Ordinal) { ["1.1"] = 0, ["1.2"] = 0 }
            )
        );

        var item = draft
            .Areas.SelectMany(a => a.Improvements)
            .Where(i => i.Question[0] == other[0] && i.Achieved is null)
            .MaxBy(i => i.Probability)!;

        Assert.InRange(item.Probability!.Value, 0.66, 1);
        Assert.Equal(most, item.ProbabilityWords);
        Assert.StartsWith(header, draft.Basis.Explanation, StringComparison.Ordinal);
        Assert.DoesNotContain("bättre", draft.Basis.Explanation, StringComparison.Ordinal);
        Assert.Contains(
            draft.Method.Limits,
            l => l.Contains("högst ”sannolikt”", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void OneKnownSubQuestion_SaysNothingOfTheOthersOfItsArea(decimal share)
    {
        var one = Profile.Questions.First(q => q.Code == "8.5");
        var draft = Suggest(
            Profile.Of(
                [],
                new Dictionary<string, decimal>(StringComparer.Ordinal)
                {
                    [one.Code] = one.Max * share,
                }
            )
        );

        var siblings = draft
            .Areas[7]
            .Strengths.Concat(draft.Areas[7].Improvements)
            .Where(i => i.Question != one.Code)
            .ToList();
        var others = draft.Areas[4].Strengths.Concat(draft.Areas[4].Improvements);
        Assert.All(siblings, i => Assert.Equal(PointLevel.Begun, i.Level));
        Assert.All(
            siblings.Concat(others),
            i => Assert.Contains(i.ProbabilityWords, new[] { "möjligt", "mindre sannolikt" })
        );
        Assert.Contains(
            "Varken delfrågans eller områdets poäng är angiven.",
            siblings.SelectMany(i => i.Reasons)
        );
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.8)]
    public void NoSubQuestion_StandsInBothListsOfAnArea(double share)
    {
        ImprovementDraft[] drafts =
        [
            Suggest(Profile.Full(q => (decimal)share + (q.Max == 15 ? 0.1m : -0.1m))),
            Suggest(Profile.AreasOnly(_ => 100 * (decimal)share)),
        ];

        Assert.All(
            drafts.SelectMany(d => d.Areas),
            a =>
            {
                Assert.Empty(
                    a.Strengths.Select(i => i.Question)
                        .Intersect(a.Improvements.Select(i => i.Question))
                );
                Assert.NotEmpty(a.Improvements);
            }
        );
    }

    [Fact]
    public void EveryAreaHasAStrength_WhereItsHighestShareIsNotLow()
    {
        var draft = Suggest(
            Profile.Full(q =>
                q.Code is "1.3" or "2.2" or "3.2" ? 0.55m
                : q.Code[0] < '4' ? 0.3m
                : 0.2m
            )
        );

        Assert.Equal(
            ["1.3", "2.2", "3.2"],
            draft.Areas.SelectMany(a => a.Strengths).Select(i => i.Question)
        );
    }

    [Fact]
    public void GoodArea_OfWhichNothingElseIsKnown_IsNotSaidToLackThings() =>
        Assert.All(
            Suggest(Profile.AreasOnly(_ => 85)).Areas.SelectMany(a => a.Improvements),
            i => Assert.Equal(PointLevel.Uneven, i.Level)
        );

    [Theory]
    [InlineData(0.97, 10, "över 95\u00A0%")]
    [InlineData(0.951, 10, "95\u00A0%")]
    [InlineData(0.7, 10, "70\u00A0%")]
    [InlineData(0.7, null, null)]
    public void Figure_NeverSaysMoreThanTheWords(double probability, int? achieved, string? figure)
    {
        var item = Rendered.Draft("small").Areas[0].Improvements[0] with
        {
            Probability = probability,
            Achieved = achieved,
        };

        Assert.Equal(figure, ProbabilityWords.FigureOf(item));
    }

    [Fact]
    public void Means_AreOfOtherMunicipalities_ByName()
    {
        var profile = Profile.Known.All.First(e => e.Profile.Id == "karlskrona-2014").Profile;

        var shown = Suggest(profile).Profile;

        Assert.NotEmpty(shown.PeerEvaluations);
        Assert.DoesNotContain(shown.PeerEvaluations, p => p.Municipality == "Karlskrona");
        Assert.Contains(new PeerEvaluation("Grästorp", 2014), shown.PeerEvaluations);
        Assert.All(shown.Areas, a => Assert.InRange(a.MeanOf, 2, shown.PeerEvaluations.Count));
    }

    [Fact]
    public void EarlierEvaluation_IsToldEvenWhereTheProfileDoesNot()
    {
        var karlskrona = Profile.Known.All.First(e => e.Profile.Id == "karlskrona-2014").Profile;

        var previous = Suggest(karlskrona with { Previous = [] }).Profile.Previous;

        Assert.Contains(previous, p => p is { Year: 2011, Comparable: true, Areas.Count: 8 });
    }

    [Fact]
    public void LowArea_OfAnEditionWithoutSubQuestions_IsNoStrength()
    {
        var draft = Suggest(
            Profile.AreasOnly(a => 40 + a) with
            {
                Edition = Subject.Knowledge.Edition("2020"),
            }
        );

        Assert.Empty(draft.Areas.SelectMany(a => a.Strengths));
        Assert.Contains(
            "41 av 100 poäng. Området har lägst poäng.",
            draft.Areas[0].Improvements[0].Reasons
        );
    }

    [Fact]
    public void Findings_AreQuotedWithTheirSource_FromRecordsOfTheMachineOnly()
    {
        var record = KnownEvaluationsTests.Labelled(
            ("1.1", FindingKind.Improvement),
            ("1.1", FindingKind.Strength),
            ("1.2", FindingKind.Weakness)
        );
        var known = KnownEvaluations.Of(Subject.Knowledge, Profile.Outcomes(), [record]);
        var other = Profile.Full(_ => 0.3m, "Norrvik");

        var evidence = Suggest(known, other)
            .Areas[0]
            .Improvements.First(i => i.Question == "1.1")
            .Evidence;

        var quoted = Assert.Single(evidence.Findings);
        Assert.Equal("ekdal-2013", quoted.ReportId);
        Assert.Equal(record.Findings[0].Id, quoted.FindingId);
        Assert.Equal("Punkt 1", quoted.Text);
        Assert.Empty(
            Suggest(other)
                .Areas.SelectMany(a => a.Improvements)
                .SelectMany(i => i.Evidence.Findings)
        );
    }

    [Fact]
    public void OwnReport_IsNeverItsOwnEvidence()
    {
        var record = KnownEvaluationsTests.Labelled(("1.1", FindingKind.Improvement));
        var known = KnownEvaluations.Of(Subject.Knowledge, Profile.Outcomes(), [record]);

        var draft = Suggest(known, Profile.Full(_ => 0.3m));

        Assert.DoesNotContain(draft.Nearest, n => n.Municipality.Name == "Ekdal");
        Assert.Empty(
            draft.Areas.SelectMany(a => a.Improvements).SelectMany(i => i.Evidence.Findings)
        );
    }

    [Fact]
    public void Exemplars_UnderTheRubricComeBeforeThoseOfTheArea()
    {
        var source = new Source(7, 1, 2, null, Via.Prose);
        var record = WrittenRecords.Of("a.txt") with
        {
            Exemplars =
            [
                new(new MunicipalityName(null, "Vik"), 1, null, "Se Vik.", source),
                new(
                    new MunicipalityName(null, "Dal"),
                    1,
                    "Information om resultat",
                    "Se Dal.",
                    source
                ),
            ],
        };
        var known = KnownEvaluations.Of(Subject.Knowledge, Profile.Outcomes(), [record]);

        var items = Suggest(known, Profile.Full(_ => 0.3m, "Norrvik")).Areas[0].Improvements;

        var under = Assert.Single(items.First(i => i.Question == "1.3").Evidence.Exemplars);
        Assert.Equal(("Dal", 7), (under.Municipality.Name, under.Page));
        Assert.Equal(
            "Vik",
            Assert
                .Single(items.First(i => i.Question == "1.1").Evidence.Exemplars)
                .Municipality.Name
        );
    }

    [Fact]
    public void Later_TellsWhatBecameOfTheArea()
    {
        var karlskrona = Profile.Known.All.First(e => e.Profile.Id == "karlskrona-2014").Profile;

        var later = Suggest(karlskrona).Areas[0].Improvements[0].Evidence.Later;

        Assert.Contains(
            later,
            l => l is { FromYear: 2011, ToYear: 2014, From: 48, To: 69, Question: null }
        );
    }

    [Fact]
    public void Nearest_AreOtherMunicipalitiesWithTheMostAlikeAreas()
    {
        var grastorp = Profile.Known.All.First(e => e.Profile.Id == "grastorp-2014").Profile;
        var twin = grastorp with
        {
            Id = "ekdal-2014",
            Municipality = new MunicipalityName(null, "Ekdal"),
        };

        var nearest = Suggest(twin).Nearest;

        Assert.InRange(nearest.Count, 3, 5);
        Assert.Equal(
            ("Grästorp", 0.0, 8),
            (nearest[0].Municipality.Name, nearest[0].Distance, nearest[0].Compared)
        );
        Assert.Equal(nearest.Select(n => n.Distance).Order(), nearest.Select(n => n.Distance));
    }

    [Fact]
    public void Draft_OfAnyPoints_IsSoundAndTheSameAgain() =>
        Always.Holds(
            Gen.Choose(-1, 100).ArrayOf(53).ToArbitrary(),
            percents =>
            {
                var areas = Profile
                    .Edition.Areas.Where((_, i) => percents[i] >= 0)
                    .ToDictionary(a => a.Number, a => (decimal)percents[a.Number - 1]);
                var questions = Profile
                    .Questions.Select((q, i) => (q.Code, Points: q.Max * percents[8 + i] / 100m))
                    .Where(p => p.Points >= 0)
                    .ToDictionary(p => p.Code, p => p.Points);
                var profile = Profile.Of(areas, questions);
                if (profile.IsEmpty)
                {
                    return;
                }

                var draft = Suggest(profile);

                Assert.All(draft.Ranking, r => Assert.InRange(r.Improvement, 0.0, 1.0));
                Assert.Equal(DraftJson.Write(draft), DraftJson.Write(Suggest(profile)));
            },
            40
        );

    private static Suggester Of(KnownEvaluations known) =>
        new(Subject.Knowledge, Model.Value, known);

    private static ImprovementDraft Suggest(ScoreProfile profile) =>
        Product.Value.Suggest(profile, null, TestContext.Current.CancellationToken);

    private static ImprovementDraft Suggest(KnownEvaluations known, ScoreProfile profile) =>
        Of(known).Suggest(profile, null, TestContext.Current.CancellationToken);
}
