using Kompass.Mining.Layout.Geometry.Pages;
using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Layout.Geometry.Tables;

/// <summary>
/// Reads a findings table from its heads on: two or three columns side by side, over as many sheets as they take. Between two columns there is a strip
/// that no word enters; the first line that does is no part of the table any more.
/// </summary>
/// <param name="context">The document.</param>
/// <param name="isOtherTable">Whether a score box or a table of sub-questions begins at a line.</param>
internal sealed class FindingsColumns(LayoutContext context, Func<int, bool> isOtherTable)
{
    private readonly IReadOnlyList<VisualLine> _lines = context.Lines;
    private readonly Measures _measures = context.Measures;
    private readonly HeadingFinder _headings = context.Headings;

    private PerLine<Heads?> HeadsAt => field ??= new(_lines.Count, FindHeads);

    /// <summary>The table whose heads stand at a line and the line after it, or null where no heads stand there.</summary>
    public (Block Table, int End)? Read(int index)
    {
        if (HeadsAt[index] is not { } heads)
        {
            return null;
        }

        var parts = new List<Part> { new(heads) };
        var at = index + heads.Lines;
        while (at < _lines.Count)
        {
            var part = parts[^1];
            if (part.Lines.Count > 0 && !ReferenceEquals(part.Lines[^1].Sheet, _lines[at].Sheet))
            {
                parts.Add(part = new Part(part.Heads));
            }

            if (
                _headings.Known(at) is { OpensSection: true }
                || (part.Lines.Count == 0 && _headings.OpensSection(_lines[at]))
                || isOtherTable(at)
                || (IsLargeType(_lines[at]) && HeadsAt[at] is null)
            )
            {
                break;
            }

            if (HeadsAt[at] is { } again)
            {
                // Printed again at the top of the next sheet; elsewhere it is the head of another table.
                var isRepeated =
                    part.Lines.Count == 0
                    && again
                        .Columns.Select(c => c.Kind)
                        .SequenceEqual(heads.Columns.Select(c => c.Kind));
                if (!isRepeated)
                {
                    break;
                }

                parts[^1] = new Part(again);
                at += again.Lines;
                continue;
            }

            if (!part.TryAdd(_lines[at], LeastGutter))
            {
                at -= part.GiveBack(_lines[at], _measures.Leading);
                break;
            }

            at++;
        }

        return (Table(heads, parts), at);
    }

    /// <summary>Whether the heads of a findings table stand at a line.</summary>
    public bool StartsAt(int index) => HeadsAt[index] is not null;

    // No item is set larger than the text; a heading is, also where the edition does not know it. Fonts of one size differ in height by a fourth or so.
    private bool IsLargeType(VisualLine line) =>
        !line.Sheet.IsRecognised
        && !ItemLines.IsBulleted(line)
        && line.Words.All(w => w.Size > 1.35 * _measures.Body);

    // Cells keep the width of a letter or so from each other, about twice a blank.
    private double LeastGutter => 0.35 * _measures.Body;

    private Block.FindingsTable Table(Heads heads, List<Part> parts)
    {
        var sheets = new List<IReadOnlyList<IReadOnlyList<VisualLine>>>();
        double[]? before = null;
        foreach (var part in parts.Where(p => p.Lines.Count > 0))
        {
            var borders = part.Borders(before);
            before = borders;
            var words = part.Lines.SelectMany(l => l.Words).ToLookup(w => ColumnOf(w, borders));
            sheets.Add([
                .. heads.Columns.Select(
                    (_, i) => VisualLine.LinesOf(part.Lines[0].Sheet, words[i])
                ),
            ]);
        }

        sheets = PairRows.Ruled(sheets);
        return FindingsTables.Of([
            .. heads.Columns.Select(
                (head, i) =>
                {
                    var lines = sheets.SelectMany(s => s[i]).ToList();
                    return (
                        (FindingKind?)head.Kind,
                        head.Text,
                        ItemLines.Read(lines, RightOf(i, before, lines), context)
                    );
                }
            ),
        ]);
    }

    // A column reaches to the strip that parts it from the next, less the strip's own width.
    private double RightOf(int column, double[]? borders, List<VisualLine> lines) =>
        borders is not null && column < borders.Length ? borders[column] - _measures.Body
        : lines.Count == 0 ? 0
        : lines.Max(l => l.Box.Right);

    private static int ColumnOf(SheetWord word, double[] borders) =>
        borders.TakeWhile(b => word.CenterX > b).Count();

    private Heads? FindHeads(int index)
    {
        var line = _lines[index];
        if (
            line.Words.Count is < 2 or > 12
            || (
                !line.Sheet.IsRecognised
                && !context.Labels.MayBeginFindingsHeading(line.Words[0].Text)
            )
        )
        {
            return null;
        }

        var columns = new List<Head>();
        var count = 1;
        foreach (var phrase in line.Phrases(0.8).Where(p => IsText(p, line.Sheet)))
        {
            if (HeadOf(phrase, line.Sheet) is { } head)
            {
                columns.Add(head);
            }
            else if (Wrapped(phrase, index) is { } wrapped)
            {
                columns.Add(wrapped);
                count = 2;
            }
            else
            {
                return WordByWord(line);
            }
        }

        return IsRow(columns) ? new Heads(columns, count) : WordByWord(line);
    }

