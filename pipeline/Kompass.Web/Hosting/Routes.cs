using Kompass.Mining.Dataset.Queries;
using Kompass.Web.Pages;
using Kompass.Web.Views;

namespace Kompass.Web.Hosting;

/// <summary>All pages.</summary>
internal static class Routes
{
    private static readonly ViewParameter[] Filters =
    [
        new("q", "Words to search for, in any form and within compounds", "medborgardialog"),
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
        new("certainty", "certain, label, text", "certain"),
    ];

    private static readonly ViewParameter Edition = new(
        "edition",
        "One edition of the instrument; by default the one of most reports",
        "2010"
    );

    private static readonly ViewParameter[] None = [];

    public static IReadOnlyList<ViewRoute> All { get; } =
    [
        new(
            "/",
            "Träffar med antal per filter",
            "Texts that match, twenty a page, with counts of texts and reports by facet",
            typeof(SearchPage),
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
        new(
            "/reports",
            "Alla rapporter",
            "All reports",
            typeof(ReportsPage),
            ReportsView.Load,
            None
        ),
        new(
            "/reports/{id}",
            "En rapport",
            "A report: scores, findings, remarks, notes",
            typeof(ReportPage),
            ReportView.Load,
            None
        ),
        new(
            "/municipalities",
            "Kommunerna i datamängden",
            "The municipalities of the dataset",
            typeof(MunicipalitiesPage),
            MunicipalitiesView.Load,
            None
        ),
        new(
            "/municipalities/{key}",
            "En kommun och dess utvärderingar",
            "A municipality and its evaluations, by code",
            typeof(MunicipalityPage),
            MunicipalityView.Load,
            None
        ),
        new(
            "/areas",
            "Instrumentets områden",
            "The instrument's areas",
            typeof(AreasPage),
            AreasView.Load,
            None
        ),
        new(
            "/areas/{area}",
            "Ett område: poäng, delfrågor, teman",
            "An area: points, sub-questions, themes",
            typeof(AreaPage),
            AreaView.Load,
            None
        ),
        new(
            "/themes",
            "Teman med antal",
            "Themes with counts",
            typeof(ThemesPage),
            ThemesView.Load,
            None
        ),
        new(
            "/themes/{theme}",
            "Ett tema per år och område",
            "A theme by year and area",
            typeof(ThemePage),
            ThemeView.Load,
            [Edition]
        ),
        new(
            "/charts",
            "Vilka diagram som finns",
            "Which charts there are",
            typeof(ChartsPage),
            ChartsView.Load,
            None
        ),
        new(
            "/charts/share",
            "Andel av rapporterna per år, med intervall",
            "Share of reports by year that praise or ask for something, with intervals",
            typeof(SharePage),
            ShareView.Load,
            [.. Filters.Where(f => f.Name != Edition.Name), Edition]
        ),
        new(
            "/charts/heatmap",
            "Områden och teman",
            "Areas by themes",
            typeof(HeatMapPage),
            HeatMapView.Load,
            [new("kind", "improvement, strength or weakness", "strength"), Edition]
        ),
        new(
            "/charts/change",
            "Förändring mellan utvärderingar",
            "Points of evaluations that follow one another, and why where they cannot be compared",
            typeof(ChangePage),
            ChangeView.Load,
            [
                new("municipality", "One, by code or name; all without", "1980"),
                new("area", "For the list of all; the total without", "5"),
            ]
        ),
        new(
            "/charts/profile",
            "Kommuners poäng bredvid varandra",
            "Points of municipalities beside each other",
            typeof(ProfilePage),
            ProfileView.Load,
            [new("municipality", "Up to five, by code or name", "1980,0180")]
        ),
        new(
            "/suggest",
            "Förslag för en kommuns poäng",
            "A form for a municipality's points; the answer is a page or a Word document",
            typeof(SuggestPage),
            SuggestView.Load,
            None
        ),
        new(
            "/quality",
            "Vad som är osäkert och vad som saknas",
            "What is in doubt and what is missing",
            typeof(QualityPage),
            QualityView.Load,
            None
        ),
        new(
            "/codebook",
            "Tabellers och kolumners betydelse",
            "What tables and columns mean",
            typeof(CodebookPage),
            CodebookView.Load,
            None
        ),
        new(
            "/sql",
            "SQL, endast läsning",
            "SQL, read only, one second, a thousand rows",
            typeof(SqlPage),
            SqlView.Load,
            [new("query", "A SELECT statement", "SELECT count(*) FROM findings")]
        ),
        new(
            "/api",
            "Alla vyer för program",
            "All views for programs",
            typeof(ApiPage),
            ApiView.Load,
            None
        ),
    ];

    private static ViewRoute OfText(string path, string swedish, string english, TextPlace place) =>
        new(
            $"/{path}/{{**id}}",
            swedish,
            english,
            typeof(TextPage),
            request => TextView.Load(request, place),
            None
        );
}
