using System.Text.RegularExpressions;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Kompass.Mining.PdfPig;

/// <summary>
/// A drawn letter, seen along the direction in which its text runs: <see cref="Start"/> and <see cref="End"/> lie on that axis, <see cref="Base"/> on the
/// one across it, so that lines that run down or up a page are put together as those that run from left to right.
/// </summary>
internal sealed partial class Glyph
{
    // Where a font's own ascent and descent are not at hand: those of Arial and Times New Roman, to which text fonts keep (905/212, 891/216 of 1000).
    private const double Ascent = 0.9;
    private const double Descent = 0.22;

    // Every size below this is a fault of the file, or text that nobody is meant to see.
    private const double LeastSize = 0.5;

    // What PdfPig calls fonts whose letters are drawings: they have no name.
    private const string NamelessFont = "Type3";

    private readonly double _cos;
    private readonly double _sin;

    private Glyph(Letter letter, string text, double cos, double sin, double size)
    {
        (_cos, _sin) = (cos, sin);
        Text = text;
        Size = size;
        FontName = letter.FontName is { Length: > 0 } name and not NamelessFont
            ? SubsetMark().Replace(name, "")
            : null;
        IsStroked = letter.RenderingMode == TextRenderingMode.FillThenStroke;
        var start = letter.StartBaseLine;
        var width = Math.Max(
            letter.Width > 0 && letter.Width < 4 * size ? letter.Width : 0,
            Math.Sqrt(
                Math.Pow(letter.EndBaseLine.X - start.X, 2)
                    + Math.Pow(letter.EndBaseLine.Y - start.Y, 2)
            )
        );
        Start = (start.X * cos) + (start.Y * sin);
        End = Start + width;
        Base = (start.Y * cos) - (start.X * sin);
    }

    private Glyph(Glyph other, string text, double start, double end)
    {
        (_cos, _sin) = (other._cos, other._sin);
        Text = text;
        Size = other.Size;
        FontName = other.FontName;
        IsStroked = other.IsStroked;
        Start = start;
        End = end;
        Base = other.Base;
    }

    public string Text { get; }

    /// <summary>In points.</summary>
    public double Size { get; }

    /// <summary>Without the mark of a subset, or null.</summary>
    public string? FontName { get; }

    /// <summary>Whether it is drawn with an outline, as word processors do where a font has no bold.</summary>
    public bool IsStroked { get; }

    public double Start { get; }

    public double End { get; }

    public double Base { get; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>A letter as a glyph, or null where it has no size.</summary>
    public static Glyph? Of(Letter letter)
    {
        var dx = letter.EndBaseLine.X - letter.StartBaseLine.X;
        var dy = letter.EndBaseLine.Y - letter.StartBaseLine.Y;
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        // A mark without width of its own runs as its page does.
        var (cos, sin) = length > 1e-6 ? (dx / length, dy / length) : (1.0, 0.0);
        var size = Math.Abs(letter.PointSize);
        return double.IsFinite(size) && size >= LeastSize && letter.Value.Length > 0
            ? new Glyph(letter, letter.Value, cos, sin, size)
            : null;
    }

    public bool RunsAs(Glyph other) => (_cos * other._cos) + (_sin * other._sin) > 0.999;

    /// <summary>The same letter with an accent that was drawn over it.</summary>
    public Glyph With(string text, Glyph accent) =>
        new(this, text, Math.Min(Start, accent.Start), Math.Max(End, Math.Min(accent.End, End)));

    /// <summary>The four corners of the box of letters from this one to another on the same line, in points, origin bottom left.</summary>
    public IEnumerable<(double X, double Y)> Corners(Glyph last, double size)
    {
        foreach (var along in new[] { Start, last.End })
        {
            foreach (var across in new[] { Base + (Ascent * size), Base - (Descent * size) })
            {
                yield return ((along * _cos) - (across * _sin), (along * _sin) + (across * _cos));
            }
        }
    }

    // ABCDEF+Carlito-Bold
    [GeneratedRegex(@"^[A-Z]{6}\+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SubsetMark();
}
