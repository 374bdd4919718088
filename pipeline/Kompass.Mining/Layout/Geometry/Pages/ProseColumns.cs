namespace Kompass.Mining.Layout.Geometry.Pages;

/// <summary>
/// Parts prose that is set in two columns, so that the left one is read before the right one. Lines that lie beside each other on a page were put together as
/// one; where a stretch of them keeps clear of a strip in the middle of the page, and both sides of it are filled with words, it is two columns. Tables are
/// left as they are, unless the document lets its lists of findings flow from column to column: there a head stands beside an item of the list before, and two
/// heads beside each other are no table either.
/// </summary>
internal sealed class ProseColumns(PageText pages, Func<VisualLine, bool> isListHead)
{
    // A line of two columns has words enough for both; fewer may be a row of a table.
    private const int FewestWords = 6;

    // So many lines make a document one with columns, and so many a stretch that is parted.
    private const int FewestInDocument = 10;
    private const int FewestInStretch = 2;
    private const int ManyInStretch = 5;

    // One head in the middle of a page of two columns may stand beside an item by chance of the setting.
    private const int FewestHeadsBesideItems = 2;

    // A column of prose is filled nearly to its edge, labels beside their values are not; lists in columns are filled less, and need more lines.
    private const double Filled = 0.75;
    private const double HalfFilled = 0.5;

    private readonly List<VisualLine> _lines = [];
    private readonly Dictionary<VisualLine, Block.Figure> _figures = new(pages.Figures);
    private readonly (double Left, double Right)?[] _gaps =
    [
        .. pages.Lines.Select(l => GapOf(l, pages.Measures)),
    ];
    private double? _flowing;
    private bool[] _isOfTable = [];
    private int _parted;

    /// <summary>The lines in reading order with their columns parted, or null where there are none.</summary>
    /// <param name="pages">The lines as they lie on the pages.</param>
    /// <param name="ofTables">
    /// Tells which lines belong to tables, of findings too or only to others; only asked where there seem to be columns.
    /// </param>
    /// <param name="isListHead">Tells the heads of findings lists, which never stand in the middle of a column that goes on beside them.</param>
    public static PageText? Part(
        PageText pages,
        Func<bool, bool[]> ofTables,
        Func<VisualLine, bool> isListHead
    ) => new ProseColumns(pages, isListHead).Part(ofTables);

    private PageText? Part(Func<bool, bool[]> ofTables)
    {
        if (_gaps.Count(g => g is not null) < FewestInDocument)
        {
            return null;
        }

        _flowing =
            pages.Lines.Count(HasHeadBesideItem) >= FewestHeadsBesideItems ? MiddleOf(_gaps) : null;
        _isOfTable = ofTables(_flowing is null);
        foreach (
            var sheet in Enumerable
                .Range(0, pages.Lines.Count)
                .Runs((s, i) => ReferenceEquals(pages.Lines[s[0]].Sheet, pages.Lines[i].Sheet))
        )
        {
            PartSheet(sheet[0], sheet[^1] + 1);
        }

        return _parted < FewestInDocument
            ? null
            : pages with
            {
                Lines = _lines,
                Figures = _figures,
            };
    }

    private void PartSheet(int start, int end)
    {
        var own = Enumerable.Range(start, end - start).Where(i => !_isOfTable[i]);
        if ((MiddleOf(own.Select(i => _gaps[i])) ?? _flowing) is not { } middle)
        {
            _lines.AddRange(pages.Lines.Skip(start).Take(end - start));
            return;
        }

        for (var at = start; at < end; )
        {
            var stretch = at;
            while (stretch < end && !_isOfTable[stretch] && !Ends(at, stretch, end, middle))
            {
                stretch++;
            }

            stretch = WithoutTail(at, stretch, stretch == end, middle);
            var between = Enumerable.Range(at, stretch - at).Count(i => Holds(_gaps[i], middle));
            var side = pages.Lines.Skip(at).Take(stretch - at).ToList();
            var isList = _flowing is not null && HasItemsBeside(side, middle);
            if (
                (isList || between >= FewestInStretch)
                && Columns(
                    side,
                    middle,
                    isList ? 0
                        : between >= ManyInStretch ? HalfFilled
                        : Filled
                )
                    is { } columns
            )
            {
                _parted += between;
                Move(side, columns[0]);
                _lines.AddRange(columns);
                at = stretch;
            }
            else
            {
                var next = Math.Max(stretch, at + 1);
                _lines.AddRange(pages.Lines.Skip(at).Take(next - at));
                at = next;
            }
        }
    }

    // Short lines below columns of equal length keep clear of the middle by chance: what follows the last line of the right column and stands apart is text
    // across the page again, unless the left column goes on to the foot of the page.
    private int WithoutTail(int start, int end, bool reachesFoot, double middle)
    {
        var tail = end;
        while (tail > start && pages.Lines[tail - 1].Box.Right < middle)
        {
            tail--;
        }

        for (var i = Math.Max(tail, start + 1); i < end; i++)
        {
            var isApart =
                pages.Lines[i].CenterY - pages.Lines[i - 1].CenterY > 1.3 * pages.Measures.Leading;
            if (isListHead(pages.Lines[i]) || (isApart && !reachesFoot))
            {
                return i;
            }
        }

        return end;
    }

    // A line across both columns ends a stretch, and so does a heading in large type with nothing beside it.
    private bool Ends(int first, int index, int end, double middle)
    {
        var line = pages.Lines[index];
        if (Crosses(line, middle))
        {
            return true;
        }

        if (line.Size <= 1.2 * pages.Measures.Body || line.Box.Right > middle)
        {
            return false;
        }

        var reach = 0.3 * pages.Measures.Leading;
        return Enumerable
            .Range(first, end - first)
            .SelectMany(i => pages.Lines[i].Words)
            .All(w =>
                w.CenterX < middle
                || w.Box.Bottom < line.Box.Top - reach
                || w.Box.Top > line.Box.Bottom + reach
            );
    }

