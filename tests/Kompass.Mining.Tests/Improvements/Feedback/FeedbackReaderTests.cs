using System.Xml.Linq;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset.Feedback;
using Kompass.Mining.Improvements.Feedback;
using Kompass.Mining.Improvements.Manuscripts;
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
    public void Untouched_SaysNothing(string specimen, int count)
    {
        var reading = Read(new ReturnedDraft(specimen));

        Assert.Equal(count, reading.Outcomes.Count);
        Assert.All(reading.Outcomes, o => Assert.Equal(SuggestionFate.Skipped, o.Fate));
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
                "the number struck, the rest left",
                d => d.Suggestion(First).Elements(W + "r").ElementAt(1).Remove(),
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
        var draft = new ReturnedDraft().Reviewed();
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
        Assert.Equal(11, record.Readings[0].Questions.Count(q => q.Achieved is not null));
        Assert.Equal([62m, 61m], record.Readings[0].Areas.Take(2).Select(a => a.Score!.Value));
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
    public void ItemInsertedBelowOneThatWasStruckWithItsEnd_Tracked_IsAdded()
    {
        var draft = new ReturnedDraft();
        draft
            .Suggestion(First)
            .AddAfterSelf(new XElement(W + "p", Tracked("ins", Run("Öppna hamnkontoret"))));
        Strike(draft.Suggestion(First));

        var reading = Read(draft);

        Assert.Equal(
            SuggestionFate.Removed,
            reading.Outcomes.Single(o => o.Question == "1.1").Fate
        );
        Assert.Equal("Öppna hamnkontoret", Assert.Single(reading.Added).Text);
    }

    [Fact]
    public void TwoSuggestionsMadeOneItem_AreBothEdited()
    {
        var draft = new ReturnedDraft();
        Write(draft, "Gör en plan, och berätta om resultaten");
        draft.Suggestion(First).Elements(W + "r").Last().ReplaceWith(Run(" (1.1 och 1.3)"));
        draft.Suggestion(Second).Remove();

        var reading = Read(draft);

        Assert.All(
            reading.Outcomes.Where(o => o.Area == 1 && o.Kind == FindingKind.Improvement),
            o => Assert.Equal(SuggestionFate.Edited, o.Fate)
        );
        Assert.Empty(reading.Added);
    }

    [Fact]
    public void SuggestionMovedBelowARenamedHead_IsRemovedThereAndAddedHere()
    {
        var draft = new ReturnedDraft("full");
        var paragraph = draft.Suggestion(First);
        paragraph.Remove();
        draft.Column(1, 0).Add(paragraph);
        Rename(draft, "Styrkor", "Det som är bra");
        Rename(draft, "Förbättringsmöjligheter", "Att arbeta vidare med");

        var reading = Read(draft);

        Assert.Equal(
            SuggestionFate.Removed,
            reading
                .Outcomes.Single(o => o is { Question: "1.1", Kind: FindingKind.Improvement })
                .Fate
        );
        Assert.Equal(FindingKind.Strength, Assert.Single(reading.Added).Kind);
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
            o => Assert.Equal(o.Area == 1 ? SuggestionFate.Removed : SuggestionFate.Skipped, o.Fate)
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
        var draft = new ReturnedDraft().Reviewed();
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

    [Theory]
    [InlineData("☒ Jag har gått igenom området.", true)]
    [InlineData("x Jag har gått igenom området.", true)]
    [InlineData("X ☐ Jag har gått igenom området.", true)]
    [InlineData("☐X Jag har gått igenom området.", true)]
    [InlineData("☐ X Jag har gått igenom området.", true)]
    [InlineData("☐ Jag har gått igenom området. X", true)]
    [InlineData("☐ JA Jag har gått igenom området.", true)]
    [InlineData("☐ Jag har gått igenom området. Anna Ek 12/3", true)]
    [InlineData("■ Jag har gått igenom området.", true)]
    [InlineData("🗹 Jag har gått igenom området.", true)]
    [InlineData("🗸 Jag har gått igenom området.", true)]
    [InlineData("✓ Jag har gått igenom området.", true)]
    [InlineData("[x] Jag har gått igenom området.", true)]
    [InlineData("(x) Jag har gått igenom området.", true)]
    [InlineData("X", true)]
    [InlineData("☐ Jag har gått igenom området.", false)]
    [InlineData("☐\u00a0Jag har gått igenom området", false)]
    [InlineData("☐ Jag har inte gått igenom området.", false)]
    [InlineData("☐ Jag har gått igenom området. Nej", false)]
    [InlineData("☐ Jag har granskat området.", false)]
    [InlineData("☐ – Jag har gått igenom området.", false)]
    [InlineData("[ ] Jag har gått igenom området.", false)]
    [InlineData("", false)]
    public void Box_IsCrossedByAnySignInItOrBesideIt(string line, bool isCrossed) =>
        Assert.Equal(isCrossed, ReviewBox.IsCrossed(line));

    [Fact]
    public void UntouchedDraft_SaysSo() =>
        Assert.Contains(
            "utkastet är orört",
            Assert.Single(Readout(new ReturnedDraft("full")).Doubts),
            StringComparison.Ordinal
        );

    [Fact]
    public void AreasWithoutACross_AreNamed()
    {
        var draft = new ReturnedDraft("full");
        draft
            .Text.Descendants(W + "t")
            .First(t => t.Value.StartsWith(AreaPages.Box, StringComparison.Ordinal))
            .Value += " X";

        Assert.Equal(
            "i område 2, 3, 4, 5, 6, 7, 8 är ingen ruta kryssad, och inget annat säger att området är genomgånget; det som står orört där räknas som överhoppat",
            Assert.Single(Readout(draft).Doubts)
        );
        Assert.Empty(Readout(new ReturnedDraft("full").Reviewed()).Doubts);
    }

    [Fact]
    public void BoxOfOneArea_SaysThatItWasGoneThrough()
    {
        var draft = new ReturnedDraft();
        var box = draft
            .Text.Descendants(W + "t")
            .First(t => t.Value.StartsWith(AreaPages.Box, StringComparison.Ordinal));
        box.Value = "x " + box.Value[2..];

        Assert.All(
            Read(draft).Outcomes,
            o => Assert.Equal(o.Area == 1 ? SuggestionFate.Kept : SuggestionFate.Skipped, o.Fate)
        );
    }

    /// <summary>What is done to all headings, and that nothing is lost by it.</summary>
    public static TheoryData<string, Action<ReturnedDraft>> Restyled =>
        new()
        {
            {
                "list heads renamed",
                d => Rename(d, "Förbättringsmöjligheter", "Att arbeta vidare med")
            },
            {
                "headings without the word, with a number",
                d =>
                {
                    foreach (var t in d.Text.Descendants(W + "t").ToList())
                    {
                        t.Value = t.Value.Replace("Område 1 ", "1. ", StringComparison.Ordinal);
                    }
                }
            },
            {
                "headings in a style of the evaluator's own",
                d =>
                    d.Text.Descendants(W + "pStyle")
                        .Where(s => s.Value()!.StartsWith("Heading", StringComparison.Ordinal))
                        .ToList()
                        .ForEach(s => s.SetAttributeValue(W + "val", "MinRubrik"))
            },
            {
                "headings deleted",
                d =>
                    d.Text.Descendants(W + "p")
                        .Where(p =>
                            p.Descendants(W + "pStyle")
                                .Any(s =>
                                    s.Value()!.StartsWith("Heading", StringComparison.Ordinal)
                                )
                        )
                        .Remove()
            },
            {
                "all bookmarks lost",
                d =>
                    d.Text.Descendants()
                        .Where(e => e.Name.LocalName is "bookmarkStart" or "bookmarkEnd")
                        .Where(e =>
                            (string?)e.Attribute(W + "name") is not { } n
                            || !n.Contains("reviewed", StringComparison.Ordinal)
                        )
                        .Remove()
            },
            {
                "the tables made into lists",
                d =>
                {
                    foreach (
                        var table in d
                            .Text.Descendants(W + "tbl")
                            .Where(t => t.Value.StartsWith("Styrkor", StringComparison.Ordinal))
                            .ToList()
                    )
                    {
                        table.ReplaceWith(
                            Enumerable
                                .Range(0, 2)
                                .SelectMany(c =>
                                    table
                                        .Elements(W + "tr")
                                        .SelectMany(r =>
                                            r.Elements(W + "tc").ElementAt(c).Elements(W + "p")
                                        )
                                )
                                .ToList()
                        );
                    }
                }
            },
        };

    [Theory]
    [MemberData(nameof(Restyled))]
    public void Restyled_EverySuggestionIsFoundAgain(string how, Action<ReturnedDraft> change)
    {
        Assert.NotEmpty(how);
        var draft = new ReturnedDraft("full").Reviewed();
        change(draft);

        var reading = Read(draft);

        Assert.All(reading.Outcomes, o => Assert.Equal(SuggestionFate.Kept, o.Fate));
        Assert.Empty(reading.Added);
    }

    [Fact]
    public void ItemInARenamedList_IsAddedToTheListOfItsNeighbours()
    {
        var draft = new ReturnedDraft();
        draft.Column(1, 1).Add(Paragraph("Bjud in föreningarna tidigare (1.4)"));
        Rename(draft, "Förbättringsmöjligheter", "Att arbeta vidare med");

        Assert.Equal(
            new AddedFinding(
                FindingKind.Improvement,
                1,
                "1.4",
                "Bjud in föreningarna tidigare",
                null
            ),
            Assert.Single(Read(draft).Added)
        );
    }

    [Fact]
    public void SuggestionSplitInTwo_IsEdited()
    {
        var draft = new ReturnedDraft();
        var words = Original.Split(' ');
        var half = words.Length / 2;
        Write(draft, string.Join(' ', words[..half]));
        draft.Suggestion(First).AddAfterSelf(Paragraph(string.Join(' ', words[half..])));

        var reading = Read(draft);

        var outcome = reading.Outcomes.Single(o => o.Question == "1.1");
        Assert.Equal(SuggestionFate.Edited, outcome.Fate);
        Assert.Equal(
            $"{string.Join(' ', words[..half])}; {string.Join(' ', words[half..])}",
            outcome.Text
        );
        Assert.Empty(reading.Added);
    }

    [Fact]
    public void LostSuggestionBesideALineThatMayBeIt_IsUnsure_AndTheWholeDraftIsRefused()
    {
        var draft = new ReturnedDraft();
        var words = Original.Split(' ');
        draft
            .Suggestion(First)
            .ReplaceWith(
                Paragraph(
                    string.Join(' ', words[..(words.Length / 3)])
                        + " och något helt nytt som aldrig stod där förut i utkastet alls"
                )
            );

        var refused = Refuse(draft);

        Assert.Contains("går inte säkert att känna igen", refused, StringComparison.Ordinal);
        Assert.Contains("förbättringsmöjligheten 1.1", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void DocumentThatLostItsProperties_IsRefused()
    {
        var draft = new ReturnedDraft();
        draft.Remove("docProps/custom.xml");

        Assert.Contains("bär inget med sig", Refuse(draft), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ekdal-2014", "ekdal-2013", "kommun och år ger ekdal-2014")]
    [InlineData("\"1.1\":", "\"1.9\":", "delfråga 1.9 med")]
    public void FactsThatDoNotFitTheId_AreRefused(string old, string @new, string message)
    {
        var draft = new ReturnedDraft();
        draft.Rebase(json => json.Replace(old, @new, StringComparison.Ordinal));

        Assert.Contains(message, Refuse(draft), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluator_IsWhoSavedIt_OrWhoIsNamed()
    {
        var draft = new ReturnedDraft();
        Assert.Null(Read(draft).Evaluator);

        XNamespace cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        var core = draft.Load("docProps/core.xml");
        core.Root!.Add(new XElement(cp + "lastModifiedBy", "Anna Ek"));
        draft.Set("docProps/core.xml", core.ToString());

        Assert.Equal("Anna Ek", Read(draft).Evaluator);
        var file = _folder.File("utkast.docx");
        var named = Assert.IsType<FeedbackReadout.Read>(
            new FeedbackReader(Subject.Knowledge, new FixedTime()).Read(file, "Bo Al")
        );
        Assert.Equal("Bo Al", named.Feedback.Readings[0].Evaluator);
    }

    [Fact]
    public void Readout_NamesFileHashAndTime()
    {
        var record = ReadRecord(new ReturnedDraft());

        Assert.EndsWith("utkast.docx", record.Readings[0].File, StringComparison.Ordinal);
        Assert.Equal(64, record.Readings[0].Sha256.Length);
        Assert.Equal(FixedTime.Moment, record.Readings[0].Read);
    }

    [Fact]
    public void UntouchedDraftWhoseBookmarksWereLost_SaysNothing()
    {
        var draft = new ReturnedDraft("full");
        Unmark(draft.Text.Descendants(W + "p"));

        var reading = Read(draft);

        Assert.All(reading.Outcomes, o => Assert.Equal(SuggestionFate.Skipped, o.Fate));
        Assert.Empty(reading.OwnWords);
        Assert.All(
            Read(draft.Reviewed()).Outcomes.Where(o => o.Kind == FindingKind.Improvement),
            o => Assert.Equal(SuggestionFate.Kept, o.Fate)
        );
    }

    [Theory]
    [InlineData("strike")]
    [InlineData("dstrike")]
    [InlineData("vanish")]
    public void StruckThroughOrHiddenSuggestion_IsRemoved(string look)
    {
        var draft = new ReturnedDraft().Reviewed();
        Sentence(draft.Suggestion(First)).AddFirst(new XElement(W + "rPr", new XElement(W + look)));
        Sentence(draft.Suggestion(Second))
            .AddFirst(
                new XElement(W + "rPr", new XElement(W + look, new XAttribute(W + "val", "false")))
            );

        var reading = Read(draft);

        Assert.Equal(SuggestionFate.Removed, FateOf(reading, "1.1"));
        Assert.Equal(SuggestionFate.Kept, FateOf(reading, "1.3"));
    }

    [Theory]
    [InlineData("{0} – STÄMMER INTE, TA BORT", SuggestionFate.Unsure)]
    [InlineData("Tas bort: {0}", SuggestionFate.Unsure)]
    [InlineData("{0} ???", SuggestionFate.Unsure)]
    [InlineData("KOLLA MED ANNA {0}", SuggestionFate.Unsure)]
    [InlineData("{0} varje år", SuggestionFate.Edited)]
    public void WordsOfCautionAtEitherEnd_MakeASuggestionUnsure(string form, SuggestionFate fate)
    {
        var draft = new ReturnedDraft("full").Reviewed();
        var mark = draft.Suggestion("improvement_1_3");
        Write(mark, string.Format(CultureInfo.InvariantCulture, form, Sentence(mark).Value));

        var outcome = Read(draft)
            .Outcomes.Single(o => o is { Question: "1.3", Kind: FindingKind.Improvement });

        Assert.Equal(fate, outcome.Fate);
        Assert.NotNull(outcome.Text);
    }

    [Theory]
    [InlineData("Nej")]
    [InlineData("?")]
    [InlineData("–")]
    [InlineData("Vet ej")]
    [InlineData("Redan genomfört")]
    [InlineData("Redan antaget 2015.")]
    [InlineData("Ingen uppgift")]
    [InlineData("Ej aktuellt")]
    [InlineData("Inte aktuellt här just nu.")]
    [InlineData("Utgår")]
    [InlineData("Stryk, hör till område 5")]
    [InlineData("Inget att lyfta fram")]
    [InlineData("Nej, det gjordes i fjol")]
    [InlineData("Det stämmer inte")]
    [InlineData("N/A")]
    public void AnswerInASuggestionsPlace_IsNoUse(string answer)
    {
        var draft = new ReturnedDraft().Reviewed();
        Write(draft, answer);

        var readout = Readout(draft);

        Assert.Equal(SuggestionFate.Unsure, FateOf(readout.Feedback.Readings[0], "1.1"));
        Assert.Contains(
            readout.Doubts,
            d => d.Contains("förbättringsmöjligheten 1.1", StringComparison.Ordinal)
        );
        Assert.Empty(readout.Feedback.Readings[0].Added);
    }

    // Short, or begun like a refusal, but they name something.
    [Theory]
    [InlineData("Ingen budget för översättning")]
    [InlineData("Ingen medborgarpanel")]
    [InlineData("Inget register över löften")]
    [InlineData("Ej uppdaterad karta")]
    [InlineData("Utgår från brukarnas behov")]
    [InlineData("Redan låga trösklar kan sänkas")]
    [InlineData("Inte alla nämnder svarar")]
    [InlineData("Öppettider")]
    [InlineData("Nejlikans förskola delar lokal")]
    public void ShortItemInASuggestionsPlace_IsAnEdit(string text)
    {
        var draft = new ReturnedDraft().Reviewed();
        Write(draft, text);

        Assert.Equal(SuggestionFate.Edited, FateOf(Read(draft), "1.1"));
    }

    [Fact]
    public void TextOutsideTheLists_IsNoSuggestion_AndChangedPointsAreNamed()
    {
        var draft = new ReturnedDraft().Reviewed();
        draft.Suggestion(First).Remove();
        foreach (
            var (old, @new) in new[] { ("1.1 ", "av"), ("Området får ", ""), ("62", "") }
                .Select(t =>
                    (
                        draft
                            .Text.Descendants(W + "p")
                            .First(p =>
                                p.Value.StartsWith(t.Item1, StringComparison.Ordinal)
                                && p.Value.Contains(t.Item2, StringComparison.Ordinal)
                            ),
                        t.Item1
                    )
                )
                .Select(t =>
                    (
                        t.Item1,
                        t.Item2 switch
                        {
                            "1.1 " => "1.1 Strategi (1 av 15)",
                            "62" => "63",
                            _ => $"{Original} (1.1)",
                        }
                    )
                )
        )
        {
            old.Elements(W + "r").Remove();
            old.Add(Run(@new));
        }

        var place = draft.Text.Descendants(W + "sdtContent").First();
        place.Element(W + "p")!.ReplaceWith(Paragraph(Original + " redan i dag"));

        var readout = Readout(draft);

        var reading = readout.Feedback.Readings[0];
        Assert.Equal(SuggestionFate.Removed, FateOf(reading, "1.1"));
        Assert.Contains(
            "redan i dag",
            Assert.Single(reading.OwnWords).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("av 15", reading.OwnWords[0].Text, StringComparison.Ordinal);
        Assert.Empty(reading.Added);
        Assert.Equal(["1.1 (4 → 1)", "område 1 (62 → 63)"], readout.ChangedPoints);
    }

    [Fact]
    public void CommentOnASuggestion_MakesItUnsure_AndIsKept()
    {
        var draft = new ReturnedDraft().Reviewed();
        var suggestion = draft.Suggestion(First);
        suggestion.Add(
            new XElement(
                W + "r",
                new XElement(W + "commentReference", new XAttribute(W + "id", "0"))
            )
        );
        draft.Set(
            "word/comments.xml",
            new XElement(
                W + "comments",
                new XElement(
                    W + "comment",
                    new XAttribute(W + "id", "0"),
                    Paragraph("Stryk den här.")
                )
            ).ToString()
        );

        var readout = Readout(draft);

        var reading = readout.Feedback.Readings[0];
        Assert.Equal(SuggestionFate.Unsure, FateOf(reading, "1.1"));
        Assert.Equal([new OwnWords(1, "Kommentar till 1.1: Stryk den här.")], reading.OwnWords);
        Assert.Contains("en kommentar", Assert.Single(readout.Doubts), StringComparison.Ordinal);
    }

    [Fact]
    public void AreaThatWasCutOut_IsNamed_AndSaysNothing()
    {
        var draft = new ReturnedDraft("full").Reviewed();
        var body = draft.Text.Root!.Element(W + "body")!.Elements().ToList();
        var from = body.FindIndex(e => e.Value.StartsWith("Område 4 ", StringComparison.Ordinal));
        var to = body.FindIndex(e => e.Value.StartsWith("Bilaga: ", StringComparison.Ordinal));
        body.GetRange(from, to - from).Remove();

        var readout = Readout(draft);

        Assert.All(
            readout.Feedback.Readings[0].Outcomes.Where(o => o.Area >= 4),
            o => Assert.Equal(SuggestionFate.Skipped, o.Fate)
        );
        Assert.Equal(
            "område 4, 5, 6, 7, 8 finns inte kvar i dokumentet; om förslagen där antecknas inget",
            Assert.Single(readout.Doubts)
        );
    }

    [Theory]
    [InlineData("Kommunen har en ny plan.", SuggestionFate.Kept)]
    [InlineData("Jag hinner inte med område 1.", SuggestionFate.Skipped)]
    [InlineData("Anna, kan du ta det?", SuggestionFate.Skipped)]
    public void OwnWords_SayThatAnAreaWasGoneThrough_UnlessTheyLeaveItToOthers(
        string words,
        SuggestionFate fate
    )
    {
        var draft = new ReturnedDraft();
        draft
            .Text.Descendants(W + "sdtContent")
            .First()
            .Element(W + "p")!
            .ReplaceWith(Paragraph(words));

        var reading = Read(draft);

        Assert.Equal(fate, FateOf(reading, "1.1"));
        Assert.Equal([new OwnWords(1, words)], reading.OwnWords);
    }

    [Fact]
    public void BoxThatIsDenied_OutweighsWhatElseWasDone()
    {
        var draft = new ReturnedDraft();
        Write(draft, "Gör en plan för demokratin");
        draft
            .Text.Descendants(W + "t")
            .First(t => t.Value.StartsWith(AreaPages.Box, StringComparison.Ordinal))
            .Value += " Nej, inte än";

        var reading = Read(draft);

        Assert.Equal(SuggestionFate.Edited, FateOf(reading, "1.1"));
        Assert.Equal(SuggestionFate.Skipped, FateOf(reading, "1.3"));
    }

    [Fact]
    public void OneWordChangedInReadyMadeText_SaysNothing()
    {
        var draft = new ReturnedDraft();
        var text = draft
            .Text.Descendants(W + "t")
            .First(t => t.Value.StartsWith("Området får ", StringComparison.Ordinal));
        text.Value = text.Value.Replace("får", "fick", StringComparison.Ordinal);

        Assert.All(Read(draft).Outcomes, o => Assert.Equal(SuggestionFate.Skipped, o.Fate));
    }

    [Fact]
    public void QuestionsAnsweredBelowAHeadRenamedInOneArea_AreUnsure()
    {
        var draft = new ReturnedDraft("full").Reviewed();
        var column = draft.Column(6, 0);
        column
            .Ancestors(W + "tbl")
            .First()
            .Descendants(W + "t")
            .First(t => t.Value == "Styrkor")
            .Value = "Bra";
        column.Elements(W + "p").Remove();
        column.Add(Paragraph("Planer finns för alla i vården"));

        var reading = Read(draft);

        Assert.All(
            reading.Outcomes.Where(o => o is { Area: 6, Kind: FindingKind.Strength }),
            o => Assert.Equal(SuggestionFate.Unsure, o.Fate)
        );
        Assert.Equal([new OwnWords(6, "Planer finns för alla i vården")], reading.OwnWords);
    }

    [Fact]
    public void SuggestionStruckWhole_Tracked_WithoutItsBookmark_IsRemoved_WhateverStandsInItsPlace()
    {
        var draft = new ReturnedDraft();
        var suggestion = draft.Suggestion(First);
        Unmark(suggestion);
        Strike(suggestion);
        suggestion.AddAfterSelf(
            new XElement(W + "p", Tracked("ins", Run("Öppna ett kontor i hamnen")))
        );

        var reading = Read(draft);

        Assert.Equal(SuggestionFate.Removed, FateOf(reading, "1.1"));
        Assert.Equal("Öppna ett kontor i hamnen", Assert.Single(reading.Added).Text);
    }

    private static SuggestionFate FateOf(FeedbackReading reading, string question) =>
        reading.Outcomes.Single(o => o.Question == question).Fate;

    private static string Original => Rendered.Draft("small").Areas[0].Improvements[0].Sentence;

    private FeedbackReading Read(ReturnedDraft draft) => ReadRecord(draft).Readings[0];

    private FeedbackRecord ReadRecord(ReturnedDraft draft) => Readout(draft).Feedback;

    private FeedbackReadout.Read Readout(ReturnedDraft draft)
    {
        var file = _folder.File("utkast.docx");
        File.WriteAllBytes(file, draft.Save());
        return Assert.IsType<FeedbackReadout.Read>(
            new FeedbackReader(Subject.Knowledge, new FixedTime()).Read(file)
        );
    }

    private string Refuse(ReturnedDraft draft)
    {
        var file = _folder.File("utkast.docx");
        File.WriteAllBytes(file, draft.Save());
        return Assert
            .IsType<FeedbackReadout.Refused>(
                new FeedbackReader(Subject.Knowledge, new FixedTime()).Read(file)
            )
            .Message;
    }

    private static void Rename(ReturnedDraft draft, string head, string name)
    {
        foreach (var text in draft.Text.Descendants(W + "t").Where(t => t.Value == head))
        {
            text.Value = name;
        }
    }

    private static void Write(ReturnedDraft draft, string text) =>
        Write(draft.Suggestion(First), text);

    private static void Write(XElement paragraph, string text) =>
        Sentence(paragraph).ReplaceWith(Run(text));

    private static void Unmark(XElement paragraph) => Unmark([paragraph]);

    private static void Unmark(IEnumerable<XElement> paragraphs) =>
        paragraphs
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
