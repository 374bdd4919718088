using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Reports;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset.Store;

/// <summary>A column as a code a row: the place of its value among <paramref name="Keys"/>, from 1; 0 where it is empty.</summary>
/// <param name="Keys">The values that occur, in order: numbers by size, else by characters.</param>
/// <param name="Codes">A code a row; row <c>i</c> is the store's row <c>i + 1</c>.</param>
public sealed record CodeColumn(IReadOnlyList<string> Keys, ushort[] Codes)
{
    /// <summary>The code of a value, 0 where it never occurs.</summary>
    public int CodeOf(string key) => 1 + Keys.ToList().IndexOf(key);

    /// <summary>Whether each code passes; 0 does not. Null where no condition is given.</summary>
    public bool[]? Passing(Func<string, bool>? condition) =>
        condition is null ? null : [false, .. Keys.Select(condition)];
}

/// <summary>
/// What reports and texts are counted by, kept in the store column by column, a byte or two a row: through a million texts one pass in memory takes milliseconds,
/// where SQL takes seconds. Derived from the tables when the store is written.
/// </summary>
public sealed class StoreColumns(SqliteConnection connection)
{
    private const string Starts = "starts";

    /// <summary>Of reports: the areas whose lists were not all found.</summary>
    internal const string ListsMissing = "lists_missing";

    // Bands of inhabitants: SKL's own borders of 2011 between small, middle and large municipalities.
    private const string PopulationBand = """
        CASE WHEN coalesce(r.population, m.population) IS NULL THEN NULL WHEN coalesce(r.population, m.population) < 12500 THEN '0-12499'
          WHEN coalesce(r.population, m.population) < 25000 THEN '12500-24999' WHEN coalesce(r.population, m.population) < 50000 THEN '25000-49999' ELSE '50000-' END
        """;

    private const string MissingLists =
        $"SELECT report_id, group_concat(area, ' ') AS areas FROM notes WHERE code = '{NoteCode.FindingsMissing}' GROUP BY report_id";

    private static readonly (string Name, string Sql)[] OfReports =
    [
        ("edition", "r.edition"),
        ("year", "r.year"),
        ("county", "m.county"),
        ("group", "m.group_name"),
        ("population", PopulationBand),
        ("municipality", "r.municipality_name"),
        ("has_strengths", "r.has_strengths"),
        ("has_improvements", "r.has_improvements"),
        ("has_weaknesses", "r.has_weaknesses"),
        // Areas of which no list, or not each, was found, by blanks.
        (ListsMissing, "missing.areas"),
    ];

    /// <summary>What texts are counted by.</summary>
    internal static IReadOnlyList<string> OfTexts { get; } =
    ["area", "kind", "question", "theme", "theme2", "certainty"];

    /// <summary>The names of the columns that a table of texts is counted by.</summary>
    public static IReadOnlyList<string> NamesOf(Table table) =>
        [.. OfTexts.Where(n => table.Columns.Any(c => c.Name == n))];

