using System.Xml.Linq;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Feedback;
using Kompass.Mining.Tests.Improvements.Drafts;
using static Kompass.Mining.Tests.Improvements.Feedback.ReturnedDraft;

namespace Kompass.Mining.Tests.Improvements.Feedback;

public sealed class FeedbackReaderTests : IDisposable
{
    private const string First = "improvement_1_1";
    private const string Second = "improvement_1_3";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("small", 5)]
    [InlineData("full", 53)]
    public void Untouched_AllIsKept(string specimen, int count)
    {
        var reading = Read(new ReturnedDraft(specimen));

        Assert.Equal(count, reading.Outcomes.Count);
        Assert.All(reading.Outcomes, o => Assert.Equal(SuggestionFate.Kept, o.Fate));
        Assert.All(reading.Outcomes, o => Assert.Equal(o.Sentence, o.Text));
        Assert.Empty(reading.Added);
        Assert.Empty(reading.OwnWords);
    }

    /// <summary>What is done to the first suggestion of area 1, what becomes of it, and its text then.</summary>
    public static TheoryData<string, Action<ReturnedDraft>, SuggestionFate, string?> Edits =>
        new()
        {
            {
                "other words",
                d => Write(d, "Gör en plan för demokratin"),
                SuggestionFate.Edited,
                "Gör en plan för demokratin"
            },
            {
                "a full stop, other quotation marks and spaces are no edit",
                d => Write(d, $" {Original}\u00a0. "),
                SuggestionFate.Kept,
                $"{Original} ."
            },
            {
                "the probability struck, the rest left",
                d => d.Suggestion(First).Elements(W + "r").ElementAt(1).Remove(),
                SuggestionFate.Kept,
                Original
            },
            {
                "the footnote struck",
                d => d.Suggestion(First).Elements(W + "r").Last().Remove(),
                SuggestionFate.Kept,
                Original
            },
            {
                "the paragraph deleted",
                d => d.Suggestion(First).Remove(),
                SuggestionFate.Removed,
                null
            },
            {
                "the text deleted, the bullet left",
                d => d.Suggestion(First).Elements(W + "r").Remove(),
                SuggestionFate.Removed,
                null
            },
            {
                "deleted, tracked, with its paragraph's end",
                d => Strike(d.Suggestion(First)),
                SuggestionFate.Removed,
                null
            },
            {
                "a word inserted, tracked",
                d => Sentence(d.Suggestion(First)).AddAfterSelf(Tracked("ins", Run(" i år"))),
                SuggestionFate.Edited,
                $"{Original} i år"
            },
            {
                "replaced, tracked",
                d =>
                {
                    var run = Sentence(d.Suggestion(First));
                    run.ReplaceWith(
                        Tracked(
                            "del",
                            new XElement(W + "r", new XElement(W + "delText", Original))
                        ),
                        Tracked("ins", Run("Något helt annat"))
                    );
                },
                SuggestionFate.Edited,
                "Något helt annat"
            },
            {
                "written over, so that the bookmark collapsed beside the new text",
                d =>
                {
                    var p = d.Suggestion(First);
                    p.Elements(W + "r").Remove();
                    p.Add(Run("Skriven på nytt"));
                },
                SuggestionFate.Edited,
                "Skriven på nytt"
            },
            {
                "the bookmark lost, the words the same",
                d => Unmark(d.Suggestion(First)),
                SuggestionFate.Kept,
                Original
            },
            {
                "the bookmark lost, most words the same",
                d =>
                {
                    Unmark(d.Suggestion(First));
                    Write(d.Column(1, 1).Elements(W + "p").First(), Original + " för varje mål");
                },
                SuggestionFate.Edited,
                Original + " för varje mål"
            },
            {
                "run into the next one",
                d =>
                {
                    var next = d.Suggestion(Second);
                    var content = next.Elements().Where(e => e.Name != W + "pPr").ToList();
                    next.Remove();
                    d.Suggestion(First).Add(content);
                },
                SuggestionFate.Kept,
                Original
            },
            {
                "within a content control",
                d =>
                {
                    var p = d.Suggestion(First);
                    p.ReplaceWith(
                        new XElement(W + "sdt", new XElement(W + "sdtContent", new XElement(p)))
                    );
                },
                SuggestionFate.Kept,
                Original
            },
        };

    [Theory]
    [MemberData(nameof(Edits))]
    public void Edit_IsReadAs(
        string edit,
        Action<ReturnedDraft> change,
        SuggestionFate fate,
        string? text
    )
    {
        Assert.NotEmpty(edit);
        var draft = new ReturnedDraft();
        change(draft);

        var reading = Read(draft);

        var outcome = reading.Outcomes.Single(o => o.Question == "1.1");
        Assert.Equal(fate, outcome.Fate);
        Assert.Equal(text, outcome.Text);
        Assert.All(
            reading.Outcomes.Where(o => o != outcome),
            o => Assert.Equal(SuggestionFate.Kept, o.Fate)
        );
        Assert.Empty(reading.Added);
    }

    [Fact]
    public void Outcome_TellsWhatWasSuggested()
    {
        var draft = new ReturnedDraft();
        draft.Suggestion(First).Remove();

        var record = ReadRecord(draft);

        Assert.Equal("ekdal-2014", record.Id);
        Assert.Equal("Ekdal", record.Municipality.Name);
        Assert.Equal("improvements-1f2e3d4c", record.Readings[0].Basis);
        Assert.Equal(11, record.Readings[0].Questions.Count);
        Assert.Equal([62m, 61m], record.Readings[0].Areas.Select(a => a.Score!.Value));
        var outcome = record.Readings[0].Outcomes.Single(o => o.Question == "1.1");
        Assert.Equal("ekdal-2014/improvement/1.1", outcome.SuggestionId);
        Assert.Equal(FindingKind.Improvement, outcome.Kind);
        Assert.Equal(1, outcome.Area);
        Assert.Equal("follow-up", outcome.Theme);
    }

    [Theory]
    [InlineData("Bjud in föreningarna tidigare", null, "Bjud in föreningarna tidigare")]
    [InlineData("1.4 Bjud in föreningarna tidigare", "1.4", "Bjud in föreningarna tidigare")]
    [InlineData("Bjud in föreningarna tidigare (1.4)", "1.4", "Bjud in föreningarna tidigare")]
    [InlineData(
        "Bjud in föreningarna tidigare (delfråga 1.4).",
        "1.4",
        "Bjud in föreningarna tidigare"
    )]
    [InlineData("Bjud in fler (2.1)", null, "Bjud in fler (2.1)")]
    [InlineData("1.9 Bjud in fler", null, "1.9 Bjud in fler")]
    public void AddedItem_IsReadWithItsSubQuestion(string written, string? question, string text)
    {
        var draft = new ReturnedDraft();
        draft.Column(1, 1).Add(Paragraph(written));

        var added = Assert.Single(Read(draft).Added);

        Assert.Equal(new AddedFinding(FindingKind.Improvement, 1, question, text, null), added);
    }

    [Fact]
    public void ItemInsertedTrackedInAColumnWithoutSuggestions_IsAdded()
    {
        var draft = new ReturnedDraft();
        draft
            .Column(2, 0)
            .Element(W + "p")!
            .ReplaceWith(new XElement(W + "p", Tracked("ins", Run("Kort väg till besked"))));

        Assert.Equal(
            new AddedFinding(FindingKind.Strength, 2, null, "Kort väg till besked", null),
            Assert.Single(Read(draft).Added)
        );
    }

    [Fact]
    public void SuggestionMovedToTheOtherColumn_IsRemovedThereAndAddedHere()
    {
        var draft = new ReturnedDraft();
        var paragraph = draft.Suggestion(First);
        paragraph.Remove();
        draft.Column(1, 0).Add(paragraph);

        var reading = Read(draft);

        Assert.Equal(
            SuggestionFate.Removed,
            reading.Outcomes.Single(o => o.Question == "1.1").Fate
        );
        Assert.Equal(
            new AddedFinding(
                FindingKind.Strength,
                1,
                "1.1",
                Original,
                "ekdal-2014/improvement/1.1"
            ),
            Assert.Single(reading.Added)
        );
    }

    [Fact]
    public void DeletedRow_Tracked_RemovesWhatStandsInIt()
    {
        var draft = new ReturnedDraft();
        draft.Column(1, 0).Parent!.AddFirst(new XElement(W + "trPr", Tracked("del")));

        var reading = Read(draft);

        Assert.All(
            reading.Outcomes,
            o => Assert.Equal(o.Area == 1 ? SuggestionFate.Removed : SuggestionFate.Kept, o.Fate)
        );
    }

    [Fact]
    public void OwnWords_AreReadByArea()
    {
        var draft = new ReturnedDraft();
        var places = draft.Text.Descendants(W + "sdtContent").ToList();
        places[0].Element(W + "p")!.ReplaceWith(Paragraph("Första stycket."), Paragraph("Andra."));
        places[1].Descendants(W + "r").First().AddAfterSelf(Run(" Mer om området."));

        Assert.Equal(
            [new OwnWords(1, "Första stycket.\nAndra."), new OwnWords(2, "Mer om området.")],
            Read(draft).OwnWords
        );
    }

    [Fact]
    public void HeadingStylesOfSwedishWord_AreKnownByName()
    {
        var draft = new ReturnedDraft();
        foreach (var style in draft.Text.Descendants(W + "pStyle"))
        {
            style.SetAttributeValue(W + "val", style.Value()!.Replace("Heading", "Rubrik"));
        }

        var styles = draft.Load("word/styles.xml");
        foreach (var id in styles.Descendants(W + "style").Attributes(W + "styleId"))
        {
            id.Value = id.Value.Replace("Heading", "Rubrik", StringComparison.Ordinal);
        }

        draft.Set("word/styles.xml", styles.ToString());

        Assert.All(Read(draft).Outcomes, o => Assert.Equal(SuggestionFate.Kept, o.Fate));
    }

    [Fact]
    public void WithoutItsEmbeddedDraft_TheDatasetsSuggestionsStandIn()
    {
        var draft = new ReturnedDraft();
        draft.Remove("customXml/item.xml");
        _folder.Write("data/suggestions/ekdal-2014.json", DraftJson.Write(Rendered.Draft("small")));

        Assert.All(Read(draft).Outcomes, o => Assert.Equal(SuggestionFate.Kept, o.Fate));
    }

    [Fact]
    public void Readout_NamesFileHashAndTime()
    {
        var record = ReadRecord(new ReturnedDraft());

        Assert.EndsWith("utkast.docx", record.Readings[0].File, StringComparison.Ordinal);
        Assert.Equal(64, record.Readings[0].Sha256.Length);
        Assert.Equal(FixedTime.Moment, record.Readings[0].Read);
    }

    private static string Original => Rendered.Draft("small").Areas[0].Improvements[0].Sentence;

    private FeedbackReading Read(ReturnedDraft draft) => ReadRecord(draft).Readings[0];

    private FeedbackRecord ReadRecord(ReturnedDraft draft)
    {
        var file = _folder.File("utkast.docx");
        File.WriteAllBytes(file, draft.Save());
        return Assert
            .IsType<FeedbackReadout.Read>(
                new FeedbackReader(new DataFolder(_folder.File("data")), new FixedTime()).Read(file)
            )
            .Feedback;
    }

    private static void Write(ReturnedDraft draft, string text) =>
        Write(draft.Suggestion(First), text);

    private static void Write(XElement paragraph, string text) =>
        Sentence(paragraph).ReplaceWith(Run(text));

    private static void Unmark(XElement paragraph) =>
        paragraph
            .Elements()
            .Where(e => e.Name.LocalName is "bookmarkStart" or "bookmarkEnd")
            .Remove();

    private static void Strike(XElement paragraph)
    {
        foreach (var run in paragraph.Elements(W + "r").ToList())
        {
            run.ReplaceWith(Tracked("del", new XElement(run)));
        }

        foreach (var text in paragraph.Descendants(W + "t").ToList())
        {
            text.Name = W + "delText";
        }

        paragraph.Element(W + "pPr")!.Add(new XElement(W + "rPr", Tracked("del")));
    }
}
