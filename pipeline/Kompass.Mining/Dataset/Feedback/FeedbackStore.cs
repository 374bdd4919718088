using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Feedback;

/// <summary>Feedback as files, one a draft, written atomically; readings are only ever added.</summary>
public sealed class FeedbackStore(DataFolder data)
{
    private static readonly FeedbackJson Json = new(
        new JsonSerializerOptions(JsonForm.Options(true, JsonForm.Names<SuggestionFate>()))
        {
            RespectRequiredConstructorParameters = true,
        }
    );

    /// <summary>All feedback, by id.</summary>
    /// <exception cref="DatasetException">A file is damaged; the message names it.</exception>
    public IEnumerable<FeedbackRecord> All() =>
        Directory.Exists(data.Feedback)
            ? Directory
                .EnumerateFiles(data.Feedback, "*.json")
                .Order(StringComparer.Ordinal)
                .Select(Read)
            : [];

    /// <summary>The feedback on a draft, or null where there is none.</summary>
    /// <param name="id">Id of the draft.</param>
    /// <exception cref="DatasetException">The file is damaged; the message names it.</exception>
    public FeedbackRecord? Find(string id) =>
        FileOf(id) is var file && File.Exists(file) ? Read(file) : null;

    /// <summary>
    /// Adds a reading; false where the document is the one that was read last from the same evaluator. The same document read under another name is the same reading:
    /// the new name takes the place of the old, unless the new reading has none.
    /// </summary>
    /// <param name="feedback">The draft and one reading of it.</param>
    /// <exception cref="DatasetException">The file is damaged, is of another edition or cannot be written; the message names it.</exception>
    public bool Append(FeedbackRecord feedback)
    {
        var file = FileOf(feedback.Id);
        var known = Find(feedback.Id);
        if (known is not null && known.Edition != feedback.Edition)
        {
            throw new DatasetException(
                $"{file}: holds readings of edition {known.Edition}; one of edition {feedback.Edition} cannot stand beside them"
            );
        }

        var before = known?.Readings ?? [];
        var reading = feedback.Readings[^1];
        var same = known?.UnderOtherName(reading);
        if (
            (same is not null && reading.Evaluator is null)
            || before.LastOrDefault(r => r.Evaluator == reading.Evaluator)?.Sha256 == reading.Sha256
        )
        {
            return false;
        }

        var all = feedback with
        {
            Readings = [.. before.Where(r => r != same), .. feedback.Readings],
        };
        try
        {
            AtomicFile.WriteText(file, JsonSerializer.Serialize(all, Json.FeedbackRecord) + "\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"{file}: the feedback cannot be written: {e.Message}", e);
        }

        return true;
    }

    private string FileOf(string id) => Path.Combine(data.Feedback, id + ".json");

    /// <summary>One record as a line of JSON.</summary>
    public static string WriteLine(FeedbackRecord feedback) =>
        JsonSerializer.Serialize(feedback, OneLine.FeedbackRecord);

    private static FeedbackRecord Read(string file)
    {
        try
        {
            var feedback = JsonSerializer.Deserialize(File.ReadAllText(file), Json.FeedbackRecord);
            return
                feedback
                    is { Schema: >= 1 and <= FeedbackRecord.CurrentSchema, Readings.Count: > 0 }
                ? Upgraded(feedback)
                : throw new JsonException(
                    $"expected schema 1 to {FeedbackRecord.CurrentSchema} with at least one reading"
                );
        }
        catch (JsonException e)
        {
            throw new DatasetException(
                $"{file}: is no feedback: {e.Message}; move it away and read the edited draft again",
                e
            );
        }
    }

    // What was kept where nothing else was done was not looked at, as far as the first contract tells.
    private static FeedbackRecord Upgraded(FeedbackRecord feedback) =>
        feedback.Schema == FeedbackRecord.CurrentSchema
            ? feedback
            : feedback with
            {
                Schema = FeedbackRecord.CurrentSchema,
                Readings = [.. feedback.Readings.Select(Upgraded)],
            };

    private static FeedbackReading Upgraded(FeedbackReading reading)
    {
        var lookedAt = reading
            .Outcomes.Where(o => o.Fate is SuggestionFate.Edited or SuggestionFate.Removed)
            .Select(o => o.Area)
            .Concat(reading.Added.Select(a => a.Area))
            .Concat(reading.OwnWords.Select(o => o.Area))
            .ToHashSet();
        return reading with
        {
            Outcomes =
            [
                .. reading.Outcomes.Select(o =>
                    o.Fate == SuggestionFate.Kept && !lookedAt.Contains(o.Area)
                        ? o with
                        {
                            Fate = SuggestionFate.Skipped,
                        }
                        : o
                ),
            ],
        };
    }

    private static FeedbackJson OneLine { get; } =
        new(new JsonSerializerOptions(Json.Options) { WriteIndented = false });
}

[JsonSerializable(typeof(FeedbackRecord))]
internal sealed partial class FeedbackJson : JsonSerializerContext;
