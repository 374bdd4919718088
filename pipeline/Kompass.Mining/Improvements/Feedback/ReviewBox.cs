using Kompass.Mining.Improvements.Manuscripts;

namespace Kompass.Mining.Improvements.Feedback;

/// <summary>Whether the box <i>Jag har gått igenom området</i> is crossed: by any sign in its place or beside it, <c>☒</c>, <c>☐ X</c>, <c>[x]</c>, <c>JA</c> behind the line.</summary>
internal static class ReviewBox
{
    private const string EmptyBoxes = AreaPages.Box + "□◻▢❏❐❑❒⬜";

    // Its own five, and those of an answer.
    private const int MostWords = 15;

    private static readonly string[] Label = [.. WordsOf(AreaPages.ReviewedLabel)];

    private static readonly string[] Denials = ["nej", "inte", "ej"];

    private static readonly string[] Assents = ["x", "xx", "ja", "ok", "v"];

    // Words of one who speaks of her own work, and of one who speaks to a colleague.
    private static readonly string[] OfWork =
    [
        "jag",
        "hinner",
        "hunnit",
        "hann",
        "igenom",
        "läst",
        "tittat",
        "än",
        "ännu",
    ];
    private static readonly string[] ToSomeone = ["du", "dig", "ni", "er"];

    /// <summary>Whether a line is a box: by its mark, or, where that was lost, by its words.</summary>
    public static bool IsOne(EditedLine line)
    {
        var words = WordsOf(line.Text).ToList();
        return SuggestionMark.ReviewedArea(line.Mark) is not null
            || (line.Mark is null && words.Count <= MostWords && Label.All(words.Contains));
    }

    /// <summary>Whether a line says so.</summary>
    public static bool IsCrossed(string line)
    {
        var words = WordsOf(line).ToList();
        var hasLabel = Label.All(words.Remove);
        if (IsDenied(words))
        {
            return false;
        }

        // Of other words than the label's alone nobody can tell what they say of the box.
        return line.Any(IsSign)
            || (words.Count > 0 && (hasLabel || words.TrueForAll(Assents.Contains)));
    }

    /// <summary>Whether the line of a box says that the area was not gone through.</summary>
    public static bool IsDenied(string line) => IsDenied([.. WordsOf(line)]);

    /// <summary>Whether own words say that somebody has not gone through the area, or ask a colleague: <c>jag hinner inte med område 5</c>, <c>kan du ta det?</c></summary>
    public static bool IsLeftToOthers(string text)
    {
        var words = WordsOf(text).ToList();
        return (IsDenied(words) && OfWork.Any(words.Contains))
            || (text.Contains('?', StringComparison.Ordinal) && ToSomeone.Any(words.Contains));
    }

    private static bool IsDenied(List<string> words) => Denials.Any(words.Contains);

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
