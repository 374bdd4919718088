namespace Kompass.Mining.Layout.Tables;

/// <summary>
/// Puts tables of sub-questions together from their rows, given from the top: which number is which the heads say; where they are lost the usual order is
/// taken, and the instrument's maximum points must bear it out.
/// </summary>
internal sealed class QuestionTableBuilder(EditionLabels labels)
{
    private static readonly ScoreColumn[] UsualOrder =
    [
        ScoreColumn.Achieved,
        ScoreColumn.Max,
        ScoreColumn.Percent,
    ];

    private static readonly ScoreColumn[] MaxFirst =
    [
        ScoreColumn.Max,
        ScoreColumn.Achieved,
        ScoreColumn.Percent,
    ];

    private readonly List<Part> _parts = [new(null)];

    private sealed record Part(IReadOnlyList<ScoreColumn>? Heads)
    {
        public List<PrintedRow> Rows { get; } = [];

        // By area; of a row that names none by 0.
        public Dictionary<int, (decimal Value, Passage Text)> Sums { get; } = [];

        public (decimal Value, Passage Text)? SumOf(int area) =>
            Sums.TryGetValue(area, out var sum) ? sum : null;
    }

    private sealed record PrintedRow(
        string Code,
        Passage CodeText,
        Passage Wording,
        IReadOnlyList<Passage> Numbers
    );

    /// <summary>The code of the last row, or null.</summary>
    public string? LastCode => _parts.SelectMany(p => p.Rows).LastOrDefault()?.Code;

    /// <summary>Heads, with which a table begins.</summary>
    public void Head(IReadOnlyList<ScoreColumn> columns) => _parts.Add(new Part(columns));

    /// <summary>A row.</summary>
    public void Row(
        string code,
        Passage codeText,
        Passage wording,
        IReadOnlyList<Passage> numbers
    ) => _parts[^1].Rows.Add(new PrintedRow(code, codeText, wording, numbers));

    /// <summary>The rest of the last row's wording.</summary>
    public void GoOn(Passage wording)
    {
        if (_parts[^1].Rows is [.., var last] rows)
        {
            rows[^1] = last with { Wording = Joined([last.Wording, wording]) };
        }
    }

    /// <summary>A row of numbers alone, or behind an area's name; the sum, where the area's highest points stand in the column of the maximum. Whether it is.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="area">The area that the row names, 0 where it names none.</param>
    public bool Sum(IReadOnlyList<Passage> numbers, int area = 0)
    {
        if (numbers.Count is not (2 or 3))
        {
            return false;
        }

        var order =
            _parts[^1].Heads is { } heads && heads.Count == numbers.Count
                ? heads
                : (IsMaxFirst(numbers) ? MaxFirst : UsualOrder)[..numbers.Count];
        if (
            In(ScoreColumn.Max, order, numbers) is not { } max
            || IsPercent(max)
            || Numbers.Percent(max.Text) != labels.Edition.Scale.AreaMax
            || In(ScoreColumn.Achieved, order, numbers) is not { } achieved
            || Numbers.Percent(achieved.Text) is not { } value
        )
        {
            return false;
        }

        _parts[^1].Sums.TryAdd(area, (value, achieved));
        return true;
    }

    private static Passage? In(
        ScoreColumn column,
        IReadOnlyList<ScoreColumn> order,
        IReadOnlyList<Passage> numbers
    ) => numbers.Where((_, i) => order[i] == column).FirstOrDefault();

    /// <summary>The tables; what has one coded row and no heads is none.</summary>
    public IEnumerable<Block.QuestionTable> Tables() => _parts.SelectMany(TablesOf);

    // One head may stand over the rows of all areas. A digit that was misread may name an area that the edition does not have, or, of one row, another.
    private IEnumerable<Block.QuestionTable> TablesOf(Part part)
    {
        var areas = part
            .Rows.Where(r => labels.Edition.FindArea(QuestionCode.AreaOf(r.Code)) is not null)
            .GroupBy(r => QuestionCode.AreaOf(r.Code))
            .OrderByDescending(g => g.Count())
            .ToList();
        if (areas.Count == 0 || (part.Heads is null && areas.Sum(a => a.Count()) < 2))
        {
            yield break;
        }

        var several = areas.Where((a, i) => i == 0 || a.Count() > 1).ToList();
        var order = Order(part);
        foreach (var ofArea in several.OrderBy(a => a.Key))
        {
            var area = labels.Edition.Area(ofArea.Key);
            var unclear = new List<string>();
            var rows = ofArea
                .Select(r => Read(r, order, unclear))
                .DistinctBy(r => r.Whole.Text, StringComparer.Ordinal)
                .ToList();
            yield return new Block.QuestionTable(
                area.Number,
                CheckCodes(rows, area, unclear),
                part.SumOf(area.Number) ?? (several.Count == 1 ? part.SumOf(0) : null),
                unclear
            );
        }
    }

    // More than the second number: no points are, of their maximum.
    private static bool IsMaxFirst(IReadOnlyList<Passage> numbers) =>
        numbers is [var first, var second, ..]
        && Numbers.Percent(first.Text) > Numbers.Percent(second.Text)
        && !IsPercent(first)
        && !IsPercent(second);

