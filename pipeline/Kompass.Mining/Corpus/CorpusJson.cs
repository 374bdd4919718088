using System.Text.Json.Serialization.Metadata;

namespace Kompass.Mining.Corpus;

/// <summary>Reads the JSON files of the corpus.</summary>
internal static class CorpusJson
{
    /// <summary>What a file holds.</summary>
    /// <param name="file">The file.</param>
    /// <param name="type">What is expected.</param>
    /// <param name="isNot">What is said of one that holds something else: <c>is no edition file</c>.</param>
    /// <exception cref="CorpusException">It is missing or wrong; the message names it.</exception>
    public static T Read<T>(string file, JsonTypeInfo<T> type, string isNot)
    {
        if (!File.Exists(file))
        {
            throw new CorpusException(file, "is missing");
        }

        try
        {
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize(stream, type)
                ?? throw new CorpusException(file, "is empty");
        }
        catch (JsonException e)
        {
            throw new CorpusException(file, $"{isNot}: {e.Message}", e);
        }
    }
}
