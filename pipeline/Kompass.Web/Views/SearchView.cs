using Kompass.Mining.Dataset.Search;

namespace Kompass.Web.Views;

/// <summary>Hits, what of them there is by facet, and what was understood.</summary>
public sealed record SearchView : View
{
    /// <summary>Hits of a page: as many as a person reads before she turns or narrows.</summary>
    public const int HitsOfPage = 20;

    private readonly Snapshot _snapshot;
    private readonly QueryFilter _filter;

    private SearchView(Snapshot snapshot, QueryFilter filter)
        : base("Sök i rapporterna", "Search the reports")
    {
        _snapshot = snapshot;
        _filter = filter;
    }

    public required SearchState State { get; init; }

    /// <summary>What was sought, or null.</summary>
    public SearchQuery? Query { get; init; }

    /// <summary>The municipality whose name the words are, or null.</summary>
    public Evaluations? Municipality { get; init; }

    /// <summary>Why the words are no search, or null.</summary>
    public SearchException? Problem { get; init; }

    /// <inheritdoc/>
    public override string? About
    {
        get
        {
            string[] parts =
            [
                .. State.Written.Length > 0 ? [$"”{State.Written}”"] : Array.Empty<string>(),
                .. State.Chosen.SelectMany(c => c.Value.Select(v => LabelOf(c.Key, v))),
                .. State.Page > 1 ? [Invariant($"sida {State.Page}")] : Array.Empty<string>(),
            ];
            return parts.Length > 0 ? string.Join(", ", parts) : null;
        }
    }

    /// <summary>What a value of a facet is called.</summary>
    public string LabelOf(string facet, string value) =>
        facet == SearchState.Known
            ? "bara Sveriges 290"
            : Result
                .Facets.FirstOrDefault(f => f.Column.Facet.Name == facet)
                ?.Column.Values.Find(value)
                ?.Label
                ?? value;

    /// <inheritdoc/>
    public override bool IsRefused => Problem is not null;

    public required ScanResult Result { get; init; }

    public required IReadOnlyList<TextRow> Hits { get; init; }

    /// <summary>How many texts of each place pass the filter.</summary>
    public required IReadOnlyDictionary<TextPlace, ScanResult> Places { get; init; }

    /// <summary>Whether hits are too many to be ranked.</summary>
    public bool IsUnranked { get; init; }

    /// <summary>Whether some reports are on municipalities that are none of the 290.</summary>
    public bool HasUnknown => _snapshot.Reports.All.Any(r => r.MunicipalityCode is null);

    public int Pages => Math.Max(1, (Result.Texts + HitsOfPage - 1) / HitsOfPage);

    /// <inheritdoc/>
    /// <exception cref="BadAddressException">The words are no search.</exception>
    public override IReadOnlyList<ViewTable> Tables =>
        Problem is { } problem
            ? throw NoSearch(problem)
            :
            [
                TextTable.Of("hits", Hits),
                ViewTables.Of(
                    "facets",
                    Result.Facets.SelectMany(f =>
                        f.Column.Values.All.Select((v, i) => (f, Value: v, Code: i + 1))
                    ),
                    ("facet", x => x.f.Column.Facet.Name),
                    ("value", x => x.Value.Key),
                    ("label", x => x.Value.Label),
                    ("texts", x => x.f.Texts[x.Code]),
                    ("reports", x => x.f.Reports[x.Code])
                ),
                ViewTables.Of(
                    "places",
                    Places,
                    ("place", p => SearchState.NameOf(p.Key)),
                    ("texts", p => p.Value.Texts),
                    ("reports", p => p.Value.Reports)
                ),
            ];

