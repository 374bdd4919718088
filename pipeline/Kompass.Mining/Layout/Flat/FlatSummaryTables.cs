using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Layout.Flat;

/// <summary>Summary tables in running text: areas in their order, each with as many numbers, and heads right before the first; or column after column.</summary>
internal sealed partial class FlatSummaryTables(Passage body, EditionLabels labels)
{
    private const int FewestRows = 3;
    private const int MostColumns = 6;

    // Characters behind the name of the total in which its numbers stand.
    private const int TotalsReach = 60;

    private readonly string _text = body.Text;
    private readonly ReportHeadings _headings = labels.Edition.Headings;

    /// <summary>A row from its number to the end of its name, and its numbers.</summary>
    private sealed record AreaRow(int Area, int Start, int End, List<Span> Numbers);

    private readonly record struct Span(int Start, int End);

    /// <summary><c>2013 2010 1. Offentlighet och demokrati 67 40 2. … TOTALT 525 390</c> in a stretch of the text.</summary>
    public IEnumerable<(Block Block, int Start, int End)> Within(int start, int end)
    {
        var names = labels
            .FindAll(_text[start..end])
            .Select(h => (h.Area, Start: start + h.Start, End: start + h.End))
            .Where(h => h.Area is not null)
            .Select(h => new AreaRow(h.Area!.Value, NumberBefore(h.Start, start), h.End, []))
            .ToList();
        for (var i = 0; i < names.Count; )
        {
            var rows = RowsFrom(names, i, end);
            if (
                rows.Count >= FewestRows
                && (rows.TrueForAll(IsNumbered) || IsWholeWithHeads(rows, start))
                && Table(rows, start, end) is { } table
            )
            {
                yield return table;
                i += rows.Count;
            }
            else if (ByColumns(names, i, start, end) is { } columns)
            {
                yield return columns;
                i += labels.Edition.Areas.Count;
            }
            else
            {
                i++;
            }
        }
    }

    private bool IsNumbered(AreaRow row) => char.IsDigit(_text[row.Start]);

    // Without numbers before their names nothing less than all areas below their heads is a table.
    private bool IsWholeWithHeads(List<AreaRow> rows, int start) =>
        rows.Count == labels.Edition.Areas.Count && HeadsBefore(rows[0].Start, start, 1).Count > 0;

    // Areas that follow one another with nothing but numbers behind them.
    private List<AreaRow> RowsFrom(List<AreaRow> names, int first, int end)
    {
        var rows = new List<AreaRow>();
        for (var i = first; i < names.Count; i++)
        {
            var next = i + 1 < names.Count ? names[i + 1] : null;
            var limit = next?.Start ?? end;
            var numbers = NumbersFrom(names[i].End, limit);
            if (
                numbers.Count == 0
                || (i > first && names[i].Area != names[i - 1].Area + 1)
                || (
                    next?.Area == names[i].Area + 1
                    && !_text.AsSpan(numbers[^1].End, limit - numbers[^1].End).IsWhiteSpace()
                )
            )
            {
                break;
            }

            rows.Add(names[i] with { Numbers = numbers });
        }

        return rows;
    }

    private (Block Block, int Start, int End)? Table(List<AreaRow> rows, int start, int end)
    {
        var width = rows.SkipLast(1)
            .GroupBy(r => r.Numbers.Count)
            .OrderByDescending(g => g.Count())
            .First()
            .Key;
        // A row that lacks a number or has one too many: which column it misses is not known, so that it keeps none. What follows the last is text.
        rows = rows.ConvertAll(r =>
            r.Numbers.Count == width || (r == rows[^1] && r.Numbers.Count > width)
                ? r
                : r with
                {
                    Numbers = [],
                }
        );
        var heads = HeadsBefore(rows[0].Start, start, width);
        var last = rows[^1].Numbers is { Count: > 0 } numbers
            ? numbers[width - 1].End
            : rows[^1].End;
        var totals = TotalsFrom(last, end, width);
        return TableOf(rows, heads, new Span(last, EndOfTotal(last)), totals, width) is { } table
            ? (
                table,
                heads.Count > 0 ? heads[0].Start : rows[0].Start,
                totals.Count > 0 ? totals[^1].End : last
            )
            : null;
    }

