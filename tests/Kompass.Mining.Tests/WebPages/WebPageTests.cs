using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.WebPages;

/// <summary>
/// Pages of many shapes with random municipalities, years and figures: what a page states is read, and nothing that it does not state is, but with a note.
/// </summary>
public sealed class WebPageTests(ITestOutputHelper output)
{
    private const int Seeds = 6;

    // Of the figures that pages state.
    private const double LeastFound = 0.95;

    internal static IReadOnlyList<PageShape> Shapes { get; } =
    [.. TableShapes.All, .. MarkupShapes.All, .. ProseShapes.All];

    // Shapes are read by thirds: rules are fitted to two of them, and the last says what that is worth.
    private const int Parts = 3;

    [Fact]
    public void Figures_OfTheFirstThirdOfShapes_AreFoundAndNothingElseIs() => Check(Part(0));

    [Fact]
    public void Figures_OfTheSecondThirdOfShapes_AreFoundAndNothingElseIs() => Check(Part(1));

    [Fact]
    public void Figures_OfShapesWrittenAfterwards_AreFoundAndNothingElseIs() =>
        Check(MoreShapes.All);

    [Fact]
    public void Figures_OfShapesOnceReadWrongly_AreFoundAndNothingElseIs() =>
        Check(MendedShapes.All);

    [Fact]
    public void Figures_OfMinutesNewsAndPartsThatOpen_AreFoundAndNothingElseIs() =>
        Check(RegistryShapes.All);

    [Fact]
    public void Figures_AmongOthersThatAreNoScores_AreFoundAndNothingElseIs() =>
        Check(ComposedShapes.All);

    [Fact]
    public void Figures_InPercent_AreScoresWhereThatIsCertain() => Check(PercentShapes.All);

    [Fact]
    public void Figures_OfTheLastThirdOfShapes_AreFoundAndNothingElseIs() => Check(Part(2));

    [Theory]
    [InlineData("Från 351 poäng (2011) till 402 poäng i år.", 2014)]
    [InlineData("I år nådde kommunen 402 poäng.", 2014)]
    [InlineData(
        "I går kom Kommunkompassen: 402 poäng. Vid utvärderingen 2010 blev det 351 poäng.",
        2014
    )]
    [InlineData("Kommunen nådde 402 poäng.", null)]
    public void Year_OfPointsThisYear_IsThatOfPublishing(string sentence, int? year)
    {
        var page =
            $"<html><head><title>Kommunkompassen - Grästorps kommun</title></head><body><h1>Kommunkompassen</h1><p>Publicerad 2014-06-03</p><p>{sentence}</p></body></html>";

        var read = Assert.IsType<ReportReading.Read>(Subject.Read(page, "page.html"));

        Assert.Equal(year, read.Record.Year);
        Assert.Contains(
            read.Record.Notes,
            n =>
                year == 2013
                || n.Code == (year is null ? NoteCode.YearMissing : NoteCode.YearInferred)
        );
    }

    [Fact]
    public void Year_BeforePublishing_MayBeThatOfTheEvaluation() =>
        Assert.Equal(
            2013,
            Assert
                .IsType<ReportReading.Read>(
                    Subject.Read(
                        "<html><head><title>Kommunkompassen - Grästorps kommun</title></head><body><h1>Kommunkompassen</h1><p>Publicerad 2014-06-03</p><p>I går fick vi 402 poäng i Kommunkompassen. Utvärderingen gjordes hösten 2013.</p></body></html>",
                        "page.html"
                    )
                )
                .Record.Year
        );

    /// <summary>A head that is misprinted: the earlier year's column beside it does not become this evaluation's.</summary>
    [Fact]
    public void ColumnOfNoKnownYear_KeepsAnEarlierYearFromBecomingTheEvaluation()
    {
        var rows = Subject
            .Knowledge.Edition("2010")
            .Areas.Select(
                (a, i) =>
                    $"<tr><td>{a.Number}. {a.Name}</td><td>{60 + i}</td><td>{50 + i}</td></tr>"
            );
        var page =
            $"<html><head><title>Kommunkompassen</title></head><body><h1>Grästorp i Kommunkompassen</h1><p>År 2015 utvärderades Grästorps kommun med Kommunkompassen.</p><table><tr><th>Område</th><th>5102</th><th>2013</th></tr>{string.Concat(rows)}</table></body></html>";

        var reading = Subject.Read(page, "page.html");

        Assert.True(
            reading is ReportReading.NotRead
                || ((ReportReading.Read)reading).Record is { Year: 2015, Areas: [] },
            reading.ToString()
        );
    }

