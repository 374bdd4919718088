using Kompass.Mining.Corpus;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>
/// The name under which a suggestion stands in a document: a bookmark in Word, a target on a page. Letters, digits and underscores, at most 40, as Word asks.
/// </summary>
internal static class SuggestionMark
{
    private const string Prefix = "kompass_";

    /// <summary>Whether a name is a mark.</summary>
    public static bool IsMark(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The mark: <c>kompass_improvement_1_4</c>.</summary>
    public static string Of(FindingKind kind, string question) =>
        $"{Prefix}{(kind == FindingKind.Strength ? "strength" : "improvement")}_{question.Replace('.', '_')}";
}
