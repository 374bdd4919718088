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
    private const double LeftEnd = 110;
    private const double RightEnd = 340;

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
            svg.Text(
                LeftEnd - 10,
                y + 4,
                $"{slope.Name.Split(' ')[0]}  {Words.Percent(slope.Then)}",
                "end",
                "soft"
            );
        }

        foreach (var (slope, y) in Spread(slopes, s => s.Now))
        {
            svg.Text(RightEnd + 10, y + 4, $"{Words.Percent(slope.Now)}  {slope.Name}");
        }

        return svg.Done();
    }

    private static double Y(double share) => Top + (Plot * (1 - share));

    // Each label as near its value as the others let it: labels that would cover each other stand around the mean of their values.
    private static IEnumerable<(Slope Slope, double Y)> Spread(
        IReadOnlyList<Slope> slopes,
        Func<Slope, double?> value
    )
    {
        var sorted = slopes.Where(s => value(s) is not null).OrderByDescending(value).ToList();
        var blocks = new List<(double Sum, int Count)>();
        for (var i = 0; i < sorted.Count; i++)
        {
            var block = (Sum: Y(value(sorted[i])!.Value) - (i * Line), Count: 1);
            while (blocks.Count > 0 && blocks[^1].Sum / blocks[^1].Count > block.Sum / block.Count)
            {
                block = (block.Sum + blocks[^1].Sum, block.Count + blocks[^1].Count);
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add(block);
        }

        return blocks
            .SelectMany(b => Enumerable.Repeat(b.Sum / b.Count, b.Count))
            .Select((y, i) => (sorted[i], y + (i * Line)));
    }
}