    [Theory]
    [InlineData(
        "Kommunen deltog 2006 och utvärderades igen 2010, och fick totalt 402 poäng den första gången.",
        1
    )]
    [InlineData("Genomsnittet för alla kommuner är 455 poäng, och målet 520 poäng.", 0)]
    [InlineData("Åren 2010 och 2014 fick kommunen 455 och 512 poäng.", 0)]
    public void Points_OfWhichTheWordsDoNotTellTheYear_AreNoted(string sentence, int notes)
    {
        var page =
            $"<html><head><title>Kommunkompassen 2014 - Grästorps kommun</title></head><body><h1>Kommunkompassen 2014</h1><p>Kommunen fick 512 poäng av 800.</p><p>{sentence}</p></body></html>";

        var record = Subject.Record(page, "page.html");

        Assert.Equal(512, record.Total?.Value);
        Assert.Equal(
            notes,
            record.Notes.Count(n =>
                n.Code == NoteCode.PreviousUnclear
                && n.Message.Contains("sentence", StringComparison.Ordinal)
            )
        );
    }

    [Theory]
    [InlineData("I {0} ligger vi på ungefär {1}, berättar {0}s ansvariga.", 8)]
    [InlineData("{0} är på nivån {2}.", 8)]
    [InlineData("{0}", 0)]
    [InlineData("{0} är ett av åtta områden.", 0)]
    [InlineData("I {0} är målet {1}.", 0)]
    [InlineData("{0}: {2} frågor", 0)]
    [InlineData("{0} 38 {1}", 8)]
    public void AreasWithFiguresThatNothingReads_AreNoted(string line, int notes)
    {
        var lines = Subject.Labels.Edition.Areas.Select(a =>
            $"<p>{string.Format(CultureInfo.InvariantCulture, line, a.Name, 50 + a.Number, Words.Of(50 + a.Number))}</p>"
        );
        var page =
            $"<html><head><title>Kommunkompassen 2014 - Grästorps kommun</title></head><body><h1>Kommunkompassen 2014</h1><p>Kommunen fick 512 poäng av 800.</p>{string.Concat(lines)}</body></html>";

        var record = Subject.Record(page, "page.html");

        Assert.Empty(record.Areas);
        Assert.Equal(notes, record.Notes.Count(n => n.Code == NoteCode.ScoreMissing));
    }

    [Theory]
    [InlineData("Vi får vårt högsta betyg, 66 poäng, inom Verksamhetsutveckling.", 66, null)]
    [InlineData("Sämst gick det i Verksamhetsutveckling. Där blev det 39 poäng av 100.", 39, null)]
    [InlineData("Högst poäng, 81, får vi för området Verksamhetsutveckling.", 81, null)]
    [InlineData("Bästa område: Verksamhetsutveckling (79 poäng)", 79, null)]
    [InlineData("I Verksamhetsutveckling har vi rasat från 72 till 58.", 58, 72)]
    [InlineData("Därefter kommer Verksamhetsutveckling med 64.", 64, null)]
    [InlineData("Högst poäng fick kommunen för Verksamhetsutveckling, 66 av 100.", 66, null)]
    [InlineData("Sämst går det för verksamhetsutvecklingen, som stannar på 44.", 44, null)]
    [InlineData("Verksamhetsutveckling fick 51 poäng 2010 och 63 poäng nu.", 63, 51)]
    [InlineData(
        "Vid granskningen 2010 var poängen låg. Verksamhetsutveckling fick hela 63 poäng.",
        63,
        null
    )]
    [InlineData("Även verksamhetsutvecklingen ligger bra till med 62.", 62, null)]
    [InlineData(
        "Störst steg tas inom Verksamhetsutveckling som nu får 74 poäng mot 59 vid granskningen 2010.",
        74,
        59
    )]
    [InlineData("Oklart: Verksamhetsutveckling fick nöja sig med 49.", 49, null)]
    // A pattern that .NET compiles to code without an end: what stands between "poäng" and the area's name.
    [InlineData(
        "Så gick det (39 poäng per område): Område 2011 2014 7 Verksamhetsutveckling",
        39,
        null
    )]
    public void PointsOfTheOnlyAreaOfASentence_AreItsScore(string sentence, int score, int? before)
    {
        var page =
            $"<html><head><title>Kommunkompassen 2014 - Grästorps kommun</title></head><body><h1>Kommunkompassen 2014</h1><p>Kommunen fick 512 poäng av 800.</p><p>{sentence}</p></body></html>";

        var record = Subject.Record(page, "page.html");

        var area = Assert.Single(record.Areas);
        Assert.Equal((7, score), (area.Area, area.Score));
        Assert.Equal(before, record.Previous.SingleOrDefault()?.Areas.Values.Single());
    }

