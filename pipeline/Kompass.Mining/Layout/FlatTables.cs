using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;

namespace Kompass.Mining.Layout;

/// <summary>Tables whose borders are gone: score boxes, tables of sub-questions, summary tables, charts, facts.</summary>
internal sealed partial class FlatTables(Passage body, EditionLabels labels, WordStatistics words)
{
    // The ticks that the reports' charts have on their axis.
    private static readonly decimal[] Ticks = [100, 80, 60, 40, 20, 0];

    private readonly string _text = body.Text;
    private readonly ReportHeadings _headings = labels.Edition.Headings;

    /// <summary>
    /// <c>Rubriker Poäng Strategi … korruption 58</c> or <c>Rubriker … Poäng 2015 2012 74 68</c>: everything up to the last number before
    /// the prose begins.
    /// </summary>
    public (Block? Block, int End) ScoreBox(Anchor anchor, int limit)
    {
        var stretch = _text[anchor.End..limit];
        // The box ends before its prose: before the first sentence.
        var sentence = SentenceEnd().Match(stretch);
        var span = sentence.Success ? stretch[..sentence.Index] : stretch;
        var numbers = Number().Matches(span).Where(m => !IsWithinLabel(span, m)).ToList();
        if (numbers.Count == 0)
        {
            return (null, anchor.End);
        }

        var years = numbers.Where(IsYear).ToList();
        var scores = numbers.Where(m => !IsYear(m)).ToList();
        var heads = new List<Cell> { CellOf(anchor.Start, anchor.End) };
        heads.AddRange(
            years.Count > 0
                ? years.Select(y => CellOf(anchor.End + y.Index, anchor.End + y.Index + y.Length))
                : PointsHead(span)
                    .Select(p => CellOf(anchor.End + p.Index, anchor.End + p.Index + p.Length))
        );
        var firstNumber = scores.Count > 0 ? scores[0].Index : span.Length;
        var values = new List<Cell> { CellOf(anchor.End, anchor.End + firstNumber) };
        values.AddRange(
            scores.Select(s => CellOf(anchor.End + s.Index, anchor.End + s.Index + s.Length))
        );
        var last = numbers[^1];
        return (
            new Block.Table([new Row(heads), new Row(values)]),
            anchor.End + last.Index + last.Length
        );
    }

    /// <summary><c>1. Offentlighet och demokrati Uppnått Max Procent 1.1 Finns en plan …? 14 15 93% … 58 100 58%</c>.</summary>
    public (Block? Block, int End) Questions(Anchor anchor, int limit)
    {
        var columns = ColumnHeads.Read(_text, anchor.End, _headings);
        var from = columns.Count > 0 ? columns[^1].End : anchor.End;
        var head = new List<Cell>
        {
            CellOf(anchor.Start, anchor.Start + 1),
            CellOf(anchor.Start, anchor.End),
        };
        var at = anchor.End;
        foreach (var (_, end) in columns)
        {
            head.Add(CellOf(at, end));
            at = end;
        }

        var rows = new List<Row> { new(head) };
        var codes = Code()
            .Matches(_text[from..limit])
            .Where(m => QuestionCode.AreaOf($"{m.Value[0]}.{m.Value[^1]}") == anchor.Area)
            .ToList();
        var tableEnd = from;
        var stretches = codes
            .Select(
                (c, i) =>
                    (
                        Start: from + c.Index,
                        TextStart: from + c.Index + c.Length,
                        End: i + 1 < codes.Count ? from + codes[i + 1].Index : limit
                    )
            )
            .ToList();
        var groups = stretches.ConvertAll(r => NumberGroups(r.TextStart, r.End));
        var width = Width(groups, columns.Count);
        for (var i = 0; i < stretches.Count; i++)
        {
            var (start, textStart, end) = stretches[i];
            var isLast = i + 1 == stretches.Count;
            var own = OwnNumbers(groups[i], width);
            // The last row and the sum lack a number between them: which one is not known, so that all are handed on as the row's, to be doubted.
            if (isLast && groups[i].Find(g => g.Count > width && g.Count < 2 * width) is { } mixed)
            {
                own = mixed;
            }

            var sum = isLast ? SumNumbers(groups[i], own, width) : [];
            var stop =
                sum.Count > 0 ? sum[0].Start
                : isLast && own.Count > 0 ? own[^1].End
                : end;
            rows.Add(
                new Row([
                    CellOf(start, textStart),
                    Cell.Of(Wording(textStart, stop, own)),
                    .. own.Select(n => CellOf(n.Start, n.End)),
                ])
            );
            if (sum.Count > 0)
            {
                rows.Add(
                    new Row([
                        Cell.Of(Passage.Empty),
                        Cell.Of(Passage.Empty),
                        .. sum.Select(n => CellOf(n.Start, n.End)),
                    ])
                );
            }

            tableEnd = sum.Count > 0 ? sum[^1].End : stop;
        }

        return (rows.Count > 1 ? new Block.Table(rows) : null, tableEnd);
    }

