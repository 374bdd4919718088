using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Dataset.Records;

public sealed class RecordReconcilerTests
{
    private static readonly Finding Mål = WrittenRecords.Finding(
        3,
        FindingKind.Strength,
        1,
        "Tydliga mål"
    );

    [Fact]
    public void OneDocument_IsTheRecord()
    {
        var record = Assert.Single(RecordReconciler.Reconcile([WrittenRecords.Of("a")]));

        Assert.Equal("ekdal-2013", record.Id);
        Assert.Equal(["a"], record.Documents!.Select(d => d.File));
        Assert.Empty(record.Notes);
    }

    [Fact]
    public void NoDocument_GivesNoRecord() => Assert.Empty(RecordReconciler.Reconcile([]));

    [Fact]
    public void SameContentTwice_IsOneDocument() =>
        Assert.Single(Merge(WrittenRecords.Of("a"), WrittenRecords.Of("a")).Documents!);

    [Fact]
    public void DocumentsThatAgree_MakeOneRecordWithoutANote()
    {
        var record = Merge(
            WrittenRecords.Of(
                "a",
                total: WrittenRecords.Total(480, Via.SummaryTable),
                findings: [Mål]
            ),
            WrittenRecords.Of("b", total: WrittenRecords.Total(480, Via.Sum), findings: [Mål])
        );

        Assert.Equal(["a", "b"], record.Documents!.Select(d => d.File));
        Assert.Empty(record.Notes);
        Assert.Equal(2, record.Areas[0].Witnesses.Count);
        Assert.Single(record.Findings);
    }

    [Fact]
    public void Value_TellsFromWhichDocumentItComes()
    {
        var record = Merge(
            WrittenRecords.Of("a", findings: [Mål], questions: [WrittenRecords.Question("3.1", 8)]),
            WrittenRecords.Of(
                "b",
                areas: WrittenRecords.Sixty.Take(5),
                questions: [WrittenRecords.Question("3.2", 9)]
            )
        );

        Assert.Equal(["a", "b"], record.Documents!.Select(d => d.File));
        Assert.Equal([null, 1], record.Questions.Select(q => q.Source.Document));
        Assert.Null(record.Findings[0].Source.Document);
        Assert.Equal([null, 1], record.Areas[0].Witnesses.Select(w => w.Source.Document));
    }

    [Fact]
    public void PlaceOnAPage_IsKeptBesideATextThatSaysMore()
    {
        var ends = WrittenRecords.Finding(3, FindingKind.Strength, 2, "Mål följs upp");
        var record = Merge(
            WrittenRecords.Of(
                "a.txt",
                findings: [Mål, ends],
                questions: [WrittenRecords.Question("3.1", 8)],
                total: WrittenRecords.Total(480, Via.SummaryTable)
            ),
            OnPage(
                4,
                WrittenRecords.Of(
                    "b.pdf",
                    findings: [Mål with { Text = "TYDLIGA MÅL." }],
                    questions: [WrittenRecords.Question("3.1", 8)],
                    total: WrittenRecords.Total(480, Via.SummaryTable)
                )
            )
        );

        Assert.Equal("a.txt", record.Document.File);
        Assert.Equal(
            [("Tydliga mål", 4, 1), ("Mål följs upp", null, null)],
            record.Findings.Select(f => (f.Text, f.Source.Page, f.Source.Document))
        );
        Assert.Equal((4, 1), (record.Total!.Source.Page, record.Total.Source.Document));
        Assert.Equal(4, record.Questions[0].Source.Page);
        Assert.All(record.Areas, a => Assert.Equal(4, a.Source.Page));
    }

    private static ReportRecord OnPage(int page, ReportRecord record) =>
        record with
        {
            Total = record.Total! with { Source = record.Total.Source with { Page = page } },
            Areas =
            [
                .. record.Areas.Select(a => a with { Source = a.Source with { Page = page } }),
            ],
            Questions =
            [
                .. record.Questions.Select(q => q with { Source = q.Source with { Page = page } }),
            ],
            Findings =
            [
                .. record.Findings.Select(f => f with { Source = f.Source with { Page = page } }),
            ],
        };

    [Fact]
    public void Order_OfTheDocumentsDoesNotMatter()
    {
        var a = WrittenRecords.Of("a", findings: [Mål]);
        var b = WrittenRecords.Of("b", areas: WrittenRecords.Sixty.Take(5));

        Assert.Equal(RecordJson.Write(Merge(a, b)), RecordJson.Write(Merge(b, a)));
    }

    [Fact]
    public void ScoreThatOnlyOneHas_IsTakenAndTheOthersNoteGoes()
    {
        var record = Merge(
            WrittenRecords.Of("a", findings: [Mål]),
            WrittenRecords.Of(
                "b",
                areas: WrittenRecords.Sixty.Where(x => x.Item1 != 3),
                notes: WrittenRecords.Note(NoteCode.ScoreMissing, About.Area, 3)
            )
        );

        Assert.Equal(8, record.Areas.Count);
        Assert.Empty(record.Notes);
    }

