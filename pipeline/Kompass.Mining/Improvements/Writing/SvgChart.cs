using System.Xml.Linq;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Manuscripts;

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
    private const string Grid = "#D5DBE3";

    public static XElement Of(Part.Figure figure)
    {
        var chart = figure.Chart;
        var axes = chart.Labels.Count;
        return new XElement(
            "svg",
            new XAttribute("viewBox", $"0 0 {Width} {Height}"),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", "diagram-1-namn diagram-1-text"),
            new XAttribute("font-family", "Arial, 'Liberation Sans', Helvetica, sans-serif"),
            new XAttribute("font-size", 13),
            new XAttribute("fill", "#1F2933"),
            new XElement(
                "title",
                new XAttribute("id", "diagram-1-namn"),
                HtmlWriter.Text(chart.Title)
            ),
            new XElement(
                "desc",
                new XAttribute("id", "diagram-1-text"),
                HtmlWriter.Text(figure.Description)
            ),
            new XElement(
                "g",
                new XAttribute("aria-hidden", "true"),
                Words((CentreX, 18), "middle", chart.Title),
                ((int[])[20, 40, 60, 80, 100]).Select(ring =>
                    (object[])
                        [
                            Around(axes, _ => ring, new XAttribute("stroke", Grid)),
                            Words(Beside(At(0, axes, ring)), "end", SwedishNumbers.Plain(ring)),
                        ]
                ),
                chart.Labels.Select(
                    (label, i) =>
                        (object[])
                            [
                                Line((CentreX, CentreY), At(i, axes, 100), [new("stroke", Grid)]),
                                Label(i, axes, label),
                            ]
                ),
                // The municipality itself is drawn last, over the others.
                chart.Series.Select((s, i) => Series(s, i)).Reverse()
            )
        );
    }

    private static object[] Series(Series series, int index)
    {
        var y = Height - 34 + (18 * index);
        return
        [
            Around(series.Values.Count, i => series.Values[i], Stroke(index)),
            Line((CentreX - 160, y), (CentreX - 134, y), Stroke(index)),
            Words((CentreX - 126, y + 4), "start", series.Name),
        ];
    }

    // Each stands out from white by 3:1 at least (WCAG 2.2, 1.4.11), and they differ in lightness and in dashes too.
    private static XAttribute[] Stroke(int series) =>
        series == 0
            ? [new("stroke", "#1F4E79"), new("stroke-width", "2.5")]
            : [new("stroke", "#7A8899"), new("stroke-width", "2"), new("stroke-dasharray", "6 4")];

    // Where a value is missing the line is open.
    private static IEnumerable<XElement> Around(
        int axes,
        Func<int, double?> value,
        params XAttribute[] stroke
    ) =>
        Enumerable
            .Range(0, axes)
            .Select(i => (At: i, Next: (i + 1) % axes))
            .Where(i => value(i.At) is not null && value(i.Next) is not null)
            .Select(i =>
                Line(
                    At(i.At, axes, value(i.At)!.Value),
                    At(i.Next, axes, value(i.Next)!.Value),
                    stroke
                )
            );

    private static IEnumerable<XElement> Label(int axis, int axes, string label)
    {
        var angle = 2 * Math.PI * axis / axes;
        var (x, y) = At(axis, axes, 108);
        var anchor =
            Math.Abs(Math.Sin(angle)) < 0.1 ? "middle"
            : Math.Sin(angle) > 0 ? "start"
            : "end";
        var lines = new List<string>();
        foreach (var word in label.Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + word.Length < LabelWidth)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        var top = y + 4 - ((1 + Math.Cos(angle)) / 2 * LineHeight * (lines.Count - 1));
        return lines.Select((line, i) => Words((x, top + (i * LineHeight)), anchor, line));
    }

    private static XElement Line(
        (double X, double Y) from,
        (double X, double Y) to,
        XAttribute[] stroke
    ) =>
        new(
            "line",
            new XAttribute("x1", Number(from.X)),
            new XAttribute("y1", Number(from.Y)),
            new XAttribute("x2", Number(to.X)),
            new XAttribute("y2", Number(to.Y)),
            stroke
        );

    private static XElement Words((double X, double Y) at, string anchor, string text) =>
        new(
            "text",
            new XAttribute("x", Number(at.X)),
            new XAttribute("y", Number(at.Y)),
            new XAttribute("text-anchor", anchor),
            HtmlWriter.Text(text)
        );

    private static (double X, double Y) Beside((double X, double Y) at) => (at.X - 4, at.Y + 4);

    private static string Number(double value) =>
        value.ToString("0.##", CultureInfo.InvariantCulture);

    private static (double X, double Y) At(int axis, int axes, double value)
    {
        var angle = 2 * Math.PI * axis / axes;
        return (
            CentreX + (Radius * value / 100 * Math.Sin(angle)),
            CentreY - (Radius * value / 100 * Math.Cos(angle))
        );
    }
}
