using Kompass.Mining.Reports;
using Kompass.Mining.Themes.Language;

namespace Kompass.Mining.Themes;

/// <summary>A label that a person should look at.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Path">Which label, as <c>corpus/corrections.csv</c> names it: <c>findings/ID/theme</c>.</param>
/// <param name="Area">Number of the area.</param>
/// <param name="List">The list in which the finding stands.</param>
/// <param name="Text">The finding.</param>
/// <param name="Given">The label.</param>
/// <param name="Probability">That it is right, 0 to 1.</param>
/// <param name="Or">The second likeliest.</param>
public sealed record DoubtfulLabel(
    string Report,
    string Path,
    int Area,
    FindingKind List,
    string Text,
    string Given,
    double Probability,
    string? Or
);

/// <summary>
/// The order in which setting doubtful labels right teaches most: the least certain first, and of those each time the one that is least like what was taken
/// before, so that no evening is spent on twenty spellings of one question (uncertainty and diversity; Settles, Active Learning, 2012, ch. 5).
/// </summary>
public static class LabelReview
{
    /// <summary>The labels of records that are in doubt (<see cref="FindingLabels.InDoubtBelow"/>), in that order; what an analyst has set is not.</summary>
    public static IReadOnlyList<DoubtfulLabel> Of(IEnumerable<ReportRecord> records) =>
        Order([.. records.SelectMany(Doubtful)]);

    /// <summary>Labels in the order in which they teach most.</summary>
    public static IReadOnlyList<DoubtfulLabel> Order(IReadOnlyList<DoubtfulLabel> labels)
    {
        var left = labels
            .Select(l => new Candidate(
                l,
                Words.Of(l.Text).Select(SnowballStemmer.Stem).ToHashSet(StringComparer.Ordinal)
            ))
            .ToList();
        var ordered = new List<DoubtfulLabel>(left.Count);
        while (left.Count > 0)
        {
            var next = left.MaxBy(c => (1 - c.Label.Probability) * (1 - c.Nearest))!;
            left.Remove(next);
            ordered.Add(next.Label);
            foreach (var candidate in left)
            {
                candidate.Meet(next);
            }
        }

        return ordered;
    }

    private static IEnumerable<DoubtfulLabel> Doubtful(ReportRecord record)
    {
        foreach (var f in record.Findings)
        {
            if (
                f is
                {
                    Question: { } question,
                    QuestionProbability: < FindingLabels.InDoubtBelow and var q
                }
            )
            {
                yield return Label(record, f, "question", question, q, f.QuestionOr);
            }

            if (f is { Theme: { } theme, ThemeProbability: < FindingLabels.InDoubtBelow and var t })
            {
                yield return Label(record, f, "theme", theme, t, f.ThemeOr);
            }
        }
    }

    private static DoubtfulLabel Label(
        ReportRecord record,
        Finding finding,
        string field,
        string given,
        double probability,
        string? or
    ) =>
        new(
            record.Id,
            $"findings/{finding.Id[(record.Id.Length + 1)..]}/{field}",
            finding.Area,
            finding.Kind,
            finding.Text,
            given,
            probability,
            or
        );

    private sealed class Candidate(DoubtfulLabel label, HashSet<string> stems)
    {
        public DoubtfulLabel Label { get; } = label;

        /// <summary>Likeness to the nearest label taken so far of the same kind, 0 to 1: stems shared of all (Jaccard).</summary>
        public double Nearest { get; private set; }

        private string Field => Label.Path[(Label.Path.LastIndexOf('/') + 1)..];

        public void Meet(Candidate taken)
        {
            if (Field == taken.Field)
            {
                var shared = Stems.Count(taken.Stems.Contains);
                var all = Stems.Count + taken.Stems.Count - shared;
                Nearest = Math.Max(Nearest, all == 0 ? 1 : (double)shared / all);
            }
        }

        private HashSet<string> Stems { get; } = stems;
    }
}
