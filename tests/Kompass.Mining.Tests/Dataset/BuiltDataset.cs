using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Versions;
using Kompass.Mining.Reports;

namespace Kompass.Tests;

/// <summary>Store and version of a dataset, of records as they stand.</summary>
internal static class BuiltDataset
{
    public static DatasetVersion Build(
        this DataFolder data,
        Knowledge knowledge,
        IEnumerable<ReportRecord> records,
        int day = 2
    ) =>
        DatasetBuild.Of(
            data,
            build => records.Select(r => build.Add(r, RecordJson.WriteBytes(r))),
            knowledge,
            new DateOnly(2026, 1, day),
            CancellationToken.None
        );
}
