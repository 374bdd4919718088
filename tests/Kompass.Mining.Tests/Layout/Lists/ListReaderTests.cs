using Kompass.Mining.Corpus;
using Kompass.Mining.Layout;
using Kompass.Mining.Layout.Lists;

namespace Kompass.Mining.Tests.Layout.Lists;

public sealed class ListReaderTests
{
    // What the document says elsewhere: which words it writes small, which names it knows.
    private const string Document =
        "Vi besökte Granmåla och mötte Vattenhuset. Arbetet i Granmåla och med Vattenhuset fortsätter. Servicelinjen är öppen.";

    private const string Context =
        " Utveckla uppföljningen av målen Tydlig ansvarsfördelning mellan politik och förvaltning Regelbundna medarbetarsamtal med alla";

    [Theory]
    [InlineData("Tydliga mål och god dialog", "Tydliga mål och god dialog")]
    [InlineData(
        "Tydlig styrmodell God dialog med invånarna Öppna nämndmöten",
        "Tydlig styrmodell | God dialog med invånarna | Öppna nämndmöten"
    )]
    [InlineData(
        "Strategi för bemötande Handledning för nya chefer Utbildning i klarspråk",
        "Strategi för bemötande | Handledning för nya chefer | Utbildning i klarspråk"
    )]
    [InlineData(
        "Dialog med invånarna i Granmåla Uppföljning av målen",
        "Dialog med invånarna i Granmåla | Uppföljning av målen"
    )]
    [InlineData(
        "Samverkan med Nacka och Ale Uppföljning av målen",
        "Samverkan med Nacka och Ale | Uppföljning av målen"
    )]
    [InlineData("Samverkan bl.a. med Nacka", "Samverkan bl.a. med Nacka")]
    // No item is a verb alone, or ends with a preposition that nothing ends with.
    [InlineData(
        "Utveckla Granmålas arbete med bemötande Uppföljning av målen",
        "Utveckla Granmålas arbete med bemötande | Uppföljning av målen"
    )]
    [InlineData(
        "Lärande av andra, utifrån Öppna jämförelser Uppföljning av målen",
        "Lärande av andra, utifrån Öppna jämförelser | Uppföljning av målen"
    )]
    // Nor does one begin with brackets.
    [InlineData(
        "Trygg kanal för tips (Vattenhuset) Uppföljning av målen",
        "Trygg kanal för tips (Vattenhuset) | Uppföljning av målen"
    )]
    [InlineData(
        "Färre mål i nämnderna (84 procent) Uppföljning av målen",
        "Färre mål i nämnderna (84 procent) | Uppföljning av målen"
    )]
    public void Read_GivesTheItems(string run, string items) =>
        Assert.Equal(items, string.Join(" | ", Texts(Read(run + Context)).SkipLast(3)));

    [Fact]
    public void Confidence_IsLessWhereNamesStandSideBySide()
    {
        var plain = Read("Tydlig styrmodell Utveckla dialogen med invånarna" + Context);
        var odd = Read("Zyxel Qwerin Granmåla Nya Hallen KS Röda Korset Nacka" + Context);

        Assert.All(plain.Confidences[0], c => Assert.True(c >= Item.DoubtBelow, $"{c}"));
        Assert.True(odd.Confidences[0].Min() < plain.Confidences[0].Min());
    }

    [Fact]
    public void Bullets_AreTheBorders() =>
        Assert.Equal(
            ["Dialog i Nya Hallen Mötet", "Tydliga mål"],
            Texts(Read("• Dialog i Nya Hallen Mötet • Tydliga mål"))
        );

    [Fact]
    public void RestOfAnItem_GoesToTheColumnThatWasBrokenOff()
    {
        var read = Read(
            [
                Own("Tydlig styrmodell med tre nivåer", 0, beforeBreak: true),
                Own("Utveckla uppföljningen av", 1, beforeBreak: true),
                new Stretch(
                    ListToken.In("målen i alla nämnder Se över planerna"),
                    [0, 1],
                    AfterBreak: true,
                    BeforeBreak: false
                ),
            ],
            [FindingKind.Strength, FindingKind.Improvement]
        );

        Assert.Equal(["Tydlig styrmodell med tre nivåer"], Texts(read));
        Assert.Equal(
            ["Utveckla uppföljningen av målen i alla nämnder", "Se över planerna"],
            Texts(read, 1)
        );
    }

    [Fact]
    public void RestOfABrokenWord_IsWaitedFor()
    {
        var read = Read(
            [
                Own("Öppna nämndmöten Tydlig styrmodell", 0, beforeBreak: true),
                Own("Se över planerna Använd byaråden mer syste-", 1, beforeBreak: true),
                new Stretch(
                    ListToken.In("God dialog med invånarna matiskt Följ upp målen i alla nämnder"),
                    [0, 1],
                    AfterBreak: true,
                    BeforeBreak: false
                ),
            ],
            [FindingKind.Strength, FindingKind.Improvement]
        );

        Assert.Contains("God dialog med invånarna", Texts(read));
        Assert.Contains("Använd byaråden mer syste- matiskt", Texts(read, 1));
    }

    [Theory]
    [InlineData("Låt kanalerna (webb, tidning m.m.) samspela bättre")]
    [InlineData("Skapa en vana att fråga vem är bäst? innan nya arbetssätt införs")]
    public void SmallLetterBehindASignThatMayEndASentence_GoesOn(string item) =>
        Assert.Equal(item, Texts(Read(item + Context)).First());

    [Fact]
    public void Read_OfNothing_HasNoItems() => Assert.Empty(Texts(Read("")));

    private static ReadLists Read(string text) =>
        Read([Own(text, 0, beforeBreak: false)], [FindingKind.Strength]);

    private static ReadLists Read(
        IReadOnlyList<Stretch> stretches,
        IReadOnlyList<FindingKind> kinds
    )
    {
        var reader = Subject.Lists(Subject.Words(Document));
        return reader.Read(stretches, kinds, reader.StyleOf(stretches));
    }

    private static Stretch Own(string text, int column, bool beforeBreak) =>
        new(ListToken.In(text), [column], AfterBreak: false, beforeBreak);

    private static IEnumerable<string> Texts(ReadLists read, int column = 0) =>
        read.Columns[column].Items.Select(i => string.Join(' ', i.Tokens.Select(t => t.Text)));
}
