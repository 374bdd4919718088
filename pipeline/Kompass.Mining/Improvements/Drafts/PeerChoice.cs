using Kompass.Mining.Improvements.Profiles;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>With whom a municipality's points are compared.</summary>
/// <param name="Name">In Swedish, to stand behind a number: <c>utvärderingar i kommungruppen Större städer</c>.</param>
/// <param name="Evaluations">Their latest evaluations on the profile's scale; the municipality itself is none of them.</param>
public sealed record PeerChoice(string Name, IReadOnlyList<KnownEvaluation> Evaluations)
{
    /// <summary>The name of the default choice.</summary>
    internal const string Comparable = "jämförbara utvärderingar";

    /// <summary>What is said where a text asks for no peers whose figures are known, in Swedish.</summary>
    /// <param name="text">What was asked for.</param>
    /// <param name="knowledge">Municipalities that a misspelt name may mean.</param>
    public static string Refusal(string text, Knowledge knowledge)
    {
        var guess = NamesIn(text)
            .Where(n => knowledge.Municipalities.FindByName(n) is null)
            .Select(n => MunicipalityGuess.Question(n, knowledge))
            .FirstOrDefault(q => q.Length > 0);
        return $"inga poäng på samma skala är kända för ”{text}”{guess ?? "; grupp, län eller kommuners namn med komma emellan väntas"}";
    }

    /// <summary>The peers that a text asks for; null where it names a municipality that is none, or where no figures of any of them are known.</summary>
    /// <param name="text"><c>grupp</c>, <c>län</c>, or names with commas between them.</param>
    /// <param name="profile">For whom.</param>
    /// <param name="known">All known evaluations.</param>
    /// <param name="knowledge">Municipalities.</param>
    public static PeerChoice? Of(
        string text,
        ScoreProfile profile,
        KnownEvaluations known,
        Knowledge knowledge
    )
    {
        var own = knowledge.Municipalities.FindByCode(profile.Municipality.Code);
        var (name, isIn) = Choice(text.Trim(), own, knowledge);
        var found = isIn is null
            ? []
            : known
                .ComparableWith(profile)
                .Where(e => !e.IsFeedback && e.Municipality.Code != profile.Municipality.Code)
                .Where(e =>
                    knowledge.Municipalities.FindByCode(e.Municipality.Code) is { } municipality
                    && isIn(municipality)
                )
                .GroupBy(e => e.Municipality.Code, StringComparer.Ordinal)
                .Select(g => g.OrderBy(e => e.Year ?? 0).Last())
                .ToList();
        return found.Count == 0
            ? null
            : new PeerChoice(
                name ?? $"utvalda utvärderingar ({string.Join(", ", found.Select(NameOf))})",
                found
            );
    }

    internal static PeerEvaluation NameOf(KnownEvaluation evaluation) =>
        new(evaluation.Municipality.Name, evaluation.Year);

    // Those asked for by name are named by what is known of them.
    private static (string? Name, Func<Municipality, bool>? IsIn) Choice(
        string text,
        Municipality? own,
        Knowledge knowledge
    )
    {
        switch (text.ToLowerInvariant())
        {
            case "grupp" when own is not null:
                return (
                    $"utvärderingar i kommungruppen {own.Group?.Name}",
                    m => m.Group2011 == own.Group2011
                );
            case "län" when own is not null:
                return ($"utvärderingar i {own.County}", m => m.CountyCode == own.CountyCode);
        }

        var named = NamesIn(text).Select(knowledge.Municipalities.FindByName).ToList();
        return named.Count == 0 || named.Contains(null)
            ? (null, null)
            : (null, m => named.Exists(n => n!.Code == m.Code));
    }

    private static string[] NamesIn(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
