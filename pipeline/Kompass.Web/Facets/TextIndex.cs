using Kompass.Mining.Dataset.Store;
using Microsoft.Data.Sqlite;

namespace Kompass.Web.Facets;

/// <summary>A facet's codes, one a row (a text, or a report). A code is the place of a value among the facet's, from 1; 0 is none.</summary>
/// <param name="Facet">The facet.</param>
/// <param name="Values">Its values.</param>
/// <param name="Codes">A code a row.</param>
/// <param name="Second">A second code a row, for themes; null where the facet has one value a row.</param>
public sealed record FacetColumn(
    Facet Facet,
    FacetValues Values,
    ushort[] Codes,
    ushort[]? Second = null
);

/// <summary>
/// The facets of all texts of one place as columns in memory, some 12 bytes a text: so facets over a million texts are counted exactly, pass by pass. Row
/// <c>i</c> is the store's row <c>i + 1</c>.
/// </summary>
/// <param name="Count">How many texts there are.</param>
/// <param name="Facets">Those of which each text has a value, without those that the place does not tell; then those of the reports, a code a report.</param>
public sealed record TextIndex(int Count, IReadOnlyList<FacetColumn> Facets)
{
    /// <summary>A facet that the place tells.</summary>
    public FacetColumn Of(Facet facet) => Facets.First(c => c.Facet == facet);

    internal static TextIndex Load(
        SqliteConnection connection,
        TextPlace place,
        ReportList reports,
        Knowledge knowledge
    )
    {
        var table = StoreQueries.TableOf(place);
        var columns = new StoreColumns(connection);
        var names = StoreColumns.NamesOf(table);
        return new TextIndex(
            columns.StartsOf(table)[^1],
            [
                .. Facet
                    .OfTexts.Where(f => names.Contains(f.Name, StringComparer.Ordinal))
                    .Select(Column),
                .. Facet.OfReports.Select(f => OfReports(f, reports, knowledge)),
            ]
        );

        FacetColumn Column(Facet facet)
        {
            var values = FacetValues.Of(facet, knowledge, reports);
            var isTheme = facet == Facet.Theme && names.Contains("theme2", StringComparer.Ordinal);
            return new FacetColumn(
                facet,
                values,
                Codes(facet.Name, values),
                isTheme ? Codes("theme2", values) : null
            );
        }

        // The facet's own codes: its values stand in an order of their own.
        ushort[] Codes(string name, FacetValues values)
        {
            var column = columns.Read(table.Name, name);
            ushort[] own = [0, .. column.Keys.Select(values.Take)];
            return Array.ConvertAll(column.Codes, code => own[code]);
        }
    }

    private static FacetColumn OfReports(Facet facet, ReportList reports, Knowledge knowledge)
    {
        var values = FacetValues.Of(facet, knowledge, reports);
        return new FacetColumn(
            facet,
            values,
            [
                .. reports.All.Select(
                    (r, i) =>
                        values.Take(
                            facet.Name switch
                            {
                                "year" => r.Year?.ToString(CultureInfo.InvariantCulture),
                                "edition" => r.Edition,
                                "county" => reports.Municipalities[i]?.CountyCode,
                                "group" => reports
                                    .Municipalities[i]
                                    ?.Group2011.ToString(CultureInfo.InvariantCulture),
                                "municipality" => r.MunicipalityKey,
                                _ => throw new ArgumentException(
                                    $"no facet {facet.Name} of reports",
                                    nameof(facet)
                                ),
                            }
                        )
                ),
            ]
        );
    }
}