    /// <summary>All hits, in the rows and columns of <c>kompass findings --csv</c>.</summary>
    /// <exception cref="BadAddressException">The words are no search.</exception>
    public override ViewTable Download =>
        Problem is { } problem
            ? throw NoSearch(problem)
            : new ViewTable(
                StoreQueries.TableOf(State.Place).Name,
                [.. StoreQueries.TextResult.Select(c => c.Name)],
                _snapshot.Stream(connection =>
                    new StoreQueries(connection, _snapshot.Knowledge.Municipalities)
                        .Texts(_filter, [State.Place])
                        .Rows()
                )
            );

    /// <inheritdoc/>
    public override IReadOnlyList<string> Cited(string address) =>
        [
            "findings",
            .. State
                .Chosen.Select(c =>
                    (
                        Option: "--" + c.Key,
                        Value: string.Join(',', c.Value.Order(StringComparer.Ordinal))
                    )
                )
                .Concat(State.Written.Length > 0 ? [("--text", State.Written)] : [])
                .Concat(
                    State.Place != TextPlace.Lists
                        ? [("--in", SearchState.NameOf(State.Place))]
                        : []
                )
                .OrderBy(o => o.Option, StringComparer.Ordinal)
                .SelectMany(o => (IEnumerable<string>)[o.Option, o.Value]),
        ];

    private static BadAddressException NoSearch(SearchException problem) =>
        new($"q: {problem.Swedish}", $"q: {problem.Message}");

    internal static SearchView Load(ViewRequest request)
    {
        var state = SearchState.Of(request);
        QueryFilter filter;
        SearchException? problem = null;
        try
        {
            filter = state.Filter;
        }
        catch (SearchException e)
        {
            problem = e;
            filter = (state with { Written = "" }).Filter;
        }

        var counted = state with { Place = TextPlace.Lists, InReportOrder = false, Page = 1 };
        var places = Enum.GetValues<TextPlace>().ToDictionary(p => p, ScanOf);
        var result = places[state.Place];
        return new SearchView(request.Snapshot, filter)
        {
            State = state,
            Query = filter.Text,
            Municipality = state.Written.Any(char.IsLetter)
                ? Evaluations.Of(request.Snapshot, state.Written)
                : null,
            Problem = problem,
            Result = result,
            Hits = TextRows.At(request.Snapshot, state.Place, result.Rows),
            Places = places,
            IsUnranked =
                filter.Text is { } query
                && request.Snapshot.Matches(state.Place, query).ByRelevance is null,
        };

        // Of the other places only how many there are; their hits are not in what is kept.
        ScanResult ScanOf(TextPlace place)
        {
            var (shown, hits) = place == state.Place ? (state, HitsOfPage) : (counted, 0);
            return request.Snapshot.Counts.Of(
                (place, shown.Address, hits),
                () =>
                    new FacetScan(request.Snapshot, place, filter).Run(
                        !shown.InReportOrder,
                        (shown.Page - 1) * HitsOfPage,
                        hits
                    )
            );
        }
    }
}

/// <summary>Texts as a table.</summary>
internal static class TextTable
{
    public static ViewTable Of(string name, IEnumerable<TextRow> texts) =>
        ViewTables.Of(
            name,
            texts,
            ("id", t => t.Id),
            ("place", t => SearchState.NameOf(t.Place)),
            ("report_id", t => t.ReportId),
            ("municipality_code", t => t.MunicipalityCode),
            ("municipality_name", t => t.MunicipalityName),
            ("year", t => t.Year),
            ("edition", t => t.Edition),
            ("area", t => t.Area),
            ("kind", t => t.Kind),
            ("order", t => t.Order),
            ("rubric", t => t.Rubric),
            ("text", t => t.Text),
            ("question", t => t.Question),
            ("question_probability", t => t.QuestionProbability),
            ("theme", t => t.Theme),
            ("theme2", t => t.Theme2),
            ("theme_probability", t => t.ThemeProbability),
            ("confidence", t => t.Confidence),
            ("certainty", t => t.Certainty),
            ("document_file", t => t.DocumentFile),
            ("source_page", t => t.SourcePage),
            ("address", t => t.Address)
        );
}
