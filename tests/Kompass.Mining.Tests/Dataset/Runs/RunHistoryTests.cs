using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Dataset.Runs;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Dataset.Runs;

/// <summary>What a run says of what it changed: <see cref="RunHistory"/>.</summary>
public sealed class RunHistoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private DataFolder Data => new(_folder.File("data"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void FirstRun_TellsItsDocumentsAndReportsAsNew()
    {
        Sample("a.html");

        var changes = Run();

        Assert.Equal(
            [new DocumentChange(_folder.File("in/a.html"), DocumentChangeKind.New)],
            changes.Documents
        );
        var report = Assert.Single(changes.Reports);
        Assert.Equal(("lovhamra-2016", ReportChangeKind.New), (report.Id, report.Kind));
    }

    [Fact]
    public void RunWithNothingChanged_IsKeptAndTellsNothing()
    {
        Sample("a.html");
        Run();

        var changes = Run();

        Assert.Empty(changes.Documents);
        Assert.Empty(changes.Reports);
        Assert.Equal(["20260102T030405Z", "20260102T030405Z-000002"], new RunHistory(Data).Ids());
    }

    [Fact]
    public void ChangedDocument_TellsTheValuesOldAndNew()
    {
        Sample("a.html");
        Run();
        Sample("a.html", " 61", " 63");

        var changes = Run();

        Assert.Equal(DocumentChangeKind.Changed, Assert.Single(changes.Documents).Kind);
        var report = Assert.Single(changes.Reports);
        Assert.Contains(
            report.Values,
            v =>
                v is { Old: "61", New: "63", Reason: ChangeReason.Document }
                && v.Path.StartsWith("areas/", StringComparison.Ordinal)
        );
        Assert.All(report.Values, v => Assert.NotEqual(v.Old, v.New));
    }

    [Fact]
    public void OtherReading_IsTheReasonWhereTheDocumentIsTheSame()
    {
        Sample("a.html");
        Run();
        var records = new RecordStore(Data.Records);
        records.Write("lovhamra-2016", records.Find("lovhamra-2016")! with { Edition = "2002" });
        // Else it would be a record that others have altered.
        File.Delete(Path.Combine(Data.Root, ".build.json"));

        var changes = Run(reader: "2");

        var value = Assert.Single(Assert.Single(changes.Reports).Values);
        Assert.Equal(new ValueChange("edition", "2002", "2010", ChangeReason.Reading), value);
    }

    [Fact]
    public void Correction_IsTheReasonOfTheValueThatItSets()
    {
        Sample("a.html");
        Run();
        var area = new RecordStore(Data.Records).Find("lovhamra-2016")!.Areas[0];
        var file = _folder.Write(
            "corrections.csv",
            $"report,path,value,reason,date\nlovhamra-2016,areas/{area.Area}/score,12,prövning,2026-01-02\n"
        );

        var changes = Run(corrections: Corrections.Read(file, Subject.Knowledge));

        var values = Assert.Single(changes.Reports).Values;
        Assert.Equal("12", values.Single(v => v.Path == $"areas/{area.Area}").New);
        Assert.All(values, v => Assert.Equal(ChangeReason.Correction, v.Reason));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void CorrectedLabel_IsNoChangeOfTheModel(bool byContent)
    {
        File.Copy(
            Path.Combine(Repository.Samples, "bjorkvallen-2012.txt"),
            _folder.Write("in/a.txt", ""),
            overwrite: true
        );
        Run();
        var finding = new RecordStore(Data.Records).Find("bjorkvallen-2012")!.Findings[0];
        var place = byContent
            ? finding.Id["bjorkvallen-2012/".Length..]
            : $"{finding.Area}/{ContentId.NameOf(finding.Kind)}/{finding.Order}";
        var file = _folder.Write(
            "corrections.csv",
            $"report,path,value,reason,date\nbjorkvallen-2012,findings/{place}/theme,values,prövning,2026-01-02\n"
        );

        var changes = Run(corrections: Corrections.Read(file, Subject.Knowledge));

        var value = Assert.Single(
            Assert.Single(changes.Reports).Values,
            v => v.Path == $"findings/{finding.Id}/theme"
        );
        Assert.Equal(("values", ChangeReason.Correction), (value.New, value.Reason));
    }

    [Fact]
    public void DocumentThatIsGone_IsSaidOnceAndItsReportStays()
    {
        Sample("a.html");
        Run();
        File.Delete(_folder.File("in/a.html"));

        Assert.Equal(DocumentChangeKind.Gone, Assert.Single(Run().Documents).Kind);
        Assert.Empty(Run().Documents);
        Assert.NotNull(new RecordStore(Data.Records).Find("lovhamra-2016"));
        Sample("a.html");
        Assert.Equal(DocumentChangeKind.Back, Assert.Single(Run().Documents).Kind);
    }

    [Fact]
    public void CopyThatIsGone_BecameNoOtherThatWasThereBefore()
    {
        Sample("a.html");
        Sample("b.html");
        Run();
        File.Delete(_folder.File("in/b.html"));

        var change = Assert.Single(Run().Documents);

        Assert.Equal((DocumentChangeKind.Gone, null), (change.Kind, change.NewName));
    }

    [Fact]
    public void DocumentThatIsRenamed_IsSaidAndItsReportNamesTheNewFile()
    {
        Sample("a.html");
        Run();
        File.Move(_folder.File("in/a.html"), _folder.File("in/b.html"));

        var change = Assert.Single(Run().Documents);

        Assert.Equal(
            (DocumentChangeKind.Renamed, _folder.File("in/b.html")),
            (change.Kind, change.NewName)
        );
        Assert.Equal("b.html", new RecordStore(Data.Records).Find("lovhamra-2016")!.Document.File);
    }

    [Fact]
    public void WhatARunThatDiedHadChanged_IsToldByTheNextOne()
    {
        Sample("a.html");
        Run();
        Sample("a.html", " 61", " 63");
        using (
            FileOperation.Intercept(
                (operation, path) =>
                {
                    if (path == Data.Ledger)
                    {
                        throw new IOException($"{operation} fails");
                    }
                }
            )
        )
        {
            Assert.Throws<DatasetException>(() => Run());
        }

        var report = Assert.Single(Run().Reports);

        Assert.Contains(report.Values, v => v is { Old: "61", New: "63" });
        Assert.Empty(Directory.GetFiles(Data.Runs, "*.journal"));
    }

    [Fact]
    public void Plan_SaysWhatARunWouldDoAndWritesNothing()
    {
        Sample("a.html");
        Sample("gone.html");
        Run();
        Sample("new.html");
        _folder.Write("in/empty.txt", "");
        File.Delete(_folder.File("in/gone.html"));
        var before = Directory.GetFiles(Data.Root, "*", SearchOption.AllDirectories).Length;

        var plan = Make("1", null).Plan([_folder.File("in")]);

        Assert.Equal(
            ["a.html unchanged", "empty.txt read", "gone.html gone", "new.html read"],
            plan.Select(p => $"{Path.GetFileName(p.File)} {p.WouldBe}")
        );
        Assert.Equal(
            before,
            Directory.GetFiles(Data.Root, "*", SearchOption.AllDirectories).Length
        );
    }

    [Fact]
    public void LinkThatIsNotFollowed_IsPlannedOnce()
    {
        Sample("a.html");
        Directory.CreateDirectory(_folder.File("elsewhere"));
        Directory.CreateSymbolicLink(_folder.File("in/cases"), _folder.File("elsewhere"));
        Run();

        var plan = Make("1", null).Plan([_folder.File("in")]);

        Assert.Equal(["unchanged", "set aside"], plan.Select(p => p.WouldBe));
    }

    [Fact]
    public void DamagedRun_IsNamed()
    {
        Sample("a.html");
        Run();
        File.WriteAllText(Directory.GetFiles(Data.Runs)[0], "{ half");

        var e = Assert.Throws<DatasetException>(() => new RunHistory(Data).After(null).ToList());

        Assert.Contains("is no run", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ClockThatWentBack_PutsTheLaterRunLastAllTheSame()
    {
        Sample("a.html");
        Run();
        Sample("a.html", " 61", " 63");

        Run(clock: new StillClock(day: 1));
        var third = Run(clock: new StillClock(day: 1));

        var history = new RunHistory(Data);
        Assert.Equal(
            ["20260102T030405Z", "20260102T030405Z-000002", "20260102T030405Z-000003"],
            history.Ids()
        );
        Assert.Equal(
            ReportChangeKind.Changed,
            Assert.Single(history.Find(history.Ids()[1])!.Changes.Reports).Kind
        );
        Assert.Empty(third.Reports);
    }

    private void Sample(string name, string old = "x", string @new = "x") =>
        _folder.Write(
            "in/" + name,
            File.ReadAllText(Path.Combine(Repository.Samples, "lovhamra-2016.html"))
                .Replace(old, @new, StringComparison.Ordinal)
        );

    private NightlyRun Make(string reader, Corrections? corrections, TimeProvider? clock = null) =>
        new(
            Subject.Extractor,
            reader,
            Data,
            clock ?? new StillClock(),
            new NightlyOptions(1, Corrections: corrections)
        );

    private RunChanges Run(
        string reader = "1",
        Corrections? corrections = null,
        TimeProvider? clock = null
    )
    {
        var history = new RunHistory(Data);
        var before = history.Ids();
        Make(reader, corrections, clock)
            .Run([_folder.File("in")], cancellation: TestContext.Current.CancellationToken);
        return history
            .Find(Assert.Single(history.Ids().Except(before, StringComparer.Ordinal)))!
            .Changes;
    }
}
