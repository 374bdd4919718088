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
        var rows = new List<IReadOnlyList<object?>>();
        foreach (var version in versions.All().Where(v => v.Number <= published.Number))
        {
            rows.Add([
                version.Number,
                version.Version,
                version.Date,
                version.Code,
                version.Records.Count,
                version.Records.Keys.Count(k => !before.ContainsKey(k)),
                version.Records.Count(r =>
                    before.TryGetValue(r.Key, out var old) && old != r.Value
                ),
                before.Keys.Count(k => !version.Records.ContainsKey(k)),
            ]);
            before = version.Records;
        }

        using var stream = new MemoryStream();
        CsvExport.WriteRows(
            stream,
            ["number", "version", "date", "program", "reports", "added", "changed", "removed"],
            rows
        );
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
