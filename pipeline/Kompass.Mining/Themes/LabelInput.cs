namespace Kompass.Mining.Themes;

/// <summary>The vector of a text in the vocabulary, and what is known of its context by name.</summary>
/// <param name="Text">Indices into the vocabulary.</param>
/// <param name="Context">Features beside the text's own.</param>
internal sealed record LabelInput(
    IReadOnlyList<(int Index, double Value)> Text,
    IReadOnlyList<KeyValuePair<string, double>> Context
);

/// <summary>
/// Makes what the classifiers see: the text's vector, and how like it is to what the edition says of each sub-question of the area, its wording and the headings above its
/// prose (cosine of tf-idf over word parts); for the theme the area and how likely each sub-question is.
/// </summary>
internal sealed class LabelInputs
{
    // Chosen by cross-validation on the authored examples.
    private const double LikenessWeight = 2;

    private readonly Dictionary<
        int,
        List<(string Name, HashSet<string> Parts, double Length)>
    > _questions;

    public LabelInputs(Edition edition, TextFeatures features, TextVocabulary vocabulary)
    {
        Features = features;
        Vocabulary = vocabulary;
        _questions = edition.Areas.ToDictionary(
            a => a.Number,
            a =>
                a.Questions.Select(q =>
                    {
                        var headings = a
                            .Rubrics.Where(r =>
                                r.Questions.Contains(q.Code, StringComparer.Ordinal)
                            )
                            .SelectMany(r => r.Variants.Prepend(r.Heading));
                        var parts = PartsOf($"{q.Text} {string.Join(' ', headings)}");
                        return ("likeness " + q.Code, parts, LengthOf(parts));
                    })
                    .ToList()
        );
    }

    public TextFeatures Features { get; }

    public TextVocabulary Vocabulary { get; }

    /// <summary>Input to the classifier of an area's sub-questions.</summary>
    public LabelInput ForQuestion(string text, int area) =>
        new(Vocabulary.Vector(Features.ByWord(text)), LikenessOf(text, area));

    /// <summary>What that input holds beside the text's own features: likeness to the area's sub-questions, where it is above 0.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> LikenessOf(string text, int area)
    {
        var parts = PartsOf(text);
        var length = LengthOf(parts);
        return
        [
            .. _questions
                .GetValueOrDefault(area, [])
                .Select(q =>
                    (q.Name, q.Length, Shared: parts.Where(q.Parts.Contains).Sum(SquareOf))
                )
                .Where(q => q.Shared > 0)
                .Select(q =>
                    KeyValuePair.Create(q.Name, LikenessWeight * q.Shared / (length * q.Length))
                ),
        ];
    }

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

    private HashSet<string> PartsOf(string text) =>
        Features.Parts(text).ToHashSet(StringComparer.Ordinal);

    private double LengthOf(HashSet<string> parts) => Math.Sqrt(parts.Sum(SquareOf));

    private double SquareOf(string part) => Math.Pow(Vocabulary.RarityOfPart(part), 2);
}
