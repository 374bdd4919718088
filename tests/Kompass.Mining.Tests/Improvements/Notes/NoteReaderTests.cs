using Kompass.Mining.Corpus;
using Kompass.Mining.Documents;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Notes;
using Kompass.Mining.Tests.Improvements.Feedback;
using Kompass.Mining.Tests.Themes;
using Kompass.Mining.Themes.Training;

namespace Kompass.Mining.Tests.Improvements.Notes;

public sealed class NoteReaderTests(ITestOutputHelper output) : IDisposable
{
    private const string Dialogue =
        "Kommunen saknar ett sätt att återkoppla till de invånare som har deltagit i medborgardialoger.";

    private const string Broadcast =
        "Kommunfullmäktiges sammanträden sänds på webben och i närradion.";

    private const string Nothing =
        "Vi träffades klockan nio i stadshuset och drack kaffe tillsammans.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Papers =>
        new()
        {
            { "intervju.txt", $"{Nothing}\n\n{Dialogue} {Nothing}\n\n{Broadcast}\n" },
            {
                "webb.html",
                $"<html><body><h1>Demokrati</h1><p>{Nothing}</p><p>{Dialogue} {Nothing}</p><p>{Broadcast}</p></body></html>"
            },
        };

    [Theory]
    [MemberData(nameof(Papers))]
    public void Sentences_ThatSpeakOfASubQuestion_AreQuotedWithTheirPlace(string name, string text)
    {
        _folder.Write(name, text);

        Check(name, Read(name));
    }

    [Fact]
    public void WordDocument_IsReadWithItsTrackedChangesAccepted()
    {
        var draft = new ReturnedDraft();
        draft.Text.Root!.Elements().First().RemoveNodes();
        draft
            .Text.Root.Elements()
            .First()
            .Add(
                ReturnedDraft.Paragraph(Nothing),
                ReturnedDraft.Paragraph($"{Dialogue} {Nothing}"),
                ReturnedDraft.Paragraph(
                    Broadcast,
                    ReturnedDraft.Tracked("del", ReturnedDraft.Run(" Struket."))
                )
            );
        File.WriteAllBytes(_folder.File("intervju.docx"), draft.Save());

        Check("intervju.docx", Read("intervju.docx"));
    }

    // Its areas are other ones: what a number means in 2010 it does not mean here.
    [Fact]
    public void InAnEditionOfOtherAreas_SentencesStandInTheOneThatIsLikeTheirs()
    {
        const string Business = "Kommunen saknar en näringslivsstrategi.";
        _folder.Write("intervju.txt", $"{Dialogue}\n\n{Business}\n");
        Assert.Equal(["1.4", "8.4"], Read("intervju.txt").Evidence.Select(n => n.Question));

        var notes = Read(Subject.Knowledge.Edition("2020"), "intervju.txt");

        Assert.Equal(
            [(1, "1", Dialogue), (2, "2", Business)],
            notes.Evidence.Select(n => (n.Area, n.Question, n.Text))
        );
        Assert.Equal("Tyder på att det saknas: ", notes.Evidence[1].Label);
        Assert.Equal("två meningar i underlagen handlar om två områden", notes.Used);
    }

    [Fact]
    public void InAnEditionWithoutAnAreaThatIsLikeTheirs_SentencesAreLeftOutAndSaidToBe()
    {
        var whole = Subject.Knowledge.Edition("2020");
        _folder.Write("intervju.txt", $"{Dialogue}\n\n{Nothing}\n");

        var notes = Read(
            whole with
            {
                Areas = [.. whole.Areas.Where(a => a.LikeArea != 1)],
            },
            "intervju.txt"
        );

        Assert.Empty(notes.Evidence);
        Assert.Equal(
            "underlagen säger inget säkert om någon delfråga; en mening handlar om delfrågor som utgåvan inte har något område för; en annan mening används inte",
            notes.Used
        );
    }