    /// <summary>A stretch of prose, with the summary tables, charts and facts in it taken out as blocks of their own.</summary>
    public IEnumerable<(Block Block, int Start, int End)> WithinProse(int start, int end)
    {
        var found = new List<(Block Block, int Start, int End)>();
        found.AddRange(SummaryTables(start, end));
        found.AddRange(
            Charts(start, end).Where(c => !found.Exists(f => c.Start < f.End && f.Start < c.End))
        );
        found.AddRange(
            Facts(start, end).Where(c => !found.Exists(f => c.Start < f.End && f.Start < c.End))
        );
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        var from = start;
        foreach (var block in found)
        {
            yield return (new Block.Paragraph(Passage.Empty), from, block.Start);
            yield return block;
            from = block.End;
        }

        yield return (new Block.Paragraph(Passage.Empty), from, end);
    }

    // 2013 2010 1. Offentlighet och demokrati 67 40 2. … TOTALT 525 390
    private IEnumerable<(Block Block, int Start, int End)> SummaryTables(int start, int end)
    {
        var stretch = _text[start..end];
        var areas = labels
            .FindAll(stretch)
            .Select(h => (Hit: h, Area: h.As<Label.AreaName>()?.Area))
            .Where(h => h.Area is not null)
            .ToList();
        for (var i = 0; i < areas.Count; )
        {
            var rows = new List<(int Start, LabelHit Hit, List<(int Start, int End)> Numbers)>();
            var j = i;
            while (j < areas.Count && (rows.Count == 0 || areas[j].Area == areas[j - 1].Area + 1))
            {
                var next =
                    j + 1 < areas.Count
                        ? RowStart(stretch, areas[j + 1].Hit.Start)
                        : stretch.Length;
                var start0 = RowStart(stretch, areas[j].Hit.Start);
                var numbers = NumbersFrom(stretch, areas[j].Hit.End, next);
                if (
                    numbers.Count == 0
                    || start0 == areas[j].Hit.Start
                    || (
                        j + 1 < areas.Count
                        && areas[j + 1].Area == areas[j].Area + 1
                        && !stretch.AsSpan(numbers[^1].End, next - numbers[^1].End).IsWhiteSpace()
                    )
                )
                {
                    break;
                }

                rows.Add((start0, areas[j].Hit, numbers));
                j++;
            }

            var count =
                rows.Count == 0
                    ? 0
                    : rows.SkipLast(rows.Count > 1 ? 1 : 0)
                        .GroupBy(r => r.Numbers.Count)
                        .OrderByDescending(g => g.Count())
                        .First()
                        .Key;
            if (rows.Count >= 3 && count is >= 1 and <= 6)
            {
                // A row that lacks a number or has one too many: which column it misses is not known, so that it keeps none.
                yield return SummaryTable(
                    stretch,
                    start,
                    [
                        .. rows.Select(
                            (r, n) =>
                                r.Numbers.Count == count
                                || (n == rows.Count - 1 && r.Numbers.Count > count)
                                    ? r with
                                    {
                                        Numbers = r.Numbers.GetRange(0, count),
                                    }
                                    : r with
                                    {
                                        Numbers = [],
                                    }
                        ),
                    ],
                    count
                );
                i = j;
            }
            else
            {
                i++;
            }
        }
    }

