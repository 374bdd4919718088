using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Layout;

public sealed class CellLinesTests
{
    [Theory]
    [InlineData(
        "Poäng/1. Offentlighet och demokrati/61/2. Tillgänglighet och brukarorientering/57/3. Politisk styrning och kontroll/63/TOTALT/181",
        "|Poäng // 1. Offentlighet och demokrati|61 // 2. Tillgänglighet och brukarorientering|57 // 3. Politisk styrning och kontroll|63 // TOTALT|181"
    )]
    [InlineData(
        "Offentlighet och demokrati/61/44/Tillgänglighet och brukarorientering/57/46/Politisk styrning och kontroll/63/52",
        "Offentlighet och demokrati|61|44 // Tillgänglighet och brukarorientering|57|46 // Politisk styrning och kontroll|63|52"
    )]
    // Two areas may be named anywhere; one lacks its figure; a head too many.
    [InlineData("Offentlighet och demokrati/61/Tillgänglighet och brukarorientering/57", "")]
    [InlineData(
        "Offentlighet och demokrati/61/Tillgänglighet och brukarorientering/Politisk styrning och kontroll/63",
        ""
    )]
    [InlineData(
        "Poäng/Rang/Offentlighet och demokrati/61/Tillgänglighet och brukarorientering/57/Politisk styrning och kontroll/63",
        ""
    )]
    public void AreasNamesAndAsManyFiguresEach_AreRows(string lines, string rows) =>
        Assert.Equal(
            rows,
            string.Join(
                " // ",
                CellLines
                    .RowsOf([.. lines.Split('/').Select(Subject.Passage)], Subject.Labels)
                    .Select(r => string.Join('|', r.Select(c => c.Text)))
            )
        );
}
