using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Records;

/// <summary>
/// Makes one record of several documents of one evaluation: the better witnessed value wins, and where two that are not in doubt differ there is a
/// note. Documents of one municipality and year whose scores contradict each other in most areas are two evaluations.
/// </summary>
internal static class RecordReconciler
{
    /// <summary>Parts records of one id into evaluations, and makes one record of each; the second and later get a suffix.</summary>
    public static IReadOnlyList<ReportRecord> Reconcile(IReadOnlyList<ReportRecord> extracted)
    {
        var distinct = extracted
            .DistinctBy(r => r.Document.Sha256, StringComparer.Ordinal)
            .OrderByDescending(Worth)
            .ThenBy(r => r.Document.File, StringComparer.Ordinal)
            .ToList();
        var evaluations = new List<List<ReportRecord>>();
        foreach (var record in distinct)
        {
            var same = evaluations.Find(e => IsSameEvaluation(e[0], record));
            if (same is null)
            {
                evaluations.Add([record]);
            }
            else
            {
                same.Add(record);
            }
        }

        return [.. evaluations.Select((e, i) => ContentId.Assign(WithSuffix(Merge(e), i)))];
    }

    private static ReportRecord WithSuffix(ReportRecord record, int index) =>
        record with
        {
            Id = NameOf(record.Id, index),
        };

    /// <summary>The id of a report's evaluation, the first being 0.</summary>
    public static string NameOf(string id, int index) =>
        index == 0 ? id : Invariant($"{id}-{index + 1}");

    // How much a record says that is not in doubt.
    private static double Worth(ReportRecord record) =>
        record.Areas.Count
        + record.Questions.Count(q => q.Achieved is not null)
        + record.Findings.Sum(f => f.Confidence)
        - (2 * record.Notes.Count(n => n.Severity == Severity.Warning));

    private static bool IsSameEvaluation(ReportRecord a, ReportRecord b)
    {
        var common = a
            .Areas.Join(b.Areas, x => x.Area, y => y.Area, (x, y) => x.Score == y.Score)
            .ToList();
        return common.Count < 4 || common.Count(same => same) * 2 >= common.Count;
    }

    private static ReportRecord Merge(List<ReportRecord> documents)
    {
        var merged = documents[0] with { Documents = [.. documents.Select(d => d.Document)] };
        for (var i = 1; i < documents.Count; i++)
        {
            merged = new RecordMerging(merged, SourcesOf.Document(documents[i], i)).Merged();
        }

        return merged;
    }
}
