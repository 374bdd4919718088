using System.Collections.ObjectModel;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Improvements.Profiles;

/// <summary>The profile that a report's record holds, or a published evaluation's figures.</summary>
public static class RecordProfile
{
    /// <summary>The profile of a record, or null where its edition is not known or it holds no points.</summary>
    /// <param name="record">The record.</param>
    /// <param name="knowledge">Editions and municipalities.</param>
    /// <param name="others">Records among which the same municipality's earlier ones are looked for.</param>
    public static ScoreProfile? Of(
        ReportRecord record,
        Knowledge knowledge,
        IEnumerable<ReportRecord>? others = null
    )
    {
        var edition = knowledge.FindEdition(record.Edition);
        if (edition is null)
        {
            return null;
        }

        var profile = new ScoreProfile(
            record.Id,
            record.Year is { } year
                ? $"rapporten {record.Municipality.Name} {year.ToString(CultureInfo.InvariantCulture)}"
                : $"rapporten {record.Municipality.Name}",
            record.Municipality,
            record.Year,
            edition,
            AreasOf(record),
            QuestionsOf(record, edition),
            record.Total?.Value,
            record.Facts?.Population,
            Previous(record, edition, others ?? [])
        )
        {
            InDoubt = InDoubt(record),
        };
        return profile.IsEmpty ? null : profile;
    }

    /// <summary>The profile of published figures, or null where its edition is not known or no area score is.</summary>
    /// <param name="evaluation">A row of the catalogue.</param>
    /// <param name="knowledge">Editions, and the catalogue in which earlier evaluations are looked for.</param>
    public static ScoreProfile? Of(PublishedEvaluation evaluation, Knowledge knowledge)
    {
        if (evaluation.Areas.Count == 0 || evaluation.Municipality is null)
        {
            return null;
        }

        var edition = EditionOf(evaluation, knowledge);
        if (edition is null)
        {
            return null;
        }

        var municipality = new MunicipalityName(
            evaluation.MunicipalityCode,
            evaluation.Municipality
        );
        return new ScoreProfile(
            ReportId.Of(knowledge.Municipalities, municipality, evaluation.Year),
            "publicerade resultat",
            municipality,
            evaluation.Year,
            edition,
            evaluation.Areas,
            ReadOnlyDictionary<string, decimal>.Empty,
            evaluation.Total,
            null,
            [
                .. knowledge
                    .Catalogue.Where(e =>
                        e.MunicipalityCode == evaluation.MunicipalityCode
                        && e.Year < evaluation.Year
                        && e.Areas.Count > 0
                    )
                    .OrderByDescending(e => e.Year)
                    .Select(e => new EarlierScores(
                        e.Year,
                        edition.IsComparableWithYear(e.Year!.Value, knowledge.Editions),
                        e.Areas,
                        ReadOnlyDictionary<string, decimal>.Empty,
                        e.Total
                    )),
            ]
        );
    }

    /// <summary>The edition of a published evaluation: as stated, else the one in use in its year.</summary>
    internal static Edition? EditionOf(PublishedEvaluation evaluation, Knowledge knowledge) =>
        evaluation.Edition is { } id ? knowledge.FindEdition(id)
        : evaluation.Year is { } year ? knowledge.Editions.LastOrDefault(e => e.CoversYear(year))
        : null;

    private static HashSet<string> InDoubt(ReportRecord record) =>
        [
            .. record
                .Areas.Select(a => (Name: Invariant($"areas/{a.Area}"), a.Confidence))
                .Concat(record.Questions.Select(q => (Name: $"questions/{q.Code}", q.Confidence)))
                .Append((Name: "total", Confidence: record.Total?.Confidence ?? 1))
                .Where(f => f.Confidence < Finding.DoubtBelow)
                .Select(f => f.Name),
        ];

    internal static SortedDictionary<int, decimal> AreasOf(ReportRecord record) =>
        new(record.Areas.ToDictionary(a => a.Area, a => a.Score));

    // A value out of its range carries a note in the record; it is no figure to build on.
    internal static SortedDictionary<string, decimal> QuestionsOf(
        ReportRecord record,
        Edition edition
    )
    {
        var points = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var row in record.Questions)
        {
            if (
                row.Achieved is { } achieved
                && edition.FindQuestion(row.Code) is { } question
                && achieved >= 0
                && achieved <= question.Max
            )
            {
                points[row.Code] = achieved;
            }
        }

        return points;
    }

    private static List<EarlierScores> Previous(
        ReportRecord record,
        Edition edition,
        IEnumerable<ReportRecord> others
    )
    {
        var earlier = others
            .Where(o => o.Id != record.Id && IsSame(o.Municipality, record.Municipality))
            .Where(o => o.Year < record.Year)
            .Select(o => new EarlierScores(
                o.Year,
                IsComparable(edition, o.Edition),
                AreasOf(o),
                QuestionsOf(o, edition),
                o.Total?.Value
            ))
            .ToList();
        earlier.AddRange(
            record
                .Previous.Where(p => !earlier.Exists(e => e.Year == p.Year))
                .Select(p => new EarlierScores(
                    p.Year,
                    p.Comparable,
                    p.Areas,
                    ReadOnlyDictionary<string, decimal>.Empty,
                    p.Total
                ))
        );
        return [.. earlier.OrderByDescending(e => e.Year ?? 0)];
    }

    internal static bool IsSame(MunicipalityName one, MunicipalityName other) =>
        one.Code is not null || other.Code is not null
            ? one.Code == other.Code
            : string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase);

    internal static bool IsComparable(Edition edition, string other) =>
        edition.Id == other || edition.Scale.ComparableWith.Contains(other, StringComparer.Ordinal);
}
