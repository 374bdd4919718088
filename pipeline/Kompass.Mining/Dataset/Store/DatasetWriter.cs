using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Store;

/// <summary>Fills a store in one pass over the dataset's records.</summary>
internal static class DatasetWriter
{
    /// <summary>Makes a store of records: every row of every table.</summary>
    /// <param name="file">The store.</param>
    /// <param name="records">Read one at a time.</param>
    /// <param name="reference">What is known before reading.</param>
    /// <param name="about">What the dataset says of itself.</param>
    /// <param name="cancellation">Stops between records.</param>
    public static void Write(
        string file,
        IEnumerable<ReportRecord> records,
        ReferenceRows reference,
        IReadOnlyDictionary<string, string> about,
        CancellationToken cancellation
    )
    {
        using var store = new SqliteSink(file);
        Write(
            records.Select(r => new ReportPart(r.Id, "", r)),
            reference,
            store,
            () => about,
            cancellation
        );
    }

    /// <summary>The same in a store in the making, where the rows of some reports are taken over from what is there; what it says of itself is asked when all have gone by.</summary>
    public static void Write(
        IEnumerable<ReportPart> reports,
        ReferenceRows reference,
        SqliteSink store,
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
                store.TakeOver(report.Id);
                continue;
            }

            foreach (var table in TableCatalogue.All)
            {
                Hand(table, table.Rows(record));
            }
        }

        store.Complete(about(), cancellation);

        void Hand(Table table, IEnumerable<object?[]> rows)
        {
            foreach (var row in rows)
            {
                store.Write(table, row);
            }
        }
    }
}

/// <summary>A report on its way into the dataset.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Hash of its record.</param>
/// <param name="Record">Its record, or null where its rows are those of the build before.</param>
internal readonly record struct ReportPart(string Id, string Name, ReportRecord? Record);