    /// <summary>A column of a table, or of <c>reports</c>.</summary>
    /// <exception cref="ArgumentException">The store has none of this name.</exception>
    public CodeColumn Read(string table, string name)
    {
        var (keys, bytes) = Find(table, name);
        var values = JsonSerializer.Deserialize<string[]>(keys)!;
        var codes = new ushort[values.Length > byte.MaxValue ? bytes.Length / 2 : bytes.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] =
                values.Length > byte.MaxValue
                    ? BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(2 * i))
                    : bytes[i];
        }

        return new CodeColumn(values, codes);
    }

    /// <summary>For each report the row of its first text in a table, and at the end the number of rows.</summary>
    public int[] StartsOf(Table table) =>
        MemoryMarshal.Cast<byte, int>(Find(table.Name, Starts).Codes).ToArray();

    private (string Keys, byte[] Codes) Find(string table, string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT keys, codes FROM counted_by WHERE of_table = $table AND name = $name";
        command.Parameters.AddWithValue("$table", table);
        command.Parameters.AddWithValue("$name", name);
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? (reader.GetString(0), reader.GetFieldValue<byte[]>(1))
            : throw new ArgumentException($"{table} is not counted by {name}", nameof(name));
    }

    /// <summary>Makes the columns of a store whose tables are filled, report by report.</summary>
    internal static void Build(SqliteConnection connection)
    {
        connection.Execute(
            "CREATE TABLE counted_by (of_table TEXT NOT NULL, name TEXT NOT NULL, keys TEXT NOT NULL, codes BLOB NOT NULL, PRIMARY KEY (of_table, name))"
        );
        Build(
            connection,
            "reports",
            [.. OfReports.Select(c => c.Name)],
            $"SELECT {string.Join(", ", OfReports.Select(c => c.Sql))} FROM reports r LEFT JOIN municipalities m ON m.code = r.municipality_code LEFT JOIN ({MissingLists}) missing ON missing.report_id = r.id ORDER BY r.rowid"
        );
        foreach (var table in TableCatalogue.Searched)
        {
            var names = NamesOf(table);
            Build(
                connection,
                table.Name,
                names,
                $"SELECT {string.Join(", ", names)} FROM {table.Name} ORDER BY rowid"
            );
            var starts = QueryResult
                .Read(
                    connection,
                    $"SELECT count(t.report_id) FROM reports r LEFT JOIN {table.Name} t ON t.report_id = r.id GROUP BY r.rowid ORDER BY r.rowid"
                )
                .Aggregate(
                    new List<int> { 0 },
                    (list, row) =>
                    {
                        list.Add(list[^1] + (int)(long)row[0]!);
                        return list;
                    }
                );
            Insert(
                connection,
                table.Name,
                Starts,
                [],
                MemoryMarshal.AsBytes<int>(starts.ToArray()).ToArray()
            );
        }
    }

    private static void Build(
        SqliteConnection connection,
        string table,
        IReadOnlyList<string> names,
        string sql
    )
    {
        var columns = names.Select(_ => new Collected()).ToList();
        foreach (var row in QueryResult.Read(connection, sql))
        {
            for (var i = 0; i < row.Length; i++)
            {
                columns[i].Add(row[i]);
            }
        }

        foreach (var (name, column) in names.Zip(columns))
        {
            var (keys, codes) = column.InOrder();
            Insert(connection, table, name, keys, codes);
        }
    }

    private static void Insert(
        SqliteConnection connection,
        string table,
        string name,
        string[] keys,
        byte[] codes
    )
    {
        using var insert = SqliteInsert.Into(connection, "counted_by", 4);
        insert.Write(table, name, JsonSerializer.Serialize(keys), codes);
    }

    // Values in the order in which they were met, and the place of each row's among them.
    private sealed class Collected
    {
        private readonly Dictionary<object, int> _met = [];
        private readonly List<int> _rows = [];

        public void Add(object? value)
        {
            var code = 0;
            if (value is not null && !_met.TryGetValue(value, out code))
            {
                _met[value] = code = _met.Count + 1;
            }

            _rows.Add(code);
        }

        public (string[] Keys, byte[] Codes) InOrder()
        {
            var values = _met
                .Keys.OrderBy(v => v as long?)
                .ThenBy(v => v as string, StringComparer.Ordinal)
                .ToList();
            var codes = new int[values.Count + 1];
            for (var i = 0; i < values.Count; i++)
            {
                codes[_met[values[i]]] = i + 1;
            }

            var width = values.Count > byte.MaxValue ? 2 : 1;
            var bytes = new byte[width * _rows.Count];
            for (var i = 0; i < _rows.Count; i++)
            {
                var code = checked((ushort)codes[_rows[i]]);
                bytes[width * i] = (byte)code;
                if (width == 2)
                {
                    bytes[(2 * i) + 1] = (byte)(code >> 8);
                }
            }

            return (
                [.. values.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture)!)],
                bytes
            );
        }
    }
}