    private (Block Block, int Start, int End) SummaryTable(
        string stretch,
        int offset,
        List<(int Start, LabelHit Hit, List<(int Start, int End)> Numbers)> rows,
        int count
    )
    {
        var heads = SummaryHeads(stretch, rows[0].Start, count);
        var begin = heads.Count > 0 ? heads[0].Start : rows[0].Start;
        var table = new List<Row>
        {
            new([
                Cell.Of(Passage.Empty),
                .. heads.Select(h => CellOf(offset + h.Start, offset + h.End)),
            ]),
        };
        table.AddRange(
            rows.Select(r => new Row([
                CellOf(offset + r.Start, offset + r.Hit.End),
                .. r.Numbers.Select(n => CellOf(offset + n.Start, offset + n.End)),
            ]))
        );
        var end = rows.Max(r => r.Numbers.Count > 0 ? r.Numbers[^1].End : r.Hit.End);
        foreach (var name in _headings.SummaryTotal)
        {
            var at = end;
            while (at < stretch.Length && char.IsWhiteSpace(stretch[at]))
            {
                at++;
            }

            if (string.CompareOrdinal(stretch, at, name, 0, name.Length) != 0)
            {
                continue;
            }

            var totals = NumbersFrom(
                    stretch,
                    at + name.Length,
                    Math.Min(stretch.Length, at + name.Length + 60)
                )
                .Take(count)
                .ToList();
            if (totals.Count > 0)
            {
                table.Add(
                    new Row([
                        CellOf(offset + at, offset + at + name.Length),
                        .. totals.Select(n => CellOf(offset + n.Start, offset + n.End)),
                    ])
                );
                end = totals[^1].End;
                break;
            }
        }

        return (new Block.Table(table), offset + begin, offset + end);
    }

    // Years, or words for a mean or a change, right before the first row.
    private List<(int Start, int End)> SummaryHeads(string stretch, int firstRow, int count)
    {
        var heads = new List<(int, int)>();
        var end = firstRow;
        while (heads.Count < count)
        {
            while (end > 0 && char.IsWhiteSpace(stretch[end - 1]))
            {
                end--;
            }

            var start = end;
            while (start > 0 && !char.IsWhiteSpace(stretch[start - 1]))
            {
                start--;
            }

            var word = stretch[start..end];
            if (
                start == end
                || !(
                    YearOnly().IsMatch(word)
                    || IsOneOf(word, _headings.Mean)
                    || IsOneOf(word, _headings.Change)
                    || IsOneOf(word, _headings.BoxPoints)
                )
            )
            {
                break;
            }

            heads.Insert(0, (start, end));
            end = start;
        }

        return heads;
    }

    // Borås stad 2013-525 p 100 80 60 67 53 65 65 68 65 65 78 40 20 0: eight bars among the ticks of the axis.
    private IEnumerable<(Block Block, int Start, int End)> Charts(int start, int end)
    {
        foreach (Match run in NumberRun().Matches(_text[start..end]))
        {
            var numbers = Number()
                .Matches(run.Value)
                .Select(m =>
                    (
                        Value: decimal.Parse(
                            m.ValueSpan.ToString().Replace(',', '.'),
                            CultureInfo.InvariantCulture
                        ),
                        m.Index,
                        m.Length
                    )
                )
                .ToList();
            // The number of the first label may follow the bars directly: any stretch of the run may be the chart.
            var size = labels.Edition.Areas.Count + Ticks.Length;
            var bars = Enumerable
                .Range(0, Math.Max(0, numbers.Count - size + 1))
                .Select(skip => WithoutTicks(numbers.GetRange(skip, size)))
                .FirstOrDefault(b => b is not null);
            if (bars is null)
            {
                continue;
            }

            var titleStart = start + run.Index;
            var title = ChartTitle()
                .Match(
                    _text,
                    Math.Max(start, titleStart - 80),
                    titleStart - Math.Max(start, titleStart - 80)
                );
            var from = title.Success ? title.Index : titleStart;
            yield return (
                new Block.Figure(
                    body.Slice(from, titleStart).Trim(),
                    [
                        .. bars.Select(b => new ChartNumber(
                            b.Value,
                            body.PlaceOf(
                                start + run.Index + b.Index,
                                start + run.Index + b.Index + b.Length
                            )
                        )),
                    ]
                ),
                from,
                start + run.Index + run.Length
            );
        }
    }

