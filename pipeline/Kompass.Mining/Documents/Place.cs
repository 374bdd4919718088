namespace Kompass.Mining.Documents;

/// <summary>A rectangle on a page in points (1/72 inch), origin top left.</summary>
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Width in points.</summary>
    public double Width => Right - Left;

    /// <summary>Height in points.</summary>
    public double Height => Bottom - Top;

    /// <summary>Half-way between left and right.</summary>
    public double CenterX => (Left + Right) / 2;

    /// <summary>Half-way between top and bottom.</summary>
    public double CenterY => (Top + Bottom) / 2;

    /// <summary>What adds nothing to another.</summary>
    internal static Box Nowhere { get; } =
        new(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);

    /// <summary>The smallest box around points.</summary>
    internal static Box Around(params IEnumerable<(double X, double Y)> points) =>
        points.Aggregate(Nowhere, (box, p) => box.Union(new Box(p.X, p.Y, p.X, p.Y)));

    /// <summary>The same box so far to the right and down.</summary>
    internal Box Moved(double right, double down) =>
        new(Left + right, Top + down, Right + right, Bottom + down);

    /// <summary>Whether another lies within.</summary>
    internal bool Holds(Box other) =>
        other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;

    /// <summary>Whether a point lies within, or so near.</summary>
    internal bool Contains(double x, double y, double slack) =>
        x >= Left - slack && x <= Right + slack && y >= Top - slack && y <= Bottom + slack;

    /// <summary>What both have in common; of sides below 0 where that is nothing.</summary>
    internal Box Cut(Box other) =>
        new(
            Math.Max(Left, other.Left),
            Math.Max(Top, other.Top),
            Math.Min(Right, other.Right),
            Math.Min(Bottom, other.Bottom)
        );

    /// <summary>Whether the middle of another lies in it.</summary>
    internal bool HoldsMiddleOf(Box other) =>
        other.CenterX > Left
        && other.CenterX < Right
        && other.CenterY > Top
        && other.CenterY < Bottom;

    /// <summary>Whether both share more than told of the narrower one's width and of the lower one's height.</summary>
    internal bool Overlaps(Box other, double ofWidth, double ofHeight) =>
        Math.Min(Right, other.Right) - Math.Max(Left, other.Left)
            > ofWidth * Math.Min(Width, other.Width)
        && Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top)
            > ofHeight * Math.Min(Height, other.Height);

    /// <summary>Where it lies on a page of these sides that is turned by so many quarters counter-clockwise.</summary>
    internal Box Turned(int quarters, double width, double height) =>
        quarters switch
        {
            1 => new Box(Top, width - Right, Bottom, width - Left),
            2 => new Box(width - Right, height - Bottom, width - Left, height - Top),
            3 => new Box(height - Bottom, Left, height - Top, Right),
            _ => this,
        };

    /// <summary>The smallest box around both.</summary>
    public Box Union(Box other) =>
        new(
            Math.Min(Left, other.Left),
            Math.Min(Top, other.Top),
            Math.Max(Right, other.Right),
            Math.Max(Bottom, other.Bottom)
        );
}

/// <summary>Where in a document something stands.</summary>
/// <param name="Page">1-based page, null where the document has none.</param>
/// <param name="Start">First character (UTF-16 offset in the file's text as decoded), null for pages with geometry.</param>
/// <param name="End">One past the last character.</param>
/// <param name="Box">The box on the page, null for text.</param>
public sealed record Place(int? Page, int? Start, int? End, Box? Box)
{
    /// <summary>A place that is not known.</summary>
    public static Place Unknown { get; } = new(null, null, null, null);

    /// <summary>From the first place to the last; a box only spans places of one page, the first one's.</summary>
    public static Place Span(IEnumerable<Place> places)
    {
        Place? all = null;
        foreach (var place in places)
        {
            all = all is null ? place : all.To(place);
        }

        return all ?? Unknown;
    }

    private Place To(Place later) =>
        new(
            Page ?? later.Page,
            Start is null ? later.Start
                : later.Start is null ? Start
                : Math.Min(Start.Value, later.Start.Value),
            End is null ? later.End
                : later.End is null ? End
                : Math.Max(End.Value, later.End.Value),
            Box is null ? (Page is null ? later.Box : null)
                : later.Box is null || later.Page != Page ? Box
                : Box.Value.Union(later.Box.Value)
        );
}
