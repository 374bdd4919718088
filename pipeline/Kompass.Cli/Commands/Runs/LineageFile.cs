using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kompass.Mining.Dataset.Runs;
using Kompass.Mining.Dataset.Store;

namespace Kompass.Cli.Commands.Runs;

/// <summary>A run as events of OpenLineage 2, one a line at the end of a file, for a catalogue of data: what was read, and which version of the dataset came of it.</summary>
internal sealed class LineageFile(
    string file,
    IReadOnlyList<string> inbox,
    DataFolder data,
    Terminal terminal
)
{
    private const string Schemas = "https://openlineage.io/spec/";

    private static readonly string Producer =
        "urn:kompass-mining:"
        + typeof(LineageFile)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0];

    private static readonly JsonSerializerOptions OneLine = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string _run = Guid.CreateVersion7().ToString();

    /// <summary>Runs; how it began and how it ended is written.</summary>
    public RunSummary Follow(Func<RunSummary> run)
    {
        Write("START");
        try
        {
            var summary = run();
            Write("COMPLETE");
            return summary;
        }
        catch (Exception e)
        {
            Write(e is OperationCanceledException ? "ABORT" : "FAIL", e.Message);
            throw;
        }
    }

    // A night is not lost for a line in a catalogue.
    private void Write(string type, string? error = null)
    {
        try
        {
            File.AppendAllText(file, Event(type, error).ToJsonString(OneLine) + "\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Say($"{file}: the lineage could not be written: {e.Message}");
        }
    }

    private JsonObject Event(string type, string? error) =>
        new()
        {
            ["eventType"] = type,
            ["eventTime"] = TimeProvider
                .System.GetUtcNow()
                .ToString("O", CultureInfo.InvariantCulture),
            ["producer"] = Producer,
            ["schemaURL"] = Schemas + "2-0-2/OpenLineage.json#/$defs/RunEvent",
            ["run"] = new JsonObject
            {
                ["runId"] = _run,
                ["facets"] = error is null
                    ? []
                    : Facet(
                        "errorMessage",
                        "1-0-1/ErrorMessageRunFacet",
                        ("message", error),
                        ("programmingLanguage", "C#")
                    ),
            },
            ["job"] = new JsonObject { ["namespace"] = "kompass", ["name"] = "nightly" },
            ["inputs"] = new JsonArray([.. inbox.Select(path => Dataset(path, []))]),
            ["outputs"] = new JsonArray(
                Dataset(
                    data.Root,
                    type == "COMPLETE" && SqliteStore.VersionOf(data) is { } version
                        ? Facet(
                            "version",
                            "1-0-1/DatasetVersionDatasetFacet",
                            ("datasetVersion", version)
                        )
                        : []
                )
            ),
        };

    private static JsonObject Dataset(string path, JsonObject facets) =>
        new()
        {
            ["namespace"] = "file",
            ["name"] = Path.GetFullPath(path),
            ["facets"] = facets,
        };

    private static JsonObject Facet(
        string name,
        string schema,
        params IEnumerable<(string Name, string Value)> values
    )
    {
        var facet = new JsonObject
        {
            ["_producer"] = Producer,
            ["_schemaURL"] = $"{Schemas}facets/{schema}.json",
        };
        foreach (var (key, value) in values)
        {
            facet[key] = value;
        }

        return new JsonObject { [name] = facet };
    }
}
