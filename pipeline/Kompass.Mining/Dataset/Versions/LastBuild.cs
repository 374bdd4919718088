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

    /// <summary>Takes the note away; null where there is none, or it is damaged.</summary>
    public static LastBuild? Take(DataFolder data)
    {
        var last = Find(data);
        if (File.Exists(NoteOf(data)))
        {
            AtomicFile.Delete(NoteOf(data));
        }

        return last;
    }

    /// <summary>Whether the store is, by its length and time, as the last build left it.</summary>
    public static bool HasLeftStore(DataFolder data) => Find(data)?.IsStoreOf(data) == true;

    /// <summary>Whether this program made the store, and it is as it was left.</summary>
    public bool CanBeTakenOver(DataFolder data) => Program == ThisProgram && IsStoreOf(data);

    private bool IsStoreOf(DataFolder data) => Store.SequenceEqual(StampOf(data));

    private static LastBuild? Find(DataFolder data)
    {
        try
        {
            return
                File.Exists(NoteOf(data))
                && JsonSerializer.Deserialize(
                    File.ReadAllBytes(NoteOf(data)),
                    LastBuildJson.Default.LastBuild
                )
                    is { Version: not null, Store: not null } last
                ? last
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

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
