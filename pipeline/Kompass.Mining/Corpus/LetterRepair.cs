namespace Kompass.Mining.Corpus;

/// <summary>
/// Gives a Swedish text back the å, ä and ö that it lost, word by word, from words that are known: <c>Vasteras</c> and <c>V?ster?s</c> become <c>Västerås</c>.
/// Of several known words the first that was given is taken; a word that is not known is put together of known parts, or stays as it is. So the
/// letters of a restored text are in doubt; its figures are not.
/// </summary>
internal sealed partial class LetterRepair
{
    // Shorter parts stand in most words.
    private const int ShortestPart = 4;

    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    /// <param name="words">Words as they are written, those to prefer first.</param>
    public LetterRepair(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            _words.TryAdd(WithoutMarks(word.ToLowerInvariant()), word);
            _words.TryAdd(Sign().Replace(word.ToLowerInvariant(), "?"), word);
        }
    }

    /// <summary>The text with its letters; every character stays in its place.</summary>
    public string Restore(string text) =>
        Word()
            .Replace(
                text,
                m => Restored(m.Value) ?? RestoredBeforeQuestionMark(m.Value) ?? m.Value
            );

    // "varf?r?" ends with a question mark, "f?" with a letter that was lost.
    private string? RestoredBeforeQuestionMark(string word) =>
        word.EndsWith('?') && Restored(word[..^1]) is { } restored ? restored + "?" : null;

    private string? Restored(string word)
    {
        var lost = Sign().Replace(word.ToLowerInvariant(), "?");
        return (_words.GetValueOrDefault(lost) ?? Compound(lost)) is { } known
            ? string.Create(
                word.Length,
                (word, known),
                static (result, s) =>
                {
                    var isUpper = s.word.Length > 1 && !s.word.Any(char.IsLower);
                    for (var i = 0; i < result.Length; i++)
                    {
                        result[i] =
                            isUpper || char.IsUpper(s.word[i]) ? char.ToUpperInvariant(s.known[i])
                            : char.IsLetter(s.word[i]) ? char.ToLowerInvariant(s.known[i])
                            : s.known[i];
                    }
                }
            )
            : null;
    }

    // Two known parts, "medborgar|förslag", or the longest that begins or ends the word, "genomför|des".
    private string? Compound(string lost)
    {
        for (var cut = lost.Length - ShortestPart; cut >= ShortestPart; cut--)
        {
            if (
                _words.TryGetValue(lost[..cut], out var first)
                && _words.TryGetValue(lost[cut..], out var rest)
            )
            {
                return first + rest;
            }
        }

        for (var length = lost.Length - 1; length >= ShortestPart; length--)
        {
            if (_words.TryGetValue(lost[..length], out var begin))
            {
                return begin + lost[length..];
            }

            if (_words.TryGetValue(lost[^length..], out var end))
            {
                return lost[..^length] + end;
            }
        }

        return null;
    }

    /// <summary>The word as it stands where letters have lost their marks: <c>Håbo</c> as <c>Habo</c>.</summary>
    public static string WithoutMarks(string word) =>
        word.Replace('å', 'a')
            .Replace('ä', 'a')
            .Replace('ö', 'o')
            .Replace('é', 'e')
            .Replace('Å', 'A')
            .Replace('Ä', 'A')
            .Replace('Ö', 'O');

    [GeneratedRegex(@"[a-zA-Z?\uFFFD¿_]*[a-zA-Z][a-zA-Z?\uFFFD¿_]*")]
    private static partial Regex Word();

    // What stands where å, ä or ö was, and these letters themselves in a known word.
    [GeneratedRegex(@"[åäöé?\uFFFD¿_]")]
    private static partial Regex Sign();
}
