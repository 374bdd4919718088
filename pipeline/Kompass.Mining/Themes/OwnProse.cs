using Kompass.Mining.Corpus;
using Kompass.Mining.Layout;
using Kompass.Mining.Learning;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Themes;

/// <summary>
/// What a report says itself under the heading of each sub-question: its programmes, bodies and words, which no training example knows. A small classifier an
/// area, learnt from these sentences alone, is mixed with the general one as a product of experts.
/// </summary>
internal sealed class OwnProse
{
    // A shorter sentence seldom says what it is about without the one before it; a longer one is a table or a list run together.
    private const int ShortestSentence = 20;
    private const int LongestSentence = 500;

    // Chosen, with the penalty, by leaving one report out. More iterations than ten change no label there.
    private const double Share = 0.7;
    private static readonly LearningOptions Options = new(L2: 0.3, MaxIterations: 10);

    // A classifier of fifty sentences is never so sure as this.
    private const double LeastProbability = 0.02;

    private readonly Dictionary<int, LabelModel> _models;

    private OwnProse(Dictionary<int, LabelModel> models) => _models = models;

    /// <summary>Of a report without prose under headings.</summary>
    public static OwnProse None { get; } = new([]);

    /// <summary>Learns from a report's prose; areas with text on fewer than two sub-questions are left out.</summary>
    public static OwnProse Learn(
        ThemeModel model,
        IReadOnlyList<Prose> prose,
        Swedish swedish,
        ILearningEngine engine,
        CancellationToken cancellation
    )
    {
        var areas = model.Edition.Areas.Where(a => model.Knows(a.Number)).ToList();
        var models = new LabelModel?[areas.Count];
        Parallel.For(
            0,
            areas.Count,
            new ParallelOptions { CancellationToken = cancellation },
            i => models[i] = Learn(model, areas[i], prose, swedish, engine, cancellation)
        );
        return new OwnProse(
            areas
                .Zip(models)
                .Where(m => m.Second is not null)
                .ToDictionary(m => m.First.Number, m => m.Second!)
        );
    }

    private static LabelModel? Learn(
        ThemeModel model,
        Area area,
        IReadOnlyList<Prose> prose,
        Swedish swedish,
        ILearningEngine engine,
        CancellationToken cancellation
    )
    {
        var rows = Rubrics
            .QuestionsOf(area, prose)
            .SelectMany(s =>
                SentencesOf(s.Section, swedish)
                    .SelectMany(t =>
                        s.Questions.Select(q =>
                            (
                                Input: model.InputOf(t, area.Number),
                                Question: q,
                                Weight: 1.0 / s.Questions.Count
                            )
                        )
                    )
            )
            .ToList();
        return rows.Select(r => r.Question).Distinct(StringComparer.Ordinal).Count() > 1
            ? LabelModel.Train(engine, model.Vocabulary, rows, Options, cancellation)
            : null;
    }

    private static IEnumerable<string> SentencesOf(ProseSection section, Swedish swedish) =>
        section
            .Paragraphs.SelectMany(p =>
                Sentences.Split(Passage.At(p, Documents.Place.Unknown), swedish)
            )
            .Select(s => s.Text)
            .Where(t => t.Length is >= ShortestSentence and <= LongestSentence);

    /// <summary>Whether the report says enough of an area.</summary>
    public bool Covers(int area) => _models.ContainsKey(area);

    /// <summary>The general probabilities, and what the report's own words make of them.</summary>
    public IReadOnlyList<LabelProbability> Mix(
        IReadOnlyList<LabelProbability> general,
        LabelInput input,
        int area
    )
    {
        if (!_models.TryGetValue(area, out var model))
        {
            return general;
        }

        var own = model
            .Labels.Zip(model.Predict(input))
            .ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        // The whole area, and what has no text, are as likely as by chance.
        var chance = 1.0 / general.Count;
        var mixed = general
            .Select(g =>
                g.Probability
                * Math.Pow(Math.Max(LeastProbability, own.GetValueOrDefault(g.Code, chance)), Share)
            )
            .ToList();
        var sum = mixed.Sum();
        return [.. general.Zip(mixed, (g, m) => g with { Probability = m / sum })];
    }
}
