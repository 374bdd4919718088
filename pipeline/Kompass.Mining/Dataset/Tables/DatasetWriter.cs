using Kompass.Mining.Corpus;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Tables;

/// <summary>Writes all forms of the dataset in one pass over its records.</summary>
internal static class DatasetWriter
{
    /// <summary>Hands every row of every table to each sink, then completes them in order.</summary>
    public static void Write(
        IEnumerable<ReportRecord> records,
        Knowledge knowledge,
        IReadOnlyList<ITableSink> sinks,
        CancellationToken cancellation
    )
    {
        foreach (var table in TableCatalogue.All)
        {
            Hand(table, table.Rows(knowledge));
        }

        foreach (var record in records)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var table in TableCatalogue.All)
            {
                Hand(table, table.Rows(record));
            }
        }

        foreach (var sink in sinks)
        {
            sink.Complete(cancellation);
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
