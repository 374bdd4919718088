using System.Security.Cryptography;
using Kompass.Mining.Dataset;

namespace Kompass.Mining.Improvements.Feedback;

/// <summary>What reading a file gave.</summary>
public abstract record FeedbackReadout
{
    private FeedbackReadout() { }

    /// <summary>It is an edited draft.</summary>
    /// <param name="Feedback">What it says, as one reading.</param>
    public sealed record Read(FeedbackRecord Feedback) : FeedbackReadout;

    /// <summary>It is none, or cannot be read.</summary>
    /// <param name="Message">File, what was found and what was expected.</param>
    public sealed record Refused(string Message) : FeedbackReadout;
}

/// <summary>Reads edited drafts back. The files are untrusted: bounded in size, parts and depth, and nothing outside them is followed.</summary>
/// <param name="data">The dataset, whose suggestions stand in for those that a document lost.</param>
/// <param name="clock">Says when a document was read.</param>
public sealed class FeedbackReader(DataFolder data, TimeProvider clock)
{
    /// <summary>Reads a file.</summary>
    public FeedbackReadout Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            var length = new FileInfo(path).Length;
            if (length > PackageReader.MaxFileBytes)
            {
                return new FeedbackReadout.Refused(
                    $"{path}: is {length / (1024 * 1024)} MB large; expected an edited draft of at most {PackageReader.MaxFileBytes / (1024 * 1024)} MB"
                );
            }

            var bytes = File.ReadAllBytes(path);
            return new FeedbackReadout.Read(
                DraftComparer.Compare(
                    EditedDraft.Read(bytes, data),
                    clock.GetUtcNow(),
                    path,
                    Convert.ToHexStringLower(SHA256.HashData(bytes))
                )
            );
        }
        catch (DraftDocumentException e)
        {
            return new FeedbackReadout.Refused($"{path}: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new FeedbackReadout.Refused($"{path}: cannot be read: {e.Message}");
        }
    }
}
