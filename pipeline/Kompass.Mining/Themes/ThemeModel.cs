using Kompass.Mining.Learning;
using Kompass.Mining.Themes.Language;

namespace Kompass.Mining.Themes;

/// <summary>
/// The trained model: a classifier for the sub-question in each area, and one for the theme, which also sees how likely each sub-question is. Immutable;
/// serves all threads.
/// </summary>
public sealed class ThemeModel
{
    /// <summary>What model files of themes are called in their header.</summary>
    public const string Kind = "themes";

    /// <summary>Raised whenever features or their reading change: older models are refused.</summary>
    public const string CodeVersion = "3";

    private const string Part = "model";

    private readonly CompoundSplitter _compounds;
    private readonly LabelInputs _inputs;
    private readonly IReadOnlyDictionary<int, LabelModel> _questions;
    private readonly LabelModel _themes;
    private readonly List<string> _precedence;

    internal ThemeModel(
        Knowledge knowledge,
        Edition edition,
        CompoundSplitter compounds,
        LabelInputs inputs,
        IReadOnlyDictionary<int, LabelModel> questions,
        LabelModel themes,
        ModelHeader header
    )
    {
        Edition = edition;
        _compounds = compounds;
        _inputs = inputs;
        _questions = questions;
        _themes = themes;
        _precedence = [.. knowledge.Themes.Select(t => t.Code)];
        Header = header;
    }

    /// <summary>The edition whose sub-questions it gives.</summary>
    public Edition Edition { get; }

    /// <summary>Names the model in records: <c>themes-</c> and eight digits of its hash.</summary>
    public string Id => $"{Kind}-{File.Id[..8]}";

    /// <summary>What its file says of it.</summary>
    public ModelHeader Header { get; }

    /// <summary>The model as a file.</summary>
    public ModelFile File
    {
        get =>
            field ??= new ModelFile(
                Header,
                new Dictionary<string, byte[]>(StringComparer.Ordinal) { [Part] = Content() }
            );
        private init;
    }

    /// <summary>Whether an area of an edition is the model's area of that number (with the same sub-questions, where they are known): its labels mean the same there.</summary>
    public bool Serves(Edition edition, int area) =>
        Knows(area)
        && edition.FindArea(area) is { } theirs
        && Edition.FindArea(area) is { } own
        && (theirs.Name == own.Name || theirs.Variants.Contains(own.Name, StringComparer.Ordinal))
        && (
            theirs.Questions.Count == 0
            || theirs
                .Questions.Select(q => q.Code)
                .SequenceEqual(own.Questions.Select(q => q.Code), StringComparer.Ordinal)
        );

    /// <summary>Labels a text of an area.</summary>
    /// <param name="text">A finding or a sentence.</param>
    /// <param name="area">1 to 8.</param>
    /// <param name="question">The sub-question where it is known (the heading above a sentence tells), else null.</param>
    public FindingLabels Label(string text, int area, string? question = null)
    {
        var input = InputOf(text, area);
        var questions = QuestionsOf(input, area, question);
        return Choose(questions, ThemesOf(input, area, questions));
    }

    /// <summary>The words that carried the two labels, strongest first.</summary>
    /// <param name="text">As labelled.</param>
    /// <param name="area">As labelled.</param>
    /// <param name="labels">What <see cref="Label"/> gave.</param>
    public (IReadOnlyList<Contribution> Question, IReadOnlyList<Contribution> Theme) Explain(
        string text,
        int area,
        FindingLabels labels
    )
    {
        var input = InputOf(text, area);
        var model = _questions[area];
        var questions = QuestionsOf(input, area, null);
        var byWord = _inputs.Features.ByWord(text).ToList();
        return (
            Words(byWord, model.Explain(input, IndexIn(model, labels.Question))),
            Words(
                byWord,
                _themes.Explain(
                    LabelInputs.ForTheme(input, area, questions),
                    IndexIn(_themes, labels.Theme)
                )
            )
        );
    }

    /// <summary>Reads a model.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="knowledge">What the pipeline knows.</param>
    /// <exception cref="ModelException">It is missing, damaged, or does not fit.</exception>
    public static ThemeModel Read(string file, Knowledge knowledge) =>
        Read(ModelFile.Read(file), file, knowledge);

    internal static ThemeModel Read(ModelFile model, string file, Knowledge knowledge)
    {
        var edition =
            knowledge.FindEdition(model.Header.Edition)
            ?? throw new ModelException(
                file,
                $"was trained for edition {model.Header.Edition}, which is not in the corpus; run kompass train {Kind}"
            );
        model.Require(file, Kind, CodeVersion, edition.Id);
        try
        {
            using var reader = new BinaryReader(new MemoryStream(model.Parts[Part]));
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                counts[reader.ReadString()] = reader.Read7BitEncodedInt();
            }

            var compounds = new CompoundSplitter(counts);
            var inputs = new LabelInputs(
                edition,
                new TextFeatures(compounds),
                TextVocabulary.Read(reader)
            );
            var questions = new SortedDictionary<int, LabelModel>();
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                questions[reader.ReadInt32()] = LabelModel.Read(reader, inputs.Vocabulary.Space);
            }

