using System.Collections.Concurrent;
using Kompass.Mining.Dataset.Search;
using Kompass.Mining.Dataset.Store;
using Microsoft.Data.Sqlite;

namespace Kompass.Web.Store;

/// <summary>One state of the dataset's store: connections to it, and what is kept of it in memory. It outlives a nightly run that puts another in its place.</summary>
public sealed class Snapshot
{
    // Of a million texts the matches of a search take 125 kB, and 80 kB where they are ranked; counts take less.
    private const int MostKept = 64;

    private readonly Kept<(TextPlace, string), TextMatches> _matches = new(MostKept);
    private readonly DataFolder _data;
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly Lazy<ReportList> _reports;
    private readonly Lazy<DatasetFacts> _facts;
    private readonly Lazy<IReadOnlyList<ChangeRow>> _changes;
    private readonly Dictionary<TextPlace, Lazy<TextIndex>> _indexes;

    internal Snapshot(DataFolder data, Knowledge knowledge)
    {
        _data = data;
        Knowledge = knowledge;
        _reports = new Lazy<ReportList>(() => Read(c => ReportList.Load(c, knowledge)));
        _facts = new Lazy<DatasetFacts>(() => Read(c => DatasetFacts.Load(c, knowledge, Reports)));
        _changes = new Lazy<IReadOnlyList<ChangeRow>>(() =>
            Read(c =>
                new ProgressQuery(c, knowledge.Municipalities).Rows(QueryFilter.None).ToList()
            )
        );
        _indexes = Enum.GetValues<TextPlace>()
            .ToDictionary(
                p => p,
                p => new Lazy<TextIndex>(() => Read(c => TextIndex.Load(c, p, Reports, knowledge)))
            );
    }

    /// <summary>What the pipeline knows.</summary>
    public Knowledge Knowledge { get; }

    internal DataFolder Data => _data;

    /// <summary>The reports in the dataset's order.</summary>
    public ReportList Reports => _reports.Value;

    /// <summary>What is in the dataset and what is not.</summary>
    public DatasetFacts Facts => _facts.Value;

    /// <summary>How points changed between evaluations that follow one another.</summary>
    public IReadOnlyList<ChangeRow> Changes => _changes.Value;

    /// <summary>The texts of a place, as columns in memory.</summary>
    public TextIndex Index(TextPlace place) => _indexes[place].Value;

    /// <summary>The values of a facet: those that are known, and those that the lists have.</summary>
    internal FacetValues ValuesOf(Facet facet) => Index(TextPlace.Lists).Of(facet).Values;

    /// <summary>The values of a facet, areas as an edition names them.</summary>
    internal IReadOnlyList<FacetValue> ValuesOf(Facet facet, string edition) =>
        facet == Facet.Area && Knowledge.FindEdition(edition) is { } of
            ? FacetValues.AreasOf(of)
            : ValuesOf(facet).All;

    /// <summary>What of an edition's lists is counted by two dimensions, by their values; nothing stands for a value that is missing.</summary>
    internal Dictionary<(string, string), CountedCell> Counted(
        string edition,
        QueryFilter filter,
        CountDimension one,
        CountDimension other
    ) =>
        Read(connection =>
            new CountsQuery(connection, Knowledge.Municipalities)
                .Cells(filter with { Editions = [edition] }, [one, other], acrossEditions: false)
                .ToDictionary(c => (Text(c.Values[0]), Text(c.Values[1])))
        );

    private static string Text(object? value) =>
        Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    /// <summary>Which texts of a place hold the words sought.</summary>
    internal TextMatches Matches(TextPlace place, SearchQuery query) =>
        _matches.Of((place, query.Match), () => TextMatches.Find(this, place, query));

    /// <summary>The counts that were made last, by place and address.</summary>
    internal Kept<(TextPlace, string, int), ScanResult> Counts { get; } = new(MostKept);

    /// <summary>The editions that have reports, the one of most first; the newest where there are none.</summary>
    internal string[] EditionsByReports() =>
        [
            .. Facts
                .Editions.OrderByDescending(e => e.Reports)
                .Select(e => e.Edition)
                .DefaultIfEmpty(Knowledge.Editions[^1].Id),
        ];

    /// <summary>Reads rows of the store, all at once, as records.</summary>
    /// <param name="sql">Selects as many columns as the record's constructor has parameters; with <c>$id</c> where something is asked for by its id.</param>
    /// <param name="id">The id, or null.</param>
    internal IReadOnlyList<T> Rows<T>(string sql, string? id = null) =>
        Read(connection => Rows<T>(connection, sql, id));

    /// <summary>The same by a connection that is open.</summary>
    internal static IReadOnlyList<T> Rows<T>(
        SqliteConnection connection,
        string sql,
        string? id = null
    )
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        if (id is not null)
        {
            command.Parameters.AddWithValue("$id", id);
        }

        return [.. QueryResult.Read(command).Select(StoreRow<T>.Of)];
    }

    /// <summary>Reads from the store.</summary>
    /// <exception cref="DatasetException">There is none, or it is no store.</exception>
    public T Read<T>(Func<SqliteConnection, T> read)
    {
        var connection = Take();
        try
        {
            return read(connection);
        }
        finally
        {
            _idle.Add(connection);
        }
    }

    /// <summary>Reads rows from the store as they are asked for.</summary>
    public IEnumerable<T> Stream<T>(Func<SqliteConnection, IEnumerable<T>> read)
    {
        var connection = Take();
        try
        {
            foreach (var row in read(connection))
            {
                yield return row;
            }
        }
        finally
        {
            _idle.Add(connection);
        }
    }

    private SqliteConnection Take()
    {
        if (_idle.TryTake(out var idle))
        {
            return idle;
        }

        var connection = SqliteStore.OpenForReading(_data);
        using var pragma = connection.CreateCommand();
        // The store is read where it lies, not copied page by page.
        pragma.CommandText = "PRAGMA query_only = 1; PRAGMA mmap_size = 1073741824;";
        pragma.ExecuteNonQuery();
        return connection;
    }
}