    // A letter or two on a scan are what is left of a table's border.
    private static bool IsText(IReadOnlyList<SheetWord> phrase, Sheet sheet) =>
        phrase.Sum(w => w.Text.Count(char.IsLetter)) > (sheet.IsRecognised ? 2 : 0);

    // Heads so close together that they are one phrase: "Styrkor Svagheter".
    private Heads? WordByWord(VisualLine line)
    {
        var columns = line.Words.Select(w => HeadOf([w], line.Sheet)).OfType<Head>().ToList();
        return columns.Count == line.Words.Count && IsRow(columns) ? new Heads(columns, 1) : null;
    }

    private static bool IsRow(List<Head> columns) =>
        columns.Count >= 2 && columns.Select(c => c.Kind).Distinct().Count() == columns.Count;

    private Head? HeadOf(IReadOnlyList<SheetWord> words, Sheet sheet) =>
        _headings.ListHead(words, sheet) is var (kind, text)
            ? new Head(kind, text, words[0].Box.Left, words[^1].Box.Right)
            : null;

    // "Förbättrings-" over "möjligheter" in a narrow column.
    private Head? Wrapped(IReadOnlyList<SheetWord> phrase, int index)
    {
        if (
            index + 1 >= _lines.Count
            || !ReferenceEquals(_lines[index + 1].Sheet, _lines[index].Sheet)
        )
        {
            return null;
        }

        var left = phrase[0].Box.Left;
        var right = phrase[^1].Box.Right;
        var below = _lines[index + 1]
            .Words.Where(w => w.Box.Right > left - 4 && w.Box.Left < right + 4)
            .ToList();
        return below.Count == 0 ? null : HeadOf([.. phrase, .. below], _lines[index].Sheet);
    }

    private sealed record Head(FindingKind Kind, Passage Text, double Left, double Right)
    {
        public double Center => (Left + Right) / 2;
    }

    private sealed record Heads(IReadOnlyList<Head> Columns, int Lines);

    /// <summary>What of the table stands on one sheet, and the strips between its columns as far as they are free.</summary>
    private sealed class Part(Heads heads)
    {
        private List<(double From, double To)>[] _free =
        [
            .. heads
                .Columns.Zip(heads.Columns.Skip(1))
                .Select(h => new List<(double, double)> { (h.First.Center, h.Second.Center) }),
        ];

        public Heads Heads => heads;

        public List<VisualLine> Lines { get; } = [];

        public bool TryAdd(VisualLine line, double least)
        {
            var free = _free
                .Select(strip =>
                    strip
                        .SelectMany(s => Without(s, line))
                        .Where(s => s.To - s.From >= least)
                        .ToList()
                )
                .ToArray();
            if (Array.Exists(free, strip => strip.Count == 0))
            {
                return false;
            }

            _free = free;
            Lines.Add(line);
            return true;
        }

        // The line that ended the table belongs to a paragraph that may have begun on lines above, which stayed clear of the strips by chance.
        public int GiveBack(VisualLine line, double leading)
        {
            var given = 0;
            var below = line;
            while (
                Lines.Count > 0
                && !ItemLines.IsBulleted(below)
                && ReferenceEquals(Lines[^1].Sheet, below.Sheet)
                && below.CenterY - Lines[^1].CenterY < 1.25 * leading
                && Math.Abs(Lines[^1].Box.Left - below.Box.Left) < 2
                && !ItemLines.IsBulleted(Lines[^1])
            )
            {
                below = Lines[^1];
                Lines.RemoveAt(Lines.Count - 1);
                given++;
            }

            return given;
        }

        public double[] Borders(double[]? before) =>
            [
                .. _free.Select(
                    (strip, i) =>
                    {
                        // Left of the head's own left edge, where that is free; else where it was on the sheet before; else the widest strip.
                        var edge = Heads.Columns[i + 1].Left - 2;
                        var atHead = strip.FindIndex(s => edge >= s.From && edge <= s.To);
                        if (atHead >= 0)
                        {
                            return edge;
                        }

                        if (
                            before is not null
                            && strip.Exists(s => before[i] >= s.From && before[i] <= s.To)
                        )
                        {
                            return before[i];
                        }

                        var widest = strip.MaxBy(s => s.To - s.From);
                        return (widest.From + widest.To) / 2;
                    }
                ),
            ];

        private static IEnumerable<(double From, double To)> Without(
            (double From, double To) strip,
            VisualLine line
        )
        {
            var from = strip.From;
            foreach (var word in line.Words)
            {
                if (word.Box.Right <= from || word.Box.Left >= strip.To)
                {
                    continue;
                }

                if (word.Box.Left > from)
                {
                    yield return (from, word.Box.Left);
                }

                from = Math.Max(from, word.Box.Right);
            }

            if (from < strip.To)
            {
                yield return (from, strip.To);
            }
        }
    }
}
