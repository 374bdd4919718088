using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports;

/// <summary>Cuts prose into sentences. An abbreviation's full stop ends none.</summary>
internal static class Sentences
{
    public static IEnumerable<Passage> Split(Passage prose, Swedish swedish)
    {
        var text = prose.Text;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('.' or '!' or '?') || !EndsHere(text, i, swedish))
            {
                continue;
            }

            var end = EndOfMarks(text, i + 1);
            if (prose.Slice(start, end).Trim() is { Text.Length: > 0 } sentence)
            {
                yield return sentence;
            }

            start = end;
        }

        if (prose.Slice(start, text.Length).Trim() is { Text.Length: > 0 } rest)
        {
            yield return rest;
        }
    }

    private static bool EndsHere(string text, int at, Swedish swedish)
    {
        var behind = text.AsSpan(EndOfMarks(text, at + 1));
        if (behind.IsEmpty)
        {
            return true;
        }

        if (
            !char.IsWhiteSpace(behind[0])
            || behind.TrimStart() is [var next, ..] && char.IsLower(next)
        )
        {
            return false;
        }

        var wordStart = text.LastIndexOf(' ', at) + 1;
        var word = text[wordStart..(at + 1)].TrimStart('(', '"', '”');
        return !swedish.Abbreviations.Contains(word) || swedish.ClosingAbbreviations.Contains(word);
    }

    // Behind what closes a sentence after its full stop.
    private static int EndOfMarks(string text, int at) =>
        text.Length - text.AsSpan(at).TrimStart("\"”)*").Length;
}
