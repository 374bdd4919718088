using Kompass.Mining.Documents;

namespace Kompass.Mining.Layout.Geometry.Pages;

/// <summary>A word as layout sees it: upright, on a sheet of its own, with the place where it stands in the file.</summary>
internal sealed record SheetWord(
    string Text,
    Box Box,
    double Size,
    bool? Bold,
    double Confidence,
    Place Place
)
{
    public double CenterY => Box.CenterY;

    public double CenterX => Box.CenterX;

    /// <summary>A text that stands where the word does, read as surely.</summary>
    public Passage With(string text) => Passage.At(text, Place, Confidence);

    /// <summary>A word without the signs around it.</summary>
    public static string CoreOf(string text)
    {
        var start = text.EndOfRun(0, IsSign);
        return text[start..Math.Max(start, text.StartOfRun(text.Length, IsSign))];

        static bool IsSign(char c) => !char.IsLetterOrDigit(c);
    }
}

/// <summary>One report page: a page of the file, or half of one where two are printed on a sheet.</summary>
/// <param name="Page">The file's page.</param>
/// <param name="Width">In points.</param>
/// <param name="Height">In points.</param>
/// <param name="Words">Its words, upright.</param>
/// <param name="IsRecognised">Whether they were recognised, so that letters may be wrong.</param>
internal sealed record Sheet(
    int Page,
    double Width,
    double Height,
    IReadOnlyList<SheetWord> Words,
    bool IsRecognised
)
{
    /// <summary>Lines along the sheet and down it: borders of cells, rules.</summary>
    public IReadOnlyList<Box> Lines { get; init; } = [];

    /// <summary>The sheets of a file's pages, turned upright and parted.</summary>
    /// <param name="pages">Of a file.</param>
    /// <param name="isHead">Whether a line heads a part of a report; it tells columns that are read one after the other from those of a table.</param>
    public static IEnumerable<Sheet> Of(IEnumerable<Page> pages, Func<string, bool>? isHead = null)
    {
        var upright = LineNumbers.TakeOut([.. pages.Select(Upright)]);
        var isTwoUp = TwoUp.Is(upright);
        return upright.SelectMany(s =>
            isTwoUp && TwoUp.CanPart(s) ? TwoUp.Halves(s)
            : isHead is not null && NewsColumns.Part(s, isHead) is { } columns ? columns
            : [s]
        );
    }

    private static Sheet Upright(Page page)
    {
        var turns =
            page.Words.Count == 0
                ? 0
                : page.Words.CountBy(w => w.QuarterTurns).MaxBy(t => t.Value).Key;
        var main = page.Words.Where(w => w.QuarterTurns == turns).ToList();
        var (width, height) = (page.Width, page.Height);
        // Some files state the sides of a turned page the other way; its words tell which way it lies.
        if (turns % 2 == 1 && main.Max(w => w.Box.Right) > width + 1)
        {
            (width, height) = (height, width);
        }

        // A table may be set sideways on a page whose header stands upright: what runs otherwise than most goes above it, or below.
        var above = page
            .Words.Where(w => w.QuarterTurns != turns && w.Box.Top < page.Height / 2)
            .ToList();
        var shift = above.Count == 0 ? 0 : above.Max(w => w.Box.Bottom) + 1;
        var tall = turns % 2 == 1 ? width : height;
        var words = new List<SheetWord>(page.Words.Count);
        foreach (var word in page.Words)
        {
            var b = word.Box;
            var box =
                word.QuarterTurns == turns ? b.Turned(turns, width, height).Moved(0, shift)
                : b.Top < page.Height / 2 ? b
                : b.Moved(0, shift + tall - (page.Height / 2));
            words.Add(
                new SheetWord(
                    word.Text,
                    box,
                    word.Size,
                    word.Bold,
                    word.Confidence,
                    word.Characters is { } characters
                        ? characters with
                        {
                            Page = page.Number,
                        }
                        : PlaceOf(page, b)
                )
            );
        }

        return new Sheet(
            page.Number,
            turns % 2 == 1 ? height : width,
            tall + shift,
            words,
            page.Origin == PageOrigin.Recognised
        )
        {
            Lines = [.. page.Lines.Select(l => l.Turned(turns, width, height).Moved(0, shift))],
        };
    }

    // Where a word of a page that was turned straight stands on the page as it is: the box around the box turned back.
    private static Place PlaceOf(Page page, Box box)
    {
        if (page.Turned == 0)
        {
            return new Place(page.Number, null, null, box);
        }

        var (sin, cos) = Math.SinCos(page.Turned * Math.PI / 180);
        var (cx, cy) = (page.Width / 2, page.Height / 2);
        return new Place(
            page.Number,
            null,
            null,
            Box.Around(
                Back(box.Left, box.Top),
                Back(box.Right, box.Top),
                Back(box.Left, box.Bottom),
                Back(box.Right, box.Bottom)
            )
        );

        (double X, double Y) Back(double x, double y) =>
            (cx + ((x - cx) * cos) - ((y - cy) * sin), cy + ((x - cx) * sin) + ((y - cy) * cos));
    }
}