    private static List<(decimal Value, int Index, int Length)>? WithoutTicks(
        List<(decimal Value, int Index, int Length)> numbers
    )
    {
        var left = new List<(decimal Value, int Index, int Length)>(numbers);
        // Ticks run down the axis: the first 100 and the last 0 are ticks for sure, those between are sought from the outside in.
        foreach (var tick in Ticks)
        {
            var at =
                tick >= 60
                    ? left.FindIndex(n => n.Value == tick)
                    : left.FindLastIndex(n => n.Value == tick);
            if (at < 0)
            {
                return null;
            }

            left.RemoveAt(at);
        }

        return left;
    }

    private IEnumerable<(Block Block, int Start, int End)> Facts(int start, int end)
    {
        var stretch = _text[start..end];
        var hits = _headings
            .Facts.SelectMany(f => f.Value)
            .Select(name => (Name: name, At: stretch.IndexOf(name, StringComparison.Ordinal)))
            .Where(h => h.At >= 0 && (h.At == 0 || !char.IsLetter(stretch[h.At - 1])))
            .OrderBy(h => h.At)
            .ThenByDescending(h => h.Name.Length)
            .ToList();
        var kept = new List<(string Name, int At)>();
        foreach (var hit in hits)
        {
            if (kept.Count == 0 || hit.At >= kept[^1].At + kept[^1].Name.Length)
            {
                kept.Add(hit);
            }
        }

        // One of these words alone stands in prose too; three of them make the table.
        if (kept.Count < 3)
        {
            yield break;
        }

        var rows = new List<Row>();
        for (var i = 0; i < kept.Count; i++)
        {
            var valueStart = kept[i].At + kept[i].Name.Length;
            var valueEnd =
                i + 1 < kept.Count ? kept[i + 1].At : Math.Min(stretch.Length, valueStart + 120);
            rows.Add(
                new Row([
                    CellOf(start + kept[i].At, start + valueStart),
                    CellOf(start + valueStart, start + valueEnd),
                ])
            );
        }

        yield return (
            new Block.Table(rows),
            start + kept[0].At,
            start + Math.Min(stretch.Length, kept[^1].At + kept[^1].Name.Length + 120)
        );
    }

    // Numbers that follow one another with nothing but blanks between.
    private List<List<(int Start, int End)>> NumberGroups(int start, int end)
    {
        var groups = new List<List<(int Start, int End)>>();
        foreach (Match match in PercentNumber().Matches(_text[start..end]))
        {
            var number = (Start: start + match.Index, End: start + match.Index + match.Length);
            if (
                groups.Count > 0
                && _text
                    .AsSpan(groups[^1][^1].End, number.Start - groups[^1][^1].End)
                    .IsWhiteSpace()
            )
            {
                groups[^1].Add(number);
            }
            else
            {
                groups.Add([number]);
            }
        }

        return groups;
    }

    // How many numbers a row has: as most rows do, for a head may be lost.
    private static int Width(List<List<List<(int Start, int End)>>> rows, int heads) =>
        rows.SkipLast(1)
            .Select(r => r.Count > 0 ? r.Max(g => g.Count) : 0)
            .Where(n => n is 2 or 3)
            .GroupBy(n => n)
            .OrderByDescending(g => g.Count())
            .FirstOrDefault()
            ?.Key
        ?? Math.Max(2, heads);

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
    private static List<(int Start, int End)> SumNumbers(
        List<List<(int Start, int End)>> groups,
        List<(int Start, int End)> own,
        int columns
    )
    {
        if (own.Count == 0)
        {
            return [];
        }

        var at = groups.FindIndex(g => g.Contains(own[0]));
        var rest = groups[at].Skip(own.Count).ToList();
        return rest.Count > 0 ? rest.Take(columns).ToList()
            : at + 1 < groups.Count && groups[at + 1].Count == columns ? groups[at + 1]
            : [];
    }

