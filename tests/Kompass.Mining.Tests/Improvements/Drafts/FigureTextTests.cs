using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Manuscripts;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Improvements.Writing;

namespace Kompass.Mining.Tests.Improvements.Drafts;

/// <summary>First drafts of running text: <see cref="FigureText"/>.</summary>
public sealed class FigureTextTests
{
    [Theory]
    [InlineData(
        new[] { 80, 70, 60, 50, 40, 40, 40, 30 },
        "Högst ligger A1 (80) och A2 (70), lägst A8 (30)."
    )]
    [InlineData(
        new[] { 70, 70, 70, 50, 45, 44, 41, 41 },
        "Högst ligger A1 (70), A2 (70) och A3 (70), lägst A7 (41) och A8 (41)."
    )]
    [InlineData(
        new[] { 53, 65, 65, 65, 65, 70, 71, 72 },
        "Högst ligger A8 (72) och A7 (71), lägst A1 (53)."
    )]
    [InlineData(new[] { 50, 50, 50, 50, 50, 50, 50, 60 }, "Högst ligger A8 (60).")]
    [InlineData(
        new[] { 50, 50, 50, 50, 50, 50, 50, 50 },
        "Alla områden har lika många poäng (50)."
    )]
    public void Summary_NamesTheHighestAndLowestAreas_AndAllThatTie(int[] scores, string said) =>
        Assert.EndsWith(said, Summary(scores, null, 0)[0], StringComparison.Ordinal);

    [Theory]
    [InlineData(
        new[] { 40, 41, 42, 43, 44, 45, 46, 47 },
        "Alla åtta områden ligger under medelvärdet för 10 jämförbara utvärderingar."
    )]
    [InlineData(
        new[] { 90, 60, 60, 60, 60, 40, 41, 42 },
        "Ett område ligger över, tre under och fyra nära medelvärdet för 10 jämförbara utvärderingar."
    )]
    public void Summary_SaysHowManyAreasAreAboveTheMean(int[] scores, string said) =>
        Assert.StartsWith(said, Summary(scores, 60, 10)[1], StringComparison.Ordinal);

    [Fact]
    public void OneToCompareWith_IsNamed_AndNoMean()
    {
        var draft = Draft([40, 41, 42, 43, 44, 45, 46, 47], 60, 1);
        var profile = draft.Profile with { PeerEvaluations = [new("Vallentuna", 2021)] };
        draft = draft with { Profile = profile };

        Assert.StartsWith(
            "Alla åtta områden ligger under Vallentuna\u00A02021.",
            FigureText.Summary(draft)[1],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Vallentuna\u00A02021 fick 60.",
            FigureText.Area(profile, 1),
            StringComparison.Ordinal
        );
        Assert.Single(ProfileCharts.Radar(draft).Chart.Series);
    }

    [Fact]
    public void OnlyAreaThatFell_HasNotFallenMost()
    {
        var draft = Draft([40, 41, 42, 43, 44, 45, 46, 47], null, 0);
        var before = draft.Profile.Areas.ToDictionary(
            a => a.Area,
            a => a.Area == 3 ? a.Score!.Value + 4 : a.Score!.Value
        );

        var text = FigureText.Summary(
            draft with
            {
                Profile = draft.Profile with
                {
                    Previous =
                    [
                        new EarlierScores(
                            2011,
                            true,
                            before,
                            new Dictionary<string, decimal>(),
                            352
                        ),
                    ],
                },
            }
        );

        Assert.Contains("4 färre än 2011", text[0], StringComparison.Ordinal);
        Assert.Contains("Sedan 2011: A3 har minskat (−4).", text[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        new[] { 0.5, 0.77, 0.3 },
        "Närmast sin högsta poäng ligger 1.2 (77\u00A0%), längst ifrån 1.3 (30\u00A0%)."
    )]
    [InlineData(
        new[] { 0.5, 0.5, 0.3 },
        "Närmast sin högsta poäng ligger 1.1 och 1.2 (50\u00A0%), längst ifrån 1.3 (30\u00A0%)."
    )]
    [InlineData(
        new[] { 0.5, 0.5, 0.5 },
        "Alla delfrågor i området ligger lika nära sin högsta poäng (50\u00A0%)."
    )]
    public void Area_NamesTheSubQuestionsAtBothEnds(double[] shares, string said) =>
        Assert.EndsWith(
            said,
            FigureText.Area(
                Draft([40], null, 0).Profile with
                {
                    Questions =
                    [
                        .. shares.Select(
                            (s, i) => new ProfileQuestion($"1.{i + 1}", "", 1, 2, s, "")
                        ),
                    ],
                },
                1
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void PointsInDoubt_AreMarkedAndNamed()
    {
        var draft = Rendered.Draft("full");
        var profile = draft.Profile;
        var marked = MarkdownWriter.Write(
            Manuscript.Of(
                draft with
                {
                    Profile = profile with
                    {
                        IsTotalInDoubt = true,
                        Areas =
                        [
                            profile.Areas[0] with
                            {
                                IsInDoubt = true,
                            },
                            .. profile.Areas.Skip(1),
                        ],
                        Questions =
                        [
                            profile.Questions[0] with
                            {
                                IsInDoubt = true,
                            },
                            .. profile.Questions.Skip(1),
                        ],
                    },
                },
                DraftForm.Reports
            )
        );

        Assert.Contains(
            "Poäng med ? är osäkert lästa ur rapporten: område 1, 1.1 och summan.",
            marked,
            StringComparison.Ordinal
        );
        foreach (
            var shown in new[]
            {
                $"får {SwedishNumbers.Points(profile.Total)}\u00a0? av 800",
                $"Området får {SwedishNumbers.Points(profile.Areas[0].Score)}\u00a0? av 100",
                $"({SwedishNumbers.Points(profile.Questions[0].Achieved)}\u00a0?\u00a0av",
            }
        )
        {
            Assert.Contains(shown, marked, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(
            "\u00a0?",
            MarkdownWriter.Write(Manuscript.Of(draft, DraftForm.Reports)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Vik visar resultaten per enhet på sin webbplats och jämför dem över tid.", true)]
    [InlineData("På detta sätt arbetar Vik med resultaten av sina undersökningar varje år.", false)]
    [InlineData("Så är det inte i Vik när resultaten redovisas för medborgarna.", false)]
    [InlineData("Kommuner att titta närmare på kan vara Vik och Dal.", false)]
    [InlineData("Vik, Dal och Ekdal.", false)]
    [InlineData("Vik har upphandlat en tjänst som visar resultat för medborgarna.", false)]
    public void Quotation_MustBeUnderstoodAlone(string text, bool isQuoted) =>
        Assert.Equal(isQuoted, Quotable.IsSentence(text));

    private static IReadOnlyList<string> Summary(int[] scores, double? mean, int of) =>
        FigureText.Summary(Draft(scores, mean, of));

    private static ImprovementDraft Draft(int[] scores, double? mean, int of)
    {
        var full = Specimen.Full(Rendered.Edition);
        return full with
        {
            Profile = full.Profile with
            {
                Areas =
                [
                    .. scores.Select(
                        (s, i) => new ProfileArea(i + 1, $"A{i + 1}", s, 100, mean, of)
                    ),
                ],
                Questions = [],
                Total = scores.Sum(),
            },
        };
    }
}
