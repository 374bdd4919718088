using Kompass.Mining.Dataset.Feedback;
using Kompass.Mining.Improvements.Office;

namespace Kompass.Mining.Improvements.Feedback;

/// <summary>What reading a file gave.</summary>
public abstract record FeedbackReadout
{
    private FeedbackReadout() { }

    /// <summary>It is an edited draft.</summary>
    /// <param name="Feedback">What it says, as one reading.</param>
    /// <param name="NotLookedAt">The areas of which nothing says that anybody looked at them.</param>
    public sealed record Read(FeedbackRecord Feedback, IReadOnlyList<int> NotLookedAt)
        : FeedbackReadout
    {
        /// <summary>Those of them of which nothing is left in the document.</summary>
        public IReadOnlyList<int> Gone { get; init; } = [];

        /// <summary>Points that stand otherwise in the document than in the profile that the draft was made for: <c>1.3 (11 → 13)</c>.</summary>
        public IReadOnlyList<string> ChangedPoints { get; init; } = [];

        /// <summary>What cannot be told, in Swedish; nothing where all can.</summary>
        public IEnumerable<string> Doubts
        {
            get
            {
                var reading = Feedback.Readings[^1];
                var unsure = Unsure(reading.Outcomes).ToLookup(o => o.Text is null);
                if (unsure[true].ToList() is { Count: > 0 } lost)
                {
                    yield return $"osäkert vad som blivit av {Named(lost, lost.Count)}; om det antecknas inget";
                }

                if (unsure[false].ToList() is { Count: > 0 } doubted)
                {
                    yield return $"en kommentar, ett förbehåll eller ett svar utan innehåll står vid {Named(doubted, doubted.Count)}; om det ska stå kvar antecknas inget";
                }

                if (Gone.Count > 0)
                {
                    yield return $"område {string.Join(", ", Gone)} finns inte kvar i dokumentet; om förslagen där antecknas inget";
                }

                if (ChangedPoints.Count > 0)
                {
                    yield return $"poäng är ändrade i dokumentet: {string.Join(", ", ChangedPoints)}; de läses inte tillbaka, och det som antecknas gäller de poäng som utkastet skrevs för";
                }

                var left = NotLookedAt.Except(Gone).ToList();
                if (left.Count > 0)
                {
                    yield return reading.Outcomes.All(o => left.Contains(o.Area))
                        ? "utkastet är orört: inget förslag är omskrivet, struket eller tillagt och ingen ruta kryssad, så inget kan läras av det"
                        : $"i område {string.Join(", ", left)} är ingen ruta kryssad, och inget annat säger att området är genomgånget; det som står orört där räknas som överhoppat";
                }
            }
        }
    }

    /// <summary>It is none, or cannot be read for sure.</summary>
    /// <param name="Message">File, what was found and what was expected.</param>
    public sealed record Refused(string Message) : FeedbackReadout;

    internal static List<SuggestionOutcome> Unsure(IEnumerable<SuggestionOutcome> outcomes) =>
        [.. outcomes.Where(o => o.Fate == SuggestionFate.Unsure)];

    /// <summary>Suggestions as their readers speak of them.</summary>
    internal static string Named(IReadOnlyList<SuggestionOutcome> outcomes, int most) =>
        string.Join(
            ", ",
            outcomes
                .Take(most)
                .Select(o =>
                    $"{(o.Kind == FindingKind.Strength ? "styrkan" : "förbättringsmöjligheten")} {o.Question}"
                )
        ) + (outcomes.Count > most ? ", …" : "");
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
        try
        {
            var length = new FileInfo(path).Length;
            if (length > PackageReader.MaxFileBytes)
            {
                return new FeedbackReadout.Refused(
                    $"{path}: är {length / (1024 * 1024)} MB stor; ett bearbetat utkast på högst {PackageReader.MaxFileBytes / (1024 * 1024)} MB väntades"
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
                $"{path}: stycket som börjar ”{e.Input[..Math.Min(40, e.Input.Length)]}” tog för lång tid att läsa; inget är antecknat"
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new FeedbackReadout.Refused($"{path}: kan inte läsas: {e.Message}");
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
        var (outcomes, added, ownWords, notLookedAt, gone) = new DraftComparer(edited).Compare();
        if (outcomes.All(o => o.Text is null))
        {
            return new FeedbackReadout.Refused(
                $"{path}: är utkastet {baseline.Id}, men inget av förslagen är kvar i det; inget är antecknat"
            );
        }

        var unsure = FeedbackReadout.Unsure(outcomes).FindAll(o => o.Text is null);
        if (unsure.Count > MostUnsure * outcomes.Count)
        {
            return new FeedbackReadout.Refused(
                $"{path}: är utkastet {baseline.Id}, men {unsure.Count} av {outcomes.Count} förslag går inte säkert att känna igen ({FeedbackReadout.Named(unsure, MostNamed)}); inget är antecknat. Bearbeta dokumentet som kompass suggest --out skrev, och låt numren (1.4) stå kvar efter punkterna"
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
            ),
            notLookedAt
        )
        {
            Gone = gone,
            ChangedPoints = ChangedPoints.In(edited),
        };
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
            .. edited.Edition.Questions.Select(q => new FeedbackPoints(
                q.Code,
                edited.Baseline.Questions.TryGetValue(q.Code, out var points) ? points : null,
                q.Max
            )),
        ];
}
