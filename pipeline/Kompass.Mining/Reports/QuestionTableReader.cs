using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports;

/// <summary>What a table of sub-questions states.</summary>
/// <param name="Area">Whose table it is.</param>
/// <param name="Rows">Its sub-questions.</param>
/// <param name="Sum">The area's score in its last row.</param>
/// <param name="Unclear">Codes of rows whose numbers could not be told apart.</param>
internal sealed record QuestionTable(
    int Area,
    IReadOnlyList<QuestionRow> Rows,
    (decimal Value, Passage Text)? Sum,
    IReadOnlyList<string> Unclear
)
{
    /// <summary>Codes of rows whose points were worked out (<see cref="QuestionCompletion"/>).</summary>
    public IReadOnlyList<string> WorkedOut { get; init; } = [];
}

/// <summary>A row of such a table as printed.</summary>
internal sealed record QuestionRow(
    string Code,
    Passage Text,
    decimal? Achieved,
    decimal? Max,
    decimal? Percent,
    Passage Whole
);

/// <summary>
/// Reads tables of sub-questions: <c>1.1 | wording | 14 | 15 | 93%</c>. The heads say which column is which; where they are lost the usual order is
/// taken and the instrument's maximum points must bear it out.
/// </summary>
internal static partial class QuestionTableReader
{
    private static readonly ScoreColumn[] UsualOrder =
    [
        ScoreColumn.Achieved,
        ScoreColumn.Max,
        ScoreColumn.Percent,
    ];

    /// <summary>The area whose table this is, or null where it is no table of sub-questions.</summary>
    public static int? AreaOf(Block.Table table, EditionLabels labels)
    {
        // A digit that was misread may name an area that the edition does not have.
        var codes = table
            .Rows.Select(r => CodeOf(r))
            .OfType<string>()
            .Where(c => labels.Edition.FindArea(QuestionCode.AreaOf(c)) is not null)
            .ToList();
        if (codes.Count > 0)
        {
            var area = codes
                .GroupBy(QuestionCode.AreaOf)
                .OrderByDescending(g => g.Count())
                .First()
                .Key;
            return codes.Count >= 2 || HasHeads(table, labels) ? area : null;
        }

        return null;
    }

    /// <summary>Reads all tables of sub-questions in a block; a block may hold several, one after the other.</summary>
    public static IEnumerable<QuestionTable> Read(Block.Table table, EditionLabels labels)
    {
        var start = 0;
        for (var i = 1; i <= table.Rows.Count; i++)
        {
            if (i == table.Rows.Count || IsHead(table.Rows[i], labels))
            {
                var part = table.Rows.Skip(start).Take(i - start).ToList();
                if (AreaOf(new Block.Table(part), labels) is { } area)
                {
                    yield return ReadOne(part, area, labels);
                }

                start = i;
            }
        }
    }

    private static QuestionTable ReadOne(IReadOnlyList<Row> rows, int area, EditionLabels labels)
    {
        var order = Order(rows, labels);
        var questions = new List<QuestionRow>();
        var unclear = new List<string>();
        (decimal, Passage)? sum = null;
        QuestionRow? open = null;
        foreach (var row in rows)
        {
            var code = CodeOf(row);
            if (code is not null && QuestionCode.AreaOf(code) == area)
            {
                open = ReadRow(row, code, order, labels, unclear);
                if (!questions.Exists(q => q.Whole.Text == open.Whole.Text))
                {
                    questions.Add(open);
                }
            }
            else if (IsHead(row, labels))
            {
                continue;
            }
            else if (SumOf(row, labels.Edition.Scale.AreaMax) is { } value)
            {
                sum ??= value;
            }
            else if (open is not null && IsContinuation(row))
            {
                // The wording goes on below its row.
                questions[^1] = open = open with
                {
                    Text = Passage.Join(
                        " ",
                        [open.Text, row.Cells.First(c => !c.Text.IsBlank).Text]
                    ),
                };
            }
        }

        return new QuestionTable(
            area,
            CheckCodes(questions, labels.Edition.Area(area), unclear),
            sum,
            unclear
        );
    }

    // A code that the instrument does not have, or has twice, is corrected by the row's wording where that is certain; the row then counts as unclear.
    private static List<QuestionRow> CheckCodes(
        List<QuestionRow> rows,
        Area area,
        List<string> unclear
    )
    {
        if (area.Questions.Count == 0)
        {
            var first = rows.DistinctBy(r => r.Code, StringComparer.Ordinal).ToList();
            unclear.AddRange(rows.Except(first).Select(r => r.Code));
            return first;
        }

        var checkedRows = new List<QuestionRow>();
        foreach (var row in rows)
        {
            var byWording = ByWording(row, area);
            var code = byWording ?? (area.Questions.Any(q => q.Code == row.Code) ? row.Code : null);
            if (code is null || checkedRows.Exists(r => r.Code == code))
            {
                unclear.Add(code ?? row.Code);
                continue;
            }

            if (code != row.Code)
            {
                unclear.Add(code);
            }

            checkedRows.Add(row with { Code = code });
        }

        return checkedRows;
    }

