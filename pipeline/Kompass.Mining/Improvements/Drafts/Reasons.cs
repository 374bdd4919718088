using Kompass.Mining.Improvements.Prediction;
using Kompass.Mining.Improvements.Profiles;
using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>Why a sub-question is suggested, in plain Swedish: the features that moved its probability most, each as the fact behind it.</summary>
internal sealed class Reasons(ScoreProfile profile, Reference reference, FindingKind kind)
{
    /// <summary>How a sentence begins that speaks against.</summary>
    public const string Against = "Talar emot: ";

    private const int MostFor = 3;

    // Below this many log-odds a feature is not worth a reader's time: it moves a probability of one half by about two per cent.
    private const double LeastFor = 0.1;
    private const double LeastAgainst = 0.4;

    private bool IsImprovement => kind == FindingKind.Improvement;

    private string WhatItIs => IsImprovement ? "förbättringsmöjlighet eller svaghet" : "styrka";

    /// <summary>At least one sentence, the weightiest first; what speaks against comes last.</summary>
    /// <param name="prediction">What was predicted.</param>
    /// <param name="baseline">The baseline that it rests on, or null for the model.</param>
    public IReadOnlyList<string> Of(QuestionPrediction prediction, Baseline? baseline)
    {
        var reasons = new List<string>();
        if (baseline is { } rule)
        {
            reasons.Add(FactOf(FeatureOf(rule), prediction));
        }

        foreach (
            var part in prediction
                .Contributions.Where(c =>
                    c.Value >= LeastFor && Speaks(c.Feature, prediction, true)
                )
                .Take(MostFor)
        )
        {
            reasons.Add(FactOf(part.Feature, prediction));
        }

        // The points themselves are what a reader looks for first, whatever carried it.
        var points = FactOf(QuestionFeatures.Share, prediction);
        if (!reasons.Contains(points, StringComparer.Ordinal))
        {
            reasons.Add(points);
        }

        foreach (
            var part in prediction
                .Contributions.Where(c =>
                    c.Value <= -LeastAgainst
                    && c.Feature != QuestionFeatures.Share
                    && Speaks(c.Feature, prediction, false)
                )
                .Take(1)
        )
        {
            reasons.Add(Against + LowerFirst(FactOf(part.Feature, prediction)));
        }

        return reasons;
    }

    private static string FeatureOf(Baseline rule) =>
        rule switch
        {
            Baseline.LowestShare => QuestionFeatures.Share,
            Baseline.MostPointsLeft => QuestionFeatures.PointsLeft,
            Baseline.BaseRate => QuestionFeatures.BaseRate,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    // A feature may carry weight whose fact, read alone, would say the opposite; then it is left out.
    private bool Speaks(string feature, QuestionPrediction prediction, bool forIt)
    {
        var low = forIt == IsImprovement;
        var value = prediction[feature];
        return feature switch
        {
            QuestionFeatures.ToMean or QuestionFeatures.ToOwnLevel => low
                ? value <= -0.05
                : value >= 0.05,
            QuestionFeatures.Change => low ? value <= -0.03 : value >= 0.03,
            QuestionFeatures.Rank => low ? value <= 0.34 : value >= 0.66,
            QuestionFeatures.BaseRate => reference
                .Counted(kind)
                .TryGetValue(prediction.Question.Code, out var count)
                && (forIt ? 2 * count.Named > count.Known : 2 * count.Named < count.Known),
            QuestionFeatures.NamedBefore => forIt ? value > 0 : value < 0,
            // The municipality's level is the same for all of them.
            QuestionFeatures.PointsUnknown or QuestionFeatures.OwnLevel => false,
            _ => true,
        };
    }

    private string FactOf(string feature, QuestionPrediction p)
    {
        var known = profile.ShareOf(p.Question);
        switch (feature)
        {
            case QuestionFeatures.Share:
                return known is { } share
                    ? $"{Points(profile.Questions[p.Question.Code])} av {p.Question.Max} poäng ({Percent(share)})."
                    : AreaFact(p);
            case QuestionFeatures.PointsLeft:
                return known is null ? $"Delfrågan kan ge {p.Question.Max} poäng."
                    : IsImprovement
                        ? $"{Points((decimal)Math.Round(p[feature], 2))} poäng är kvar att vinna på delfrågan."
                    : $"Bara {Points((decimal)Math.Round(p[feature], 2))} poäng saknas av {p.Question.Max}.";
            case QuestionFeatures.Rank:
                return p[feature] switch
                {
                    0 => "Lägst andel av poängen i området.",
                    1 => "Högst andel av poängen i området.",
                    < 0.5 => "Bland de lägsta andelarna i området.",
                    _ => "Bland de högsta andelarna i området.",
                };
            case QuestionFeatures.ToMean:
                return $"{PercentPoints(p[feature])} {Side(p[feature])} snittet för kända utvärderingar ({Percent(reference.MeanOf(p.Area, p.Question))}).";
            case QuestionFeatures.ToOwnLevel:
                return $"{PercentPoints(p[feature])} {Side(p[feature])} kommunens egen nivå ({Percent(profile.Level)}).";
            case QuestionFeatures.BaseRate:
                return BaseRateFact(p);
            case QuestionFeatures.Change:
                return $"{(p[feature] < 0 ? "Lägre" : "Högre")} än {profile.LastComparable?.Year}: {PercentPoints(p[feature])} {(p[feature] < 0 ? "ned" : "upp")}.";
            case QuestionFeatures.NamedBefore:
                return $"{(p[feature] > 0 ? "Nämnd" : "Inte nämnd")} som {WhatItIs} i kommunens förra rapport.";
            default:
                return AreaFact(p);
        }
    }

    private string AreaFact(QuestionPrediction p) =>
        profile.Areas.TryGetValue(p.Area.Number, out var score)
            ? $"Delfrågans poäng är inte angiven; området har {Points(score)} av {profile.Edition.Scale.AreaMax} poäng."
            : $"Varken delfrågans eller områdets poäng är angiven{(profile.IsLevelKnown ? $"; kommunens nivå är {Percent(profile.Level)}" : "")}.";

    private string BaseRateFact(QuestionPrediction p) =>
        reference.Counted(kind).TryGetValue(p.Question.Code, out var count)
            ? $"Nämnd som {WhatItIs} i {count.Named} av {count.Known} kända rapporter."
            : $"Ingen känd rapport säger om delfrågan brukar nämnas som {WhatItIs}.";

    private static string Side(double difference) => difference < 0 ? "under" : "över";

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
