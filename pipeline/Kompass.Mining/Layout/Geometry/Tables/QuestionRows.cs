using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Layout.Geometry.Tables;

/// <summary>
/// Reads tables of sub-questions: rows that begin with a code and end with points, wordings over several lines, a last row of numbers only; over as many
/// sheets as they take.
/// </summary>
/// <param name="context">The document.</param>
internal sealed class QuestionRows(LayoutContext context)
{
    private readonly IReadOnlyList<VisualLine> _lines = context.Lines;
    private readonly EditionLabels _labels = context.Labels;
    private readonly QuestionHeads _heads = new(context);
    private readonly CodedRows _coded = new(context);

    private PerLine<CodedRow?> RowsAt =>
        field ??= new(_lines.Count, index => _coded.At(index, 0, null));

    /// <summary>Whether the head or a row of a table of sub-questions stands at a line.</summary>
    public bool StartsAt(int index) =>
        _heads[index] is not null
        || RowsAt[index] is not null
        || OpensRow(index, 0, null)
        || AreaRowAt(index) is not null;

    /// <summary>
    /// Whether it begins at a line for sure. "4." beside a border is soon recognised as "4.1", so a recognised row needs another of its area on the next lines.
    /// </summary>
    public bool SurelyStartsAt(int index) =>
        _heads[index] is not null
        || (
            RowsAt[index] is { } row
            && (
                !_lines[index].Sheet.IsRecognised
                || Enumerable
                    .Range(index + 1, Math.Min(3, _lines.Count - index - 1))
                    .Any(i => RowsAt[i] is { } next && next.Code[0] == row.Code[0])
            )
        );

    /// <summary>The table that begins at a line, or null where none begins there; another begins with the next head.</summary>
    public (Block Table, int End)? Read(int index)
    {
        if (!StartsAt(index))
        {
            return null;
        }

        var table = new OpenTable(new QuestionTableBuilder(_labels));
        var at = index;
        while (
            at < _lines.Count
            && (at == index || _heads[at] is null)
            && Take(at, table) is var lines and > 0
        )
        {
            at += lines;
        }

        return (
            table.Rows.Tables().FirstOrDefault()
                ?? (Block)
                    new Block.Table([
                        .. _lines
                            .Skip(index)
                            .Take(at - index)
                            .Select(l => new Row([Cell.Of(l.Text)])),
                    ]),
            at
        );
    }

    /// <summary>A table as far as it was read.</summary>
    private sealed class OpenTable(QuestionTableBuilder rows)
    {
        public QuestionTableBuilder Rows { get; } = rows;

        public int Area { get; set; }

        /// <summary>The wording of the last row, where it may go on.</summary>
        public Passage? Wording { get; set; }

        /// <summary>Wording above its row: where numbers stand in the middle of it.</summary>
        public List<Passage> Before { get; } = [];
    }

    // How many lines of the table begin here; none where it has ended.
    private int Take(int at, OpenTable table)
    {
        var line = _lines[at];
        if (_heads[at] is { } heads)
        {
            table.Rows.Head(heads);
            table.Area = _heads.AreaOf(line) ?? 0;
        }
        else if (_coded.At(at, table.Area, table.Rows.LastCode) is { } row)
        {
            table.Area = QuestionCode.AreaOf(row.Code);
            table.Wording = Passage.Join(
                " ",
                table.Before.Append(row.Wording).Where(w => !w.IsBlank)
            );
            table.Before.Clear();
            table.Rows.Row(row.Code, row.CodeText, table.Wording, row.Numbers);
            return row.Lines;
        }
        else if (table.Rows.LastCode is null && AreaRowAt(at) is var (area, whole))
        {
            table.Rows.Sum(whole, area);
            table.Area = area;
        }
        else if (SumAt(line) is { } sum)
        {
            table.Rows.Sum(sum);
            table.Wording = null;
        }
        else if (table.Wording is null && _heads.IsRestOfHead(at))
        {
            return 1;
        }
        else if (OpensRow(at, table.Area, table.Rows.LastCode))
        {
            table.Wording = null;
            table.Before.Add(line.Text);
        }
        else if (
            !IsWording(line, _lines[at - 1])
            && (table.Wording is null || !IsCutOff(at, table.Wording, table.Area))
        )
        {
            return 0;
        }
        else if (table.Wording is null)
        {
            table.Before.Add(line.Text);
        }
        else
        {
            table.Rows.GoOn(line.Text);
        }

        return 1;
    }

    // Wording apart from what stands above it, and close above a row that has none of its own or goes on with it: code and numbers stand in the middle of their row.
    private bool OpensRow(int index, int area, string? last)
    {
        var line = _lines[index];
        if (
            line.Sheet.IsRecognised
            || !char.IsUpper(line.Text.Text[0])
            || RowsAt[index] is not null
            || RowNumbers.AtEndOf(line).Count > 0
            || (index > 0 && context.IsBelow(line, _lines[index - 1]))
        )
        {
            return false;
        }

        for (
            var at = index + 1;
            at < Math.Min(_lines.Count, index + MostLinesAbove)
                && context.IsBelow(_lines[at], _lines[at - 1]);
            at++
        )
        {
            if (_coded.At(at, area, last) is { } row)
            {
                return row.Lines == 1 && (row.Wording.IsBlank || char.IsLower(row.Wording.Text[0]));
            }

            if (!IsWording(_lines[at], _lines[at - 1]))
            {
                return false;
            }
        }

        return false;
    }

    private const int MostLinesAbove = 4;

    // "2 Tillgänglighet och brukarorientering 46 100 46 %" above the area's sub-questions.
    private (int Area, List<Passage> Numbers)? AreaRowAt(int index)
    {
        var line = _lines[index];
        return
            RowNumbers.AtEndOf(line) is { Count: 3 } numbers
            && line.Words.Count - RowNumbers.Words(numbers) is > 0 and var words
            && _labels.AreaOf(VisualLine.PassageOf([.. line.Words.Take(words)]).Text) is { } area
            && index + 1 < _lines.Count
            && _coded.At(index + 1, area, null) is { } row
            && QuestionCode.AreaOf(row.Code) == area
            ? (area, numbers.ConvertAll(n => n.Number))
            : null;
    }

    // Numbers alone, or behind one word: "Summa".
    private static List<Passage>? SumAt(VisualLine line) =>
        RowNumbers.AtEndOf(line) is { Count: >= 2 } sum
        && RowNumbers.Words(sum) >= line.Words.Count(w => !RowNumbers.IsLeader(w.Text)) - 1
            ? sum.ConvertAll(n => n.Number)
            : null;

    // The rest of a wording stands close to its row and to the left of the numbers.
    private bool IsWording(VisualLine line, VisualLine above) =>
        context.IsBelow(line, above)
        && line.Box.Right < line.Sheet.Width * 0.72
        && Math.Abs(line.Size - above.Size) < 0.5 * above.Size
        && line.Text.Text.Any(char.IsLetter);

    // The rest of a wording that a page break cuts off: under it, in small letters, above the next row of its table.
    private bool IsCutOff(int index, Passage wording, int area) =>
        !ReferenceEquals(_lines[index].Sheet, _lines[index - 1].Sheet)
        && char.IsLower(_lines[index].Text.Text[0])
        && wording.Place.Box is { } box
        && Math.Abs(_lines[index].Box.Left - box.Left) < 3
        && index + 1 < _lines.Count
        && (_heads[index + 1] is not null || _coded.At(index + 1, area, null) is not null);
}
