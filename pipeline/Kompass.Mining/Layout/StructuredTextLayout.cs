using Kompass.Mining.Documents;
using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Layout;

/// <summary>
/// Semi-structured text: headings on lines of their own, tables as tab-separated rows (or with bars, or a cell a line), items behind bullets or dashes.
/// </summary>
/// <param name="source">Without running headers.</param>
/// <param name="words">Its words.</param>
/// <param name="labels">The edition's labels.</param>
internal sealed partial class StructuredTextLayout(
    SourceText source,
    WordStatistics words,
    EditionLabels labels
)
{
    private readonly string _text = source.Text;
    private readonly List<Block> _blocks = [];
    private readonly List<Passage> _paragraph = [];
    private readonly List<List<Passage>> _rows = [];
    private readonly List<Passage> _items = [];
    private readonly PlainList _plain = new(WidthOf(source.Text));
    private bool _blankBefore = true;
    private bool _afterArea;
    private bool _inPlainList;
    private int _number;

    public static IReadOnlyList<Block> Lay(
        SourceText source,
        WordStatistics words,
        EditionLabels labels,
        RunningHeaders headers
    )
    {
        var layout = new StructuredTextLayout(headers.BlankOut(source), words, labels);
        layout.Run();
        return layout._blocks;
    }

    private void Run()
    {
        for (var start = 0; start <= _text.Length; )
        {
            var end = EndOfLine(start);
            if (
                (_blankBefore || _afterArea || IsTableHead(start, end))
                && CellTable(start) is var last and > 0
            )
            {
                end = last;
            }
            else if (_blankBefore && HeadingOverTwoLines(start, end) is var second and > 0)
            {
                end = second;
            }
            else
            {
                Line(Passage.Of(source, start, end), end + 1);
            }

            start = end + 1;
        }

        Flush();
    }

    // Where the line that begins here ends; the text's end behind it.
    private int EndOfLine(int start) =>
        start < _text.Length && _text.AsSpan(start).IndexOfAny('\n', '\f') is >= 0 and var length
            ? start + length
            : _text.Length;

    // The end of the second line of a chapter's heading that is too long for one, or 0: "2 Ekdals kommun i förhållande till Kommunkompassen: En sammanfattande" //
    // "genomgång".
    private int HeadingOverTwoLines(int start, int end)
    {
        if (end + 1 >= _text.Length || end - start is < ShortestBroken or > LongestHeading)
        {
            return 0;
        }

        var last = EndOfLine(end + 1);
        var first = Passage.Of(source, start, end).Trim();
        var second = Passage.Of(source, end + 1, last).Trim();
        if (
            second.Text.Length is 0 or > LongestHeading
            || labels.Lookup(first.Text).Count > 0
            || !labels.Lookup($"{first.Text} {second.Text}").Any(l => l is Label.ChapterHeading)
        )
        {
            return 0;
        }

        Heading(Passage.Join(" ", [first, second]));
        _blankBefore = _afterArea = false;
        return last;
    }

    private const int ShortestBroken = 40;
    private const int LongestHeading = 160;

    // A table of a cell a line that begins here: the end of its last line, or 0 where there is none.
    private int CellTable(int start)
    {
        var lines = new List<Passage>();
        var end = 0;
        while (start < _text.Length)
        {
            var next = EndOfLine(start);
            var line = Markup.Clean(Passage.Of(source, start, next)).Trim();
            if (
                line.Text.Length == 0
                && lines.Count > 0
                && (IsCodedAt(next + 1) || CellLines.IsBoxBeforeItsScore(lines, labels))
            )
            {
                start = next + 1;
                continue;
            }

            if (
                line.Text.Length == 0
                || line.Text.Contains('\t', StringComparison.Ordinal)
                || (CellLines.IsWholeBox(lines, labels) && !CellLines.AreFigures([line, line]))
                || (
                    lines.Exists(l => CellLines.IsCoded(l.Text))
                    && labels.AreaOf(line.Text) is not null
                )
            )
            {
                break;
            }

            if (lines.Count == 0 && labels.Lookup(line.Text).Any(l => l is Label.ChapterHeading))
            {
                return 0;
            }

            lines.Add(line);
            end = next;
            start = next + 1;
        }

        if (_rows.Count > 0 && _rows[^1].Count > lines.Count && CellLines.AreFigures(lines))
        {
            _rows.Add([
                .. Enumerable.Repeat(lines[0].Slice(0, 0), _rows[^1].Count - lines.Count),
                .. lines,
            ]);
            _blankBefore = false;
            return end;
        }

        var rows = CellLines.RowsOf(lines, labels);
        foreach (var row in rows)
        {
            AddRow(row);
            _blankBefore = false;
        }

        return rows.Count > 0 ? end : 0;
    }

    // Whether a line is the head above the wordings of a table of sub-questions, which may follow a list without a blank line.
    private bool IsTableHead(int start, int end) =>
        _text[start..end].Trim() is var line
        && labels.Edition.Headings.QuestionTable.Question.Contains(line, StringComparer.Ordinal);

    // Whether the line that begins here begins a row with the code of a sub-question.
    private bool IsCodedAt(int start) =>
        start < _text.Length && CellLines.IsCoded(_text[start..EndOfLine(start)].Trim());

    // Whether the line that begins here goes on with the sentence of the one above.
    private static bool GoesOn(ReadOnlySpan<char> line) =>
        line.TrimStart(' ') is [var first, ..] && char.IsLower(first);

    // The length of the longest line that goes on in lower case on the next one; 0 where hardly any does.
    private static int WidthOf(string text)
    {
        const int FewestBroken = 3;
        var lines = text.Split(['\n', '\f']).Select(l => l.TrimEnd()).ToList();
        var broken = lines
            .Zip(lines.Skip(1))
            .Where(p => p.First.Length > 0 && GoesOn(p.Second))
            .Select(p => p.First.Length)
            .ToList();
        return broken.Count < FewestBroken ? 0 : broken.Max();
    }

    private void Line(Passage raw, int next)
    {
        if (_rows.Count > 0 && !_blankBefore && RowLine.IsTableRule(raw.Text))
        {
            return;
        }

        if (raw.IsBlank || RowLine.IsRule(raw.Text))
        {
            FlushParagraph();
            if (!_inPlainList)
            {
                FlushItems();
            }

            _blankBefore = true;
            return;
        }

        var below = next < _text.Length ? _text.AsSpan(next..EndOfLine(next)) : [];
        var inTable = _rows.Count > 0 && !_blankBefore;
        if (RowLine.CellsOf(raw, below, inTable) is { Count: > 0 } cells)
        {
            AddRow([.. cells]);
        }
        else if (FiguresOf(raw) is { Count: > 0 } columns)
        {
            // Blank lines part the head, the areas and their sum.
            _blankBefore &= _rows.Count == 0 || _rows[^1].Count != columns.Count;
            AddRow([.. columns]);
        }
        else
        {
            var line = Markup.Clean(raw).Trim();
            if (line.Text.Length > 0)
            {
                var indent = raw.Text.Length - raw.Text.TrimStart().Length;
                PlainLine(line, indent, GoesOn(below));
            }
        }

        _blankBefore = false;
    }

    // "Område      2011     2014", "1  Offentlighet och demokrati      46     51", "Summa     387     410"
    private IReadOnlyList<Passage> FiguresOf(Passage line) =>
        RowLine.ColumnsOf(line) is { Count: > 0 } cells
        && (
            cells.Skip(1).All(c => Numbers.Years(c.Text).Any())
            || labels.AreaOfHeading(cells[0].Text) is not null
            || labels.NumberedArea(cells[0].Text) is not null
            || labels.IsTotal(cells[0].Text)
        )
            ? cells
            : [];

    private void PlainLine(Passage line, int indent, bool goesOn)
    {
        var bullet = Bullets.LengthIn(line.Text) is > 0 and var sign ? sign : NumberIn(line.Text);
        // "… ekonomi och" // "arbetsmiljö": what goes on in lower case is no heading.
        var isKnown =
            (labels.Lookup(line.Text).Count > 0 || IsAreaWithScore(line))
            && (_blankBefore || IsBetweenParts || !char.IsLower(line.Text[0]));
        if (!_blankBefore && _items is [.., { Text.Length: 0 }])
        {
            // The bullet stood on the line above.
            _items[^1] = line;
            return;
        }

        if (!_blankBefore && _rows.Count > 0 && (bullet > 0 || !isKnown))
        {
            GoOnInTable(line, bullet > 0);
            return;
        }

        FlushTable();
        // A web page's figures below the name of an area, one a line; an area's score below its lists.
        if (_afterArea && BareFigure().IsMatch(line.Text) || ScoreBoxes.Opens(line.Text))
        {
            Flush();
            _blocks.Add(new Block.Paragraph(line));
            return;
        }

        _afterArea = labels.AreaOf(line.Text) is not null;
        // A web page's list of scores: no line of it goes on in the next.
        if (
            bullet > 0
            || (ScoreLine.Of(line, labels) is not null && !EditionLabels.BeginsAsArea(line.Text))
            || (_items.Count > 0 && ScoreLine.IsTotal(line.Text, labels))
        )
        {
            _inPlainList &= bullet == 0;
            FlushParagraph();
            _items.Add(line.Slice(bullet, line.Text.Length));
        }
        else if (_inPlainList && !isKnown)
        {
            PlainItem(line, indent);
        }
        else if (IsHeading(line.Text, isKnown, goesOn))
        {
            Heading(line);
        }
        else if (_items.Count > 0 && !_blankBefore)
        {
            _items[^1] = Passage.Join("\n", [_items[^1], line]);
        }
        else
        {
            FlushItems();
            _paragraph.Add(line);
        }
    }

    // "Område 1 – Offentlighet och demokrati (52 poäng)"; a bare number behind the name is a page's.
    private bool IsAreaWithScore(Passage line) =>
        EditionLabels.BeginsAsArea(line.Text) && ScoreBoxes.BehindName(line, labels) is not null;

    private bool IsBetweenParts => _items.Count + _plain.Count + _paragraph.Count == 0;

    // How much of a line the number of a findings list's item takes: they begin with 1 below the list's heading and count up, or are all 1 as Markdown has it.
    // A numbered line is an area's or a chapter's heading before it is an item.
    private int NumberIn(string line)
    {
        var (number, length) = Bullets.NumberIn(line);
        if (
            length == 0
            || (number != _number + 1 && (number != 1 || _number != 1))
            || (_number == 0 && (!_inPlainList || _items.Count + _plain.Count > 0))
            || labels.Lookup(line).Any(l => l is not Label.RubricHeading)
        )
        {
            return 0;
        }

        _number = number;
        return length;
    }

    private void Heading(Passage line)
    {
        Flush();
        _number = 0;
        _inPlainList = labels.ListHeading(line.Text) is not null;
        _blocks.Add(
            new Block.Heading(
                line.Slice(HashMarks().Match(line.Text).Length, line.Text.Length).Trim()
            )
        );
    }

    // Below the heading of a list lines without bullets are its items.
    private void PlainItem(Passage line, int indent)
    {
        if (line.Text.Length > LongestItem || line.Text[^1] == ':')
        {
            _inPlainList = false;
            FlushItems();
            _paragraph.Add(line);
        }
        else
        {
            _plain.Add(line, indent, _blankBefore);
        }
    }

    // What is longer is prose.
    private const int LongestItem = 300;

    // A row whose cells hold several lines of their own: what has no tab goes on in the last cell, or opens a row below the head.
    private void GoOnInTable(Passage line, bool isItem)
    {
        var last = _rows[^1];
        if (_rows.Count == 1 && last.Count > 1 && isItem)
        {
            _rows.Add([line]);
            return;
        }

        last[^1] = Passage.Join("\n", [last[^1], line]);
    }

    private void AddRow(List<Passage> cells)
    {
        _inPlainList = false;
        _number = 0;
        FlushParagraph();
        FlushItems();
        if (cells.TrueForAll(c => c.IsBlank || RowLine.IsRule(c.Text)))
        {
            return;
        }

        if (_blankBefore)
        {
            FlushTable();
        }
        else if (
            _rows.Count > 1
            && _rows[^1].Count == 1
            && _rows[0].Count > 1
            && cells.Count == _rows[0].Count
        )
        {
            // The first cell of this row began on lines above.
            _rows[^1] = [Passage.Join("\n", [_rows[^1][0], cells[0]]), .. cells.Skip(1)];
            return;
        }

        _rows.Add(cells);
    }

    private bool IsHeading(string line, bool isKnown, bool goesOn) =>
        line.Length <= LongestHeading
        && (
            isKnown
            || HashMarks().IsMatch(line)
            || (
                _blankBefore
                && !goesOn
                && line.Length <= 90
                && char.IsLetterOrDigit(line[0])
                && !char.IsLower(line[0])
                && line[^1] is not ('.' or ',' or ':' or ';')
                && _paragraph.Count == 0
            )
        );

    private void Flush()
    {
        FlushParagraph();
        FlushItems();
        FlushTable();
    }

    private void FlushParagraph()
    {
        if (_paragraph.Count > 0)
        {
            _blocks.Add(new Block.Paragraph(CellReader.Join(_paragraph, words)));
            _paragraph.Clear();
        }
    }

    private void FlushItems()
    {
        if (_items.Count + _plain.Count > 0)
        {
            var items = _items
                .Select(i => CellReader.Join(i, words))
                .Where(i => i.Text.Length > 0)
                .Select(i => new Item(i));
            _blocks.Add(new Block.ItemList([.. _plain.Items(words), .. items]));
            _items.Clear();
            _plain.Clear();
        }
    }

    private void FlushTable()
    {
        if (_rows.Count > 0)
        {
            _blocks.Add(
                new Block.Table([
                    .. _rows.Select(r => new Row([.. r.Select(c => CellReader.Read(c, words))])),
                ])
            );
            _rows.Clear();
        }
    }

    [GeneratedRegex(@"^[+−–-]?\d{1,3}(?:[,.]\d{1,2})?\s*(?:p|poäng)?\s*(?:\([^)]{1,20}\))?$")]
    private static partial Regex BareFigure();

    [GeneratedRegex(@"^#{1,6}\s+")]
    private static partial Regex HashMarks();
}
