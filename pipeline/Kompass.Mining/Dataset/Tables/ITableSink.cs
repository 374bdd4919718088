namespace Kompass.Mining.Dataset.Tables;

/// <summary>A form of the dataset that is written table by table: the store, the CSVs, Parquet.</summary>
internal interface ITableSink : IDisposable
{
    /// <summary>Writes a row; rows of different tables come mixed.</summary>
    void Write(Table table, object?[] row);

    /// <summary>Takes over the rows that a report has in what was there; only a sink that was opened for it does.</summary>
    void TakeOver(string reportId) => throw new NotSupportedException();

    /// <summary>Puts what was written in the place of what was there. Without it nothing changes.</summary>
    /// <param name="about">What the dataset says of itself: version, date, models.</param>
    /// <param name="cancellation">Stops it.</param>
    void Complete(IReadOnlyDictionary<string, string> about, CancellationToken cancellation);
}
