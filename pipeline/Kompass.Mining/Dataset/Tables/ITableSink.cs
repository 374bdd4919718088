namespace Kompass.Mining.Dataset.Tables;

/// <summary>A form of the dataset that is written table by table: the store, the CSVs, Parquet.</summary>
internal interface ITableSink : IDisposable
{
    /// <summary>Writes a row; rows of different tables come mixed.</summary>
    void Write(Table table, object?[] row);

    /// <summary>Puts what was written in the place of what was there. Without it nothing changes.</summary>
    void Complete(CancellationToken cancellation);
}
