using Kompass.Mining.Corpus;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Learning;

namespace Kompass.Mining.Improvements.Prediction;

/// <summary>What became of suggestions where a municipality was evaluated again on the same scale.</summary>
/// <param name="Lists">Pairs of evaluations of which the first has sub-questions' points and the second its lists.</param>
/// <param name="Areas">Pairs of evaluations of which all area scores are known.</param>
public sealed record BacktestResult(
    IReadOnlyList<ListBacktest> Lists,
    IReadOnlyList<AreaBacktest> Areas
);

/// <summary>One pair with lists: the ten sub-questions suggested first then, against the others.</summary>
/// <param name="Municipality">Name.</param>
/// <param name="FromYear">Year of the profile that suggestions were made for.</param>
/// <param name="ToYear">Year of the next evaluation.</param>
/// <param name="Suggested">Number of suggestions looked at.</param>
/// <param name="NamedNext">Share of them that the next report names; <paramref name="OthersNamedNext"/> of the other sub-questions.</param>
/// <param name="OthersNamedNext">See there.</param>
/// <param name="Raised">Mean change of their share of points; null where the points are not known.</param>
/// <param name="OthersRaised">The same of the others.</param>
public sealed record ListBacktest(
    string Municipality,
    int FromYear,
    int ToYear,
    int Suggested,
    double NamedNext,
    double OthersNamedNext,
    double? Raised,
    double? OthersRaised
);

/// <summary>One pair of area scores: the four areas in which most was suggested, against the other four.</summary>
/// <param name="Municipality">Name.</param>
/// <param name="FromYear">Year of the profile.</param>
/// <param name="ToYear">Year of the next evaluation.</param>
/// <param name="Raised">Mean change of the suggested areas' scores, in points.</param>
/// <param name="OthersRaised">The same of the others.</param>
public sealed record AreaBacktest(
    string Municipality,
    int FromYear,
    int ToYear,
    double Raised,
    double OthersRaised
);

/// <summary>Looks back: predicts the earlier evaluation without its municipality, and reads in the later one what came of it.</summary>
internal static class Backtest
{
    private const int Suggested = 10;

    public static BacktestResult Run(
        KnownEvaluations known,
        Edition edition,
        ILearningEngine engine,
        CancellationToken cancellation
    )
    {
        var lists = new List<ListBacktest>();
        var areas = new List<AreaBacktest>();
        foreach (
            var municipality in TrainingRow
                .Usable(known, edition)
                .Where(e => e.Year is not null)
                .GroupBy(e => e.Municipality.Code!, StringComparer.Ordinal)
                .Where(g => g.Count() > 1)
        )
        {
            cancellation.ThrowIfCancellationRequested();
            var others = known.Without(municipality.First().Municipality);
            var rows = TrainingRow.Of(others, edition, FindingKind.Improvement, cancellation);
            if (rows.Count == 0)
            {
                continue;
            }

            var model = TargetModel.Train(rows, FindingKind.Improvement, engine, cancellation);
            var reference = Reference.Of([.. TrainingRow.Usable(others, edition)], edition);
            var inOrder = municipality.OrderBy(e => e.Year).ToList();
            foreach (var (first, next) in inOrder.Zip(inOrder.Skip(1)))
            {
                AddLists(lists, first, next, model, reference);
                AddAreas(areas, first, next, model, reference);
            }
        }

        return new BacktestResult(lists, areas);
    }

    private static void AddLists(
        List<ListBacktest> lists,
        KnownEvaluation first,
        KnownEvaluation next,
        TargetModel model,
        Reference reference
    )
    {
        if (
            first.Profile.Kind != ProfileKind.Questions
            || next.Outcomes.Count == 0
            || next.IsFeedback
        )
        {
            return;
        }

        var ranked = Probabilities(first.Profile, model, reference)
            .Where(p => next.Outcomes.ContainsKey(p.Question.Code))
            .OrderByDescending(p => p.Probability)
            .ThenBy(p => p.Question.Code, StringComparer.Ordinal)
            .Select(p => p.Question)
            .ToList();
        var (suggested, rest) = (ranked.Take(Suggested).ToList(), ranked.Skip(Suggested).ToList());
        if (rest.Count == 0)
        {
            return;
        }

        lists.Add(
            new ListBacktest(
                first.Municipality.Name,
                first.Year!.Value,
                next.Year!.Value,
                suggested.Count,
                Named(suggested),
                Named(rest),
                Raised(suggested),
                Raised(rest)
            )
        );

        double Named(List<Question> questions) =>
            questions.Average(q => next.Outcomes[q.Code].Named == true ? 1.0 : 0);

        double? Raised(List<Question> questions) =>
            questions.Average(q => next.Profile.ShareOf(q) - first.Profile.ShareOf(q));
    }

    private static void AddAreas(
        List<AreaBacktest> areas,
        KnownEvaluation first,
        KnownEvaluation next,
        TargetModel model,
        Reference reference
    )
    {
        var edition = first.Profile.Edition;
        if (
            edition.Areas.Any(a =>
                !first.Profile.Areas.ContainsKey(a.Number)
                || !next.Profile.Areas.ContainsKey(a.Number)
            )
        )
        {
            return;
        }

        var ranked = Probabilities(first.Profile.WithoutQuestions(), model, reference)
            .GroupBy(p => p.Area.Number)
            .OrderByDescending(g => g.Average(p => p.Probability))
            .ThenBy(g => g.Key)
            .Select(g => (double)(next.Profile.Areas[g.Key] - first.Profile.Areas[g.Key]))
            .ToList();
        var half = ranked.Count / 2;
        areas.Add(
            new AreaBacktest(
                first.Municipality.Name,
                first.Year!.Value,
                next.Year!.Value,
                ranked.Take(half).Average(),
                ranked.Skip(half).Average()
            )
        );
    }

    private static IEnumerable<(Area Area, Question Question, double Probability)> Probabilities(
        ScoreProfile profile,
        TargetModel model,
        Reference reference
    ) =>
        from area in profile.Edition.Areas
        from question in area.Questions
        select (
            area,
            question,
            model.Probability(QuestionFeatures.Of(profile, area, question, reference, model.Kind))
        );
}
