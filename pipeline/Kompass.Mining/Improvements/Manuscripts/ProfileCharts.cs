using Kompass.Mining.Improvements.Drafts;
using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Manuscripts;

/// <summary>The profile as a chart: the areas around a centre beside the mean of others.</summary>
internal static class ProfileCharts
{
    public static Part.Figure Radar(ImprovementDraft draft)
    {
        var profile = draft.Profile;
        var own = new Series(draft.Municipality.Name, [.. profile.Areas.Select(OwnShare)]);
        var mean = new Series($"Medel av {profile.Peers}", [.. profile.Areas.Select(MeanShare)]);
        return new Part.Figure(
            new Chart(
                "Poäng per område, procent av högsta poäng",
                [.. profile.Areas.Select(Label)],
                mean.Values.Any(v => v is not null) ? [own, mean] : [own]
            ),
            $"Radardiagram. {Told(profile)}"
        );
    }

    private static string Label(ProfileArea area) =>
        $"{area.Area.ToString(CultureInfo.InvariantCulture)} {area.Name}";

    private static double? OwnShare(ProfileArea area) =>
        Rounded(100 * (double?)area.Score / area.Max);

    private static double? MeanShare(ProfileArea area) =>
        area.HasMean ? Rounded(100 * area.Mean / area.Max) : null;

    private static double? Rounded(double? value) => value is { } v ? Math.Round(v, 1) : null;

    private static string Told(DraftProfile profile) =>
        string.Join(
            "; ",
            profile.Areas.Select(a =>
                $"{Label(a)}: {Points(a.Score)} av {Points(a.Max)}{(a is { HasMean: true, Mean: { } mean } ? $" (medel {Fixed(mean, 0)})" : "")}"
            )
        ) + ".";
}
