using Kompass.Mining.Improvements.Profiles;
using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>
/// Whole areas, where nothing is known of an edition's sub-questions: the lower half by points is asked what holds it back, the upper half what lies behind it. Only
/// questions, and no probabilities: there are no reports to learn them from.
/// </summary>
internal static class AreaSuggestions
{
    public static List<DraftArea> Of(ScoreProfile profile)
    {
        var max = profile.Edition.Scale.AreaMax;
        var known = profile
            .Edition.Areas.Where(a => profile.Areas.ContainsKey(a.Number))
            .OrderBy(a => profile.Areas[a.Number])
            .ThenBy(a => a.Number)
            .ToList();
        return
        [
            .. profile.Edition.Areas.Select(area =>
            {
                var place = known.IndexOf(area);
                var isLow = place >= 0 && place < known.Count / 2;
                var isHigh = place >= 0 && !isLow;
                var share = profile.ShareOf(area);
                return new DraftArea(
                    area.Number,
                    area.Name,
                    place < 0 ? null : profile.Areas[area.Number],
                    max,
                    isHigh && PointLevels.Of(share) >= PointLevel.Uneven
                        ? [Item(profile, area, FindingKind.Strength, known.Count - place)]
                        : [],
                    isLow && share < PointLevels.Full
                        ? [Item(profile, area, FindingKind.Improvement, place + 1)]
                        : [],
                    0,
                    0
                );
            }),
        ];
    }

    private static string Standing(ScoreProfile profile, decimal score) =>
        profile.Areas.Values.Distinct().Count() == 1 ? ""
        : score == profile.Areas.Values.Max() ? " Området har högst poäng."
        : score == profile.Areas.Values.Min() ? " Området har lägst poäng."
        : "";

    private static DraftItem Item(ScoreProfile profile, Area area, FindingKind kind, int rank)
    {
        var score = profile.Areas[area.Number];
        var max = profile.Edition.Scale.AreaMax;
        var code = Plain(area.Number);
        return new DraftItem(
            DraftItem.IdOf(profile.Id, kind, code),
            kind,
            rank,
            code,
            area.Name,
            PointLevels.Of(profile.ShareOf(area)),
            null,
            null,
            score,
            max,
            null,
            null,
            kind == FindingKind.Strength
                ? $"{area.Name}: vad ligger bakom områdets {Points(score)} poäng?"
                : $"{area.Name}: vilka delar drar ned områdets poäng, och vad kan kommunen göra åt dem?",
            [$"{Points(score)} av {Points(max)} poäng.{Standing(profile, score)}"],
            new DraftEvidence([], [], [], [])
        );
    }
}
