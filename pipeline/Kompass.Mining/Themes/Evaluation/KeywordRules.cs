namespace Kompass.Mining.Themes.Evaluation;

/// <summary>
/// The baseline that a model must beat: lists of keywords, read from <c>corpus/keywords.csv</c> (<c>label,keyword</c>). The label with most keywords in the
/// text wins, the first in the file where several have as many; without any keyword, the label that is most frequent in the training data.
/// </summary>
public sealed class KeywordRules
{
    private readonly IReadOnlyList<(string Label, string Keyword)> _rules;

    private KeywordRules(IReadOnlyList<(string, string)> rules) => _rules = rules;

    /// <summary>Reads the rules.</summary>
    /// <exception cref="CorpusException">The file is missing or wrong.</exception>
    public static KeywordRules Read(string file) =>
        new(CsvRows.Read(file, row => (row.Text("label"), row.Text("keyword"))));

    /// <summary>The label for a text among those allowed, or null where no keyword occurs.</summary>
    public string? Find(string text, Func<string, bool> isAllowed) =>
        _rules
            .Where(r =>
                isAllowed(r.Label) && text.Contains(r.Keyword, StringComparison.OrdinalIgnoreCase)
            )
            .GroupBy(r => r.Label, StringComparer.Ordinal)
            .MaxBy(g => g.Count())
            ?.Key;
}