    // The sub-question whose wording the row repeats, where it is another than its code says and clearly so.
    private static string? ByWording(QuestionRow row, Area area)
    {
        var words = Words(row.Text.Text);
        if (words.Count < 3)
        {
            return null;
        }

        var ranked = area
            .Questions.Select(q => (q.Code, Share: Overlap(words, Words(q.Text))))
            .OrderByDescending(q => q.Share)
            .ToList();
        var own = ranked.Find(q => q.Code == row.Code).Share;
        return ranked[0].Code != row.Code && ranked[0].Share >= 0.7 && own <= 0.4
            ? ranked[0].Code
            : null;
    }

    private static HashSet<string> Words(string text) =>
        [
            .. text.ToLowerInvariant()
                .Split(
                    [' ', ',', '/', '?', '-', '(', ')', '.', '–'],
                    StringSplitOptions.RemoveEmptyEntries
                )
                .Where(w => w.Length > 3),
        ];

    private static double Overlap(HashSet<string> a, HashSet<string> b) =>
        a.Count == 0 || b.Count == 0 ? 0 : (double)a.Count(b.Contains) / Math.Min(a.Count, b.Count);

    private static QuestionRow ReadRow(
        Row row,
        string code,
        IReadOnlyList<ScoreColumn> order,
        EditionLabels labels,
        List<string> unclear
    )
    {
        var cells = row.Cells.Where(c => !c.Text.IsBlank).Select(c => c.Text).ToList();
        var first = CodeAndText().Match(cells[0].Text);
        var text =
            first.Groups["text"].Length > 0
                ? cells[0].Slice(first.Groups["text"].Index, cells[0].Text.Length)
                : Passage.Empty;
        var numbers = new List<Passage>();
        foreach (var cell in cells.Skip(1))
        {
            if (Numbers.Percent(cell.Text) is not null)
            {
                numbers.Add(cell);
            }
            else if (SeveralNumbers().IsMatch(cell.Text))
            {
                numbers.AddRange(
                    OneNumber()
                        .Matches(cell.Text)
                        .Select(m => cell.Slice(m.Index, m.Index + m.Length))
                );
            }
            else
            {
                text = text.Text.Length == 0 ? cell : Passage.Join(" ", [text, cell]);
            }
        }

        var whole = Passage.Join(" ", cells);
        if (numbers.Count == 0 && TextThenNumbers().Match(text.Text) is { Success: true } inText)
        {
            numbers.AddRange(
                OneNumber()
                    .Matches(text.Text)
                    .Where(m => m.Index >= inText.Groups["numbers"].Index)
                    .Select(m => text.Slice(m.Index, m.Index + m.Length))
            );
            text = text.Slice(0, inText.Groups["numbers"].Index).Trim();
        }

        return Assign(
            code,
            text,
            whole,
            numbers,
            order,
            labels.Edition.FindQuestion(code)?.Max,
            unclear
        );
    }

    private static QuestionRow Assign(
        string code,
        Passage text,
        Passage whole,
        List<Passage> numbers,
        IReadOnlyList<ScoreColumn> order,
        int? knownMax,
        List<string> unclear
    )
    {
        decimal? achieved = null;
        decimal? max = null;
        decimal? percent = null;
        if (numbers.Count == order.Count)
        {
            for (var i = 0; i < numbers.Count; i++)
            {
                var value = Numbers.Percent(numbers[i].Text);
                switch (order[i])
                {
                    case ScoreColumn.Achieved:
                        achieved = value;
                        break;
                    case ScoreColumn.Max:
                        max = value;
                        break;
                    default:
                        percent = value;
                        break;
                }
            }
        }
        else
        {
            // A number is missing or one too many: only what shows what it is is taken.
            unclear.Add(code);
            var marked = numbers
                .Where(n => n.Text.Contains('%', StringComparison.Ordinal))
                .ToList();
            percent = marked.Count == 1 ? Numbers.Percent(marked[0].Text) : null;
            var plain = numbers.Except(marked).Select(n => Numbers.Percent(n.Text)).ToList();
            if (plain.Count == 2 && knownMax is not null && plain[1] == knownMax)
            {
                achieved = plain[0];
                max = plain[1];
            }
            else if (
                plain.Count == 1
                && percent is not null
                && knownMax is { } m
                && Math.Abs(plain[0]!.Value - (percent.Value * m / 100)) <= 1
            )
            {
                achieved = plain[0];
            }
        }

        return new QuestionRow(code, text, achieved, max, percent, whole);
    }

