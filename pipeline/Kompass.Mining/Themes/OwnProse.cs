using Kompass.Mining.Layout;
using Kompass.Mining.Learning;
using Kompass.Mining.Reports;
using Kompass.Mining.Themes.Language;

namespace Kompass.Mining.Themes;

/// <summary>
/// What a report says itself under the heading of each sub-question: its programmes, bodies and words, which no training example knows. A small classifier an
/// area, learnt from these sentences and their own vocabulary alone, is mixed with the general one as a product of experts.
/// </summary>
internal sealed class OwnProse
{
    // A shorter sentence seldom says what it is about without the one before it; a longer one is a table or a list run together.
    private const int ShortestSentence = 20;
    private const int LongestSentence = 500;

    // Chosen on four invented reports, of which one calls most things by names of its own; leaving a real report out tells none of these apart (90.5 to 91.5 %).
    private const double Share = 0.7;

    // After 10 iterations no label of those four changes any more.
    private static readonly LearningOptions Options = new(L2: 0.1, MaxIterations: 10);

    // A name stands once in the prose; so few letters it shares with another word by chance.
    private const int FewestTexts = 1;
    private const int FewestTextsOfLetters = 2;

    // A shorter word is no name.
    private const int ShortestName = 4;

    // A classifier of fifty sentences is never so sure as this.
    private const double LeastProbability = 0.02;

    private readonly ThemeModel _model;
    private readonly TextVocabulary _vocabulary;
    private readonly Dictionary<int, OwnArea> _areas;

    private OwnProse(ThemeModel model, TextVocabulary vocabulary, Dictionary<int, OwnArea> areas)
    {
        _model = model;
        _vocabulary = vocabulary;
        _areas = areas;
    }

    /// <summary>Learns from a report's prose; areas with text on fewer than two sub-questions are left out.</summary>
    public static OwnProse Learn(
        ThemeModel model,
        IReadOnlyList<Prose> prose,
        Swedish swedish,
        ILearningEngine engine,
        CancellationToken cancellation
    )
    {
        var sentences = prose
            .SelectMany(p => SentencesOf(p.Text, swedish).Select(t => (p.Area, Text: t)))
            .ToLookup(s => s.Area, s => s.Text);
        var vocabulary = TextVocabulary.Of(
            [.. sentences.SelectMany(s => s)],
            model.Features,
            FewestTexts,
            FewestTextsOfLetters
        );
        var areas = model.Edition.Areas.Where(a => model.Knows(a.Number)).ToList();
        var models = new LabelModel?[areas.Count];
        Parallel.For(
            0,
            areas.Count,
            new ParallelOptions { CancellationToken = cancellation },
            i =>
            {
                var rows = RowsOf(model, vocabulary, areas[i], prose, swedish);
                models[i] =
                    rows.Select(r => r.Label).Distinct(StringComparer.Ordinal).Count() > 1
                        ? LabelModel.Train(
                            engine,
                            vocabulary.Space,
                            rows,
                            Options,
                            cancellation,
                            fewestRows: 1
                        )
                        : null;
            }
        );
        return new OwnProse(
            model,
            vocabulary,
            areas
                .Zip(models)
                .Where(m => m.Second is not null)
                .ToDictionary(
                    m => m.First.Number,
                    m => new OwnArea(
                        m.Second!,
                        [
                            .. sentences[m.First.Number]
                                .Select(t => (t, NamesIn(t).ToHashSet(StringComparer.Ordinal))),
                        ]
                    )
                )
        );
    }

    private static List<(LabelInput Input, string Label, double Weight)> RowsOf(
        ThemeModel model,
        TextVocabulary vocabulary,
        Area area,
        IReadOnlyList<Prose> prose,
        Swedish swedish
    ) =>
        [
            .. Rubrics
                .QuestionsOf(area, prose)
                .SelectMany(s =>
                    s.Section.Paragraphs.SelectMany(p => SentencesOf(p, swedish))
                        .Select(t => new LabelInput(
                            vocabulary.Vector(model.Features.ByWord(t)),
                            model.LikenessOf(t, area.Number)
                        ))
                        .SelectMany(input =>
                            s.Questions.Select(q => (input, q, 1.0 / s.Questions.Count))
                        )
                ),
        ];

