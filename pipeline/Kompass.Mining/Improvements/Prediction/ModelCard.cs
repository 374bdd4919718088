using System.Text;
using Kompass.Mining.Corpus;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Learning;

namespace Kompass.Mining.Improvements.Prediction;

/// <summary>The model's card: what it is, on what data, how good, where it fails, by whom not to be used. Written by training, from what was measured.</summary>
internal static class ModelCard
{
    public static string Write(
        ImprovementModel model,
        Edition edition,
        KnownEvaluations known,
        IReadOnlyList<TargetModel> targets
    )
    {
        var metrics = model.Metrics;
        var labelled = TrainingRow.Reports(known, edition).ToList();
        var usable = TrainingRow.Usable(known, edition).Count();
        var outcomes = labelled.SelectMany(e => e.Outcomes.Values).ToList();
        var text = new StringBuilder();
        Line(text, "# Model card: improvement areas");
        Line(text);
        Line(
            text,
            "Written by `kompass train improvements`; the same figures stand in `metrics.json`."
        );
        Line(text);
        Line(text, "## What it is");
        Line(text);
        Line(
            text,
            $"For each of the {edition.Areas.Sum(a => a.Questions.Count)} sub-questions of edition {edition.Id}: the probability that a report names it in its lists as improvement area or weakness, and as strength. Two binary logistic regressions with an L2 penalty, engine {metrics.Engine}, on {QuestionFeatures.Space.Count} features of the municipality's points; the penalty is {FeatureScaling.PrimaryPenalty.ToString(CultureInfo.InvariantCulture)} on share and points left and {FeatureScaling.SecondaryPenalty.ToString(CultureInfo.InvariantCulture)} on all others, a prior that those say little. It never sees a report's text."
        );
        Line(text);
        Line(text, $"- model: `{model.Id}`; code {metrics.Code}; data `{metrics.Data}`");
        Line(
            text,
            $"- learned from the lists of {labelled.Count} reports ({string.Join(", ", labelled.Select(e => e.Profile.Id))}): {outcomes.Count} sub-questions, {outcomes.Count(o => o.Named == true)} named, {outcomes.Count(o => o.Praised == true)} praised, {outcomes.Count(o => o.Doubt)} in doubt; by source: {string.Join(", ", outcomes.CountBy(o => o.Source, StringComparer.Ordinal).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value}"))}"
        );
        Line(
            text,
            $"- compares with {usable} evaluations of which points are known (published area scores and reports)"
        );
        Line(text);
        Line(text, "## How good it is");
        Line(text);
        Line(
            text,
            $"Each municipality was predicted by a model that had seen neither its lists nor its figures. Means over reports; in brackets 95 % bootstrap intervals ({metrics.Resamples} resamples of municipalities and, within them, of sub-questions). Ties are counted as the mean over all their orders. A resample's calibration error is biased upwards, so that its interval may lie above the figure itself."
        );
        Line(text);
        Line(
            text,
            string.Create(
                CultureInfo.InvariantCulture,
                $"**Expect less than these figures.** On {OutsideTrial.Reports} reports that nobody had seen before, mean average precision was {OutsideTrial.Map:0.00}, AUC {OutsideTrial.Auc:0.00} and the calibration error {OutsideTrial.Ece:0.00}; \"most points left first\" reached {OutsideTrial.RuleMap:0.00} and {OutsideTrial.RuleAuc:0.00}, as good. The truth for a new report lies between that and what follows."
            )
        );
        Line(text);
        text.Append(MetricsTables.Write(metrics));
        Line(text, "## What carries it");
        Line(text);
        Line(
            text,
            "Weight of each feature in log-odds for one standard deviation. A feature that never varies in the data has none."
        );
        Line(text);
        Line(text, "| feature | improvement areas | strengths |");
        Line(text, "|---|---:|---:|");
        for (var i = 0; i < QuestionFeatures.Space.Count; i++)
        {
            Line(
                text,
                $"| {QuestionFeatures.Space.Names[i]} | {string.Join(" | ", targets.Select(t => WeightOf(t, i)))} |"
            );
        }

        Line(text);
        Line(text, "## Where it fails, and what it must not be used for");
        Line(text);
        Line(
            text,
            "- The number of reports is small. Features and penalties were chosen with these very reports in view, so the figures are somewhat too good. In trials four pairs of penalties (1 and 50, 2 and 20, 2 and 60, 4 and 100) all ranked profiles with sub-questions' points a little better than the best baseline (mean average precision 0.891 to 0.897 against 0.885); one penalty for all features did not (0.883 to 0.888). No difference is one that its interval tells from zero."
        );
        Line(
            text,
            "- Between a third and three quarters of all sub-questions are named in a report: pointing at the lowest shares is right most of the time, and no figure above should impress without its baseline beside it."
        );
        Line(text, "- With area scores only it cannot see which sub-question of an area is weak.");
        Line(
            text,
            string.Create(
                CultureInfo.InvariantCulture,
                $"- How long evaluators make their lists differs more than anything the points tell. Probabilities of improvement areas are moved so that they add up to the length that the level suggests, {100 * model.State.ListLength.Intercept:0} % of the sub-questions less {-100 * model.State.ListLength.Slope:0} % times the level. The line's prior comes from five reports, of which those above are part, so that its share in the calibration error is measured too kindly."
            )
        );
        var drafts = TrainingRow.Labelled(known, edition).Count(e => e.IsFeedback);
        Line(
            text,
            $"- Edited drafts that came back ({drafts} here) are learned from, but are no reports: nothing above is measured on them or counted by them."
        );
        Line(
            text,
            "- It says what evaluators tend to write at such points. It does not say what is most important for a municipality, must not replace an evaluator's judgement, and must not be used to rank municipalities."
        );
        return text.ToString();
    }

    private static string WeightOf(TargetModel target, int feature)
    {
        var row = new double[QuestionFeatures.Space.Count];
        // One standard deviation of a secondary feature is less than 1 on the model's scale.
        row[feature] =
            target.Scaling.Scales[feature] == 0 ? 0
            : QuestionFeatures.IsPrimary(feature) ? 1
            : Math.Sqrt(FeatureScaling.PrimaryPenalty / FeatureScaling.SecondaryPenalty);
        var weight = target
            .Model.Explain(FeatureVector.Dense(row), QuestionFeatures.Space.Count)
            .Where(c => c.Feature == QuestionFeatures.Space.Names[feature])
            .Sum(c => c.Value);
        return weight == 0 ? "–" : weight.ToString("+0.00;-0.00", CultureInfo.InvariantCulture);
    }

    private static void Line(StringBuilder text, string line = "") =>
        text.Append(line).Append('\n');
}
