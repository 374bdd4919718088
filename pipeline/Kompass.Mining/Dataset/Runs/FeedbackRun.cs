using Kompass.Mining.Dataset.Feedback;

namespace Kompass.Mining.Dataset.Runs;

/// <summary>Takes feedback into the dataset: the record first, then what is derived from it.</summary>
public sealed class FeedbackRun(DataFolder data)
{
    private readonly FeedbackStore _store = new(data);

    /// <summary>Adds readings. Each is written as a whole before the next, so that what was read before a failure is kept.</summary>
    /// <param name="feedback">Drafts with one reading each.</param>
    /// <param name="cancellation">Stops between drafts.</param>
    /// <returns>For each, whether it was new.</returns>
    /// <exception cref="DatasetException">The dataset cannot be written.</exception>
    public IReadOnlyList<bool> Add(
        IReadOnlyList<FeedbackRecord> feedback,
        CancellationToken cancellation = default
    )
    {
        using var held = data.Lock();
        var added = new List<bool>();
        foreach (var record in feedback)
        {
            cancellation.ThrowIfCancellationRequested();
            added.Add(_store.Append(record));
        }

        if (added.Contains(true))
        {
            try
            {
                FeedbackExport.WriteIfAny(data);
                QualityReport.Refresh(data);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new DatasetException(
                    $"{data.Root}: the feedback is kept, but what is derived from it could not be written: {e.Message}; the next nightly run writes it",
                    e
                );
            }
        }

        return added;
    }
}
