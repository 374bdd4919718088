using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Profiles;
using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Manuscripts;

/// <summary>First drafts of running text, from figures alone: level, change, others, how the points are spread. Nothing is said that the figures do not say.</summary>
internal static class FigureText
{
    // Below this, in points of an area, a difference to others is none: points are judged by people.
    private const double LeastDifference = 3;

    /// <summary>The first draft of the summary, by paragraph.</summary>
    public static IReadOnlyList<string> Summary(ImprovementDraft draft)
    {
        var profile = draft.Profile;
        var known = profile
            .Areas.Where(a => a.Score is not null)
            .OrderByDescending(a => a.Score)
            .ThenBy(a => a.Area)
            .ToList();
        var level = new List<string>();
        if (profile.Total is { } total)
        {
            var last = Last(profile, p => p.Total is not null);
            level.Add(
                $"{draft.Municipality.Name} får {Points(total)} av {Points(profile.TotalMax)} möjliga poäng{(last is { Total: { } before } ? $", {Change(total - before)} {Plain(last.Year!.Value)}" : "")}."
            );
        }

        if (known.Count > 3)
        {
            level.Add(
                $"Högst ligger {Named(known[0])} och {Named(known[1])}, lägst {Named(known[^1])} och {Named(known[^2])}."
            );
        }

        IEnumerable<string?> spread = [Against(profile), Changes(profile), Levels(profile)];
        return
        [
            .. new[] { string.Join(' ', level), string.Join(' ', spread.OfType<string>()) }.Where(
                p => p.Length > 0
            ),
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
        var text =
            $"Området får {Points(score)} av {Points(area.Max)} poäng{(last is null ? "" : $", {Change(score - last.Areas[number])} {Plain(last.Year!.Value)}")}.";
        if (area is { Mean: { } mean, MeanOf: > 1 })
        {
            text +=
                $" Det är {Side((double)score - mean)} medelvärdet för {Count(area.MeanOf)} {profile.Peers} ({Fixed(mean, 0)}).";
        }

        var questions = profile
            .Questions.Where(q => q.Share is not null && q.IsIn(number))
            .OrderByDescending(q => q.Share)
            .ThenBy(q => q.Code, StringComparer.Ordinal)
            .ToList();
        if (questions.Count > 1 && questions[0].Share > questions[^1].Share)
        {
            text +=
                $" Störst andel av poängen har {Told(questions[0])}, minst {Told(questions[^1])}.";
        }

        return text;

        static string Told(ProfileQuestion q) => $"{q.Code} {q.Rubric}";
    }

    private static string? Against(DraftProfile profile)
    {
        var compared = profile
            .Areas.Where(a => a is { Score: not null, Mean: not null, MeanOf: > 1 })
            .Select(a => (double)a.Score!.Value - a.Mean!.Value)
            .ToList();
        if (compared.Count == 0)
        {
            return null;
        }

        var above = compared.Count(d => d >= LeastDifference);
        var below = compared.Count(d => d <= -LeastDifference);
        return $"Jämfört med medelvärdet för {Count(profile.Areas.Max(a => a.MeanOf))} {profile.Peers} ligger {HowMany(above)} av områdena högre, {HowMany(below)} lägre och {HowMany(compared.Count - above - below)} ungefär lika.";
    }

    private static string? Changes(DraftProfile profile)
    {
        if (Last(profile, p => p.Areas.Count > 0) is not { } last)
        {
            return null;
        }

        var changes = profile
            .Areas.Where(a => a.Score is not null && last.Areas.ContainsKey(a.Area))
            .Select(a => (a.Name, By: a.Score!.Value - last.Areas[a.Area]))
            .OrderByDescending(c => c.By)
            .ToList();
        if (changes.Count < 2)
        {
            return null;
        }

        var most =
            changes[0].By > 0
                ? $"{changes[0].Name} har ökat mest (+{Points(changes[0].By)})"
                : null;
        var least =
            changes[^1].By < 0
                ? $"{changes[^1].Name} har minskat mest ({Points(changes[^1].By)})"
                : null;
        return most is null && least is null
            ? null
            : $"Sedan {Plain(last.Year!.Value)}: {string.Join("; ", new[] { most, least }.OfType<string>())}.";
    }

    private static string? Levels(DraftProfile profile)
    {
        var levels = profile
            .Questions.Where(q => q.Share is not null)
            .Select(q => PointLevels.Of(q.Share!.Value))
            .ToList();
        return levels.Count == 0
            ? null
            : $"Av {Count(levels.Count)} delfrågor har {HowMany(levels.Count(l => l == PointLevel.Good), "ingen")} minst 85\u00a0% av poängen och {HowMany(levels.Count(l => l == PointLevel.None), "ingen")} mindre än 20\u00a0%.";
    }

    private static EarlierScores? Last(DraftProfile profile, Func<EarlierScores, bool> tells) =>
        profile.Previous.FirstOrDefault(p => p.Comparable && p.Year is not null && tells(p));

    private static string Named(ProfileArea area) => $"{area.Name} ({Points(area.Score)})";

    private static string Change(decimal by) =>
        by switch
        {
            > 0 => $"{Points(by)} fler än",
            < 0 => $"{Points(-by)} färre än",
            _ => "lika många som",
        };

    private static string HowMany(int count, string none = "inget") =>
        count == 0 ? none : Count(count);

    private static string Side(double difference) =>
        Math.Abs(difference) < LeastDifference ? "nära"
        : difference > 0 ? "över"
        : "under";
}
