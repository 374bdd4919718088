namespace Kompass.Mining.Fetching;

/// <summary>What was noticed of a source or an address.</summary>
public enum FetchNotice
{
    /// <summary>New content.</summary>
    New,

    /// <summary>Other content at an address that had some.</summary>
    Changed,

    /// <summary>404 or 410 where there was something.</summary>
    Gone,

    /// <summary>Permanent redirects to another address.</summary>
    Moved,

    /// <summary>The page is there and lists nothing, as it did before; or it brings nothing new for longer than chance would have it.</summary>
    Quiet,

    /// <summary>A form that asks for a password stands where documents were.</summary>
    Login,

    /// <summary>A page that says that there is no such page.</summary>
    SoftNotFound,

    /// <summary>A question about cookies, a captcha or a script stands where documents were.</summary>
    Barrier,

    /// <summary>The content is of a kind that is not read, or not what its address and type say.</summary>
    WrongType,

    /// <summary>It must not or cannot be had.</summary>
    Refused,

    /// <summary>It could not be had this time.</summary>
    Failed,

    /// <summary>A row of the list of sources, or what is kept of a source, cannot be read: it was not visited.</summary>
    Mistake,
}

/// <summary>Something that was noticed, for people and machines.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Address">The address.</param>
/// <param name="Notice">What.</param>
/// <param name="Message">In words.</param>
/// <param name="IsAlarm">Whether somebody should look: something that used to be there is not, and is told now (<see cref="FetchTrouble.Told"/>).</param>
public sealed record FetchEvent(
    string Source,
    string Address,
    FetchNotice Notice,
    string Message,
    bool IsAlarm
);

/// <summary>Something that is wrong with a source, from the visit that found it to the first one that does not.</summary>
/// <param name="Source">Id of the source, or the line of the list that is no source.</param>
/// <param name="Address">The address.</param>
/// <param name="Notice">What.</param>
/// <param name="Message">In words, as of the last visit.</param>
/// <param name="IsAlarm">Whether something that used to be there is not; else it could not be had yet, or not this time.</param>
/// <param name="Since">When it was first found (UTC).</param>
/// <param name="Told">When a run last told of it aloud, or null.</param>
public sealed record FetchTrouble(
    string Source,
    string Address,
    FetchNotice Notice,
    string Message,
    bool IsAlarm,
    DateTimeOffset Since,
    DateTimeOffset? Told = null
)
{
    // Told once, it is missed by whoever is away that night; every night, it is read by nobody. A week has every working day in it.
    private static readonly TimeSpan TellAgain = TimeSpan.FromDays(7);

    /// <summary>What is the same trouble from run to run.</summary>
    internal (string Source, string Address, FetchNotice Notice) Key => (Source, Address, Notice);

    /// <summary>Told now where it begins, becomes an alarm, or was told a week ago; else told when it was.</summary>
    /// <param name="before">The same trouble as the last run left it, or null.</param>
    /// <param name="now">When the run began.</param>
    internal FetchTrouble After(FetchTrouble? before, DateTimeOffset now) =>
        this with
        {
            // Found by a visit of this run, it is as old as the run.
            Since = before?.Since ?? (Since < now ? Since : now),
            Told =
                before?.Told is { } told
                && (before.IsAlarm || !IsAlarm)
                // A clock that went back must not keep it silent for years.
                && (now - told).Duration() < TellAgain - FetchRun.Tolerance
                    ? told
                    : now,
        };
}

/// <summary>The books of fetching: each address that was asked is in one of the other columns.</summary>
/// <param name="Asked">Addresses of documents, and of listings that could not be had.</param>
/// <param name="New">Content that was not here.</param>
/// <param name="Unchanged">The server said so, or sent what was here.</param>
/// <param name="Gone">Nothing there any longer.</param>
/// <param name="Refused">Must not or cannot be had.</param>
/// <param name="Failed">Asked again next time.</param>
public sealed record FetchBalance(
    int Asked,
    int New,
    int Unchanged,
    int Gone,
    int Refused,
    int Failed
)
{
    /// <summary>The books of what came of addresses.</summary>
    internal static FetchBalance Of(IReadOnlyCollection<(FetchOutcome Outcome, bool IsNew)> asked)
    {
        return new FetchBalance(
            asked.Count,
            asked.Count(a => a.IsNew),
            asked.Count(a =>
                !a.IsNew && a.Outcome is FetchOutcome.Fetched or FetchOutcome.NotModified
            ),
            Count(FetchOutcome.Gone),
            Count(FetchOutcome.Refused),
            Count(FetchOutcome.Failed)
        );

        int Count(FetchOutcome outcome) => asked.Count(a => a.Outcome == outcome);
    }

    /// <summary>Whether the books balance.</summary>
    public bool Balances => Asked == New + Unchanged + Gone + Refused + Failed;
}

/// <summary>What a run of fetching did.</summary>
/// <param name="Started">When it began (UTC).</param>
/// <param name="Sources">Sources there are.</param>
/// <param name="Visited">Sources that were due.</param>
/// <param name="Balance">Its books.</param>
/// <param name="Events">What was noticed, in order of source.</param>
/// <param name="Standing">All that is wrong with the sources, those that were not due included.</param>
public sealed record FetchSummary(
    DateTimeOffset Started,
    int Sources,
    int Visited,
    FetchBalance Balance,
    IReadOnlyList<FetchEvent> Events,
    IReadOnlyList<FetchTrouble> Standing
)
{
    /// <summary>Whether something is wrong, now or since an earlier run.</summary>
    public bool HasProblems => Standing.Count > 0;

    /// <summary>What is wrong and told by this run: it is new, or was last told a week ago.</summary>
    [JsonIgnore]
    public IEnumerable<FetchTrouble> News => Standing.Where(t => t.Told == Started);

    /// <summary>What is wrong and was told by an earlier run.</summary>
    [JsonIgnore]
    public IEnumerable<FetchTrouble> Lasting => Standing.Where(t => t.Told != Started);

    /// <summary>Whether an event is told of what is wrong.</summary>
    public bool IsTrouble(FetchEvent e) =>
        e is not null && Standing.Any(t => t.Key == (e.Source, e.Address, e.Notice));
}
