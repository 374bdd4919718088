namespace Kompass.Mining.Themes;

/// <summary>Makes what the classifiers see: the text's vector, likeness to the area's sub-questions; for the theme the area and how likely each sub-question is.</summary>
internal sealed class ThemeContext(
    Edition edition,
    TextFeatures features,
    TextVocabulary vocabulary
)
{
    // Chosen by cross-validation on the authored examples.
    private const double LikenessWeight = 2;

    private readonly QuestionLikeness _likeness = new(edition, features, vocabulary);

    /// <summary>Input to the classifier of an area's sub-questions.</summary>
    public LabelInput ForQuestion(string text, int area) =>
        new(vocabulary.Vector(features.ByWord(text)), LikenessOf(text, area));

    /// <summary>What that input holds beside the text's own features: how like it is to each of the area's sub-questions.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> LikenessOf(string text, int area) =>
        [
            .. _likeness
                .Of(text, area)
                .Select(l => KeyValuePair.Create(l.Key, LikenessWeight * l.Value)),
        ];

    /// <summary>Input to the classifier of themes.</summary>
    /// <param name="input">What <see cref="ForQuestion"/> gave.</param>
    /// <param name="area">The area.</param>
    /// <param name="questions">How likely each of its sub-questions is.</param>
    public static LabelInput ForTheme(
        LabelInput input,
        int area,
        IEnumerable<LabelProbability> questions
    ) =>
        input with
        {
            Context =
            [
                KeyValuePair.Create("area " + area.ToString(CultureInfo.InvariantCulture), 1.0),
                .. questions.Select(q => KeyValuePair.Create("question " + q.Code, q.Probability)),
            ],
        };
}
