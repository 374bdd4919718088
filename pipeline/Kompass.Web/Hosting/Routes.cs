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