    [Fact]
    public void MissingScoreOfTheBetterDocument_IsFilledIn()
    {
        var record = Merge(
            WrittenRecords.Of(
                "a",
                areas: WrittenRecords.Sixty.Where(x => x.Item1 != 3),
                findings:
                [
                    .. Enumerable
                        .Range(1, 20)
                        .Select(i =>
                            WrittenRecords.Finding(1, FindingKind.Strength, i, $"Mål {i}")
                        ),
                ],
                notes: WrittenRecords.Note(NoteCode.ScoreMissing, About.Area, 3)
            ),
            WrittenRecords.Of("b")
        );

        Assert.Equal("a", record.Document.File);
        Assert.Equal(Enumerable.Range(1, 8), record.Areas.Select(a => a.Area));
        Assert.DoesNotContain(record.Notes, n => n.Code == NoteCode.ScoreMissing);
    }

    [Theory]
    [InlineData(false, false, 60, true)]
    [InlineData(true, false, 58, false)]
    [InlineData(false, true, 60, false)]
    [InlineData(true, true, 60, false)]
    public void ScoresThatDiffer_AreNotedUnlessOneIsInDoubt(
        bool doubtedBest,
        bool doubtedOther,
        int score,
        bool noted
    )
    {
        var doubt = WrittenRecords.Note(NoteCode.ScoreDiffers, About.Area, 3);
        var record = Merge(
            WrittenRecords.Of("a", findings: Many, notes: doubtedBest ? [doubt] : []),
            WrittenRecords.Of(
                "b",
                areas: WrittenRecords.Sixty.Select(x => x.Item1 == 3 ? (3, 58m) : x),
                notes: doubtedOther ? [doubt] : []
            )
        );

        Assert.Equal(score, record.Areas[2].Score);
        Assert.Equal(
            noted,
            record.Notes.Any(n => n.Code == NoteCode.DocumentsDiffer && n.Area == 3)
        );
        Assert.Equal(noted, record.Areas[2].Confidence < Finding.DoubtBelow);
    }

    [Fact]
    public void SubQuestionsThatDiffer_AreNoted()
    {
        var record = Merge(
            WrittenRecords.Of(
                "a",
                questions: [WrittenRecords.Question("1.1", 9), WrittenRecords.Question("1.2", null)]
            ),
            WrittenRecords.Of(
                "b",
                questions: [WrittenRecords.Question("1.1", 10), WrittenRecords.Question("1.2", 12)]
            )
        );

        Assert.Equal(["1.1", "1.2"], record.Questions.Select(q => q.Code));
        Assert.Equal(12, record.Questions[1].Achieved);
        Assert.Equal("1.1", Assert.Single(record.Notes).Question);
    }

    [Fact]
    public void TableThatOnlyTheOtherHas_AnswersTheNoteThatItWasMissing()
    {
        var record = Merge(
            WrittenRecords.Of(
                "a",
                findings: Many,
                notes: WrittenRecords.Note(NoteCode.QuestionMissing, About.Question, 1)
            ),
            WrittenRecords.Of("b", questions: [WrittenRecords.Question("1.1", 10)])
        );

        Assert.Equal("1.1", Assert.Single(record.Questions).Code);
        Assert.Empty(record.Notes);
    }

    [Fact]
    public void Findings_AreTakenAreaByAreaFromWhereTheyAreLessInDoubt()
    {
        var record = Merge(
            WrittenRecords.Of(
                "a",
                findings:
                [
                    .. Many,
                    WrittenRecords.Finding(3, FindingKind.Strength, 1, "Osäker", 0.5),
                ],
                notes: WrittenRecords.Note(NoteCode.CutUncertain, About.Findings, 3)
            ),
            WrittenRecords.Of("b", findings: [Mål])
        );

        Assert.Equal("Tydliga mål", Assert.Single(record.Findings, f => f.Area == 3).Text);
        Assert.Equal(Many.Count, record.Findings.Count(f => f.Area == 1));
        Assert.Empty(record.Notes);
    }

    [Fact]
    public void FindingsInDoubtThatWereTaken_KeepTheirNote()
    {
        var record = Merge(
            WrittenRecords.Of(
                "a",
                findings: Many,
                notes: WrittenRecords.Note(NoteCode.FindingsMissing, About.Findings, 3)
            ),
            WrittenRecords.Of(
                "b",
                findings: [WrittenRecords.Finding(3, FindingKind.Strength, 1, "Osäker", 0.5)],
                notes: WrittenRecords.Note(NoteCode.CutUncertain, About.Findings, 3)
            )
        );

        Assert.Equal(0.5, Assert.Single(record.Findings, f => f.Area == 3).Confidence);
        Assert.Contains(record.Notes, n => n.About == About.Findings && n.Area == 3);
    }

