using Kompass.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Kompass.Web.Charts;

/// <summary>A value then and now.</summary>
/// <param name="Name">Of what.</param>
/// <param name="Then">The earlier share of the highest points, or null.</param>
/// <param name="Now">The later, or null.</param>
/// <param name="IsComparable">Whether both stand on one scale.</param>
internal sealed record ValueChange(string Name, double? Then, double? Now, bool IsComparable)
{
    /// <summary>Whether the earlier may be misread.</summary>
    public bool IsThenDoubtful { get; init; }

    /// <summary>Whether the later may be misread.</summary>
    public bool IsNowDoubtful { get; init; }
}

/// <summary>A row an area, from a ring (then) to a dot (now), each with its value; grey and dashed where the two cannot be compared.</summary>
internal static class ChangeChart
{
    // A telephone's width; the name of a row stands above it, and beside the outermost values there is room for their labels.
    private const double Width = 360;
    private const double Left = 44;
    private const double Right = 312;
    private const double Top = 30;
    private const double RowHeight = 46;
    private const double Radius = 5.5;
    private const double Aside = 10;

    public static MarkupString Draw(string title, IReadOnlyList<ValueChange> rows)
    {
        var bottom = Top + (RowHeight * rows.Count);
        var svg = new Svg(Width, bottom + 12, title);
        foreach (var share in (double[])[0, 0.25, 0.5, 0.75, 1])
        {
            svg.Line(X(share), Top - 6, X(share), bottom, "axis")
                .Text(X(share), Top - 12, Words.Percent(share), "middle", "soft");
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var y = Top + (RowHeight * (i + 0.72));
            svg.Text(4, y - 15, rows[i].Name, "start", "over");
            Row(svg, rows[i], y);
        }

        return svg.Done();
    }

    private static void Row(Svg svg, ValueChange row, double y)
    {
        var isUp = !(row.Now < row.Then);
        var style =
            !row.IsComparable ? "s0 dash"
            : isUp ? "s1"
            : "s2";
        if (row is { Then: { } from, Now: { } to })
        {
            svg.Polyline([(X(from), y), (X(to), y)], style);
        }

        if (row.Then is { } then)
        {
            svg.Circle(X(then), y, Radius, style + " hollow");
            // What has not changed has its value once.
            if (row.Now != then)
            {
                Label(then, !isUp, row.IsThenDoubtful);
            }
        }

        if (row.Now is { } now)
        {
            svg.Circle(X(now), y, row.Then == now ? Radius - 2 : Radius, style);
            Label(now, isUp, row.IsNowDoubtful || (row.Now == row.Then && row.IsThenDoubtful));
        }

        void Label(double share, bool isRight, bool isDoubtful) =>
            svg.Text(
                X(share) + (isRight ? Aside : -Aside),
                y + 4,
                Words.Percent(share) + (isDoubtful ? " ?" : ""),
                isRight ? "start" : "end",
                "over"
            );
    }

    private static double X(double share) => Left + ((Right - Left) * share);
}
