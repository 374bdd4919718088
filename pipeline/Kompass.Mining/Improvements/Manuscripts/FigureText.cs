using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Profiles;
using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Manuscripts;

/// <summary>First drafts of running text, from figures alone: level, change, others, how the points are spread. Nothing is said that the figures do not say.</summary>
internal static class FigureText
{
    // Below this, in points of an area, a difference to others is none: points are judged by people.
    private const double LeastDifference = 3;

    // More than this at one end are not named: then nothing stands out there.
    private const int MostNamed = 3;

    /// <summary>The first draft of the summary, by paragraph.</summary>
    public static IReadOnlyList<string> Summary(ImprovementDraft draft)
    {
        var profile = draft.Profile;
        var level = new List<string>();
        if (profile.Total is { } total)
        {
            var last = Last(profile, p => p.Total is not null);
            level.Add(
                $"{draft.Municipality.Name} får {Points(total)}{Doubt(profile.IsTotalInDoubt)} av {Points(profile.TotalMax)} möjliga poäng{(last is { Total: { } before } ? $", {Change(total - before)} {Plain(last.Year!.Value)}" : "")}."
            );
        }

        IEnumerable<string?> spread = [Against(profile), Changes(profile), Levels(profile)];
        return
        [
            .. new[]
            {
                string.Join(' ', level.Append(HighestAndLowest(profile)).OfType<string>()),
                string.Join(' ', spread.OfType<string>()),
            }.Where(p => p.Length > 0),
        ];
    }

    /// <summary>The first draft of an area's text, or null where its score is not known.</summary>
    public static string? Area(DraftProfile profile, int number)
    {
        if (profile.Areas.FirstOrDefault(a => a.Area == number) is not { Score: { } score } area)
        {
            return null;
        }

        var last = Last(profile, p => p.Areas.ContainsKey(number));
        IEnumerable<string?> sentences =
        [
            $"Området får {Points(score)}{Doubt(area.IsInDoubt)} av {Points(area.Max)} poäng{(last is null ? "" : $", {Change(score - last.Areas[number])} {Plain(last.Year!.Value)}")}.",
            area is { HasMean: true, Mean: { } mean }
                ? $"Det är {Side((double)score - mean)} medelvärdet för {Count(area.MeanOf)} {profile.Peers} ({Fixed(mean, 0)})."
            : area is { MeanOf: 1, Mean: { } one } && profile.OnlyPeer is { } peer
                ? $"{peer} fick {Fixed(one, 0)}."
            : null,
            NearestAndFarthest([
                .. profile.Questions.Where(q => q.Share is not null && q.IsIn(number)),
            ]),
        ];
        return string.Join(' ', sentences.OfType<string>());
    }

    /// <summary>The sign behind points that were perhaps not rightly read.</summary>
    public static string Doubt(bool isInDoubt) => isInDoubt ? "\u00a0?" : "";

    private static string? HighestAndLowest(DraftProfile profile)
    {
        var known = profile
            .Areas.Where(a => a.Score is not null)
            .OrderByDescending(a => a.Score)
            .ThenBy(a => a.Area)
            .ToList();
        if (known.Count <= MostNamed)
        {
            return null;
        }

        if (known[0].Score == known[^1].Score)
        {
            return $"Alla områden har lika många poäng ({Points(known[0].Score)}).";
        }

        var highest = End(known, a => a.Score!.Value);
        var lowest = End([.. known.OrderBy(a => a.Score).ThenBy(a => a.Area)], a => a.Score!.Value);
        return (highest.Count, lowest.Count) switch
        {
            (0, 0) => null,
            (_, 0) => $"Högst ligger {Named(highest)}.",
            (0, _) => $"Lägst ligger {Named(lowest)}.",
            _ => $"Högst ligger {Named(highest)}, lägst {Named(lowest)}.",
        };
    }

    // The first two and all that are level with the second; where these are too many, those level with the first; where these are, none.
    private static List<ProfileArea> End(
        List<ProfileArea> ordered,
        Func<ProfileArea, decimal> valueOf
    )
    {
        var first = valueOf(ordered[0]);
        var second = valueOf(ordered[1]);
        var two = ordered.FindAll(a => valueOf(a) == first || valueOf(a) == second);
        var one = ordered.FindAll(a => valueOf(a) == first);
        return two.Count <= MostNamed ? two
            : one.Count <= MostNamed ? one
            : [];
    }

    private static string? NearestAndFarthest(List<ProfileQuestion> questions)
    {
        if (questions.Count < 2)
        {
            return null;
        }

        var (most, least) = (questions.Max(q => q.Share), questions.Min(q => q.Share));
        if (most == least)
        {
            return $"Alla delfrågor i området ligger lika nära sin högsta poäng ({Percent(most)}).";
        }

        return $"Närmast sin högsta poäng ligger {At(most)}, längst ifrån {At(least)}.";

        string At(double? share)
        {
            var all = questions.FindAll(q => q.Share == share);
            return $"{(all.Count <= MostNamed ? Listed(all.ConvertAll(q => q.Code)) : $"{InWords(all.Count)} delfrågor")} ({Percent(share)})";
        }
    }

