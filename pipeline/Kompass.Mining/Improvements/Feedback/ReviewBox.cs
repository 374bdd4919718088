using Kompass.Mining.Improvements.Manuscripts;

namespace Kompass.Mining.Improvements.Feedback;

/// <summary>Whether the box <i>Jag har gått igenom området</i> is crossed: by any sign in its place or beside it, <c>☒</c>, <c>☐ X</c>, <c>[x]</c>, <c>JA</c> behind the line.</summary>
internal static class ReviewBox
{
    private const string EmptyBoxes = AreaPages.Box + "□◻▢❏❐❑❒⬜";

    private static readonly string[] Label = [.. WordsOf(AreaPages.ReviewedLabel)];

    private static readonly string[] Denials = ["nej", "inte", "ej"];

    private static readonly string[] Assents = ["x", "xx", "ja", "ok", "v"];

    /// <summary>Whether a line says so.</summary>
    public static bool IsCrossed(string line)
    {
        var words = WordsOf(line).ToList();
        var hasLabel = Label.All(words.Remove);
        if (words.Exists(w => Denials.Contains(w, StringComparer.Ordinal)))
        {
            return false;
        }

        // Of other words than the label's alone nobody can tell what they say of the box.
        return line.Any(IsSign)
            || (words.Count > 0 && (hasLabel || words.TrueForAll(Assents.Contains)));
    }

    // 🗹 is two characters, neither of them a letter.
    private static bool IsSign(char c) =>
        !char.IsLetter(c)
        && !char.IsWhiteSpace(c)
        && !char.IsPunctuation(c)
        && !char.IsControl(c)
        && CharUnicodeInfo.GetUnicodeCategory(c)
            is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark)
        && !EmptyBoxes.Contains(c, StringComparison.Ordinal);

    private static IEnumerable<string> WordsOf(string text) =>
        string.Concat(text.Select(c => char.IsLetter(c) ? char.ToLowerInvariant(c) : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
