using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Queries;
using Kompass.Web.Store;
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
/// The facets of all texts of one place as columns in memory, some 12 bytes a text: so facets over a million texts are counted exactly in one pass. Row
/// <c>i</c> is the store's row <c>i + 1</c>; the texts of a report stand beside each other.
/// </summary>
public sealed class TextIndex
{
    private TextIndex(
        TextPlace place,
        int[] starts,
        IReadOnlyList<FacetColumn> texts,
        IReadOnlyList<FacetColumn> reports
    )
    {
        Place = place;
        Starts = starts;
        Texts = texts;
        Reports = reports;
    }

    /// <summary>Where the texts stand.</summary>
    public TextPlace Place { get; }

    /// <summary>How many texts there are.</summary>
    public int Count => Starts[^1];

    /// <summary>The row of the first text of each report, and at the end the number of rows.</summary>
    public int[] Starts { get; }

    /// <summary>Facets of which each text has a value; those that the place does not tell are missing.</summary>
    public IReadOnlyList<FacetColumn> Texts { get; }

    /// <summary>Facets of the reports, a code a report.</summary>
    public IReadOnlyList<FacetColumn> Reports { get; }

    internal static TextIndex Load(
        SqliteConnection connection,
        TextPlace place,
        ReportList reports,
        Knowledge knowledge
    )
    {
        var table = StoreQueries.TableOf(place);
        var facets = Facet
            .OfTexts.Where(f => table.Columns.Any(c => c.Name == f.Name))
            .Select(f => (Facet: f, Values: FacetValues.Of(f, knowledge, reports)))
            .ToArray();
        var hasSecond = table.Columns.Any(c => c.Name == "theme2");
        using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT rowid, report_id, {(hasSecond ? "theme2" : "NULL")}{string.Concat(facets.Select(f => $", {f.Facet.Name}"))} FROM {table.Name} ORDER BY rowid";
        using var reader = command.ExecuteReader();
        var codes = facets.Select(_ => new List<ushort>()).ToArray();
        var second = new List<ushort>();
        var themes = hasSecond ? facets.First(f => f.Facet == Facet.Theme).Values : null;
        var starts = new int[reports.All.Count + 1];
        var (row, report, id) = (0, -1, "");
        while (reader.Read())
        {
            var own = reader.GetString(1);
            if (own != id)
            {
                var next = reports.IndexOf(own) ?? throw NotInOrder(table.Name, own);
                if (next <= report)
                {
                    throw NotInOrder(table.Name, own);
                }

                Array.Fill(starts, row, report + 1, next - report);
                (report, id) = (next, own);
            }

            if (reader.GetInt64(0) != ++row)
            {
                throw NotInOrder(table.Name, own);
            }

            if (themes is not null)
            {
                second.Add(themes.Take(reader.IsDBNull(2) ? null : reader.GetString(2)));
            }

            for (var f = 0; f < facets.Length; f++)
            {
                codes[f].Add(facets[f].Values.Take(Key(reader, 3 + f)));
            }
        }

        Array.Fill(starts, row, report + 1, starts.Length - report - 1);
        return new TextIndex(
            place,
            starts,
            [
                .. facets.Select(
                    (f, i) =>
                        new FacetColumn(
                            f.Facet,
                            f.Values,
                            [.. codes[i]],
                            hasSecond && f.Facet == Facet.Theme ? [.. second] : null
                        )
                ),
            ],
            [.. Facet.OfReports.Select(f => OfReports(f, reports, knowledge))]
        );
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

    private static string? Key(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null
        : reader.GetFieldType(column) == typeof(string) ? reader.GetString(column)
        : reader.GetInt64(column).ToString(CultureInfo.InvariantCulture);

    private static DatasetException NotInOrder(string table, string report) =>
        new(
            $"the store's table {table} is not in the order of its reports at {report}; run kompass nightly to rebuild it"
        );
}
