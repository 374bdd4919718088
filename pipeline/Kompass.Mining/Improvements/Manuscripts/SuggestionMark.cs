namespace Kompass.Mining.Improvements.Manuscripts;

/// <summary>
/// The name under which a suggestion stands in a document: a bookmark in Word, a target on a page. Letters, digits and underscores, at most 40, as Word asks.
/// </summary>
internal static class SuggestionMark
{
    private const string Prefix = "kompass_";
    private const string ReviewedPrefix = Prefix + "reviewed_";

    /// <summary>How the tag of every place for own words begins.</summary>
    public const string OwnWordsPrefix = Prefix + "own_";

    public static bool IsMark(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The mark: <c>kompass_improvement_1_4</c>.</summary>
    public static string Of(FindingKind kind, string question) =>
        $"{Prefix}{(kind == FindingKind.Strength ? "strength" : "improvement")}_{question.Replace('.', '_')}";

    /// <summary>The mark of the line in which an evaluator says that she has gone through an area.</summary>
    public static string Reviewed(int area) =>
        ReviewedPrefix + area.ToString(CultureInfo.InvariantCulture);

    /// <summary>The area of such a mark; null of any other.</summary>
    public static int? ReviewedArea(string? mark) =>
        mark?.StartsWith(ReviewedPrefix, StringComparison.Ordinal) == true
        && int.TryParse(
            mark.AsSpan(ReviewedPrefix.Length),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var area
        )
            ? area
            : null;
}
