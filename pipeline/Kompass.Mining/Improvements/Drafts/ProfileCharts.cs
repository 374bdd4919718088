using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>The profile as charts: the areas around a centre beside the mean of others, the sub-questions as bars.</summary>
internal static class ProfileCharts
{
    private const int LongestLabel = 62;
    private const string MeanName = "Medel av jämförbara utvärderingar";

    public static Part.Figure Radar(ImprovementDraft draft)
    {
        var profile = draft.Profile;
        var own = new Series(
            draft.Municipality.Name,
            Tint.Own,
            [.. profile.Areas.Select(OwnShare)]
        );
        var mean = new Series(MeanName, Tint.Others, [.. profile.Areas.Select(MeanShare)]);
        return new Part.Figure(
            new Chart.Radar(
                "Poäng per område, procent av högsta poäng",
                [.. profile.Areas.Select(Label)],
                mean.Values.Any(v => v is not null) ? [own, mean] : [own]
            ),
            $"Poäng per område{MeanCount(profile)}.",
            $"Radardiagram. {Told(profile)}"
        );
    }

    public static Part.Figure Bars(ImprovementDraft draft, RubricNames rubrics) =>
        draft.Profile.Questions.Any(q => q.Share is not null)
            ? QuestionBars(draft, rubrics)
            : AreaBars(draft);

    private static Part.Figure QuestionBars(ImprovementDraft draft, RubricNames rubrics)
    {
        var questions = draft.Profile.Questions;
        var improvements = Codes(draft.Areas.SelectMany(a => a.Improvements));
        var strengths = Codes(draft.Areas.SelectMany(a => a.Strengths));
        // One suggested both ways is drawn as what it is suggested to improve.
        strengths.ExceptWith(improvements);
        Series[] series =
        [
            Bars(
                "Föreslås som förbättringsmöjlighet",
                Tint.Improvement,
                q => improvements.Contains(q.Code)
            ),
            Bars("Föreslås som styrka", Tint.Strength, q => strengths.Contains(q.Code)),
            Bars(
                "Inget förslag",
                Tint.Others,
                q => !improvements.Contains(q.Code) && !strengths.Contains(q.Code)
            ),
        ];
        return new Part.Figure(
            new Chart.Bars(
                "Andel av högsta poäng per delfråga, procent",
                [.. questions.Select(q => Short($"{q.Code} {rubrics.Of(q.Code, q.Text)}"))],
                [.. series.Where(s => s.Values.Any(v => v is not null))]
            ),
            "Andel av högsta poäng per delfråga. Siffrorna står också i översikten av poängfördelning.",
            $"Stapeldiagram över {Count(questions.Count)} delfrågor. {Extremes(questions, rubrics)} Alla siffror står i översikten av poängfördelning."
        );

        Series Bars(string name, Tint tint, Func<ProfileQuestion, bool> isIn) =>
            new(name, tint, [.. questions.Select(q => isIn(q) ? Rounded(100 * q.Share) : null)]);
    }

    private static Part.Figure AreaBars(ImprovementDraft draft)
    {
        var profile = draft.Profile;
        return new Part.Figure(
            new Chart.Bars(
                "Poäng per område, procent av högsta poäng",
                [.. profile.Areas.Select(Label)],
                [
                    new Series(
                        draft.Municipality.Name,
                        Tint.Own,
                        [.. profile.Areas.Select(OwnShare)]
                    ),
                    new Series(MeanName, Tint.Others, [.. profile.Areas.Select(MeanShare)]),
                ]
            ),
            "Poäng per område; delfrågornas poäng är inte kända.",
            $"Stapeldiagram. {Told(profile)}"
        );
    }

    // Cut at a word; the whole name stands in the table of points.
    private static string Short(string label)
    {
        if (label.Length <= LongestLabel)
        {
            return label;
        }

        var end = label.LastIndexOf(' ', LongestLabel - 2);
        return label[..(end > 0 ? end : LongestLabel - 2)] + " …";
    }

    private static HashSet<string> Codes(IEnumerable<DraftItem> items) =>
        items.Select(i => i.Question).ToHashSet(StringComparer.Ordinal);

    private static string Label(ProfileArea area) =>
        $"{area.Area.ToString(CultureInfo.InvariantCulture)} {area.Name}";

    private static double? OwnShare(ProfileArea area) =>
        Rounded(100 * (double?)area.Score / area.Max);

    private static double? MeanShare(ProfileArea area) => Rounded(100 * area.Mean / area.Max);

    private static double? Rounded(double? value) => value is { } v ? Math.Round(v, 1) : null;

    private static string MeanCount(DraftProfile profile)
    {
        var counts = profile.Areas.Where(a => a.Mean is not null).Select(a => a.MeanOf).ToList();
        return counts.Count == 0 ? ""
            : counts.Min() == counts.Max()
                ? $", jämfört med medelvärdet av {Count(counts[0])} andra utvärderingar"
            : $", jämfört med medelvärdet av {Count(counts.Min())} till {Count(counts.Max())} andra utvärderingar";
    }

    private static string Told(DraftProfile profile) =>
        string.Join(
            "; ",
            profile.Areas.Select(a =>
                $"{Label(a)}: {Points(a.Score)} av {Points(a.Max)}{(a.Mean is { } mean ? $" (medel {Fixed(mean, 0)})" : "")}"
            )
        ) + ".";

    private static string Extremes(IReadOnlyList<ProfileQuestion> questions, RubricNames rubrics)
    {
        var known = questions
            .Where(q => q.Share is not null)
            .OrderBy(q => q.Share)
            .ThenBy(q => q.Code, StringComparer.Ordinal)
            .ToList();
        return $"Lägst: {Name(known[0])}. Högst: {Name(known[^1])}.";

        string Name(ProfileQuestion q) =>
            $"{q.Code} {rubrics.Of(q.Code, q.Text)} ({Percent(q.Share)})";
    }
}
