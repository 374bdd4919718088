using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Kompass.Mining.Dataset.Versions;

/// <summary>Texts by the hash of their content, compressed: what two versions share is kept once.</summary>
internal sealed class ObjectStore(string folder)
{
    /// <summary>Keeps a text in UTF-8; its name.</summary>
    public string Add(byte[] bytes)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (!File.Exists(FileOf(name)))
        {
            AtomicFile.Write(
                FileOf(name),
                stream =>
                {
                    using var brotli = new BrotliStream(
                        stream,
                        CompressionLevel.Optimal,
                        leaveOpen: true
                    );
                    brotli.Write(bytes);
                }
            );
        }

        return name;
    }

    /// <summary>The text of this name.</summary>
    /// <exception cref="DatasetException">It is not there or damaged.</exception>
    public string Find(string name)
    {
        try
        {
            using var brotli = new BrotliStream(
                File.OpenRead(FileOf(name)),
                CompressionMode.Decompress
            );
            using var bytes = new MemoryStream();
            brotli.CopyTo(bytes);
            return Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())) == name
                ? Encoding.UTF8.GetString(bytes.ToArray())
                : throw new InvalidDataException("its content has another hash than its name");
        }
        catch (Exception e)
            when (e
                    is IOException
                        or InvalidDataException
                        or InvalidOperationException
                        or UnauthorizedAccessException
            )
        {
            throw new DatasetException(
                $"{FileOf(name)}: cannot be read: {e.Message}; the versions that hold it are lost, the others are not",
                e
            );
        }
    }

    private string FileOf(string name) => Path.Combine(folder, name[..2], name + ".json.br");
}