    [Fact]
    public void WhatCannotBeRead_IsNamed_AndTheOthersAreRead()
    {
        _folder.Write("a.docx", "PK\u0003\u0004 trasig");
        _folder.Write("b.txt", Broadcast);
        _folder.Write("c.bin", "\u0000\u0001\u0002");

        var notes = Read("a.docx", "b.txt", "c.bin", "finns-inte.txt");

        Assert.Equal("b.txt", Assert.Single(notes.Evidence).File);
        Assert.Equal(3, notes.NotRead.Count);
        Assert.All(
            notes.NotRead.Zip(["a.docx", "c.bin", "finns-inte.txt"]),
            n => Assert.StartsWith(_folder.File(n.Second) + ": ", n.First, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("Demokrati och dialog\n" + Dialogue)]
    [InlineData("Intervju den 12 maj\nNärvarande: Anna Ek, Bo Al\n" + Dialogue)]
    [InlineData("»« • " + Dialogue)]
    [InlineData(
        "Kommunen saknar ett sätt att återkoppla till de\ninvånare som har deltagit i medborgardialoger."
    )]
    public void Quotation_IsTheSentenceAlone(string text)
    {
        _folder.Write("intervju.txt", text + "\n");

        Assert.Equal(Dialogue, Assert.Single(Read("intervju.txt").Evidence).Text);
    }

    // The next word had no room: the line goes on, though that word begins with a capital.
    [Fact]
    public void BrokenLine_GoesOn()
    {
        const string Text =
            "Kommunfullmäktiges sammanträden sänds på webben och i närradion av föreningen i\nÖstersund.";
        _folder.Write("intervju.txt", Text + "\n");

        Assert.Equal(Text.Replace('\n', ' '), Assert.Single(Read("intervju.txt").Evidence).Text);
    }

    [Fact]
    public void SentencesBeyondTheLimit_AreSaidNotToBeRead()
    {
        _folder.Write("lang.txt", $"{Nothing} {Nothing}\n\n{Broadcast}\n");

        var notes = new NoteReader(
            Subject.Knowledge,
            new DocumentReader(),
            ThemeModelFixture.Shipped.Value,
            mostSentences: 2
        ).Read([_folder.File("lang.txt")], Profile.Edition, TestContext.Current.CancellationToken);

        Assert.Empty(notes.Evidence);
        Assert.Equal(
            $"{_folder.File("lang.txt")}: bara de första 2 av 3 meningar är lästa; dela upp underlaget",
            Assert.Single(notes.NotRead)
        );
    }

    [Theory]
    [InlineData("Kommunen har ingen plan för hur demokratin ska utvecklas.", Stance.Missing)]
    [InlineData("Kommunfullmäktige antog 2011 ett program för demokratin.", Stance.InPlace)]
    [InlineData("Demokrati och delaktighet i kommunen.", Stance.Open)]
    [InlineData("Kommunen saknar inte en etisk policy.", Stance.Open)]
    [InlineData("Jag tycker inte att delegationsordningen är otydlig.", Stance.Open)]
    [InlineData("Det finns ingen kritik mot hur brukarundersökningarna görs.", Stance.Open)]
    [InlineData(
        "Förr saknades servicedeklarationer, men sedan 2014 har alla förvaltningar sådana.",
        Stance.Open
    )]
    [InlineData("Dock saknas en etisk policy.", Stance.Missing)]
    [InlineData("Kommunen arbetar utan plan.", Stance.Missing)]
    [InlineData("Fråga: Finns det en personalstrategi?", Stance.Open)]
    [InlineData("Fråga 2: har kommunen en personalstrategi", Stance.Open)]
    [InlineData("Finns det en personalstrategi", Stance.Open)]
    [InlineData("Är det sant att det saknas en näringslivsstrategi?", Stance.Open)]
    [InlineData("Jag vet inte om det finns en näringslivsstrategi.", Stance.Open)]
    [InlineData("Vi har inte bara en personalstrategi utan också en budget.", Stance.Open)]
    [InlineData("Kommunen har ingen egen strategi utan följer regionens.", Stance.Open)]
    [InlineData(
        "Tidigare saknades riktlinjer mot korruption, i dag finns de och följs upp varje år.",
        Stance.Open
    )]
    [InlineData("År 2019 saknades riktlinjer, i dag finns de.", Stance.Open)]
    [InlineData(
        "Kommunen har en jämställdhetsplan men mångfaldsarbetet har stannat av.",
        Stance.Open
    )]
    [InlineData("Vi antog en plan, den följs dock bara av några.", Stance.Open)]
    public void Stance_IsWhatThePlainestWordsSay(string sentence, Stance stance) =>
        Assert.Equal(stance, StanceWords.Of(sentence));

    // The lists of real reports as if nobody had said of which area they speak: what is quoted must stand beside the right sub-question.
    [Fact]
    public void OnRealFindings_WhatIsSaidIsMostlyRight()
    {
        var shared = Repository.RequireShared();
        var question = new QuestionOfSentence(ThemeModelFixture.Shipped.Value, Subject.Knowledge);
        var findings = GoldFile
            .ReadAll(Path.Combine(shared, "gold"))
            .Where(f => f.Question is { } code && !code.EndsWith(".0", StringComparison.Ordinal))
            .ToList();

        var said = findings
            .Select(f => (Gold: f.Question, Said: question.Of(f.Text)))
            .Where(f => f.Said is not null)
            .ToList();

        var right = said.Count(f => f.Said!.Value.Question == f.Gold);
        output.WriteLine($"{right} right of {said.Count} said, of {findings.Count}");
        Assert.True(said.Count >= 0.3 * findings.Count, $"{said.Count} of {findings.Count} said");
        Assert.True(right >= 0.8 * said.Count, $"{right} of {said.Count} right");
    }

    private static void Check(string name, NotesReading notes)
    {
        Assert.Empty(notes.NotRead);
        Assert.Equal(
            [
                new NoteEvidence("1.2", 1, name, "stycke\u00a03", Broadcast, Stance.InPlace),
                new NoteEvidence("1.4", 1, name, "stycke\u00a02", Dialogue, Stance.Missing),
            ],
            notes.Evidence
        );
    }

    private NotesReading Read(params string[] names) => Read(Profile.Edition, names);

    private NotesReading Read(Edition edition, params string[] names) =>
        new NoteReader(
            Subject.Knowledge,
            new DocumentReader(),
            ThemeModelFixture.Shipped.Value
        ).Read(names.Select(_folder.File), edition, TestContext.Current.CancellationToken);
}
