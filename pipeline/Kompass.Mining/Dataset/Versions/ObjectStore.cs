namespace Kompass.Mining.Dataset.Versions;

/// <summary>Texts by the hash of their content, packed: what two versions share is kept once.</summary>
internal sealed class ObjectStore(string folder)
{
    /// <summary>The name of a text in UTF-8.</summary>
    public static string NameOf(byte[] json) => Convert.ToHexStringLower(SHA256.HashData(json));

    /// <summary>Keeps a text in UTF-8; its name.</summary>
    public string Add(byte[] json)
    {
        var name = NameOf(json);
        // What is damaged has its content again from now on.
        if (!IsWhole(name))
        {
            AtomicFile.Write(
                PackedJson.FileOf(FolderOf(name), name),
                stream => stream.Write(PackedJson.Pack(json))
            );
        }

        return name;
    }

    /// <summary>The text of this name.</summary>
    /// <exception cref="DatasetException">It is not there or damaged.</exception>
    public string Find(string name)
    {
        var file = PackedJson.Find(FolderOf(name), name) ?? PackedJson.FileOf(FolderOf(name), name);
        try
        {
            var json = PackedJson.Read(file);
            return NameOf(json) == name
                ? Encoding.UTF8.GetString(json)
                : throw new InvalidDataException("its content has another hash than its name");
        }
        catch (Exception e)
            when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new DatasetException(
                $"{file}: cannot be read: {e.Message}; the versions that hold it are lost, the others are not",
                e
            );
        }
    }

    /// <summary>The file of a text that is there as this program writes it, or null.</summary>
    public string? FileOf(string name) =>
        PackedJson.FileOf(FolderOf(name), name) is var file && File.Exists(file) ? file : null;

    private bool IsWhole(string name)
    {
        try
        {
            return PackedJson.Find(FolderOf(name), name) is not null && Find(name).Length > 0;
        }
        catch (DatasetException)
        {
            return false;
        }
    }

    private string FolderOf(string name) => Path.Combine(folder, name[..2]);
}
