using Kompass.Mining.Reports.Facts;

namespace Kompass.Mining.Tests.Reports.Facts;

public sealed class EvaluatorReaderTests
{
    [Theory]
    [InlineData("Ada Lindros, SKL", "Ada Lindros (SKL)")]
    [InlineData(
        "Ada Lindros, SKL\nBo Wester, Halmstads kommun",
        "Ada Lindros (SKL); Bo Wester (Halmstads kommun)"
    )]
    [InlineData(
        "Ada Lindros, Cia Mo, SKL Bo Wester, Göteborgs stad",
        "Ada Lindros (SKL); Cia Mo (SKL); Bo Wester (Göteborgs stad)"
    )]
    [InlineData(
        "Utvärderare: Ada Lindros och Bo Wester, SKL",
        "Ada Lindros (SKL); Bo Wester (SKL)"
    )]
    [InlineData("Ada Lindros, senior konsult (SKL)", "Ada Lindros (senior konsult (SKL))")]
    [InlineData("Ada Lindros, f.d. SKL", "Ada Lindros (f.d. SKL)")]
    [InlineData("Ada Lindros, konsult", "Ada Lindros (konsult)")]
    [InlineData("Ada Lindros, Landstinget i Kalmar län", "Ada Lindros (Landstinget i Kalmar län)")]
    [InlineData("Britt-Marie Lind-Sjö, SKL", "Britt-Marie Lind-Sjö (SKL)")]
    [InlineData("J. Henrik Wester, SKL", "J. Henrik Wester (SKL)")]
    [InlineData("Ada von Lindros, SKL", "Ada von Lindros (SKL)")]
    [InlineData("Ada Lindros, Upplands Väsby kommun", "Ada Lindros (Upplands Väsby kommun)")]
    [InlineData("Ada Lindros (f.d. SKL)", "Ada Lindros (f.d. SKL)")]
    [InlineData(
        "UTVÄRDERARE: ADA LINDROS (F.D. SKL), BRITT-MARIE WESTER, HALMSTADS KOMMUN OCH CIA MO",
        "Ada Lindros (f.d. SKL); Britt-Marie Wester (Halmstads kommun); Cia Mo"
    )]
    [InlineData("Ada Lindros, Halmstad", "Ada Lindros (Halmstad)")]
    [InlineData(
        "Ada Lindros, Upplands Väsby och Bo Wester, Nacka",
        "Ada Lindros (Upplands Väsby); Bo Wester (Nacka)"
    )]
    [InlineData("Ada Lindros, Cia Mo, SKL", "Ada Lindros (SKL); Cia Mo (SKL)")]
    [InlineData("Ada Lindros", "Ada Lindros")]
    [InlineData("Ada Lindros, SKL\nCia Mo", "Ada Lindros (SKL); Cia Mo")]
    [InlineData(
        "KommunKompassen\nANALYS AV\nEKDALS KOMMUN\n2013\nAda Lindros, SKL",
        "Ada Lindros (SKL)"
    )]
    [InlineData(
        "KommunKompassen\nANALYS AV\nEKDALS KOMMUN\n2013\nEkdals kommun Ada Lindros, SKL",
        "Ada Lindros (SKL)"
    )]
    [InlineData("KommunKompassen\nREGION GOTLAND\n2013\nAda Lindros, SKL", "Ada Lindros (SKL)")]
    [InlineData("Ada Lindros, SKL\nSveriges Kommuner och Landsting", "Ada Lindros (SKL)")]
    [InlineData(
        "Ada Lindros, SKL\nInnehåll\nVad är Kommunkompassen Karl Andersson",
        "Ada Lindros (SKL)"
    )]
    [InlineData(
        "RAPPORT 2007-11-19\nAvdelningen för Ekonomi och styrning\nAda Lindros, Bo Wester\nKommunkompassen\nAnalys av Ekdals kommun\n9-11 oktober 2007",
        "Ada Lindros; Bo Wester"
    )]
    [InlineData(
        "2020-11-18\nUTVÄRDERARE: ADA LINDROS (SKR) OCH BO WESTER (HALMSTADS\nKOMMUN)\nKommunkompassen\nAnalys av Ekdals kommun",
        "Ada Lindros (SKR); Bo Wester (Halmstads kommun)"
    )]
    [InlineData(
        "2020-11-18 UTVÄRDERARE: ADA LINDROS (SKR) OCH CIA MO (SKR) Kommunkompassen Analys av Ekdals kommun",
        "Ada Lindros (SKR); Cia Mo (SKR)"
    )]
    [InlineData(
        "KommunKompassen EKDALS KOMMUN 2013 ANALYS AV. Ada Lindros, SKL\nKommunKompassen ANALYS AV EKDALS KOMMUN 2013 Ada Lindros, SKL",
        "Ada Lindros (SKL)"
    )]
    [InlineData("Bibliotek För Kommunala Dokument\nAnalys av Ekdals kommun\n9-11 oktober 2007", "")]
    [InlineData("2013-05-20", "")]
    [InlineData("Sveriges\nKommuner\noch Landsting", "")]
    [InlineData("utan versaler alls", "")]
    [InlineData("", "")]
    public void Read_GivesNamesAndEmployers(string cover, string evaluators) =>
        Assert.Equal(
            evaluators,
            string.Join(
                "; ",
                new EvaluatorReader(Subject.Knowledge)
                    .Read(cover.Split('\n'), "Ekdal")
                    .Select(e => e.Affiliation is null ? e.Name : $"{e.Name} ({e.Affiliation})")
            )
        );
}
