using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Reports;
using Kompass.Mining.Themes;

namespace Kompass.Mining.Tests.Dataset.Records;

public sealed class CorrectionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Apply_ReplacesValuesAndKeepsTheOriginals()
    {
        var corrected = Apply(
            "ekmossen-2014,areas/3/score,61,misprint,2026-01-02",
            "ekmossen-2014,findings/1/strength/1/theme,dialogue,read it,2026-01-02",
            "ekmossen-2014,findings/ekmossen-2014/1/strength/1/question,1.4,read it,2026-01-02",
            "ekmossen-2014,findings/1/strength/2/text,Rättad text,OCR,2026-01-02"
        );

        Assert.Equal(61, corrected.Areas.Single(a => a.Area == 3).Score);
        var first = corrected.Findings.Single(f =>
            f is { Area: 1, Kind: FindingKind.Strength, Order: 1 }
        );
        Assert.Equal(("1.4", "dialogue"), (first.Question, first.Theme));
        Assert.Equal(1, first.ThemeProbability);
        var second = corrected.Findings.Single(f =>
            f is { Area: 1, Kind: FindingKind.Strength, Order: 2 }
        );
        Assert.Equal("Rättad text", second.Text);
        Assert.Equal(4, corrected.Corrections!.Count);
        var score = Sample.Areas.Single(a => a.Area == 3).Score;
        Assert.Contains(
            new AppliedCorrection(
                "areas/3/score",
                score.ToString(CultureInfo.InvariantCulture),
                "61",
                "misprint",
                "2026-01-02"
            ),
            corrected.Corrections
        );
    }

    [Fact]
    public void Apply_WithoutCorrections_LeavesTheRecord() => Assert.Same(Sample, Apply());

    [Theory]
    [InlineData("nowhere-2014,areas/3/score,61", "there is no report nowhere-2014")]
    [InlineData("ekmossen-2014,areas/9/score,61", "has no area 9")]
    [InlineData("ekmossen-2014,areas/3/score,161", "no score from 0 to 100")]
    [InlineData("ekmossen-2014,areas/3/score,många", "no score from 0 to 100")]
    [InlineData("ekmossen-2014,areas/3/score,\"1,234\"", "with at most 2 decimals")]
    [InlineData("ekmossen-2014,questions/1.1/achieved,1.234", "with at most 2 decimals")]
    [InlineData("ekmossen-2014,total,\"1,234\"", "with at most 2 decimals")]
    [InlineData("ekmossen-2014,findings/1/strength/99/theme,goals", "has no finding 1/strength/99")]
    [InlineData("ekmossen-2014,findings/1/strength/1/colour,red", "a finding has no colour")]
    [InlineData("ekmossen-2014,findings/1/strength/1/question,2.1", "cannot be the question")]
    [InlineData("ekmossen-2014,questions/9.9/achieved,1", "has no sub-question 9.9")]
    [InlineData("ekmossen-2014,questions/1.1/achieved,99", "no number from 0 to 15")]
    [InlineData("ekmossen-2014,questions/1.1/percent,101", "no number from 0 to 100")]
    [InlineData("ekmossen-2014,findings/1/strength/1/question,1.9", "cannot be the question")]
    [InlineData("ekmossen-2014,total,801", "no total from 0 to 800")]
    [InlineData("ekmossen-2014,score,1", "path \"score\" is unknown")]
    public void Problems_NameFileLineAndWhatIsWrong(string row, string expected)
    {
        var records = new RecordStore(_folder.File("records"));
        records.Write(Sample.Id, Sample);

        var problem = Assert.Single(Read(row + ",why,2026-01-02").Problems(records));

        Assert.Contains("corrections.csv: line 2: ", problem, StringComparison.Ordinal);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ekmossen-2014,areas/3/score,61,,2026-01-02", "needs a reason and a date")]
    [InlineData("ekmossen-2014,areas/3/score,61,why,30/11-2026", "needs a reason and a date")]
    [InlineData("ekmossen-2014,findings/1/strength/1/theme,dialog,why,2026-01-02", "is no theme")]
    public void RowThatIsWronglyWritten_IsNamedAndTheOthersAreApplied(string row, string expected)
    {
        var records = new RecordStore(_folder.File("records"));
        records.Write(Sample.Id, Sample);
        var corrections = Read(row, "ekmossen-2014,areas/4/score,61,why,2026-01-02");

        var problem = Assert.Single(corrections.Problems(records));
        Assert.StartsWith(
            _folder.File("corrections.csv") + ": line 2: ",
            problem,
            StringComparison.Ordinal
        );
        Assert.Contains(expected, problem, StringComparison.Ordinal);
        Assert.Equal(
            "areas/4/score",
            Assert.Single(corrections.Apply(Sample, null).Corrections!).Path
        );
    }

    [Fact]
    public void CorrectedScore_TakesTheAddedUpTotalAlong()
    {
        var read = Sample with
        {
            Total = Sample.Total! with
            {
                Value = Sample.Areas.Sum(a => a.Score),
                Source = Sample.Total!.Source with { Via = Via.Sum },
            },
        };
        var old = Sample.Areas.Single(a => a.Area == 3).Score;

        var corrected = Read("ekmossen-2014,areas/3/score,1,why,2026-01-02").Apply(read, null);

        Assert.Equal(read.Total.Value - old + 1, corrected.Total!.Value);
    }

    [Fact]
    public void CorrectedPoints_TakeAnAddedUpAreaAlong()
    {
        var area = Sample.Areas.Single(a => a.Area == 3);
        var read = Sample with
        {
            Areas =
            [
                .. Sample.Areas.Select(a =>
                    a.Area == 3 ? a with { Source = a.Source with { Via = Via.Sum } } : a
                ),
            ],
        };
        var first = Sample.Questions.First(q => q.Code == "3.1");
        var sum = Sample.Questions.Where(q => q.Code[0] == '3').Sum(q => q.Achieved!.Value);

        var corrected = Read("ekmossen-2014,questions/3.1/achieved,0,why,2026-01-02")
            .Apply(read, null);
        var text = Read("ekmossen-2014,findings/1/strength/2/text,Rättad,why,2026-01-02")
            .Apply(read, null);

        Assert.Equal(sum - first.Achieved, corrected.Areas.Single(a => a.Area == 3).Score);
        Assert.Equal(area.Score, text.Areas.Single(a => a.Area == 3).Score);
    }

    [Fact]
    public void CorrectedScores_HaveTheNotesThatFitThem()
    {
        var first = Sample.Questions[0];
        var corrected = Apply(
            $"ekmossen-2014,questions/{first.Code}/achieved,0,why,2026-01-02",
            "ekmossen-2014,areas/3/score,1,why,2026-01-02"
        );

        var added = corrected.Notes.Where(n => !Sample.Notes.Contains(n)).ToList();
        Assert.Contains(
            added,
            n => n is { Code: NoteCode.SumDiffers, Area: 1, Severity: Severity.Warning }
        );
        Assert.Contains(added, n => n is { Code: NoteCode.SumDiffers, Area: 3 });
        Assert.All(
            corrected.Notes,
            n => Assert.StartsWith("ekmossen-2014/note/", n.Id, StringComparison.Ordinal)
        );
        Assert.Equal(0, corrected.Questions[0].Percent);

        // Set right again there is nothing to note.
        var back = Read(
                $"ekmossen-2014,questions/{first.Code}/achieved,{first.Achieved},why,2026-01-02",
                $"ekmossen-2014,areas/3/score,{Sample.Areas.Single(a => a.Area == 3).Score},why,2026-01-02"
            )
            .Apply(corrected, null);
        Assert.DoesNotContain(back.Notes, n => n.Code == NoteCode.SumDiffers);
    }

    [Fact]
    public void Figures_MayBeWrittenAsSwedesDo()
    {
        var corrected = Apply(
            "ekmossen-2014,areas/3/score,\"53,5\",why,2026-01-02",
            "ekmossen-2014,total,480,why,2026-01-02"
        );

        Assert.Equal(53.5m, corrected.Areas.Single(a => a.Area == 3).Score);
        Assert.Equal(480, corrected.Total!.Value);
        Assert.Contains(corrected.Notes, n => n.Code == NoteCode.TotalDiffers);
    }

    // As spreadsheets save them: Windows-1252 and Mac Roman, semicolons in Sweden, tabs in UTF-16.
    [Theory]
    [InlineData(1252, ';')]
    [InlineData(1252, ',')]
    [InlineData(10000, ';')]
    [InlineData(65001, ';')]
    [InlineData(1200, '\t')]
    public void ListOfASpreadsheet_IsReadAsItIsMeant(int encoding, char separator)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        string[] rows =
        [
            "report|path|value|reason|date",
            "ekmossen-2014|findings/1/strength/2/text|Annonsering både i dagspress & på webben, O 100|rättad|2026-01-02",
            "ekmossen-2014|areas/3/score|53,5|felläst|2026-01-02",
        ];
        var lines = rows.Select(r =>
            string.Join(separator, r.Split('|').Select(c => c.Contains(separator) ? $"\"{c}\"" : c))
        );
        var file = _folder.File("corrections.csv");
        File.WriteAllText(
            file,
            string.Join("\r\n", lines) + "\r\n",
            System.Text.Encoding.GetEncoding(encoding)
        );

        var corrected = Corrections.Read(file, Subject.Knowledge).Apply(Sample, null);

        Assert.Contains(
            corrected.Findings,
            f => f.Text == "Annonsering både i dagspress & på webben, O 100"
        );
        Assert.Equal(53.5m, corrected.Areas.Single(a => a.Area == 3).Score);
        Assert.Equal(
            ["felläst", "rättad"],
            corrected.Corrections!.Select(c => c.Reason).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Workbook_IsRefusedByName()
    {
        var file = _folder.Write("rättat.xlsx", "PK\u0003\u0004…");

        Assert.Contains(
            "rättat.xlsx: is a workbook; save the sheet as CSV",
            Assert.Throws<CorpusException>(() => Corrections.Read(file, Subject.Knowledge)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void CorrectedTheme_IsNotTheSecondOneToo()
    {
        string[] rows =
        [
            "ekmossen-2014,findings/1/strength/1/theme2,dialogue,of both,2026-01-02",
            "ekmossen-2014,findings/1/strength/2/theme2,goals,of both,2026-01-02",
            "ekmossen-2014,findings/1/strength/1/theme,dialogue,of it alone,2026-01-02",
        ];
        var corrected = Apply(rows);
        var records = new RecordStore(_folder.File("records"));
        records.Write(corrected.Id, corrected);

        Assert.Equal(
            ("dialogue", null),
            (corrected.Findings[0].Theme, corrected.Findings[0].Theme2)
        );
        Assert.Equal("goals", corrected.Findings[1].Theme2);
        Assert.Contains(
            "line 2: \"dialogue\" cannot be the theme2",
            Assert.Single(Read(rows).Problems(records)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void WhatIsCorrected_SaysSoAndStandsInATableWithWhatWasRead()
    {
        var corrected = Apply(
            "ekmossen-2014,areas/3/score,80,misprint,2026-01-02",
            "ekmossen-2014,total,480,misprint,2026-01-02",
            "ekmossen-2014,questions/1.1/achieved,1,misprint,2026-01-02",
            "ekmossen-2014,findings/1/strength/2/theme,goals,read it,2026-01-02",
            "ekmossen-2014,findings/1/strength/2/text,Rättad text,OCR,2026-01-02"
        );

        var source = corrected.Areas.Single(a => a.Area == 3).Source;
        Assert.Equal(
            Sample.Areas.Single(a => a.Area == 3).Source with
            {
                Via = Via.Correction,
            },
            source
        );
        Assert.Equal(Via.Correction, corrected.Total!.Source.Via);
        Assert.Equal(Via.Correction, corrected.Questions[0].Source.Via);
        Assert.Equal(Via.Correction, corrected.Findings[1].Source.Via);
        var table = TableCatalogue.Find("corrections");
        Assert.Equal(
            [
                (null, "areas/3/score", "80"),
                (null, "total", "480"),
                (null, "questions/1.1/achieved", "1"),
                (
                    corrected.Findings[1].Id,
                    $"findings/{corrected.Findings[1].Id}/text",
                    "Rättad text"
                ),
                (corrected.Findings[1].Id, $"findings/{corrected.Findings[1].Id}/theme", "goals"),
            ],
            table
                .Rows(corrected)
                .Select(r => (Cell(r, "finding_id"), Cell(r, "path"), Cell(r, "value")))
        );
        Assert.Contains(
            corrected.Notes,
            n =>
                n.Area == 3
                && n.Message.Contains(", 80 is set by a correction;", StringComparison.Ordinal)
        );
        Assert.Contains(
            corrected.Notes,
            n =>
                n.Message.StartsWith(
                    "the areas, some of them corrected, add up to",
                    StringComparison.Ordinal
                )
        );

        string? Cell(object?[] row, string column) => (string?)row[table.IndexOf(column)];
    }

    [Fact]
    public void CorrectedLabels_AreGoldAndTakeInOnlyWhatWasLookedAt()
    {
        var corrections = Read(
            "ekmossen-2014,findings/1/strength/1/theme,dialogue,read it,2026-01-02"
        );
        var records = new RecordStore(_folder.File("records"));
        records.Write(Sample.Id, corrections.Apply(Sample, null));

        var row = Assert.Single(CorrectedLabels.Read(records, corrections, Subject.Knowledge));

        Assert.Equal(LabelSource.Gold, row.Source);
        Assert.Equal("dialogue", row.Theme);
        Assert.Null(row.Question);
        Assert.Equal("ekmossen-2014", row.Report);
    }

    [Fact]
    public void CorrectedLabels_OfAnotherEdition_AreOfTheAreaThatTheirsIsLike()
    {
        var record = Sample with
        {
            Edition = "2020",
            Findings = [Sample.Findings[0] with { Area = 2 }],
        };
        var corrections = Read(
            "ekmossen-2014,findings/2/strength/1/theme,dialogue,read it,2026-01-02"
        );
        var records = new RecordStore(_folder.File("records"));
        records.Write(record.Id, corrections.Apply(record, null));

        var row = Assert.Single(CorrectedLabels.Read(records, corrections, Subject.Knowledge));

        Assert.Equal(8, row.Area);
    }

    private static ReportRecord Sample { get; } =
        Subject.Extract(Path.Combine(Repository.Samples, "ekmossen-2014.txt"));

    private ReportRecord Apply(params string[] rows) => Read(rows).Apply(Sample, null);

    private Corrections Read(params string[] rows)
    {
        var file = _folder.File("corrections.csv");
        File.WriteAllLines(file, rows.Prepend("report,path,value,reason,date"));
        return Corrections.Read(file, Subject.Knowledge);
    }
}
