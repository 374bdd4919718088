using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Tables;

/// <summary>Writes all forms of the dataset in one pass over its records.</summary>
internal static class DatasetWriter
{
    /// <summary>Hands every row of every table to each sink, then completes them in order.</summary>
    /// <param name="records">Read one at a time.</param>
    /// <param name="reference">What is known before reading.</param>
    /// <param name="sinks">The forms.</param>
    /// <param name="about">What the dataset says of itself; asked when all records have gone by.</param>
    /// <param name="cancellation">Stops between records.</param>
    public static void Write(
        IEnumerable<ReportRecord> records,
        ReferenceRows reference,
        IReadOnlyList<ITableSink> sinks,
        Func<IReadOnlyDictionary<string, string>> about,
        CancellationToken cancellation
    ) =>
        Write(
            records.Select(r => new ReportPart(r.Id, "", r)),
            reference,
            sinks,
            about,
            cancellation
        );

    /// <summary>The same, where the rows of some reports are taken over from what is there.</summary>
    public static void Write(
        IEnumerable<ReportPart> reports,
        ReferenceRows reference,
        IReadOnlyList<ITableSink> sinks,
        Func<IReadOnlyDictionary<string, string>> about,
        CancellationToken cancellation
    )
    {
        foreach (var table in TableCatalogue.All)
        {
            Hand(table, reference.Rows(table));
        }

        foreach (var report in reports)
        {
            cancellation.ThrowIfCancellationRequested();
            if (report.Record is not { } record)
            {
                foreach (var sink in sinks)
                {
                    sink.TakeOver(report.Id);
                }

                continue;
            }

            foreach (var table in TableCatalogue.All)
            {
                Hand(table, table.Rows(record));
            }
        }

        var told = about();
        foreach (var sink in sinks)
        {
            sink.Complete(told, cancellation);
        }

        void Hand(Table table, IEnumerable<object?[]> rows)
        {
            foreach (var row in rows)
            {
                foreach (var sink in sinks)
                {
                    sink.Write(table, row);
                }
            }
        }
    }
}

/// <summary>A report on its way into the dataset.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Hash of its record.</param>
/// <param name="Record">Its record, or null where its rows are those of the build before.</param>
internal readonly record struct ReportPart(string Id, string Name, ReportRecord? Record);
