using System.Text.Json;
using System.Text.Json.Serialization;
using Kompass.Mining.Dataset.Runs;

namespace Kompass.Cli.Commands.Runs;

/// <summary>A document that is set aside, or a correction that cannot be applied.</summary>
/// <param name="File">The document, or null for a correction.</param>
/// <param name="Cause">Why it is set aside, or null for a correction.</param>
/// <param name="Message">In words.</param>
/// <param name="Since">The run that found it first (UTC).</param>
internal sealed record Standing(string? File, string? Cause, string Message, DateTimeOffset Since);

/// <summary>
/// What is amiss from run to run, and since when: <c>runs/standing.json</c>. So a run tells what is new apart from what was told before; with other words or another
/// cause it is new.
/// </summary>
internal sealed class StandingList(DataFolder data)
{
    private string FileName => Path.Combine(data.Runs, "standing.json");

    /// <summary>What a run found, against what the runs before it found.</summary>
    public Change Compare(RunSummary summary)
    {
        var before = Read().DistinctBy(Key).ToDictionary(Key, s => s.Since);
        var now = summary
            .SetAside.Select(a => new Standing(
                a.File,
                a.Cause.ToString(),
                a.Message,
                summary.Started
            ))
            .Concat(
                (summary.Problems ?? []).Select(p => new Standing(null, null, p, summary.Started))
            )
            .ToLookup(s => before.ContainsKey(Key(s)));
        return new Change(
            this,
            [.. now[false]],
            [.. now[true].Select(s => s with { Since = before[Key(s)] })]
        );
    }

    public static string Json(IReadOnlyList<Standing> standing) =>
        JsonSerializer.Serialize(standing, StandingJson.Default.IReadOnlyListStanding);

    private static (string?, string?, string) Key(Standing s) => (s.File, s.Cause, s.Message);

    private IReadOnlyList<Standing> Read()
    {
        try
        {
            return JsonSerializer.Deserialize(
                    File.ReadAllBytes(FileName),
                    StandingJson.Default.IReadOnlyListStanding
                ) ?? [];
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            // Then all is new once more.
            return [];
        }
    }

    /// <summary>What a run found.</summary>
    /// <param name="List">Where it is kept.</param>
    /// <param name="New">What the last run had not.</param>
    /// <param name="Lasting">What it had, in the same words.</param>
    internal sealed record Change(
        StandingList List,
        IReadOnlyList<Standing> New,
        IReadOnlyList<Standing> Lasting
    )
    {
        /// <summary>From now on all of it is known.</summary>
        public void Keep() =>
            AtomicFile.WriteTextIfChanged(List.FileName, Json([.. Lasting, .. New]) + "\n");
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true
)]
[JsonSerializable(typeof(IReadOnlyList<Standing>))]
internal sealed partial class StandingJson : JsonSerializerContext;
