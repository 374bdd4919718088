using System.Buffers;
using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;
using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Layout.Geometry;

/// <summary>
/// Reads tables of sub-questions: rows that begin with a code and end with points, wordings over several lines, a last row of numbers only; over as many
/// sheets as they take.
/// </summary>
internal sealed partial class QuestionRows
{
    private readonly LayoutContext _context;
    private readonly IReadOnlyList<VisualLine> _lines;
    private readonly EditionLabels _labels;
    private readonly RowCodes _codes;
    private readonly SearchValues<char> _initials;
    private readonly PerLine<IReadOnlyList<ScoreColumn>?> _heads;
    private readonly PerLine<CodedRow?> _rows;

    /// <param name="context">The document.</param>
    public QuestionRows(LayoutContext context)
    {
        _context = context;
        _lines = context.Lines;
        _labels = context.Labels;
        _codes = new RowCodes(_labels.Edition);
        _initials = SearchValues.Create([
            .. ColumnHeads
                .All(_labels.Edition.Headings)
                .SelectMany(n =>
                    new[] { char.ToUpperInvariant(n[0]), char.ToLowerInvariant(n[0]) }
                ),
        ]);
        _heads = new PerLine<IReadOnlyList<ScoreColumn>?>(_lines.Count, FindHead);
        _rows = new PerLine<CodedRow?>(_lines.Count, index => RowAt(index, 0, null));
    }

    /// <summary>Whether the head or a row of a table of sub-questions stands at a line.</summary>
    public bool StartsAt(int index) => _heads[index] is not null || _rows[index] is not null;

