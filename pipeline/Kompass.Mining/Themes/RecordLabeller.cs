using Kompass.Mining.Learning;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Themes;

/// <summary>
/// The fourth step: every finding and remark of a record gets its sub-question and its theme, with probabilities, what it rests on, and the model's id. Texts of
/// areas that are not the model's get a theme where the edition says which of the model's they are like (<see cref="Area.LikeArea"/>), by their words alone; else they stay as they are.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="knowledge">What the pipeline knows.</param>
/// <param name="engine">Learns from the report's own prose; without it labels rest on the training examples alone.</param>
public sealed class RecordLabeller(
    ThemeModel model,
    Knowledge knowledge,
    ILearningEngine? engine = null
)
{
    /// <summary>Id of the model.</summary>
    public string Model => model.Id;

    /// <summary>The record with labels.</summary>
    /// <param name="record">As extracted.</param>
    /// <param name="cancellation">Stops between areas.</param>
    public ReportRecord Label(ReportRecord record, CancellationToken cancellation = default)
    {
        var edition = knowledge.Edition(record.Edition);
        var areas = edition
            .Areas.Select(a => a.Number)
            .Where(a => model.Serves(edition, a))
            .ToHashSet();
        var alike = edition
            .Areas.Where(a => !areas.Contains(a.Number) && model.Knows(a.LikeArea ?? 0))
            .ToDictionary(a => a.Number, a => a.LikeArea!.Value);
        if (areas.Count == 0 && alike.Count == 0)
        {
            return record;
        }

        var labels = new Queue<FindingLabels>(
            areas.Count == 0
                ? []
                : ReportLabeller
                    .For(record.Prose, knowledge.Swedish, model, engine, cancellation)
                    .Label([
                        .. record
                            .Findings.Where(f => areas.Contains(f.Area))
                            .Select(f => new ReportText(f.Text, f.Area, f.Kind)),
                        .. record
                            .Remarks.Where(r => areas.Contains(r.Area))
                            .Select(r => new ReportText(r.Text, r.Area, Question: r.Question)),
                    ])
        );
        return record with
        {
            Findings =
            [
                .. record.Findings.Select(f =>
                    areas.Contains(f.Area) ? Labelled(f, labels.Dequeue())
                    : alike.TryGetValue(f.Area, out var like) ? Themed(f, model.Label(f.Text, like))
                    : f
                ),
            ],
            Remarks =
            [
                .. record.Remarks.Select(r =>
                    areas.Contains(r.Area) ? Labelled(r, labels.Dequeue())
                    : alike.TryGetValue(r.Area, out var like) ? Themed(r, model.Label(r.Text, like))
                    : r
                ),
            ],
        };
    }

    private Finding Labelled(Finding finding, FindingLabels labels) =>
        Themed(finding, labels) with
        {
            Question = labels.Question,
            QuestionProbability = labels.QuestionProbability,
            QuestionOr = QuestionOr(labels),
            QuestionBasis = labels.QuestionBasis,
        };

    private Finding Themed(Finding finding, FindingLabels labels) =>
        finding with
        {
            Theme = labels.Theme,
            ThemeProbability = labels.ThemeProbability,
            ThemeOr = ThemeOr(labels),
            Labels = model.Id,
        };

    private Remark Labelled(Remark remark, FindingLabels labels) =>
        Themed(remark, labels) with
        {
            Question = labels.Question,
            QuestionProbability = remark.Question is null ? labels.QuestionProbability : null,
            QuestionOr = remark.Question is null ? QuestionOr(labels) : null,
            QuestionBasis = labels.QuestionBasis,
        };

    private Remark Themed(Remark remark, FindingLabels labels) =>
        remark with
        {
            Theme = labels.Theme,
            ThemeProbability = labels.ThemeProbability,
            ThemeOr = ThemeOr(labels),
            Labels = model.Id,
        };

    private static string? QuestionOr(FindingLabels labels) =>
        labels.QuestionProbability < FindingLabels.InDoubtBelow ? labels.QuestionOr : null;

    private static string? ThemeOr(FindingLabels labels) =>
        labels.ThemeProbability < FindingLabels.InDoubtBelow ? labels.ThemeOr : null;
}
