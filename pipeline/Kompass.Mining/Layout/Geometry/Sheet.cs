using Kompass.Mining.Documents;

namespace Kompass.Mining.Layout.Geometry;

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
    public double CenterY => (Box.Top + Box.Bottom) / 2;

    public double CenterX => (Box.Left + Box.Right) / 2;

    /// <summary>A word without the signs around it.</summary>
    public static string CoreOf(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
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
    /// <summary>The sheets of a file's pages, turned upright and parted.</summary>
    public static IEnumerable<Sheet> Of(IEnumerable<Page> pages)
    {
        var upright = pages.Select(Upright).ToList();
        var isTwoUp = TwoUp.Is(upright);
        foreach (var sheet in upright)
        {
            if (isTwoUp && TwoUp.CanPart(sheet))
            {
                foreach (var half in TwoUp.Halves(sheet))
                {
                    yield return half;
                }
            }
            else
            {
                yield return sheet;
            }
        }
    }

    private static Sheet Upright(Page page)
    {
        var turns = QuarterTurns(page.Words);
        var (width, height) = (page.Width, page.Height);
        if (turns % 2 == 1)
        {
            // Engines differ in whether they exchange the sides of a turned page; its words tell which way it lies.
            var right = page.Words.Max(w => w.Box.Right);
            var bottom = page.Words.Max(w => w.Box.Bottom);
            (width, height) = (
                Math.Max(Math.Min(width, height), bottom),
                Math.Max(Math.Max(width, height), right)
            );
        }

        var words = new List<SheetWord>(page.Words.Count);
        foreach (var word in page.Words)
        {
            var b = word.Box;
            var box = turns switch
            {
                1 => new Box(b.Top, height - b.Right, b.Bottom, height - b.Left),
                2 => new Box(width - b.Right, height - b.Bottom, width - b.Left, height - b.Top),
                3 => new Box(width - b.Bottom, b.Left, width - b.Top, b.Right),
                _ => b,
            };
            var size = turns % 2 == 1 ? box.Height : word.Size;
            words.Add(
                new SheetWord(word.Text, box, size, word.Bold, word.Confidence, PlaceOf(page, b))
            );
        }

        return new Sheet(page.Number, width, height, words, page.Origin == PageOrigin.Recognised);
    }

    // Where a word of a page that was turned straight stands on the page as it is: the box around the box turned back.
    private static Place PlaceOf(Page page, Box box)
    {
        if (page.Turned == 0)
        {
            return new Place(page.Number, null, null, box);
        }

        var (sin, cos) = Math.SinCos(page.Turned * Math.PI / 180);
        var cx = page.Width / 2;
        var cy = page.Height / 2;
        var corners = new[]
        {
            (box.Left, box.Top),
            (box.Right, box.Top),
            (box.Left, box.Bottom),
            (box.Right, box.Bottom),
        }
            .Select(p =>
                (
                    X: cx + ((p.Item1 - cx) * cos) - ((p.Item2 - cy) * sin),
                    Y: cy + ((p.Item1 - cx) * sin) + ((p.Item2 - cy) * cos)
                )
            )
            .ToList();
        return new Place(
            page.Number,
            null,
            null,
            new Box(
                corners.Min(c => c.X),
                corners.Min(c => c.Y),
                corners.Max(c => c.X),
                corners.Max(c => c.Y)
            )
        );
    }

    // Text that runs down or up the page: its longer words are higher than wide, and each next word of a line stands below or above the one before.
    private static int QuarterTurns(IReadOnlyList<Word> words)
    {
        var longer = words.Where(w => w.Text.Length >= 4).ToList();
        var standing = longer.Count(w => w.Box.Height > 1.3 * w.Box.Width);
        if (longer.Count < 8)
        {
            return 0;
        }

        var isTurned = standing * 2 > longer.Count;
        var forward = 0;
        var backward = 0;
        for (var i = 1; i < words.Count; i++)
        {
            var a = words[i - 1].Box;
            var b = words[i].Box;
            if (isTurned && Math.Abs(a.Left - b.Left) < 2)
            {
                forward += b.Top > a.Top ? 1 : 0;
                backward += b.Top < a.Top ? 1 : 0;
            }
            else if (!isTurned && Math.Abs(a.Top - b.Top) < 2)
            {
                forward += b.Left > a.Left ? 1 : 0;
                backward += b.Left < a.Left ? 1 : 0;
            }
        }

        return isTurned
            ? forward >= backward
                ? 1
                : 3
            : backward > 3 * forward && backward > 20
                ? 2
                : 0;
    }
}
