using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Versions;

namespace Kompass.Mining.Publishing;

/// <summary>What became of the dataset from version to version.</summary>
internal static class Changes
{
    /// <summary>A row a version up to the published one: reports in all, and how many were added, changed and removed.</summary>
    public static string Csv(VersionStore versions, DatasetVersion published)
    {
        IReadOnlyDictionary<string, string> before = new Dictionary<string, string>(
            StringComparer.Ordinal
        );
        var rows = new List<Change>();
        foreach (var version in versions.All().Where(v => v.Number <= published.Number))
        {
            var records = version.Records;
            rows.Add(
                new Change(
                    version.Number,
                    version.Version,
                    version.Date,
                    version.Code,
                    records.Count,
                    records.Keys.Count(k => !before.ContainsKey(k)),
                    records.Count(r => before.TryGetValue(r.Key, out var old) && old != r.Value),
                    before.Keys.Count(k => !records.ContainsKey(k))
                )
            );
            before = records;
        }

        return CsvExport.Text(rows);
    }

    private sealed record Change(
        int Number,
        string Version,
        string Date,
        string Program,
        int Reports,
        int Added,
        int Changed,
        int Removed
    );
}