    private static IEnumerable<string> SentencesOf(string paragraph, Swedish swedish) =>
        Sentences
            .Split(Passage.At(paragraph, Documents.Place.Unknown), swedish)
            .Select(s => s.Text)
            .Where(t => t.Length is >= ShortestSentence and <= LongestSentence);

    private static IEnumerable<string> NamesIn(string text) =>
        Words.Of(text).Where(w => w.Length >= ShortestName).Select(SnowballStemmer.Stem);

    /// <summary>Whether the report says enough of an area.</summary>
    public bool Covers(int area) => _areas.ContainsKey(area);

    /// <summary>The general probabilities, and what the report's own words make of them.</summary>
    /// <param name="general">Of each sub-question of the area.</param>
    /// <param name="input">What the general classifier sees of the text.</param>
    /// <param name="text">The text.</param>
    /// <param name="area">Its area.</param>
    public IReadOnlyList<LabelProbability> Mix(
        IReadOnlyList<LabelProbability> general,
        LabelInput input,
        string text,
        int area
    )
    {
        if (!_areas.TryGetValue(area, out var known))
        {
            return general;
        }

        var own = known
            .Questions.Labels.Zip(
                known.Questions.Predict(
                    // The report's own vocabulary holds its names, the general one does not.
                    input with
                    {
                        Text = _vocabulary.Vector(_model.Features.ByWord(text)),
                    }
                )
            )
            .ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        // The whole area, and what has no text, are as likely as by chance.
        var chance = 1.0 / general.Count;
        return Product(
            general,
            [.. general.Select(g => own.GetValueOrDefault(g.Code, chance))],
            Share
        );
    }

    /// <summary>
    /// The themes of a text that calls things by names which no training example knows, and those of the sentence in which the area's prose first names one of
    /// them: the more of the text's words are such names, the more that sentence counts.
    /// </summary>
    /// <param name="themes">By the text itself.</param>
    /// <param name="text">The text.</param>
    /// <param name="area">Its area.</param>
    /// <param name="questions">How likely each of the area's sub-questions is.</param>
    public IReadOnlyList<LabelProbability> Explain(
        IReadOnlyList<LabelProbability> themes,
        string text,
        int area,
        IReadOnlyList<LabelProbability> questions
    )
    {
        if (!_areas.TryGetValue(area, out var known))
        {
            return themes;
        }

        var words = NamesIn(text).ToList();
        var names = words.Where(w => !_model.KnowsWord(w)).ToList();
        return
            names.Count > 0
            && known.Sentences.FirstOrDefault(s => s.Names.Overlaps(names)).Text is { } sentence
            ? Product(
                themes,
                [
                    .. _model
                        .ThemesOf(_model.InputOf(sentence, area), area, questions)
                        .Select(t => t.Probability),
                ],
                (double)names.Count / words.Count
            )
            : themes;
    }

    private static LabelProbability[] Product(
        IReadOnlyList<LabelProbability> general,
        IReadOnlyList<double> own,
        double share
    )
    {
        var mixed = general
            .Zip(own, (g, o) => g.Probability * Math.Pow(Math.Max(LeastProbability, o), share))
            .ToList();
        var sum = mixed.Sum();
        return [.. general.Zip(mixed, (g, m) => g with { Probability = m / sum })];
    }

    /// <summary>What the report says of an area.</summary>
    /// <param name="Questions">Tells its sub-questions apart.</param>
    /// <param name="Sentences">Its sentences, with the stems of the words that may be names.</param>
    private sealed record OwnArea(
        LabelModel Questions,
        IReadOnlyList<(string Text, HashSet<string> Names)> Sentences
    );
}
