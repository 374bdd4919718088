using Kompass.Mining.Corpus;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>A sentence of ours for a list: a row of <c>corpus/improvements/sentences.csv</c>.</summary>
/// <param name="Question">Code of the sub-question.</param>
/// <param name="Kind">For which column.</param>
/// <param name="Theme">Code of its theme.</param>
/// <param name="Text">One Swedish sentence in the reports' manner.</param>
public sealed record SuggestionSentence(
    string Question,
    FindingKind Kind,
    string Theme,
    string Text
);

/// <summary>One sentence for each sub-question and column.</summary>
public sealed class SuggestionSentences
{
    private readonly Dictionary<(string, FindingKind), SuggestionSentence> _sentences;

    private SuggestionSentences(IEnumerable<SuggestionSentence> sentences) =>
        _sentences = sentences.ToDictionary(s => (s.Question, s.Kind));

    /// <summary>Reads the sentences of a corpus.</summary>
    /// <exception cref="CorpusException">The file is missing or wrong, names a theme that is none, or a sentence stands there twice.</exception>
    public static SuggestionSentences Read(Knowledge knowledge)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        var file = Path.Combine(knowledge.Folder, "improvements", "sentences.csv");
        var themes = knowledge.Themes.Select(t => t.Code).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<(string, FindingKind)>();
        return new SuggestionSentences(
            CsvRows.Read(
                file,
                row =>
                {
                    var sentence = new SuggestionSentence(
                        row.Text("question"),
                        row.Text("kind") switch
                        {
                            "improvement" => FindingKind.Improvement,
                            "strength" => FindingKind.Strength,
                            var other => throw new FormatException(
                                $"column kind: improvement or strength was expected, not '{other}'"
                            ),
                        },
                        row.Text("theme"),
                        row.Text("sentence")
                    );
                    if (!themes.Contains(sentence.Theme))
                    {
                        throw new FormatException(
                            $"column theme: '{sentence.Theme}' is no theme of themes.csv"
                        );
                    }

                    return seen.Add((sentence.Question, sentence.Kind))
                        ? sentence
                        : throw new FormatException(
                            $"a second sentence for {sentence.Question} as {sentence.Kind}"
                        );
                }
            )
        );
    }

    /// <summary>The sentence for a sub-question in a column.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public SuggestionSentence Of(string question, FindingKind kind) =>
        _sentences.TryGetValue((question, kind), out var sentence)
            ? sentence
            : throw new KeyNotFoundException(
                $"corpus/improvements/sentences.csv has no sentence for {question} as {kind}"
            );
}
