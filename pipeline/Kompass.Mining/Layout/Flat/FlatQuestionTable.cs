using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Layout.Flat;

/// <summary>Tables of sub-questions in running text: codes part the rows, and what follows a row's wording are its numbers.</summary>
internal sealed partial class FlatQuestionTable(
    Passage body,
    EditionLabels labels,
    WordStatistics words
)
{
    private readonly string _text = body.Text;

    /// <summary><c>1. Offentlighet och demokrati Uppnått Max Procent 1.1 Finns en plan …? 14 15 93% … 58 100 58%</c>, the heads behind the name or before it.</summary>
    public Block? Read(Anchor anchor, int limit)
    {
        var behind = HeadsFrom(anchor.End, limit);
        var rows = RowsOf(anchor, behind.End, limit);
        if (rows.Count == 0 && behind.Columns.Count > 0)
        {
            rows = RowsByWording(anchor, behind.End, limit);
        }

        var before = HeadsFrom(anchor.Start, limit);
        // Numbers between heads and name are the first row's.
        if (
            rows is [var first, ..]
            && !first.Groups.Exists(g => g.Count > 1)
            && NumberGroups(before.End, anchor.End).Find(g => g.Count > 1) is { } parted
        )
        {
            first.Groups.Insert(0, parted);
        }

        TakeBack(rows);
        var heads =
            rows.Select(r => r.Heads)
                .Take(1)
                .Append(before.Columns)
                .FirstOrDefault(h => behind.Columns.Count == 0 && h.Count > 0)
            ?? behind.Columns;
        var table = new QuestionTableBuilder(labels);
        table.Head(heads);
        var width = Width(rows.ConvertAll(r => r.Groups), heads.Count);
        PutTogether(rows, width);
        foreach (var row in rows)
        {
            Add(table, row, row == rows[^1], width);
        }

        // "2 Tillgänglighet och brukarorientering 38 100 2.1 …": the area's own row comes first.
        if (rows.Count > 0)
        {
            table.Sum(PassagesOf(NumberGroups(behind.End, rows[0].Start).LastOrDefault() ?? []));
        }

        return table.Tables().FirstOrDefault();
    }

    private void Add(QuestionTableBuilder table, FlatRow row, bool isLast, int width)
    {
        var own = OwnNumbers(row.Groups, width);
        // The last row and the sum lack a number between them: which one is not known, so that all are handed on as the row's, to be doubted.
        if (
            isLast
            && row.Groups.Find(g => g.Count > width && g.Count < 2 * width && g.Contains(own[0]))
                is { } mixed
        )
        {
            own = mixed;
        }

        var sum = isLast ? SumNumbers(row, own, width) : [];
        var end =
            sum.Count > 0 ? sum[0].Start
            : isLast && own.Count > 0 ? own[^1].End
            : row.End;
        table.Row(
            row.Code,
            body.Slice(row.Start, row.TextStart).Trim(),
            Wording(row.TextStart, end, own),
            PassagesOf(own)
        );
        table.Sum(PassagesOf(sum));
    }

    // "3.5 Hur främjas … roller 11 och spelregler …? 15 73 % 70 100 70 %": a row's first number was copied within its wording, the others behind it, and behind the last row's the sum.
    private void PutTogether(List<FlatRow> rows, int width)
    {
        foreach (var groups in rows.Where(_ => width == 3).Select(r => r.Groups))
        {
            if (
                groups is [.., [var first], { Count: 2 or 5 } rest]
                && ValueOf(first) is var achieved
                && ValueOf(rest[0]) is > 0 and var max
                && achieved <= max
                && Math.Abs((100 * achieved / max) - ValueOf(rest[1])) < 1
            )
            {
                groups.RemoveAt(groups.Count - 2);
                rest.Insert(0, first);
            }
        }
    }

    private decimal ValueOf((int Start, int End) number) =>
        Numbers.Parse(_text[number.Start..number.End].TrimEnd('%').TrimEnd());

    // "1.1 Finns en plan …? 1.2 Uppnått Max Procent 14 15 93% Hur informeras …? 13 20 65%": what stands at the left was copied as far as the heads' line, the second code too.
    private void TakeBack(List<FlatRow> rows)
    {
        if (
            rows
                is [
                    { Groups: var none } first,
                    { Heads.Count: > 0, Groups: [var own, ..] } second,
                    ..,
                ]
            && !none.Exists(g => g.Count > 1)
            && second.Groups.Count(g => g.Count > 1) > 1
            && _text.AsSpan(second.TextStart..own[0].Start).IsWhiteSpace()
        )
        {
            first.Groups.Insert(0, own);
            second.Groups.RemoveAt(0);
            rows[0] = first with { Heads = second.Heads };
            rows[1] = second with { TextStart = own[^1].End };
        }
    }

    // Heads that run past the limit are those of the next table, which stand before its name.
    private (IReadOnlyList<ScoreColumn> Columns, int End) HeadsFrom(int at, int limit)
    {
        var heads = ColumnHeads.Read(_text, at, labels.Edition.Headings);
        return heads.Count > 0 && heads[^1].End <= limit
            ? ([.. heads.Select(h => h.Column)], heads[^1].End)
            : ([], at);
    }

    private sealed record FlatRow(
        string Code,
        int Start,
        IReadOnlyList<ScoreColumn> Heads,
        int TextStart,
        int End,
        List<List<(int Start, int End)>> Groups
    );

    // From each code of the area to the next.
    private List<FlatRow> RowsOf(Anchor anchor, int from, int limit)
    {
        var codes = Code()
            .Matches(_text[from..limit])
            .Where(m => QuestionCode.AreaOf($"{m.Value[0]}.{m.Value[^1]}") == anchor.Area)
            .ToList();
        return
        [
            .. codes.Select(
                (c, i) =>
                {
                    var end = i + 1 < codes.Count ? from + codes[i + 1].Index : limit;
                    var (heads, text) = HeadsFrom(from + c.Index + c.Length, end);
                    return new FlatRow(
                        $"{c.Value[0]}.{c.Value[^1]}",
                        from + c.Index,
                        heads,
                        text,
                        end,
                        NumberGroups(text, end)
                    );
                }
            ),
        ];
    }

    // Without codes: what stands before each group of numbers is the wording of a sub-question.
    private List<FlatRow> RowsByWording(Anchor anchor, int from, int limit)
    {
        var rows = new List<FlatRow>();
        foreach (var group in NumberGroups(from, limit).Where(g => g.Count > 1))
        {
            if (
                anchor.Area is { } area
                && QuestionWording.Next(
                    _text[from..group[0].Start],
                    labels.Edition.Area(area).Questions,
                    rows.LastOrDefault()?.Code
                )
                    is { } code
            )
            {
                rows.Add(new FlatRow(code, from, [], from, group[^1].End, [group]));
            }

            from = group[^1].End;
        }

        return rows.Count < QuestionWording.FewestRows ? [] : rows;
    }

    private List<Passage> PassagesOf(List<(int Start, int End)> numbers) =>
        numbers.ConvertAll(n => body.Slice(n.Start, n.End).Trim());

    // Numbers that follow one another, "10 15 67%" or "10/15 (67 %)".
    private List<List<(int Start, int End)>> NumberGroups(int start, int end) =>
        [
            .. PercentNumber()
                .Matches(_text[start..end])
                .Select(m => (Start: start + m.Index, End: start + m.Index + m.Length))
                .Runs((group, n) => RowNumbers.IsBetween(_text.AsSpan(group[^1].End..n.Start))),
        ];

    // How many numbers a row has: as the heads say where any row bears them out, for the first number of many may stand within the wording; else as most rows do, for a head may be lost.
    private static int Width(List<List<List<(int Start, int End)>>> rows, int heads)
    {
        var widths = rows.SkipLast(1)
            .Select(r => r.Count > 0 ? r.Max(g => g.Count) : 0)
            .Where(n => n is 2 or 3)
            .ToList();
        return widths.Contains(heads)
            ? heads
            : widths.GroupBy(n => n).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key
                ?? Math.Max(2, heads);
    }

    // The first group that has a number for each column; the numbers may stand within the wording where the row was wrapped.
    private static List<(int Start, int End)> OwnNumbers(
        List<List<(int Start, int End)>> groups,
        int columns
    )
    {
        var group =
            groups.Find(g => g.Count >= columns)
            ?? groups.Find(g => g.Count >= 2)
            ?? groups.LastOrDefault()
            ?? [];
        return group.Count > columns ? group.GetRange(0, columns) : group;
    }

    // The sum stands right after the last row's numbers, or after the rest of its wording.
    private List<(int Start, int End)> SumNumbers(
        FlatRow row,
        List<(int Start, int End)> own,
        int columns
    )
    {
        if (own.Count == 0)
        {
            return [];
        }

        var groups = row.Groups;
        var at = groups.FindIndex(g => g.Contains(own[0]));
        var rest = groups[at].Skip(own.Count).ToList();
        if (rest.Count > 0 || at + 1 == groups.Count)
        {
            return rest.Take(columns).ToList();
        }

        // "Summa område 1 100 50 50"
        var next = groups[at + 1];
        return next.Count == columns ? next
            : next.Count == columns + 1
            && _text.AsSpan(next[0].Start..next[0].End).SequenceEqual(row.Code.AsSpan(0, 1))
                ? next.GetRange(1, columns)
            : [];
    }

    private Passage Wording(int start, int end, List<(int Start, int End)> numbers)
    {
        if (numbers.Count == 0 || numbers[0].Start < start || numbers[0].Start >= end)
        {
            return CellReader.Join(body.Slice(start, end), words);
        }

        var before = body.Slice(start, numbers[0].Start).Trim();
        var after = body.Slice(Math.Min(end, numbers[^1].End), end).Trim();
        if (after.Text.StartsWith(')'))
        {
            after = after.Slice(1, after.Text.Length);
        }

        // Numbers that were put together have the rest of the wording between them.
        var between =
            numbers.Count > 1 ? body.Slice(numbers[0].End, numbers[1].Start).Trim() : Passage.Empty;
        return CellReader.Join(
            [
                before,
                .. new[] { between, after }.Where(p => !p.IsBlank && !RowNumbers.IsBetween(p.Text)),
            ],
            words
        );
    }

    [GeneratedRegex(@"(?<![\d.,\p{L}])\d{1,3}(?:,\d{1,2})?(?![\d,.\p{L}])(?:\s*%)?")]
    private static partial Regex PercentNumber();

    // 1.1, 6.10 never; not within 50.000 or a date
    [GeneratedRegex(@"(?<![\d.,])[1-9]\s?\.\s?[1-9](?![\d.,])")]
    private static partial Regex Code();
}
