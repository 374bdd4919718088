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
}

/// <summary>Something that was noticed, for people and machines.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Address">The address.</param>
/// <param name="Notice">What.</param>
/// <param name="Message">In words.</param>
/// <param name="IsAlarm">Whether somebody should look: something that used to be there is not, for the first time.</param>
public sealed record FetchEvent(
    string Source,
    string Address,
    FetchNotice Notice,
    string Message,
    bool IsAlarm
);

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
    /// <summary>The books of one address.</summary>
    internal static FetchBalance Of(FetchOutcome outcome, bool isNew = false) =>
        new(
            1,
            isNew ? 1 : 0,
            !isNew && outcome is FetchOutcome.Fetched or FetchOutcome.NotModified ? 1 : 0,
            outcome == FetchOutcome.Gone ? 1 : 0,
            outcome == FetchOutcome.Refused ? 1 : 0,
            outcome == FetchOutcome.Failed ? 1 : 0
        );

    /// <summary>Both together.</summary>
    public static FetchBalance operator +(FetchBalance a, FetchBalance b) =>
        new(
            a.Asked + b.Asked,
            a.New + b.New,
            a.Unchanged + b.Unchanged,
            a.Gone + b.Gone,
            a.Refused + b.Refused,
            a.Failed + b.Failed
        );

    /// <summary>Whether the books balance.</summary>
    public bool Balances => Asked == New + Unchanged + Gone + Refused + Failed;
}

/// <summary>What a run of fetching did.</summary>
/// <param name="Started">When it began (UTC).</param>
/// <param name="Sources">Sources there are.</param>
/// <param name="Visited">Sources that were due.</param>
/// <param name="Balance">Its books.</param>
/// <param name="Events">What was noticed, in order of source.</param>
public sealed record FetchSummary(
    DateTimeOffset Started,
    int Sources,
    int Visited,
    FetchBalance Balance,
    IReadOnlyList<FetchEvent> Events
)
{
    /// <summary>Whether something is amiss that people should know.</summary>
    public bool HasProblems => Events.Any(e => e.IsAlarm) || Balance.Failed + Balance.Refused > 0;
}
