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
internal sealed class FilterSql(QueryFilter filter, Municipalities municipalities, Table table)
{
    private const string Everything = "1 = 1";

    /// <summary>The inhabitants of which a report <c>t</c> tells, or else those of its municipality that are known.</summary>
    public const string Population =
        "coalesce(t.population, (SELECT m.population FROM municipalities m WHERE m.code = t.municipality_code))";

    private readonly StringBuilder _conditions = new(Everything);
    private readonly List<SqliteParameter> _parameters = [];

    /// <summary>Whether it leaves anything out.</summary>
    public bool Narrows => _conditions.Length > Everything.Length;

    private string From =>
        filter.Text is null
            ? $"{table.Name} t"
            // The index of its texts stands first where words are sought.
            : $"{SearchIndex.NameOf(table)} s CROSS JOIN {table.Name} t ON t.rowid = s.rowid";

    // In the dataset's order without sorting.
    private string RowId => filter.Text is null ? "t.rowid" : "s.rowid";

    /// <summary>The filter for a table of the catalogue that has the columns <c>report_id</c>, or <c>id</c> for the reports themselves.</summary>
    public static FilterSql Of(QueryFilter filter, Municipalities municipalities, Table table)
    {
        var sql = new FilterSql(filter, municipalities, table);
        sql.OfReports();
        sql.OfItems();
        return sql;
    }

    /// <summary>Reads the rows that pass.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="columns">What stands after SELECT.</param>
    /// <param name="order">What stands after ORDER BY; null for the dataset's order.</param>
    /// <param name="limit">Most rows: one more is read, so that a cut is known. Null for all.</param>
    internal IEnumerable<object?[]> Read(
        SqliteConnection connection,
        string columns,
        string? order = null,
        int? limit = null
    )
    {
        var command = connection.CreateCommand();
        var most = limit is { } rows ? Invariant($" LIMIT {(long)rows + 1}") : "";
        command.CommandText =
            $"SELECT {columns} FROM {From} WHERE {_conditions} ORDER BY {order ?? RowId}{most}";
        command.Parameters.AddRange(_parameters);
        return QueryResult.Read(command);
    }

    /// <summary>The rows of the table that pass, from 0, in order.</summary>
    internal IEnumerable<int> Rows(SqliteConnection connection) =>
        Read(connection, "t.rowid").Select(r => (int)(long)r[0]! - 1);

    private void OfReports()
    {
        AnyOf(filter.Municipalities, Municipality);
        if (filter.OnlyKnown)
        {
            And("t.municipality_code IS NOT NULL");
        }

        Ranges("year", filter.Years);
        In("edition", filter.Editions);
        AnyOf(filter.Counties, county => OneOf(m => m.IsInCounty(county)));
        AnyOf(filter.Groups, group => OneOf(m => m.IsInGroup(group)));
        var report = table.Name == "reports" ? "id" : "report_id";
        AnyOf(
            filter.Populations,
            range =>
                $"t.{report} IN (SELECT t.id FROM reports t WHERE {Between(Population, range)})"
        );
    }

    private void OfItems()
    {
        Ranges("area", filter.Areas);
        In("kind", [.. filter.Kinds.Select(ContentId.NameOf)]);
        In(Has("question") ? "question" : "code", filter.Questions);
        if (filter.Themes.Count > 0 && Has("theme2"))
        {
            var list = Values(filter.Themes);
            And($"(t.theme IN ({list}) OR t.theme2 IN ({list}))");
        }
        else
        {
            In("theme", filter.Themes);
        }

        In("certainty", filter.Certainties);
        if (filter.Text is { } text)
        {
            And($"s.{SearchIndex.NameOf(table)} MATCH {Value(text.Match)}");
        }
    }

    private string Municipality(string name)
    {
        var known = municipalities.Find(name);
        return known is null
            ? $"t.municipality_name = {Value(name)} COLLATE {SqliteStore.AnyCase}"
            : $"t.municipality_code = {Value(known.Code)}";
    }

    private string OneOf(Func<Municipality, bool> isMeant) =>
        $"t.municipality_code IN ({Values([.. municipalities.All.Where(isMeant).Select(m => m.Code)])})";

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

    private bool Has(string column) => table.Columns.Any(c => c.Name == column);

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
