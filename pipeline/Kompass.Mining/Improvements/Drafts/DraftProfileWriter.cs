using Kompass.Mining.Improvements.Prediction;
using Kompass.Mining.Improvements.Profiles;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>The profile as a draft shows it.</summary>
internal static class DraftProfileWriter
{
    public static DraftProfile Of(
        ScoreProfile profile,
        IReadOnlyList<KnownEvaluation> peers,
        Knowledge knowledge,
        string name
    )
    {
        var municipality = knowledge.Municipalities.FindByCode(profile.Municipality.Code);
        var edition = profile.Edition;
        var rubrics = Rubrics(edition);
        var reference = Reference.Of(peers, edition);
        return new DraftProfile(
            profile.Source,
            profile.Total
                ?? (profile.Areas.Count == edition.Areas.Count ? profile.Areas.Values.Sum() : null),
            edition.Scale.TotalMax,
            [.. edition.Areas.Select(a => AreaOf(profile, a, reference))],
            [
                .. edition.Questions.Select(q => new ProfileQuestion(
                    q.Code,
                    q.Text,
                    profile.PointsOn(q.Code),
                    q.Max,
                    profile.ShareOf(q) is { } share ? Math.Round(share, 4) : null,
                    rubrics.GetValueOrDefault(q.Code, q.Text)
                )
                {
                    IsInDoubt = profile.InDoubt.Contains($"questions/{q.Code}"),
                }),
            ],
            municipality?.County,
            municipality?.Group?.Name,
            profile.Population,
            profile.Previous,
            name
        )
        {
            IsTotalInDoubt = profile.InDoubt.Contains("total"),
            PeerEvaluations =
            [
                .. peers
                    .Where(e =>
                        edition.Areas.Any(a =>
                            Shares.Of(e.Profile.Edition, e.Profile.Areas, e.Profile.Questions, a)
                                is not null
                        )
                    )
                    .Select(PeerChoice.NameOf)
                    .OrderBy(p => p.Municipality, StringComparer.Ordinal)
                    .ThenBy(p => p.Year),
            ],
        };
    }

    /// <summary>Short names of sub-questions, by code: the rubric under which each is printed. A rubric over several names none of them.</summary>
    public static IReadOnlyDictionary<string, string> Rubrics(Edition edition) =>
        edition
            .Areas.SelectMany(a => a.Rubrics)
            .Where(r => r.Questions.Count == 1)
            .GroupBy(r => r.Questions[0], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Heading, StringComparer.Ordinal);

    private static ProfileArea AreaOf(ScoreProfile profile, Area area, Reference reference)
    {
        var max = profile.Edition.Scale.AreaMax;
        var mean = reference.Areas.TryGetValue(area.Number, out var known) ? known : null;
        return new ProfileArea(
            area.Number,
            area.Name,
            profile.Areas.TryGetValue(area.Number, out var score) ? score : null,
            max,
            mean is null ? null : Math.Round(mean.Mean * max, 1),
            mean?.Count ?? 0
        )
        {
            IsInDoubt = profile.InDoubt.Contains(Invariant($"areas/{area.Number}")),
        };
    }
}
