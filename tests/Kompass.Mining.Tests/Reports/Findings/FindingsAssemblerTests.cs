using Kompass.Mining.Corpus;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Reports.Findings;

public sealed class FindingsAssemblerTests
{
    private const string Improvements3 =
        "• Överväg att jämföra resultatet med grannarnas • Utveckla former för återkoppling till föreningarna";

    [Fact]
    public void Findings_AreNumberedWithinAreaAndKind()
    {
        var findings = Subject.Record(Draft.Structured).Findings;

        Assert.Equal(
            [
                (1, FindingKind.Strength, 1),
                (1, FindingKind.Strength, 2),
                (1, FindingKind.Improvement, 1),
                (1, FindingKind.Improvement, 2),
                (2, FindingKind.Strength, 1),
            ],
            findings.Take(5).Select(f => (f.Area, f.Kind, f.Order))
        );
        Assert.All(findings, f => Assert.Null(f.Question));
        Assert.All(findings, f => Assert.Equal(Via.FindingsTable, f.Source.Via));
    }

    [Fact]
    public void AreaWithoutASection_LacksItsFindings() =>
        Assert.Equal(
            "findings-missing 3",
            Notes(Draft.With(Draft.Area(3), ""), "its section, and with it its findings, is not")
        );

    [Fact]
    public void SectionBeforeOneWhoseHeadingIsMissing_MayHoldTheFindingsOfBoth() =>
        Assert.Equal(
            "section-uncertain 2",
            Notes(Draft.With(Draft.Area(3), ""), "the heading of area 3 is missing")
        );

    [Fact]
    public void AreaWithoutLists_IsNoted()
    {
        var area = Draft.Area(3);
        var at = area.IndexOf("Styrkor\t", StringComparison.Ordinal);

        Assert.Equal(
            "findings-missing 3",
            Notes(Draft.With(area, area[..at]), "no list of findings was found")
        );
    }

    [Fact]
    public void AreaWithOneListOnly_LacksTheOther()
    {
        var area = Draft.Area(3);

        Assert.Equal(
            "findings-missing 3",
            Notes(
                Draft.With(
                    area,
                    Draft
                        .With(area, "\tFörbättringsmöjligheter", "")
                        .Replace("\t" + Improvements3, "", StringComparison.Ordinal)
                ),
                "no list of improvement areas was found"
            )
        );
    }

    [Fact]
    public void EmptyList_IsNoted()
    {
        var area = Draft.Area(3);

        Assert.Equal(
            "findings-missing 3",
            Notes(
                Draft.With(area, Draft.With(area, Improvements3, " ")),
                "the list of improvement areas has no items"
            )
        );
    }

    [Fact]
    public void ListOfWeaknessesThatTheOtherAreasHave_IsMissed()
    {
        var report = Draft
            .Structured.Replace(
                "Förbättringsmöjligheter\n",
                "Förbättringsmöjligheter\tSvagheter\n",
                StringComparison.Ordinal
            )
            .Replace("föreningarna\n", "föreningarna\t• Dyrt\n", StringComparison.Ordinal)
            .Replace("grannarnas\n", "grannarnas\t• Dyrt\n", StringComparison.Ordinal)
            .Replace("nämnder\n", "nämnder\t• Dyrt\n", StringComparison.Ordinal)
            .Replace("läsa\n", "läsa\t• Dyrt\n", StringComparison.Ordinal);
        var at = report.IndexOf("\tSvagheter\n", StringComparison.Ordinal);

        Assert.Equal("", Notes(report, "the list of weaknesses"));
        Assert.Equal(
            "findings-missing 1",
            Notes(
                report[..at] + "\n" + report[(at + "\tSvagheter\n".Length)..],
                "the list of weaknesses, which the other areas have"
            )
        );
    }

    [Fact]
    public void ListsWhoseHeadsWereExchanged_AreDoubtedByTheirWording()
    {
        var area = Draft.Area(3);
        var record = Subject.Record(
            Draft.With(
                area,
                Draft.With(
                    area,
                    "Styrkor\tFörbättringsmöjligheter",
                    "Förbättringsmöjligheter\tStyrkor"
                )
            )
        );

        Assert.Contains(record.Notes, n => n.Code == NoteCode.ColumnUncertain && n.Area == 3);
        Assert.All(
            record.Findings.Where(f => f.Area == 3),
            f => Assert.True(f.Confidence < Finding.DoubtBelow)
        );
        Assert.All(
            record.Findings.Where(f => f.Area != 3),
            f => Assert.True(f.Confidence >= Finding.DoubtBelow)
        );
    }

    [Fact]
    public void DocumentThatEndsInASection_MayHaveCutItsLists()
    {
        var at = Draft.Structured.IndexOf("Område 6", StringComparison.Ordinal);

        Assert.Equal(
            "section-uncertain 5",
            Notes(Draft.Structured[..at], "the document ends in its section")
        );
    }

    [Fact]
    public void PageMissingFromASection_IsNoted() =>
        Assert.Equal(
            "section-uncertain 3",
            Notes(
                Draft.With(
                    Draft.Flat,
                    "Sveriges Kommuner och Landsting 2013-05-20 6 (18) ",
                    "Sveriges Kommuner och Landsting 2013-05-20 7 (18) "
                ),
                "a page of its section is missing or could not be read"
            )
        );

    [Fact]
    public void ItemMuchLongerThanAnyMet_IsDoubted()
    {
        var area = Draft.Area(3);
        var text = Draft.With(
            area,
            Draft.With(
                area,
                Improvements3,
                "• Utveckla " + string.Concat(Enumerable.Repeat("och mer ", 30)) + "ännu"
            )
        );

        Assert.Equal("cut-uncertain 3", Notes(text, "begin or end"));
    }

    // Codes and areas of the notes that say this.
    private static string Notes(string report, string message) =>
        string.Join(
            "; ",
            Subject
                .Record(report)
                .Notes.Where(n =>
                    n.About == About.Findings
                    && n.Message.Contains(message, StringComparison.Ordinal)
                )
                .Select(n => $"{n.Code} {n.Area}")
        );
}
