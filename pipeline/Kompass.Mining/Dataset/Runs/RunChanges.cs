namespace Kompass.Mining.Dataset.Runs;

/// <summary>What became of a document since the last run.</summary>
public enum DocumentChangeKind
{
    /// <summary>It was not known.</summary>
    New,

    /// <summary>Its content is another.</summary>
    Changed,

    /// <summary>It is there no longer; what was read from it stays in the dataset.</summary>
    Gone,

    /// <summary>It was gone and is there again.</summary>
    Back,

    /// <summary>Its content is there under another name.</summary>
    Renamed,

    /// <summary>It holds another report; what was read of the earlier one stays in the dataset.</summary>
    Overwritten,

    /// <summary>Somebody had the dataset let go of what was read of it.</summary>
    Withdrawn,
}

/// <summary>Why a value is another than it was.</summary>
public enum ChangeReason
{
    /// <summary>A document is new, changed, or joined the evaluation.</summary>
    Document,

    /// <summary>The extraction, or what it knows, is another.</summary>
    Reading,

    /// <summary>The model that labels findings is another.</summary>
    Model,

    /// <summary>A correction was made, changed or taken back.</summary>
    Correction,
}

/// <summary>A document that changed.</summary>
/// <param name="File">Its path.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="NewName">Its new path where it was renamed, else null.</param>
public sealed record DocumentChange(string File, DocumentChangeKind Kind, string? NewName = null);

/// <summary>A value that changed.</summary>
/// <param name="Path">As <c>kompass show --evidence</c> names it: <c>areas/3</c>; of a finding its id, with <c>/question</c> or <c>/theme</c> for a label.</param>
/// <param name="Old">As text, or null where there was none.</param>
/// <param name="New">As text, or null where there is none.</param>
/// <param name="Reason">Why.</param>
public sealed record ValueChange(string Path, string? Old, string? New, ChangeReason Reason);

/// <summary>What became of a report.</summary>
public enum ReportChangeKind
{
    /// <summary>The dataset did not have it.</summary>
    New,

    /// <summary>Some of its values are others.</summary>
    Changed,

    /// <summary>No document stands behind it any longer under this id.</summary>
    Removed,
}

/// <summary>A report that changed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Values">Where it changed: the values that did. Empty where only notes, sources or the prose did.</param>
public sealed record ReportChange(
    string Id,
    ReportChangeKind Kind,
    IReadOnlyList<ValueChange> Values
);

/// <summary>What a run changed.</summary>
/// <param name="Documents">In order of path.</param>
/// <param name="Reports">In order of id.</param>
public sealed record RunChanges(
    IReadOnlyList<DocumentChange> Documents,
    IReadOnlyList<ReportChange> Reports
);

/// <summary>A run of the past.</summary>
/// <param name="Id">When it began, as <c>20260102T030405Z</c>.</param>
/// <param name="Summary">Its summary.</param>
/// <param name="Changes">What it changed.</param>
public sealed record PastRun(string Id, RunSummary Summary, RunChanges Changes)
{
    /// <summary>As a line of JSON.</summary>
    public string ToJsonLine() => JsonSerializer.Serialize(this, HistoryJson.Default.PastRun);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(PastRun))]
[JsonSerializable(typeof(ReportChange))]
internal sealed partial class HistoryJson : JsonSerializerContext;
