using Kompass.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Kompass.Web.Charts;

/// <summary>An evaluation among others: its share of the highest points in each row.</summary>
internal sealed record ProfileSeries(string Name, IReadOnlyList<double?> Shares);

/// <summary>A row an area, a dot an evaluation.</summary>
internal static class ProfileChart
{
    // A telephone's width; the name of a row stands above it.
    private const double Width = 360;
    private const double Left = 18;
    private const double Right = 330;
    private const double Top = 30;
    private const double RowHeight = 46;

    public static MarkupString Draw(
        string title,
        IReadOnlyList<string> rows,
        IReadOnlyList<ProfileSeries> series
    )
    {
        var svg = new Svg(Width, Top + (RowHeight * rows.Count) + 12, title);
        foreach (var share in (double[])[0, 0.25, 0.5, 0.75, 1])
        {
            svg.Line(X(share), Top - 6, X(share), Top + (RowHeight * rows.Count), "axis")
                .Text(X(share), Top - 12, Words.Percent(share), "middle", "soft");
        }

        for (var row = 0; row < rows.Count; row++)
        {
            var y = Top + (RowHeight * (row + 0.7));
            svg.Text(Left, y - 14, Short(rows[row]), "start", "over");
            // The first, which the others are compared with, is the largest; where points are equal the smaller ones stand on it.
            for (var s = 0; s < series.Count; s++)
            {
                if (series[s].Shares[row] is { } share)
                {
                    svg.Circle(
                        X(share),
                        y,
                        s == 0 ? 7.5 : Math.Max(2.5, 6.5 - s),
                        Styles.Series(s),
                        $"{series[s].Name}, {rows[row]}: {Words.Percent(share)}"
                    );
                }
            }
        }

        return svg.Done();

        static double X(double share) => Left + ((Right - Left) * share);
    }

    // What fits above the line.
    private static string Short(string name) => name.Length > 48 ? name[..47] + "…" : name;
}
