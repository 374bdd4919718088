using Kompass.Mining.Corpus;

namespace Kompass.Mining.Tests.Corpus;

/// <summary>Municipalities in prose: <see cref="Municipalities.FindMentions"/>.</summary>
public sealed class MunicipalitiesInTextTests
{
    public static TheoryData<string, string> Named =>
        new()
        {
            { "Nacka visar vägen.", "Nacka" },
            { "Vi besökte Nacka och Ale.", "Nacka Ale" },
            { "Hos Nackas nämnder syns det.", "Nacka" },
            { "Så gör Västerås stad.", "Västerås" },
            { "I Falu kommun finns en tavla, även i Falun.", "Falun Falun" },
            { "Upplands Väsby, inte Väsby.", "Upplands Väsby" },
            { "Upplands-Bro (i norr) och Bromölla.", "Upplands-Bro Bromölla" },
            { "Malmö/Lund", "Malmö Lund" },
            { "Malmö–Lund", "Malmö Lund" },
            { "modellen från Solna-", "Solna" },
            { "Håbo och Habo", "Håbo Habo" },
            { "Samarbete med Östersund; Östhammar; Österåker.", "Östersund Östhammar Österåker" },
        };

    [Theory]
    [MemberData(nameof(Named))]
    public void NameThatStandsAlone_IsAMention(string text, string names) =>
        Assert.Equal(names, Found(text));

    [Theory]
    [InlineData("Boråsarna är nöjda.")]
    [InlineData("Boråsmodellen används.")]
    [InlineData("Kommunerna i Gävleborgs och Örebro län")]
    [InlineData("En Borås-modell används.")]
    [InlineData("Nya Borås-Tidningen")]
    [InlineData("nacka och ale med liten bokstav")]
    [InlineData("NACKA")]
    [InlineData("Ekdal och Granmåla finns inte.")]
    [InlineData("Storlund och Västnacka")]
    [InlineData("")]
    public void CompoundOrAnotherCase_IsNone(string text) => Assert.Empty(Found(text));

    [Theory]
    [InlineData("Vara med och påverka är målet.", "")]
    [InlineData("Vi läste planen. Mark och boende ingår.", "")]
    [InlineData("Tre mål: Berg och dal, Lund och hage", "Lund")]
    [InlineData("I stället för Vara valdes Mark.", "Vara Mark")]
    [InlineData("Vara kommun är liten.", "Vara")]
    [InlineData("Planen är ny. Marks kommun har en.", "Mark")]
    [InlineData("• Mora", "")]
    [InlineData("Rubriken är \"Vara nära\" i planen.", "")]
    [InlineData("– Vara tydlig mot alla", "")]
    public void NameThatIsAWord_CountsOnlyWhereItCannotBeTheWord(string text, string names) =>
        Assert.Equal(names, Found(text));

    [Fact]
    public void Mention_TellsWhereTheNameStands()
    {
        const string Text = "Som i Nackas och Upplands Väsbys planer.";

        var mentions = Subject.Knowledge.Municipalities.FindMentions(Text).ToList();

        Assert.Equal(["Nackas", "Upplands Väsbys"], mentions.Select(m => Text[m.Start..m.End]));
    }

    private static string Found(string text) =>
        string.Join(
            ' ',
            Subject.Knowledge.Municipalities.FindMentions(text).Select(m => m.Municipality.Name)
        );
}
