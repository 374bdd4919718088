using Kompass.Mining.Layout;
using Kompass.Mining.Reports.Facts;

namespace Kompass.Mining.Tests.Reports.Facts;

public sealed class VisitReaderTests
{
    [Theory]
    [InlineData("Utvärderingen genomfördes i december 2012.", "2012-12")]
    [InlineData("Besöket gjordes i maj år 2013.", "2013-05")]
    [InlineData("Den ägde rum den 12-14 december 2012.", "2012-12")]
    [InlineData("Den utfördes 12 – 14 mars 2011 av två.", "2011-03")]
    [InlineData("Utvärderarna besökte Ekdal i november 2012.", "2012-11")]
    [InlineData("Ekdal prövades för andra gången i oktober 2010.", "2010-10")]
    [InlineData("Ekdal utvärderades i MAJ 2013.", "2013-05")]
    [InlineData(
        "Utvärderingen gjordes under tre dagar i maj 2013; den första var 2008.",
        "2013-05"
    )]
    [InlineData("Ekdal har utvärderats i september 2009 och nu i maj 2013.", "2013-05")]
    [InlineData("Ekdal arbetar nu med en plan från maj 2013.", null)]
    [InlineData("Planen antogs i maj 2013.", null)]
    [InlineData("Utvärderingen genomfördes i våras.", null)]
    [InlineData("Utvärderingen genomfördes i maj.", null)]
    [InlineData("", null)]
    public void Month_IsThatOfTheVisit(string summary, string? month) =>
        Assert.Equal(month, Read(summary).Month);

    [Theory]
    [InlineData("12 – 14 november 2012", "2012-11")]
    [InlineData("3-5 maj 2011", "2011-05")]
    [InlineData("november 2012", null)]
    [InlineData("2012-11-12", null)]
    public void Month_MayStandOnTheCover(string line, string? month) =>
        Assert.Equal(
            month,
            new VisitReader(Subject.Knowledge.Swedish).Read([], [Blocks.Paragraph(line)]).Month
        );

    [Theory]
    [InlineData("Det var kommunens andra utvärdering.", 2)]
    [InlineData("Detta är den första utvärderingen.", 1)]
    [InlineData("Ekdal har utvärderats för tredje gången.", 3)]
    [InlineData("Det är den 4:e utvärderingen.", 4)]
    [InlineData("Det är den 12:e utvärderingen.", 12)]
    [InlineData("Den gjordes i maj och var den andra i ordningen.", 2)]
    [InlineData("Ekdals kommun har inte tidigare utvärderats.", 1)]
    [InlineData("Staden har aldrig utvärderats förut.", 1)]
    [InlineData("Styrmodellen har inte utvärderats tidigare.", null)]
    [InlineData("Kundvalet har utvärderats två gånger.", null)]
    [InlineData("Ekdals kommun har utvärderats två gånger, i maj 2009 och nu i maj 2013.", 2)]
    [InlineData("Kommunen har utvärderats två gånger tidigare.", null)]
    [InlineData("Utvärderingen har gjorts flera gånger.", null)]
    [InlineData("Den andra delen handlar om utvärdering.", null)]
    public void Ordinal_IsReadAsWordOrNumber(string summary, int? ordinal) =>
        Assert.Equal(ordinal, Read(summary).Ordinal);

    [Theory]
    [InlineData("Vi gjorde intervjuer med ett 40-tal personer.", 40)]
    [InlineData("Då intervjuades 42 personer.", 42)]
    [InlineData("Intervjuer med cirka femtio personer genomfördes.", 50)]
    [InlineData("Ett 35-tal personer intervjuades.", 35)]
    [InlineData("Underlaget är samtal med 38 personer.", 38)]
    [InlineData("Vi har mött 28 personer.", 28)]
    [InlineData("Vi har talat med 45 personer: politiker och chefer.", 45)]
    [InlineData("Ett 40-tal personer ur politik, förvaltning och fack intervjuades.", 40)]
    [InlineData(
        "För 40 personer finns planer. Hur de används vet ingen. Många intervjuades.",
        null
    )]
    [InlineData("Vi intervjuade 12 chefer.", 12)]
    [InlineData("Kommunen har 900 medarbetare.", null)]
    [InlineData("Intervjuerna tog tre dagar.", null)]
    public void Interviewees_AreCountedAsTheTextTells(string summary, int? count) =>
        Assert.Equal(count, Read(summary).Interviewees);

    private static Visit Read(string summary) =>
        new VisitReader(Subject.Knowledge.Swedish).Read(
            summary.Length == 0 ? [] : [Blocks.Heading("Utvärderingen"), Blocks.Paragraph(summary)],
            new List<Block>()
        );
}
