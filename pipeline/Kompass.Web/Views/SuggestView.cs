using Kompass.Mining.Improvements.Drafts;

namespace Kompass.Web.Views;

/// <summary>The form for a municipality's points, and what is suggested for them.</summary>
public sealed record SuggestView() : View("Förslag till förbättringsmöjligheter", "Suggestions")
{
    /// <summary>Whether this host can make suggestions.</summary>
    public required bool CanSuggest { get; init; }

    /// <summary>What was filled in, by field.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What cannot be, each with its field.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>What else is worth knowing, in Swedish.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What is suggested, or null.</summary>
    public ImprovementDraft? Draft { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables => [];

    internal static SuggestView Load(ViewRequest request) =>
        new() { CanSuggest = request.Options.Suggestions is not null };
}
