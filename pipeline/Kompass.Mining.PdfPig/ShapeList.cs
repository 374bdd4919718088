using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf.Visible;

namespace Kompass.Mining.PdfPig;

/// <summary>
/// The lines, dots, fills and pictures of a page. Producers draw the same thing in different ways: a cell's border is a stroke of 0.5 points with Word and a
/// filled rectangle of 0.75 points with Chromium, a bullet a disc of 2 to 3 points, a frame two rectangles of which the inner one is spared.
/// </summary>
internal sealed class ShapeList
{
    // A line is thin, and longer than a stroke of a letter that is drawn.
    private const double ThickestLine = 2;
    private const double ShortestLine = 4;

    // Bullets, in points.
    private const double SmallestDot = 1;
    private const double LargestDot = 8;

    // By how much a straight line may run off in points, as rounding has it.
    private const double Askew = 0.3;

    // A page with more is a map or a drawing, whose lines say nothing about words.
    private const int Most = 20_000;

    private readonly List<DrawnShape> _shapes = [];

    /// <summary>What is worth knowing of them, in the order of drawing.</summary>
    public IReadOnlyList<DrawnShape> Kept =>
        _shapes.Count <= Most ? _shapes : [.. _shapes.Where(s => s.Kind >= ShapeKind.Fill)];

    /// <summary>Whether lines are kept.</summary>
    public bool TakesLines { get; set; } = true;

    public void Add(DrawnShape shape)
    {
        if (TakesLines || shape.Kind != ShapeKind.Line)
        {
            _shapes.Add(shape);
        }
    }

    /// <summary>Adds what a filled path shows.</summary>
    public void AddFilled(DrawnPath path, Box clip, Paint paint)
    {
        var isFrame = IsFrame(path);
        foreach (var part in path.Parts.Where(p => p.Points.Count > 2))
        {
            var area = part.Bounds.Cut(clip);
            if (area.Width < 0 || area.Height < 0)
            {
                continue;
            }

            if (IsDot(area))
            {
                Add(new DrawnShape(ShapeKind.Dot, area, paint));
            }
            else if (Math.Min(area.Width, area.Height) <= ThickestLine)
            {
                if (Math.Max(area.Width, area.Height) >= ShortestLine)
                {
                    Add(new DrawnShape(ShapeKind.Line, area, paint));
                }
            }
            else if (isFrame)
            {
                AddSides(part, clip, 0.5, paint);
            }
            else if (part.IsRectangle)
            {
                Add(new DrawnShape(ShapeKind.Fill, area, paint));
            }
        }
    }

    /// <summary>Adds what an outlined path shows.</summary>
    public void AddStroked(DrawnPath path, Box clip, double width, Paint paint)
    {
        foreach (var part in path.Parts.Where(p => p.Points.Count > 1))
        {
            var area = part.Bounds.Cut(clip);
            if (area.Width < 0 || area.Height < 0)
            {
                continue;
            }

            if (part.IsClosed && IsDot(area))
            {
                Add(new DrawnShape(ShapeKind.Dot, area, paint));
            }
            else if (width <= ThickestLine * 2)
            {
                AddSides(part, clip, width, paint);
            }
        }
    }

    private void AddSides(DrawnPath.Part part, Box clip, double width, Paint paint)
    {
        foreach (var (from, to) in part.Sides)
        {
            var side = Box.Around(from, to);
            if (
                Math.Min(side.Width, side.Height) > Askew
                || Math.Max(side.Width, side.Height) < ShortestLine
            )
            {
                continue;
            }

            var (x, y) = side.Width > side.Height ? (0.0, width / 2) : (width / 2, 0.0);
            var area = new Box(side.Left - x, side.Top - y, side.Right + x, side.Bottom + y).Cut(
                clip
            );
            if (area.Width >= 0 && area.Height >= 0)
            {
                Add(new DrawnShape(ShapeKind.Line, area, paint));
            }
        }
    }

    // A rectangle within a rectangle: what is filled lies between them.
    private static bool IsFrame(DrawnPath path) =>
        path.Parts.Count > 1
        && path.Parts.Any(outer =>
            path.Parts.Any(inner =>
                !ReferenceEquals(inner, outer)
                && inner.Points.Count > 2
                && outer.Bounds.Holds(inner.Bounds)
            )
        );

    private static bool IsDot(Box area) =>
        area.Width is >= SmallestDot and <= LargestDot
        && area.Height is >= SmallestDot and <= LargestDot
        && area.Width < 1.6 * area.Height
        && area.Height < 1.6 * area.Width;
}
