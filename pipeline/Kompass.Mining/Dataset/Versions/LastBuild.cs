namespace Kompass.Mining.Dataset.Versions;

/// <summary>
/// What the last build left: by which program, of which version, and the store's length and time. While a build is under way there is no such note, so that
/// one that fails or is killed is followed by one from nothing.
/// </summary>
/// <param name="Program">Id of the library's build.</param>
/// <param name="Version">Of the dataset.</param>
/// <param name="Store">Its length, and its time in ticks.</param>
internal sealed record LastBuild(Guid Program, string Version, IReadOnlyList<long> Store)
{
    private static readonly Guid ThisProgram = typeof(LastBuild).Module.ModuleVersionId;

    /// <summary>Takes the note away; the version, where this program made it and its store is as it was left, else null.</summary>
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
                    is { Version: not null, Store: not null } last
                && last.Program == ThisProgram
                && last.Store.SequenceEqual(StampOf(data))
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
                    new LastBuild(ThisProgram, version, StampOf(data)),
                    LastBuildJson.Default.LastBuild
                )
        );

    private static string NoteOf(DataFolder data) => Path.Combine(data.Root, ".build.json");

    private static long[] StampOf(DataFolder data)
    {
        var file = new FileInfo(data.Store);
        return file.Exists ? [file.Length, file.LastWriteTimeUtc.Ticks] : [];
    }
}

[JsonSerializable(typeof(LastBuild))]
internal sealed partial class LastBuildJson : JsonSerializerContext;
