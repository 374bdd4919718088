namespace Kompass.Mining.Documents.Pdf.Visible;

/// <summary>How something is put on a page: what decides whether a reader sees it.</summary>
/// <param name="Order">What comes later lies over it.</param>
/// <param name="Colour">Red, green and blue in a number: 0xFF0000 is red; -1 where it is a pattern.</param>
/// <param name="Opacity">0 for nothing to 1.</param>
/// <param name="IsInk">False for text that is there to be searched, not to be seen (rendering modes 3 and 7).</param>
/// <param name="IsOff">Whether it is on a layer that is switched off.</param>
/// <param name="IsClipped">Whether it lies outside of what its page lets through.</param>
internal readonly record struct Paint(
    int Order,
    int Colour = 0,
    double Opacity = 1,
    bool IsInk = true,
    bool IsOff = false,
    bool IsClipped = false
)
{
    /// <summary>Brightness as an eye has it (ITU-R BT.601), 0 black to 1 white; that of a pattern as of something dark.</summary>
    public double Brightness =>
        Colour < 0 ? 0 : ((0.299 * Red) + (0.587 * Green) + (0.114 * Blue)) / 255;

    private int Red => (Colour >> 16) & 0xFF;

    private int Green => (Colour >> 8) & 0xFF;

    private int Blue => Colour & 0xFF;

    /// <summary>The largest difference of red, green or blue between two colours, 0 to 1.</summary>
    public double Differs(int other) =>
        Math.Max(
            Math.Abs(Red - ((other >> 16) & 0xFF)),
            Math.Max(Math.Abs(Green - ((other >> 8) & 0xFF)), Math.Abs(Blue - (other & 0xFF)))
        ) / 255.0;

    /// <summary>Whether both look alike, wherever they lie in the order.</summary>
    public bool LooksLike(Paint other) => this with { Order = 0 } == other with { Order = 0 };

    /// <summary>How far its colour is from grey, 0 to 1.</summary>
    public double Saturation =>
        Colour < 0
            ? 0
            : (Math.Max(Red, Math.Max(Green, Blue)) - Math.Min(Red, Math.Min(Green, Blue))) / 255.0;
}

/// <summary>A word as a file draws it, seen or not.</summary>
/// <param name="Word">Its text and place.</param>
/// <param name="Paint">How it is put on the page.</param>
/// <param name="Angle">Degrees counter-clockwise by which it runs off from left to right, 0 to 360.</param>
/// <param name="Font">Name of its font with the mark of its subset, or null.</param>
internal sealed record DrawnWord(Word Word, Paint Paint, double Angle = 0, string? Font = null);

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
internal sealed record DrawnShape(ShapeKind Kind, Box Box, Paint Paint);

/// <summary>A page as its file draws it.</summary>
internal sealed record DrawnPage(
    int Number,
    double Width,
    double Height,
    IReadOnlyList<DrawnWord> Words,
    IReadOnlyList<DrawnShape> Shapes,
    bool IsUnread = false
);
