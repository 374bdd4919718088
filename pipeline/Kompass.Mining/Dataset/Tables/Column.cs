namespace Kompass.Mining.Dataset.Tables;

/// <summary>What a column holds.</summary>
public enum ColumnType
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with decimals.</summary>
    Number,

    /// <summary>True or false; 1 and 0 in store and CSV.</summary>
    Boolean,
}

/// <summary>A column of a table, the same in store, CSV, Parquet, data package and code book.</summary>
/// <param name="Name">Its name, snake_case.</param>
/// <param name="Type">What it holds.</param>
/// <param name="IsRequired">Whether every row has a value.</param>
/// <param name="Swedish">What it means, for the Swedish code book.</param>
/// <param name="English">What it means, for the English code book.</param>
public sealed record Column(
    string Name,
    ColumnType Type,
    bool IsRequired,
    string Swedish,
    string English
)
{
    /// <summary>The only values that it has, with what each means; empty where it may have others.</summary>
    public IReadOnlyList<ColumnValue> Values { get; init; } = [];
}

/// <summary>A value of a column that has a few only.</summary>
/// <param name="Value">As it stands there.</param>
/// <param name="Swedish">What it means, for the Swedish code book.</param>
/// <param name="English">What it means, for the English code book.</param>
public sealed record ColumnValue(string Value, string Swedish, string English);

/// <summary>Columns whose values are those of another table's key.</summary>
/// <param name="Columns">The columns here.</param>
/// <param name="Table">The other table.</param>
/// <param name="Referenced">Its columns, in the same order.</param>
public sealed record ForeignKey(
    IReadOnlyList<string> Columns,
    string Table,
    IReadOnlyList<string> Referenced
)
{
    internal static ForeignKey To(string table, string referenced, string column) =>
        new([column], table, [referenced]);
}
