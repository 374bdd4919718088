using System.Collections.Concurrent;
using Kompass.Mining.Dataset;

namespace Kompass.Mining.Fetching;

/// <summary>Visits the sources that are due, some hosts at a time, and keeps what is new. One source never stops the others.</summary>
/// <param name="sources">All sources.</param>
/// <param name="fetcher">Fetches.</param>
/// <param name="store">Where it is kept.</param>
/// <param name="options">How politely and how much.</param>
/// <param name="clock">Says what is due.</param>
public sealed class FetchRun(
    IReadOnlyList<Source> sources,
    Fetcher fetcher,
    FetchedStore store,
    FetchOptions options,
    TimeProvider clock
)
{
    // A night that begins a little earlier than the last one must not pass a source over.
    private static readonly TimeSpan Tolerance = TimeSpan.FromHours(6);

    /// <summary>Runs.</summary>
    /// <param name="all">Visits all sources, due or not.</param>
    /// <param name="progress">Told the id of each source that is done.</param>
    /// <param name="cancellation">Stops; what was fetched is kept.</param>
    /// <exception cref="DatasetException">The store cannot be written, or another run is fetching.</exception>
    public async Task<FetchSummary> RunAsync(
        bool all = false,
        IProgress<string>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var started = clock.GetUtcNow();
        using var held = new DataFolder(store.Folder).Lock();
        try
        {
            AtomicFile.RemoveLeftovers(store.Folder);
            if (Directory.Exists(store.Temporary))
            {
                Directory.Delete(store.Temporary, recursive: true);
            }

            var due = sources.Where(s => all || IsDue(s, started)).ToList();
            var ordered = await VisitAsync(due, progress, cancellation);
            var summary = new FetchSummary(
                started,
                sources.Count,
                due.Count,
                ordered
                    .Select(v => v.Balance)
                    .Aggregate(new FetchBalance(0, 0, 0, 0, 0, 0), (a, b) => a + b),
                [.. ordered.SelectMany(v => v.Events)]
            );
            store.Write(summary);
            return summary;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(
                $"{store.Folder}: what was fetched could not be written: {e.Message}; what was there is untouched, and the next run goes on from here",
                e
            );
        }
    }

    // Hosts beside each other, the sources of a host one after the other; in order of their ids.
    private async Task<List<SourceVisit>> VisitAsync(
        List<Source> due,
        IProgress<string>? progress,
        CancellationToken cancellation
    )
    {
        var visits = new ConcurrentBag<(string Id, SourceVisit Visit)>();
        await Parallel.ForEachAsync(
            due.GroupBy(s => s.Address.Authority, StringComparer.OrdinalIgnoreCase),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = options.Hosts,
                CancellationToken = cancellation,
            },
            async (host, token) =>
            {
                foreach (var source in host)
                {
                    var visit = new SourceVisit(
                        source,
                        store.State(source.Id),
                        fetcher,
                        store,
                        options,
                        clock
                    );
                    await visit.RunAsync(sources.Count, token);
                    visits.Add((source.Id, visit));
                    progress?.Report(source.Id);
                }
            }
        );
        return [.. visits.OrderBy(v => v.Id, StringComparer.Ordinal).Select(v => v.Visit)];
    }

    private bool IsDue(Source source, DateTimeOffset now) =>
        store.State(source.Id).Visited is not { } visited
        || now - visited >= TimeSpan.FromDays(source.EveryDays) - Tolerance
        // A clock that went back must not put a source off for years.
        || visited > now + Tolerance;
}
