using Kompass.Mining.Improvements.Profiles;

namespace Kompass.Mining.Improvements.Prediction;

/// <summary>A mean share of points and of how many evaluations it is.</summary>
public sealed record MeanShare(double Mean, int Count);

/// <summary>How often lists name a sub-question.</summary>
/// <param name="Named">In how many evaluations they do.</param>
/// <param name="Known">Of how many it is known.</param>
public sealed record NamedCount(int Named, int Known);

/// <summary>
/// What a profile is compared with: means of the known evaluations on the same scale, and how often their lists name each sub-question. Frozen in a model,
/// so that the same profile gets the same answer whatever the machine holds.
/// </summary>
/// <param name="Areas">Mean share by area number.</param>
/// <param name="Questions">Mean share by code; sub-questions without known points are missing.</param>
/// <param name="Improvements">How often each is named as improvement area or weakness.</param>
/// <param name="Strengths">How often each is named as strength.</param>
public sealed record Reference(
    IReadOnlyDictionary<int, MeanShare> Areas,
    IReadOnlyDictionary<string, MeanShare> Questions,
    IReadOnlyDictionary<string, NamedCount> Improvements,
    IReadOnlyDictionary<string, NamedCount> Strengths
)
{
    /// <summary>
    /// Evaluations that the overall rate counts for beside a sub-question's own: with three reports a sub-question named in all of them is not sure to be
    /// named in the next (the beta-binomial's prior, Gelman et al., Bayesian Data Analysis, 5.3).
    /// </summary>
    internal const double PriorEvaluations = 4;

    // The same for the mean of a sub-question, which leans on its area's.
    private const double PriorMeans = 2;

    /// <summary>Gathers the reference.</summary>
    /// <param name="evaluations">Evaluations on one scale.</param>
    /// <param name="edition">Areas and sub-questions.</param>
    public static Reference Of(IReadOnlyCollection<KnownEvaluation> evaluations, Edition edition)
    {
        var areas = new SortedDictionary<int, MeanShare>();
        var questions = new SortedDictionary<string, MeanShare>(StringComparer.Ordinal);
        foreach (var area in edition.Areas)
        {
            Add(
                areas,
                area.Number,
                evaluations.Select(e =>
                    Shares.Of(e.Profile.Edition, e.Profile.Areas, e.Profile.Questions, area)
                )
            );
            foreach (var question in area.Questions)
            {
                Add(questions, question.Code, evaluations.Select(e => e.Profile.ShareOf(question)));
            }
        }

        return new Reference(
            areas,
            questions,
            Counts(evaluations, edition, FindingKind.Improvement),
            Counts(evaluations, edition, FindingKind.Strength)
        );
    }

    /// <summary>How often lists name each sub-question in a column.</summary>
    public IReadOnlyDictionary<string, NamedCount> Counted(FindingKind kind) =>
        kind == FindingKind.Improvement ? Improvements : Strengths;

    /// <summary>Share of all known outcomes that are named, or one half where none is known.</summary>
    public double OverallRate(FindingKind kind)
    {
        var counts = Counted(kind);
        var known = counts.Values.Sum(c => c.Known);
        return known == 0 ? 0.5 : (double)counts.Values.Sum(c => c.Named) / known;
    }

    /// <summary>The rate at which a sub-question is named, shrunk towards the overall rate; above 0, below 1 where the overall rate is.</summary>
    public double BaseRate(FindingKind kind, string question)
    {
        var overall = OverallRate(kind);
        var (named, known) = Counted(kind).TryGetValue(question, out var count)
            ? (count.Named, count.Known)
            : (0, 0);
        return (named + (PriorEvaluations * overall)) / (known + PriorEvaluations);
    }

    /// <summary>Mean share of an area, or one half where nothing is known.</summary>
    public double MeanOf(Area area) =>
        Areas.TryGetValue(area.Number, out var mean) ? mean.Mean : 0.5;

    /// <summary>Mean share of a sub-question, shrunk towards that of its area.</summary>
    public double MeanOf(Area area, Question question)
    {
        var (mean, count) = Questions.TryGetValue(question.Code, out var known)
            ? (known.Mean, known.Count)
            : (0, 0);
        return ((mean * count) + (PriorMeans * MeanOf(area))) / (count + PriorMeans);
    }

    private static void Add<TKey>(
        SortedDictionary<TKey, MeanShare> means,
        TKey key,
        IEnumerable<double?> shares
    )
        where TKey : notnull
    {
        var known = shares.OfType<double>().ToList();
        if (known.Count > 0)
        {
            means[key] = new MeanShare(known.Average(), known.Count);
        }
    }

    private static SortedDictionary<string, NamedCount> Counts(
        IReadOnlyCollection<KnownEvaluation> evaluations,
        Edition edition,
        FindingKind kind
    )
    {
        var counts = new SortedDictionary<string, NamedCount>(StringComparer.Ordinal);
        foreach (var code in edition.Questions.Select(q => q.Code))
        {
            var known = evaluations
                .Where(e => !e.IsFeedback)
                .Select(e => e.Names(code, kind))
                .OfType<bool>()
                .ToList();
            if (known.Count > 0)
            {
                counts[code] = new NamedCount(known.Count(n => n), known.Count);
            }
        }

        return counts;
    }
}