    /// <summary>
    /// Whether it begins at a line for sure. "4." beside a border is soon recognised as "4.1", so a recognised row needs another of its area on the next lines.
    /// </summary>
    public bool SurelyStartsAt(int index) =>
        _heads[index] is not null
        || (
            _rows[index] is { } row
            && (
                !_lines[index].Sheet.IsRecognised
                || Enumerable
                    .Range(index + 1, Math.Min(3, _lines.Count - index - 1))
                    .Any(i => _rows[i] is { } next && next.Code[0] == row.Code[0])
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
            table.Area = AreaOf(line) ?? 0;
        }
        else if (RowAt(at, table.Area, table.Rows.LastCode) is { } row)
        {
            table.Area = QuestionCode.AreaOf(row.Code);
            table.Wording = Passage.Join(" ", [.. table.Before, row.Wording]);
            table.Before.Clear();
            table.Rows.Row(row.Code, row.CodeText, table.Wording, row.Numbers);
            return row.Lines;
        }
        else if (SumAt(line) is { } sum)
        {
            table.Rows.Sum(sum);
            table.Wording = null;
        }
        else if (table.Wording is null && IsRestOfHead(at))
        {
            return 1;
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

    // Numbers alone, or behind one word: "Summa".
    private static List<Passage>? SumAt(VisualLine line) =>
        RowNumbers.AtEndOf(line) is { Count: >= 2 } sum
        && RowNumbers.Words(sum) >= line.Words.Count(w => !RowNumbers.IsLeader(w.Text)) - 1
            ? sum.ConvertAll(n => n.Number)
            : null;

    private bool IsBelow(VisualLine line, VisualLine above) =>
        ReferenceEquals(line.Sheet, above.Sheet)
        && line.CenterY - above.CenterY < 1.5 * _context.Measures.Leading;

    // The rest of a wording stands close to its row and to the left of the numbers.
    private bool IsWording(VisualLine line, VisualLine above) =>
        IsBelow(line, above)
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
        && (_heads[index + 1] is not null || RowAt(index + 1, area, null) is not null);

    // "poäng" below "Uppnådd", "personalpolitik" below "6. Kommunen som arbetsgivare –".
    private bool IsRestOfHead(int index)
    {
        var line = _lines[index];
        var head = _lines[index - 1];
        return IsBelow(line, head)
            && !line.Text.Text.Any(char.IsAsciiDigit)
            && (
                line.Words.All(w =>
                    head.Words.Any(h => IsBelow(w, h) && ColumnAt(index - 1, h) is not null)
                )
                || (
                    AreaOf(head) is { } area
                    && head.Words.Where(w => ColumnOf(w) is null).ToList() is { Count: > 0 } name
                    && _labels
                        .Lookup(VisualLine.PassageOf([.. name, .. line.Words]).Text)
                        .OfType<Label.AreaName>()
                        .Any(a => a.Area == area)
                )
            );
    }

    private static bool IsBelow(SheetWord word, SheetWord head) =>
        word.Box.Left < head.Box.Right + 3 && word.Box.Right > head.Box.Left - 3;

    // "1. | Offentlighet och demokrati | Uppnått | Max | Procent"
    private IReadOnlyList<ScoreColumn>? FindHead(int index)
    {
        var line = _lines[index];
        if (
            line.Words.Count > 14
            || ItemLines.IsBulleted(line)
            || PercentValue().IsMatch(line.Text.Text)
        )
        {
            return null;
        }

        var heads = line
            .Words.Select((w, i) => (At: i, Column: ColumnAt(index, w)))
            .Where(h => h.Column is not null)
            .ToList();
        // A word of an area's name may be one too ("5. Resultat och effektivitet | Uppnått | Max"): the one next to the others is meant.
        var columns = heads
            .GroupBy(h => h.Column!.Value)
            .Select(g =>
                g.MinBy(h =>
                    heads
                        .Where(o => o.Column != g.Key)
                        .Select(o => Math.Abs(o.At - h.At))
                        .DefaultIfEmpty()
                        .Min()
                )
            )
            .OrderBy(h => h.At)
            .ToList();
        return columns.Count < 2 ? null : columns.ConvertAll(c => c.Column!.Value);
    }

    // What a word of a head names, with what stands below it where it goes on there: "Uppnådd" over "poäng", "Maxpo" over "äng".
    private ScoreColumn? ColumnAt(int index, SheetWord word)
    {
        // Most words are none, which their first letter tells.
        if (word.Confidence >= 1 && !_initials.Contains(word.Text[0]))
        {
            return null;
        }

        if (ColumnOf(word) is { } column)
        {
            return column;
        }

        var headings = _labels.Edition.Headings;
        if (index + 1 >= _lines.Count || !IsBelow(_lines[index + 1], _lines[index]))
        {
            return null;
        }

        var below = string.Join(
            ' ',
            _lines[index + 1].Words.Where(w => IsBelow(w, word)).Select(w => w.Text)
        );
        return below.Length == 0
            ? null
            : ColumnHeads.Of(word.Text + below, headings)
                ?? ColumnHeads.Of($"{word.Text} {below}", headings);
    }

    private ScoreColumn? ColumnOf(SheetWord word)
    {
        var headings = _labels.Edition.Headings;
        if (ColumnHeads.Of(word.Text, headings) is { } column)
        {
            return column;
        }

        if (word.Confidence >= 1 || word.Text.Length < 5)
        {
            return null;
        }

        return Near(headings.Achieved) ? ScoreColumn.Achieved
            : Near(headings.Percent) ? ScoreColumn.Percent
            : null;

        bool Near(IReadOnlyList<string> names) =>
            names.Any(n =>
                n.Length >= 6
                && EditDistance.Within(LabelKey.Of(word.Text), LabelKey.Of(n), 1) is not null
            );
    }

    private int? AreaOf(VisualLine line) =>
        _labels
            .FindAll(line.Text.Text)
            .Select(h => h.As<Label.AreaName>()?.Area)
            .FirstOrDefault(a => a is not null);

    private CodedRow? RowAt(int index, int area, string? last)
    {
        var line = _lines[index];
        var numbers = RowNumbers.AtEndOf(line);
        if (numbers.Count < 2)
        {
            return NumbersFirst(line) ?? NumbersBelow(index);
        }

        var before = line.Words.Take(line.Words.Count - RowNumbers.Words(numbers)).ToList();
        while (before.Count > 0 && RowNumbers.IsLeader(before[^1].Text))
        {
            before.RemoveAt(before.Count - 1);
        }

        if (
            before.Count == 0
            || (before.Count == 1 && numbers.Count < 3)
            || _codes.Of(before, line.Sheet.IsRecognised, area, last) is not var (code, used)
        )
        {
            return null;
        }

        return new CodedRow(
            code,
            Passage.At(code, before[0].Place, before[0].Confidence),
            VisualLine.PassageOf([.. before.Skip(used)]),
            [.. numbers.Select(n => n.Number)]
        );
    }

    // "1.1 | 10 | 15 | 67 % | Finns en plan …", "10 | 15 | 67 % | 1.1 | Finns en plan …": numbers to the left of the wording.
    private static CodedRow? NumbersFirst(VisualLine line)
    {
        if (line.Sheet.IsRecognised)
        {
            return null;
        }

        var words = line.Words;
        var at = RowCodes.Printed(words[0].Text) is not null ? 1 : 0;
        var code = at == 1 ? words[0] : null;
        var numbers = new List<Passage>();
        while (at < words.Count && numbers.Count < 3 && RowNumbers.Is(words[at].Text))
        {
            var hasSign = at + 1 < words.Count && words[at + 1].Text == "%";
            numbers.Add(VisualLine.PassageOf([.. words.Skip(at).Take(hasSign ? 2 : 1)]));
            at += hasSign ? 2 : 1;
        }

        if (code is null && at < words.Count && RowCodes.Printed(words[at].Text) is not null)
        {
            code = words[at];
            at++;
        }

        return
            code is not null
            && numbers.Count >= 2
            && at < words.Count
            && words.Skip(at).Any(w => w.Text.Any(char.IsLetter))
            ? new CodedRow(
                RowCodes.Printed(code.Text)!,
                Passage.At(RowCodes.Printed(code.Text)!, code.Place, code.Confidence),
                VisualLine.PassageOf([.. words.Skip(at)]),
                numbers
            )
            : null;
    }

    // "2.4 Hur arbetar kommunen med valfrihet och" over "brukarens påverkan? ....... 7 av 15": numbers at the end of the wording's last line.
    private CodedRow? NumbersBelow(int index)
    {
        const int MostLines = 5;
        var first = _lines[index];
        if (
            first.Sheet.IsRecognised
            || first.Words.Count < 2
            || RowCodes.Printed(first.Words[0].Text) is not { } code
        )
        {
            return null;
        }

        var wording = new List<Passage> { VisualLine.PassageOf([.. first.Words.Skip(1)]) };
        for (var at = index + 1; at < Math.Min(_lines.Count, index + MostLines); at++)
        {
            var line = _lines[at];
            if (!GoesOnAt(at) || RowCodes.Printed(line.Words[0].Text) is not null)
            {
                return null;
            }

            var numbers = RowNumbers.AtEndOf(line);
            var text = line.Words.Count - RowNumbers.Words(numbers);
            if (numbers.Count < 2)
            {
                wording.Add(line.Text);
                continue;
            }

            if (text == 0 || !StandsApart(line, text))
            {
                return null;
            }

            wording.Add(
                VisualLine.PassageOf([
                    .. line.Words.Take(text).Where(w => !RowNumbers.IsLeader(w.Text)),
                ])
            );
            return new CodedRow(
                code,
                Passage.At(code, first.Words[0].Place, first.Words[0].Confidence),
                Passage.Join(" ", wording.Where(w => !w.IsBlank)),
                [.. numbers.Select(n => n.Number)],
                at - index + 1
            );
        }

        return null;
    }

    // Close below the line above, or in small letters on the next page.
    private bool GoesOnAt(int at) =>
        IsBelow(_lines[at], _lines[at - 1])
        || (
            !ReferenceEquals(_lines[at].Sheet, _lines[at - 1].Sheet)
            && char.IsLower(_lines[at].Text.Text[0])
        );

    // Dots lead to the numbers, or there is a gap before them.
    private static bool StandsApart(VisualLine line, int at) =>
        RowNumbers.IsLeader(line.Words[at - 1].Text)
        || line.Words[at].Box.Left - line.Words[at - 1].Box.Right > 2 * line.Words[at].Box.Height;

    // "på 1 %" is text, "%" alone is a head.
    [GeneratedRegex(@"\d\s?%", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PercentValue();

    private sealed record CodedRow(
        string Code,
        Passage CodeText,
        Passage Wording,
        IReadOnlyList<Passage> Numbers,
        int Lines = 1
    );
}
