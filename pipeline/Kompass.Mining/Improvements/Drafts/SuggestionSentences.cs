namespace Kompass.Mining.Improvements.Drafts;

/// <summary>A sentence of ours for a list: a row of <c>corpus/improvements/sentences.csv</c>.</summary>
/// <param name="Question">Code of the sub-question.</param>
/// <param name="Kind">For which list.</param>
/// <param name="Level">For which level of points.</param>
/// <param name="Theme">Code of its theme.</param>
/// <param name="Text">An improvement area as a request; a strength as a question to the evaluator, since points alone do not tell what is good.</param>
public sealed record SuggestionSentence(
    string Question,
    FindingKind Kind,
    PointLevel Level,
    string Theme,
    string Text
);

/// <summary>The sentences by sub-question, list and level.</summary>
public sealed class SuggestionSentences
{
    private readonly Dictionary<(string, FindingKind, PointLevel), SuggestionSentence> _sentences;

    private SuggestionSentences(IEnumerable<SuggestionSentence> sentences) =>
        _sentences = sentences.ToDictionary(s => (s.Question, s.Kind, s.Level));

    /// <summary>All sentences.</summary>
    public IReadOnlyCollection<SuggestionSentence> All => _sentences.Values;

    /// <summary>Reads the sentences of a corpus.</summary>
    /// <exception cref="CorpusException">The file is missing or wrong, names a theme that is none, or a sentence stands there twice.</exception>
    public static SuggestionSentences Read(Knowledge knowledge)
    {
        var themes = knowledge.Themes.Select(t => t.Code).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<(string, FindingKind, PointLevel)>();
        return new SuggestionSentences(
            CsvRows.Read(
                Path.Combine(knowledge.Folder, "improvements", "sentences.csv"),
                row =>
                {
                    var sentence = new SuggestionSentence(
                        row.Text("question"),
                        Choice<FindingKind>(row.Text("kind"), "kind", "improvement or strength"),
                        Choice<PointLevel>(
                            row.Text("level"),
                            "level",
                            "none, begun, uneven or good"
                        ),
                        row.Text("theme"),
                        row.Text("sentence")
                    );
                    if (!themes.Contains(sentence.Theme))
                    {
                        throw new FormatException(
                            $"column theme: '{sentence.Theme}' is no theme of themes.csv"
                        );
                    }

                    return seen.Add((sentence.Question, sentence.Kind, sentence.Level))
                        ? sentence
                        : throw new FormatException(
                            $"a second sentence for {sentence.Question} as {sentence.Kind}, {sentence.Level}"
                        );
                }
            )
        );
    }

    /// <summary>The sentence for a sub-question in a list at a level; where nothing was written for the level, the nearest.</summary>
    /// <exception cref="KeyNotFoundException">There is none for the sub-question in that list.</exception>
    public SuggestionSentence Of(string question, FindingKind kind, PointLevel level) =>
        Enum.GetValues<PointLevel>()
            .OrderBy(l => Math.Abs(l - level))
            .Select(l => _sentences.GetValueOrDefault((question, kind, l)))
            .FirstOrDefault(s => s is not null)
        ?? throw new KeyNotFoundException(
            $"corpus/improvements/sentences.csv has no sentence for {question} as {kind}"
        );

    private static T Choice<T>(string text, string column, string expected)
        where T : struct, Enum =>
        text.Length > 0
        && char.IsAsciiLetter(text[0])
        && Enum.TryParse<T>(text, ignoreCase: true, out var value)
            ? value
            : throw new FormatException($"column {column}: {expected} was expected, not '{text}'");
}