    // A word lies over the middle, or no more than a blank does.
    private bool Crosses(VisualLine line, double middle)
    {
        var body = pages.Measures.Body;
        var left = line.Words.Where(w => w.CenterX < middle).ToList();
        var right = line.Words.Where(w => w.CenterX >= middle).ToList();
        return left.Exists(w => w.Box.Right > middle + (0.3 * body))
            || right.Exists(w => w.Box.Left < middle - (0.3 * body))
            || (
                left.Count > 0
                && right.Count > 0
                && right[0].Box.Left - left[^1].Box.Right < 0.8 * body
            );
    }

    private static bool Holds((double Left, double Right)? gap, double middle) =>
        gap is { } g && g.Left < middle && g.Right > middle;

    // The gap between the two halves of a line: wide, near the middle of the sheet, with words on both sides of it.
    private static (double Left, double Right)? GapOf(VisualLine line, Measures measures)
    {
        if (line.Words.Count < FewestWords)
        {
            return null;
        }

        var at = Enumerable
            .Range(1, line.Words.Count - 1)
            .MaxBy(i => line.Words[i].Box.Left - line.Words[i - 1].Box.Right);

        return
            IsMiddle(line, at, measures)
            && HasWords(line.Words.Take(at))
            && HasWords(line.Words.Skip(at))
            ? (line.Words[at - 1].Box.Right, line.Words[at].Box.Left)
            : null;
    }

    // Whether the gap before a word is wide, and near the middle of the sheet.
    private static bool IsMiddle(VisualLine line, int at, Measures measures)
    {
        var (left, right) = (line.Words[at - 1].Box.Right, line.Words[at].Box.Left);
        return right - left > 0.9 * measures.Body
            && Math.Abs(((left + right) / 2) - (line.Sheet.Width / 2)) < 0.15 * line.Sheet.Width;
    }

    // "• Riktlinjer mot mutor | Förbättringsmöjligheter": the head of a list at the foot of the one before it, in one column, and not above the other.
    private bool HasHeadBesideItem(VisualLine line) =>
        Enumerable
            .Range(1, line.Words.Count - 1)
            .Where(i => IsMiddle(line, i, pages.Measures))
            .Select(i =>
                (
                    Left: new VisualLine(line.Sheet, [.. line.Words.Take(i)]),
                    Right: new VisualLine(line.Sheet, [.. line.Words.Skip(i)])
                )
            )
            .Any(halves =>
                isListHead(halves.Right)
                && !halves.Left.Phrases().Any(p => isListHead(new VisualLine(line.Sheet, p)))
            );

    private static bool HasItemsBeside(List<VisualLine> lines, double middle) =>
        lines.Exists(l =>
            l.Words.ToList().FindIndex(w => w.CenterX >= middle) is >= 0 and var right
            && ItemLines.IsBulleted(new VisualLine(l.Sheet, [.. l.Words.Skip(right)]))
        );

    private static bool HasWords(IEnumerable<SheetWord> words) =>
        words.Count(w => w.Text.Length > 1 && char.IsLetter(w.Text[0])) >= 2;

    // Where most gaps meet: right before the right column's edge.
    private static double? MiddleOf(IEnumerable<(double Left, double Right)?> gaps)
    {
        var found = gaps.OfType<(double Left, double Right)>().ToList();
        if (found.Count < FewestInStretch)
        {
            return null;
        }

        return found
            .Select(g => g.Right - 1)
            .MaxBy(x => found.Count(g => g.Left < x && g.Right > x));
    }

    private static List<VisualLine>? Columns(List<VisualLine> lines, double middle, double filled)
    {
        var sheet = lines[0].Sheet;
        var left = lines.SelectMany(l => l.Words).Where(w => w.CenterX < middle).ToList();
        var right = lines.SelectMany(l => l.Words).Where(w => w.CenterX >= middle).ToList();
        if (left.Count == 0 || right.Count == 0)
        {
            return null;
        }

        var margin = left.Min(w => w.Box.Left);
        var shift = right.Min(w => w.Box.Left) - margin;
        var first = Column(sheet, left, 0, margin);
        var second = Column(sheet, right, shift, margin);
        return
            IsFilled(first, middle, filled)
            && IsFilled(second, right.Max(w => w.Box.Right) - shift, filled)
            ? [.. first, .. second]
            : null;
    }

    private static List<VisualLine> Column(
        Sheet sheet,
        List<SheetWord> words,
        double shift,
        double margin
    )
    {
        var moved = words.Select(w => w with { Box = w.Box.Moved(-shift, 0) }).ToList();
        var column = sheet with
        {
            Width = moved.Max(w => w.Box.Right) + margin,
            Words = moved,
            Lines = [],
        };
        return VisualLine.LinesOf(column, moved);
    }

    private static bool IsFilled(List<VisualLine> column, double right, double filled)
    {
        var left = column.Min(l => l.Box.Left);
        var widths = column.Select(l => l.Box.Width / (right - left)).Order().ToList();
        // Last lines of paragraphs and headings are short: the upper half is to be filled.
        return widths[widths.Count * 2 / 3] > filled;
    }

    // A chart that stood before one of these lines stands before the first of them now.
    private void Move(IEnumerable<VisualLine> from, VisualLine to)
    {
        foreach (var line in from)
        {
            if (_figures.Remove(line, out var figure))
            {
                _figures[to] = figure;
            }
        }
    }
}
