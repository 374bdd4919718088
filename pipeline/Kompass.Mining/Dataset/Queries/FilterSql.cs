using Kompass.Mining.Dataset.Search;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Reports;
using Microsoft.Data.Sqlite;

namespace Kompass.Mining.Dataset.Queries;

/// <summary>
/// A filter as conditions on one table, whose alias is <c>t</c>. Values are always parameters, never text of the query. A part that the table has no column for
/// matches none of its rows.
/// </summary>
public sealed class FilterSql
{
    private const string Everything = "1 = 1";

    private readonly QueryFilter _filter;
    private readonly Municipalities _municipalities;
    private readonly Table _table;
    private readonly StringBuilder _conditions = new(Everything);
    private readonly List<SqliteParameter> _parameters = [];

    private FilterSql(QueryFilter filter, Municipalities municipalities, Table table)
    {
        _filter = filter;
        _municipalities = municipalities;
        _table = table;
    }

    /// <summary>Whether it leaves anything out.</summary>
    public bool Narrows => _conditions.Length > Everything.Length;

    /// <summary>The conditions, to stand after WHERE.</summary>
    public string Conditions => _conditions.ToString();

    /// <summary>What stands after FROM: the table, and before it the index of its texts where words are sought.</summary>
    public string From =>
        _filter.Text is null
            ? $"{_table.Name} t"
            : $"{SearchIndex.NameOf(_table)} s CROSS JOIN {_table.Name} t ON t.rowid = s.rowid";

    /// <summary>The column by which rows come in the dataset's order without sorting.</summary>
    public string RowId => _filter.Text is null ? "t.rowid" : "s.rowid";

    /// <summary>The filter for a table of the catalogue that has the columns <c>report_id</c>, or <c>id</c> for the reports themselves.</summary>
    public static FilterSql Of(QueryFilter filter, Municipalities municipalities, Table table)
    {
        var sql = new FilterSql(filter, municipalities, table);
        sql.OfReports();
        sql.OfItems();
        return sql;
    }

    /// <summary>Gives a command the parameters.</summary>
    public void AddTo(SqliteCommand command)
    {
        foreach (var parameter in _parameters)
        {
            command.Parameters.AddWithValue(parameter.ParameterName, parameter.Value);
        }
    }

    private void OfReports()
    {
        AnyOf(_filter.Municipalities, Municipality);
        Ranges("year", _filter.Years);
        In("edition", _filter.Editions);
        AnyOf(_filter.Counties, county => OneOf(m => m.IsInCounty(county)));
        AnyOf(_filter.Groups, group => OneOf(m => m.IsInGroup(group)));
        var report = _table.Name == "reports" ? "id" : "report_id";
        AnyOf(
            _filter.Populations,
            range =>
                $"t.{report} IN (SELECT r.id FROM reports r LEFT JOIN municipalities m ON m.code = r.municipality_code WHERE {Between("coalesce(r.population, m.population)", range)})"
        );
    }

    private void OfItems()
    {
        Ranges("area", _filter.Areas);
        In("kind", [.. _filter.Kinds.Select(ContentId.NameOf)]);
        In(Has("question") ? "question" : "code", _filter.Questions);
        if (_filter.Themes.Count > 0 && Has("theme2"))
        {
            var list = Values(_filter.Themes);
            And($"(t.theme IN ({list}) OR t.theme2 IN ({list}))");
        }
        else
        {
            In("theme", _filter.Themes);
        }

        In("certainty", _filter.Certainties);
        if (_filter.Text is { } text)
        {
            And($"s.{SearchIndex.NameOf(_table)} MATCH {Value(text.Match)}");
        }
    }

    private string Municipality(string name)
    {
        var known = _municipalities.FindByCode(name) ?? _municipalities.FindByName(name);
        return known is null
            ? $"t.municipality_name = {Value(name)} COLLATE {SqliteStore.AnyCase}"
            : $"t.municipality_code = {Value(known.Code)}";
    }

    private string OneOf(Func<Municipality, bool> isMeant) =>
        $"t.municipality_code IN ({Values([.. _municipalities.All.Where(isMeant).Select(m => m.Code)])})";

    private void In(string column, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            And(Has(column) ? $"t.\"{column}\" IN ({Values(values)})" : "0 = 1");
        }
    }

    private void Ranges(string column, IReadOnlyList<NumberRange> ranges)
    {
        if (ranges.Count > 0)
        {
            And(
                Has(column)
                    ? $"({string.Join(" OR ", ranges.Select(r => Between("t." + column, r)))})"
                    : "0 = 1"
            );
        }
    }

    private string Between(string value, NumberRange range) =>
        range switch
        {
            { From: { } from, To: { } to } when from == to => $"{value} = {Value(from)}",
            { From: { } from, To: { } to } => $"{value} BETWEEN {Value(from)} AND {Value(to)}",
            { From: { } from } => $"{value} >= {Value(from)}",
            { To: var to } => $"{value} <= {Value(to!)}",
        };

    private void AnyOf<T>(IReadOnlyList<T> values, Func<T, string> condition)
    {
        if (values.Count > 0)
        {
            And($"({string.Join(" OR ", values.Select(condition))})");
        }
    }

    private bool Has(string column) => _table.Columns.Any(c => c.Name == column);

    private string Values(IReadOnlyList<string> values) =>
        string.Join(", ", values.Select(v => Value(v)));

    private string Value(object value)
    {
        var name = Invariant($"$f{_parameters.Count}");
        _parameters.Add(new SqliteParameter(name, value));
        return name;
    }

    private void And(string condition) => _conditions.Append(" AND ").Append(condition);
}
