using System.Xml;
using Kompass.Mining.Documents;

namespace Kompass.Mining.Fetching;

/// <summary>One visit to one source: its listing, where it has one, and every document that it leads to now or led to before.</summary>
internal sealed class SourceVisit(
    Source source,
    SourceState state,
    Fetcher fetcher,
    FetchedStore store,
    FetchOptions options,
    TimeProvider clock
)
{
    // A source that cannot be had for so long, and at least three of its visits, is not only busy.
    private static readonly TimeSpan LongFailed = TimeSpan.FromDays(14);

    private const int MostSitemaps = 50;

    private readonly Dictionary<string, KnownAddress> _known = state.Addresses.ToDictionary(
        a => a.Address,
        StringComparer.Ordinal
    );
    private readonly List<FetchEvent> _events = [];
    private readonly List<FetchTrouble> _troubles = [];
    private readonly SortedSet<string> _notAllowed = new(StringComparer.Ordinal);
    private bool _hasNews;
    private SourceState? _written;

    /// <summary>What came of each address that was asked, and whether it is new.</summary>
    public List<(FetchOutcome Outcome, bool IsNew)> Asked { get; } = [];

    public IReadOnlyList<FetchEvent> Events => _events;

    /// <summary>What is known of the source now.</summary>
    public SourceState State => _written ?? state;

    /// <summary>Visits and writes down what is known then.</summary>
    /// <param name="sources">Number of sources that are watched.</param>
    /// <param name="cancellation">Stops; what was fetched is kept.</param>
    public async Task RunAsync(int sources, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var listed =
            source.Kind == SourceKind.Document
                ? [source.Address]
                : await ListAsync(now, cancellation);
        if (listed is null)
        {
            // Its documents were not asked for: what was wrong with them stands.
            _troubles.AddRange(
                (state.Standing ?? []).Where(t => t.Address != source.Address.AbsoluteUri)
            );
            End(state);
            return;
        }

        // What failed goes last, so that it keeps nothing else from being asked.
        foreach (var address in listed.Concat(Before()).Distinct().OrderBy(Fails))
        {
            await DocumentAsync(address, now, cancellation);
        }

        var isFirst = state.First is null;
        var visited = state with
        {
            // What failed is due again the next night.
            Visited = Asked.Exists(a => a.Outcome == FetchOutcome.Failed) ? state.Visited : now,
            First = state.First ?? now,
            MostListed = Math.Max(state.MostListed, listed.Count),
            Arrivals = _hasNews && !isFirst ? [.. state.Arrivals, now] : state.Arrivals,
        };
        if (source.Kind != SourceKind.Document)
        {
            Silence(visited, now, sources);
        }

        End(visited);
    }

    private void End(SourceState visited) =>
        Write(
            visited with
            {
                Standing = [.. _troubles.DistinctBy(t => t.Key)],
                Waits = fetcher.Waits,
                NotAllowed = [.. _notAllowed],
            }
        );

    // Also what a listing names no longer is asked for: gone and only taken off the list are two things.
    private IEnumerable<Uri> Before() =>
        state
            .Addresses.Where(a => a.Sha256 is not null && !a.IsGone)
            .Select(a => new Uri(a.Address));

    private void Silence(SourceState visited, DateTimeOffset now, int sources)
    {
        var last = visited.Arrivals.Count > 0 ? visited.Arrivals[^1] : visited.First!.Value;
        var observed = (last - visited.First!.Value).TotalDays;
        var silent = (now - last).TotalDays;
        if (ArrivalModel.IsAlarm(visited.Arrivals.Count, observed, silent, sources))
        {
            Trouble(
                source.Address,
                FetchNotice.Quiet,
                Invariant(
                    $"nothing new for {silent:0} days; before there was something new {visited.Arrivals.Count} times in {observed:0} days"
                ),
                isAlarm: true
            );
        }
    }

    // Null where the listing could not be had this time.
    private async Task<IReadOnlyList<Uri>?> ListAsync(
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var found = new List<Uri>();
        var kind = ListingKind.Page;
        var left = new Queue<Uri>([source.Address]);
        for (var asked = 0; left.Count > 0 && asked < MostSitemaps; asked++)
        {
            var address = left.Dequeue();
            var result = await fetcher.FetchAsync(
                address,
                null,
                options.MaxListingBytes,
                cancellation
            );
            try
            {
                if (result.Outcome != FetchOutcome.Fetched)
                {
                    return NotListed(result, now) ? [] : null;
                }

                Moved(result);
                var listing = Read(result);
                kind = listing.Kind;
                found.AddRange(listing.Documents);
                listing.Sitemaps.ToList().ForEach(left.Enqueue);
            }
            catch (Exception e) when (Unlistable(e) is { } message)
            {
                Count(FetchOutcome.Refused);
                Trouble(address, FetchNotice.WrongType, message, state.MostListed > 0);
                return null;
            }
            finally
            {
                Remove(result.File);
            }
        }

        if (found.Count == 0)
        {
            Quiet(kind);
        }

        return [.. found.Take(options.MaxLinks)];
    }

    // Why a listing that was fetched yields nothing; null where it is a fault.
    private static string? Unlistable(Exception e) =>
        e switch
        {
            XmlException => $"is no sitemap: {e.Message}",
            InvalidDataException => e.Message,
            RegexMatchTimeoutException =>
                "has a link on which the pattern of the source takes longer than a second",
            _ => null,
        };

    private Listing Read(FetchResult result)
    {
        using var stream = File.OpenRead(result.File!);
        if (source.Kind == SourceKind.Sitemap)
        {
            return Listing.OfSitemap(stream, result.Address, source.Pattern, options.MaxLinks);
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Listing.OfPage(
            TextDecoder.Decode(bytes),
            result.Address,
            source.Pattern,
            options.MaxLinks
        );
    }

    // True where the visit has come to an end: nothing is there. False where it is tried again.
    private bool NotListed(FetchResult result, DateTimeOffset now)
    {
        Count(result.Outcome);
        switch (result.Outcome)
        {
            case FetchOutcome.Gone:
                Trouble(
                    source.Address,
                    FetchNotice.Gone,
                    $"the listing is gone ({result.Message})",
                    isAlarm: true
                );
                return true;
            case FetchOutcome.Refused:
                Refused(source.Address, result, state.MostListed > 0);
                return false;
            default:
                Failed(source.Address, result, now);
                return false;
        }
    }

    // A listing that yields nothing stands in the books, too: one that yields documents is asked for them only.
    private void Count(FetchOutcome outcome, bool isNew = false) => Asked.Add((outcome, isNew));

    private void Refused(Uri address, FetchResult result, bool isAlarm)
    {
        if (result.NotAllowed is { } host)
        {
            _notAllowed.Add(host);
        }

        Trouble(address, FetchNotice.Refused, result.Message!, isAlarm);
    }

    // Being left alone is no visit: what was wrong stands as it was, what failed goes on failing, and of the rest nothing is known.
    private void Failed(Uri address, FetchResult result, DateTimeOffset now)
    {
        if (!result.IsLeftAlone)
        {
            Failed(address, result.Message!, now);
            return;
        }

        _troubles.AddRange(Standing(address).Where(t => t.Notice != FetchNotice.Failed));
        if (Fails(address))
        {
            Failed(address, result.Message!, now);
        }
        else
        {
            Note(address, FetchNotice.Failed, result.Message!);
        }
    }

    private IEnumerable<FetchTrouble> Standing(Uri address) =>
        (state.Standing ?? []).Where(t => t.Address == address.AbsoluteUri);

    private bool Fails(Uri address) => Standing(address).Any(t => t.Notice == FetchNotice.Failed);

    private void Failed(Uri address, string message, DateTimeOffset now)
    {
        var since = state.Visited ?? Since(address, FetchNotice.Failed);
        var isLong =
            now - since
            > TimeSpan.FromTicks(
                Math.Max(LongFailed.Ticks, TimeSpan.FromDays(3.0 * source.EveryDays).Ticks)
            );
        Trouble(
            address,
            FetchNotice.Failed,
            isLong ? $"could not be had since {since:yyyy-MM-dd}: {message}" : message,
            isLong
        );
    }

    private void Quiet(ListingKind kind)
    {
        var (notice, message) =
            InTheWay(kind) ?? (FetchNotice.Quiet, "is there and lists no document");
        if (state.MostListed > 0)
        {
            Trouble(
                source.Address,
                notice,
                Invariant($"{message}; it listed {state.MostListed} before"),
                isAlarm: true
            );
        }
        else
        {
            Note(source.Address, notice, message);
        }
    }

    private async Task DocumentAsync(
        Uri address,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var known = KnownOf(address);
        var holds = store.Holds(known.Sha256);
        var result = await fetcher.FetchAsync(
            address,
            holds ? new Validators(known.ETag, known.LastModified) : null,
            options.MaxBytes,
            cancellation
        );
        try
        {
            switch (result.Outcome)
            {
                case FetchOutcome.Fetched when NotADocument(result) is { } wrong:
                    Count(FetchOutcome.Refused);
                    Trouble(address, wrong.Notice, wrong.Message, known.Sha256 is not null);
                    return;
                case FetchOutcome.Fetched:
                    Moved(result);
                    Take(known, result, now);
                    return;
                case FetchOutcome.NotModified:
                    Moved(result);
                    store.Seen(known.Sha256!, source, result, now);
                    break;
                case FetchOutcome.Gone:
                    Gone(address, known, result);
                    break;
                case FetchOutcome.Refused:
                    Refused(address, result, known.Sha256 is not null);
                    break;
                default:
                    Failed(address, result, now);
                    break;
            }

            Count(result.Outcome);
        }
        finally
        {
            Remove(result.File);
        }
    }

    private void Gone(Uri address, KnownAddress known, FetchResult result)
    {
        if (known.Sha256 is null)
        {
            Note(address, FetchNotice.Gone, $"is not there ({result.Message})");
        }
        else
        {
            Trouble(
                address,
                FetchNotice.Gone,
                $"is gone ({result.Message}); what was fetched is kept",
                isAlarm: true
            );
        }

        _known[known.Address] = known with { IsGone = true };
    }

    private void Take(KnownAddress known, FetchResult result, DateTimeOffset now)
    {
        var (sha256, isNew) = store.Take(result.File!, source, result, now);
        _known[known.Address] = known with
        {
            Sha256 = sha256,
            ETag = result.Validators.ETag,
            LastModified = result.Validators.LastModified,
            IsGone = false,
            MovedTo = result.MovedTo?.AbsoluteUri,
        };
        Count(FetchOutcome.Fetched, isNew);
        if (!isNew)
        {
            return;
        }

        var isBack = known.Sha256 == sha256;
        _hasNews |= !isBack;
        Note(
            result.Asked,
            known.Sha256 is null || isBack ? FetchNotice.New : FetchNotice.Changed,
            known.Sha256 is null ? "a new document"
                : isBack ? "the same document as before, which lay here no longer"
                : "other content than before, which is kept too"
        );
        // A run that dies now knows it at the next visit.
        Write(state);
    }

    // Why content is not taken as a document, though the server gave it with status 200.
    private static (FetchNotice Notice, string Message)? NotADocument(FetchResult result)
    {
        byte[] bytes;
        using (var stream = File.OpenRead(result.File!))
        {
            bytes = new byte[Math.Min(stream.Length, MostLookedAt)];
            stream.ReadExactly(bytes);
        }

        if (bytes.Length == 0)
        {
            return (FetchNotice.WrongType, "is empty");
        }

        var kind = FileSignature.Of("", bytes);
        if (kind == FileSignature.Kind.Unknown)
        {
            return (
                FetchNotice.WrongType,
                $"is {FileSignature.Describe(bytes)}, declared as {result.Type ?? "nothing"}"
            );
        }

        if (kind != FileSignature.Kind.Html)
        {
            return null;
        }

        ListingKind page;
        try
        {
            page = Listing.KindOf(Encoding.UTF8.GetString(bytes));
        }
        catch (InvalidDataException e)
        {
            return (FetchNotice.WrongType, e.Message);
        }

        var promisesPdf =
            result.Type == "application/pdf"
            || result.Asked.AbsolutePath.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);
        return InTheWay(page)
            ?? (
                promisesPdf
                    ? (FetchNotice.WrongType, "answers with a web page where a PDF was promised")
                    : null
            );
    }

    // What a page is that stands where something else was meant; null for any other.
    private static (FetchNotice Notice, string Message)? InTheWay(ListingKind kind) =>
        kind switch
        {
            ListingKind.Login => (FetchNotice.Login, "asks for a password"),
            ListingKind.SoftNotFound => (
                FetchNotice.SoftNotFound,
                "says that there is no such page, with status 200"
            ),
            ListingKind.Barrier => (
                FetchNotice.Barrier,
                "shows a question about cookies, a captcha or a script instead of its content"
            ),
            _ => null,
        };

    private const int MostLookedAt = 1 << 20;

    private void Moved(FetchResult result)
    {
        if (result.MovedTo is { } to && state.Find(result.Asked)?.MovedTo != to.AbsoluteUri)
        {
            var known = KnownOf(result.Asked);
            _known[known.Address] = known with { MovedTo = to.AbsoluteUri };
            Note(
                result.Asked,
                FetchNotice.Moved,
                $"has moved to {to}; the list of sources should say so"
            );
        }
    }

    private KnownAddress KnownOf(Uri address) =>
        _known.GetValueOrDefault(address.AbsoluteUri)
        ?? new KnownAddress(address.AbsoluteUri, null, null, null);

    // Told by the run, which knows what was told before.
    private void Trouble(Uri address, FetchNotice notice, string message, bool isAlarm)
    {
        _troubles.Add(
            new FetchTrouble(
                source.Id,
                address.AbsoluteUri,
                notice,
                message,
                isAlarm,
                Since(address, notice)
            )
        );
        Note(address, notice, message);
    }

    private DateTimeOffset Since(Uri address, FetchNotice notice) =>
        state
            .Standing?.FirstOrDefault(t => t.Key == (source.Id, address.AbsoluteUri, notice))
            ?.Since
        ?? clock.GetUtcNow();

    private void Note(Uri address, FetchNotice notice, string message) =>
        _events.Add(
            new FetchEvent(source.Id, address.AbsoluteUri, notice, message, IsAlarm: false)
        );

    private void Write(SourceState next)
    {
        _written = next with
        {
            Addresses = [.. _known.Values.OrderBy(a => a.Address, StringComparer.Ordinal)],
        };
        store.Write(_written);
    }

    private static void Remove(string? file)
    {
        if (file is not null)
        {
            File.Delete(file);
        }
    }
}
