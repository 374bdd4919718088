using System.Text;
using Kompass.Mining.Improvements.Drafts;
using static Kompass.Mining.Improvements.Writing.SvgChart;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>A bar chart: a row a label, bars from left to right over 0 to 100, each with its value at its end.</summary>
internal static class SvgBars
{
    private const double Top = 36;
    private const double Left = 360;
    private const double Right = SvgChart.Width - 30;
    private const double BarHeight = 13;
    private const double RowGap = 6;
    private const double LabelSize = 11.5;
    private const int GridStep = 20;

    /// <summary>Draws; gives the height.</summary>
    public static double Draw(StringBuilder drawing, Chart.Bars chart)
    {
        var row = chart.MostInARow * BarHeight + RowGap;
        var bottom = Top + chart.Labels.Count * row;
        for (var value = 0; value <= 100; value += GridStep)
        {
            drawing.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{Number(X(value))}\" y1=\"{Number(Top)}\" x2=\"{Number(X(value))}\" y2=\"{Number(bottom)}\" stroke=\"#{Palette.Grid}\"/>\n"
            );
            Text(
                drawing,
                X(value),
                bottom + 16,
                "middle",
                value.ToString(CultureInfo.InvariantCulture),
                11
            );
        }

        for (var i = 0; i < chart.Labels.Count; i++)
        {
            DrawRow(drawing, chart, i, Top + i * row + RowGap / 2, row - RowGap);
        }

        Legend(drawing, chart.Series, bottom + 42, Sample);
        return bottom + 60;
    }

    private static void DrawRow(
        StringBuilder drawing,
        Chart.Bars chart,
        int row,
        double top,
        double height
    )
    {
        Text(drawing, Left - 8, top + height / 2 + 4, "end", chart.Labels[row], LabelSize);
        var y = top;
        foreach (var series in chart.Series)
        {
            if (series.Values[row] is { } value)
            {
                drawing.Append(
                    CultureInfo.InvariantCulture,
                    $"<rect x=\"{Number(Left)}\" y=\"{Number(y)}\" width=\"{Number(X(value) - Left)}\" height=\"{Number(BarHeight)}\" fill=\"#{Palette.Of(series.Tint)}\"/>\n"
                );
                Text(
                    drawing,
                    X(value) + 4,
                    y + BarHeight - 2,
                    "start",
                    SwedishNumbers.Fixed(value, 0),
                    11
                );
                y += BarHeight;
            }
        }
    }

    private static double X(double value) => Left + (Right - Left) * value / 100;

    private static string Sample(Series series, double width) =>
        $"<rect x=\"0\" y=\"-6\" width=\"{Number(width)}\" height=\"12\" fill=\"#{Palette.Of(series.Tint)}\"/>";
}
