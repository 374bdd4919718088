using System.Text.Json;
using System.Text.Json.Serialization;
using Kompass.Mining.Dataset.Tables;

namespace Kompass.Mining.Dataset.Versions;

/// <summary>
/// What the last build left: by which program, of which version, and the files' lengths and times. While a build is under way there is no such note, so that
/// one that fails or is killed is followed by one from nothing.
/// </summary>
/// <param name="Program">Id of the library's build.</param>
/// <param name="Version">Of the dataset.</param>
/// <param name="Files">By name relative to the dataset: length, and time in ticks.</param>
internal sealed record LastBuild(
    Guid Program,
    string Version,
    IReadOnlyDictionary<string, long[]> Files
)
{
    private static readonly Guid ThisProgram = typeof(LastBuild).Module.ModuleVersionId;

    /// <summary>Takes the note away; the version, where this program made it and its store and CSVs are as they were left, else null.</summary>
    public static string? Take(DataFolder data)
    {
        var note = NoteOf(data);
        if (!File.Exists(note))
        {
            return null;
        }

        var json = File.ReadAllBytes(note);
        AtomicFile.Delete(note);
        try
        {
            return
                JsonSerializer.Deserialize(json, LastBuildJson.Default.LastBuild)
                    is { Version: not null, Files: not null } last
                && last.Program == ThisProgram
                && Names(data)
                    .All(n =>
                        last.Files.GetValueOrDefault(n) is { } stamp
                        && stamp.SequenceEqual(StampOf(data, n))
                    )
                ? last.Version
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Leaves the note.</summary>
    public static void Write(DataFolder data, string version) =>
        AtomicFile.Write(
            NoteOf(data),
            stream =>
                JsonSerializer.Serialize(
                    stream,
                    new LastBuild(
                        ThisProgram,
                        version,
                        Names(data)
                            .ToDictionary(n => n, n => StampOf(data, n), StringComparer.Ordinal)
                    ),
                    LastBuildJson.Default.LastBuild
                )
        );

    private static string NoteOf(DataFolder data) => Path.Combine(data.Root, ".build.json");

    private static IEnumerable<string> Names(DataFolder data) =>
        TableCatalogue
            .OfRuns.Select(t => Path.Combine(data.Csv, t.Name + ".csv"))
            .Append(data.Store)
            .Select(f => Path.GetRelativePath(data.Root, f));

    private static long[] StampOf(DataFolder data, string name)
    {
        var file = new FileInfo(Path.Combine(data.Root, name));
        return file.Exists ? [file.Length, file.LastWriteTimeUtc.Ticks] : [];
    }
}

[JsonSerializable(typeof(LastBuild))]
internal sealed partial class LastBuildJson : JsonSerializerContext;