    private static string? Against(DraftProfile profile)
    {
        var isOne = profile.OnlyPeer is not null;
        var compared = profile
            .Areas.Where(a => a is { Score: not null, Mean: not null } && (a.HasMean || isOne))
            .ToList();
        if (compared.Count == 0)
        {
            return null;
        }

        var sides = compared
            .GroupBy(a => Side((double)a.Score!.Value - a.Mean!.Value), StringComparer.Ordinal)
            .OrderBy(g =>
                g.Key switch
                {
                    "över" => 0,
                    "under" => 1,
                    _ => 2,
                }
            )
            .Select(g => (Side: g.Key, Count: g.Count()))
            .ToList();
        var (fewest, most) = (compared.Min(a => a.MeanOf), compared.Max(a => a.MeanOf));
        var others =
            profile.OnlyPeer
            ?? $"medelvärdet för {Count(fewest)}{(fewest == most ? "" : $"–{Count(most)}")} {profile.Peers}";
        if (sides.Count == 1)
        {
            var all =
                compared.Count == 1 ? compared[0].Name
                : compared.Count < profile.Areas.Count
                    ? $"De {InWords(compared.Count)} områden som har poäng"
                : $"Alla {InWords(compared.Count)} områden";
            return $"{all} ligger {sides[0].Side} {others}.";
        }

        var told = sides.Select(
            (s, i) =>
                i == 0
                    ? $"{InWords(s.Count)} {(s.Count == 1 ? "område" : "områden")} ligger {s.Side}"
                    : $"{InWords(s.Count)} {s.Side}"
        );
        return UpperFirst($"{Listed([.. told])} {others}.");
    }

    private static string? Changes(DraftProfile profile)
    {
        if (Last(profile, p => p.Areas.Count > 0) is not { } last)
        {
            return null;
        }

        var changes = profile
            .Areas.Where(a => a.Score is not null && last.Areas.ContainsKey(a.Area))
            .Select(a => (a.Name, By: a.Score!.Value - last.Areas[a.Area], a.IsInDoubt))
            .OrderByDescending(c => c.By)
            .ToList();
        if (changes.Count < 2)
        {
            return null;
        }

        var told = new[]
        {
            Told("ökat", changes.FindAll(c => c.By > 0)),
            Told("minskat", [.. changes.FindAll(c => c.By < 0).AsEnumerable().Reverse()]),
        }
            .OfType<string>()
            .ToList();
        return told.Count == 0
            ? null
            : $"Sedan {Plain(last.Year!.Value)}: {string.Join("; ", told)}.";

        static string? Told(string how, List<(string Name, decimal By, bool IsInDoubt)> moved)
        {
            if (moved.Count == 0)
            {
                return null;
            }

            var most = moved.FindAll(m => m.By == moved[0].By);
            var by =
                $"({(most[0].By > 0 ? "+" : "")}{Points(most[0].By)}{Doubt(most.Exists(m => m.IsInDoubt))})";
            return most.Count > MostNamed
                ? $"{InWords(most.Count)} områden har {how} {(most.Count < moved.Count ? "mest " : "lika mycket ")}{by}"
                : $"{Listed(most.ConvertAll(m => m.Name))} har {how} {(most.Count < moved.Count ? "mest " : "")}{by}";
        }
    }

    private static string? Levels(DraftProfile profile)
    {
        var levels = profile
            .Questions.Where(q => q.Share is not null)
            .Select(q => PointLevels.Of(q.Share!.Value))
            .ToList();
        if (levels.Count < 2)
        {
            return null;
        }

        var (good, none) = (
            levels.Count(l => l == PointLevel.Good),
            levels.Count(l => l == PointLevel.None)
        );
        var all = InWords(levels.Count);
        return (good, none) switch
        {
            (0, 0) =>
                $"Ingen av de {all} delfrågorna når 85\u00a0% av sin högsta poäng, och ingen ligger under 20\u00a0%.",
            (0, _) =>
                $"Ingen av de {all} delfrågorna når 85\u00a0% av sin högsta poäng, och {InWords(none, isNeuter: false)} ligger under 20\u00a0%.",
            _ =>
                $"Av de {all} delfrågorna når {InWords(good, isNeuter: false)} minst 85\u00a0% av sin högsta poäng, och {InWords(none, isNeuter: false)} ligger under 20\u00a0%.",
        };
    }

    private static EarlierScores? Last(DraftProfile profile, Func<EarlierScores, bool> tells) =>
        profile.Previous.FirstOrDefault(p => p.Comparable && p.Year is not null && tells(p));

    private static string Named(List<ProfileArea> areas) =>
        Listed(areas.ConvertAll(a => $"{a.Name} ({Points(a.Score)}{Doubt(a.IsInDoubt)})"));

    private static string Change(decimal by) =>
        by switch
        {
            > 0 => $"{Points(by)} fler än",
            < 0 => $"{Points(-by)} färre än",
            _ => "lika många som",
        };

    private static string Side(double difference) =>
        Math.Abs(difference) < LeastDifference ? "nära"
        : difference > 0 ? "över"
        : "under";
}
