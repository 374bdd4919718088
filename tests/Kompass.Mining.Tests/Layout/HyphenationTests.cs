using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Layout;

public sealed class HyphenationTests
{
    private static readonly WordStatistics Words = Subject.Words(
        "Vi har e-tjänster, IT-stöd och mål-enkäter. Sammanträden och gröna-vågen-veckan hålls. Sam-arbete och samarbete, eftersom det hjälper."
    );

    [Theory]
    [InlineData("sammanträ-", "den", "Removed")]
    [InlineData("sam-", "arbete", "Removed")]
    [InlineData("okän-", "dord", "Removed")]
    [InlineData("mål-", "enkäter", "Kept")]
    [InlineData("e-", "tjänster", "Kept")]
    [InlineData("KF-", "protokollet", "Kept")]
    [InlineData("webb-", "tv", "Kept")]
    [InlineData("tv-", "sändning", "Kept")]
    [InlineData("trä-", "det", "Removed")]
    [InlineData("2012-", "talet", "Kept")]
    [InlineData("Västra-", "Götaland", "Kept")]
    [InlineData("-", "talet", "Kept")]
    [InlineData("lik-", "som", "Suspended")]
    [InlineData("efter-", "som", "Removed")]
    [InlineData("miljö-", "och", "Suspended")]
    [InlineData("för-", "eller", "Suspended")]
    [InlineData("in-", "respektive", "Suspended")]
    [InlineData("drift-", "samt", "Suspended")]
    [InlineData("gemen-", "samt", "Removed")]
    [InlineData("Lön-", "samt", "Removed")]
    [InlineData("drift-", "", "Suspended")]
    [InlineData("drift-", "(x", "Suspended")]
    [InlineData("hel-", "såväl", "Suspended")]
    public void FateOf_TellsWhatBecomesOfAHyphen(string left, string right, string fate) =>
        Assert.Equal(fate, Hyphenation.FateOf(left, right, Words).ToString());

    [Theory]
    [InlineData("", "rad", "rad")]
    [InlineData("rad", "", "rad")]
    [InlineData("en rad", "och en", "en rad och en")]
    [InlineData("sammanträ-", "den hålls", "sammanträden hålls")]
    [InlineData("miljö-", "och klimatråd", "miljö- och klimatråd")]
    [InlineData("KF-", "protokoll", "KF-protokoll")]
    [InlineData("och/", "eller", "och/eller")]
    [InlineData("nämnd", "/styrelse", "nämnd/styrelse")]
    [InlineData("åren 2012 –", "2014", "åren 2012 – 2014")]
    public void AppendLine_JoinsTwoLines(string first, string second, string joined)
    {
        var text = new PassageBuilder();

        Hyphenation.AppendLine(text, Subject.Passage(first), Words);
        Hyphenation.AppendLine(text, Subject.Passage(second), Words);

        Assert.Equal(joined, text.ToPassage().Text);
    }

    [Theory]
    [InlineData("ingen alls", "ingen alls")]
    [InlineData("sammanträ- den hålls", "sammanträden hålls")]
    [InlineData("miljö- och klimatråd", "miljö- och klimatråd")]
    [InlineData("mål - inte medel", "mål - inte medel")]
    [InlineData("IT- stöd och e- tjänster", "IT-stöd och e-tjänster")]
    [InlineData("kvalitets-/ verksamhetsutveckling", "kvalitets-/verksamhetsutveckling")]
    [InlineData("åren 2012- 2014", "åren 2012- 2014")]
    [InlineData("- ", "- ")]
    [InlineData("a- b- c- d", "a-b-c-d")]
    [InlineData("slutar så-", "slutar så-")]
    public void Heal_UndoesHyphensWithinALine(string line, string healed) =>
        Assert.Equal(healed, Hyphenation.Heal(Subject.Passage(line), Words).Text);
}
