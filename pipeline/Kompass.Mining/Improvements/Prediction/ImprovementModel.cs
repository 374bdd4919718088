using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Learning;

namespace Kompass.Mining.Improvements.Prediction;

/// <summary>
/// The trained prediction: for each sub-question of a profile the probability that a report names it as improvement area or weakness, and as strength.
/// Immutable. For kinds of profile for which the model did not beat the best baseline it answers with that baseline.
/// </summary>
public sealed class ImprovementModel
{
    /// <summary>Kind of model, in its file.</summary>
    public const string Kind = "improvements";

    /// <summary>Raised whenever features, baselines or the reference change their meaning.</summary>
    public const string CodeVersion = "4";

    private const string Part = "model.json";

    private ImprovementModel(string id, string editionId, ModelState state)
    {
        Id = id;
        EditionId = editionId;
        State = state;
    }

    /// <summary><c>improvements-</c> and the first digits of its file's hash.</summary>
    public string Id { get; }

    /// <summary>Edition whose sub-questions it knows; profiles on the same scale are answered too.</summary>
    public string EditionId { get; }

    /// <summary>What profiles are compared with.</summary>
    public Reference Reference => State.Reference;

    /// <summary>Ids of the reports it learned from.</summary>
    public IReadOnlyList<string> Reports => State.Reports;

    /// <summary>How good it is.</summary>
    public ImprovementMetrics Metrics => State.Metrics;

    internal ModelState State { get; }

    /// <summary>What a profile's probabilities rest on: null for the model, else the baseline.</summary>
    public Baseline? BasisOf(ProfileKind profile, FindingKind kind) =>
        Metrics.Find(kind, profile) is { } measured
            ? measured.UsesModel
                ? null
                : measured.Fallback
            : Baseline.LowestShare;

    /// <summary>The probability that a report names a sub-question in a column, 0 to 1, with what carried it.</summary>
    /// <param name="profile">On the scale of the model's edition.</param>
    /// <param name="area">The sub-question's area.</param>
    /// <param name="question">Which.</param>
    /// <param name="before">The municipality's report before, or null.</param>
    /// <param name="kind">In which column.</param>
    internal QuestionPrediction Predict(
        ScoreProfile profile,
        Area area,
        Question question,
        KnownEvaluation? before,
        FindingKind kind
    )
    {
        var row = QuestionFeatures.Of(profile, area, question, Reference, before, kind);
        var target = State.Targets.First(t => t.Kind == kind);
        if (BasisOf(profile.Kind, kind) is { } baseline)
        {
            return new QuestionPrediction(
                area,
                question,
                target.Probability(baseline, profile.Kind, row, question.Max),
                BaselineNames.Score(baseline, kind, row, question.Max),
                row,
                []
            );
        }

        var probability = target.Probability(row);
        return new QuestionPrediction(
            area,
            question,
            probability,
            probability,
            row,
            target.Explain(row)
        );
    }

    /// <summary>
    /// All sub-questions of a profile, the likeliest first. Improvement areas add up to as many as a report at the profile's level names.
    /// </summary>
    internal IReadOnlyList<QuestionPrediction> Rank(
        ScoreProfile profile,
        KnownEvaluation? before,
        FindingKind kind
    )
    {
        var all = profile
            .Edition.Areas.SelectMany(a =>
                a.Questions.Select(q => Predict(profile, a, q, before, kind))
            )
            .OrderByDescending(p => p.Score)
            .ThenBy(p => p.Question.Code, StringComparer.Ordinal)
            .ToList();
        if (kind != FindingKind.Improvement)
        {
            return all;
        }

        var fitted = ListLength.Fit(
            all.ConvertAll(p => p.Probability),
            State.ListLength.ShareAt(profile.Level)
        );
        return [.. all.Select((p, i) => p with { Probability = fitted[i] })];
    }

    internal static ModelFile FileOf(string editionId, ILearningEngine engine, ModelState state) =>
        new(
            new ModelHeader(
                Kind,
                engine.Name,
                engine.Version,
                CodeVersion,
                editionId,
                state.Metrics.Data,
                new SortedDictionary<string, string>(StringComparer.Ordinal)
                {
                    ["primaryPenalty"] = Text(FeatureScaling.PrimaryPenalty),
                    ["secondaryPenalty"] = Text(FeatureScaling.SecondaryPenalty),
                }
            ),
            new Dictionary<string, byte[]>(StringComparer.Ordinal)
            {
                [Part] = JsonSerializer.SerializeToUtf8Bytes(state, ModelJson.Default.ModelState),
            }
        );

    /// <summary>Reads a model.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="edition">The edition whose sub-questions are asked for.</param>
    /// <exception cref="ModelException">It is missing, damaged, or does not fit this code or the edition; the message says which.</exception>
    public static ImprovementModel Read(string file, Edition edition) =>
        Of(ModelFile.Read(file), file, edition);

    /// <summary>The model in a file that was read.</summary>
    internal static ImprovementModel Of(ModelFile model, string file, Edition edition)
    {
        model.Require(file, Kind, CodeVersion, edition.Id);
        try
        {
            var state = JsonSerializer.Deserialize(
                model.Parts[Part],
                ModelJson.Default.ModelState
            )!;
            return state.Instrument == InstrumentOf(edition)
                ? new ImprovementModel($"{Kind}-{model.Id[..8]}", edition.Id, state)
                : throw new ModelException(
                    file,
                    $"was trained for other sub-questions or maximum points than edition {edition.Id} has now; run kompass train {Kind}"
                );
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException)
        {
            throw new ModelException(
                file,
                $"lacks a part that this version needs: {e.Message}; run kompass train {Kind}",
                e
            );
        }
    }

    /// <summary>Codes and maximum points of an edition in one text: a model for others is refused.</summary>
    internal static string InstrumentOf(Edition edition) =>
        string.Join(' ', edition.Questions.Select(q => $"{q.Code}:{Text(q.Max)}"));

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The probability of one sub-question, and what it came from.</summary>
/// <param name="Area">Its area.</param>
/// <param name="Question">Which.</param>
/// <param name="Probability">0 to 1.</param>
/// <param name="Score">By which it is ranked; higher comes first.</param>
/// <param name="Row">Its features.</param>
/// <param name="Contributions">What each feature added, in log-odds, strongest first; empty where a baseline answers.</param>
internal sealed record QuestionPrediction(
    Area Area,
    Question Question,
    double Probability,
    double Score,
    double[] Row,
    IReadOnlyList<Contribution> Contributions
)
{
    public double this[string feature] => Row[QuestionFeatures.Space.IndexOf(feature)];
}

/// <summary>What a model's file holds.</summary>
/// <param name="Instrument">Codes and maximum points it was trained for.</param>
/// <param name="Reports">Ids of the reports it learned from.</param>
/// <param name="Reference">What profiles are compared with.</param>
/// <param name="Targets">One a column.</param>
/// <param name="ListLength">How much a report names.</param>
/// <param name="Metrics">How good it is.</param>
internal sealed record ModelState(
    string Instrument,
    IReadOnlyList<string> Reports,
    Reference Reference,
    IReadOnlyList<TargetModel> Targets,
    ListLength ListLength,
    ImprovementMetrics Metrics
);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true,
    WriteIndented = true,
    NewLine = "\n"
)]
[JsonSerializable(typeof(ModelState))]
[JsonSerializable(typeof(ImprovementMetrics))]
internal sealed partial class ModelJson : JsonSerializerContext;
