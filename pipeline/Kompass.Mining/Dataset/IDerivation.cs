namespace Kompass.Mining.Dataset;

/// <summary>Something that a run derives from the records beside store, exports and quality report; a later step of the pipeline gives it.</summary>
public interface IDerivation
{
    /// <summary>Derives, while the run holds the dataset.</summary>
    /// <param name="recordsChanged">False where no record differs from the last run; what was derived then may stand.</param>
    /// <param name="cancellation">Stops between records.</param>
    DerivationSummary Derive(bool recordsChanged, CancellationToken cancellation);
}

/// <summary>What was derived.</summary>
/// <param name="Name">What it is: <c>suggestions</c>.</param>
/// <param name="Basis">What it was derived with: the id of a model.</param>
/// <param name="Written">Files that were written anew.</param>
/// <param name="Unchanged">Files that were right already.</param>
/// <param name="Removed">Files that no record stands behind any longer.</param>
/// <param name="Skipped">Records from which nothing could be derived, by id.</param>
public sealed record DerivationSummary(
    string Name,
    string Basis,
    int Written,
    int Unchanged,
    int Removed,
    IReadOnlyList<string> Skipped
);
