namespace Kompass.Mining.Corpus;

/// <summary>
/// Finds an edition's marks in a text as whole words, over any blanks. Abbreviations (<c>KREVI</c>) count in capitals only, everything else in any case.
/// </summary>
internal sealed class EditionMarks(Edition edition)
{
    private readonly Regex[] _patterns = [.. edition.Marks.Select(PatternOf)];

    /// <summary>Where each mark stands: its index among the edition's marks, and character offsets (end exclusive).</summary>
    public IEnumerable<(int Mark, int Start, int End)> FindAll(string text) =>
        _patterns.SelectMany(
            (pattern, mark) =>
                pattern.Matches(text).Select(m => (mark, m.Index, m.Index + m.Length))
        );

    private static Regex PatternOf(string mark)
    {
        var isAbbreviation = !mark.Any(char.IsLower) && mark.Any(char.IsUpper);
        return new Regex(
            $@"(?<![\p{{L}}\p{{Nd}}]){Regex.Escape(mark).Replace(@"\ ", @"\s+", StringComparison.Ordinal)}(?![\p{{L}}\p{{Nd}}])",
            RegexOptions.CultureInvariant
                | (isAbbreviation ? RegexOptions.None : RegexOptions.IgnoreCase),
            TimeSpan.FromSeconds(2)
        );
    }
}
