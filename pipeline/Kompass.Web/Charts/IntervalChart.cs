using Kompass.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Kompass.Web.Charts;

/// <summary>A series of shares: its name, and a share for each place on the axis.</summary>
internal sealed record ShareSeries(string Name, IReadOnlyList<Interval> Shares);

/// <summary>Shares along an axis, each with its interval and the number it is of.</summary>
internal static class IntervalChart
{
    private const double Left = 56;
    private const double Top = 16;
    private const double Plot = 220;
    private const double Least = 640;

    // Between two places on the axis, and between two series at one place.
    private const double Step = 64;
    private const double Aside = 12;

    public static MarkupString Draw(
        string title,
        IReadOnlyList<string> places,
        IReadOnlyList<ShareSeries> series
    )
    {
        var width = Math.Max(Least, Left + (Step * places.Count) + 16);
        var step = (width - Left - 16) / Math.Max(1, places.Count);
        var svg = new Svg(width, Top + Plot + 28 + (18 * series.Count), title);
        foreach (var share in (double[])[0, 0.25, 0.5, 0.75, 1])
        {
            svg.Line(Left, Y(share), width - 16, Y(share), "axis")
                .Text(Left - 8, Y(share) + 4, Words.Percent(share), "end", "soft");
        }

        for (var i = 0; i < places.Count; i++)
        {
            svg.Text(X(i), Top + Plot + 20, places[i], "middle");
            for (var s = 0; s < series.Count; s++)
            {
                var style = Styles.Series(s);
                var interval = series[s].Shares[i];
                var x = X(i) + (Aside * (s - ((series.Count - 1) / 2.0)));
                if (interval is { Share: { } share, Bounds: { Low: var low, High: var high } })
                {
                    svg.Line(x, Y(low), x, Y(high), "line " + style)
                        .Circle(
                            x,
                            Y(share),
                            4.5,
                            style,
                            $"{series[s].Name} {places[i]}: {Words.Percent(share)} ({interval.Count} av {interval.Of})"
                        );
                }

                svg.Text(
                    X(i),
                    Top + Plot + 38 + (18 * s),
                    $"{interval.Count}/{interval.Of}",
                    "middle",
                    style + " count"
                );
            }
        }

        return svg.Done();

        double X(int i) => Left + (step * (i + 0.5));

        static double Y(double share) => Top + (Plot * (1 - share));
    }
}

/// <summary>Classes of the style sheet.</summary>
internal static class Styles
{
    private const int Coloured = 5;

    /// <summary>The colour of a series; those after the fifth are grey.</summary>
    public static string Series(int index) =>
        index < Coloured ? $"s{(index + 1).ToString(CultureInfo.InvariantCulture)}" : "s0";

    /// <summary>The shade of a share of the largest value.</summary>
    public static string Heat(double share) =>
        share <= 0
            ? "h0"
            : $"h{Math.Clamp((int)Math.Ceiling(share * 5), 1, 5).ToString(CultureInfo.InvariantCulture)}";
}
