using System.Collections;
using Kompass.Mining.Dataset.Search;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset.Queries;

/// <summary>Which texts of a table pass a filter, told from <see cref="StoreColumns"/>: the same as <see cref="FilterSql"/> tells.</summary>
internal sealed class ColumnSelection
{
    private readonly Table _table;
    private readonly List<Condition> _conditions = [];
    private readonly BitArray? _matches;
    private readonly int[] _starts;

    /// <param name="connection">The store.</param>
    /// <param name="municipalities">Those that the filter may name.</param>
    /// <param name="filter">What passes.</param>
    /// <param name="table">A table of texts; the lists where none is named.</param>
    /// <param name="matches">Which texts hold the words sought, where that is known; else they are sought.</param>
    public ColumnSelection(
        SqliteConnection connection,
        Municipalities municipalities,
        QueryFilter filter,
        Table? table = null,
        BitArray? matches = null
    )
    {
        _table = table ?? TableCatalogue.Findings;
        Columns = new StoreColumns(connection);
        _starts = Columns.StartsOf(_table);
        var names = StoreColumns.NamesOf(_table);
        var narrowing = StoreColumns
            .OfTexts.Select(name => (Name: name, Passes: filter.ConditionOn(name)))
            .Where(c => c.Passes is not null)
            .ToList();
        // What the table does not tell of its texts passes none of them.
        Reports = narrowing.TrueForAll(c => names.Contains(c.Name, StringComparer.Ordinal))
            ? ReportsOf(connection, municipalities, filter, _starts.Length - 1)
            : [];
        foreach (var (name, passes) in Reports.Count > 0 ? narrowing : [])
        {
            var (first, second) = (
                Column(name),
                name == "theme" && names.Contains("theme2", StringComparer.Ordinal)
                    ? Column("theme2")
                    : null
            );
            _conditions.Add(
                new Condition(
                    first.Codes,
                    first.Passing(passes)!,
                    second?.Codes,
                    second?.Passing(passes)
                )
            );
        }

        _matches =
            matches is null && filter.Text is { } text
                ? SearchIndex.Matches(connection, _table, text, _starts[^1])
                : matches;
    }

    public StoreColumns Columns { get; }

    /// <summary>The reports that pass, by row, in order.</summary>
    public IReadOnlyList<int> Reports { get; }

    public CodeColumn Column(string name) => Columns.Read(_table.Name, name);

    /// <summary>Hands on the rows of a report that pass.</summary>
    public void Each(int report, Action<int> row)
    {
        for (var i = _starts[report]; i < _starts[report + 1]; i++)
        {
            if (_matches?[i] != false && Passes(i))
            {
                row(i);
            }
        }
    }

    /// <summary>The rows of a report, whether they pass or not.</summary>
    public IEnumerable<int> RowsOf(int report) =>
        Enumerable.Range(_starts[report], _starts[report + 1] - _starts[report]);

    /// <summary>How many texts pass, and how many reports have one.</summary>
    public (long Texts, long Reports) Count()
    {
        var (texts, reports) = (0L, 0L);
        foreach (var report in Reports)
        {
            var before = texts;
            Each(report, _ => texts++);
            reports += texts > before ? 1 : 0;
        }

        return (texts, reports);
    }

    private bool Passes(int row)
    {
        foreach (var condition in _conditions)
        {
            if (!condition.Holds(row))
            {
                return false;
            }
        }

        return true;
    }

    private static IReadOnlyList<int> ReportsOf(
        SqliteConnection connection,
        Municipalities municipalities,
        QueryFilter filter,
        int count
    )
    {
        var sql = FilterSql.Of(filter.OfReports(), municipalities, TableCatalogue.Find("reports"));
        return [.. sql.Narrows ? sql.Rows(connection) : Enumerable.Range(0, count)];
    }

    // Of codes in one column, or in either of two.
    private sealed record Condition(
        ushort[] Codes,
        bool[] Passing,
        ushort[]? Second,
        bool[]? SecondPassing
    )
    {
        public bool Holds(int row) =>
            Passing[Codes[row]] || (Second is not null && SecondPassing![Second[row]]);
    }
}
