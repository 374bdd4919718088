using Kompass.Mining.Documents;
using Kompass.Mining.Layout.Geometry.Pages;

namespace Kompass.Mining.Layout.Geometry.Words;

/// <summary>
/// Puts letters back where a font draws two or three as one glyph and its file maps that glyph to a letter that Swedish does not have:
/// <c>informaƟon</c>, <c>aƩ</c>, <c>üera</c> for <c>flera</c>. Which letters a sign stands for, each document tells: those that make known words of the
/// words that have it.
/// </summary>
internal static class Ligatures
{
    // What fonts draw as one glyph.
    private static readonly string[] Candidates =
    [
        "fi",
        "fl",
        "ff",
        "ffi",
        "ffl",
        "ft",
        "fti",
        "fj",
        "tt",
        "ti",
        "tti",
        "tf",
    ];

    // Letters of Swedish, and of names and loans that are common in it, beside those of ASCII. What fonts are known to use (ü, û) is not among them: no name
    // becomes a word when letters are put for one of its own.
    private const string Ordinary = "åäöéèàáæøßçëíóñ";

    // Of the words that have a sign so many become words that are known, and of those that other letters would make no more than one for three of them. No
    // lexicon has all words; but hardly any becomes another one by chance.
    private const double LeastShare = 0.25;
    private const int TimesSurer = 3;

    // A short word may become another by chance.
    private const int LongEnoughAlone = 6;

    /// <summary>The pages with such signs written out; the same pages where there are none.</summary>
    public static IReadOnlyList<Page> WriteOut(IReadOnlyList<Page> pages, Lexicon lexicon)
    {
        // Signs of which recognition was not sure tell nothing.
        var letters = LettersIn(
            pages
                .SelectMany(p => p.Words)
                .Where(w => w.Confidence >= 1 || !w.Text.Any(IsStrange))
                .Select(w => SheetWord.CoreOf(w.Text)),
            lexicon
        );
        return letters.Count == 0
            ? pages
            :
            [
                .. pages.Select(p =>
                    p with
                    {
                        Words = [.. p.Words.Select(w => WriteOut(w, letters))],
                    }
                ),
            ];
    }

    /// <summary>A text, copied from such a document, with the signs written out; the same text where there are none.</summary>
    public static SourceText WriteOut(SourceText source, Lexicon lexicon)
    {
        return
            source.Text.Any(IsStrange)
            && LettersIn(
                source.Text.Split([' ', '\n', '\f', '\t']).Select(SheetWord.CoreOf),
                lexicon
            )
                is { Count: > 0 } letters
            ? source.Written(i => letters.GetValueOrDefault(source.Text[i]))
            : source;
    }

    // The signs and what each stands for, as far as it is sure.
    private static Dictionary<char, string> LettersIn(IEnumerable<string> words, Lexicon lexicon)
    {
        var strange = words
            .Where(w => w.Any(IsStrange))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (strange.Count == 0)
        {
            return [];
        }

        var own = words
            .Where(w => w.Length > 3 && !w.Any(IsStrange))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return strange
            .SelectMany(w => w.Where(IsStrange))
            .Distinct()
            .Select(sign => (Sign: sign, Letters: LettersOf(sign, strange, lexicon, own)))
            .Where(s => s.Letters is not null)
            .ToDictionary(s => s.Sign, s => s.Letters!);
    }

    private static Word WriteOut(Word word, Dictionary<char, string> letters) =>
        word.Text.Any(letters.ContainsKey)
            ? word with
            {
                Text = string.Concat(
                    word.Text.Select(c => letters.TryGetValue(c, out var l) ? l : c.ToString())
                ),
            }
            : word;

    private static string? LettersOf(
        char sign,
        HashSet<string> strange,
        Lexicon lexicon,
        HashSet<string> own
    )
    {
        // With another sign beside it a word tells nothing yet.
        var words = strange
            .Where(w => w.Contains(sign, StringComparison.Ordinal))
            .Where(w => w.All(c => c == sign || !IsStrange(c)))
            .ToList();
        var ranked = Candidates
            .Select(c =>
                (
                    Letters: c,
                    Made: words
                        .Select(w => w.Replace(sign.ToString(), c, StringComparison.Ordinal))
                        .Where(w => IsWord(w, lexicon, own))
                        .ToList()
                )
            )
            .OrderByDescending(c => c.Made.Count)
            .ToList();
        var best = ranked[0].Made;
        var isSure =
            best.Count >= TimesSurer * ranked[1].Made.Count
            && best.Count >= LeastShare * words.Count
            && (best.Count > 1 || (best.Count == 1 && best[0].Length >= LongEnoughAlone));
        return isSure ? ranked[0].Letters : null;
    }

    private static bool IsWord(string text, Lexicon lexicon, HashSet<string> own) =>
        text.Split('-', '/')
            .All(part =>
                part.Length >= 3
                && (
                    lexicon.ContainsInflected(part)
                    || own.Contains(part)
                    || lexicon.IsCompound(part, own.Contains)
                )
            );

    private static bool IsStrange(char c) =>
        !char.IsAscii(c)
        && char.IsLetter(c)
        && !Ordinary.Contains(char.ToLowerInvariant(c), StringComparison.Ordinal);
}
