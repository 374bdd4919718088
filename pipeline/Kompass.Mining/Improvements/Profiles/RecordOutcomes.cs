using Kompass.Mining.Reports;

namespace Kompass.Mining.Improvements.Profiles;

/// <summary>Which sub-questions a record's lists name, from the labels of its findings.</summary>
internal static class RecordOutcomes
{
    /// <summary>A label below this is more likely wrong than right.</summary>
    public const double LeastLikely = 0.5;

    /// <summary>
    /// One outcome a sub-question, by code; empty where the findings carry no labels, or the record warns of its lists. A finding in doubt, by its text or by its label, makes the outcome
    /// of its sub-question doubtful.
    /// </summary>
    public static IReadOnlyDictionary<string, QuestionOutcome> Of(
        ReportRecord record,
        ScoreProfile profile
    )
    {
        var outcomes = new SortedDictionary<string, QuestionOutcome>(StringComparer.Ordinal);
        if (record.Year is not { } year)
        {
            return outcomes;
        }

        foreach (var area in profile.Edition.Areas)
        {
            var findings = record.Findings.Where(f => f.Area == area.Number).ToList();
            if (findings.Count == 0 || findings.Exists(f => f.Question is null))
            {
                continue;
            }

            foreach (var question in area.Questions)
            {
                var own = findings.Where(f => f.Question == question.Code).ToList();
                outcomes[question.Code] = new QuestionOutcome(
                    record.Id,
                    record.Municipality.Code ?? "",
                    year,
                    record.Edition,
                    question.Code,
                    profile.PointsOn(question.Code),
                    question.Max,
                    own.Exists(f => QuestionOutcome.ColumnOf(f.Kind) == FindingKind.Improvement),
                    own.Exists(f => QuestionOutcome.ColumnOf(f.Kind) == FindingKind.Strength),
                    own.Exists(f =>
                        f.Confidence < Finding.DoubtBelow || f.QuestionProbability < LeastLikely
                    ),
                    "record"
                );
            }
        }

        return outcomes;
    }
}
