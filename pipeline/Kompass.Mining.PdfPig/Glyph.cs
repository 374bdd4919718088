using System.Text.RegularExpressions;
using Kompass.Mining.Documents.Pdf.Visible;

namespace Kompass.Mining.PdfPig;

/// <summary>
/// A drawn letter, seen along the direction in which its text runs: <see cref="Start"/> and <see cref="End"/> lie on that axis, <see cref="Base"/> on the
/// one across it, so that lines that run down or up a page are put together as those that run from left to right.
/// </summary>
/// <param name="Text">What it stands for.</param>
/// <param name="FontName">As the file names it, with the mark of a subset, or null.</param>
/// <param name="Size">In points.</param>
/// <param name="IsStroked">Whether it is drawn with an outline, as word processors do where a font has no bold.</param>
/// <param name="Paint">How it is put on the page.</param>
/// <param name="Cos">Of its direction.</param>
/// <param name="Sin">Of its direction.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Base">Its base line.</param>
internal sealed partial record Glyph(
    string Text,
    string? FontName,
    double Size,
    bool IsStroked,
    Paint Paint,
    double Cos,
    double Sin,
    double Start,
    double End,
    double Base
)
{
    // Where a font's own ascent and descent are not at hand: those of Arial and Times New Roman, to which text fonts keep (905/212, 891/216 of 1000).
    private const double Ascent = 0.9;
    private const double Descent = 0.22;

    // Every size below this is a fault of the file.
    private const double LeastSize = 0.05;

    /// <summary>Degrees counter-clockwise by which its text runs off from left to right, 0 to 360.</summary>
    public double Angle => ((Math.Atan2(Sin, Cos) * 180 / Math.PI) + 360) % 360;

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
                cos,
                sin,
                start,
                start + length,
                (from.Y * cos) - (from.X * sin)
            )
            : null;
    }

    public bool RunsAs(Glyph other) => (Cos * other.Cos) + (Sin * other.Sin) > 0.999;

    /// <summary>The same letter with an accent that was drawn over it.</summary>
    public Glyph With(string text, Glyph accent) =>
        this with
        {
            Text = text,
            Start = Math.Min(Start, accent.Start),
            End = Math.Max(End, Math.Min(accent.End, End)),
        };

    /// <summary>The four corners of the box of letters from this one to another on the same line, in points, origin bottom left.</summary>
    public IEnumerable<(double X, double Y)> Corners(Glyph last, double size)
    {
        foreach (var along in new[] { Start, last.End })
        {
            foreach (var across in new[] { Base + (Ascent * size), Base - (Descent * size) })
            {
                yield return ((along * Cos) - (across * Sin), (along * Sin) + (across * Cos));
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
