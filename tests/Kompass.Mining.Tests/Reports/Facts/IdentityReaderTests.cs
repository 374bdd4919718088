using Kompass.Mining.Layout;
using Kompass.Mining.Reports;
using Kompass.Mining.Reports.Facts;

namespace Kompass.Mining.Tests.Reports.Facts;

public sealed class IdentityReaderTests
{
    private const string Body =
        "Sammanfattning av resultat\n\nText.\n\nOmråde 1 Offentlighet och demokrati\n\nRubriker\tPoäng\n• Etik\t58\n\nAllmänt\n\nText.\n";

    [Theory]
    [InlineData("KommunKompassen\n\nANALYS AV\n\nBORÅS STAD\n\n2013\n", "Borås", 2013)]
    [InlineData(
        "KommunKompassen\n\nANALYS AV\n\nUPPLANDS VÄSBY KOMMUN\n\n2012\n",
        "Upplands Väsby",
        2012
    )]
    [InlineData("KommunKompassen\n\nANALYS AV\n\nREGION GOTLAND\n\n2011\n", "Gotland", 2011)]
    [InlineData("KommunKompassen BORÅS STAD 2013 ANALYS AV.", "Borås", 2013)]
    [InlineData(
        "KommunKompassen\n\nSEPTEMBER 2011\n\nANALYS AV\n\nInnehåll\n\n2 Borås stad i förhållande till Kommunkompassen: En sammanfattande genomgång",
        "Borås",
        2011
    )]
    [InlineData("KommunKompassen BORÅS STAD NOVEMBER 2015 ANALYS AV.", "Borås", 2015)]
    [InlineData("KommunKompassen FALU KOMMUN NOVEMBER 2015 ANALYS AV.", "Falun", 2015)]
    [InlineData("Kommun Kompassen VARBERGS KOMMUN 2014 ANALYS AV.", "Varberg", 2014)]
    [InlineData("KommunKompassen REGION GOTLAND 2015 ANALYS AV.", "Gotland", 2015)]
    [InlineData("Kommunkompassen\n\nAnalys av Varbergs kommun\n\n2012-11-05\n", "Varberg", 2012)]
    [InlineData("Kommunkompassen\n\nAnalys av Varbergs kommun maj 2012\n", "Varberg", 2012)]
    [InlineData("KommunKompassen\n\nANALYS AV\n\nEKDALS KOMMUN\n\n2013\n", "Ekdals", 2013)]
    [InlineData(
        "KommunKompassen\n\nANALYS AV\n\nNYA GRANMÅLA KOMMUN\n\nJUNI 2013\n",
        "Nya Granmåla",
        2013
    )]
    [InlineData("KommunKompassen NACKA 2013 ANALYS AV.", "Nacka", 2013)]
    // The days of the visit count before the day of the report.
    [InlineData(
        "RAPPORT\n\n2011-01-18\n\nKommunkompassen\n\nAnalys av Nacka kommun\n\n16-18 november 2010\n",
        "Nacka",
        2010
    )]
    [InlineData(
        "RAPPORT\n\n2010-01-18\n\nKommunkompassen\n\nAnalys av Nacka kommun\n\n30 november - 2 december 2009\n",
        "Nacka",
        2009
    )]
    // A host's title and the day of its upload come first.
    [InlineData(
        "Kommunkompassen Nacka kommun\n\nPost on 03-Apr-2020\n\nKommunKompassen\n\nNACKA KOMMUN\n\nNOVEMBER 2017\n\nANALYS AV\n",
        "Nacka",
        2017
    )]
    public void Title_InWhateverOrderAndCase_NamesMunicipalityAndYear(
        string cover,
        string name,
        int year
    )
    {
        var identity = Read(cover + "\n\n" + Body);

        Assert.Equal(name, identity.Municipality?.Name);
        Assert.Equal(year, identity.Year);
        Assert.Equal(
            Subject.Knowledge.Municipalities.FindByName(name)?.Code,
            identity.Municipality?.Code
        );
    }

    [Theory]
    [InlineData(
        "KommunKompassen\n\nANALYS AV\n\nBORÅS STAD\n\n2013\n\nAda Lindros, SKL\nBo Wester, Halmstads kommun\n",
        "Borås"
    )]
    [InlineData(
        "KommunKompassen\n\nAda Lindros, SKL, Bo Wester, Halmstads kommun\n\nANALYS AV\n\nEKDALS KOMMUN\n",
        "Ekdals"
    )]
    [InlineData(
        "KommunKompassen EKDALS KOMMUN 2013 ANALYS AV. Ada Lindros, SKL Bo Wester, Halmstads kommun",
        "Ekdals"
    )]
    public void EmployerOfAnEvaluator_IsNeverTheEvaluatedOne(string cover, string name) =>
        Assert.Equal(name, Read(cover + "\n\n" + Body).Municipality?.Name);

    [Fact]
    public void AnotherReportThatItsHostOffers_IsNeverTheEvaluatedOne()
    {
        var identity = Read(
            "KommunKompassen BORÅS STAD APRIL 2013 ANALYS AV. Ada Lindros, SKL\n\nKommunkompassen Analys Av Ljungby Kommun 2018\n\n2 Borås stad i förhållande till Kommunkompassen: En sammanfattande genomgång\n\n"
                + Body
        );

        Assert.Equal(("Borås", 2013), (identity.Municipality?.Name, identity.Year));
    }

