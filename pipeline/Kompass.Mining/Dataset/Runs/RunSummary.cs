using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Documents;
using Kompass.Mining.Themes;

namespace Kompass.Mining.Dataset.Runs;

/// <summary>The books of a run: every document that was seen is in one of the other three columns.</summary>
/// <param name="Seen">Documents found under the inbox.</param>
/// <param name="Extracted">Read now, because they are new or changed, or the extraction is.</param>
/// <param name="Unchanged">Known already.</param>
/// <param name="SetAside">Not readable as reports, now or since an earlier run.</param>
public sealed record LedgerBalance(int Seen, int Extracted, int Unchanged, int SetAside)
{
    /// <summary>Whether the books balance.</summary>
    public bool Balances => Seen == Extracted + Unchanged + SetAside;
}

/// <summary>What a run did.</summary>
/// <param name="Started">When it began (UTC).</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Reader">Version of the extraction.</param>
/// <param name="Inbox">Where it looked.</param>
/// <param name="Ledger">Its books.</param>
/// <param name="SetAside">Every document that was set aside, with its cause.</param>
/// <param name="Reports">Number of records in the dataset.</param>
/// <param name="Written">Number of records that changed.</param>
/// <param name="Labels">Id of the model that labelled the findings, or null.</param>
/// <param name="Corrections">Fingerprint of the corrections that were applied, or null.</param>
/// <param name="Problems">Corrections that could not be applied, with file and line; those that the run before applied and this one was not given; inboxes that hold nothing any more.</param>
/// <param name="Documents">Documents that are gone, renamed, overwritten by another report or withdrawn since the last run.</param>
/// <param name="Maker">Version of what makes records of what was read; with another all are made anew.</param>
public sealed record RunSummary(
    DateTimeOffset Started,
    double Seconds,
    string Reader,
    IReadOnlyList<string> Inbox,
    LedgerBalance Ledger,
    IReadOnlyList<SetAside> SetAside,
    int Reports,
    int Written,
    string? Labels = null,
    string? Corrections = null,
    IReadOnlyList<string>? Problems = null,
    IReadOnlyList<DocumentChange>? Documents = null,
    string? Maker = null
)
{
    /// <summary>The summary of the last run that came to its end, or null where there is none or it cannot be read.</summary>
    internal static RunSummary? Last(DataFolder data)
    {
        try
        {
            using var stream = File.OpenRead(data.Run);
            return JsonSerializer.Deserialize(stream, RunJson.Default.RunSummary);
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <summary>What a run would do with a document.</summary>
/// <param name="File">Its path.</param>
/// <param name="WouldBe"><c>read</c>, <c>unchanged</c>, <c>set aside</c> or <c>gone</c>.</param>
/// <param name="Why">In words, or null.</param>
public sealed record PlannedDocument(string File, string WouldBe, string? Why);

/// <summary>How far a run is.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Done">Documents done.</param>
/// <param name="Of">Documents in all.</param>
public readonly record struct RunProgress(string Stage, int Done, int Of);

/// <summary>Settings of a run.</summary>
/// <param name="Parallelism">Documents read at a time; by default as many as there are processors.</param>
/// <param name="Labeller">Gives findings their labels; null leaves them without.</param>
/// <param name="Corrections">What analysts have set right, or null.</param>
/// <param name="Retry">Reads again what was set aside for these causes, though it did not change; or null.</param>
/// <param name="WithCsv">Whether the dataset gets CSVs too; one that has them keeps them up to date in any case.</param>
/// <param name="Withdrawn">What the dataset lets go of (<see cref="NightlyRun.DocumentsOf"/>), or null.</param>
public sealed record NightlyOptions(
    int Parallelism,
    RecordLabeller? Labeller = null,
    Corrections? Corrections = null,
    IReadOnlySet<SetAsideCause>? Retry = null,
    bool WithCsv = false,
    IReadOnlyCollection<LedgerEntry>? Withdrawn = null
)
{
    /// <summary>All processors, no labels.</summary>
    public static NightlyOptions Default { get; } = new(Environment.ProcessorCount);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    WriteIndented = true
)]
[JsonSerializable(typeof(RunSummary))]
internal sealed partial class RunJson : JsonSerializerContext;