    // All areas one below the other, perhaps the total, then the heads, then column after column.
    private (Block Block, int Start, int End)? ByColumns(
        List<AreaRow> names,
        int first,
        int start,
        int end
    )
    {
        var rows = names.Skip(first).Take(labels.Edition.Areas.Count).ToList();
        if (
            !rows.Select(r => r.Area).SequenceEqual(labels.Edition.Areas.Select(a => a.Number))
            || rows.Zip(rows.Skip(1))
                .Any(p => !_text.AsSpan(p.First.End, p.Second.Start - p.First.End).IsWhiteSpace())
        )
        {
            return null;
        }

        var total = new Span(rows[^1].End, EndOfTotal(rows[^1].End));
        var height = rows.Count + (total.End > total.Start ? 1 : 0);
        var heads = HeadsFrom(total.End, end);
        var numbers = NumbersFrom(heads.Count > 0 ? heads[^1].End : total.End, end);
        var width = heads.Count > 0 ? heads.Count : numbers.Count / height;
        if (width == 0 || numbers.Count < width * height)
        {
            return null;
        }

        if (heads.Count == 0)
        {
            heads = HeadsBefore(rows[0].Start, start, width);
        }

        return
            TableOf(
                [.. rows.Select((r, i) => r with { Numbers = InRow(i) })],
                heads,
                total,
                height > rows.Count ? InRow(rows.Count) : [],
                width
            )
                is { } table
            ? (
                table,
                Math.Min(rows[0].Start, heads.FirstOrDefault(new Span(end, end)).Start),
                numbers[(width * height) - 1].End
            )
            : null;

        List<Span> InRow(int row) =>
            [.. Enumerable.Range(0, width).Select(c => numbers[(c * height) + row])];
    }

    // What the rows are as a table of cells, heads above and the total below.
    private Block.SummaryTable? TableOf(
        IEnumerable<AreaRow> rows,
        List<Span> heads,
        Span total,
        List<Span> totals,
        int width
    )
    {
        return width > MostColumns
            ? null
            : SummaryTables.Of(
                new Block.Table([
                    RowOf(new Span(0, 0), heads),
                    .. rows.Select(r => RowOf(new Span(r.Start, r.End), r.Numbers)),
                    RowOf(total, totals),
                ]),
                labels
            );

        Row RowOf(Span name, IEnumerable<Span> cells) =>
            new([
                .. cells
                    .Take(width)
                    .Prepend(name)
                    .Select(c => Cell.Of(body.Slice(c.Start, c.End).Trim())),
            ]);
    }

    // The end of the total's name that follows, or where it would begin.
    private int EndOfTotal(int from)
    {
        var at = _text.Length - _text.AsSpan(from).TrimStart().Length;
        return
            _headings
                .SummaryTotal.Where(n => string.CompareOrdinal(_text, at, n, 0, n.Length) == 0)
                .MaxBy(n => n.Length)
                is { } name
            ? at + name.Length
            : from;
    }

    // The numbers behind the name of a total right below the areas.
    private List<Span> TotalsFrom(int from, int end, int width) =>
        EndOfTotal(from) is var at && at > from
            ? [.. NumbersFrom(at, Math.Min(end, at + TotalsReach)).Take(width)]
            : [];

    // Years, or words for a mean or a change, right before the first row.
    private List<Span> HeadsBefore(int end, int start, int width)
    {
        var heads = new List<Span>();
        while (
            heads.Count < width
            && LastWord().Match(_text, start, end - start) is { Success: true } match
        )
        {
            var word = match.Groups["word"];
            if (!IsHead(word.Value))
            {
                break;
            }

            heads.Insert(0, new Span(word.Index, word.Index + word.Length));
            end = word.Index;
        }

        // What stands before them heads the columns before theirs, and is not known.
        return heads.Count is 0
            ? heads
            : [.. Enumerable.Repeat(new Span(end, end), width - heads.Count), .. heads];
    }

    private List<Span> HeadsFrom(int at, int end) =>
        [
            .. NextWord()
                .Matches(_text[at..end])
                .Select(m => m.Groups["word"])
                .TakeWhile(w => IsHead(w.Value))
                .Select(w => new Span(at + w.Index, at + w.Index + w.Length)),
        ];

    private bool IsHead(string word) =>
        Numbers.IsYear(word.TrimEnd('*'))
        || _headings
            .Mean.Concat(_headings.Change)
            .Concat(_headings.ScoreBox.Points)
            .Concat(_headings.QuestionTable.Max)
            .Contains(word, StringComparer.OrdinalIgnoreCase);

    // Where the digit before a name stands, or the name itself.
    private int NumberBefore(int name, int start)
    {
        var at = Math.Max(start, _text.StartOfRun(name, c => char.IsWhiteSpace(c) || c == '.'));
        return
            at > start
            && char.IsDigit(_text[at - 1])
            && (at == start + 1 || !char.IsDigit(_text[at - 2]))
            ? at - 1
            : name;
    }

    private List<Span> NumbersFrom(int start, int end) =>
        [
            .. NumberHere()
                .Matches(_text[start..Math.Max(start, end)])
                .Select(m => m.Groups["number"])
                .Select(n => new Span(start + n.Index, start + n.Index + n.Length)),
        ];

    [GeneratedRegex(@"\G\s*(?<number>[+\-−]?\d{1,3}(?:,\d{1,2})?(?:\s?%)?)(?![\d,.\p{L}])")]
    private static partial Regex NumberHere();

    [GeneratedRegex(@"(?<word>\S+)\s*\z", RegexOptions.RightToLeft)]
    private static partial Regex LastWord();

    [GeneratedRegex(@"\G\s*(?<word>\S+)")]
    private static partial Regex NextWord();
}