    [Fact]
    public void ValuesInDoubtThatWereTaken_KeepTheirNotes()
    {
        var record = Merge(
            WrittenRecords.Of(
                "a",
                areas: WrittenRecords.Sixty.Where(a => a.Item1 != 4),
                findings: Many,
                notes: WrittenRecords.Note(NoteCode.ScoreMissing, About.Area, 4)
            ),
            WrittenRecords.Of(
                "b",
                questions: [WrittenRecords.Question("1.1", 10)],
                notes:
                [
                    WrittenRecords.Note(NoteCode.ReadUncertain, About.Area, 4),
                    WrittenRecords.Note(NoteCode.QuestionUnclear, About.Question, 1, "1.1"),
                ]
            )
        );

        Assert.Equal(
            ["question-unclear 1.1", "read-uncertain 4"],
            record
                .Notes.Select(n => $"{n.Code} {n.Question ?? $"{n.Area}"}")
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Messages_AreTheSameInEveryCulture()
    {
        string[] Messages() =>
            [
                .. Merge(
                    WrittenRecords.Of("a", areas: [(1, 52.5m)], findings: Many),
                    WrittenRecords.Of("b", areas: [(1, 50.5m)])
                )
                    .Notes.Select(n => n.Message),
            ];

        Assert.Equal(Messages(), Cultures.In("sv-SE", Messages));
    }

    [Theory]
    [InlineData("Tydliga  mål", FindingKind.Strength, false)]
    [InlineData("Tydliga mått", FindingKind.Strength, true)]
    [InlineData("Tydliga mål", FindingKind.Improvement, true)]
    public void FindingsInOtherWordsOrInAnotherList_AreNoted(
        string text,
        FindingKind kind,
        bool isNoted
    )
    {
        var record = Merge(
            WrittenRecords.Of("a", findings: [Mål]),
            WrittenRecords.Of("b", findings: [WrittenRecords.Finding(3, kind, 1, text)])
        );

        Assert.Equal(Mål.Text, Assert.Single(record.Findings).Text);
        Assert.Equal(
            isNoted
                ?
                [
                    "area 3: 1 of 1 findings of a have other words, or stand in another list, in b; the former was taken",
                ]
                : [],
            record.Notes.Select(n => n.Message)
        );
    }

    [Fact]
    public void ListsOfDifferentLength_AreNoted()
    {
        var record = Merge(
            WrittenRecords.Of(
                "a",
                findings: [Mål, WrittenRecords.Finding(3, FindingKind.Strength, 2, "Dialog")]
            ),
            WrittenRecords.Of("b", findings: [Mål])
        );

        Assert.Equal(2, record.Findings.Count);
        Assert.Equal((NoteCode.DocumentsDiffer, 3), (record.Notes[0].Code, record.Notes[0].Area));
    }

    [Theory]
    [InlineData(480, "sum", 485, "summary-table", 485, 0)]
    [InlineData(480, "chart", 485, "summary-table", 480, 1)]
    [InlineData(480, "chart", 485, "sum", 480, 0)]
    public void PrintedTotal_IsWorthMoreThanASum(
        int ours,
        string ourVia,
        int theirs,
        string theirVia,
        int value,
        int notes
    )
    {
        var record = Merge(
            WrittenRecords.Of("a", findings: Many, total: WrittenRecords.Total(ours, ourVia)),
            WrittenRecords.Of("b", total: WrittenRecords.Total(theirs, theirVia))
        );

        Assert.Equal(value, record.Total!.Value);
        Assert.Equal(notes, record.Notes.Count(n => n.About == About.Total));
    }

    [Fact]
    public void DocumentsThatContradictEachOtherInMostAreas_AreTwoEvaluations()
    {
        var records = RecordReconciler.Reconcile([
            WrittenRecords.Of("a", findings: [Mål]),
            WrittenRecords.Of(
                "b",
                areas: WrittenRecords.Sixty.Select(x => (x.Item1, 50m)),
                findings: [Mål]
            ),
        ]);

        Assert.Equal(["ekdal-2013", "ekdal-2013-2"], records.Select(r => r.Id));
        Assert.StartsWith(
            "ekdal-2013-2/3/strength/",
            Assert.Single(records[1].Findings).Id,
            StringComparison.Ordinal
        );
        Assert.All(records, r => Assert.Empty(r.Notes));
    }

    private static List<Finding> Many =>
        [
            .. Enumerable
                .Range(1, 10)
                .Select(i => WrittenRecords.Finding(1, FindingKind.Strength, i, $"Mål {i}")),
        ];

    private static ReportRecord Merge(params ReportRecord[] records) =>
        Assert.Single(RecordReconciler.Reconcile(records));
}
