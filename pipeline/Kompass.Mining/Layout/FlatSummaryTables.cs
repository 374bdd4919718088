using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;

namespace Kompass.Mining.Layout;

/// <summary>Summary tables in running text: areas in their order, each with as many numbers, and heads right before the first.</summary>
internal sealed partial class FlatSummaryTables(Passage body, EditionLabels labels)
{
    private readonly string _text = body.Text;
    private readonly ReportHeadings _headings = labels.Edition.Headings;

    /// <summary><c>2013 2010 1. Offentlighet och demokrati 67 40 2. … TOTALT 525 390</c> in a stretch of the text.</summary>
    public IEnumerable<(Block Block, int Start, int End)> Within(int start, int end)
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

    private static bool IsOneOf(string word, IReadOnlyList<string> names) =>
        names.Any(n => n.Equals(word, StringComparison.OrdinalIgnoreCase));

    private Cell CellOf(int start, int end) => Cell.Of(body.Slice(start, end).Trim());

    [GeneratedRegex(
        @"\G\s*(?<number>[+\-−]?\d{1,3}(?:,\d{1,2})?(?:\s?%)?)(?![\d,.\p{L}])",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex NumberHere();

    [GeneratedRegex(@"^(?:19|20)\d\d$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex YearOnly();
}