            var themes = LabelModel.Read(reader, inputs.Vocabulary.Space);
            return new ThemeModel(
                knowledge,
                edition,
                compounds,
                inputs,
                questions,
                themes,
                model.Header
            )
            {
                File = model,
            };
        }
        catch (Exception e) when (e is IOException or KeyNotFoundException or ArgumentException)
        {
            throw new ModelException(
                file,
                $"is damaged: {e.Message}; restore it, or run kompass train {Kind}",
                e
            );
        }
    }

    /// <summary>Cuts texts as the model's own were.</summary>
    internal TextFeatures Features => _inputs.Features;

    /// <summary>Whether any text that it learnt from has a word of this stem.</summary>
    internal bool KnowsWord(string stem) => _inputs.Vocabulary.Space.IndexOf("w:" + stem) >= 0;

    /// <summary>Whether it gives sub-questions of an area.</summary>
    internal bool Knows(int area) => _questions.ContainsKey(area);

    /// <summary>What the classifiers see of a text.</summary>
    internal LabelInput InputOf(string text, int area) =>
        Knows(area)
            ? _inputs.ForQuestion(text, area)
            : throw new ArgumentOutOfRangeException(
                nameof(area),
                area,
                $"edition {Edition.Id} has areas {_questions.Keys.Min()} to {_questions.Keys.Max()}"
            );

    /// <summary>How like a text is to each sub-question of an area that the model knows.</summary>
    internal IReadOnlyList<KeyValuePair<string, double>> LikenessOf(string text, int area) =>
        _inputs.LikenessOf(text, area);

    /// <summary>Probability of every sub-question of the area; all of it on that which is known.</summary>
    internal IReadOnlyList<LabelProbability> QuestionsOf(
        LabelInput input,
        int area,
        string? question
    )
    {
        var model = _questions[area];
        var probabilities = question is null
            ? model.Predict(input)
            : [.. model.Labels.Select(l => l == question ? 1.0 : 0)];
        return [.. model.Labels.Zip(probabilities, (c, p) => new LabelProbability(c, p))];
    }

    /// <summary>Probability of every theme, given those of the sub-questions.</summary>
    internal IReadOnlyList<LabelProbability> ThemesOf(
        LabelInput input,
        int area,
        IReadOnlyList<LabelProbability> questions
    ) =>
        [
            .. _themes.Labels.Zip(
                _themes.Predict(LabelInputs.ForTheme(input, area, questions)),
                (c, p) => new LabelProbability(c, p)
            ),
        ];

    /// <summary>The likeliest of each; of equal themes that which stands first in the table.</summary>
    internal FindingLabels Choose(
        IReadOnlyList<LabelProbability> questions,
        IReadOnlyList<LabelProbability> themes
    )
    {
        var question = questions.OrderByDescending(q => q.Probability).Take(2).ToList();
        var theme = themes
            .OrderByDescending(t => t.Probability)
            .ThenBy(t => (uint)_precedence.IndexOf(t.Code))
            .Take(2)
            .ToList();
        return new FindingLabels(
            question[0].Code,
            Round(question[0].Probability),
            theme[0].Code,
            Round(theme[0].Probability)
        )
        {
            QuestionOr = question[1].Code,
            ThemeOr = theme[1].Code,
        };
    }

    // A feature that several words share is shared out among them; context belongs to no word.
    private static List<Contribution> Words(
        List<WordInText> byWord,
        IReadOnlyList<Contribution> contributions
    )
    {
        var values = contributions.ToDictionary(
            c => c.Feature,
            c => c.Value,
            StringComparer.Ordinal
        );
        var bearers = byWord
            .SelectMany(w => w.Features.Select(f => f.Name).Distinct(StringComparer.Ordinal))
            .GroupBy(n => n, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return
        [
            .. byWord
                .Select(w => new Contribution(
                    w.Word,
                    w.Features.Select(f => f.Name)
                        .Distinct(StringComparer.Ordinal)
                        .Sum(n => values.GetValueOrDefault(n) / bearers[n])
                ))
                .OrderByDescending(c => Math.Abs(c.Value))
                .ThenBy(c => c.Feature, StringComparer.Ordinal),
        ];
    }

    private byte[] Content()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(_compounds.Counts.Count);
        foreach (var (stem, count) in _compounds.Counts.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            writer.Write(stem);
            writer.Write7BitEncodedInt(count);
        }

        _inputs.Vocabulary.Write(writer);
        writer.Write(_questions.Count);
        foreach (var (area, model) in _questions.OrderBy(q => q.Key))
        {
            writer.Write(area);
            model.Write(writer);
        }

        _themes.Write(writer);
        writer.Flush();
        return stream.ToArray();
    }

    private static int IndexIn(LabelModel model, string label) =>
        model.Labels.ToList().IndexOf(label) is >= 0 and var at
            ? at
            : throw new ArgumentOutOfRangeException(nameof(label), label, "no label of this model");

    private static double Round(double probability) => Math.Round(probability, 3);
}

/// <summary>A label and its probability.</summary>
/// <param name="Code">The label's code.</param>
/// <param name="Probability">0 to 1.</param>
public readonly record struct LabelProbability(string Code, double Probability);
