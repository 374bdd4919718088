using System.Text.RegularExpressions;
using Kompass.Mining.Documents.Pdf.Visible;

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

    // Every size below this is a fault of the file.
    private const double LeastSize = 0.05;

    private readonly double _cos;
    private readonly double _sin;

    private Glyph(
        string text,
        string? font,
        double size,
        bool isStroked,
        Paint paint,
        (double Cos, double Sin) direction,
        (double Start, double End, double Base) place
    )
    {
        (_cos, _sin) = direction;
        (Start, End, Base) = place;
        Text = text;
        Size = size;
        FontName = font;
        IsStroked = isStroked;
        Paint = paint;
    }

    public string Text { get; }

    /// <summary>In points.</summary>
    public double Size { get; }

    /// <summary>As the file names it, with the mark of a subset, or null.</summary>
    public string? FontName { get; }

    /// <summary>Whether it is drawn with an outline, as word processors do where a font has no bold.</summary>
    public bool IsStroked { get; }

    /// <summary>How it is put on the page.</summary>
    public Paint Paint { get; }

    public double Start { get; }

    public double End { get; }

    public double Base { get; }

    /// <summary>Degrees counter-clockwise by which its text runs off from left to right, 0 to 360.</summary>
    public double Angle => ((Math.Atan2(_sin, _cos) * 180 / Math.PI) + 360) % 360;

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>A letter whose base line runs between two points (origin bottom left), or null where it has no size.</summary>
    public static Glyph? Of(
        string text,
        string? font,
        double size,
        bool isStroked,
        Paint paint,
        (double X, double Y) from,
        (double X, double Y) to
    )
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        // A mark without width of its own runs as its page does.
        var (cos, sin) = length > 1e-6 ? (dx / length, dy / length) : (1.0, 0.0);
        var start = (from.X * cos) + (from.Y * sin);
        size = Math.Abs(size);
        return
            double.IsFinite(size)
            && double.IsFinite(start + length)
            && size >= LeastSize
            && text.Length > 0
            ? new Glyph(
                text,
                font,
                size,
                isStroked,
                paint,
                (cos, sin),
                (start, start + length, (from.Y * cos) - (from.X * sin))
            )
            : null;
    }

    public bool RunsAs(Glyph other) => (_cos * other._cos) + (_sin * other._sin) > 0.999;

    /// <summary>The same letter with an accent that was drawn over it.</summary>
    public Glyph With(string text, Glyph accent) =>
        new(
            text,
            FontName,
            Size,
            IsStroked,
            Paint,
            (_cos, _sin),
            (Math.Min(Start, accent.Start), Math.Max(End, Math.Min(accent.End, End)), Base)
        );

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

    // Carlito-Bold, Arial,Bold, Frutiger-Black, MyriadPro-Semibold, Univers-Bd
    [GeneratedRegex(
        @"bold|black|heavy|demi|[-,]bd",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    public static partial Regex BoldFont();
}
