using Kompass.Mining.Layout.Geometry.Pages;
using Kompass.Mining.Layout.Geometry.Tables;
using Kompass.Mining.Layout.Lists;
using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Layout.Geometry;

/// <summary>
/// Pages of words become blocks: lines are put together and what every page repeats is taken away; then the lines are read from the top, each as what it
/// begins: a findings table, a score box, a table of sub-questions, another table, a heading, a list, prose.
/// </summary>
internal sealed class GeometryLayout
{
    private readonly LayoutContext _context;
    private readonly IReadOnlyList<VisualLine> _lines;
    private readonly Dictionary<VisualLine, Block.Figure> _figures;
    private readonly Measures _measures;
    private readonly HeadingFinder _headings;
    private readonly FindingsColumns _findings;
    private readonly ScoreBox _box;
    private readonly QuestionRows _questions;
    private readonly Grid _grid;
    private readonly PerLine<(Block Table, int End)?> _tables;
    private readonly List<Block> _blocks = [];
    private readonly List<VisualLine> _paragraph = [];
    private readonly List<VisualLine> _list = [];

    private GeometryLayout(PageText pages, EditionLabels labels, Knowledge knowledge)
    {
        _context = new LayoutContext(
            pages.Lines,
            pages.Measures,
            labels,
            pages.Words,
            new LineBorders(
                ListModel.Shipped,
                pages.Words,
                knowledge.Lexicon,
                new WordTraits(knowledge.Swedish, knowledge.Municipalities)
            ),
            knowledge.Lexicon
        );
        _lines = pages.Lines;
        _figures = pages.Figures;
        _measures = pages.Measures;
        _headings = _context.Headings;
        _box = new ScoreBox(_context);
        _questions = new QuestionRows(_context);
        _findings = new FindingsColumns(
            _context,
            i => _box.StartsAt(i) || _questions.StartsAt(i) || ScoreBoxes.Opens(_lines[i].Text.Text)
        );
        _grid = new Grid(
            _context,
            i => _box.StartsAt(i) || _questions.SurelyStartsAt(i) || _findings.StartsAt(i)
        );
        var drawn = new DrawnTables(_context);
        _tables = new PerLine<(Block, int)?>(
            _lines.Count,
            i => drawn.Read(i) ?? _findings.Read(i) ?? _box.Read(i) ?? _questions.Read(i)
        );
    }

    public static IReadOnlyList<Block> Lay(
        PageText pages,
        EditionLabels labels,
        Knowledge knowledge
    )
    {
        var layout = new GeometryLayout(pages, labels, knowledge);
        // A page may have both: prose in columns, and lists beside their heads.
        if (
            ProseColumns.Part(
                pages,
                layout.LinesOfTables,
                line => labels.Is<Label.FindingsHeading>(line.Text.Text)
            ) is
            { } columns
        )
        {
            pages = columns;
            layout = new GeometryLayout(pages, labels, knowledge);
        }

        if (
            SideHeads.Part(pages, () => layout.LinesOfTables(ofFindings: true), labels) is
            { } parted
        )
        {
            layout = new GeometryLayout(parted, labels, knowledge);
        }

        layout.Run();
        return layout._blocks;
    }

    private bool[] LinesOfTables(bool ofFindings)
    {
        var taken = new bool[_lines.Count];
        for (var at = 0; at < _lines.Count; )
        {
            var end = _tables[at]?.End ?? at;
            Array.Fill(
                taken,
                ofFindings || _tables[at]?.Table is not Block.FindingsTable,
                at,
                end - at
            );
            at = Math.Max(end, at + 1);
        }

        return taken;
    }

    private void Run()
    {
        for (var at = 0; at < _lines.Count; )
        {
            var line = _lines[at];
            if (_figures.TryGetValue(line, out var figure))
            {
                Flush();
                _blocks.Add(figure);
            }

            if (_tables[at] is { } table)
            {
                at = Add(table);
            }
            else if (ItemLines.IsBulleted(line) || GoesOnInList(at))
            {
                FlushParagraph();
                _list.Add(line);
                at++;
            }
            else if (
                _headings.At(at) is { } heading
                && (heading.Labels.Count > 0 || _grid.Read(at) is null)
            )
            {
                Flush();
                _blocks.Add(new Block.Heading(heading.Text));
                at += heading.Lines;
                at = ListUnder(heading, at);
            }
            else if (_grid.Read(at) is { } grid)
            {
                at = Add(grid);
            }
            else
            {
                FlushList();
                if (_paragraph.Count > 0 && EndsParagraph(_paragraph[^1], line))
                {
                    FlushParagraph();
                }

                _paragraph.Add(line);
                at++;
            }
        }

        Flush();
    }

    private int Add((Block Table, int End) read)
    {
        Flush();
        _blocks.Add(read.Table);
        return read.End;
    }

