using System.Buffers;
using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;

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
    private readonly SearchValues<char> _initials;
    private readonly PerLine<Row?> _heads;
    private readonly PerLine<CodedRow?> _rows;

    /// <param name="context">The document.</param>
    public QuestionRows(LayoutContext context)
    {
        _context = context;
        _lines = context.Lines;
        _labels = context.Labels;
        _initials = SearchValues.Create([
            .. ColumnHeads
                .All(_labels.Edition.Headings)
                .SelectMany(n =>
                    new[] { char.ToUpperInvariant(n[0]), char.ToLowerInvariant(n[0]) }
                ),
        ]);
        _heads = new PerLine<Row?>(_lines.Count, FindHead);
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

    /// <summary>The tables that follow one another from a line on, or null where none begins there.</summary>
    public (Block.Table Table, int End)? Read(int index)
    {
        if (!StartsAt(index))
        {
            return null;
        }

        var rows = new List<Row>();
        var at = index;
        var area = 0;
        string? last = null;
        VisualLine? above = null;
        List<Cell>? open = null;
        var before = new List<Passage>();
        while (at < _lines.Count)
        {
            var line = _lines[at];
            if (_heads[at] is { } head)
            {
                Close();
                rows.Add(head);
                area = AreaOf(line) ?? area;
            }
            else if (RowAt(at, area, last) is { } row)
            {
                Close();
                area = QuestionCode.AreaOf(row.Code);
                last = row.Code;
                open =
                [
                    Cell.Of(row.CodeText),
                    Cell.Of(Passage.Join(" ", [.. before, row.Wording])),
                    .. row.Numbers.Select(Cell.Of),
                ];
                before.Clear();
                at += row.Lines - 1;
                line = _lines[at];
            }
            else if (
                Tail(line) is { Count: >= 2 } sum
                && WordsOf(sum) >= line.Words.Count(w => !Leader().IsMatch(w.Text)) - 1
            )
            {
                Close();
                rows.Add(
                    new Row([
                        .. line
                            .Words.Take(line.Words.Count - WordsOf(sum))
                            .Where(w => !Leader().IsMatch(w.Text))
                            .Select(w => Cell.Of(VisualLine.PassageOf([w]))),
                        .. sum.Select(n => Cell.Of(n.Number)),
                    ])
                );
            }
            else if (above is not null && rows.Count > 0 && open is null && IsRestOfHead(at))
            {
                above = line;
                at++;
                continue;
            }
            else if (above is not null && IsWording(line, above))
            {
                // Below its row, or above it where numbers stand in the middle of their row.
                if (open is not null)
                {
                    open[1] = Cell.Of(Passage.Join(" ", [open[1].Text, line.Text]));
                }
                else
                {
                    before.Add(line.Text);
                }
            }
            else
            {
                break;
            }

            above = line;
            at++;
        }

        Close();
        return (new Block.Table(rows), at);

        void Close()
        {
            if (open is not null)
            {
                rows.Add(new Row(open));
                open = null;
            }
        }
    }

    private bool IsBelow(VisualLine line, VisualLine above) =>
        ReferenceEquals(line.Sheet, above.Sheet)
        && line.CenterY - above.CenterY < 1.5 * _context.Measures.Leading;

    // The rest of a wording stands close to its row and to the left of the numbers.
    private bool IsWording(VisualLine line, VisualLine above) =>
        IsBelow(line, above)
        && line.Box.Right < line.Sheet.Width * 0.72
        && Math.Abs(line.Size - above.Size) < 0.5 * above.Size
        && line.Text.Text.Any(char.IsLetter);

    // "poäng" below "Uppnådd", "personalpolitik" below "6. Kommunen som arbetsgivare –".
    private bool IsRestOfHead(int index)
    {
        var line = _lines[index];
        var head = _lines[index - 1];
        return ReferenceEquals(line.Sheet, head.Sheet)
            && line.CenterY - head.CenterY < 1.5 * _context.Measures.Leading
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
    private Row? FindHead(int index)
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

        var cells = new List<Cell>();
        var text = new List<SheetWord>();
        var columns = new List<ScoreColumn>();
        foreach (var word in line.Words)
        {
            if (ColumnAt(index, word) is { } column && !columns.Contains(column))
            {
                columns.Add(column);
                cells.Add(Cell.Of(Passage.At(NameOf(column), word.Place, word.Confidence)));
            }
            else
            {
                text.Add(word);
            }
        }

        return columns.Count >= 2
            ? new Row(text.Count > 0 ? [Cell.Of(VisualLine.PassageOf(text)), .. cells] : cells)
            : null;
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
        if (
            index + 1 >= _lines.Count
            || !ReferenceEquals(_lines[index + 1].Sheet, _lines[index].Sheet)
            || _lines[index + 1].CenterY - _lines[index].CenterY > 1.5 * _context.Measures.Leading
        )
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

    private string NameOf(ScoreColumn column)
    {
        var headings = _labels.Edition.Headings;
        return column switch
        {
            ScoreColumn.Achieved => headings.Achieved[0],
            ScoreColumn.Max => headings.Max[0],
            _ => headings.Percent[0],
        };
    }

    private int? AreaOf(VisualLine line) =>
        _labels
            .FindAll(line.Text.Text)
            .Select(h => h.As<Label.AreaName>()?.Area)
            .FirstOrDefault(a => a is not null);

    private CodedRow? RowAt(int index, int area, string? last)
    {
        var line = _lines[index];
        var numbers = Tail(line);
        if (numbers.Count < 2)
        {
            return NumbersFirst(line) ?? NumbersBelow(index);
        }

        var before = line.Words.Take(line.Words.Count - WordsOf(numbers)).ToList();
        while (before.Count > 0 && Leader().IsMatch(before[^1].Text))
        {
            before.RemoveAt(before.Count - 1);
        }

        if (
            before.Count == 0
            || (before.Count == 1 && numbers.Count < 3)
            || CodeOf(before, line, area, last) is not var (code, used)
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
        var at = Code().IsMatch(words[0].Text) ? 1 : 0;
        var code = at == 1 ? words[0] : null;
        var numbers = new List<Passage>();
        while (at < words.Count && numbers.Count < 3 && Number().IsMatch(words[at].Text))
        {
            var hasSign = at + 1 < words.Count && words[at + 1].Text == "%";
            numbers.Add(VisualLine.PassageOf([.. words.Skip(at).Take(hasSign ? 2 : 1)]));
            at += hasSign ? 2 : 1;
        }

        if (code is null && at < words.Count && Code().IsMatch(words[at].Text))
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
                CodeIn(Code().Match(code.Text)),
                Passage.At(CodeIn(Code().Match(code.Text)), code.Place, code.Confidence),
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
            || Code().Match(first.Words[0].Text) is not { Success: true } code
        )
        {
            return null;
        }

        var wording = new List<Passage> { VisualLine.PassageOf([.. first.Words.Skip(1)]) };
        for (var at = index + 1; at < Math.Min(_lines.Count, index + MostLines); at++)
        {
            var line = _lines[at];
            if (!IsBelow(line, _lines[at - 1]) || Code().IsMatch(line.Words[0].Text))
            {
                return null;
            }

            var numbers = Tail(line);
            var text = line.Words.Count - WordsOf(numbers);
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
                    .. line.Words.Take(text).Where(w => !Leader().IsMatch(w.Text)),
                ])
            );
            return new CodedRow(
                CodeIn(code),
                Passage.At(CodeIn(code), first.Words[0].Place, first.Words[0].Confidence),
                Passage.Join(" ", wording.Where(w => !w.IsBlank)),
                [.. numbers.Select(n => n.Number)],
                at - index + 1
            );
        }

        return null;
    }

    // Dots lead to the numbers, or there is a gap before them.
    private static bool StandsApart(VisualLine line, int at) =>
        Leader().IsMatch(line.Words[at - 1].Text)
        || line.Words[at].Box.Left - line.Words[at - 1].Box.Right > 2 * line.Words[at].Box.Height;

    // The printed code, and how many words it takes; on a scan, where "1.1" is read as "11" or worse, the sub-question whose wording follows.
    private (string Code, int Words)? CodeOf(
        IReadOnlyList<SheetWord> words,
        VisualLine line,
        int area,
        string? last
    )
    {
        var printed = Code().Match(words[0].Text);
        if (printed.Success && !line.Sheet.IsRecognised)
        {
            return (CodeIn(printed), 1);
        }

        if (
            !printed.Success
            && words.Count > 1
            && Code().Match(words[0].Text + words[1].Text) is { Success: true } parted
        )
        {
            return (CodeIn(parted), 2);
        }

        if (!line.Sheet.IsRecognised)
        {
            return null;
        }

        var misread = printed.Success ? printed : CodeMisread().Match(words[0].Text);
        var hasCode = misread.Success || words[0].Text.Length <= 4;
        if (ByWording(words.Skip(hasCode ? 1 : 0), area, last) is { } byWording)
        {
            return (byWording, hasCode ? 1 : 0);
        }

        return
            misread.Success
            && CodeIn(misread) is var code
            && (area == 0 || QuestionCode.AreaOf(code) == area)
            && _labels.Edition.FindQuestion(code) is not null
            ? (code, 1)
            : null;
    }

    // The sub-question that has clearly more of the words than any other; where two have them alike, the one that comes next.
    private string? ByWording(IEnumerable<SheetWord> words, int area, string? last)
    {
        var own = words.Select(w => LabelKey.Of(w.Text)).Where(w => w.Length > 3).ToList();
        if (own.Count < 2)
        {
            return null;
        }

        var ranked = _labels
            .Edition.Areas.Where(a => area == 0 || a.Number == area)
            .SelectMany(a => a.Questions)
            .Select(q =>
            {
                var wording = LabelKey.Of(q.Text);
                return (
                    q.Code,
                    Share: own.Sum(w =>
                        wording.Contains(w, StringComparison.Ordinal) ? w.Length : 0
                    ) / (double)own.Sum(w => w.Length)
                );
            })
            .OrderByDescending(q => q.Share)
            .ToList();
        if (ranked.Count == 0 || ranked[0].Share < 0.6)
        {
            return null;
        }

        var alike = ranked
            .TakeWhile(q => q.Share > ranked[0].Share - 0.2)
            .Select(q => q.Code)
            .ToList();
        var next = alike
            .Where(c => last is null || string.CompareOrdinal(c, last) > 0)
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
        return alike.Count == 1 ? alike[0] : next;
    }

    private static string CodeIn(Match match) =>
        $"{match.Groups["area"].Value}.{match.Groups["number"].Value}";

    // Numbers at the end of a line, and how many of its words each takes: "20 %" is one, "10 av 15", "10/15" and "10 (15)" are two.
    private static List<(Passage Number, int Words)> Tail(VisualLine line)
    {
        var numbers = new List<(Passage, int)>();
        var at = line.Words.Count - 1;
        while (at >= 0 && numbers.Count < 3)
        {
            var word = line.Words[at];
            if (word.Text is "%" && at > 0 && Number().IsMatch(line.Words[at - 1].Text))
            {
                numbers.Insert(0, (VisualLine.PassageOf([line.Words[at - 1], word]), 2));
                at -= 2;
            }
            else if (Number().IsMatch(word.Text.Trim('(', ')')))
            {
                var isOf = at > 1 && word.Text[0] != '(' && IsOf(line.Words[at - 1].Text);
                numbers.Insert(
                    0,
                    (
                        Passage.At(word.Text.Trim('(', ')'), word.Place, word.Confidence),
                        isOf ? 2 : 1
                    )
                );
                at -= isOf ? 2 : 1;
            }
            else if (
                numbers.Count < 2
                && NumberOfNumber().Match(word.Text) is { Success: true } both
            )
            {
                numbers.Insert(0, (PartOf(word, both.Groups["of"].Value), 0));
                numbers.Insert(0, (PartOf(word, both.Groups["number"].Value), 1));
                at--;
            }
            else
            {
                break;
            }
        }

        return numbers;

        static Passage PartOf(SheetWord word, string text) =>
            Passage.At(text, word.Place, word.Confidence);
    }

    private static bool IsOf(string text) => text is "av" or "/";

    private static int WordsOf(List<(Passage, int Words)> numbers) => numbers.Sum(n => n.Words);

    [GeneratedRegex(
        "^" + QuestionCode.AreaDigit + @"\." + QuestionCode.NumberDigit + @"\.?$",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Code();

    // "1,1", "11", "1-1"
    [GeneratedRegex(
        @"^\W?" + QuestionCode.AreaDigit + @"[.,:;\-]?" + QuestionCode.NumberDigit + @"\W?$",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex CodeMisread();

    // "på 1 %" is text, "%" alone is a head.
    [GeneratedRegex(@"\d\s?%", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PercentValue();

    [GeneratedRegex(@"^\d{1,4}(?:,\d{1,2})?%?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    // "10/15", "10(15)"
    [GeneratedRegex(
        @"^(?<number>\d{1,4})(?:/(?<of>\d{1,4})|\((?<of>\d{1,4})\))$",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex NumberOfNumber();

    // Dots that lead from a wording to its numbers.
    [GeneratedRegex(@"^[.…·_]{2,}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Leader();

    private sealed record CodedRow(
        string Code,
        Passage CodeText,
        Passage Wording,
        IReadOnlyList<Passage> Numbers,
        int Lines = 1
    );
}
