using Kompass.Mining.Reports;
using Kompass.Mining.Reports.Facts;

namespace Kompass.Mining.Tests.Reports.Facts;

public sealed class FactsReaderTests
{
    [Theory]
    [InlineData("Folkmängd|9.421", 9421)]
    [InlineData("Folkmängd 31 dec 2012|9 421 invånare", 9421)]
    [InlineData("Antal invånare|9421", 9421)]
    [InlineData("Folkmängd|2012: 9.421", 9421)]
    [InlineData("Folkmängd|2012-12-31 9 421", 9421)]
    [InlineData("Folkmängd|ej känd", null)]
    public void Population_IsRead(string row, int? population) =>
        Assert.Equal(population, Read(row)!.Population);

    [Theory]
    [InlineData("Folkökning/minskning|-12", -12)]
    [InlineData("Folkökning/minskning|2011-2012 1.790", 1790)]
    [InlineData("Folkökning|(2011-2012) -45", -45)]
    public void PopulationChange_IsReadWithoutItsYears(string row, int change)
    {
        var facts = Read(row)!;

        Assert.Equal(change, facts.PopulationChange);
        Assert.Null(facts.Population);
    }

    [Fact]
    public void AllFacts_AreReadFromOneTable()
    {
        var facts = Read(
            "Folkmängd|9.421",
            "Antal anställda|880",
            "Kommungrupp enligt SKL:s definitioner|Glesbygdskommuner",
            "Partier som ingår i styret|efter valet 2010: S, V och Mp"
        )!;

        Assert.Equal(9421, facts.Population);
        Assert.Equal(880, facts.Employees);
        Assert.Equal("Glesbygdskommuner", facts.MunicipalityGroup);
        Assert.Equal("S, V och Mp", facts.Governing);
        Assert.Equal(Via.FactsTable, facts.Source.Via);
    }

    [Fact]
    public void FactGivenTwice_CountsTheFirstTime() =>
        Assert.Equal(9421, Read("Folkmängd|9.421", "Folkmängd|8.000")!.Population);

    [Theory]
    [InlineData("Skatt|21,5")]
    [InlineData("Folkmängd|")]
    [InlineData("Folkmängd")]
    [InlineData("")]
    public void TableWithoutFacts_GivesNone(string row) => Assert.Null(Read(row));

    private static MunicipalityFacts? Read(params string[] rows) =>
        FactsReader.Read([Blocks.Table(rows)], Subject.Labels.Edition.Headings);
}
