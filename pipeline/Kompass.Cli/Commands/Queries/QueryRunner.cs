using Kompass.Mining.Dataset.Queries;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Dataset.Versions;
using Microsoft.Data.Sqlite;

namespace Kompass.Cli.Commands.Queries;

/// <summary>Makes a command of a query: filters, limit, formats, citing, and what is said beside the rows.</summary>
internal sealed class QueryRunner
{
    private const string ExitStatuses = """


        Exit status: 0 found; 1 nothing matched; 2 wrong usage; 3 there is no dataset.
        """;

    private readonly Terminal _terminal;
    private readonly StoreQuery _query;
    private readonly QueryOptions _filters = new();
    private readonly Option<int?> _limit = Options
        .Of<int?>("--limit", "N", "Most rows (default: all)")
        .Within(1, int.MaxValue);
    private readonly FormatOptions _format = new();

    private readonly Option<bool> _cite = Options.Flag(
        "--cite",
        "Instead of the rows, how to cite them: version, query, hashes, BibTeX"
    );

    private readonly Option<string?> _store = Home.StoreOption(
        "Ask the dataset in this PostgreSQL database (written by kompass nightly --store); a copy of its version is kept under --data"
    );

    private QueryRunner(Terminal terminal, StoreQuery query)
    {
        _terminal = terminal;
        _query = query;
        Command = new Command(query.Name, query.Description + ExitStatuses)
            .With([
                .. query.Options,
                .. query.Filters(_filters),
                _limit,
                _format.Json,
                _format.Csv,
                _cite,
                _store,
            ])
            .Does(Run);
    }

    private Command Command { get; }

    public static Command Make(Terminal terminal, StoreQuery query) =>
        new QueryRunner(terminal, query).Command;

    /// <summary>Runs a cited query against a store, and hands on its result while that is open; false where the query is none.</summary>
    public static bool Again(
        Terminal terminal,
        StoreQuery query,
        IReadOnlyList<string> arguments,
        SqliteConnection connection,
        Action<QueryResult> write
    )
    {
        var runner = new QueryRunner(terminal, query);
        var root = new RootCommand { runner.Command };
        var parsed = root.Parse([.. arguments]);
        foreach (var error in parsed.Errors)
        {
            terminal.Say(error.Message);
        }

        var knowledge = Home.Knowledge();
        if (
            parsed.Errors.Count > 0
            || runner._filters.Of(parsed, knowledge, terminal) is not { } filter
            || runner.Ask(parsed, connection, knowledge, filter, false) is not { } asked
        )
        {
            return false;
        }

        write(asked.Result);
        return true;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var knowledge = Home.Knowledge();
        if (_filters.Of(parsed, knowledge, _terminal) is not { } filter)
        {
            return ExitCode.Usage;
        }

        var format = _format.Of(parsed);
        using var connection = SqliteStore.OpenForReading(
            parsed.GetValue(_store) is { } address
                ? PostgresStore.Copy(address, VersionStore.CacheOf(Home.Data(parsed)), cancellation)
                : Home.Data(parsed)
        );
        if (QueryOptions.IsUnknown(filter, connection, knowledge, _terminal))
        {
            return ExitCode.Usage;
        }

        var cites = parsed.GetValue(_cite);
        if (
            Ask(parsed, connection, knowledge, filter, format == Format.Table && !cites)
            is not { } asked
        )
        {
            return ExitCode.Usage;
        }

        if (cites)
        {
            Cite(parsed, asked.Result, connection, cancellation);
        }
        else if (format == Format.Table)
        {
            WriteTable(asked.Result, cancellation);
        }
        else
        {
            format.Write(_terminal, asked.Result, cancellation);
        }

        _terminal.Say(
            asked.Result.IsCut
                ? $"{Terminal.Counted(asked.Result.Count, _query.Found)} shown, and there are more: {(parsed.GetValue(_limit) is null ? "--limit N shows more, --csv and --json all" : "--limit N shows more, all without it")}"
                : Terminal.Counted(asked.Result.Count, _query.Found)
        );
        SayWithoutPopulation(filter, connection, knowledge);
        _query.Then?.Invoke(asked.Context);
        if (VersionOf(connection) is { } version)
        {
            _terminal.Say($"dataset version {version[..12]}");
        }

        return asked.Result.Count > 0 ? ExitCode.Done : ExitCode.Partly;
    }

