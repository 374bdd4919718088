using Kompass.Mining.Corpus;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>
/// Probabilities of themes from those of sub-questions: what findings on a sub-question speak of is counted in the labelled examples (improvement areas
/// and weaknesses), and a theme comes up unless it comes up on none of them, each taken by itself.
/// </summary>
internal sealed class ThemeRollUp
{
    private const int MostQuestions = 5;

    private readonly IReadOnlyList<Theme> _themes;
    private readonly Dictionary<string, Dictionary<string, double>> _shares;

    public ThemeRollUp(Knowledge knowledge)
    {
        _themes = knowledge.Themes;
        _shares = knowledge
            .Examples.Where(e => e.Kind != FindingKind.Strength)
            .GroupBy(e => e.Question, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g =>
                    g.CountBy(e => e.Theme, StringComparer.Ordinal)
                        .ToDictionary(
                            t => t.Key,
                            t => (double)t.Value / g.Count(),
                            StringComparer.Ordinal
                        ),
                StringComparer.Ordinal
            );
    }

    /// <summary>All themes, most likely first; ties in order of precedence.</summary>
    /// <param name="probabilities">Probability by code of the sub-question.</param>
    public IReadOnlyList<DraftTheme> Of(IReadOnlyDictionary<string, double> probabilities) =>
        [
            .. _themes
                .Select(theme =>
                {
                    var parts = probabilities
                        .Select(p => (p.Key, Part: p.Value * ShareOf(p.Key, theme.Code)))
                        .Where(p => p.Part > 0)
                        .OrderByDescending(p => p.Part)
                        .ThenBy(p => p.Key, StringComparer.Ordinal)
                        .ToList();
                    return new DraftTheme(
                        theme.Code,
                        theme.Label,
                        AtLeastOne(parts.Select(p => p.Part)),
                        [.. parts.Take(MostQuestions).Select(p => p.Key)]
                    );
                })
                .OrderByDescending(t => t.Probability),
        ];

    /// <summary>Probability that at least one comes true, each taken by itself; four decimals.</summary>
    public static double AtLeastOne(IEnumerable<double> probabilities) =>
        Math.Round(
            1 - probabilities.Aggregate(1.0, (none, p) => none * (1 - p)),
            4,
            MidpointRounding.AwayFromZero
        );

    private double ShareOf(string question, string theme) =>
        _shares.TryGetValue(question, out var shares) ? shares.GetValueOrDefault(theme) : 0;
}
