using Kompass.Mining.Learning;
using Kompass.Mining.Reports;
using Kompass.Mining.Themes;

namespace Kompass.Mining.Tests.Themes;

public sealed class ReportLabellerTests(ThemeModelFixture fixture)
    : IClassFixture<ThemeModelFixture>
{
    private static readonly Source Nowhere = new(null, null, null, null, Via.Prose);

    // "Sjöbodarna" is what this municipality calls its dialogues: no training example knows it.
    private static readonly Prose[] OwnWords =
    [
        Under(
            "Strategi för demokratiutveckling och information",
            "1.1",
            "Strategin antogs av fullmäktige. Den följs upp varje år. Strategin gäller för alla nämnder."
        ),
        Under(
            "Information till medborgarna",
            "1.2",
            "Kommunen har en ny webbplats. Annonsbladet kommer ut varje månad. Webbplatsen är lätt att hitta på."
        ),
        Under(
            "Medborgardialog och deltagande",
            "1.4",
            "Sjöbodarna hålls två gånger om året. Till Sjöbodarna kommer hundra personer. Sjöbodarna leds av presidiet. Ungdomar deltar sällan i Sjöbodarna."
        ),
    ];

    [Fact]
    public void WhatTheReportSaysItself_TellsWhatItsWordsMean()
    {
        var with = Label(OwnWords, fixture.Model, ThemeModelFixture.Engine);
        var without = Label([], fixture.Model, ThemeModelFixture.Engine);

        Assert.Equal("1.4", with.Question);
        Assert.Equal(LabelBasis.OwnProse, with.QuestionBasis);
        Assert.Equal(LabelBasis.Examples, without.QuestionBasis);
        Assert.True(
            without.Question != "1.4"
                || with.QuestionProbability > without.QuestionProbability + 0.1,
            $"{with} {without}"
        );
    }

    [Fact]
    public void SentenceThatFirstUsesAName_TellsItsTheme()
    {
        Prose[] prose =
        [
            Under(
                "Strategi för demokratiutveckling och information",
                "1.1",
                "Planen gäller till 2016. Den är känd i alla nämnder."
            ),
            Under(
                "Medborgardialog och deltagande",
                "1.4",
                "Tallkotten är en dialog där medborgarna diskuterar med politikerna. Få går till Tallkotten."
            ),
        ];

        var with = Labeller(prose, fixture.Model, ThemeModelFixture.Engine)
            .Label([new ReportText("Tallkotten", 1)])[0];
        var without = Labeller([], fixture.Model, ThemeModelFixture.Engine)
            .Label([new ReportText("Tallkotten", 1)])[0];

        Assert.Equal(("1.4", "dialogue"), (with.Question, with.Theme));
        Assert.NotEqual("dialogue", without.Theme);
    }

    [Fact]
    public void WithoutAnEngine_LabelsRestOnTheExamples() =>
        Assert.Equal(
            Label([], fixture.Model, ThemeModelFixture.Engine),
            Label(OwnWords, fixture.Model, null)
        );

    [Fact]
    public void SameReport_GivesTheSameLabels() =>
        Assert.Equal(
            Label(OwnWords, fixture.Model, ThemeModelFixture.Engine),
            Label(OwnWords, fixture.Model, ThemeModelFixture.Engine)
        );

    [Fact]
    public void SubQuestionThatTheHeadingTells_IsKept()
    {
        var labels = Labeller(OwnWords, fixture.Model, ThemeModelFixture.Engine)
            .Label([new ReportText("Sjöbodarna kan utvecklas.", 1, Question: "1.2")])[0];

        Assert.Equal(("1.2", LabelBasis.Heading), (labels.Question, labels.QuestionBasis));
    }

    private static FindingLabels Label(Prose[] prose, ThemeModel model, ILearningEngine? engine) =>
        Labeller(prose, model, engine).Label([new ReportText("Sjöbodarna", 1)])[0];

    private static ReportLabeller Labeller(
        Prose[] prose,
        ThemeModel model,
        ILearningEngine? engine
    ) =>
        ReportLabeller.For(
            prose,
            Subject.Knowledge.Swedish,
            model,
            engine,
            TestContext.Current.CancellationToken
        );

    private static Prose Under(string rubric, string question, string text) =>
        new(1, rubric, question, 1, text, Nowhere);
}
