using System.IO.Compression;

namespace Kompass.Mining.Learning;

/// <summary>What a model file says of itself.</summary>
/// <param name="Kind">What the model is for: <c>themes</c>, <c>improvements</c>.</param>
/// <param name="Engine">Name of the engine that trained it.</param>
/// <param name="EngineVersion">The engine's version.</param>
/// <param name="Code">Version of the code that makes features and reads predictions; raised when they change.</param>
/// <param name="Edition">Edition of the instrument whose codes it gives; null where it does not depend on one.</param>
/// <param name="Data">Hash of the data it was trained on.</param>
/// <param name="Settings">Settings of the training and what else a reader of the file should know, by name.</param>
public sealed record ModelHeader(
    string Kind,
    string Engine,
    string EngineVersion,
    string Code,
    string? Edition,
    string Data,
    IReadOnlyDictionary<string, string> Settings
);

/// <summary>
/// A trained model as a file: the line <c>KOMPASS MODEL 1</c>, the header as one line of JSON, then the parts by name, Brotli-compressed, and a hash
/// over all before it. The same content gives the same bytes.
/// </summary>
public sealed class ModelFile
{
    private static ReadOnlySpan<byte> Magic => "KOMPASS MODEL 1\n"u8;

    private const int HashLength = 32;

    private readonly byte[] _bytes;

    /// <param name="header">What it says of itself.</param>
    /// <param name="parts">Its content, by name.</param>
    public ModelFile(ModelHeader header, IReadOnlyDictionary<string, byte[]> parts)
        : this(header, parts, Written(header, parts)) { }

    private ModelFile(
        ModelHeader header,
        IReadOnlyDictionary<string, byte[]> parts,
        byte[] bytes
    ) => (Header, Parts, _bytes) = (header, parts, bytes);

    /// <summary>What it says of itself.</summary>
    public ModelHeader Header { get; }

    /// <summary>Its content, by name.</summary>
    public IReadOnlyDictionary<string, byte[]> Parts { get; }

    /// <summary>First 16 hexadecimal digits of the hash of the file's content: names the model in records.</summary>
    public string Id => Convert.ToHexStringLower(_bytes.AsSpan(^HashLength..))[..16];

    /// <summary>The file's bytes.</summary>
    public byte[] ToBytes() => [.. _bytes];

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its path.</param>
    /// <exception cref="ModelException">It is missing, no model, or damaged.</exception>
    public static ModelFile Read(string file)
    {
        try
        {
            return Parse(File.ReadAllBytes(file), file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(
                file,
                $"the model cannot be read: {e.Message}; restore it, or train it anew",
                e
            );
        }
    }

    /// <summary>Reads a file's bytes.</summary>
    /// <param name="bytes">All of them.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="ModelException">It is no model or damaged.</exception>
    public static ModelFile Parse(byte[] bytes, string name)
    {
        if (!bytes.AsSpan().StartsWith(Magic))
        {
            throw new ModelException(name, "is no model of this program; train it anew");
        }

        if (
            bytes.Length < Magic.Length + HashLength
            || !SHA256
                .HashData(bytes.AsSpan(..^HashLength))
                .AsSpan()
                .SequenceEqual(bytes.AsSpan(^HashLength..))
        )
        {
            throw new ModelException(
                name,
                "is damaged: its hash is not that of its content; restore it, or train it anew"
            );
        }

        var end = Array.IndexOf(bytes, (byte)'\n', Magic.Length);
        var header = JsonSerializer.Deserialize(
            bytes.AsSpan(Magic.Length, end - Magic.Length),
            ModelHeaderJson.Default.ModelHeader
        )!;
        using var packed = new MemoryStream(bytes, end + 1, bytes.Length - end - 1 - HashLength);
        using var unpacked = new BrotliStream(packed, CompressionMode.Decompress);
        using var reader = new BinaryReader(unpacked);
        var parts = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var count = reader.ReadInt32();
        for (var i = 0; i < count; i++)
        {
            var part = reader.ReadString();
            parts[part] = reader.ReadBytes(reader.ReadInt32());
        }

        return new ModelFile(header, parts, bytes);
    }

    /// <summary>The path of a model that is part of the program.</summary>
    internal static string PathOf(string kind) => $"models/{kind}/model.bin";

    /// <summary>A model that is part of the program, as its file was when that was built.</summary>
    /// <exception cref="ModelException">It was not there then, or is damaged.</exception>
    internal static ModelFile Shipped(string kind)
    {
        using var stream =
            typeof(ModelFile).Assembly.GetManifestResourceStream(
                $"Kompass.Mining.Models.{kind}.bin"
            )
            ?? throw new ModelException(
                PathOf(kind),
                $"was not there when the program was built; run kompass train {kind} and build again"
            );
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Parse(bytes.ToArray(), PathOf(kind));
    }

    /// <summary>A part to read.</summary>
    internal Stream Open(string part) => new MemoryStream(Parts[part]);

    /// <summary>A part as it is written.</summary>
    internal static byte[] Part(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    /// <summary>Refuses the model where it does not fit what asks for it.</summary>
    /// <param name="file">What messages call it.</param>
    /// <param name="kind">What it must be for.</param>
    /// <param name="code">The code's version.</param>
    /// <param name="edition">The edition in use, or null where none matters.</param>
    /// <exception cref="ModelException">It does not fit; the message says why and what to do.</exception>
    public void Require(string file, string kind, string code, string? edition)
    {
        Refuse(
            Header.Kind != kind,
            $"is a model of {Header.Kind}, and one of {kind} was expected; run kompass train {kind}"
        );
        Refuse(
            Header.Code != code,
            $"was made by version {Header.Code} of the code for {kind}, and this is version {code}; run kompass train {kind}"
        );
        Refuse(
            Header.Edition != edition,
            $"was trained for edition {Header.Edition}, and edition {edition} was asked for; run kompass train {kind}"
        );

        void Refuse(bool refused, string why)
        {
            if (refused)
            {
                throw new ModelException(file, why);
            }
        }
    }

    private static byte[] Written(ModelHeader header, IReadOnlyDictionary<string, byte[]> parts)
    {
        using var stream = new MemoryStream();
        stream.Write(Magic);
        JsonSerializer.Serialize(stream, header, ModelHeaderJson.Default.ModelHeader);
        stream.WriteByte((byte)'\n');
        using (
            var packed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true)
        )
        using (var writer = new BinaryWriter(packed))
        {
            writer.Write(parts.Count);
            foreach (var part in parts.OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                writer.Write(part.Key);
                writer.Write(part.Value.Length);
                writer.Write(part.Value);
            }
        }

        var content = stream.ToArray();
        return [.. content, .. SHA256.HashData(content)];
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ModelHeader))]
internal sealed partial class ModelHeaderJson : JsonSerializerContext;
