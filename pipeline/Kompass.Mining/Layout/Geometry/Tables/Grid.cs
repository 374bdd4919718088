using Kompass.Mining.Layout.Geometry.Pages;

namespace Kompass.Mining.Layout.Geometry.Tables;

/// <summary>
/// Reads tables of any other kind, such as all areas with the scores of several years, or facts with their values: lines whose phrases stand below those of
/// their neighbours with wide gaps between.
/// </summary>
/// <param name="context">The document.</param>
/// <param name="isOtherTable">Whether a table of a kind that is read otherwise begins at a line.</param>
internal sealed class Grid(LayoutContext context, Func<int, bool> isOtherTable)
{
    private readonly IReadOnlyList<VisualLine> _lines = context.Lines;
    private readonly EditionLabels _labels = context.Labels;
    private readonly HeadingFinder _headings = context.Headings;

    /// <summary>The table that begins at a line, or null where none does.</summary>
    public (Block Table, int End)? Read(int index)
    {
        if (!HasGap(index))
        {
            return null;
        }

        var end = index + 1;
        var withGap = 1;
        while (
            end < _lines.Count
            && !isOtherTable(end)
            && (
                ReferenceEquals(_lines[end].Sheet, _lines[end - 1].Sheet)
                    ? _lines[end].CenterY - _lines[end - 1].CenterY < 3.2 * context.Measures.Leading
                    : GoesOnOverPage(end)
            )
        )
        {
            if (HasGap(end))
            {
                withGap++;
            }
            else if (!IsPartOfName(index, end))
            {
                break;
            }

            end++;
        }

        // The first part of a name that goes on over two lines may stand above the first row.
        while (
            end > index
            && !HasGap(end - 1)
            && _lines[end - 1].CenterY - _lines[end - 2].CenterY > 1.25 * context.Measures.Leading
        )
        {
            end--;
        }

        if (withGap < 2)
        {
            return null;
        }

        var rows = _lines.Skip(index).Take(end - index).ToList();
        var columns = ColumnsOf(rows);
        return columns.Count < 2
            ? null
            : (new Block.Table([.. Merged(rows.Select(r => RowOf(r, columns)).ToList())]), end);
    }

    // The first row of a sheet that has an area's name and, below the last column of the rows above, a number.
    private bool GoesOnOverPage(int index)
    {
        if (!HasGap(index) || !HasGap(index - 1))
        {
            return false;
        }

        var phrases = PhrasesOf(_lines[index]).ToList();
        var above = PhrasesOf(_lines[index - 1]).ToList();
        return phrases.Count == above.Count
            && phrases[^1][^1].Text.Any(char.IsAsciiDigit)
            && Math.Abs(phrases[0][0].Box.Left - above[0][0].Box.Left) < 3
            && phrases[^1][0].Box.Left < above[^1][^1].Box.Right
            && phrases[^1][^1].Box.Right > above[^1][0].Box.Left
            && _headings.Means<Label.AreaName>(phrases[0], _lines[index].Sheet);
    }

    private double WideGap => 1.15 * context.Measures.Leading;

    private bool HasGap(int index) => PhrasesOf(_lines[index]).Take(2).Count() == 2;

    private IEnumerable<IReadOnlyList<SheetWord>> PhrasesOf(VisualLine line) =>
        line.PhrasesBetween((_, _) => WideGap);

    // A line without a gap within a table: the rest of a name in its first column, right above or below its row.
    private bool IsPartOfName(int first, int index)
    {
        var line = _lines[index];
        if (
            line.Text.Text.Length >= 60
            || ItemLines.IsBulleted(line)
            || _headings.At(index)?.Labels.Any(l => l is not Label.AreaName) == true
        )
        {
            return false;
        }

        var numbersLeft = Enumerable
            .Range(first, index - first)
            .Where(HasGap)
            .Max(i => PhrasesOf(_lines[i]).Last()[0].Box.Left);
        return line.Box.Right < numbersLeft
            && (
                line.CenterY - _lines[index - 1].CenterY < 1.25 * context.Measures.Leading
                || (
                    index + 1 < _lines.Count
                    && HasGap(index + 1)
                    && _lines[index + 1].CenterY - line.CenterY < 1.25 * context.Measures.Leading
                )
            );
    }

