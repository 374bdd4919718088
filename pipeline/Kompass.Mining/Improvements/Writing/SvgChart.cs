using System.Text;
using Kompass.Mining.Improvements.Drafts;
using static Kompass.Mining.Improvements.Writing.HtmlText;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>
/// A radar as SVG in the page, with its description for those who cannot see it: the first axis points up, the others follow with the clock; rings at every 20 of 100.
/// </summary>
internal static class SvgChart
{
    private const double Width = 720;
    private const double Height = 460;
    private const double CentreX = Width / 2;
    private const double CentreY = 225;
    private const double Radius = 150;
    private const int LabelWidth = 24;
    private const double LineHeight = 15;

    // Each stands out from white by 3:1 at least (WCAG 2.2, 1.4.11), and they differ in lightness and in dashes too.
    private static readonly string[] Strokes =
    [
        "stroke=\"#1F4E79\" stroke-width=\"2.5\"",
        "stroke=\"#7A8899\" stroke-width=\"2\" stroke-dasharray=\"6 4\"",
    ];

    public static string Of(Part.Figure figure, int number)
    {
        var n = number.ToString(CultureInfo.InvariantCulture);
        var chart = figure.Chart;
        var axes = chart.Labels.Count;
        var drawing = new StringBuilder();
        foreach (var ring in (int[])[20, 40, 60, 80, 100])
        {
            var points = Enumerable.Range(0, axes).Select(i => Point(At(i, axes, ring)));
            drawing.Append(
                CultureInfo.InvariantCulture,
                $"<polygon points=\"{string.Join(' ', points)}\" fill=\"none\" stroke=\"#D5DBE3\"/>\n"
            );
            var (x, y) = At(0, axes, ring);
            Text(drawing, x - 4, y + 4, "end", ring.ToString(CultureInfo.InvariantCulture));
        }

        for (var i = 0; i < axes; i++)
        {
            Line(drawing, (CentreX, CentreY), At(i, axes, 100), "stroke=\"#D5DBE3\"");
            Label(drawing, i, axes, chart.Labels[i]);
        }

        for (var s = chart.Series.Count - 1; s >= 0; s--)
        {
            // The municipality itself is drawn last, over the others. Where a value is missing the line is open there.
            var values = chart.Series[s].Values;
            for (var i = 0; i < axes; i++)
            {
                var next = (i + 1) % axes;
                if (values[i] is { } a && values[next] is { } b)
                {
                    Line(drawing, At(i, axes, a), At(next, axes, b), Strokes[s]);
                }
            }

            var y = Height - 34 + (18 * s);
            Line(drawing, (CentreX - 160, y), (CentreX - 134, y), Strokes[s]);
            Text(drawing, CentreX - 126, y + 4, "start", chart.Series[s].Name);
        }

        return $"""
            <svg viewBox="0 0 {Width} {Height}" role="img" aria-labelledby="diagram-{n}-namn diagram-{n}-text" font-family="Arial, 'Liberation Sans', Helvetica, sans-serif" font-size="13" fill="#1F2933">
            <title id="diagram-{n}-namn">{Encode(chart.Title)}</title>
            <desc id="diagram-{n}-text">{Encode(figure.Description)}</desc>
            <g aria-hidden="true">
            <text x="{CentreX}" y="18" text-anchor="middle" font-weight="bold">{Encode(
                chart.Title
            )}</text>
            {drawing}</g>
            </svg>

            """;
    }

    private static void Label(StringBuilder drawing, int axis, int axes, string label)
    {
        var angle = Angle(axis, axes);
        var (x, y) = At(axis, axes, 108);
        var anchor =
            Math.Abs(Math.Sin(angle)) < 0.1 ? "middle"
            : Math.Sin(angle) > 0 ? "start"
            : "end";
        var lines = label
            .Split(' ')
            .Aggregate(
                new List<string>(),
                (lines, word) =>
                {
                    if (lines.Count > 0 && lines[^1].Length + word.Length < LabelWidth)
                    {
                        lines[^1] += " " + word;
                    }
                    else
                    {
                        lines.Add(word);
                    }

                    return lines;
                }
            );
        var top = y + 4 - ((1 + Math.Cos(angle)) / 2 * LineHeight * (lines.Count - 1));
        for (var i = 0; i < lines.Count; i++)
        {
            Text(drawing, x, top + (i * LineHeight), anchor, lines[i]);
        }
    }

    private static void Line(
        StringBuilder drawing,
        (double X, double Y) from,
        (double X, double Y) to,
        string stroke
    ) =>
        drawing.Append(
            CultureInfo.InvariantCulture,
            $"<line x1=\"{from.X:0.##}\" y1=\"{from.Y:0.##}\" x2=\"{to.X:0.##}\" y2=\"{to.Y:0.##}\" {stroke}/>\n"
        );

    private static void Text(
        StringBuilder drawing,
        double x,
        double y,
        string anchor,
        string text
    ) =>
        drawing.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\">{Encode(text)}</text>\n"
        );

    private static string Point((double X, double Y) at) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.X:0.##},{at.Y:0.##}");

    private static (double X, double Y) At(int axis, int axes, double value)
    {
        var angle = Angle(axis, axes);
        return (
            CentreX + (Radius * value / 100 * Math.Sin(angle)),
            CentreY - (Radius * value / 100 * Math.Cos(angle))
        );
    }

    private static double Angle(int axis, int axes) => 2 * Math.PI * axis / axes;
}
