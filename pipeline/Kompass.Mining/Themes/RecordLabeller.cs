using Kompass.Mining.Corpus;
using Kompass.Mining.Learning;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Themes;

/// <summary>
/// The fourth step: every finding and remark of a record gets its sub-question and its theme, with probabilities, what it rests on, and the model's id. A record
/// of an edition whose areas are others than the model's stays as it is.
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
        if (!model.Serves(knowledge.Edition(record.Edition)))
        {
            return record;
        }

        var labels = ReportLabeller
            .For(record.Prose, knowledge.Swedish, model, engine, cancellation)
            .Label([
                .. record.Findings.Select(f => new ReportText(f.Text, f.Area, f.Kind)),
                .. record.Remarks.Select(r => new ReportText(r.Text, r.Area, Question: r.Question)),
            ]);
        return record with
        {
            Findings = [.. record.Findings.Zip(labels, Labelled)],
            Remarks = [.. record.Remarks.Zip(labels.Skip(record.Findings.Count), Labelled)],
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
            QuestionOr = OrOf(labels.QuestionProbability, labels.QuestionOr),
            ThemeOr = OrOf(labels.ThemeProbability, labels.ThemeOr),
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
            QuestionOr = remark.Question is null
                ? OrOf(labels.QuestionProbability, labels.QuestionOr)
                : null,
            ThemeOr = OrOf(labels.ThemeProbability, labels.ThemeOr),
            QuestionBasis = labels.QuestionBasis,
            Labels = model.Id,
        };

    private static string? OrOf(double probability, string? or) =>
        probability < FindingLabels.UncertainBelow ? or : null;
}