    // As the heads say where they name as many columns as the rows have numbers; where they are lost, as most rows can be.
    private static IReadOnlyList<ScoreColumn> Order(Part part)
    {
        var usual = part
            .Rows.Select(r => r.Numbers.Count)
            .Where(n => n > 0)
            .GroupBy(n => n)
            .OrderByDescending(g => g.Count())
            .FirstOrDefault()
            ?.Key;
        // Heads that most rows belie are misread.
        return part.Heads is { } heads && heads.Count >= (usual ?? 0) && !IsBelied(part, heads)
            ? heads
            : (
                part.Rows.Count(r => IsMaxFirst(r.Numbers)) * 2 > part.Rows.Count
                    ? MaxFirst
                    : UsualOrder
            )[..Math.Clamp(usual ?? 3, 2, 3)];
    }

    private static bool IsBelied(Part part, IReadOnlyList<ScoreColumn> heads) =>
        2
            * part.Rows.Count(r =>
                r.Numbers.Count == heads.Count
                && In(ScoreColumn.Achieved, heads, r.Numbers) is { } achieved
                && In(ScoreColumn.Max, heads, r.Numbers) is { } max
                && !IsPercent(achieved)
                && !IsPercent(max)
                && Numbers.Percent(achieved.Text) > Numbers.Percent(max.Text)
            )
        > part.Rows.Count;

    private QuestionRow Read(PrintedRow row, IReadOnlyList<ScoreColumn> order, List<string> unclear)
    {
        var numbers = row.Numbers;
        order = WithPercentAtItsSign(order, numbers);
        var read = new QuestionRow(
            row.Code,
            row.Wording,
            null,
            null,
            null,
            Joined([row.CodeText, row.Wording, .. numbers])
        );
        if (numbers.Count == order.Count)
        {
            return read with
            {
                Achieved = Value(ScoreColumn.Achieved),
                Max = Value(ScoreColumn.Max),
                Percent = Value(ScoreColumn.Percent),
            };
        }

        // A number is missing or one too many: only what shows what it is is taken.
        unclear.Add(row.Code);
        var percents = numbers.Where(IsPercent).Select(n => Numbers.Percent(n.Text)).ToList();
        var percent = percents.Count == 1 ? percents[0] : null;
        var plain = numbers.Where(n => !IsPercent(n)).Select(n => Numbers.Percent(n.Text)).ToList();
        return (plain, labels.Edition.FindQuestion(row.Code)?.Max) switch
        {
            ([var points, var max], int known) when max == known => read with
            {
                Achieved = points,
                Max = max,
                Percent = percent,
            },
            ([{ } points], int known)
                when percent is { } p && Math.Abs(points - (p * known / 100)) <= 1 => read with
            {
                Achieved = points,
                Percent = percent,
            },
            _ => read with { Percent = percent },
        };

        decimal? Value(ScoreColumn column) =>
            In(column, order, numbers) is { } number ? Numbers.Percent(number.Text) : null;
    }

    // "67 % 10/15", whatever the heads say or do not say: a number with its sign is the percentage, and the others keep their order.
    private static IReadOnlyList<ScoreColumn> WithPercentAtItsSign(
        IReadOnlyList<ScoreColumn> order,
        IReadOnlyList<Passage> numbers
    )
    {
        var signs = numbers.Select((n, i) => (n, i)).Where(n => IsPercent(n.n)).ToList();
        if (
            numbers.Count != order.Count
            || signs is not [var (_, at)]
            || order[at] == ScoreColumn.Percent
        )
        {
            return order;
        }

        var others = order.Where(c => c != ScoreColumn.Percent).Take(order.Count - 1).ToList();
        others.Insert(at, ScoreColumn.Percent);
        return others;
    }

    // A code that the instrument does not have, or has twice, is corrected by the row's wording where that is certain; the row then counts as unclear. Where all stand in
    // their order none is wrong, and a wording is that of the row above or below.
    private static List<QuestionRow> CheckCodes(
        List<QuestionRow> rows,
        Area area,
        List<string> unclear
    )
    {
        var known = area.Questions;
        var kept = new List<QuestionRow>();
        var areWhole = rows.Select(r => r.Code)
            .SequenceEqual(known.Select(q => q.Code), StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var code =
                (areWhole ? null : QuestionWording.Other(row.Text.Text, row.Code, known))
                ?? row.Code;
            if (
                kept.Exists(r => r.Code == code)
                || (known.Count > 0 && !known.Any(q => q.Code == code))
            )
            {
                unclear.Add(code);
                continue;
            }

            if (code != row.Code)
            {
                unclear.Add(code);
            }

            kept.Add(row with { Code = code });
        }

        return kept;
    }

    private static bool IsPercent(Passage number) =>
        number.Text.Contains('%', StringComparison.Ordinal);

    private static Passage Joined(IEnumerable<Passage> parts) =>
        Passage.Join(" ", parts.Where(p => !p.IsBlank));
}
