using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;

namespace Kompass.Web.Store;

/// <summary>What is in the dataset and what is not.</summary>
/// <param name="Reports">Reports.</param>
/// <param name="Municipalities">Municipalities that they are about.</param>
/// <param name="Known">Evaluations that are known to have been published (<c>corpus/catalogue.csv</c>).</param>
/// <param name="KnownHere">How many of those are in the dataset.</param>
/// <param name="Editions">Reports by edition.</param>
/// <param name="Years">First and last year, or null.</param>
/// <param name="Texts">Texts by place.</param>
/// <param name="Meta">What the store says of itself: version, models, date.</param>
public sealed record DatasetFacts(
    int Reports,
    int Municipalities,
    int Known,
    int KnownHere,
    IReadOnlyList<(string Edition, int Reports)> Editions,
    (int First, int Last)? Years,
    IReadOnlyDictionary<TextPlace, long> Texts,
    IReadOnlyDictionary<string, string> Meta
)
{
    /// <summary>Evaluations made since 2002, as SKR counts them; of many neither report nor figures are published.</summary>
    public const int Made = 240;

    // As many digits of a hash as a person compares.
    private const int ShownDigits = 12;

    /// <summary>The dataset's version, or null where the store has none.</summary>
    public string? Version => Meta.GetValueOrDefault("version");

    /// <summary>Its first digits.</summary>
    public string? ShortVersion =>
        Version is { Length: > ShownDigits } version ? version[..ShownDigits] : Version;

    internal static DatasetFacts Load(
        SqliteConnection connection,
        Knowledge knowledge,
        ReportList reports
    ) =>
        new(
            reports.All.Count,
            reports.All.Select(r => r.MunicipalityKey).Distinct(StringComparer.Ordinal).Count(),
            knowledge.Catalogue.Count,
            knowledge.Catalogue.Count(e => IsHere(e, reports)),
            [
                .. reports
                    .All.GroupBy(r => r.Edition, StringComparer.Ordinal)
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => (g.Key, g.Count())),
            ],
            reports.Years,
            Enum.GetValues<TextPlace>()
                .ToDictionary(p => p, p => Count(connection, StoreQueries.TableOf(p))),
            SqliteStore.Meta(connection)
        );

    /// <summary>Whether an evaluation of the catalogue is in the dataset.</summary>
    internal static bool IsHere(PublishedEvaluation evaluation, ReportList reports) =>
        evaluation is { MunicipalityCode: { } code, Year: { } year }
        && reports.All.Any(r => r.MunicipalityCode == code && r.Year == year);

    private static long Count(SqliteConnection connection, Table table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table.Name}";
        return (long)command.ExecuteScalar()!;
    }
}
