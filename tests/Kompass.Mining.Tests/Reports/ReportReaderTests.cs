using Kompass.Mining.Documents;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Reports;

public sealed partial class ReportReaderTests
{
    [Theory]
    [InlineData(
        "Protokoll från årsmötet. Ordföranden öppnade mötet och valdes om.",
        "is no report of Kommunkompassen: neither its name nor its areas occur; expected a report"
    )]
    [InlineData(
        "Regionkompassen\n\nEn utvärdering av Region Bergslandet.\n\nOmrådet Offentlighet och demokrati prövas.",
        "is about Regionkompassen, the instrument for regions"
    )]
    [InlineData(
        "PM 1(6)\n\nAtt förbereda en utvärdering enligt Kommunkompassen i Ekdals kommun\n\nHär står vad som ska göras.",
        "mentions Kommunkompassen but has neither the areas of a report nor"
    )]
    [InlineData(
        "Kommunkompassen\n\nEkdals kommun\n\n• Offentlighet och demokrati\n• Politisk styrning och kontroll\n\nTack för oss!",
        "mentions Kommunkompassen but has neither the areas of a report nor"
    )]
    public void WhatIsNoReport_IsSetAsideWithWhatItIs(string text, string message)
    {
        var aside = Assert.IsType<ReportReading.NotRead>(Subject.Read(text, "in/a.txt")).SetAside;

        Assert.Equal(("in/a.txt", SetAsideCause.NotAReport), (aside.File, aside.Cause));
        Assert.StartsWith(message, aside.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PageInTheFormOfAReport_IsOfTheMunicipalityInItsTitle()
    {
        var areas = string.Concat(
            Subject.Labels.Edition.Areas.Select(a =>
                $"<details><summary>{a.Name} – {50 + a.Number} poäng</summary><h3>Styrkor</h3><ul><li>Tydliga mål</li></ul><h3>Förbättringsområden</h3><ul><li>Fler dialoger</li></ul></details>"
            )
        );

        var read = Assert.IsType<ReportReading.Read>(
            Subject.Read(
                $"<html><head><title>Kommunkompassen 2016 - Grästorps kommun</title></head><body><h1>Kommunkompassen 2016</h1><p>Grästorp fick totalt 436 poäng.</p>{areas}</body></html>",
                "page.html"
            )
        );

        Assert.Equal("Grästorp", read.Record.Municipality.Name);
        Assert.Equal(16, read.Record.Findings.Count);
        Assert.Contains(read.Record.Notes, n => n.Code == NoteCode.MunicipalityInferred);
    }

    [Fact]
    public void ReportThatNamesNoMunicipality_IsSetAside()
    {
        var text = Draft
            .Structured[Draft.Structured.IndexOf("Område 1", StringComparison.Ordinal)..]
            .Replace("Ekdal", "kommunen", StringComparison.Ordinal);

        var aside = Assert.IsType<ReportReading.NotRead>(Subject.Read(text)).SetAside;

        Assert.StartsWith("names no municipality", aside.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<h1>Kommunkompassen i Ekdals kommun</h1><p>Vi har deltagit.</p>")]
    [InlineData(
        "<h1>Kommunkompassen i Ekdals kommun</h1><ul><li>Offentlighet och demokrati 61<li>Resultat och effektivitet 55</ul>"
    )]
    public void WebPageWithoutScores_IsSetAside(string html)
    {
        var aside = Assert.IsType<ReportReading.NotRead>(Subject.Read(html, "a.html")).SetAside;

        Assert.StartsWith(
            "mentions Kommunkompassen but has neither the areas of a report nor",
            aside.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void WebPageWithScores_IsARecordOfThem()
    {
        var record = Subject.Record(
            "<title>Kommunkompassen 2015 | Ekdals kommun</title><h1>Kommunkompassen</h1><ul><li>Offentlighet och demokrati 61<li>Politisk styrning och kontroll 70<li>Resultat och effektivitet 55<li>Verksamhetsutveckling 52</ul>",
            "a.html"
        );

        Assert.Equal(("ekdals-2015", "2010"), (record.Id, record.Edition));
        Assert.Equal([1, 3, 5, 7], record.Areas.Select(a => a.Area));
        Assert.Empty(record.Questions);
        Assert.DoesNotContain(
            record.Notes,
            n => n.Code is NoteCode.Truncated or NoteCode.QuestionMissing
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("\nVad är Kommunkompassen?\n\nEtt verktyg som granskar åtta områden.\n")]
    public void WebPageCopiedAsText_IsARecordOfItsScores(string below)
    {
        var record = Subject.Record(
            $"""
            Dela sidan

            Kommunkompassen

            Kommunkompassen är en granskning av Ekdals kommun, som gjordes i maj 2015.

            Vi talade med 31 personer.

            Resultat 2015

             1. Offentlighet och demokrati 61
             2. Tillgänglighet och brukarorientering 60
             3. Politisk styrning och kontroll 73
             4. Ledarskap, ansvar och delegation 53
             8. Kommun som samhällsbyggare 68

            Ekdal fick 506 av 800 poäng, Örebro som högst 615.
            {below}
            """
        );

        Assert.Equal(("ekdal-2015", "2010"), (record.Id, record.Edition));
        Assert.Equal([61, 60, 73, 53, 68], record.Areas.Select(a => a.Score));
        Assert.DoesNotContain(
            record.Notes,
            n => n.Code is NoteCode.Truncated or NoteCode.MunicipalityInferred
        );
    }

    [Fact]
    public void ContentsAlone_AreNoScores()
    {
        var aside = Assert
            .IsType<ReportReading.NotRead>(
                Subject.Read(
                    """
                    KommunKompassen

                    ANALYS AV

                    EKDALS KOMMUN

                    2013

                    1 Offentlighet och demokrati 6
                    2 Tillgänglighet och brukarorientering 8
                    3 Politisk styrning och kontroll 11
                    4 Ledarskap, ansvar och delegation 14
                    5 Resultat och effektivitet 16
                    """
                )
            )
            .SetAside;

        Assert.Contains(
            "neither the areas of a report nor",
            aside.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ReportWithoutYear_IsUndatedAndNoted()
    {
        var record = Subject.Record(Draft.Structured.Replace("2013", "", StringComparison.Ordinal));

        Assert.Null(record.Year);
        Assert.Equal("ekdal-undated", record.Id);
        Assert.Contains(record.Notes, n => n.Code == NoteCode.YearMissing);
    }

    [Theory]
    [InlineData("2007", "2002")]
    [InlineData("2012", "2010")]
    public void EditionOfTheSameNames_IsToldByTheYear(string year, string edition) =>
        Assert.Equal(
            edition,
            Subject.Record(Draft.Structured.Replace("2013", year, StringComparison.Ordinal)).Edition
        );

    [Fact]
    public void ReportThatEndsEarly_IsNotedAsTruncated()
    {
        var text = Draft.Structured[
            ..Draft.Structured.IndexOf("4. Översikt", StringComparison.Ordinal)
        ];

        var note = Assert.Single(Subject.Record(text).Notes, n => n.Code == NoteCode.Truncated);

        Assert.Contains("no tables of sub-questions", note.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ChapterOfAnEarlierEvaluation_IsNotedAndItsFindingsLeftOut()
    {
        var record = Subject.Record(
            Draft.Structured
                + "5 2009 års Kompassutvärdering\n\n"
                + string.Concat(Enumerable.Range(1, 8).Select(a => Draft.Area(a)))
                    .Replace("\t60\n", "\t47\n", StringComparison.Ordinal)
        );

        Assert.Equal(32, record.Findings.Count);
        Assert.Equal(480, record.Total!.Value);
        Assert.Equal((2009, false), (record.Previous[0].Year, record.Previous[0].Comparable));
        Assert.All(record.Previous[0].Areas.Values, v => Assert.Equal(47, v));
        Assert.Contains(
            record.Notes,
            n => n.Code == NoteCode.Appendix && n.Severity == Severity.Info
        );
    }

    [Fact]
    public void FlatReportWithAYearsEvaluationInASentence_KeepsTheRestOfItsAreas()
    {
        var record = Subject.Record(
            Draft.With(
                Draft.Flat,
                "Här prövas hur Ekdal arbetar med sak nummer 5.",
                "Här prövas hur Ekdal arbetar med sak nummer 5. Sedan 2010 års Kommunkompass har mycket hänt."
            )
        );

        Assert.Equal(8, record.Areas.Count);
        Assert.Equal(45, record.Questions.Count);
    }

    [Fact]
    public void SameText_GivesTheSameRecord() =>
        Assert.Equal(
            RecordJson.Write(Subject.Record(Draft.Flat)),
            RecordJson.Write(Subject.Record(Draft.Flat))
        );

    [Fact]
    public void DigitsOfAnotherScriptAsReferences_AreDigits()
    {
        var row = Subject.Record(
            Draft.With(
                "1.1\tFinns en plan/strategi för demokratiutveckling och information?\t9\t",
                "1.1\tFinns en plan/strategi för demokratiutveckling och information?\t&#1641;\t"
            )
        );
        var page = File.ReadAllText(Path.Combine(Repository.Samples, "tallvik-2014.html"));

        Assert.Equal(9, row.Questions.Single(q => q.Code == "1.1").Achieved);
        Assert.Equal(
            Figures(Subject.Record(page, "a.html")),
            Figures(
                Subject.Record(
                    string.Concat(
                        page.Split("<main>") is [var head, var main]
                            ? [head, "<main>", InTags().Replace(main, Referred)]
                            : (string[])[]
                    ),
                    "a.html"
                )
            )
        );

        static string Figures(ReportRecord record) =>
            $"{record.Year} {record.Total?.Value} "
            + string.Join(' ', record.Areas.Select(a => $"{a.Area}:{a.Score}"))
            + string.Join(' ', record.Previous.Select(p => p.Year));

        static string Referred(System.Text.RegularExpressions.Match text) =>
            string.Concat(
                text.Value.Select(c =>
                    char.IsAsciiDigit(c)
                        ? string.Create(CultureInfo.InvariantCulture, $"&#{0x660 + c - '0'};")
                        : $"{c}"
                )
            );
    }

    [Theory]
    [InlineData("Den förra utvärderingen, 2010, gav 413 poäng.", "2010 413")]
    [InlineData(
        "Den förra utvärderingen, 2010, gav 413 poäng. Ökningen är störst inom verksamhetsutveckling, där kommunen har gått från 42 till 55 poäng.",
        "2010 413 7:42"
    )]
    [InlineData(
        "Inom politisk styrning och kontroll fick kommunen 2010 49 poäng. Medelvärdet var 51 poäng.",
        "2010  3:49"
    )]
    [InlineData("Resultatet är gott: 513 poäng (förra gången 436).", " 436")]
    [InlineData(
        "Resultatet är gott: 513 poäng (förra gången 436). Utvärderingen 2009 gav 436 poäng.",
        "2009 436"
    )]
    [InlineData(
        "Den första utvärderingen gjordes 2008 med det äldre verktyget och gav 351 poäng. Den andra, 2011, stannade vid 436 poäng.",
        "2011 436, 2008 351"
    )]
    [InlineData("Nacka fick 613 poäng 2010.", "")]
    [InlineData("Medelvärdet 2010 var 440 poäng.", "")]
    [InlineData("Den förra utvärderingen, 2010, gav 413 poäng eller 2010 415 poäng.", "")]
    [InlineData("Målet är att nå 550 poäng 2016.", "")]
    public void EarlierEvaluation_IsReadFromTheSummarysProse(string prose, string previous)
    {
        var record = Subject.Record(
            Draft.With(
                "Sammanfattning av resultat\n\n",
                $"Sammanfattning av resultat\n\n{prose}\n\n"
            )
        );

        Assert.Equal(
            previous,
            string.Join(
                ", ",
                record.Previous.Select(p =>
                    $"{p.Year} {p.Total}{string.Concat(p.Areas.Select(a => $" {a.Key}:{a.Value}"))}"
                )
            )
        );
        Assert.DoesNotContain(record.Notes, n => n.About == About.Previous);
    }

    // "<td>55</td>"
    [System.Text.RegularExpressions.GeneratedRegex(
        @"(?<=>)[^<&]+(?=<)",
        System.Text.RegularExpressions.RegexOptions.CultureInvariant
    )]
    private static partial System.Text.RegularExpressions.Regex InTags();
}
