using System.Collections.Concurrent;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Queries;
using Kompass.Web.Facets;
using Microsoft.Data.Sqlite;

namespace Kompass.Web.Store;

/// <summary>One state of the dataset's store: connections to it, and what is kept of it in memory. It outlives a nightly run that puts another in its place.</summary>
public sealed class Snapshot
{
    private readonly DataFolder _data;
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly Lazy<ReportList> _reports;
    private readonly Lazy<DatasetFacts> _facts;
    private readonly Dictionary<TextPlace, Lazy<TextIndex>> _indexes;

    internal Snapshot(DataFolder data, Knowledge knowledge)
    {
        _data = data;
        Knowledge = knowledge;
        _reports = new Lazy<ReportList>(() => Read(c => ReportList.Load(c, knowledge)));
        _facts = new Lazy<DatasetFacts>(() => Read(c => DatasetFacts.Load(c, knowledge, Reports)));
        _indexes = Enum.GetValues<TextPlace>()
            .ToDictionary(
                p => p,
                p => new Lazy<TextIndex>(() => Read(c => TextIndex.Load(c, p, Reports, knowledge)))
            );
    }

    /// <summary>What the pipeline knows.</summary>
    public Knowledge Knowledge { get; }

    /// <summary>The dataset's folder.</summary>
    internal DataFolder Data => _data;

    /// <summary>The reports in the dataset's order.</summary>
    public ReportList Reports => _reports.Value;

    /// <summary>What is in the dataset and what is not.</summary>
    public DatasetFacts Facts => _facts.Value;

    /// <summary>The texts of a place, as columns in memory.</summary>
    public TextIndex Index(TextPlace place) => _indexes[place].Value;

    /// <summary>What texts of a place hold the words sought; kept while the snapshot is.</summary>
    internal MatchCache Matches { get; } = new();

    /// <summary>Reads from the store.</summary>
    /// <exception cref="DatasetException">There is none, or it is no store.</exception>
    public T Read<T>(Func<SqliteConnection, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (!_idle.TryTake(out var connection))
        {
            connection = SqliteStore.OpenForReading(_data);
            using var pragma = connection.CreateCommand();
            // The store is read where it lies, not copied page by page.
            pragma.CommandText = "PRAGMA query_only = 1; PRAGMA mmap_size = 1073741824;";
            pragma.ExecuteNonQuery();
        }

        try
        {
            return read(connection);
        }
        finally
        {
            _idle.Add(connection);
        }
    }
}
