using System.Text;
using Kompass.Mining.Improvements.Drafts;
using static Kompass.Mining.Improvements.Writing.HtmlText;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>A chart as SVG in the page: drawn once, sharp at any size, with its description for those who cannot see it.</summary>
internal static class SvgChart
{
    /// <summary>Width of every drawing, in its own units; the page scales it.</summary>
    internal const double Width = 720;

    public static string Of(Part.Figure figure, int number)
    {
        var n = number.ToString(CultureInfo.InvariantCulture);
        var drawing = new StringBuilder();
        var height = SvgRadar.Draw(drawing, figure.Chart);
        return $"""
            <svg viewBox="0 0 {Number(Width)} {Number(
                height
            )}" role="img" aria-labelledby="diagram-{n}-namn diagram-{n}-text" font-family="Arial, 'Liberation Sans', Helvetica, sans-serif" font-size="13" fill="#{Palette.Ink}">
            <title id="diagram-{n}-namn">{Encode(figure.Chart.Title)}</title>
            <desc id="diagram-{n}-text">{Encode(figure.Description)}</desc>
            <g aria-hidden="true">
            <text x="{Number(
                Width / 2
            )}" y="18" text-anchor="middle" font-weight="bold">{Encode(figure.Chart.Title)}</text>
            {drawing}</g>
            </svg>

            """;
    }

    /// <summary>A coordinate.</summary>
    internal static string Number(double value) =>
        value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A line of text.</summary>
    internal static void Text(
        StringBuilder drawing,
        double x,
        double y,
        string anchor,
        string text,
        double? size = null
    ) =>
        drawing.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{Number(x)}\" y=\"{Number(y)}\" text-anchor=\"{anchor}\"{(size is { } s ? $" font-size=\"{Number(s)}\"" : "")}>{Encode(text)}</text>\n"
        );

    /// <summary>The names of the series below the drawing.</summary>
    internal static void Legend(
        StringBuilder drawing,
        IReadOnlyList<Series> series,
        double y,
        Func<Series, double, string> sample
    )
    {
        const double SampleWidth = 34;
        const double Gap = 24;
        // About as wide as Arial runs on the average.
        var widths = series.Select(s => SampleWidth + 6.6 * s.Name.Length).ToList();
        var x = (Width - widths.Sum() - Gap * (series.Count - 1)) / 2;
        for (var i = 0; i < series.Count; i++)
        {
            drawing.Append(
                CultureInfo.InvariantCulture,
                $"<g transform=\"translate({Number(x)} {Number(y)})\">{sample(series[i], SampleWidth - 8)}</g>\n"
            );
            Text(drawing, x + SampleWidth, y + 4, "start", series[i].Name);
            x += widths[i] + Gap;
        }
    }
}
