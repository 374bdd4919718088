using Kompass.Mining.Dataset.Store;
using Kompass.Web.Sql;

namespace Kompass.Web.Views;

/// <summary>SQL on the dataset, read only.</summary>
public sealed record SqlView() : View("SQL", "SQL query")
{
    /// <summary>What was asked, or empty.</summary>
    public required string Query { get; init; }

    /// <summary>What it gave, or null.</summary>
    public SqlResult? Result { get; init; }

    /// <summary>Why it gave nothing, or null.</summary>
    public BadAddressException? Problem { get; init; }

    /// <inheritdoc/>
    public override string? About => Query.Length > 0 ? Query : null;

    /// <inheritdoc/>
    public override bool IsRefused => Problem is not null;

    /// <inheritdoc/>
    public override int? CutAt => Result?.CutAt;

    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables =>
        Result is { } result ? [new ViewTable("rows", result.Columns, result.Rows)]
        : Problem is { } problem
            ? throw new BadAddressException(
                $"query: {problem.Swedish}",
                $"query: {problem.Message}"
            )
        : [];

    internal static SqlView Load(ViewRequest request)
    {
        var query = request.One("query") ?? "";
        if (query.Length == 0)
        {
            return new SqlView { Query = query };
        }

        try
        {
            // A connection of its own: what is set on it for strangers is nobody else's.
            using var connection = SqliteStore.OpenForReading(request.Options.Data);
            return new SqlView
            {
                Query = query,
                Result = ReadOnlySql.Run(
                    connection,
                    query,
                    request.One("format") is null or "html"
                        ? ReadOnlySql.Page
                        : ReadOnlySql.Download,
                    request.Cancellation
                ),
            };
        }
        catch (BadAddressException e)
        {
            return new SqlView { Query = query, Problem = e };
        }
    }
}
