using Kompass.Mining.Reports;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset.Tables;

/// <summary>
/// A table of the dataset: its columns, what they mean, and how its rows come of a record, or of what is known before reading. Store, exports and code book
/// are made from it.
/// </summary>
public sealed class Table
{
    private readonly Func<object, IEnumerable<object?[]>> _rows;

    private Table(
        TableHead head,
        IEnumerable<Column> columns,
        Func<object, IEnumerable<object?[]>> rows,
        bool isReference
    )
    {
        Name = head.Name;
        (Swedish, English) = Meanings.Of(head.Name);
        Key = head.Key;
        ForeignKeys = head.ForeignKeys ?? [];
        Columns = [.. columns];
        _rows = rows;
        IsReference = isReference;
    }

    /// <summary>Its name in the store; the file's name in exports.</summary>
    public string Name { get; }

    /// <summary>What a row is, for the Swedish code book.</summary>
    public string Swedish { get; }

    /// <summary>What a row is, for the English code book.</summary>
    public string English { get; }

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names => [.. Columns.Select(c => c.Name)];

    /// <summary>Their names as SQL has them, with commas between: "order" is a word of its own.</summary>
    internal string Sql => string.Join(", ", Columns.Select(c => $"\"{c.Name}\""));

    /// <summary>The columns that together name a row; empty where none do.</summary>
    public IReadOnlyList<string> Key { get; }

    /// <summary>Which columns join which other tables.</summary>
    public IReadOnlyList<ForeignKey> ForeignKeys { get; }

    /// <summary>
    /// Whether the store finds a report's rows by an index of its own. What a table holds for all reports is read through: 150,000 findings take 20 ms, and the indexes by what
    /// people ask took a third of the table's room.
    /// </summary>
    public bool IsIndexedByReport =>
        ForeignKeys.Contains(CommonCells.ToReport) && Key is not ["report_id", ..];

    /// <summary>Whether its rows are the same whatever was read: the instrument, the themes, the municipalities.</summary>
    public bool IsReference { get; }

    /// <summary>The rows that a record gives, each a value a column: string, int, double, bool or null.</summary>
    public IEnumerable<object?[]> Rows(ReportRecord record) => _rows(record);

    /// <summary>The rows of what is known before reading.</summary>
    public IEnumerable<object?[]> Rows(Knowledge knowledge) => _rows(knowledge);

    /// <summary>The rows that a store has, in order; each a value a column: string, long, double or null.</summary>
    internal IEnumerable<object?[]> Read(SqliteConnection connection) =>
        QueryResult.Read(connection, $"SELECT {Sql} FROM {Name} ORDER BY rowid");

    /// <summary>The place of a column among the others.</summary>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public int IndexOf(string column) =>
        Columns.Index().FirstOrDefault(c => c.Item.Name == column) is { Item: not null } found
            ? found.Index
            : throw new ArgumentException($"table {Name} has no column {column}", nameof(column));

    internal static Table OfRecord<T>(
        TableHead head,
        Func<Cells<T>, IReadOnlyList<Cell<T>>> columns,
        Func<ReportRecord, IEnumerable<T>> items
    ) => Of(head, columns, items, isReference: false);

    internal static Table OfReport<T>(
        TableHead head,
        Func<Cells<InReport<T>>, IReadOnlyList<Cell<InReport<T>>>> columns,
        Func<ReportRecord, IEnumerable<T>> items
    ) => OfRecord(head, columns, r => items(r).Select(i => new InReport<T>(r, i)));

    internal static Table OfKnowledge<T>(
        TableHead head,
        Func<Cells<T>, IReadOnlyList<Cell<T>>> columns,
        Func<Knowledge, IEnumerable<T>> items
    ) => Of(head, columns, items, isReference: true);

    // Of the one its rows come of, and of nothing else.
    private static Table Of<TFrom, T>(
        TableHead head,
        Func<Cells<T>, IReadOnlyList<Cell<T>>> columns,
        Func<TFrom, IEnumerable<T>> items,
        bool isReference
    )
    {
        var cells = columns(new Cells<T>());
        return new Table(
            head,
            cells.Select(c => c.ColumnOf(head.Name)),
            from => from is TFrom whole ? Rows(cells, items(whole)) : [],
            isReference
        );
    }

    private static IEnumerable<object?[]> Rows<T>(
        IReadOnlyList<Cell<T>> cells,
        IEnumerable<T> items
    )
    {
        foreach (var item in items)
        {
            var row = new object?[cells.Count];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = cells[i].Value(item);
            }

            yield return row;
        }
    }
}

/// <summary>A table without its columns.</summary>
internal sealed record TableHead(
    string Name,
    IReadOnlyList<string> Key,
    IReadOnlyList<ForeignKey>? ForeignKeys = null
);

/// <summary>A column and how its value comes of an item.</summary>
internal sealed record Cell<T>(
    string Name,
    ColumnType Type,
    bool IsRequired,
    Func<T, object?> Value
)
{
    public Column ColumnOf(string table)
    {
        var (swedish, english) = Meanings.Of(table, Name);
        return new Column(Name, Type, IsRequired, swedish, english)
        {
            Values = Meanings.ValuesOf(table, Name),
        };
    }
}