    [Theory]
    [InlineData("KommunKompassen\n\nAda Lindros, SKL\nBo Wester, Halmstads kommun\n2013-05-02\n")]
    [InlineData("Utvärderare: Bo Wester, Halmstads kommun\n")]
    public void EmployerOfAnEvaluator_WhereTheTitleIsLost_IsNotTakenInSilence(string cover)
    {
        var identity = Read(cover + "\n\n" + Body);

        Assert.True(
            identity.Municipality?.Name != "Halmstad"
                || identity.Notes.Any(n => n.About == About.Document)
        );
    }

    [Fact]
    public void MunicipalityInProse_WhereTheTitleIsLost_IsNotTakenInSilence()
    {
        var identity = Read(Body + "\nI Nacka finns en bra modell. Nacka visar vägen.\n");

        Assert.True(
            identity.Municipality?.Name != "Nacka"
                || identity.Notes.Any(n => n.About == About.Document)
        );
    }

    [Fact]
    public void MunicipalityThatOnlyTheProseNames_IsTakenWithANote()
    {
        var identity = Read(Body + "\nI Nacka finns en bra modell. Nacka visar vägen.\n");

        Assert.Equal("Nacka", identity.Municipality?.Name);
        Assert.Contains(identity.Notes, n => n.Code == NoteCode.MunicipalityInferred);
    }

    [Theory]
    [InlineData(
        "2 Varbergs kommun i förhållande till Kommunkompassen: En sammanfattande genomgång"
    )]
    [InlineData("5 Kortfakta om Varbergs kommun")]
    [InlineData("Här följer text.\n\nUtvärderingen av Varbergs kommun genomfördes i maj.")]
    [InlineData("Här följer text.\n\nFöljande tabeller visar Varbergs kommuns poäng.")]
    [InlineData("Här följer text.\n\nFöljande tabeller visar Varbergs kommuns resultat.")]
    public void WhereTheTitleIsLost_HeadingsAndSentencesNameIt(string statement) =>
        Assert.Equal("Varberg", Read(statement + "\n\n" + Body).Municipality?.Name);

    [Fact]
    public void TitleAndTextThatNameDifferentOnes_AreNoted()
    {
        var identity = Read(
            "KommunKompassen\n\nANALYS AV\n\nBORÅS STAD\n\n2013\n\n2 Varbergs kommun i förhållande till Kommunkompassen: En sammanfattande genomgång\n\nUtvärderingen av Varbergs kommun genomfördes i maj.\n\n"
                + Body
        );

        Assert.Contains(
            identity.Notes,
            n => n.Code == NoteCode.MunicipalityDiffers && n.Severity == Severity.Warning
        );
    }

    [Fact]
    public void UnknownMunicipality_KeepsItsNameWithoutGenitiveWhereTheTextHasItToo()
    {
        var identity = Read(Draft.Cover + "Ekdal ligger vid en sjö. Så är det.\n\n" + Body);

        Assert.Equal("Ekdal", identity.Municipality?.Name);
        Assert.Null(identity.Municipality?.Code);
        Assert.Contains(identity.Notes, n => n.Code == NoteCode.MunicipalityUnknown);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("Sammanfattning\n\nInget namn nämns här.\n", null)]
    public void TextWithoutAName_HasNone(string cover, string? name) =>
        Assert.Equal(name, Read(cover + "\n\n" + Body).Municipality?.Name);

    [Theory]
    [InlineData("varberg-2012.txt", 2012)]
    [InlineData("in/varbergs-kommun-2012-rapport.txt", null)]
    [InlineData("in/Varberg kommun 2012.pdf.txt", 2012)]
    [InlineData("in/varberg-stad-2012.txt", 2012)]
    [InlineData("varberg-2012/text.txt", 2012)]
    [InlineData("boras-2012.txt", null)]
    [InlineData("20121231.txt", null)]
    public void YearThatIsNowhere_IsTakenFromTheFilesNameWithANote(string file, int? year)
    {
        var identity = Read("KommunKompassen\n\nANALYS AV\n\nVARBERGS KOMMUN\n\n" + Body, file);

        Assert.Equal(year, identity.Year);
        Assert.Equal(year is not null, identity.Notes.Any(n => n.Code == NoteCode.YearInferred));
    }

    [Theory]
    [InlineData(
        "KommunKompassen\n\nANALYS AV\n\nVARBERGS KOMMUN\n\n2012\n\n2012-12-20\n",
        2012,
        "2012-12-20"
    )]
    [InlineData(
        "KommunKompassen\n\nANALYS AV\n\nVARBERGS KOMMUN\n\n2012\n\n2013-01-20\n",
        2012,
        "2013-01-20"
    )]
    [InlineData(
        "KommunKompassen\n\nANALYS AV\n\nVARBERGS KOMMUN\n\n2013-01-20\n\nMAJ 2012\n",
        2012,
        "2013-01-20"
    )]
    [InlineData("KommunKompassen\n\nANALYS AV\n\nVARBERGS KOMMUN\n\n2013-13-20\n", 2013, null)]
    public void YearOfTheTitle_CountsBeforeThatOfADate(string cover, int year, string? date)
    {
        var identity = Read(cover + "\n\n" + Body);

        Assert.Equal(year, identity.Year);
        Assert.Equal(date, identity.ReportDate);
    }

    private static Identity Read(string text, string file = "test.txt")
    {
        var layout = Subject.Lay(text, file);
        return new IdentityReader(Subject.Knowledge).Read(
            layout,
            SectionSplitter.Split(layout.Blocks, Subject.Labels),
            file,
            isPage: layout.Shape == LayoutShape.Html
        );
    }
}
