using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.WebPages;

/// <summary>Forms in which municipalities have published their results, copied as text; the sentences are our own.</summary>
public sealed class PublishedPageTests
{
    private const string Top = "Kommunkompassen\n\nGrästorps kommun har utvärderats.\n\n";

    private const string Areas = """
        Tillgänglighet och brukarorientering 49 67 +37 % 54
        Politisk styrning och kontroll 62 65 +5 % 67
        Ledarskap, ansvar och delegation 44 61 +39 % 55
        Resultat och effektivitet 46 53 +15 % 56
        Kommunen som arbetsgivare, personalpolitik 46 54 +17 % 55
        Verksamhetsutveckling 49 73 +49 % 51
        Kommunen som samhällsbyggare 71 67 -6 % 66
        Totalt 415 509 +23 % 455
        """;

    private const string Table =
        "2014 509 69 67 65 61 53 54 73 67, 2011 415 48 49 62 44 46 46 49 71";

    [Theory]
    [InlineData("Offentlighet och demokrati 48 69 +44 % 50\n")]
    // The cell's own lines broke the row.
    [InlineData("Offentlighet och demokrati 48\n\n69\n\n+44 % 50\n")]
    public void TableWhoseCellsBlanksPart_IsRead(string first) =>
        Assert.Equal(
            Table,
            FiguresOf(
                $"{Top}Grästorp 2011 Grästorp 2014 Ändring 40 kommuner i genomsnitt\n{first}{Areas}\n"
            )
        );

    [Theory]
    // Nothing tells which column is which evaluation's.
    [InlineData("Huvudområde\n")]
    // As many heads as columns cannot be told apart.
    [InlineData("Grästorp 2014 40 kommuner\n")]
    public void TableWhoseHeadsDoNotTellItsColumns_IsNotRead(string heads) =>
        Assert.DoesNotContain(
            "69",
            FiguresOf(
                $"{Top}Grästorp fick 509 poäng 2014.\n\n{heads}Offentlighet och demokrati 48 69 +44 % 50\n{Areas}\n"
            )
        );

    [Theory]
    [InlineData(
        "1. Offentlighet och demokrati\n\n54\n\n63\n\n55\n\n2. Til",
        "2016 - 63, 2014 - 54"
    )]
    [InlineData(
        "Offentlighet och demokrati\n\n54\n\n71\n\n50\n\nTillgänglighet och brukarorientering\n\n55\n\n62\n\n52\n\nPolitisk styrning och kontroll\n",
        "2016 - 71 62, 2014 - 54 55"
    )]
    public void TableWithinWhichThePageEnds_IsReadSoFar(string rows, string figures) =>
        Assert.Equal(
            figures,
            FiguresOf($"{Top}Huvudområde\n\nGrästorp 2014\n\nGrästorp 2016\n\nMedelvärde\n\n{rows}")
        );

    [Theory]
    // Names in quotation marks, from one evaluation to the next.
    [InlineData(
        "Förra gången Grästorp var med var 2012. Högst steg ”Ledarskap, ansvar och delegation”, från 42 till 67 poäng, och ”Kommunen som samhällsbyggare”, från 66 till 71 poäng.",
        "- - 67 71, 2012 - 42 66"
    )]
    // Small letters alone, also where they tell the edition.
    [InlineData(
        "Utvärderingen gjordes i oktober 2014. Mest steg verksamhetsutveckling, där poängen gick från 33 till 68 av 100, och offentlighet och demokrati, som gick från 44 till 61 poäng.",
        "2014 - 61 68, - - 44 33"
    )]
    [InlineData(
        "Utvärderingen gjordes i oktober 2014. Mest har verksamhetsutveckling förbättrats, där poängen gått från 33 till 68 av 100.",
        "2014 - 68, - - 33"
    )]
    [InlineData(
        "SKR mätte arbetsliv, effektivitet, kvalitetsutveckling samt styrning och kontroll. Flest poäng, 67 av 100, fick Grästorp i området samhällsutveckling.",
        "- - 67"
    )]
    // The best of all in brackets is another's, the highest ever that Grästorp got its own.
    [InlineData(
        "Högst är 800; mest hittills är 668 poäng (Helsingborg 2017).\n\nGrästorps totala poäng är 497.",
        "- 497"
    )]
    [InlineData("Grästorps kommun har fått den högsta poängen hittills (668).", "- 668")]
    [InlineData(
        "Resultatet gläder alla. Trots högre krav går Grästorp från 426 (2013) till 496 i år.",
        "- 496, 2013 426"
    )]
    [InlineData(
        "Den första Kommunkompassen gjordes 2020. Grästorp får nu 546 poäng (förra gången 497).",
        "- 546, 2020 497"
    )]
    [InlineData(
        "Grästorp har utvärderats 2011 och 2014. Högst är 800 och Grästorp kom upp i 549 poäng 2014 och 483 poäng 2011.",
        "2014 549, 2011 483"
    )]
    [InlineData(
        "Resultaten har gått upp från 555 poäng 2017 till 603 poäng 2019. Resultatet för 2021 ger hela 648 poäng.",
        "2021 648, 2019 603, 2017 555"
    )]
    [InlineData("Grästorp fick 512 poäng, en ökning med hela 155 poäng.", "- 512")]
    [InlineData("Grästorp fick 512 poäng och gick upp hela 155 poäng.", "- 512")]
    [InlineData("Grästorp fick 512 poäng. Ökningen blev hela 155 poäng.", "- 512")]
    [InlineData(
        "I går lades 2023 års resultat fram: Grästorp får 679 poäng. Senast det begav sig var 2020, då poängen blev 611.",
        "2023 679, 2020 611"
    )]
    public void Sentences_TellTheFiguresOfTheirMunicipality(string text, string figures) =>
        Assert.Equal(figures, FiguresOf($"{Top}{text}\n"));

