namespace Kompass.Mining.Documents.Pdf.Recognition;

/// <summary>
/// Reads the numbers of a recognised page again. Models of a language guess at letters: a large 67 becomes "6 /", a per cent sign "90". Numbers that stand in
/// columns are read as a strip of digits, numbers in large type one by one, both with the English model, whose digits and signs are better; where two readings
/// differ a third decides, and what stays in doubt keeps a low confidence.
/// </summary>
internal sealed partial class NumberRecognition(
    GrayImage image,
    int dots,
    PdfLimits limits,
    CancellationToken cancellation
)
{
    private const string Digits = "0123456789";
    private const string NumberSigns = "0123456789.,%";

    // Two of three readings agree; all agree; only one is there. Set so that doubt begins below 0.8.
    private const double TwoOfThree = 0.9;
    private const double AllAgree = 0.97;
    private const double Doubted = 0.5;

    // Times the usual height: a score in its box. Digits of ordinary type are lower than the usual word, and those of a heading about as high.
    private const double LargeType = 1.3;

    // A column has at least as many numbers.
    private const int FewestInColumn = 4;

    // A table of points has that many columns of numbers.
    private const int FewestColumns = 2;

    private double PixelsPerPoint => dots / 72.0;

    /// <summary>The words with the numbers as read again.</summary>
    public List<Word> Mend(List<Word> words)
    {
        if (words.Count == 0)
        {
            return words;
        }

        var usual = UsualHeight(words);
        return Strips(Large(words, usual), usual);
    }

    /// <summary>The height of a usual word, of one or more: the upper quartile, of words with a tall and a hanging letter, whose height does not depend on their letters.</summary>
    public static double UsualHeight(IReadOnlyCollection<Word> words)
    {
        var heights = words.Select(w => w.Box.Height).Order().ToList();
        return heights[heights.Count * 3 / 4];
    }

    // A score in its box: digits in large type, side by side.
    private List<Word> Large(List<Word> words, double usual)
    {
        var tall = words
            .Where(w =>
                w.Box.Height > LargeType * usual && w.Box.Height < 6 * usual && w.Text.Length <= 4
            )
            .OrderBy(w => w.Box.Left)
            .ToList();
        var mended = new List<Word>(words);
        while (tall.Count > 0)
        {
            var cluster = new List<Word> { tall[0] };
            cluster.AddRange(
                tall.Skip(1)
                    .Where(w =>
                        Math.Abs(w.Box.CenterY - tall[0].Box.CenterY) < 0.4 * tall[0].Box.Height
                    )
                    .TakeWhile(w => w.Box.Left - tall[0].Box.Right < 2.2 * tall[0].Box.Height)
            );
            // Only digits that touch, nearly: the scores of two years stand further apart.
            while (
                cluster.Count > 1
                && cluster[^1].Box.Left - cluster[^2].Box.Right > 0.8 * cluster[^1].Box.Height
            )
            {
                cluster.RemoveAt(cluster.Count - 1);
            }

            tall.RemoveAll(cluster.Contains);
            var box = cluster.Select(w => w.Box).Aggregate((a, b) => a.Union(b));
            var first = string.Concat(cluster.Select(w => w.Text));
            if (
                !first.Any(char.IsAsciiDigit)
                || first.Length > 6
                || CodeOrHalfPoint().IsMatch(first)
            )
            {
                continue;
            }

            var readings = new[] { first, Single(box, 1, Digits), Single(box, 2, Digits) }
                .Select(r => r is not null && WholeNumber().IsMatch(r) ? r : null)
                .ToArray();
            if (Decide(readings) is var (text, confidence))
            {
                mended.RemoveAll(cluster.Contains);
                mended.Add(new Word(text, box, box.Height, null, confidence));
            }
        }

        return mended;
    }

    // Columns of numbers next to each other are read as one strip.
    private List<Word> Strips(List<Word> words, double usual)
    {
        var cells = Cells(words, usual);
        var columns = Columns(cells, usual);
        var mended = new List<Word>(words);
        foreach (var strip in Joined(columns, words, cells, usual))
        {
            var read = ReadStrip(strip, usual);
            foreach (
                var word in read.Where(r =>
                    !words.Exists(w => IsSurelyText(w) && Overlap(w.Box, r.Box))
                )
            )
            {
                var cell = cells.Find(c => Overlap(c.Box, word.Box));
                var before =
                    cell?.Words
                    ?? [.. words.Where(w => Overlap(w.Box, word.Box) && w.Text.Length <= 5)];
                Replace(mended, before, word, usual);
            }

            // What the strip's reading left out stands as it was, in doubt.
            foreach (
                var cell in cells.Where(c =>
                    Within(c.Box, strip) && !read.Exists(w => Overlap(c.Box, w.Box))
                )
            )
            {
                var single = Clean(Single(cell.Box, 1, NumberSigns));
                var first = Clean(cell.Text);
                if (Decide([first, single, null]) is var (text, confidence))
                {
                    mended.RemoveAll(cell.Words.Contains);
                    mended.Add(new Word(text, cell.Box, cell.Box.Height, null, confidence));
                }
            }
        }

        mended.AddRange(Unseen(mended, usual));
        return mended;
    }

    // Numbers that no reading of the page saw at all: beside a line of text, in a column that has others, where there is ink.
    private List<Word> Unseen(List<Word> words, double usual)
    {
        var found = new List<Word>();
        var columns = Columns(Cells(words, usual), usual);
        if (columns.Count < FewestColumns)
        {
            return found;
        }

        foreach (var line in Lines(words.Where(IsText), usual))
        {
            var box = line.Select(w => w.Box).Aggregate((a, b) => a.Union(b));
            foreach (var column in columns)
            {
                var cell = new Box(column.Left - usual, box.Top, column.Right + usual, box.Bottom);
                if (
                    box.Right < cell.Left
                    && !words.Exists(w => Overlap(w.Box, cell))
                    && image.InkIn(cell, dots) is { } ink
                    && ink.Height > 0.5 * usual
                    && Decide([
                        Clean(Single(ink, 1, NumberSigns)),
                        Clean(Single(ink, 2, NumberSigns)),
                        null,
                    ])
                        is var (text, confidence)
                )
                {
                    found.Add(new Word(text, ink, ink.Height, null, confidence));
                }
            }
        }

        return found;

        static bool IsText(Word word) => word.Text.Count(char.IsLetter) > 1;
    }

    private void Replace(List<Word> words, IReadOnlyList<Word> before, Word read, double usual)
    {
        var first = string.Concat(before.Select(w => w.Text));
        if (before.Count > 0 && before.Max(w => w.Box.Height) > LargeType * usual)
        {
            return;
        }

        var (text, confidence) = (read.Text, AllAgree);
        if (!Says(first, read.Text))
        {
            var box = before.Select(w => w.Box).Append(read.Box).Aggregate((a, b) => a.Union(b));
            var single = Clean(Single(box, 1, NumberSigns));
            (text, confidence) =
                single == read.Text ? (read.Text, TwoOfThree)
                : single is not null && Says(first, single) ? (single, TwoOfThree)
                : (read.Text, Doubted);
        }

        // What a sign of it was taken for too: "Yo".
        words.RemoveAll(w => before.Contains(w) || w.Text.Length < 4 && Within(w.Box, read.Box));
        words.Add(new Word(text, read.Box, read.Box.Height, null, confidence));
    }

    // Whether a first reading can be of this number: the same digits, and for its per cent sign whatever was made of that.
    private static bool Says(string first, string number)
    {
        var digits = number.TrimEnd('%');
        return first == number
            || first == digits
            || (
                number.EndsWith('%')
                && first.StartsWith(digits, StringComparison.Ordinal)
                && first.Length <= digits.Length + 3
            )
            || first.Trim('.', ',', ':', ';', '\'', '|', '*') == number;
    }

    private static (string Text, double Confidence)? Decide(IReadOnlyList<string?> readings)
    {
        var votes = readings
            .OfType<string>()
            .GroupBy(r => r, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ToList();
        return votes.Count == 0 ? null
            : votes[0].Count() == 3 ? (votes[0].Key, AllAgree)
            : votes[0].Count() == 2 ? (votes[0].Key, TwoOfThree)
            : (votes[0].Key, Doubted);
    }

    private string? Single(Box box, int shrink, string characters)
    {
        var part = Part(box, 4);
        var words = Tesseract.Read(
            shrink == 1 ? part : part.Shrunk(shrink),
            dots / shrink,
            new TesseractMode("eng", 7, characters),
            limits,
            cancellation
        );
        var text = words is null
            ? ""
            : string.Concat(words.OrderBy(w => w.Box.Left).Select(w => w.Text));
        return text.Length == 0 ? null : text;
    }

    private List<Word> ReadStrip(Box strip, double usual)
    {
        const int Margin = 20;
        var part = Part(strip, usual);
        var words =
            Tesseract.Read(
                part,
                dots,
                new TesseractMode("eng", 6, NumberSigns),
                limits,
                cancellation
            ) ?? [];
        var left = strip.Left - usual - (Margin / PixelsPerPoint);
        var top = strip.Top - usual - (Margin / PixelsPerPoint);
        var read = new List<Word>();
        foreach (var word in words)
        {
            var box = new Box(
                word.Box.Left + left,
                word.Box.Top + top,
                word.Box.Right + left,
                word.Box.Bottom + top
            );
            if (
                read.Count > 0
                && word.Text == "%"
                && box.Left - read[^1].Box.Right < 1.2 * usual
                && Math.Abs(box.CenterY - read[^1].Box.CenterY) < usual
            )
            {
                read[^1] = read[^1] with
                {
                    Text = read[^1].Text + "%",
                    Box = read[^1].Box.Union(box),
                };
            }
            else
            {
                read.Add(word with { Box = box });
            }
        }

        return
        [
            .. read.Select(w => w with { Text = Clean(w.Text) ?? "" })
                .Where(w => w.Text.Length > 0),
        ];
    }

    private GrayImage Part(Box box, double around)
    {
        const int Margin = 20;
        return image.Cut(
            (int)((box.Left - around) * PixelsPerPoint),
            (int)((box.Top - around) * PixelsPerPoint),
            (int)((box.Width + (2 * around)) * PixelsPerPoint),
            (int)((box.Height + (2 * around)) * PixelsPerPoint),
            Margin
        );
    }

    // Words between wide gaps that are, or may be, a number.
    private static List<NumberCell> Cells(List<Word> words, double usual) =>
        [
            .. Lines(words.Where(w => w.Box.Height <= LargeType * usual), usual)
                .SelectMany(l =>
                    l.OrderBy(w => w.Box.Left)
                        .Runs((p, w) => w.Box.Left - p[^1].Box.Right <= 1.1 * usual)
                )
                .Select(phrase => new NumberCell(
                    phrase,
                    phrase.Select(w => w.Box).Aggregate((a, b) => a.Union(b)),
                    string.Concat(phrase.Select(w => w.Text))
                ))
                .Where(cell =>
                    cell.Words.Count is 1 or 2
                    && cell.Text.Length <= 6
                    && !cell.Text.Contains('(', StringComparison.Ordinal)
                    && cell.Text.Any(char.IsAsciiDigit)
                    && cell.Text.Count(char.IsAsciiDigit) * 5 >= cell.Text.Length * 2
                ),
        ];

    /// <summary>Words that stand side by side, from the top.</summary>
    public static List<List<Word>> Lines(IEnumerable<Word> words, double usual) =>
        [
            .. words
                .OrderBy(w => w.Box.CenterY)
                .Runs((line, w) => w.Box.CenterY - line[0].Box.CenterY <= 0.45 * usual),
        ];

    // Cells one below the other, by their right edges or their middles.
    private static List<Box> Columns(List<NumberCell> cells, double usual)
    {
        var columns = new List<Box>();
        var left = new List<NumberCell>(cells);
        while (left.Count > 0)
        {
            var seed = left[0];
            var column = left.Where(c =>
                    Math.Abs(c.Box.Right - seed.Box.Right) < 1.5 * usual
                    || Math.Abs(c.Box.CenterX - seed.Box.CenterX) < 0.8 * usual
                )
                .ToList();
            left.RemoveAll(column.Contains);
            if (column.Count >= FewestInColumn)
            {
                columns.Add(column.Select(c => c.Box).Aggregate((a, b) => a.Union(b)));
            }
        }

        return columns;
    }

    // Columns with no text between them become one strip.
    private static List<Box> Joined(
        List<Box> columns,
        List<Word> words,
        List<NumberCell> cells,
        double usual
    )
    {
        var strips = new List<Box>();
        foreach (var column in columns.OrderBy(c => c.Left))
        {
            if (
                strips.Count > 0
                && column.Left - strips[^1].Right < 10 * usual
                && strips[^1].Union(column) is var both
                && !HasText(both)
            )
            {
                strips[^1] = both;
            }
            else
            {
                strips.Add(column);
            }
        }

        return [.. strips.Where(s => !LeadsLines(s)).Select(Widened)];

        // Codes and numbers at the head of lines of text are no column of figures.
        bool LeadsLines(Box strip)
        {
            var rows = cells.Where(c => Within(c.Box, strip)).ToList();
            var followed = rows.Count(r =>
                words.Exists(w =>
                    w.Text.Count(char.IsLetter) > 2
                    && w.Box.Left > r.Box.Right
                    && Math.Abs(w.Box.CenterY - r.Box.CenterY) < 0.4 * usual
                )
            );
            return followed * 2 > rows.Count;
        }

        // A column whose numbers were not seen at all stands between the others and the text of their lines.
        Box Widened(Box strip)
        {
            var rows = cells.Where(c => Within(c.Box, strip)).Select(c => c.Box.CenterY).ToList();
            var text = words.Where(w =>
                w.Text.Count(char.IsLetter) > 2
                && w.Box.Right < strip.Left
                && rows.Exists(r => Math.Abs(r - w.Box.CenterY) < 0.4 * usual)
            );
            var left = text.Select(w => w.Box.Right + (1.5 * usual))
                .DefaultIfEmpty(strip.Left)
                .Max();
            return strip with { Left = Math.Min(strip.Left, left) };
        }

        // A head or two above the numbers does no harm; lines of text do.
        bool HasText(Box box) =>
            words.Count(w => w.Text.Length > 3 && w.Text.All(char.IsLetter) && Overlap(w.Box, box))
            > 12;
    }

    // A column's head, which a reading of digits only takes for digits.
    private static bool IsSurelyText(Word word) =>
        word.Text.Length >= 3 && word.Text.All(char.IsLetter) && word.Confidence > 0.6;

    private static string? Clean(string? text)
    {
        var match = text is null ? Match.Empty : Number().Match(text.Trim('.', ','));
        return match.Success ? match.Value.Replace(" ", "", StringComparison.Ordinal) : null;
    }

    private static bool Overlap(Box a, Box b) => a.Overlaps(b, 0.3, 0.4);

    private static bool Within(Box inner, Box outer) =>
        inner.CenterX > outer.Left - 1
        && inner.CenterX < outer.Right + 1
        && inner.CenterY > outer.Top - 1
        && inner.CenterY < outer.Bottom + 1;

    private sealed record NumberCell(IReadOnlyList<Word> Words, Box Box, string Text);

    // "2.3", "5.", "52,5": digits alone would lose the sign.
    [GeneratedRegex(@"^\d{1,3}[.,]\d?$")]
    private static partial Regex CodeOrHalfPoint();

    [GeneratedRegex(@"^\d{1,3}$")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"^\d{1,3}(?:[.,]\d{1,2})?\s?%?$")]
    private static partial Regex Number();
}
