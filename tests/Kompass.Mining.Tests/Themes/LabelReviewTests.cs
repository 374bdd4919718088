using System.Text;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Themes;

namespace Kompass.Mining.Tests.Themes;

public sealed class LabelReviewTests
{
    [Fact]
    public void LeastCertain_ComesFirst() =>
        Assert.Equal(
            ["b", "c", "a"],
            LabelReview
                .Order([
                    Label("a", "Ta fram en plan", 0.69),
                    Label("b", "Medborgarna bjuds in", 0.3),
                    Label("c", "Bokslutet läses av få", 0.5),
                ])
                .Select(l => l.Report)
        );

    [Fact]
    public void SpellingsOfOneQuestion_AreNotAskedInARow() =>
        Assert.Equal(
            ["a", "c", "b"],
            LabelReview
                .Order([
                    Label("a", "Utveckla dialogen med medborgarna", 0.3),
                    Label("b", "Utveckla dialog med medborgare", 0.31),
                    Label("c", "Bokslutet läses av få", 0.6),
                ])
                .Select(l => l.Report)
        );

    [Fact]
    public void FilledInRows_AreAddedToTheCorrections()
    {
        using var folder = new TemporaryFolder();
        var (reviewed, corrections) = (folder.File("review.csv"), folder.File("corrections.csv"));
        File.WriteAllText(
            reviewed,
            "report,path,value,reason,date,given,text\n"
                + "ekdal-2012,findings/1/strength/1a2b3c4d/theme,dialogue,\"möten, inte webb\",2026-01-02,information,x\n"
                + "ekdal-2012,findings/1/strength/5e6f7a8b/theme,,,,information,y\n"
        );
        File.WriteAllText(
            corrections,
            "report,path,value,reason,date\nekdal-2012,areas/3/score,61,misprint,2026-01-01\n"
        );

        Assert.Equal(1, ReviewedLabels.Take(reviewed, corrections, Subject.Knowledge).Added);
        Assert.Equal(0, ReviewedLabels.Take(reviewed, corrections, Subject.Knowledge).Added);

        Assert.Equal(
            [("areas/3/score", "61"), ("findings/1/strength/1a2b3c4d/theme", "dialogue")],
            Corrections.Read(corrections, Subject.Knowledge).All.Select(c => (c.Path, c.Value))
        );
        Assert.Equal(
            "möten, inte webb",
            Corrections.Read(corrections, Subject.Knowledge).All[1].Reason
        );
    }

    [Fact]
    public void WrongRows_CostOnlyThemselves()
    {
        using var folder = new TemporaryFolder();
        var (reviewed, corrections) = (folder.File("review.csv"), folder.File("corrections.csv"));
        File.WriteAllText(
            reviewed,
            "report,path,value,reason,date\n"
                + "ekdal-2012,findings/1/strength/1/theme,dialogue,,2026-01-02\n"
                + "ekdal-2012,findings/1/strength/2/theme,goals,read it,2026-01-02\n"
        );
        File.WriteAllText(
            corrections,
            "report,path,value,reason,date\nekdal-2012,findings/2/strength/1/theme,dialog,read it,2026-01-01\n"
        );

        var (added, refused) = ReviewedLabels.Take(reviewed, corrections, Subject.Knowledge);

        Assert.Equal(1, added);
        Assert.StartsWith(
            "line 2: a correction needs a reason",
            Assert.Single(refused),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["dialog", "goals"],
            File.ReadLines(corrections).Skip(1).Select(l => l.Split(',')[2])
        );
    }

    [Theory]
    [InlineData("\n", "\n")]
    [InlineData("\r\n", "")]
    public void WhatStandsInTheCorrections_StaysToTheByte(string end, string lastEnd)
    {
        using var folder = new TemporaryFolder();
        var (reviewed, corrections) = (folder.File("review.csv"), folder.File("corrections.csv"));
        File.WriteAllText(
            reviewed,
            "report,path,value,reason,date\nekdal-2012,findings/1/strength/2/theme,goals,\"läst, två gånger\",2026-01-02\n"
        );
        var before =
            $"report,path,value,reason,date,who{end}ekdal-2012,areas/3/score,61,  misprint,2026-01-01,Eva{lastEnd}";
        File.WriteAllText(corrections, before);

        Assert.Equal(1, ReviewedLabels.Take(reviewed, corrections, Subject.Knowledge).Added);

        Assert.Equal(
            before
                + (lastEnd.Length == 0 ? end : "")
                + $"ekdal-2012,findings/1/strength/2/theme,goals,\"läst, två gånger\",2026-01-02,{end}",
            File.ReadAllText(corrections)
        );
    }

    [Fact]
    public void MissingCorrections_BeginWithThoseInForce_WhichStayAsTheyAre()
    {
        using var folder = new TemporaryFolder();
        var (reviewed, corrections) = (folder.File("review.csv"), folder.File("d/corrections.csv"));
        // As Swedish spreadsheets save it.
        File.WriteAllBytes(
            reviewed,
            Encoding.Latin1.GetBytes(
                "report;path;value;reason;date;given\r\nekdal-2012;findings/1/strength/2/theme;goals;läst;2026-01-02;x\r\n"
            )
        );
        const string Before =
            "report,path,value,reason,date\nekdal-2012,areas/3/score,61,misprint,2026-01-01\n";
        var inForce = folder.Write("corpus.csv", Before);

        var (added, refused) = ReviewedLabels.Take(
            reviewed,
            corrections,
            Subject.Knowledge,
            inForce
        );

        Assert.Equal(1, added);
        Assert.Empty(refused);
        Assert.Equal(Before, File.ReadAllText(inForce));
        Assert.Equal(
            Before + "ekdal-2012,findings/1/strength/2/theme,goals,läst,2026-01-02\n",
            File.ReadAllText(corrections)
        );
    }

    private static DoubtfulLabel Label(string report, string text, double probability) =>
        new(
            report,
            "findings/1/theme",
            1,
            FindingKind.Strength,
            text,
            "dialogue",
            probability,
            null
        );
}
