using Kompass.Web.Pages;

namespace Kompass.Web.Hosting;

/// <summary>All pages.</summary>
internal static class Routes
{
    private static readonly ViewParameter[] Filters =
    [
        new("q", "Words to search for, in their forms and within compounds", "medborgardialog"),
        new("in", "Where to look: lists, remarks, prose", "lists"),
        new("kind", "strength, improvement, weakness; several parted by commas", "strength"),
        new("area", "Areas: 3, 1-4", "1-4"),
        new("question", "Sub-questions", "1.4"),
        new("theme", "Themes, by code", "dialogue"),
        new("year", "Years: 2013, 2010-2014", "2010-2014"),
        new("edition", "Editions of the instrument", "2010"),
        new("county", "Counties, by code or name", "Dalarna"),
        new("group", "Groups of municipalities, by number or name", "3"),
        new("population", "Inhabitants: 50000-100000", "50000-"),
        new("municipality", "Municipalities, by code or name", "Avesta"),
        new("known", "true: only municipalities of the 290", "true"),
        new("certainty", "certain, label, text", "certain"),
    ];

    private static readonly ViewParameter Edition = new(
        "edition",
        "One edition of the instrument; by default the one of most reports",
        "2010"
    );

    public static IReadOnlyList<ViewRoute> All { get; } =
    [
        Page<SearchPage>(
            "/",
            "Träffar med antal per filter",
            "Texts that match, twenty a page, with counts of texts and reports by facet",
            SearchView.Load,
            [.. Filters, new("order", "relevance or report", "report"), new("page", "From 1", "2")]
        ),
        OfText(
            "findings",
            "En punkt i en lista och var den står",
            "A finding and where it stands",
            TextPlace.Lists
        ),
        OfText(
            "remarks",
            "Ett omdöme i löptexten",
            "A remark of the prose and where it stands",
            TextPlace.Remarks
        ),
        OfText("prose", "Ett stycke löptext", "A paragraph and where it stands", TextPlace.Prose),
        Page<ReportsPage>("/reports", "Alla rapporter", "All reports", ReportsView.Load),
        Page<ReportPage>(
            "/reports/{id}",
            "En rapport",
            "A report: scores, findings, remarks, notes",
            ReportView.Load
        ),
        Page<MunicipalitiesPage>(
            "/municipalities",
            "Kommunerna i datamängden",
            "The municipalities of the dataset",
            MunicipalitiesView.Load
        ),
        Page<MunicipalityPage>(
            "/municipalities/{key}",
            "En kommun och dess utvärderingar",
            "A municipality and its evaluations, by code",
            MunicipalityView.Load
        ),
        Page<ExemplarsPage>(
            "/exemplars",
            "Kommuner som rapporterna lyfter fram som exempel",
            "Municipalities that the reports hold up as examples",
            ExemplarsView.Load,
            [new("municipality", "One that is held up, by code or name", "Kungsbacka")]
        ),
        Page<AreasPage>(
            "/areas",
            "Instrumentets områden",
            "The instrument's areas",
            AreasView.Load
        ),
        Page<AreaPage>(
            "/areas/{area}",
            "Ett område: poäng, delfrågor, teman",
            "An area: points, sub-questions, themes",
            AreaView.Load,
            [Edition]
        ),
        Page<ThemesPage>(
            "/themes",
            "Teman med antal",
            "Themes with counts",
            ThemesView.Load,
            [Edition]
        ),
        Page<ThemePage>(
            "/themes/{theme}",
            "Ett tema per år och område",
            "A theme by year and area",
            ThemeView.Load,
            [Edition]
        ),
        Page<ChartsPage>(
            "/charts",
            "Vilka diagram som finns",
            "Which charts there are",
            ChartsView.Load
        ),
        Page<SharePage>(
            "/charts/share",
            "Andel av rapporterna per år, med intervall",
            "Share of reports by year that praise or ask for something, with intervals",
            ShareView.Load,
            [.. Filters.Where(f => f.Name != Edition.Name), Edition]
        ),
        Page<HeatMapPage>(
            "/charts/heatmap",
            "Områden och teman",
            "Areas by themes",
            HeatMapView.Load,
            [new("kind", "improvement, strength or weakness", "strength"), Edition]
        ),
        Page<ChangePage>(
            "/charts/change",
            "Förändring mellan utvärderingar",
            "Points of evaluations that follow one another, and why where they cannot be compared",
            ChangeView.Load,
            [
                new("municipality", "One, by code or name; all without", "1980"),
                new("area", "For the list of all; the total without", "5"),
            ]
        ),
        Page<ProfilePage>(
            "/charts/profile",
            "Kommuners poäng bredvid varandra",
            "Points of municipalities beside each other",
            ProfileView.Load,
            [new("municipality", "Up to five, by code or name", "1980,0180")]
        ),
        Page<SuggestPage>(
            "/suggest",
            "Förslag för en kommuns poäng",
            "A form for a municipality's points; the answer is a page or a Word document",
            SuggestView.Load
        ),
        Page<QualityPage>(
            "/quality",
            "Vad som är osäkert och vad som saknas",
            "What is in doubt and what is missing",
            QualityView.Load
        ),
        Page<CodebookPage>(
            "/codebook",
            "Tabellers och kolumners betydelse",
            "What tables and columns mean",
            CodebookView.Load
        ),
        Page<SqlPage>(
            "/sql",
            "SQL, endast läsning",
            "SQL, read only; CSV and JSON have up to 100,000 rows and say where there are more (cut, X-Kompass-Cut-At)",
            SqlView.Load,
            [new("query", "A SELECT statement", "SELECT count(*) FROM findings")]
        ),
        Page<ApiPage>("/api", "Alla vyer för program", "All views for programs", ApiView.Load),
    ];

    private static ViewRoute Page<T>(
        string pattern,
        string swedish,
        string english,
        Func<ViewRequest, View?> load,
        params IReadOnlyList<ViewParameter> parameters
    ) => new(pattern, swedish, english, typeof(T), load, parameters);

    private static ViewRoute OfText(string path, string swedish, string english, TextPlace place) =>
        Page<TextPage>(
            $"/{path}/{{**id}}",
            swedish,
            english,
            request => TextView.Load(request, place)
        );
}
