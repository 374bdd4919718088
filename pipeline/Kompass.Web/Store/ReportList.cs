using Microsoft.Data.Sqlite;

namespace Kompass.Web.Store;

/// <summary>A report of the dataset.</summary>
/// <param name="Id">Its id.</param>
/// <param name="MunicipalityCode">Four digits, or null where the name is none of the 290.</param>
/// <param name="MunicipalityName">Name of the municipality.</param>
/// <param name="Year">Year of the evaluation, or null.</param>
/// <param name="Edition">Edition of the instrument.</param>
/// <param name="TotalValue">Points in all, or null.</param>
/// <param name="TotalMax">Highest points, or null.</param>
/// <param name="TotalConfidence">Probability that the total is the printed one; null where there is none.</param>
/// <param name="HasStrengths">Whether it lists strengths.</param>
/// <param name="HasImprovements">Whether it lists improvement areas.</param>
/// <param name="HasWeaknesses">Whether it lists weaknesses.</param>
/// <param name="Notes">Notes on its reading.</param>
/// <param name="Population">Inhabitants of which it tells, or null.</param>
public sealed record ReportHead(
    string Id,
    string? MunicipalityCode,
    string MunicipalityName,
    int? Year,
    string Edition,
    double? TotalValue,
    int? TotalMax,
    double? TotalConfidence,
    bool HasStrengths,
    bool HasImprovements,
    bool HasWeaknesses,
    int Notes,
    int? Population
)
{
    /// <summary>Code, or the name where there is none: what a municipality's page is called.</summary>
    public string MunicipalityKey => MunicipalityCode ?? MunicipalityName;
}

/// <summary>The reports in the dataset's order, the county and group of each, and the place of each by its id.</summary>
public sealed class ReportList
{
    private readonly Dictionary<string, ReportHead> _byId;

    private ReportList(IReadOnlyList<ReportHead> all, Knowledge knowledge)
    {
        All = all;
        _byId = all.ToDictionary(r => r.Id, StringComparer.Ordinal);
        Newest =
        [
            .. all.GroupBy(r => r.MunicipalityKey, StringComparer.Ordinal)
                .Select(g => g.MaxBy(r => r.Year)!)
                .OrderBy(r => r.MunicipalityName, FacetValues.Swedish),
        ];
        Municipalities =
        [
            .. all.Select(r => knowledge.Municipalities.FindByCode(r.MunicipalityCode)),
        ];
    }

    /// <summary>All reports.</summary>
    public IReadOnlyList<ReportHead> All { get; }

    /// <summary>For each report its municipality, null where it is none of the 290.</summary>
    public IReadOnlyList<Municipality?> Municipalities { get; }

    /// <summary>First and last year, or null where no report has one.</summary>
    public (int First, int Last)? Years =>
        All.Any(r => r.Year is not null)
            ? (All.Min(r => r.Year)!.Value, All.Max(r => r.Year)!.Value)
            : null;

    /// <summary>The newest report on each municipality, by name.</summary>
    public IReadOnlyList<ReportHead> Newest { get; }

    /// <summary>The report of this id, or null.</summary>
    public ReportHead? Find(string id) => _byId.GetValueOrDefault(id);

    internal static ReportList Load(SqliteConnection connection, Knowledge knowledge) =>
        new(
            Snapshot.Rows<ReportHead>(
                connection,
                $"SELECT {string.Join(", ", StoreRow<ReportHead>.Columns)} FROM reports ORDER BY rowid"
            ),
            knowledge
        );
}