    private Passage Wording(int start, int end, List<(int Start, int End)> numbers)
    {
        if (numbers.Count == 0)
        {
            return OneLine(body.Slice(start, end));
        }

        var before = body.Slice(start, numbers[0].Start).Trim();
        var after = body.Slice(Math.Min(end, numbers[^1].End), end).Trim();
        return OneLine(after.Text.Length > 0 ? Passage.Join("\n", [before, after]) : before);
    }

    private Passage OneLine(Passage text) => CellReader.Join(text, words);

    private static int RowStart(string stretch, int hitStart)
    {
        var at = hitStart;
        while (at > 0 && (char.IsWhiteSpace(stretch[at - 1]) || stretch[at - 1] == '.'))
        {
            at--;
        }

        return
            at > 0 && char.IsDigit(stretch[at - 1]) && (at == 1 || !char.IsDigit(stretch[at - 2]))
            ? at - 1
            : hitStart;
    }

    private static List<(int Start, int End)> NumbersFrom(string stretch, int start, int end)
    {
        var numbers = new List<(int, int)>();
        var at = start;
        while (at < end)
        {
            var match = NumberHere().Match(stretch, at, end - at);
            if (!match.Success)
            {
                break;
            }

            var group = match.Groups["number"];
            numbers.Add((group.Index, group.Index + group.Length));
            at = group.Index + group.Length;
        }

        return numbers;
    }

    private IEnumerable<Match> PointsHead(string span)
    {
        foreach (var name in _headings.BoxPoints)
        {
            var match = Regex.Match(
                span,
                $@"\b{Regex.Escape(name)}\b",
                RegexOptions.CultureInvariant,
                TimeSpan.FromSeconds(1)
            );
            if (match.Success)
            {
                yield return match;
                yield break;
            }
        }
    }

    private static bool IsWithinLabel(string span, Match number) =>
        number.Index > 0 && (char.IsLetter(span[number.Index - 1]) || span[number.Index - 1] == '-')
        || (
            number.Index + number.Length < span.Length
            && char.IsLetter(span[number.Index + number.Length])
        );

    private static bool IsYear(Match number) => YearOnly().IsMatch(number.Value);

    private static bool IsOneOf(string word, IReadOnlyList<string> names) =>
        names.Any(n => n.Equals(word, StringComparison.OrdinalIgnoreCase));

    private Cell CellOf(int start, int end) => Cell.Of(body.Slice(start, end).Trim());

    [GeneratedRegex(@"[.!?]\s+\p{Lu}\p{Ll}|\p{Ll}[.!?]\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"(?<![\d.,])(?!" + QuestionCode.Lookahead + @")\d{1,4}(?:[,.]\d{1,2})?(?![\d,]|\.\d)",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Number();

    [GeneratedRegex(
        @"(?<![\d.,\p{L}])\d{1,3}(?:,\d{1,2})?(?![\d,.\p{L}])(?:\s*%)?",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex PercentNumber();

    [GeneratedRegex(
        @"\G\s*(?<number>[+\-−]?\d{1,3}(?:,\d{1,2})?(?:\s?%)?)(?![\d,.\p{L}])",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex NumberHere();

    // 1.1, 6.10 never; not within 50.000 or a date
    [GeneratedRegex(
        @"(?<![\d.,])[1-9]\s?\.\s?[1-9](?![\d.,])",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Code();

    [GeneratedRegex(@"^(?:19|20)\d\d$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearOnly();

    [GeneratedRegex(
        @"(?<![\d.,])\d{1,3}(?:\s+\d{1,3}(?:,\d)?){11,19}(?![\d.,])",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex NumberRun();

    // "Borås stad 2013-525 p ", "Avesta kommun - 404 p "
    [GeneratedRegex(
        @"(?:\p{Lu}[\p{L}-]*\s+){1,4}(?:\p{Ll}+\s+)?(?:\d{4})?\s*[-–]\s*\d{2,3}\s*(?:p|poäng)\b\.?\s*$",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex ChartTitle();
}
