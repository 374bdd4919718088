using FsCheck;
using FsCheck.Fluent;
using Kompass.Mining.Learning;
using Kompass.Mining.Themes;
using Kompass.Mining.Themes.Training;

namespace Kompass.Mining.Tests.Themes;

public sealed class ThemeModelTests(ThemeModelFixture fixture) : IClassFixture<ThemeModelFixture>
{
    [Fact]
    public void Train_OnTheSameData_GivesTheSameBytes()
    {
        var again = new ThemeTrainer(
            Subject.Knowledge,
            ThemeModelFixture.Engine,
            ThemeModelFixture.Quick
        ).Train(ThemeModelFixture.Rows, TestContext.Current.CancellationToken);

        Assert.Equal(fixture.Model.File.ToBytes(), again.File.ToBytes());
        Assert.Equal(fixture.Model.Id, again.Id);
    }

    [Fact]
    public void Model_WrittenAndRead_GivesTheSameLabels()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("model.bin"), fixture.Model.File.ToBytes());

        var read = ThemeModel.Read(folder.File("model.bin"), Subject.Knowledge);

        Assert.Equal(fixture.Model.Id, read.Id);
        Assert.All(
            ThemeModelFixture.Rows.Take(60),
            r => Assert.Equal(fixture.Model.Label(r.Text, r.Area), read.Label(r.Text, r.Area))
        );
    }

    [Fact]
    public void Read_OfAnotherCodeVersion_IsRefusedWithWhatToDo()
    {
        var file = new ModelFile(
            fixture.Model.Header with
            {
                Code = "0",
            },
            fixture.Model.File.Parts
        );

        var e = Assert.Throws<ModelException>(() =>
            ThemeModel.Read(file, "model.bin", Subject.Knowledge)
        );

        Assert.Contains("run kompass train themes", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfAnUnknownEdition_IsRefused()
    {
        var file = new ModelFile(
            fixture.Model.Header with
            {
                Edition = "1999",
            },
            fixture.Model.File.Parts
        );

        var e = Assert.Throws<ModelException>(() =>
            ThemeModel.Read(file, "model.bin", Subject.Knowledge)
        );

        Assert.Contains("edition 1999", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2010", 8)]
    [InlineData("2016", 8)]
    [InlineData("2002", 8)]
    [InlineData("2020", 0)]
    public void Serves_OnlyAreasThatMeanTheSame(string edition, int areas) =>
        Assert.Equal(
            areas,
            Subject
                .Knowledge.Edition(edition)
                .Areas.Count(a =>
                    fixture.Model.Serves(Subject.Knowledge.Edition(edition), a.Number)
                )
        );

    [Fact]
    public void Label_OfAnyText_IsALabelOfTheAreaWithAProbability() =>
        Prop.ForAll<string, int>(
                (text, number) =>
                {
                    var area = (Math.Abs(number % 8)) + 1;
                    var labels = fixture.Model.Label(text ?? "", area);

                    return labels.Question[0] - '0' == area
                        && Subject.Knowledge.Themes.Any(t => t.Code == labels.Theme)
                        && labels.QuestionProbability is > 0 and <= 1
                        && labels.ThemeProbability is > 0 and <= 1
                        && labels.ThemeOr != labels.Theme;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Probabilities_AddUpToOne()
    {
        var input = fixture.Model.InputOf("Utveckla medborgardialogen", 1);
        var questions = fixture.Model.QuestionsOf(input, 1, null);
        var themes = fixture.Model.ThemesOf(input, 1, questions);

        Assert.Equal(1, questions.Sum(q => q.Probability), 9);
        Assert.Equal(1, themes.Sum(t => t.Probability), 9);
        Assert.All(questions, q => Assert.StartsWith("1.", q.Code, StringComparison.Ordinal));
    }

    [Fact]
    public void Label_OfAreaNine_IsNoArea()
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => fixture.Model.Label("x", 9));

        Assert.Contains("areas 1 to 8", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_NamesTheWordThatCarriedTheLabel()
    {
        var model = ThemeModelFixture.Shipped.Value;
        const string text = "Ta fram en mångfaldsplan";

        var labels = model.Label(text, 6);
        var (question, _) = model.Explain(text, 6, labels);

        Assert.Equal("6.6", labels.Question);
        Assert.Equal("strategy", labels.Theme);
        Assert.Equal("mångfaldsplan", question[0].Feature);
    }

    // Sentences of our own, in none of the training files: that the shipped model is whole and knows its subject, not how good it is.
    [Theory]
    [InlineData(1, "Bjud in kommuninvånarna till rådslag om budgeten", "1.4", "dialogue")]
    [InlineData(3, "Nämnderna får tertialvisa rapporter om måluppfyllelsen", "3.3", "follow-up")]
    [InlineData(4, "Ett gemensamt utvecklingsprogram för blivande ledare", "4.6", "leadership")]
    [InlineData(
        5,
        "Benchmarking av styckkostnader mot kommuner i samma storlek",
        "5.5",
        "comparison"
    )]
    [InlineData(6, "Lönekriterier som alla anställda känner till", "6.4", "workforce")]
    [InlineData(7, "Intranätet är långsamt och lösenorden är för många", "7.5", "digital")]
    [InlineData(8, "Vänortsutbytet med Finland och Polen är livaktigt", "8.5", "cooperation")]
    public void Shipped_LabelsPlainSentences(int area, string text, string question, string theme)
    {
        var labels = ThemeModelFixture.Shipped.Value.Label(text, area);

        Assert.Equal((question, theme), (labels.Question, labels.Theme));
    }

    [Fact]
    public void Shipped_IsSmall() =>
        Assert.InRange(ThemeModelFixture.Shipped.Value.File.ToBytes().Length, 1, 2_000_000);
}
