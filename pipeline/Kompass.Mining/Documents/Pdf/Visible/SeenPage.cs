namespace Kompass.Mining.Documents.Pdf.Visible;

/// <summary>A page while it is decided what of it is read.</summary>
/// <param name="drawn">The page as its file draws it.</param>
/// <param name="isScan">Whether its words are a scanner's reading of its picture.</param>
/// <param name="isDoubted">Whether what a word says is not to be believed.</param>
internal sealed class SeenPage(
    DrawnPage drawn,
    bool isScan = false,
    Predicate<DrawnWord>? isDoubted = null
)
{
    // A bullet stands so far before its text at most, in points.
    private const double FarthestBullet = 40;

    // In points, of which Chromium rounds to pixels of 0.75, and in parts of the range of red, green and blue.
    private const double SameSize = 1;
    private const double SameColour = 0.05;

    private readonly List<Word> _leftOut = [];

    public DrawnPage Drawn { get; } = drawn;

    /// <summary>What is read so far.</summary>
    public List<DrawnWord> Words { get; } = [];

    /// <summary>Notes a word that is not read.</summary>
    public void LeaveOut(DrawnWord word) => _leftOut.Add(word.Word);

    /// <summary>Takes out words.</summary>
    public void TakeOut(Predicate<DrawnWord> isOut)
    {
        Words.FindAll(isOut).ForEach(LeaveOut);
        Words.RemoveAll(isOut);
    }

    /// <summary>The page as it is read.</summary>
    public Page ToPage() =>
        new(
            Drawn.Number,
            Drawn.Width,
            Drawn.Height,
            WithBullets(),
            Drawn.IsUnread ? PageOrigin.Unreadable
                : isScan ? PageOrigin.ScannersText
                : PageOrigin.TextLayer
        )
        {
            Doubted = isDoubted is null ? [] : [.. Words.FindAll(isDoubted).Select(w => w.Word)],
            Lines = [.. Drawn.Shapes.Where(IsSeenLine).Select(s => s.Box)],
            Pictures = [.. Drawn.Shapes.Where(s => s.Kind == ShapeKind.Picture).Select(s => s.Box)],
            LeftOut = _leftOut,
        };

    // White lines on paper part nothing that a reader sees.
    private static bool IsSeenLine(DrawnShape shape) =>
        shape.Kind == ShapeKind.Line && shape.Paint.Brightness < 0.95;

    // A disc, ring or square right before a word that nothing else touches is a bullet, as producers draw it that have none in the font.
    private List<Word> WithBullets()
    {
        var bullets = Drawn
            .Shapes.Where(s => s.Kind == ShapeKind.Dot)
            .Select(d => (Dot: d, Word: Behind(d)))
            .Where(b => b.Word is not null)
            .GroupBy(b => b.Word!)
            // More than one before the same word are a drawing.
            .Where(g => g.Count() == 1)
            .ToDictionary(g => g.Key, g => g.First().Dot);
        return
        [
            .. Words.SelectMany(w =>
                bullets.TryGetValue(w, out var dot)
                    ? [BulletOf(dot.Box, w.Word), w.Word]
                    : (Word[])[w.Word]
            ),
        ];
    }

    private static Word BulletOf(Box dot, Word word) =>
        new("•", word.Box with { Left = dot.Left, Right = dot.Right }, word.Size, word.Bold);

    // All dots of a size have one colour; a legend has several.
    private bool IsOneOfSeveral(DrawnShape dot)
    {
        var alike = Drawn
            .Shapes.Where(s =>
                s.Kind == ShapeKind.Dot
                && Math.Abs(s.Box.Width - dot.Box.Width) < SameSize
                && Math.Abs(s.Box.Height - dot.Box.Height) < SameSize
            )
            .ToList();
        return alike.Count > 1
            && alike.TrueForAll(s => s.Paint.Differs(dot.Paint.Colour) < SameColour);
    }

    private DrawnWord? Behind(DrawnShape dot)
    {
        var middle = dot.Box.CenterY;
        var onLine = Words
            .Where(w => w.Word.Box.Top < middle && w.Word.Box.Bottom > middle)
            .ToList();
        var next = onLine
            .Where(w =>
                w.Word.Box.Left >= dot.Box.Right - 1
                && w.Word.Box.Left - dot.Box.Right < FarthestBullet
            )
            .MinBy(w => w.Word.Box.Left);
        return
            next is not null
            && dot.Box.Width < 0.8 * next.Word.Size
            // A legend's square has the colour of what it explains, a bullet that of its text, or nearly, or that of every other bullet.
            && (
                dot.Paint.Saturation < 0.3
                || dot.Paint.Differs(next.Paint.Colour) < 0.3
                || IsOneOfSeveral(dot)
            )
            && !onLine.Exists(w =>
                w.Word.Box.Right > dot.Box.Left - 3 && w.Word.Box.Left < dot.Box.Right - 1
            )
            ? next
            : null;
    }
}
