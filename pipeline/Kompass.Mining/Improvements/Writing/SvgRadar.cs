using System.Text;
using Kompass.Mining.Improvements.Drafts;
using static Kompass.Mining.Improvements.Writing.SvgChart;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>A radar chart: the first axis points up, the others follow with the clock; rings at every 20 of 100.</summary>
internal static class SvgRadar
{
    private const double Height = 460;
    private const double CentreX = SvgChart.Width / 2;
    private const double CentreY = 225;
    private const double Radius = 150;
    private const int RingStep = 20;
    private const int LabelWidth = 24;

    /// <summary>Draws; gives the height.</summary>
    public static double Draw(StringBuilder drawing, Chart chart)
    {
        var axes = chart.Labels.Count;
        for (var ring = RingStep; ring <= 100; ring += RingStep)
        {
            var level = ring;
            drawing.Append(
                CultureInfo.InvariantCulture,
                $"<polygon points=\"{Points(axes, _ => level)}\" fill=\"none\" stroke=\"#{Palette.Grid}\"/>\n"
            );
        }

        for (var i = 0; i < axes; i++)
        {
            var (x, y) = At(i, axes, 100);
            drawing.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{Number(CentreX)}\" y1=\"{Number(CentreY)}\" x2=\"{Number(x)}\" y2=\"{Number(y)}\" stroke=\"#{Palette.Grid}\"/>\n"
            );
        }

        // The municipality itself is drawn last, over the others.
        foreach (var series in chart.Series.Reverse())
        {
            DrawSeries(drawing, series);
        }

        for (var ring = RingStep; ring <= 100; ring += RingStep)
        {
            var (x, y) = At(0, axes, ring);
            Text(drawing, x - 4, y + 4, "end", ring.ToString(CultureInfo.InvariantCulture), 11);
        }

        for (var i = 0; i < axes; i++)
        {
            DrawLabel(drawing, i, axes, chart.Labels[i]);
        }

        Legend(drawing, chart.Series, Height - 18, Sample);
        return Height;
    }

    private static void DrawSeries(StringBuilder drawing, Series series)
    {
        var values = series.Values;
        var stroke = Stroke(series.Tint);
        if (values.All(v => v is not null))
        {
            drawing.Append(
                CultureInfo.InvariantCulture,
                $"<polygon points=\"{Points(values.Count, i => values[i]!.Value)}\" {stroke} fill=\"#{Palette.Of(series.Tint)}\" fill-opacity=\"{(series.Tint == Tint.Own ? "0.1" : "0")}\"/>\n"
            );
        }
        else
        {
            // Where a value is missing the line is open there.
            for (var i = 0; i < values.Count; i++)
            {
                var next = (i + 1) % values.Count;
                if (values[i] is { } a && values[next] is { } b)
                {
                    var (x1, y1) = At(i, values.Count, a);
                    var (x2, y2) = At(next, values.Count, b);
                    drawing.Append(
                        CultureInfo.InvariantCulture,
                        $"<line x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\" {stroke}/>\n"
                    );
                }
            }
        }

        if (series.Tint != Tint.Own)
        {
            return;
        }

        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value)
            {
                var (x, y) = At(i, values.Count, value);
                drawing.Append(
                    CultureInfo.InvariantCulture,
                    $"<circle cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"4\" fill=\"#{Palette.Of(series.Tint)}\"/>\n"
                );
            }
        }
    }

    private static void DrawLabel(StringBuilder drawing, int axis, int axes, string label)
    {
        const double LineHeight = 15;
        var angle = Angle(axis, axes);
        var (x, y) = At(axis, axes, 108);
        var anchor =
            Math.Abs(Math.Sin(angle)) < 0.1 ? "middle"
            : Math.Sin(angle) > 0 ? "start"
            : "end";
        var lines = Wrap(label);
        var top = y + 4 - (1 + Math.Cos(angle)) / 2 * LineHeight * (lines.Count - 1);
        for (var i = 0; i < lines.Count; i++)
        {
            Text(drawing, x, top + i * LineHeight, anchor, lines[i]);
        }
    }

    private static List<string> Wrap(string label)
    {
        List<string> lines = [""];
        foreach (var word in label.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > LabelWidth)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] += (lines[^1].Length > 0 ? " " : "") + word;
            }
        }

        return lines;
    }

    private static string Points(int axes, Func<int, double> value) =>
        string.Join(
            ' ',
            Enumerable
                .Range(0, axes)
                .Select(i =>
                {
                    var (x, y) = At(i, axes, value(i));
                    return $"{Number(x)},{Number(y)}";
                })
        );

    private static (double X, double Y) At(int axis, int axes, double value)
    {
        var angle = Angle(axis, axes);
        return (
            CentreX + Radius * value / 100 * Math.Sin(angle),
            CentreY - Radius * value / 100 * Math.Cos(angle)
        );
    }

    private static double Angle(int axis, int axes) => 2 * Math.PI * axis / axes;

    private static string Sample(Series series, double width) =>
        $"<line x1=\"0\" y1=\"0\" x2=\"{Number(width)}\" y2=\"0\" {Stroke(series.Tint)}/>";

    private static string Stroke(Tint tint) =>
        $"stroke=\"#{Palette.Of(tint)}\" {(tint == Tint.Own ? "stroke-width=\"2.5\"" : "stroke-width=\"2\" stroke-dasharray=\"6 4\"")}";
}
