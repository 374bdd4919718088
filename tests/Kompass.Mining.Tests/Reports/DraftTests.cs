using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Reports;

/// <summary>The report that other tests change: as it stands it is read whole, and all that it deserves a note for is its municipality, which does not exist.</summary>
public sealed class DraftTests
{
    [Fact]
    public void Structured_IsReadWholeAndWithoutDoubt() =>
        IsWhole(Subject.Record(Draft.Structured));

    [Fact]
    public void Flat_IsReadWholeAndWithoutDoubt()
    {
        var record = Subject.Record(Draft.Flat);

        IsWhole(record);
        Assert.Equal(18, record.Document.Pages);
    }

    [Fact]
    public void StructuredAndFlat_GiveTheSameFindings() =>
        Assert.Equal(
            Subject.Record(Draft.Structured).Findings.Select(f => (f.Id, f.Text)),
            Subject.Record(Draft.Flat).Findings.Select(f => (f.Id, f.Text))
        );

    private static void IsWhole(ReportRecord record)
    {
        Assert.Equal([NoteCode.MunicipalityUnknown], record.Notes.Select(n => n.Code));
        Assert.Equal("ekdal-2013", record.Id);
        Assert.Equal("2013-04", record.Evaluated);
        Assert.Equal(2, record.Ordinal);
        Assert.Equal(480, record.Total!.Value);
        Assert.Equal(Via.Sum, record.Total.Source.Via);
        Assert.Equal(Enumerable.Repeat(60m, 8), record.Areas.Select(a => a.Score));
        Assert.Equal(45, record.Questions.Count);
        Assert.Equal(32, record.Findings.Count);
        Assert.Equal(["Ada Lindros"], record.Evaluators.Select(e => e.Name));
    }
}
