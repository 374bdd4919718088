using Kompass.Mining.Corpus;
using Kompass.Mining.Improvements.Prediction;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Learning;
using Kompass.Mining.MLNet;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Improvements;

/// <summary>Profiles and known evaluations for tests; the municipalities are invented unless a code is given.</summary>
internal static class Profile
{
    public static Edition Edition { get; } = Subject.Knowledge.Edition("2010");

    public static IEnumerable<Question> Questions => Edition.Areas.SelectMany(a => a.Questions);

    /// <summary>What the product carries: the catalogue and the outcomes of reports, no records.</summary>
    public static KnownEvaluations Known { get; } =
        KnownEvaluations.Of(Subject.Knowledge, Outcomes(), []);

    /// <summary>Trained once for all tests that need a model.</summary>
    public static Lazy<(
        ModelFile Model,
        ImprovementMetrics Metrics,
        string Card
    )> Trained { get; } =
        new(() => new ImprovementTrainer(Edition, new MLNetEngine()).Train(Known));

    public static IReadOnlyList<QuestionOutcome> Outcomes() =>
        QuestionOutcome.ReadAll(KnownEvaluations.OutcomesFile(Subject.Knowledge));

    /// <summary>A profile with all points, each sub-question at a share of its maximum.</summary>
    public static ScoreProfile Full(Func<Question, decimal> share, string name = "Ekdal")
    {
        var points = Questions.ToDictionary(
            q => q.Code,
            q => Math.Round(q.Max * share(q)),
            StringComparer.Ordinal
        );
        return Of(
            Edition.Areas.ToDictionary(a => a.Number, a => a.Questions.Sum(q => points[q.Code])),
            points,
            name
        );
    }

    /// <summary>A profile with area scores only.</summary>
    public static ScoreProfile AreasOnly(Func<int, decimal> score, string name = "Ekdal") =>
        Of(Edition.Areas.ToDictionary(a => a.Number, a => score(a.Number)), [], name);

    public static ScoreProfile Of(
        Dictionary<int, decimal> areas,
        Dictionary<string, decimal> questions,
        string name = "Ekdal",
        string? code = null,
        int year = 2013
    ) =>
        new(
            $"{Municipality.SlugOf(name)}-{year}",
            "test",
            new MunicipalityName(code, name),
            year,
            Edition,
            areas,
            questions,
            null,
            null,
            []
        );
}