    // A list of findings under a heading of its own, whose bullets recognition may have lost.
    private int ListUnder(FoundHeading heading, int at)
    {
        if (!heading.Labels.Any(l => l is Label.FindingsHeading))
        {
            return at;
        }

        var end = at;
        while (
            end < _lines.Count
            && _headings.Known(end) is null
            && !_box.StartsAt(end)
            && !_questions.StartsAt(end)
            && !_figures.ContainsKey(_lines[end])
            && (end == at || IsListLine(end, _lines[at]))
        )
        {
            end++;
        }

        var lines = _lines.Skip(at).Take(end - at).ToList();
        if (
            lines.Count == 0
            || !(
                lines.Exists(ItemLines.IsBulleted)
                || ItemLines.NumberOf(lines[0]) == 1
                || lines.Exists(l => l.Sheet.IsRecognised)
            )
        )
        {
            lines = SpacedItems(at);
            end = at + lines.Count;
        }

        if (lines.Count > 0)
        {
            _blocks.Add(new Block.ItemList(ItemLines.Read(lines, RightOf(lines), _context)));
        }

        return end;
    }

    // Items without bullets that space parts, or nothing does but their lines; paragraphs end as sentences do.
    private List<VisualLine> SpacedItems(int at)
    {
        var lines = _lines
            .Skip(at)
            .TakeWhile(
                (l, i) =>
                    _headings.Known(at + i) is null
                    && _tables[at + i] is null
                    && !_figures.ContainsKey(l)
                    && !ItemLines.IsBulleted(l)
                    && Math.Abs(l.Box.Left - _lines[at].Box.Left) < 3
            )
            .ToList();
        var gaps = new LineGaps(lines, _measures.Leading);
        var parts = lines.Index().Runs((_, l) => !gaps.IsApart(l.Index)).ToList();
        var ends = parts.Count > 1 ? parts.Select(p => p[^1].Item) : lines;
        return
            gaps.IsParted
                && parts.TrueForAll(p => p.Count <= MostLinesOfItem)
                && parts.Count(IsOneSentence) * 3 >= parts.Count * 2
            || !ends.Any(l => l.Text.Text[^1] is '.')
            ? lines
            : [];

        static bool IsOneSentence(List<(int Index, VisualLine Item)> part) =>
            !part.SkipLast(1).Any(l => l.Item.Text.Text[^1] is '.')
            && !part.Exists(l => l.Item.Text.Text.Contains(". ", StringComparison.Ordinal));
    }

    private const int MostLinesOfItem = 4;

    // Without bullets nothing but the page's own width tells whether a word had room.
    private double RightOf(List<VisualLine> list) =>
        (
            list.Exists(ItemLines.IsBulleted) || list[0].Sheet.IsRecognised
                ? list
                : _lines.Where(l => ReferenceEquals(l.Sheet, list[0].Sheet))
        ).Max(l => l.Box.Right);

    private bool IsListLine(int index, VisualLine first) =>
        ItemLines.IsBulleted(_lines[index])
        || _lines[index].Box.Left > first.Box.Left + 3
        || GoesOnUnderBullet(index, first)
        || ItemLines.NumberOf(first) == 1 && ItemLines.NumberOf(_lines[index]) is not null
        || _lines[index].Sheet.IsRecognised && !_headings.StandsApart(index);

    // The rest of an item hangs under its text.
    private bool GoesOnInList(int index) =>
        _list.Count > 0
        && ReferenceEquals(_list[^1].Sheet, _lines[index].Sheet)
        && !_headings.StandsApart(index)
        && _list.FindLast(ItemLines.IsBulleted)! is var bulleted
        && (_lines[index].Box.Left > bulleted.Box.Left + 3 || GoesOnUnderBullet(index, bulleted));

    // Where nothing hangs, as in the cells of a workbook, the rest of an item stands under its bullet.
    private bool GoesOnUnderBullet(int index, VisualLine bulleted) =>
        char.IsLower(_lines[index].Text.Text[0])
        && ReferenceEquals(_lines[index - 1].Sheet, _lines[index].Sheet)
        && !_headings.StandsApart(index)
        && Math.Abs(_lines[index].Box.Left - bulleted.Box.Left) < 3
        && ItemLines.IsBulleted(bulleted);

    private bool EndsParagraph(VisualLine above, VisualLine line)
    {
        if (ReferenceEquals(above.Sheet, line.Sheet))
        {
            return line.CenterY - above.CenterY > 1.3 * _measures.Leading
                || line.CenterY < above.CenterY
                || line.Box.Left > above.Box.Left + (0.8 * _measures.Body)
                    && above.Text.Text[^1] is '.' or '!' or '?';
        }

        // A paragraph goes on over the page where its sentence does.
        return above.Text.Text[^1] is '.' or '!' or '?' && !char.IsLower(line.Text.Text[0]);
    }

    private void Flush()
    {
        FlushParagraph();
        FlushList();
    }

    private void FlushParagraph()
    {
        if (_paragraph.Count > 0)
        {
            _blocks.Add(
                new Block.Paragraph(CellReader.Join(_paragraph.Select(l => l.Text), _context.Words))
            );
            _paragraph.Clear();
        }
    }

    private void FlushList()
    {
        if (_list.Count > 0)
        {
            _blocks.Add(
                new Block.ItemList(ItemLines.Read(_list, _list.Max(l => l.Box.Right), _context))
            );
            _list.Clear();
        }
    }
}
