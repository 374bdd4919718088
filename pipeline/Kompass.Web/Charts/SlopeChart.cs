using Kompass.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Kompass.Web.Charts;

/// <summary>A value then and now.</summary>
/// <param name="Name">Of what.</param>
/// <param name="Then">The earlier share of the highest points, or null.</param>
/// <param name="Now">The later, or null.</param>
/// <param name="IsComparable">Whether both stand on one scale.</param>
internal sealed record Slope(string Name, double? Then, double? Now, bool IsComparable);

/// <summary>Lines from the values of one evaluation to those of the next; grey and dashed where the two cannot be compared.</summary>
internal static class SlopeChart
{
    private const double Width = 720;
    private const double Top = 36;
    private const double Plot = 320;
    private const double LeftEnd = 150;
    private const double RightEnd = 400;

    // Labels closer than this would cover each other.
    private const double Line = 17;

    public static MarkupString Draw(
        string title,
        string then,
        string now,
        IReadOnlyList<Slope> slopes
    )
    {
        var svg = new Svg(Width, Top + Plot + 24, title);
        svg.Line(LeftEnd, Top, LeftEnd, Top + Plot, "axis")
            .Line(RightEnd, Top, RightEnd, Top + Plot, "axis")
            .Text(LeftEnd, Top - 14, then, "middle")
            .Text(RightEnd, Top - 14, now, "middle");
        foreach (var slope in slopes)
        {
            if (slope is { Then: { } before, Now: { } after })
            {
                var style =
                    !slope.IsComparable ? "s0 dash"
                    : after >= before ? "s1"
                    : "s2";
                svg.Polyline([(LeftEnd, Y(before)), (RightEnd, Y(after))], style)
                    .Circle(LeftEnd, Y(before), 3.5, style)
                    .Circle(RightEnd, Y(after), 3.5, style);
            }
        }

        foreach (var (slope, y) in Spread(slopes, s => s.Then))
        {
            svg.Text(LeftEnd - 10, y + 4, Words.Percent(slope.Then), "end", "soft");
        }

        foreach (var (slope, y) in Spread(slopes, s => s.Now))
        {
            svg.Text(RightEnd + 10, y + 4, $"{Words.Percent(slope.Now)}  {slope.Name}");
        }

        return svg.Done();
    }

    private static double Y(double share) => Top + (Plot * (1 - share));

    // From the top down, each label at its value or below the one above it; then all moved up by what runs out at the bottom.
    private static IEnumerable<(Slope Slope, double Y)> Spread(
        IReadOnlyList<Slope> slopes,
        Func<Slope, double?> value
    )
    {
        var placed = new List<(Slope Slope, double Y)>();
        foreach (var slope in slopes.Where(s => value(s) is not null).OrderByDescending(value))
        {
            var y = Y(value(slope)!.Value);
            placed.Add((slope, placed.Count > 0 ? Math.Max(y, placed[^1].Y + Line) : y));
        }

        var over = placed.Count > 0 ? Math.Max(0, placed[^1].Y - (Top + Plot + 8)) : 0;
        return placed.Select(p => (p.Slope, p.Y - over));
    }
}