    [Theory]
    [InlineData("Det är 44 poäng lägre än 2010.", 556)]
    [InlineData("Poängen blev 512, vilket är 44 högre än 2010.", 468)]
    public void DifferenceFromAnEarlierYear_GivesItsTotal(string sentence, int earlier)
    {
        var page =
            $"<html><head><title>Kommunkompassen 2014 - Grästorps kommun</title></head><body><h1>Kommunkompassen 2014</h1><p>Kommunen fick 512 poäng av 800. {sentence}</p></body></html>";

        var record = Subject.Record(page, "page.html");

        var previous = Assert.Single(record.Previous);
        Assert.Equal((2010, (decimal)earlier), (previous.Year, previous.Total));
    }

    [Fact]
    public void PointsRespectively_AreOfTheAreasInTheirOrder()
    {
        const string page =
            "<html><head><title>Kommunkompassen 2014 - Grästorps kommun</title></head><body><h1>Kommunkompassen 2014</h1><p>På Verksamhetsutveckling och Politisk styrning och kontroll fick vi 63 respektive 54 poäng.</p></body></html>";

        var record = Subject.Record(page, "page.html");

        Assert.Equal([(3, 54m), (7, 63m)], record.Areas.Select(a => (a.Area, a.Score)));
    }

    [Theory]
    [InlineData(
        "Vi fick 41 poäng och 63 poäng i Verksamhetsutveckling och Resultat och effektivitet, i den ordningen.",
        About.Area
    )]
    [InlineData("Det är hela 44 poäng mer än vid utvärderingen 2010.", About.Previous)]
    public void PointsThatCannotBeBound_AreNoted(string sentence, About about)
    {
        var page =
            $"<html><head><title>Kommunkompassen 2014 - Grästorps kommun</title></head><body><h1>Kommunkompassen 2014</h1><p>Kommunen fick 512 poäng av 800.</p><p>Det är bra.</p><p>{sentence}</p></body></html>";

        var record = Subject.Record(page, "page.html");

        Assert.Equal(512, record.Total?.Value);
        Assert.Contains(record.Notes, n => n.About == about);
    }

    [Fact]
    public void ForwardedText_OfAMunicipalityInCapitals_IsReadWithItsTotal()
    {
        var names = Subject.Labels.Edition.Areas.Select(a => a.Name).ToList();
        var page =
            "Kommunkompassen 2015\nGRÄSTORPS KOMMUN\n\nHär är siffrorna, med resultatet från 2012 inom parentes.\n\n"
            + string.Join("\n", names.Select((n, i) => $"{i + 1}. {n, -50}{60 + i} ({50 + i})"))
            + "\nTotalt                                              508 (428)\n\nVi ses i rum 204.\n\nJag gissade på 500 poäng.";

        var record = Subject.Record(page);

        Assert.Equal("Grästorp", record.Municipality.Name);
        Assert.Equal(2015, record.Year);
        Assert.Equal(508, record.Total?.Value);
        Assert.Equal(names.Select((_, i) => 60m + i), record.Areas.Select(a => a.Score));
        var previous = Assert.Single(record.Previous);
        Assert.Equal((2012, 428m), (previous.Year, previous.Total));
        Assert.Empty(record.Notes);
    }

    private static IEnumerable<(PageShape Shape, PageDraft Draft, string File, string Page)> Pages(
        IEnumerable<PageShape> shapes,
        bool asText
    ) =>
        from shape in shapes
        where shape.Copies || !asText
        from seed in Enumerable.Range(1, Seeds)
        let draft = new PageDraft((seed * 1000) + shape.Name.Length + shape.Name[0], shape.Edition)
        select (
            shape,
            draft,
            asText ? "page.txt" : "page.html",
            asText ? shape.Text(draft) : shape.Html(draft)
        );

    private static IEnumerable<PageShape> Part(int part) =>
        Shapes.Where((_, i) => i % Parts == part);

    private void Check(IEnumerable<PageShape> shapes)
    {
        var stated = 0;
        var found = 0;
        var complaints = new List<string>();
        foreach (var (shape, draft, file, page) in Pages(shapes, false).Concat(Pages(shapes, true)))
        {
            var outcome = PageOutcome.Of(draft, shape.Truth(draft), Subject.Read(page, file));
            stated += outcome.Stated;
            found += outcome.Found;
            if (outcome.Silent.Count > 0 || outcome.Found < outcome.Stated)
            {
                output.WriteLine(
                    $"{file} {shape.Name} ({draft.Own.Name} {draft.Year}, {draft.EarlierYear}): {outcome.Found} of {outcome.Stated}; {string.Join(", ", outcome.Silent)}; {outcome.Reason}"
                );
            }

            complaints.AddRange(outcome.Silent.Select(s => $"{file} {shape.Name}: {s}"));
        }

        output.WriteLine($"{found} of {stated} figures found, {complaints.Count} wrong in silence");
        Assert.Empty(complaints);
        Assert.True(found >= LeastFound * stated, $"{found} of {stated} figures were found");
    }
}
