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

            var end = i + 1;
            while (end < text.Length && text[end] is '"' or '”' or ')' or '*')
            {
                end++;
            }

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
        var next = at + 1;
        while (next < text.Length && text[next] is '"' or '”' or ')' or '*')
        {
            next++;
        }

        if (next >= text.Length)
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[next]))
        {
            return false;
        }

        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        if (next < text.Length && char.IsLower(text[next]))
        {
            return false;
        }

        var wordStart = text.LastIndexOf(' ', at) + 1;
        var word = text[wordStart..(at + 1)].TrimStart('(', '"', '”');
        return !swedish.Abbreviations.Contains(word) || swedish.ClosingAbbreviations.Contains(word);
    }
}
