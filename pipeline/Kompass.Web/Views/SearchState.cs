using Kompass.Mining.Dataset.Search;
using Microsoft.AspNetCore.Http.Extensions;

namespace Kompass.Web.Views;

/// <summary>What a search page shows: all of it stands in the address. A change is a new state, and its address a link.</summary>
public sealed record SearchState
{
    /// <summary>What stands in addresses where only municipalities of the 290 are wanted.</summary>
    public const string Known = "known";

    /// <summary>The words sought as written, or empty.</summary>
    public string Written { get; init; } = "";

    /// <summary>Where to look.</summary>
    public TextPlace Place { get; init; }

    /// <summary>The chosen values by facet; <c>population</c> holds ranges, <c>known</c> is <c>true</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Chosen { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Whether hits come in the dataset's order although words are sought.</summary>
    public bool InReportOrder { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The values chosen of a facet.</summary>
    public IReadOnlyList<string> ValuesOf(string facet) => Chosen.GetValueOrDefault(facet) ?? [];

    /// <summary>Whether a value is chosen.</summary>
    public bool Has(Facet facet, string key) =>
        ValuesOf(facet.Name).Contains(key, StringComparer.Ordinal);

    /// <summary>The state with a value chosen, or no longer chosen.</summary>
    public SearchState Toggle(Facet facet, string key)
    {
        var values = ValuesOf(facet.Name);
        return With(
            facet.Name,
            values.Contains(key, StringComparer.Ordinal)
                ? [.. values.Where(v => v != key)]
                : [.. values.Append(key)]
        );
    }

    /// <summary>The state with these values of a facet.</summary>
    public SearchState With(string facet, IReadOnlyList<string> values)
    {
        var chosen = Chosen
            .Where(c => c.Key != facet)
            .Append(KeyValuePair.Create(facet, values))
            .Where(c => c.Value.Count > 0)
            .ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        return this with { Chosen = chosen, Page = 1 };
    }

    /// <summary>Its address.</summary>
    public string Address
    {
        get
        {
            var query = new QueryBuilder();
            foreach (var (name, value) in Parameters)
            {
                query.Add(name, value);
            }

            return "/" + query;
        }
    }

    /// <summary>What stands in the address, in one order.</summary>
    public IEnumerable<(string Name, string Value)> Parameters
    {
        get
        {
            if (Written.Length > 0)
            {
                yield return ("q", Written);
            }

            if (Place != TextPlace.Lists)
            {
                yield return ("in", NameOf(Place));
            }

            foreach (var (name, values) in Chosen.OrderBy(c => c.Key, StringComparer.Ordinal))
            {
                yield return (name, string.Join(',', values));
            }

            if (InReportOrder)
            {
                yield return ("order", "report");
            }

            if (Page > 1)
            {
                yield return ("page", Page.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>The query that all commands and pages share.</summary>
    /// <exception cref="SearchException">The words are no search.</exception>
    public QueryFilter Filter =>
        new()
        {
            Municipalities = ValuesOf("municipality"),
            OnlyKnown = ValuesOf(Known).Count > 0,
            Years = Ranges("year"),
            Editions = ValuesOf("edition"),
            Counties = ValuesOf("county"),
            Groups = ValuesOf("group"),
            Populations = Ranges("population"),
            Areas = Ranges("area"),
            Kinds = [.. ValuesOf("kind").Select(k => Enum.Parse<FindingKind>(k, true))],
            Questions = ValuesOf("question"),
            Themes = ValuesOf("theme"),
            Certainties = ValuesOf("certainty"),
            Text = Written.Length > 0 ? SearchQuery.Parse(Written) : null,
        };

    /// <summary>The name of a place in addresses.</summary>
    public static string NameOf(TextPlace place) => place.ToString().ToLowerInvariant();

    internal static SearchState Of(ViewRequest request)
    {
        var chosen = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var facet in Facet.All)
        {
            var values = request.Snapshot.ValuesOf(facet);
            var keys = request
                .Several(facet.Name)
                .SelectMany(given => FacetKeys.Of(facet, given, values, request))
                .Distinct(StringComparer.Ordinal)
                .ToList();
            if (keys.Count > 0)
            {
                chosen[facet.Name] = keys;
            }
        }

        var populations = request.Several("population");
        if (populations.FirstOrDefault(p => NumberRange.TryParse(p) is null) is { } wrong)
        {
            throw new BadAddressException(
                $"population: invånare som 50000-100000 eller 100000- väntades, inte \"{wrong}\"",
                $"population: inhabitants as 50000-100000 or 100000- were expected, not \"{wrong}\""
            );
        }

        if (
            populations.Count > 0
            && request.Snapshot.Reports.All.All(r => r.Population is null)
            && request.Knowledge.Municipalities.All.All(m => m.Population is null)
        )
        {
            throw new BadAddressException(
                "population: uppgift om folkmängd saknas, så att ingen kommun kan väljas efter den (corpus/populations.csv)",
                "population: no populations are known (corpus/populations.csv)"
            );
        }

        if (populations.Count > 0)
        {
            chosen["population"] = populations;
        }

        if (request.OneOf(Known, "false", "true") == "true")
        {
            chosen[Known] = ["true"];
        }

        return new SearchState
        {
            Written = request.One("q") ?? "",
            Place = Enum.Parse<TextPlace>(
                request.OneOf("in", [.. Enum.GetValues<TextPlace>().Select(NameOf)]),
                ignoreCase: true
            ),
            Chosen = chosen,
            InReportOrder = request.OneOf("order", "relevance", "report") == "report",
            Page = request.Number("page", 1, 1, 1_000_000),
        };
    }

    private IReadOnlyList<NumberRange> Ranges(string name) =>
        [.. ValuesOf(name).Select(v => NumberRange.TryParse(v)!.Value)];
}
