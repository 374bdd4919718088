using Kompass.Mining.Corpus;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Themes;

/// <summary>
/// The fourth step: every finding and remark of a record gets its sub-question and its theme, with probabilities and the model's id. A record of an edition
/// whose areas are others than the model's stays as it is.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="knowledge">What the pipeline knows.</param>
public sealed class RecordLabeller(ThemeModel model, Knowledge knowledge)
{
    /// <summary>Id of the model.</summary>
    public string Model => model.Id;

    /// <summary>The record with labels.</summary>
    public ReportRecord Label(ReportRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return model.Serves(knowledge.Edition(record.Edition))
            ? record with
            {
                Findings = [.. record.Findings.Select(Label)],
                Remarks = [.. record.Remarks.Select(Label)],
            }
            : record;
    }

    private Finding Label(Finding finding)
    {
        var labels = model.Label(finding.Text, finding.Area);
        return finding with
        {
            Question = labels.Question,
            Theme = labels.Theme,
            Theme2 = labels.Theme2,
            QuestionProbability = labels.QuestionProbability,
            ThemeProbability = labels.ThemeProbability,
            Labels = model.Id,
        };
    }

    private Remark Label(Remark remark)
    {
        var labels = model.Label(remark.Text, remark.Area, remark.Question);
        return remark with
        {
            Question = remark.Question ?? labels.Question,
            Theme = labels.Theme,
            QuestionProbability = remark.Question is null ? labels.QuestionProbability : null,
            ThemeProbability = labels.ThemeProbability,
            Labels = model.Id,
        };
    }
}
