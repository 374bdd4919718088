using Kompass.Mining.Corpus;
using Kompass.Mining.Documents;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Corpus;

public sealed class LetterRepairTests
{
    [Theory]
    [InlineData("Forbattringsmojligheter", "Förbättringsmöjligheter")]
    [InlineData("F?rb?ttringsm?jligheter", "Förbättringsmöjligheter")]
    [InlineData("F_RB_TTRINGSM_JLIGHETER", "FÖRBÄTTRINGSMÖJLIGHETER")]
    [InlineData("?rebro och V\uFFFDster\uFFFDs", "Örebro och Västerås")]
    [InlineData("medborgarforslag, Xqzrwa 17 och e-post", "medborgarförslag, Xqzrwa 17 och e-post")]
    [InlineData("Fungerar dialogen? Varf?r inte?", "Fungerar dialogen? Varför inte?")]
    public void Letters_ComeBackWhereAWordIsKnown(string lost, string restored) =>
        Assert.Equal(restored, Subject.Knowledge.Letters.Restore(lost));

    [Theory]
    [InlineData("a", "a", "o")]
    [InlineData("?", "?", "?")]
    public void ReportWithoutItsLetters_KeepsItsFiguresAndDoubtsItsFindings(
        string å,
        string ä,
        string ö
    )
    {
        var text = File.ReadAllText(Path.Combine(Repository.Samples, "bjorkvallen-2012.txt"));
        var whole = Subject.Record(text);
        var lost = text.Replace("å", å, StringComparison.Ordinal)
            .Replace("ä", ä, StringComparison.Ordinal)
            .Replace("ö", ö, StringComparison.Ordinal)
            .Replace("Å", å.ToUpperInvariant(), StringComparison.Ordinal)
            .Replace("Ä", ä.ToUpperInvariant(), StringComparison.Ordinal)
            .Replace("Ö", ö.ToUpperInvariant(), StringComparison.Ordinal);

        var record = Subject.Record(lost);

        Assert.Equal(
            whole.Areas.Select(a => (a.Area, a.Score)),
            record.Areas.Select(a => (a.Area, a.Score))
        );
        Assert.Equal(
            whole.Questions.Select(q => (q.Code, q.Achieved)),
            record.Questions.Select(q => (q.Code, q.Achieved))
        );
        Assert.Equal(whole.Findings.Count, record.Findings.Count);
        Assert.All(record.Findings, f => Assert.True(f.Confidence < Finding.DoubtBelow));
        Assert.Contains(record.Notes, n => n.Code == NoteCode.TextRepaired);
    }

    [Fact]
    public void NameThatTwoMunicipalitiesShareWithoutTheirLetters_IsNoted()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Samples, "bjorkvallen-2012.txt"))
            .Replace("Björkvallen", "Håbo", StringComparison.OrdinalIgnoreCase);

        var record = Subject.Record(LetterRepair.WithoutMarks(text));

        Assert.Contains(record.Municipality.Name, new[] { "Habo", "Håbo" });
        Assert.Contains(record.Notes, n => n.Code == NoteCode.MunicipalityInferred);
    }

    [Fact]
    public void TextWithoutItsLettersThatIsNoReport_IsSetAsideForThatReason()
    {
        var aside = Assert
            .IsType<ReportReading.NotRead>(
                Subject.Read(
                    string.Concat(Enumerable.Repeat("Kommunen har mal och foljer upp dem. ", 120))
                )
            )
            .SetAside;

        Assert.Equal(SetAsideCause.Damaged, aside.Cause);
        Assert.Contains("has lost its å, ä and ö", aside.Message, StringComparison.Ordinal);
    }
}