    private void SayWithoutPopulation(
        QueryFilter filter,
        SqliteConnection connection,
        Knowledge knowledge
    )
    {
        if (
            filter.Populations.Count > 0
            && new StoreQueries(connection, knowledge.Municipalities).WithoutPopulation(filter)
                is > 0
                    and var unknown
        )
        {
            _terminal.Say(
                $"{Terminal.Counted(unknown, "reports")} left out for lack of a population, printed or in corpus/populations.csv"
            );
        }
    }

    private (QueryContext Context, QueryResult Result)? Ask(
        ParseResult parsed,
        SqliteConnection connection,
        Knowledge knowledge,
        QueryFilter filter,
        bool isForPeople
    )
    {
        var limit = parsed.GetValue(_limit) ?? (isForPeople ? _query.MostRowsOfATable : null);
        var context = new QueryContext(
            _terminal,
            parsed,
            connection,
            knowledge,
            filter,
            limit,
            isForPeople
        );
        return _query.Ask(context) is { } result ? (context, result) : null;
    }

    private void Cite(
        ParseResult parsed,
        QueryResult result,
        SqliteConnection connection,
        CancellationToken cancellation
    )
    {
        var citation = Citation.Of(
            SqliteStore.Meta(connection),
            NormalForm(parsed),
            result.Names,
            result.Rows(cancellation),
            DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime)
        );
        try
        {
            new CitationStore(Home.Data(parsed)).Add(citation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _terminal.Say(
                $"the citation could not be kept beside the dataset ({e.Message}); keep this text, kompass resolve reads it from a file"
            );
        }

        _terminal.Output.Write(citation.ToText());
    }

    private static string? VersionOf(SqliteConnection connection) =>
        SqliteStore.Meta(connection).GetValueOrDefault("version");

    // Options that were given, in order of their names; how rows are written is no part of the query.
    private string[] NormalForm(ParseResult parsed)
    {
        Option[] beside = [_format.Json, _format.Csv, _cite, _store, Home.DataOption];
        return
        [
            _query.Name,
            .. parsed
                .CommandResult.Children.OfType<System.CommandLine.Parsing.OptionResult>()
                .Where(o => !o.Implicit && !beside.Contains(o.Option))
                .OrderBy(o => o.Option.Name, StringComparer.Ordinal)
                .SelectMany(o =>
                    (IEnumerable<string>)
                        [
                            o.Option.Name,
                            .. _filters.IsSet(o.Option)
                                ? [string.Join(',', QueryOptions.Values(o))]
                                : o.Tokens.Select(t => t.Value),
                        ]
                ),
        ];
    }

    private void WriteTable(QueryResult result, CancellationToken cancellation)
    {
        var shown = (_query.Shown ?? AllOf(result))
            .Where(s => result.Columns.Any(c => c.Name == s.Column))
            .Select(s => (At: result.IndexOf(s.Column), s.Head))
            .ToList();
        _terminal.Table(
            [.. shown.Select(s => s.Head)],
            result
                .Rows(cancellation)
                .Select(row => shown.Select(s => Shown(result, row, s.At)).ToArray())
        );
    }

    // Piped tables are read by programs: they have all columns, by their names.
    private List<(string Column, string Head)> AllOf(QueryResult result) =>
        [
            .. result
                .Columns.Select(c =>
                    (
                        c.Name,
                        Head: _terminal.IsPlain
                            ? c.Name
                            : _query.Heads.GetValueOrDefault(c.Name, c.Name)
                    )
                )
                .Where(c => c.Head.Length > 0),
        ];

    private static string Shown(QueryResult result, object?[] row, int at) =>
        (row[at], result.Columns[at]) switch
        {
            (null, _) => "–",
            (double number, var column) => number.ToString("0.###", CultureInfo.InvariantCulture)
                + Doubts.Of(result, row, column.Name),
            (long flag, { Type: ColumnType.Boolean }) => flag == 1 ? "yes" : "no",
            var (value, column) => Convert.ToString(value, CultureInfo.InvariantCulture)
                + Doubts.Of(result, row, column.Name),
        };
}
