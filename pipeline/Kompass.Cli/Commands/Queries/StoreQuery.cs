using Kompass.Mining.Dataset.Queries;
using Kompass.Mining.Dataset.Tables;
using Microsoft.Data.Sqlite;

namespace Kompass.Cli.Commands.Queries;

/// <summary>A command that asks the store and writes rows.</summary>
/// <param name="Name">Name of the command.</param>
/// <param name="Description">Its help, without the exit statuses.</param>
/// <param name="Filters">Which of the shared filters it takes.</param>
/// <param name="Options">Its own options.</param>
/// <param name="Ask">Asks; null where what was asked for makes no sense, which it then has said.</param>
/// <param name="Found">What rows are called, of which one lacks the last letter: <c>findings</c>.</param>
internal sealed record StoreQuery(
    string Name,
    string Description,
    Func<QueryOptions, IEnumerable<Option>> Filters,
    IReadOnlyList<Option> Options,
    Func<QueryContext, QueryResult?> Ask,
    string Found
)
{
    /// <summary>The columns of the table for people, and what stands above them; all where it is null.</summary>
    public IReadOnlyList<(string Column, string Head)>? Shown { get; init; }

    /// <summary>Short heads of the table at a terminal, where all columns are shown; what has none, "", is left to CSV and JSON.</summary>
    public IReadOnlyDictionary<string, string> Heads { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Most rows of the table for people; CSV and JSON have no limit of their own.</summary>
    public int? MostRowsOfATable { get; init; }

    /// <summary>What else is to be said on standard error when the rows are written.</summary>
    public Action<QueryContext>? Then { get; init; }
}

/// <summary>What a query asks with.</summary>
internal sealed record QueryContext(
    Terminal Terminal,
    ParseResult Parsed,
    SqliteConnection Connection,
    Knowledge Knowledge,
    QueryFilter Filter,
    int? Limit,
    bool IsForPeople
)
{
    public StoreQueries Queries { get; } = new(Connection, Knowledge.Municipalities);
}
