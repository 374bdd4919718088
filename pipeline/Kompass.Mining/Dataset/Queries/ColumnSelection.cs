using System.Collections;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset.Search;
using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset.Queries;

/// <summary>Which findings pass a filter, told from <see cref="StoreColumns"/>: the same as <see cref="FilterSql"/> tells.</summary>
internal sealed class ColumnSelection
{
    private static readonly string[] Narrowing = ["area", "kind", "question", "certainty"];

    private readonly List<(ushort[] Codes, bool[] Passing)> _conditions = [];
    private readonly (
        ushort[] First,
        ushort[] Second,
        bool[] Passing,
        bool[] SecondPassing
    )? _themes;
    private readonly BitArray? _matches;
    private readonly int[] _starts;

    public ColumnSelection(
        SqliteConnection connection,
        Municipalities municipalities,
        QueryFilter filter
    )
    {
        var table = TableCatalogue.Findings;
        Columns = new StoreColumns(connection);
        _starts = Columns.StartsOf(table);
        Reports = ReportsOf(connection, municipalities, filter, _starts.Length - 1);
        foreach (var name in Narrowing)
        {
            if (filter.ConditionOn(name) is { } condition)
            {
                var column = Column(name);
                _conditions.Add((column.Codes, column.Passing(condition)!));
            }
        }

        if (filter.ConditionOn("theme") is { } wanted)
        {
            var (first, second) = (Column("theme"), Column("theme2"));
            _themes = (first.Codes, second.Codes, first.Passing(wanted)!, second.Passing(wanted)!);
        }

        _matches = filter.Text is { } text
            ? SearchIndex.Matches(connection, table, text, _starts[^1])
            : null;
    }

    public StoreColumns Columns { get; }

    /// <summary>The reports that pass, by row, in order.</summary>
    public IReadOnlyList<int> Reports { get; }

    /// <summary>A column of the findings.</summary>
    public CodeColumn Column(string name) => Columns.Read(TableCatalogue.Findings.Name, name);

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

    private bool Passes(int row)
    {
        foreach (var (codes, passing) in _conditions)
        {
            if (!passing[codes[row]])
            {
                return false;
            }
        }

        return _themes is not var (first, second, passes, secondPasses)
            || passes[first[row]]
            || secondPasses[second[row]];
    }

    private static IReadOnlyList<int> ReportsOf(
        SqliteConnection connection,
        Municipalities municipalities,
        QueryFilter filter,
        int count
    )
    {
        var sql = FilterSql.Of(filter.OfReports(), municipalities, TableCatalogue.Find("reports"));
        if (!sql.Narrows)
        {
            return [.. Enumerable.Range(0, count)];
        }

        using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT t.rowid FROM {sql.From} WHERE {sql.Conditions} ORDER BY t.rowid";
        sql.AddTo(command);
        return [.. QueryResult.Read(command).Select(r => (int)(long)r[0]! - 1)];
    }
}
