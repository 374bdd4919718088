using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Reports;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Utan punkt", "Utan punkt")]
    [InlineData("Ett. Två! Tre? Fyra", "Ett.|Två!|Tre?|Fyra")]
    [InlineData("Stöd ges, t.ex. Nacka har det. Bra.", "Stöd ges, t.ex. Nacka har det.|Bra.")]
    [InlineData("Det är (bl.a. Ale) bra. Ja.", "Det är (bl.a. Ale) bra.|Ja.")]
    [InlineData("Priser m.m. Stipendier delas ut.", "Priser m.m.|Stipendier delas ut.")]
    [InlineData("Priser m.m. delas ut. Ja.", "Priser m.m. delas ut.|Ja.")]
    [InlineData("De sa \"Bra!\" Sedan gick de.", "De sa \"Bra!\"|Sedan gick de.")]
    [InlineData("De sa ”Bra.” Sedan gick de.", "De sa ”Bra.”|Sedan gick de.")]
    [InlineData("Kostnaden är 3.5 mkr. Det räcker.", "Kostnaden är 3.5 mkr. Det räcker.")]
    [InlineData("Se www.ekdal.example. Där står mer.", "Se www.ekdal.example.|Där står mer.")]
    [InlineData("Vem? alla!", "Vem? alla!")]
    [InlineData("Punkt.  Två blanka.\nNy rad.", "Punkt.|Två blanka.|Ny rad.")]
    [InlineData("...", "...")]
    [InlineData("År 2012. 40 personer kom.", "År 2012.|40 personer kom.")]
    public void Split_EndsASentenceWhereItEnds(string prose, string sentences) =>
        Assert.Equal(
            sentences,
            string.Join(
                '|',
                Sentences
                    .Split(Subject.Passage(prose), Subject.Knowledge.Swedish)
                    .Select(s => s.Text)
            )
        );
}
