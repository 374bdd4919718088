using System.Net;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Kompass.Web.Charts;

/// <summary>Writes an SVG picture. Texts are escaped; numbers are rounded to a tenth.</summary>
internal sealed class Svg
{
    private readonly StringBuilder _svg = new();

    /// <param name="width">Width in units.</param>
    /// <param name="height">Height in units.</param>
    /// <param name="title">What the picture shows, for who cannot see it; its figures stand in the table beside it.</param>
    public Svg(double width, double height, string title) =>
        _svg.Append(
            Invariant(
                $"<svg viewBox=\"0 0 {width:0.#} {height:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" role=\"img\" aria-label=\"{Escaped(title)}\">"
            )
        );

    public Svg Line(double x1, double y1, double x2, double y2, string style)
    {
        _svg.Append(
            Invariant(
                $"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\" class=\"{style}\"/>"
            )
        );
        return this;
    }

    public Svg Polyline(IEnumerable<(double X, double Y)> points, string style)
    {
        var list = points.Select(p => Invariant($"{p.X:0.#},{p.Y:0.#}"));
        _svg.Append(
            Invariant(
                $"<polyline points=\"{string.Join(' ', list)}\" class=\"line {style}\" fill=\"none\"/>"
            )
        );
        return this;
    }

    public Svg Circle(double x, double y, double radius, string style, string? tip = null)
    {
        _svg.Append(
            Invariant(
                $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\" class=\"{style}\">{Tip(tip)}</circle>"
            )
        );
        return this;
    }

    /// <param name="x">Where it is anchored.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="text">Any text.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="style">Classes.</param>
    public Svg Text(double x, double y, string text, string anchor = "start", string style = "")
    {
        _svg.Append(
            Invariant(
                $"<text x=\"{x:0.#}\" y=\"{y:0.#}\" text-anchor=\"{anchor}\" class=\"{style}\">{Escaped(text)}</text>"
            )
        );
        return this;
    }

    /// <summary>The picture, ready to stand in a page.</summary>
    public MarkupString Done() => new(_svg.ToString() + "</svg>");

    private static string Tip(string? tip) => tip is null ? "" : $"<title>{Escaped(tip)}</title>";

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
