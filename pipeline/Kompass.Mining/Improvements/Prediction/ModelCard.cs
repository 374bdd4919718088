using Kompass.Mining.Improvements.Profiles;

namespace Kompass.Mining.Improvements.Prediction;

/// <summary>The model's card: what it is, on what data, how good, where it fails, by whom not to be used. Written by training, from what was measured.</summary>
internal static class ModelCard
{
    public static string Write(ImprovementModel model, Edition edition, KnownEvaluations known)
    {
        var reports = TrainingRow.Reports(known, edition).ToList();
        return string.Join(
            '\n',
            What(model, edition, known, reports),
            Quality(model.Metrics, reports.Count),
            Weights(model.State.Targets),
            Limits(
                TrainingRow.Labelled(known, edition).Count(e => e.IsFeedback),
                model.State.ListLength
            )
        );
    }

    private static string What(
        ImprovementModel model,
        Edition edition,
        KnownEvaluations known,
        List<KnownEvaluation> reports
    )
    {
        var metrics = model.Metrics;
        var outcomes = reports.SelectMany(e => e.Outcomes.Values).ToList();
        return Invariant(
            $"""
            # Model card: improvement areas

            Written by `kompass train improvements`; the same figures stand in `metrics.json`.

            ## What it is

            For each of the {edition.Areas.Sum(a =>
                a.Questions.Count
            )} sub-questions of edition {edition.Id}: the probability that a report names it in its lists as improvement area or weakness, and as strength. Two binary logistic regressions with an L2 penalty, engine {metrics.Engine}, on {QuestionFeatures.Space.Count} features of the municipality's points and of what its report before named; the penalty is {FeatureScaling.PrimaryPenalty} on share and points left and {FeatureScaling.SecondaryPenalty} on all others, a prior that those say little. It never sees a report's text.

            - model: `{model.Id}`; code {metrics.Code}; data `{metrics.Data}`
            - learned from the lists of {reports.Count} reports ({string.Join(
                ", ",
                reports.Select(e => e.Profile.Id)
            )}): {outcomes.Count} sub-questions, {outcomes.Count(o =>
                o.Named == true
            )} named, {outcomes.Count(o => o.Praised == true)} praised, {outcomes.Count(o =>
                o.Doubt
            )} in doubt; by source: {string.Join(
                ", ",
                outcomes.CountBy(o => o.Source, StringComparer.Ordinal).OrderBy(
                    c => c.Key,
                    StringComparer.Ordinal
                ).Select(c => $"{c.Key} {c.Value}")
            )}
            - compares with {TrainingRow.Usable(known, edition).Count()} evaluations of which points are known (published area scores and reports)

            """
        );
    }

    private static string Quality(ImprovementMetrics metrics, int reports)
    {
        return Invariant(
            $"""
            ## How good it is

            **Mean average precision {OutsideTrial.Map:0.00} to {Known(
                Figure.Map
            ):0.00}, AUC {OutsideTrial.Auc:0.00} to {Known(
                Figure.Auc
            ):0.00}, calibration error {Known(
                Figure.Ece
            ):0.00} to {OutsideTrial.Ece:0.00}**, for improvement areas of a profile with sub-questions' points. One end is what {OutsideTrial.Reports} reports gave that nobody had seen when features and penalties were chosen; the other is measured below, on the {reports} reports that were in view. On the unseen ones "most points left first" reached {OutsideTrial.RuleMap:0.00} and {OutsideTrial.RuleAuc:0.00}: the ranking is worth about as much as that rule. {OutsideTrial.Invented}

            Below, each municipality was predicted by a model that had seen neither its lists nor its figures. Means over reports; in brackets 95 % bootstrap intervals ({metrics.Resamples} resamples of municipalities and, within them, of sub-questions). Ties are counted as the mean over all their orders. A resample's calibration error is biased upwards, so that its interval may lie above the figure itself. `fasttree` is FastTree with {LeaveOneOut.Trees.Trees} trees of {LeaveOneOut.Trees.Leaves} leaves on the same rows (it has no monotone constraints): with fewer than some 25 reports no difference of 0.01 could be seen, so that the linear model is used and the trees only stand beside it.

            {MetricsTables.Write(metrics)}
            """
        );

        double Known(Figure figure) =>
            metrics
                .Find(FindingKind.Improvement, ProfileKind.Questions)
                ?.Of(PredictorMetrics.Model)
                .Of(figure)
                .Value
            ?? double.NaN;
    }

    private static string Weights(IReadOnlyList<TargetModel> targets) =>
        $"""
            ## What carries it

            Weight of each feature in log-odds for one standard deviation. A feature that never varies in the data has none.

            | feature | improvement areas | strengths |
            |---|---:|---:|
            {string.Join(
                '\n',
                QuestionFeatures.Space.Names.Select(
                    (name, i) =>
                        $"| {name} | {string.Join(" | ", targets.Select(t => WeightOf(t, i)))} |"
                )
            )}

            """;

    private static string Limits(int drafts, ListLength length) =>
        Invariant(
            $"""
            ## Where it fails, and what it must not be used for

            - The number of reports is small. Features and penalties were chosen with these very reports in view, so the figures are somewhat too good. In trials four pairs of penalties (1 and 50, 2 and 20, 2 and 60, 4 and 100) all ranked profiles with sub-questions' points a little better than the best baseline (mean average precision 0.891 to 0.897 against 0.885); one penalty for all features did not (0.883 to 0.888). No difference is one that its interval tells from zero.
            - Between a third and three quarters of all sub-questions are named in a report: pointing at the lowest shares is right most of the time, and no figure above should impress without its baseline beside it.
            - With area scores only it cannot see which sub-question of an area is weak.
            - How long evaluators make their lists differs more than anything the points tell. Probabilities of improvement areas are moved so that they add up to the length that the level suggests, {100
                * length.Intercept:0} % of the sub-questions less {-100
                * length.Slope:0} % times the level. The line's prior comes from five reports, of which those above are part, so that its share in the calibration error is measured too kindly.
            - Edited drafts that came back ({drafts} here) are learned from, but are no reports: nothing above is measured on them or counted by them.
            - It says what evaluators tend to write at such points. It does not say what is most important for a municipality, must not replace an evaluator's judgement, and must not be used to rank municipalities.

            """
        );

    private static string WeightOf(TargetModel target, int feature)
    {
        // One standard deviation of a secondary feature is less than 1 on the model's scale.
        var weight =
            target.Scaling.Scales[feature] == 0 ? 0
            : QuestionFeatures.IsPrimary(feature) ? target.Weights[feature]
            : target.Weights[feature]
                * Math.Sqrt(FeatureScaling.PrimaryPenalty / FeatureScaling.SecondaryPenalty);
        return weight == 0 ? "–" : weight.ToString("+0.00;-0.00", CultureInfo.InvariantCulture);
    }
}
