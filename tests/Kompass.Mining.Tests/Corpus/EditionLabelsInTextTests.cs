using Kompass.Mining.Corpus;

namespace Kompass.Mining.Tests.Corpus;

/// <summary>Labels in running text: <see cref="EditionLabels.FindAll(string)"/>.</summary>
public sealed class EditionLabelsInTextTests
{
    [Theory]
    [InlineData("Här står inget.", new string[0])]
    [InlineData("", new string[0])]
    [InlineData("… Styrkor Bra stöd", new[] { "Styrkor" })]
    [InlineData("… STYRKOR Bra stöd", new[] { "STYRKOR" })]
    [InlineData("a Styrkor b Svagheter c", new[] { "Styrkor", "Svagheter" })]
    [InlineData("Politisk styr-\nning och kontroll", new[] { "Politisk styr-\nning och kontroll" })]
    [InlineData("Politisk  styrning\noch\nkontroll", new[] { "Politisk  styrning\noch\nkontroll" })]
    [InlineData(
        "Kommunen som arbetsgivare – personal- politik",
        new[] { "Kommunen som arbetsgivare – personal- politik" }
    )]
    [InlineData("Styrkorna är många", new string[0])]
    [InlineData("Personalstrategin gäller", new string[0])]
    [InlineData("Se (Rekrytering).", new[] { "Rekrytering" })]
    public void FindAll_GivesTheLabelsAsTheyStand(string text, string[] found) =>
        Assert.Equal(found, Found(Subject.Labels, text));

    [Fact]
    public void FindAll_WhereSeveralBeginAtOnePlace_TakesTheLongest()
    {
        Assert.Equal(
            ["Kommunen som arbetsgivare – personalpolitik"],
            Found(Subject.Labels, "6. Kommunen som arbetsgivare – personalpolitik 58 60")
        );
        Assert.Equal(
            ["Kommunen som arbetsgivare"],
            Found(Subject.Labels, "6. Kommunen som arbetsgivare 58 60")
        );
        Assert.Equal(
            ["Etik – motverkan av korruption"],
            Found(Subject.Labels, "och Etik – motverkan av korruption 58")
        );
    }

    [Fact]
    public void FindAll_WhereALabelHoldsAnother_GivesTheOuterOnly() =>
        Assert.Equal(
            ["Strategi för ledarskap, ansvar och delegation"],
            Found(Subject.Labels, "Strategi för ledarskap, ansvar och delegation saknas")
        );

    [Theory]
    [InlineData("Styrkor och svagheter. Utvärderingen genomfördes i maj.")]
    [InlineData("Vad har hänt efter 2012? Mycket. 2012 års Kompassutvärdering")]
    [InlineData("Utvärderingen 2012 visade det.")]
    [InlineData(
        "Förslag till förbättringsområden finns i Styrkor och förslag till förbättringsområden per område"
    )]
    public void FindAll_GivesHitsInOrderThatDoNotOverlap(string text)
    {
        var hits = Subject.Labels.FindAll(text);

        Assert.NotEmpty(hits);
        Assert.All(
            hits.Zip(hits.Skip(1)),
            pair => Assert.True(pair.First.End <= pair.Second.Start, $"{pair.First} {pair.Second}")
        );
    }

    [Fact]
    public void FindAll_OfADatedLabel_TellsTheYear()
    {
        var hit = Assert.Single(
            Subject.Labels.FindAll("… 5. 2012 års\nKompassutvärdering Område"),
            h => h.As<Label.Appendix>() is not null
        );

        Assert.Equal(2012, hit.As<Label.Appendix>()!.Year);
        Assert.Null(hit.As<Label.AreaName>());
    }

    [Fact]
    public void FindAll_KnowsOnlyItsOwnEdition()
    {
        const string Text = "Ständiga förbättringar och Verksamhetsutveckling och Arbetsliv";

        Assert.Equal(["Verksamhetsutveckling"], Found(Subject.Labels, Text));
        Assert.Equal(
            ["Ständiga förbättringar", "Verksamhetsutveckling"],
            Found(Labels("2016"), Text)
        );
        Assert.Equal(["Arbetsliv"], Found(Labels("2020"), Text));
    }

    private static IEnumerable<string> Found(EditionLabels labels, string text) =>
        labels.FindAll(text).Select(h => text[h.Start..h.End]);

    private static EditionLabels Labels(string edition) =>
        Subject.Knowledge.Labels(Subject.Knowledge.Edition(edition));
}
