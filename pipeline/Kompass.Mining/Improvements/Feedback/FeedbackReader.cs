using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Improvements.Office;

namespace Kompass.Mining.Improvements.Feedback;

/// <summary>What reading a file gave.</summary>
public abstract record FeedbackReadout
{
    private FeedbackReadout() { }

    /// <summary>It is an edited draft.</summary>
    /// <param name="Feedback">What it says, as one reading.</param>
    public sealed record Read(FeedbackRecord Feedback) : FeedbackReadout;

    /// <summary>It is none, or cannot be read for sure.</summary>
    /// <param name="Message">File, what was found and what was expected.</param>
    public sealed record Refused(string Message) : FeedbackReadout;
}

/// <summary>Reads edited drafts back. The files are untrusted: bounded in size, parts and depth, and nothing outside them is followed.</summary>
/// <param name="knowledge">Editions and municipalities, which the facts in a draft must fit.</param>
/// <param name="clock">Says when a document was read.</param>
public sealed class FeedbackReader(Knowledge knowledge, TimeProvider clock)
{
    /// <summary>Where more of the suggestions than this share cannot be found again, something else happened to the document than editing.</summary>
    private const double MostUnsure = 0.1;

    private const int MostNamed = 5;

    /// <summary>Reads a file.</summary>
    /// <param name="path">A Word document, or an OpenDocument text or old Word document, which LibreOffice turns into one.</param>
    /// <param name="evaluator">Who edited it; null takes the name that the document gives.</param>
    /// <param name="cancellation">Stops a conversion.</param>
    public FeedbackReadout Read(
        string path,
        string? evaluator = null,
        CancellationToken cancellation = default
    )
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
            var document = OfficeConverter.IsNeeded(bytes)
                ? OfficeConverter.ToWord(bytes, cancellation)
                : bytes;
            return Compare(path, bytes, EditedDraft.Read(document, knowledge), evaluator);
        }
        catch (OfficeException e)
        {
            return new FeedbackReadout.Refused($"{path}: {e.Message}");
        }
        catch (RegexMatchTimeoutException e)
        {
            return new FeedbackReadout.Refused(
                $"{path}: the paragraph that begins ”{e.Input[..Math.Min(40, e.Input.Length)]}” took too long to read; nothing was recorded"
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new FeedbackReadout.Refused($"{path}: cannot be read: {e.Message}");
        }
    }

    private FeedbackReadout Compare(
        string path,
        byte[] bytes,
        EditedDraft edited,
        string? evaluator
    )
    {
        var baseline = edited.Baseline;
        var (outcomes, added, ownWords) = new DraftComparer(
            baseline,
            edited.Lines,
            edited.Edition
        ).Compare();
        if (outcomes.All(o => o.Text is null))
        {
            return new FeedbackReadout.Refused(
                $"{path}: is the draft {baseline.Id}, but none of its suggestions is left in it; nothing was recorded"
            );
        }

        var unsure = outcomes.Where(o => o.Fate == SuggestionFate.Unsure).ToList();
        if (unsure.Count > MostUnsure * outcomes.Count)
        {
            return new FeedbackReadout.Refused(
                $"{path}: is the draft {baseline.Id}, but {unsure.Count} of its {outcomes.Count} suggestions cannot be found again for sure ({string.Join(", ", unsure.Take(MostNamed).Select(o => o.SuggestionId))}{(unsure.Count > MostNamed ? ", …" : "")}); nothing was recorded. Edit the document that kompass suggest --out wrote, and leave the numbers (1.4) behind the items"
            );
        }

        var reading = new FeedbackReading(
            clock.GetUtcNow(),
            Path.GetFileName(path),
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            baseline.Basis,
            AreaScores(edited),
            Points(edited),
            outcomes,
            added,
            ownWords,
            evaluator ?? edited.Author
        );
        return new FeedbackReadout.Read(
            new FeedbackRecord(
                FeedbackRecord.CurrentSchema,
                baseline.Id,
                baseline.Municipality,
                baseline.Year,
                baseline.Edition,
                [reading]
            )
        );
    }

    private static List<FeedbackAreaScore> AreaScores(EditedDraft edited) =>
        [
            .. edited.Edition.Areas.Select(a => new FeedbackAreaScore(
                a.Number,
                edited.Baseline.Areas.TryGetValue(a.Number, out var score) ? score : null,
                edited.Edition.Scale.AreaMax
            )),
        ];

    private static List<FeedbackPoints> Points(EditedDraft edited) =>
        [
            .. edited
                .Edition.Areas.SelectMany(a => a.Questions)
                .Select(q => new FeedbackPoints(
                    q.Code,
                    edited.Baseline.Questions.TryGetValue(q.Code, out var points) ? points : null,
                    q.Max
                )),
        ];
}
