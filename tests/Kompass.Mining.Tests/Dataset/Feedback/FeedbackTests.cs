using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Feedback;
using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Dataset.Runs;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Reports;
using Kompass.Mining.Tests.Improvements.Profiles;

namespace Kompass.Mining.Tests.Dataset.Feedback;

public sealed class FeedbackTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private DataFolder Data => new(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Append_KeepsEveryReading_ButNotTheSameTwiceInARow()
    {
        var store = new FeedbackStore(Data);

        Assert.True(store.Append(Feedback("a")));
        Assert.False(store.Append(Feedback("a")));
        Assert.True(store.Append(Feedback("b")));
        Assert.True(store.Append(Feedback("a")));

        Assert.Equal(["a", "b", "a"], store.All().Single().Readings.Select(r => r.Sha256));
    }

    [Fact]
    public void DocumentReadUnderAnotherName_IsTheSameReading()
    {
        var store = new FeedbackStore(Data);

        Assert.True(store.Append(Feedback("a")));
        Assert.True(store.Append(By("Anna Ek", "a")));
        Assert.False(store.Append(Feedback("a")));
        Assert.True(store.Append(By("Lars", "b")));

        Assert.Equal(
            [("Anna Ek", "a"), ("Lars", "b")],
            store.All().Single().Current.Select(r => (r.Evaluator, r.Sha256))
        );

        static FeedbackRecord By(string evaluator, string sha256)
        {
            var feedback = Feedback(sha256);
            return feedback with
            {
                Readings = [feedback.Readings[0] with { Evaluator = evaluator }],
            };
        }
    }

    [Fact]
    public void All_WithADamagedFile_NamesItAndSaysWhatToDo()
    {
        var file = _folder.Write("feedback/vasteras-2012.json", "{\"schema\":1");

        var error = Assert.Throws<DatasetException>(() => new FeedbackStore(Data).All().ToList());

        Assert.StartsWith(file, error.Message, StringComparison.Ordinal);
        Assert.Contains("read the edited draft again", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ByTheme_CountsTheLastReadingOfEachDraft()
    {
        var store = new FeedbackStore(Data);
        store.Append(Feedback("a", (SuggestionFate.Removed, "goals", "1.1")));
        store.Append(
            Feedback(
                "b",
                (SuggestionFate.Kept, "goals", "1.1"),
                (SuggestionFate.Edited, "goals", "1.2"),
                (SuggestionFate.Removed, "goals", "1.3"),
                (SuggestionFate.Kept, null, "1.4")
            )
        );

        var rates = FeedbackRates.ByTheme(store.All());

        Assert.Equal(
            [
                new FeedbackRate(null, FindingKind.Improvement, 1, 0, 0),
                new FeedbackRate("goals", FindingKind.Improvement, 1, 1, 1),
            ],
            rates
        );
        Assert.Equal(2.0 / 3, rates[1].UsedShare, 12);
    }

    [Fact]
    public void Add_WhereTheSummaryOfTheLastRunIsDamaged_KeepsTheFeedback()
    {
        _folder.Write("run.json", "{");

        Assert.Equal([true], new FeedbackRun(Data).Add([Feedback("a")]));
        Assert.Single(new FeedbackStore(Data).All());
    }

    [Fact]
    public void Outcomes_AreWhatTrainingReads()
    {
        new FeedbackRun(Data).Add(
            [
                Feedback(
                    "a",
                    [new AddedFinding(FindingKind.Strength, 1, "1.4", "Bra", null)],
                    (SuggestionFate.Kept, "goals", "1.1"),
                    (SuggestionFate.Edited, "goals", "1.2"),
                    (SuggestionFate.Removed, "goals", "1.3")
                ),
            ],
            TestContext.Current.CancellationToken
        );

        var rows = QuestionOutcome.ReadAll(Data.FeedbackOutcomes);

        Assert.Equal(
            [
                ("1.1", true, (bool?)null, false),
                ("1.2", true, null, false),
                ("1.3", false, null, false),
                ("1.4", (bool?)null, true, false),
            ],
            rows.Select(r => (r.Question, r.Named, r.Praised, r.Doubt))
        );
        Assert.All(rows, r => Assert.Equal("feedback", r.Source));
        Assert.Equal(
            "feedback on vasteras-2012: 4 rows passed over, its printed report is known",
            Assert.Single(new SuggestionSource(Subject.Knowledge, Data).Drafts).ToString()
        );
        Assert.Equal(
            new QuestionOutcome(
                "vasteras-2012",
                "1980",
                2012,
                "2010",
                "1.1",
                7.5m,
                15,
                true,
                null,
                false,
                "feedback"
            ),
            rows[0]
        );
    }

    // A draft has the points that someone filled in: nobody's report, however much is learned from it.
    [Fact]
    public void RecordedDraft_IsLearnedFrom_AndIsNoEvaluationThatSuggestionsAreMadeFrom()
    {
        var boras = Subject.Knowledge.Municipalities.FindByName("Borås")!;
        new FeedbackRun(Data).Add(
            [
                Feedback("a", (SuggestionFate.Kept, "goals", "1.1")) with
                {
                    Id = "boras-2026",
                    Municipality = MunicipalityName.Of(boras),
                    Year = 2026,
                },
            ],
            TestContext.Current.CancellationToken
        );

        var source = new SuggestionSource(Subject.Knowledge, Data);

        Assert.Equal("boras-2013", source.FindMunicipality(boras, null)!.Id);
        Assert.Null(source.FindMunicipality(boras, 2026));
        Assert.DoesNotContain(source.Known.All, e => e.Profile.Id == "boras-2026" || e.IsFeedback);
        Assert.True(Assert.Single(source.Learned.All, e => e.IsFeedback).Outcomes["1.1"].Named);
    }

    [Fact]
    public void ReportOfTheDataset_GoesBeforeWhatBecameOfItsDraft()
    {
        var report = KnownEvaluationsTests.Labelled(("1.1", FindingKind.Weakness)) with
        {
            Id = "kalmar-2013",
            Municipality = MunicipalityName.Of(
                Subject.Knowledge.Municipalities.FindByName("Kalmar")!
            ),
            Year = 2013,
        };
        new RecordStore(Data.Records).Write(report.Id, report);
        new FeedbackRun(Data).Add(
            [
                Feedback("a", (SuggestionFate.Removed, "goals", "1.1")) with
                {
                    Id = report.Id,
                    Municipality = report.Municipality,
                    Year = 2013,
                },
            ],
            TestContext.Current.CancellationToken
        );

        var source = new SuggestionSource(Subject.Knowledge, Data);

        Assert.True(Assert.Single(source.Drafts).HasReport);
        Assert.All(
            [source.Known, source.Learned],
            k => Assert.True(k.All.Single(e => e.Profile.Id == report.Id).Outcomes["1.1"].Named)
        );
    }

    [Fact]
    public void Outcomes_StruckInAnAreaWithAnItemOfNoSubQuestion_AreLeftOut()
    {
        var record = Feedback(
            "a",
            [new AddedFinding(FindingKind.Improvement, 1, null, "Något", null)],
            (SuggestionFate.Kept, "goals", "1.1"),
            (SuggestionFate.Removed, "goals", "1.2")
        );

        Assert.Equal(["1.1"], FeedbackOutcomes.Rows([record]).Select(r => r[4]));
    }

    [Fact]
    public void Outcomes_NotLookedAtOrUnsure_AreLeftOut() =>
        Assert.Empty(
            FeedbackOutcomes.Rows([
                Feedback(
                    "a",
                    (SuggestionFate.Skipped, "goals", "1.1"),
                    (SuggestionFate.Unsure, "goals", "1.2")
                ),
            ])
        );

    [Fact]
    public void TwoEvaluators_StandSideBySide_AndTheirVotesAreCounted()
    {
        var store = new FeedbackStore(Data);
        store.Append(
            By(
                "Anna",
                Feedback(
                    "a",
                    (SuggestionFate.Kept, "goals", "1.1"),
                    (SuggestionFate.Removed, "goals", "1.2")
                )
            )
        );
        store.Append(
            By(
                "Bo",
                Feedback(
                    "b",
                    (SuggestionFate.Edited, "goals", "1.1"),
                    (SuggestionFate.Kept, "goals", "1.2")
                )
            )
        );

        var record = store.All().Single();

        Assert.Equal(["Anna", "Bo"], record.Current.Select(r => r.Evaluator));
        Assert.Equal(
            [("1.1", "yes", "no"), ("1.2", "yes", "yes")],
            FeedbackOutcomes.Rows([record]).Select(r => (r[4], r[7], r[9]))
        );
        // By hand: both agree on one of two; chance agreement 2 * 0.75 * 0.25.
        Assert.Equal((0.5 - 0.375) / (1 - 0.375), FeedbackRates.Agreement([record])!.Value, 12);
    }

    [Fact]
    public void TwoEvaluators_WithDifferentPoints_AreNamed_AndTheirSubQuestionIsInDoubt()
    {
        var anna = By("Anna", Feedback("a", (SuggestionFate.Kept, "goals", "1.1")));
        var other = Feedback(
            "b",
            (SuggestionFate.Kept, "goals", "1.1"),
            (SuggestionFate.Removed, "goals", "1.2")
        );
        var reading = other.Readings[0];
        var bo = By(
            "Bo",
            other with
            {
                Readings =
                [
                    reading with
                    {
                        Areas = [new FeedbackAreaScore(1, 61, 100)],
                        Questions =
                        [
                            new FeedbackPoints("1.1", 13, 15),
                            .. reading.Questions.Skip(1),
                        ],
                        Outcomes =
                        [
                            .. reading.Outcomes.Select(o =>
                                o with
                                {
                                    Sentence = "Gör på ett annat sätt",
                                }
                            ),
                        ],
                    },
                ],
            }
        );
        new FeedbackRun(Data).Add([anna, bo], TestContext.Current.CancellationToken);

        var record = new FeedbackStore(Data).Find("vasteras-2012")!;

        Assert.Equal(["1.1 (7,5 hos Anna, 13 hos Bo)"], record.Differing.Select(d => d.ToString()));
        Assert.Equal(
            [("1.1", (decimal?)null, true), ("1.2", 7.5m, false)],
            QuestionOutcome
                .ReadAll(Data.FeedbackOutcomes)
                .Select(r => (r.Question, r.Achieved, r.Doubt))
        );
        // Not the same words were suggested.
        Assert.Null(FeedbackRates.Agreement([record]));
        Assert.Empty((record with { Readings = [record.Readings[0]] }).Differing);
    }

    [Fact]
    public void Append_OfAnotherEdition_IsRefused()
    {
        var store = new FeedbackStore(Data);
        store.Append(Feedback("a"));

        Assert.Throws<DatasetException>(() =>
            store.Append(Feedback("b") with { Edition = "2020" })
        );
        Assert.Single(store.All().Single().Readings);
    }

    [Fact]
    public void FirstContract_IsRead_AndWhatNobodyLookedAtIsNotKept()
    {
        var store = new FeedbackStore(Data);
        store.Append(Feedback("a", (SuggestionFate.Kept, "goals", "1.1")));
        var file = _folder.File("feedback/vasteras-2012.json");
        File.WriteAllText(
            file,
            File.ReadAllText(file)
                .Replace("\"schema\": 2", "\"schema\": 1", StringComparison.Ordinal)
        );

        Assert.Equal(
            SuggestionFate.Skipped,
            store.All().Single().Readings[0].Outcomes.Single().Fate
        );
    }

    private static FeedbackRecord By(string evaluator, FeedbackRecord feedback) =>
        feedback with
        {
            Readings = [feedback.Readings[0] with { Evaluator = evaluator }],
        };

    [Fact]
    public void Outcomes_OfInventedPlacesOrUnknownYears_AreLeftOut()
    {
        var record = Feedback("a", (SuggestionFate.Kept, "goals", "1.1"));

        Assert.NotEmpty(FeedbackOutcomes.Rows([record]));
        Assert.Empty(FeedbackOutcomes.Rows([record with { Year = null }]));
        Assert.Empty(
            FeedbackOutcomes.Rows([
                record with
                {
                    Municipality = new MunicipalityName(null, "Ekdal"),
                },
            ])
        );
    }

    [Fact]
    public void Rows_AreMarkedAsFeedbackAndHaveAsManyCellsAsTheHead()
    {
        var rows = FeedbackExport
            .Rows([
                Feedback(
                    "a",
                    [new AddedFinding(FindingKind.Improvement, 1, null, "Något", null)],
                    (SuggestionFate.Removed, "goals", "1.1")
                ),
            ])
            .ToList();

        Assert.All(rows, r => Assert.Equal(FeedbackExport.Columns.Count, r.Count));
        Assert.All(rows, r => Assert.Equal("feedback", r[0]));
        Assert.Equal(["removed", "added"], rows.Select(r => r[11]));
        Assert.Equal([0, 1], rows.Select(r => r[10]));
    }

    [Fact]
    public void Quality_TellsTheRates_AfterFeedbackAndAfterANightlyRun()
    {
        _folder.Write("in/a.txt", Draft.Structured);
        Nightly();
        Assert.DoesNotContain("Feedback", File.ReadAllText(Data.Quality), StringComparison.Ordinal);

        new FeedbackRun(Data).Add(
            [
                Feedback(
                    "a",
                    (SuggestionFate.Kept, "goals", "1.1"),
                    (SuggestionFate.Removed, "goals", "1.2")
                ),
            ],
            TestContext.Current.CancellationToken
        );

        const string Row = "| goals | improvement | 2 | 1 | 0 | 1 | 50 % |";
        Assert.Contains(Row, File.ReadAllText(Data.Quality), StringComparison.Ordinal);
        _folder.Write("in/b.txt", Draft.Structured.Replace("2013", "2014"));
        Nightly();
        Assert.Contains(Row, File.ReadAllText(Data.Quality), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Data.Csv, "feedback.csv")));
    }

    private void Nightly() =>
        new NightlyRun(Subject.Extractor, "test", Data, TimeProvider.System).Run(
            [_folder.File("in")],
            null,
            TestContext.Current.CancellationToken
        );

    private static FeedbackRecord Feedback(
        string sha256,
        params (SuggestionFate Fate, string? Theme, string Question)[] outcomes
    ) => Feedback(sha256, [], outcomes);

    private static FeedbackRecord Feedback(
        string sha256,
        AddedFinding[] added,
        params (SuggestionFate Fate, string? Theme, string Question)[] outcomes
    ) =>
        new(
            FeedbackRecord.CurrentSchema,
            "vasteras-2012",
            new MunicipalityName("1980", "Västerås"),
            2012,
            "2010",
            [
                new FeedbackReading(
                    new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
                    "utkast.docx",
                    sha256,
                    "lowest-share",
                    [new FeedbackAreaScore(1, 58, 100)],
                    [.. Enumerable.Range(1, 5).Select(i => new FeedbackPoints($"1.{i}", 7.5m, 15))],
                    [
                        .. outcomes.Select(o => new SuggestionOutcome(
                            $"vasteras-2012/improvement/{o.Question}",
                            FindingKind.Improvement,
                            1,
                            o.Question,
                            o.Theme,
                            0.5,
                            o.Fate,
                            "Gör så",
                            o.Fate == SuggestionFate.Removed ? null : "Gör så"
                        )),
                    ],
                    added,
                    []
                ),
            ]
        );
}
