namespace Kompass.Mining.PdfPig;

/// <summary>A path under construction, in points with the origin bottom left: as much of it as tells lines, rectangles and dots.</summary>
internal sealed class DrawnPath
{
    private readonly List<Part> _parts = [];

    /// <summary>Its closed and open pieces.</summary>
    public IReadOnlyList<Part> Parts => _parts;

    /// <summary>The box around all of it, or null where it is empty.</summary>
    public (double Left, double Bottom, double Right, double Top)? Bounds =>
        _parts.Exists(p => p.Points.Count > 0)
            ? (
                _parts.Where(p => p.Points.Count > 0).Min(p => p.Left),
                _parts.Where(p => p.Points.Count > 0).Min(p => p.Bottom),
                _parts.Where(p => p.Points.Count > 0).Max(p => p.Right),
                _parts.Where(p => p.Points.Count > 0).Max(p => p.Top)
            )
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

        public double Left { get; private set; } = double.MaxValue;

        public double Right { get; private set; } = double.MinValue;

        public double Bottom { get; private set; } = double.MaxValue;

        public double Top { get; private set; } = double.MinValue;

        public (double Left, double Bottom, double Right, double Top) Bounds =>
            (Left, Bottom, Right, Top);

        /// <summary>Whether it runs along the sides of a rectangle.</summary>
        public bool IsRectangle =>
            !IsCurved
            && _points.Count is 4 or 5
            && Sides.All(s => Math.Abs(s.X1 - s.X2) < 0.05 || Math.Abs(s.Y1 - s.Y2) < 0.05);

        /// <summary>Its straight pieces; of a curved one those between the ends of its curves.</summary>
        public IEnumerable<(double X1, double Y1, double X2, double Y2)> Sides
        {
            get
            {
                for (var i = 1; i < _points.Count; i++)
                {
                    yield return (_points[i - 1].X, _points[i - 1].Y, _points[i].X, _points[i].Y);
                }

                if (IsClosed && _points.Count > 2)
                {
                    yield return (_points[^1].X, _points[^1].Y, _points[0].X, _points[0].Y);
                }
            }
        }

        public void Add(double x, double y)
        {
            _points.Add((x, y));
            Left = Math.Min(Left, x);
            Right = Math.Max(Right, x);
            Bottom = Math.Min(Bottom, y);
            Top = Math.Max(Top, y);
        }
    }
}
