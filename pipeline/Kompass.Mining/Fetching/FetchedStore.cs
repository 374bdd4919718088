using System.Text.Json.Serialization.Metadata;
using Kompass.Mining.Dataset;
using Kompass.Mining.Documents;

namespace Kompass.Mining.Fetching;

/// <summary>
/// What was fetched, by content: <c>documents/ab/SHA256.pdf</c> with <c>documents/ab/SHA256.json</c> beside it, which says where and when it was published;
/// <c>sources/ID.json</c>, what is known of each source. Every file is written whole or not at all.
/// </summary>
/// <param name="folder">Where it lies.</param>
public sealed class FetchedStore(string folder)
{
    private readonly Lock _gate = new();

    /// <summary>Where it lies.</summary>
    public string Folder => folder;

    /// <summary>The documents: an inbox for the nightly run, which leaves the notes beside them out.</summary>
    public string Documents => Path.Combine(folder, "documents");

    /// <summary>Content on its way.</summary>
    public string Temporary => Path.Combine(folder, "temporary");

    /// <summary>The summary of the last run.</summary>
    public string Summary => Path.Combine(folder, "fetch.json");

    /// <summary>What is known of a document of this content, or null where none was fetched.</summary>
    /// <exception cref="DatasetException">Its note is damaged.</exception>
    public FetchedDocument? Find(string sha256) =>
        sha256.Length == 64 ? Read(NoteOf(sha256), FetchJson.Default.FetchedDocument) : null;

    /// <summary>What is known of a source.</summary>
    /// <exception cref="DatasetException">The file is damaged.</exception>
    public SourceState State(string id)
    {
        var state = Read(StateOf(id), FetchJson.Default.SourceState) ?? SourceState.New(id);
        return state is { Id: not null, Arrivals: not null, Addresses: not null }
            ? state
            : throw Damaged(StateOf(id), null);
    }

    /// <summary>What the last run found wrong; nothing where there was none, or its summary is damaged.</summary>
    internal IReadOnlyList<FetchTrouble> LastStanding()
    {
        try
        {
            return Read(Summary, FetchJson.Default.FetchSummary)?.Standing ?? [];
        }
        catch (DatasetException)
        {
            return [];
        }
    }

    internal void Write(SourceState state) =>
        AtomicFile.WriteTextIfChanged(
            StateOf(state.Id),
            Text(state, FetchJson.Default.SourceState)
        );

    internal void Write(FetchSummary summary) =>
        AtomicFile.WriteText(Summary, Text(summary, FetchJson.Default.FetchSummary));

    /// <summary>Takes a temporary file in, or knows its content already; true where it is new. The note is written first: a document without one is none.</summary>
    internal (string Sha256, bool IsNew) Take(
        string file,
        Source source,
        FetchResult result,
        DateTimeOffset now
    )
    {
        long length;
        string sha256;
        string ending;
        using (var stream = RegularFile.Open(file))
        {
            length = stream.Length;
            sha256 = RegularFile.Sha256(stream, length);
            ending = EndingOf(stream);
        }

        lock (_gate)
        {
            var known = Find(sha256);
            var document =
                known
                ?? new FetchedDocument(sha256, length, source.MunicipalityCode, source.Year, []);
            var target = Path.ChangeExtension(NoteOf(sha256), ending);
            Write(With(document, source, result, now));
            if (File.Exists(target))
            {
                File.Delete(file);
                return (sha256, known is null);
            }

            AtomicFile.Replace(file, target);
            return (sha256, true);
        }
    }

    /// <summary>Notes that content was seen again where it was.</summary>
    internal void Seen(string sha256, Source source, FetchResult result, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (Find(sha256) is { } document)
            {
                Write(With(document, source, result, now));
            }
        }
    }

    /// <summary>Whether the content that an address had is still here; where somebody removed it, it is fetched anew.</summary>
    internal bool Holds(string? sha256) =>
        sha256 is { Length: 64 }
        && Endings.Any(e => File.Exists(Path.ChangeExtension(NoteOf(sha256), e)));

    private static readonly string[] Endings = [".pdf", ".html", ".txt"];

    private static FetchedDocument With(
        FetchedDocument document,
        Source source,
        FetchResult result,
        DateTimeOffset now
    )
    {
        var address = result.Asked.AbsoluteUri;
        var known = document.Publications.FirstOrDefault(p => p.Address == address);
        var publication = known is null
            ? new Publication(
                address,
                result.Address == result.Asked ? null : result.Address.AbsoluteUri,
                now,
                now,
                source.Id,
                result.Headers
            )
            : known with
            {
                Last = now,
            };
        return document with
        {
            Publications =
            [
                .. document
                    .Publications.Where(p => p.Address != address)
                    .Append(publication)
                    .OrderBy(p => p.Address, StringComparer.Ordinal),
            ],
        };
    }

    private void Write(FetchedDocument document) =>
        AtomicFile.WriteTextIfChanged(
            NoteOf(document.Sha256),
            Text(document, FetchJson.Default.FetchedDocument)
        );

    // What the content is decides, not what the server calls it.
    private static string EndingOf(FileStream stream)
    {
        var head = new byte[Math.Min(64 * 1024, stream.Length)];
        stream.Position = 0;
        stream.ReadExactly(head);
        return FileSignature.Of("", head) switch
        {
            FileSignature.Kind.Pdf => ".pdf",
            FileSignature.Kind.Html => ".html",
            _ => ".txt",
        };
    }

    private string NoteOf(string sha256) => Path.Combine(Documents, sha256[..2], sha256 + ".json");

    private string StateOf(string id) => Path.Combine(folder, "sources", id + ".json");

    private static string Text<T>(T value, JsonTypeInfo<T> type) =>
        JsonSerializer.Serialize(value, type) + "\n";

    private static T? Read<T>(string file, JsonTypeInfo<T> type)
        where T : class
    {
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), type);
        }
        catch (JsonException e)
        {
            throw Damaged(file, e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new DatasetException($"{file}: may not be read by this user", e);
        }
    }

    private static DatasetException Damaged(string file, JsonException? e) =>
        new(
            $"{file}: is damaged{(e?.LineNumber is { } line ? $" in line {line + 1}" : "")}; delete it and fetch again",
            e
        );
}
