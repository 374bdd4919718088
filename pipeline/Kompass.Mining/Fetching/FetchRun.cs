using System.Collections.Concurrent;
using Kompass.Mining.Dataset;

namespace Kompass.Mining.Fetching;

/// <summary>Visits the sources that are due, some hosts at a time, and keeps what is new. One source never stops the others.</summary>
/// <param name="list">All sources, and the rows that are none.</param>
/// <param name="fetcher">Fetches.</param>
/// <param name="store">Where it is kept.</param>
/// <param name="options">How politely and how much.</param>
/// <param name="clock">Says what is due.</param>
public sealed class FetchRun(
    SourceList list,
    Fetcher fetcher,
    FetchedStore store,
    FetchOptions options,
    TimeProvider clock
)
{
    // A night that begins a little earlier than the last one must not pass a source over.
    internal static readonly TimeSpan Tolerance = TimeSpan.FromHours(6);

    private readonly ConcurrentDictionary<string, SourceState> _states = new(
        StringComparer.Ordinal
    );
    private readonly ConcurrentBag<FetchTrouble> _mistakes = [];

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

            ReadStates(started);
            var due = Due(all, started);
            var summary = Summary(
                started,
                due.Count,
                await VisitAsync(due, started, progress, cancellation)
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

    /// <summary>The sources that a run would visit now. Nothing is asked and nothing written.</summary>
    public IReadOnlyList<Source> Due()
    {
        var now = clock.GetUtcNow();
        ReadStates(now);
        return Due(all: false, now);
    }

    private List<Source> Due(bool all, DateTimeOffset now) =>
        [
            .. list.Sources.Where(s =>
                _states.TryGetValue(s.Id, out var state) && (all || IsDue(s, state, now))
            ),
        ];

    // A source whose file is damaged has no state, and is not visited: as a new one it would forget what it used to bring.
    private void ReadStates(DateTimeOffset now)
    {
        foreach (var mistake in list.Mistakes)
        {
            Mistake(Invariant($"line {mistake.Line}"), mistake.File, mistake.Message, now);
        }

        foreach (var source in list.Sources)
        {
            try
            {
                _states[source.Id] = store.State(source.Id);
            }
            catch (DatasetException e)
            {
                Mistake(source.Id, source.Address.AbsoluteUri, e.Message, now);
            }
        }

        fetcher.Obey(_states.Values.SelectMany(s => s.Waits ?? []));
    }

    private void Mistake(string source, string address, string message, DateTimeOffset now) =>
        _mistakes.Add(
            new FetchTrouble(source, address, FetchNotice.Mistake, message, IsAlarm: true, now)
        );

    private FetchSummary Summary(DateTimeOffset started, int visited, List<SourceVisit> visits)
    {
        var before = store
            .LastStanding()
            .GroupBy(t => t.Key)
            .ToDictionary(g => g.Key, g => g.First());
        var standing = _mistakes
            .OrderBy(m => m.Source, StringComparer.Ordinal)
            .Concat(
                list.Sources.SelectMany(s =>
                    _states.TryGetValue(s.Id, out var state) ? state.Standing ?? [] : []
                )
            )
            .Select(t => t.After(before.GetValueOrDefault(t.Key), started))
            .ToList();
        var alarms = standing
            .Where(t => t.IsAlarm && t.Told == started)
            .ToDictionary(t => t.Key, t => t);
        var events = visits
            .SelectMany(v => v.Events)
            .Select(e => e with { IsAlarm = alarms.ContainsKey((e.Source, e.Address, e.Notice)) })
            .ToList();
        return new FetchSummary(
            started,
            list.Sources.Count,
            visited,
            FetchBalance.Of([.. visits.SelectMany(v => v.Asked)]),
            // What is told of sources that were not visited now has no event yet.
            [.. events, .. NotSeen(standing.Where(t => t.Told == started), events)],
            standing
        );
    }

    private static IEnumerable<FetchEvent> NotSeen(
        IEnumerable<FetchTrouble> told,
        List<FetchEvent> events
    ) =>
        told.Where(t => !events.Exists(e => t.Key == (e.Source, e.Address, e.Notice)))
            .Select(t => new FetchEvent(t.Source, t.Address, t.Notice, t.Message, t.IsAlarm));

    // Hosts beside each other, the sources of a host one after the other, those that failed the last time after the others; in order of their ids.
    private async Task<List<SourceVisit>> VisitAsync(
        List<Source> due,
        DateTimeOffset started,
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
                foreach (var source in host.OrderBy(s => Fails(_states[s.Id])))
                {
                    var visit = new SourceVisit(
                        source,
                        _states[source.Id],
                        fetcher,
                        store,
                        options,
                        clock
                    );
                    try
                    {
                        await visit.RunAsync(list.Sources.Count, token);
                    }
                    catch (DatasetException e)
                    {
                        Mistake(source.Id, source.Address.AbsoluteUri, e.Message, started);
                    }

                    _states[source.Id] = visit.State;
                    visits.Add((source.Id, visit));
                    progress?.Report(source.Id);
                }
            }
        );
        return [.. visits.OrderBy(v => v.Id, StringComparer.Ordinal).Select(v => v.Visit)];
    }

    private static bool Fails(SourceState state) =>
        state.Standing?.Any(t => t.Notice == FetchNotice.Failed) == true;

    private bool IsDue(Source source, SourceState state, DateTimeOffset now) =>
        state.Visited is not { } visited
        || now - visited >= TimeSpan.FromDays(source.EveryDays) - Tolerance
        // A clock that went back must not put a source off for years.
        || visited > now + Tolerance
        // What our own rules refused is allowed now.
        || state.NotAllowed?.Any(options.AllowedHosts.Contains) == true;
}
