using Kompass.Mining.Documents;

namespace Kompass.Mining.PdfPig;

/// <summary>A path under construction, in points with the origin top left: as much of it as tells lines, rectangles and dots.</summary>
internal sealed class DrawnPath
{
    private readonly List<Part> _parts = [];

    /// <summary>Its closed and open pieces.</summary>
    public IReadOnlyList<Part> Parts => _parts;

    /// <summary>The box around all of it, or null where it is empty.</summary>
    public Box? Bounds =>
        _parts.Exists(p => p.Points.Count > 0)
            ? _parts.Aggregate(Box.Nowhere, (area, p) => area.Union(p.Bounds))
            : null;

    public void Begin() => _parts.Add(new Part());

    public void Clear() => _parts.Clear();

    public void MoveTo(double x, double y)
    {
        Begin();
        _parts[^1].Add(x, y);
    }

    public void LineTo(double x, double y, bool isCurve)
    {
        if (_parts.Count > 0)
        {
            _parts[^1].Add(x, y);
            _parts[^1].IsCurved |= isCurve;
        }
    }

    /// <summary>Closes the last piece; where it began, or null where there is none.</summary>
    public (double X, double Y)? Close()
    {
        if (_parts.Count == 0 || _parts[^1].Points.Count == 0)
        {
            return null;
        }

        _parts[^1].IsClosed = true;
        return _parts[^1].Points[0];
    }

    /// <summary>A piece of a path.</summary>
    internal sealed class Part
    {
        private readonly List<(double X, double Y)> _points = [];

        public IReadOnlyList<(double X, double Y)> Points => _points;

        public bool IsCurved { get; set; }

        public bool IsClosed { get; set; }

        /// <summary>The box around it.</summary>
        public Box Bounds { get; private set; } = Box.Nowhere;

        /// <summary>Whether it runs along the sides of a rectangle.</summary>
        public bool IsRectangle =>
            !IsCurved
            && Points.Count is 4 or 5
            && Sides.All(s =>
                Math.Abs(s.From.X - s.To.X) < 0.05 || Math.Abs(s.From.Y - s.To.Y) < 0.05
            );

        /// <summary>Its straight pieces; of a curved one those between the ends of its curves.</summary>
        public IEnumerable<((double X, double Y) From, (double X, double Y) To)> Sides =>
            Points
                .Zip(Points.Skip(1))
                .Concat(IsClosed && Points.Count > 2 ? [(Points[^1], Points[0])] : []);

        public void Add(double x, double y)
        {
            _points.Add((x, y));
            Bounds = Bounds.Union(new Box(x, y, x, y));
        }
    }
}
