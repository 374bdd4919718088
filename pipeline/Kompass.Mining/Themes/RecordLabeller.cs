using Kompass.Mining.Corpus;
using Kompass.Mining.Learning;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Themes;

/// <summary>
/// The fourth step: every finding and remark of a record gets its sub-question and its theme, with probabilities, what it rests on, and the model's id. Texts of
/// areas that are not the model's stay as they are, and so does a record of an edition that has none of them.
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
        ArgumentNullException.ThrowIfNull(record);
        var edition = knowledge.Edition(record.Edition);
        var areas = edition
            .Areas.Select(a => a.Number)
            .Where(a => model.Serves(edition, a))
            .ToHashSet();
        if (areas.Count == 0)
        {
            return record;
        }

        var labels = new Queue<FindingLabels>(
            ReportLabeller
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
                    areas.Contains(f.Area) ? Labelled(f, labels.Dequeue()) : f
                ),
            ],
            Remarks =
            [
                .. record.Remarks.Select(r =>
                    areas.Contains(r.Area) ? Labelled(r, labels.Dequeue()) : r
                ),
            ],
        };
    }

    private Finding Labelled(Finding finding, FindingLabels labels) =>
        finding with
        {
            Question = labels.Question,
            Theme = labels.Theme,
            Theme2 = labels.Theme2,
            QuestionProbability = labels.QuestionProbability,
            ThemeProbability = labels.ThemeProbability,
            QuestionOr = QuestionOr(labels),
            ThemeOr = ThemeOr(labels),
            QuestionBasis = labels.QuestionBasis,
            Labels = model.Id,
        };

    private Remark Labelled(Remark remark, FindingLabels labels) =>
        remark with
        {
            Question = labels.Question,
            Theme = labels.Theme,
            QuestionProbability = remark.Question is null ? labels.QuestionProbability : null,
            ThemeProbability = labels.ThemeProbability,
            QuestionOr = remark.Question is null ? QuestionOr(labels) : null,
            ThemeOr = ThemeOr(labels),
            QuestionBasis = labels.QuestionBasis,
            Labels = model.Id,
        };

    private static string? QuestionOr(FindingLabels labels) =>
        labels.QuestionProbability < FindingLabels.InDoubtBelow ? labels.QuestionOr : null;

    private static string? ThemeOr(FindingLabels labels) =>
        labels.ThemeProbability < FindingLabels.InDoubtBelow ? labels.ThemeOr : null;
}