    // As the heads say where they name as many columns as the rows have numbers; else the usual order, if the maximum points bear it out.
    private static IReadOnlyList<ScoreColumn> Order(IReadOnlyList<Row> rows, EditionLabels labels)
    {
        var heads = rows.Where(r => IsHead(r, labels))
            .Select(r =>
                r.Cells.SelectMany(c => HeadsIn(c.Text.Text, labels.Edition.Headings))
                    .Distinct()
                    .ToList()
            )
            .FirstOrDefault(c => c.Count >= 2);
        var counts = rows.Where(r => CodeOf(r) is not null)
            .Select(r =>
                r.Cells.Skip(1)
                    .Sum(c =>
                        Numbers.Percent(c.Text.Text) is not null ? 1
                        : SeveralNumbers().IsMatch(c.Text.Text) ? OneNumber().Count(c.Text.Text)
                        : 0
                    )
            )
            .Where(n => n > 0)
            .ToList();
        var usual =
            counts.Count > 0
                ? counts.GroupBy(c => c).OrderByDescending(g => g.Count()).First().Key
                : 3;
        return heads is not null && (heads.Count >= usual || counts.Count == 0)
            ? heads
            : UsualOrder[..Math.Clamp(usual, 2, 3)];
    }

    private static IEnumerable<ScoreColumn> HeadsIn(string cell, ReportHeadings headings)
    {
        if (ColumnHeads.Of(cell, headings) is { } single)
        {
            return [single];
        }

        // Several heads in one cell, after the area's name or alone.
        for (
            var at = 0;
            at < cell.Length;
            at = cell.IndexOf(' ', at) is var space and >= 0 ? space + 1 : cell.Length
        )
        {
            var columns = ColumnHeads.Read(cell, at, headings);
            if (columns.Count >= 2)
            {
                return columns.Select(c => c.Column);
            }
        }

        return [];
    }

    private static bool IsHead(Row row, EditionLabels labels) =>
        CodeOf(row) is null
        && row.Cells.SelectMany(c => HeadsIn(c.Text.Text, labels.Edition.Headings))
            .Distinct()
            .Count() >= 2;

    private static bool HasHeads(Block.Table table, EditionLabels labels) =>
        table.Rows.Any(r => IsHead(r, labels));

    private static (decimal Value, Passage Text)? SumOf(Row row, int areaMax)
    {
        var cells = row.Cells.Where(c => !c.Text.IsBlank).Select(c => c.Text).ToList();
        var numbers = cells
            .SelectMany(c =>
                Numbers.Percent(c.Text) is { } n
                    ? [(n, c)]
                    : OneNumber()
                        .Matches(c.Text)
                        .Where(_ => SeveralNumbers().IsMatch(c.Text))
                        .Select(m =>
                            (Numbers.Percent(m.Value)!.Value, c.Slice(m.Index, m.Index + m.Length))
                        )
            )
            .ToList();
        // The sum row names the area's highest points, 100, beside the sum; "Summa" may stand before it.
        var at = numbers.FindIndex(n =>
            n.Item1 == areaMax && !n.Item2.Text.Contains('%', StringComparison.Ordinal)
        );
        return at < 0
            || numbers.Count < 2
            || numbers.Count > 3
            || cells.Count(c => c.Text.Any(char.IsLetter)) > 1
                ? null
            : at > 0 ? numbers[at - 1]
            : numbers.Count > 1 && at == 0 && numbers[0].Item1 == areaMax
                ? numbers[1].Item1 == areaMax ? numbers[0]
                    : null
            : null;
    }

    private static bool IsContinuation(Row row)
    {
        var filled = row.Cells.Where(c => !c.Text.IsBlank).ToList();
        return filled.Count == 1 && filled[0].Text.Text.Any(char.IsLetter);
    }

    private static string? CodeOf(Row row)
    {
        var first = row.Cells.FirstOrDefault(c => !c.Text.IsBlank)?.Text.Text;
        var match = first is null ? Match.Empty : CodeAndText().Match(first);
        return match.Success
            ? $"{match.Groups["area"].Value}.{match.Groups["number"].Value}"
            : null;
    }

    // "1.1", "2. 3", "4.6 Hur bedrivs kommunens ledarutveckling?"
    [GeneratedRegex(
        @"^\s*"
            + QuestionCode.AreaDigit
            + @"\s?\.\s?"
            + QuestionCode.NumberDigit
            + @"(?![\d.,])\s*(?<text>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex CodeAndText();

    [GeneratedRegex(
        @"^\s*\d{1,3}(?:[,.]\d{1,2})?(?:\s*%)?(?:\s+\d{1,3}(?:[,.]\d{1,2})?(?:\s*%)?){1,3}\s*$",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex SeveralNumbers();

    [GeneratedRegex(@"\d{1,3}(?:[,.]\d{1,2})?(?:\s?%)?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OneNumber();

    [GeneratedRegex(
        @"[?\p{Ll})]\s+(?<numbers>\d{1,3}(?:[,.]\d{1,2})?(?:\s*%)?(?:\s+\d{1,3}(?:[,.]\d{1,2})?(?:\s*%)?){1,2})\s*$",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex TextThenNumbers();
}
