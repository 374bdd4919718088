using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Publishing;
using Microsoft.Data.Sqlite;

namespace Kompass.Web.Store;

/// <summary>What is in the dataset and what is not.</summary>
/// <param name="Reports">Reports.</param>
/// <param name="Municipalities">Municipalities that they are about.</param>
/// <param name="Known">Evaluations that are known by municipality and year (<c>corpus/catalogue.csv</c>), as in the <c>gaps.csv</c> of what is published.</param>
/// <param name="KnownHere">How many of those are in the dataset.</param>
/// <param name="Editions">Reports by edition.</param>
/// <param name="Years">First and last year, or null.</param>
/// <param name="Meta">What the store says of itself: version, models, date.</param>
public sealed record DatasetFacts(
    int Reports,
    int Municipalities,
    int Known,
    int KnownHere,
    IReadOnlyList<(string Edition, int Reports)> Editions,
    (int First, int Last)? Years,
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

    /// <summary>Names of files that several documents have, in folders of their own.</summary>
    internal IReadOnlySet<string> Alike { get; init; } =
        new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The name of a document's file; with its folder where others are called the same.</summary>
    /// <param name="file">As in the dataset: from the inbox on.</param>
    public string NameOf(string file) =>
        Path.GetFileName(file) is var name && Alike.Contains(name) ? file : name;

    internal static DatasetFacts Load(
        SqliteConnection connection,
        Knowledge knowledge,
        ReportList reports
    ) =>
        new(
            reports.All.Count,
            reports.All.Select(r => r.MunicipalityKey).Distinct(StringComparer.Ordinal).Count(),
            Gaps.Known(knowledge).Count(),
            Gaps.Known(knowledge).Count(e => reports.Find(e.Id) is not null),
            [
                .. reports
                    .All.GroupBy(r => r.Edition, StringComparer.Ordinal)
                    .OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => (g.Key, g.Count())),
            ],
            reports.Years,
            SqliteStore.Meta(connection)
        )
        {
            Alike = QueryResult
                .Read(connection, "SELECT DISTINCT file FROM documents")
                .CountBy(r => Path.GetFileName((string)r[0]!), StringComparer.Ordinal)
                .Where(n => n.Value > 1)
                .Select(n => n.Key)
                .ToHashSet(StringComparer.Ordinal),
        };
}
