using Kompass.Mining.Documents;

namespace Kompass.Mining.Layout.Geometry.Words;

/// <summary>
/// Puts letters back that a copied text lost because a font drew two or three as one glyph and the copy had nothing for it: <c>e ektivitet</c>,
/// <c>det nns</c>. Only in a text that has none of these pairs at all, which no Swedish text of some length is without, and only where one pair alone makes a
/// known word.
/// </summary>
internal static partial class LostLigatures
{
    private static readonly string[] Candidates = ["ff", "fi", "fl", "ffi", "ffl"];

    // A page has some thirty of these pairs.
    private const int ShortestText = 3000;
    private const int MostLeft = 2;
    private const int FewestLost = 5;

    /// <summary>The text with the letters put back; the same text where none are missing.</summary>
    public static SourceText WriteOut(SourceText source, Lexicon lexicon)
    {
        if (source.Text.Length < ShortestText || Pair().Count(source.Text) > MostLeft)
        {
            return source;
        }

        var words = Word().Matches(source.Text);
        var lost = words
            .Zip(
                words.Skip(1),
                (before, after) => (Before: before, After: after, At: after.Index - 1)
            )
            .Where(p =>
                p.Before.Index + p.Before.Length == p.At && source.Text[p.At] is ' ' or '\n' or '\f'
            )
            .Select(p => (p.At, Letters: Lost(p.Before.Value, p.After.Value, lexicon)))
            .Where(p => p.Letters is not null)
            .ToDictionary(p => p.At, p => p.Letters);
        return lost.Count < FewestLost ? source : source.Written(i => lost.GetValueOrDefault(i));
    }

    // What stood between two pieces: letters within one word, or a blank and letters before the second.
    private static string? Lost(string before, string after, Lexicon lexicon)
    {
        if (!char.IsLower(after[0]) || IsKnown(after) && IsKnown(before))
        {
            return null;
        }

        return Only(l => before + l + after, "")
            ?? (IsKnown(after) ? null : Only(l => l + after, " "));

        string? Only(Func<string, string> word, string blank) =>
            Candidates.Where(l => IsKnown(word(l))).ToList() is [var letters]
                ? blank + letters
                : null;

        bool IsKnown(string word) =>
            word.Length > 1 && (lexicon.ContainsInflected(word) || lexicon.IsCompound(word));
    }

    [GeneratedRegex("f[fil]")]
    private static partial Regex Pair();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
