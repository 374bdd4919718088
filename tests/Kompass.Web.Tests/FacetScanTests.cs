using Kompass.Mining.Dataset.Queries;
using Kompass.Mining.Dataset.Search;
using Kompass.Mining.Dataset.Store;
using Kompass.Web.Facets;
using Kompass.Web.Store;
using Kompass.Web.Views;

namespace Kompass.Web.Tests;

/// <summary>What the explorer counts in memory is what the store's own queries count.</summary>
public sealed class FacetScanTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<string> Filters =>
        [
            "",
            "kind=strength",
            "theme=dialogue&kind=strength",
            "year=2013-2017",
            "county=20",
            "edition=2010&certainty=label,certain",
            "municipality=1980&area=1",
            "question=1.4&theme=dialogue,strategy",
            "population=1000-",
            "q=dialog",
            "q=dialog&kind=improvement",
            "q=webben&in=lists&year=2014",
        ];

    [Theory]
    [MemberData(nameof(Filters))]
    public void Counts_are_those_of_the_stores_queries(string query)
    {
        var snapshot = new Snapshot(site.Data, Site.Knowledge);
        var filter = FilterOf(query);
        using var connection = SqliteStore.OpenForReading(site.Data);
        var queries = new StoreQueries(connection, Site.Knowledge.Municipalities);

        foreach (var place in Enum.GetValues<TextPlace>())
        {
            var result = new FacetScan(snapshot, place, filter).Run(false, 0, 100);

            var texts = queries.Texts(filter, [place]);
            var reports = texts.Rows().Select(r => r[texts.IndexOf("report_id")]).ToList();
            Assert.Equal(
                (reports.Count, reports.Distinct().Count()),
                (result.Texts, result.Reports)
            );
            Assert.Equal(queries.Count(filter, place), (result.Texts, result.Reports));
            Assert.Equal(result.Texts, result.Rows.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_facets_count_is_what_choosing_its_value_gives(string query)
    {
        var snapshot = new Snapshot(site.Data, Site.Knowledge);
        var filter = FilterOf(query);

        var facets = new FacetScan(snapshot, TextPlace.Lists, filter).Run(false, 0, 0).Facets;

        foreach (var counts in facets)
        {
            foreach (var (value, i) in counts.Column.Values.All.Select((v, i) => (v, i + 1)))
            {
                var chosen = new FacetScan(
                    snapshot,
                    TextPlace.Lists,
                    Choose(filter, counts.Column.Facet, value.Key)
                ).Run(false, 0, 0);
                Assert.Equal(
                    (counts.Column.Facet.Name, value.Key, chosen.Texts, chosen.Reports),
                    (counts.Column.Facet.Name, value.Key, counts.Texts[i], counts.Reports[i])
                );
            }
        }
    }

    [Fact]
    public void By_relevance_the_same_rows_come_page_by_page()
    {
        var snapshot = new Snapshot(site.Data, Site.Knowledge);
        var filter = QueryFilter.None with { Text = SearchQuery.Parse("dialog") };

        var all = new FacetScan(snapshot, TextPlace.Lists, filter).Run(false, 0, 100).Rows;
        var ranked = Enumerable
            .Range(0, all.Count)
            .SelectMany(i => new FacetScan(snapshot, TextPlace.Lists, filter).Run(true, i, 1).Rows)
            .ToList();

        Assert.Equal(4, all.Count);
        Assert.Equal(all.Order(), ranked.Order());
    }

    private static QueryFilter FilterOf(string query)
    {
        var values = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        return new SearchState
        {
            Written = values.TryGetValue("q", out var q) ? q.ToString() : "",
            Chosen = values
                .Where(v => v.Key is not ("q" or "in"))
                .ToDictionary(
                    v => v.Key,
                    v => (IReadOnlyList<string>)v.Value.ToString().Split(',')
                ),
        }.Filter;
    }

    private static QueryFilter Choose(QueryFilter filter, Facet facet, string key) =>
        facet.Name switch
        {
            "kind" => filter with
            {
                Kinds = [Enum.Parse<Kompass.Mining.Corpus.FindingKind>(key, true)],
            },
            "area" => filter with { Areas = [NumberRange.TryParse(key)!.Value] },
            "question" => filter with { Questions = [key] },
            "theme" => filter with { Themes = [key] },
            "certainty" => filter with { Certainties = [key] },
            "year" => filter with { Years = [NumberRange.TryParse(key)!.Value] },
            "edition" => filter with { Editions = [key] },
            "county" => filter with { Counties = [key] },
            "group" => filter with { Groups = [key] },
            "municipality" => filter with { Municipalities = [key] },
            _ => throw new ArgumentException(facet.Name),
        };
}
