namespace Kompass.Mining.PdfPig;

/// <summary>A rectangle on a page in points, origin top left.</summary>
internal readonly record struct Area(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    /// <summary>What adds nothing to another.</summary>
    public static Area Nowhere { get; } =
        new(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);

    /// <summary>The box around both.</summary>
    public Area And(Area other) =>
        new(
            Math.Min(Left, other.Left),
            Math.Min(Top, other.Top),
            Math.Max(Right, other.Right),
            Math.Max(Bottom, other.Bottom)
        );

    /// <summary>The box around points.</summary>
    public static Area Around(params IEnumerable<(double X, double Y)> points) =>
        points.Aggregate(Nowhere, (area, p) => area.And(new Area(p.X, p.Y, p.X, p.Y)));

    /// <summary>Whether it lies within.</summary>
    public bool Holds(Area other) =>
        other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;

    public bool Contains(double x, double y, double slack) =>
        x >= Left - slack && x <= Right + slack && y >= Top - slack && y <= Bottom + slack;

    public Area Cut(Area other) =>
        new(
            Math.Max(Left, other.Left),
            Math.Max(Top, other.Top),
            Math.Min(Right, other.Right),
            Math.Min(Bottom, other.Bottom)
        );
}

/// <summary>How something is put on a page: what decides whether a reader sees it.</summary>
/// <param name="Order">The how-manieth thing of the page it is: what comes later lies over it.</param>
/// <param name="Colour">Red, green and blue in a number: 0xFF0000 is red; -1 where it is a pattern.</param>
/// <param name="Opacity">0 for nothing to 1.</param>
/// <param name="IsInk">False for text that is there to be searched, not to be seen (rendering modes 3 and 7).</param>
/// <param name="IsOff">Whether it is on a layer that is switched off.</param>
/// <param name="IsClipped">Whether it lies outside of what its page lets through.</param>
internal readonly record struct Paint(
    int Order,
    int Colour,
    double Opacity = 1,
    bool IsInk = true,
    bool IsOff = false,
    bool IsClipped = false
)
{
    /// <summary>Whether both look alike, wherever they lie in the order.</summary>
    public bool LooksLike(Paint other) => this with { Order = 0 } == other with { Order = 0 };
}

/// <summary>What a thing is that is drawn and no letter.</summary>
internal enum ShapeKind
{
    /// <summary>A straight line along the page or down it: a border, a rule, a line through or under words.</summary>
    Line,

    /// <summary>A small disc, ring or square, such as bullets are.</summary>
    Dot,

    /// <summary>A filled rectangle.</summary>
    Fill,

    /// <summary>A picture.</summary>
    Picture,
}

/// <summary>Something that is drawn and no letter.</summary>
internal readonly record struct Shape(ShapeKind Kind, Area Area, Paint Paint);

/// <summary>A page as its content draws it.</summary>
/// <param name="Width">Of what is seen of it (its crop box), in points.</param>
/// <param name="Height">In points.</param>
/// <param name="Glyphs">Letters in the order of drawing.</param>
/// <param name="Shapes">Everything else, in that order.</param>
internal sealed record DrawnPage(
    double Width,
    double Height,
    IReadOnlyList<Glyph> Glyphs,
    IReadOnlyList<Shape> Shapes
);
