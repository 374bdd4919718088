using System.Text.Json.Serialization;
using Kompass.Mining.Dataset.Runs;

namespace Kompass.Cli.Commands.Runs;

/// <summary>How a run tells what it does.</summary>
internal enum LogForm
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>One JSON object a line, on standard error.</summary>
    Json,
}

/// <summary>One event of <c>--log json</c>.</summary>
internal sealed record LogLine(
    string Event,
    string? File = null,
    string? Cause = null,
    string? Message = null,
    int? Done = null,
    int? Of = null,
    RunSummary? Summary = null
)
{
    public DateTimeOffset? Time { get; init; }

    /// <summary>When it was found first, of what is amiss since an earlier run.</summary>
    public DateTimeOffset? Since { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(LogLine))]
internal sealed partial class LogJson : JsonSerializerContext;