    [Theory]
    [InlineData("Grästorp fick bra betyg, men den högsta poängen hittills är 668.")]
    [InlineData("Grästorp nådde inte upp till den högsta poängen, 668.")]
    [InlineData("Grästorp fick den bästa poängen efter Helsingborg (668).")]
    [InlineData(
        "Resultatet gläder oss. Antalet anställda i Grästorp ökade från 426 till 496 i år."
    )]
    public void FiguresOfOthers_AreNotItsOwn(string text) =>
        Assert.Equal("- 512", FiguresOf($"{Top}Grästorp fick 512 poäng. {text}\n"));

    [Theory]
    [InlineData("Grästorps resultat för 2023 visades i april: 679 poäng.", 2023)]
    [InlineData(
        "Senast Grästorps kommun var med var i december 2020: 611 poäng. Kommunen var med 2018, 2020 och ska vara med även 2023.",
        2020
    )]
    [InlineData("Grästorp fick 512 poäng. Kommunen är med i tävlingen 2017.", null)]
    [InlineData(
        "Grästorp fick 512 poäng. Enligt 2021 års resultat i medborgarundersökningen är nöjdheten 61.",
        null
    )]
    [InlineData("Grästorp fick 519 poäng, en ökning med 85 poäng sedan mätningen 2016.", null)]
    [InlineData(
        "Den första gjordes 2020. I mätningen, som var klar i mars 2023, får Grästorps kommun 546 poäng (förra gången 497).",
        2023
    )]
    [InlineData(
        "Pressmeddelande • Nov 30, 2016\n\n2015 reviderades Kommunkompassen. Resultatet gläder oss. Grästorp går från 426 (2013) till 496 i år.",
        2016
    )]
    public void Year_IsThatOfTheEvaluationOfWhichThePageTells(string text, int? year) =>
        Assert.Equal(year, RecordOf($"{Top}{text}\n").Year);

    [Theory]
    [InlineData("Områdena får som mest 100 poäng var.")]
    [InlineData("Upp till 100 poäng kan ett område ge.")]
    [InlineData("För varje område kan 100 poäng ges.")]
    // What stands behind a list of all areas is not its last one's.
    [InlineData("Bästa kommun fick 71 poäng i ett område.")]
    public void PointsBelowAListOfAreas_AreNotTheLastOnes(string text) =>
        Assert.Equal(
            "- 546",
            FiguresOf(
                $"<h1>Kommunkompassen i Grästorp</h1><p>Grästorps kommun fick 546 poäng.</p><ul><li>Offentlighet och demokrati</li><li>Verksamhetsutveckling</li><li>Kommunen som samhällsbyggare</li></ul><p>{text}</p>",
                "page.html"
            )
        );

    [Theory]
    [InlineData("2. Til", "2016 497 63, 2014 437 54")]
    [InlineData("Tillgänglighet och brukarorientering", "2016 497, 2014 437")]
    [InlineData("3. Til", "2016 497, 2014 437")]
    public void TableOfOneRow_IsReadWhereThePageEndsWithinTheNextName(
        string next,
        string figures
    ) =>
        Assert.Equal(
            figures,
            FiguresOf(
                $"<h1>Kommunkompassen</h1><p>Grästorp fick 497 poäng 2016, mot 437 poäng 2014.</p><table><tr><th>Huvudområde</th><th>Grästorp 2014</th><th>Grästorp 2016</th><th>Medelvärde</th></tr><tr><td>1. Offentlighet och demokrati</td><td>54</td><td>63</td><td>55</td></tr><tr><td>{next}",
                "page.html"
            )
        );

    // The evaluations, latest first: year, total, areas.
    private static string FiguresOf(string page, string file = "page.txt")
    {
        var record = RecordOf(page, file);
        return string.Join(
            ", ",
            record
                .Previous.OrderByDescending(p => p.Year)
                .Select(p =>
                    Line(p.Year, p.Total, p.Areas.OrderBy(a => a.Key).Select(a => a.Value))
                )
                .Prepend(
                    Line(
                        record.Year,
                        record.Total?.Source.Via == Via.Derived ? null : record.Total?.Value,
                        record.Areas.Select(a => a.Score).OfType<decimal>()
                    )
                )
        );

        static string Line(int? year, decimal? total, IEnumerable<decimal> areas) =>
            string.Join(
                ' ',
                areas
                    .Select(a => a.ToString(CultureInfo.InvariantCulture))
                    .Prepend(total?.ToString(CultureInfo.InvariantCulture) ?? "-")
                    .Prepend(year?.ToString(CultureInfo.InvariantCulture) ?? "-")
            );
    }

    private static ReportRecord RecordOf(string page, string file = "page.txt") =>
        Assert.IsType<ReportReading.Read>(Subject.Read(page, file)).Record;
}