    // Where phrases of any row stand is column; the strips that stay free part them. Heads may stand so close together that they are one phrase: where the rows
    // below part it, each word belongs to the nearest column, if that leaves none without a head.
    private List<(double Left, double Right)> ColumnsOf(List<VisualLine> rows)
    {
        var columns = Columns(rows.SelectMany(PhrasesOf));
        var below = Columns(rows.Skip(1).SelectMany(PhrasesOf));
        if (below.Count <= columns.Count)
        {
            return columns;
        }

        var heads = rows[0]
            .Words.ToLookup(w => below.IndexOf(below.MinBy(c => Distance(w.CenterX, c))));
        return Enumerable.Range(0, below.Count).All(c => c == 0 || heads.Contains(c))
            ? Columns(
                below.Select(
                    (c, i) =>
                        (
                            heads[i].Select(w => w.Box.Left).Append(c.Left).Min(),
                            heads[i].Select(w => w.Box.Right).Append(c.Right).Max()
                        )
                )
            )
            : columns;
    }

    private static double Distance(double x, (double Left, double Right) column) =>
        Math.Max(0, Math.Max(column.Left - x, x - column.Right));

    private static List<(double Left, double Right)> Columns(
        IEnumerable<IReadOnlyList<SheetWord>> phrases
    ) => Columns(phrases.Select(p => (p[0].Box.Left, p.Max(w => w.Box.Right))));

    private static List<(double Left, double Right)> Columns(
        IEnumerable<(double Left, double Right)> stretches
    ) =>
        [
            .. stretches
                .OrderBy(s => s.Left)
                .Runs((column, s) => s.Left < column.Max(c => c.Right) + 2)
                .Select(column => (column[0].Left, column.Max(c => c.Right))),
        ];

    private Row RowOf(VisualLine line, List<(double Left, double Right)> columns) =>
        new([
            .. columns
                .Select(c =>
                    line.Words.Where(w => w.CenterX >= c.Left - 1 && w.CenterX <= c.Right + 1)
                        .ToList()
                )
                .Select(words =>
                    Cell.Of(words.Count == 0 ? Passage.Empty : Mended(words, line.Sheet))
                ),
        ]);

    private Passage Mended(IReadOnlyList<SheetWord> words, Sheet sheet) =>
        _headings.Meaning(words, sheet)?.Text ?? VisualLine.PassageOf(words);

    // Rows of a name only go to the row below or above with which they make the name of an area, else to the row above.
    private IEnumerable<Row> Merged(List<Row> rows)
    {
        var merged = new List<Row>();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var isNameOnly =
                !row.Cells[0].Text.IsBlank && row.Cells.Skip(1).All(c => c.Text.IsBlank);
            if (!isNameOnly)
            {
                merged.Add(row);
                continue;
            }

            if (merged.Count > 0 && IsAreaName(merged[^1], row))
            {
                merged[^1] = Joined(merged[^1], row, merged[^1]);
            }
            else if (
                i + 1 < rows.Count
                && (
                    IsAreaName(row, rows[i + 1])
                    || merged.Count == 0
                    || _labels.Lookup(merged[^1].Text(0)).Count > 0
                )
            )
            {
                rows[i + 1] = Joined(row, rows[i + 1], rows[i + 1]);
            }
            else if (merged.Count > 0)
            {
                merged[^1] = Joined(merged[^1], row, merged[^1]);
            }
        }

        return merged;
    }

    private bool IsAreaName(Row first, Row second) =>
        _labels.AreaOf(first.Text(0) + " " + second.Text(0)) is not null;

    private static Row Joined(Row first, Row second, Row numbers) =>
        new([
            Cell.Of(Passage.Join(" ", [first.Cells[0].Text, second.Cells[0].Text])),
            .. numbers.Cells.Skip(1),
        ]);
}
