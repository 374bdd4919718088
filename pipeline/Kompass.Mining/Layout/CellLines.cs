using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Layout;

/// <summary>
/// Tables copied out of a window that leaves a cell a line. Which lines are a row is told by what the report's three tables
/// are made of: the box of an area, years above the figures of areas or their names alone, and codes before the figures of sub-questions.
/// </summary>
internal static partial class CellLines
{
    /// <summary>The rows of lines that stand together, or none where they are no such table.</summary>
    public static IReadOnlyList<List<Passage>> RowsOf(
        IReadOnlyList<Passage> lines,
        EditionLabels labels
    ) =>
        lines.Count < (lines is [var first, ..] && IsCoded(first.Text) ? 2 : 4) ? []
        : labels.Is<Label.BoxRubrics>(lines[0].Text) ? Box(lines, labels)
        : Coded(lines) is var coded
        && (
            coded.Count > 2
            || (IsCoded(lines[0].Text) && coded.Count > 1 && coded.TrueForAll(r => r.Count > 2))
        )
            ? coded
        : BelowYears(lines) is { Count: > 0 } below ? below
        : Named(lines, labels);

    /// <summary>Whether lines are the box of an area up to its scores, so that what is no figure stands below it.</summary>
    public static bool IsWholeBox(IReadOnlyList<Passage> lines, EditionLabels labels) =>
        lines.Count > 2
        && Figure().IsMatch(lines[^1].Text)
        && !Numbers.IsYear(lines[^1].Text)
        && labels.Is<Label.BoxRubrics>(lines[0].Text)
        // Where the rubrics follow their head, so does the score its own: a number before that is the page's.
        && (Bullets.LengthIn(lines[1].Text) == 0 || IsPoints(lines[^2], labels));

    /// <summary>Whether lines are the box of an area up to "Poäng" behind its rubrics, or its rubrics alone: a blank line may part them from what follows.</summary>
    public static bool IsBoxBeforeItsScore(IReadOnlyList<Passage> lines, EditionLabels labels) =>
        lines.Count is > 1 and < LongestBox
        && labels.Is<Label.BoxRubrics>(lines[0].Text)
        && (
            IsPoints(lines[^1], labels)
            || (
                Bullets.LengthIn(lines[1].Text) > 0
                && lines.Skip(1).All(l => Bullets.LengthIn(l.Text) > 0 || Figure().IsMatch(l.Text))
            )
        );

    // An area has at most ten rubrics.
    private const int LongestBox = 16;

    private static bool IsPoints(Passage line, EditionLabels labels) =>
        labels.Is<Label.BoxPoints>(line.Text);

    /// <summary>Whether every line is a figure: the sum below the sub-questions.</summary>
    public static bool AreFigures(IReadOnlyList<Passage> lines) =>
        lines.Count is > 1 and < 6 && lines.All(l => Figure().IsMatch(l.Text));

    // "Rubriker", a head for each score, the rubrics, the scores; or the one head behind the rubrics.
    private static List<List<Passage>> Box(IReadOnlyList<Passage> lines, EditionLabels labels)
    {
        var scores = lines.Reverse().TakeWhile(l => Figure().IsMatch(l.Text)).Count();
        if (scores == 1 && lines.Count > 3 && IsPoints(lines[^2], labels))
        {
            lines =
            [
                lines[0],
                lines[^2],
                .. lines.Skip(1).SkipLast(2).Where(l => !Figure().IsMatch(l.Text)),
                lines[^1],
            ];
        }

        var head = scores + 1;
        return scores == 0 || lines.Count <= head + scores
            ? []
            :
            [
                [.. lines.Take(head)],
                [
                    Passage.Join("\n", [.. lines.Skip(head).SkipLast(scores)]),
                    .. lines.TakeLast(scores),
                ],
            ];
    }

    /// <summary>Whether a line begins a row with the code of a sub-question.</summary>
    public static bool IsCoded(string line) =>
        Code().IsMatch(line) || CodeAndWording().IsMatch(line);

    // A line may hold the code and the wording, the word "Summa" and its figures, or all figures of a row.
    private static IEnumerable<Passage> Cells(Passage line)
    {
        var head = CodeAndWording().Match(line.Text) is { Success: true } coded
            ? coded.Length
            : SumHead().Match(line.Text).Length;
        var rest = line.Slice(head, line.Text.Length).Trim();
        return (head > 0 ? [line.Slice(0, head).Trim()] : Enumerable.Empty<Passage>()).Concat(
            RowNumbers.In(rest).ToList() is { Count: > 1 } numbers ? numbers : [rest]
        );
    }

    // Above the codes stand the area's number and name, the head of the wordings and of three columns at most.
    private const int MostHeads = 8;

    // "1.1", the wording, the figures; the heads before the first.
    private static List<List<Passage>> Coded(IReadOnlyList<Passage> joined)
    {
        var lines = joined.SelectMany(Cells).ToList();
        List<List<Passage>> rows =
        [
            [],
        ];
        for (var i = 0; i < lines.Count; i++)
        {
            if (
                i + 1 < lines.Count
                && (
                    Code().IsMatch(lines[i].Text)
                        ? char.IsLetter(lines[i + 1].Text[0])
                        : rows.Count > 1
                            && SumHead().Match(lines[i].Text).Length == lines[i].Text.Length
                            && Figure().IsMatch(lines[i + 1].Text)
                )
            )
            {
                rows.Add([]);
            }

            rows[^1].Add(lines[i]);
        }

        if (rows[0].Count > MostHeads || rows[0].Exists(l => Bullets.LengthIn(l.Text) > 0))
        {
            return [];
        }

        List<List<Passage>> cells = [.. rows.Skip(1).Select(InCells)];
        if (
            cells.Count > 2
            && cells[^1].Count - 2 is var all
            && cells[^2].Count - 2 is > 1 and var usual
            && all == 2 * usual
        )
        {
            // The sum follows the last row without a word of its own.
            var sum = cells[^1].GetRange(2 + usual, usual);
            cells[^1].RemoveRange(2 + usual, usual);
            cells.Add([sum[0].Slice(0, 0), sum[0].Slice(0, 0), .. sum]);
        }

        return rows[0].Count == 0 ? cells : [rows[0], .. cells];
    }

    // The wording may take several lines.
    private static List<Passage> InCells(List<Passage> row)
    {
        var figures = row.Skip(1).Reverse().TakeWhile(c => Figure().IsMatch(c.Text)).Count();
        return
        [
            row[0],
            Passage.Join("\n", [.. row.Skip(1).SkipLast(figures)]),
            .. row.TakeLast(figures),
        ];
    }

    // "Område", its years, then each name with as many figures.
    private static List<List<Passage>> BelowYears(IReadOnlyList<Passage> lines)
    {
        var years = lines.Skip(1).TakeWhile(l => Numbers.IsYear(l.Text)).Count();
        return Rows(lines, years) is { Count: > 2 } rows ? rows : [];
    }

    // Names, each with as many figures; none where a line stands otherwise.
    private static List<List<Passage>> Rows(IEnumerable<Passage> lines, int figures)
    {
        List<List<Passage>> rows = [.. lines.Chunk(figures + 1).Select(r => r.ToList())];
        return
            figures > 0
            && rows.TrueForAll(r =>
                r.Count == figures + 1
                && !Figure().IsMatch(r[0].Text)
                && r.Skip(1).All(c => Figure().IsMatch(c.Text))
            )
            ? rows
            : [];
    }

    // "Poäng" or nothing, then the areas' names and the total's, each with as many figures.
    private static List<List<Passage>> Named(IReadOnlyList<Passage> lines, EditionLabels labels)
    {
        var heads = lines.TakeWhile(l => !IsArea(l)).ToList();
        var names = lines.Skip(heads.Count).ToList();
        var width = names.Skip(1).TakeWhile(l => Figure().IsMatch(l.Text)).Count();
        var rows = Rows(names, width);
        if (
            heads.Count is not 0 && heads.Count != width
            || rows.Count(r => IsArea(r[0])) < EditionLabels.FewestAreas
        )
        {
            return [];
        }

        return heads.Count == 0
            ? rows
            :
            [
                [heads[0].Slice(0, 0), .. heads],
                .. rows,
            ];

        bool IsArea(Passage line) => labels.AreaOf(line.Text) is not null;
    }

    [GeneratedRegex(@"^[1-9]\.\d{1,2}\.?$")]
    private static partial Regex Code();

    // "1.1 Hur informeras …"
    [GeneratedRegex(@"^[1-9]\.\d{1,2}\.?(?=\s+\p{L})")]
    private static partial Regex CodeAndWording();

    // "Summa 77 / 100 / 77 %", "Totalt för området 64 100 64 %"
    [GeneratedRegex(@"^(?:Summa|Totalt?)(?:\s+för\s+området)?(?=\s+\d|\s*$)", Patterns.AnyCase)]
    private static partial Regex SumHead();

    // 78, 7,5, 60 %, 2013; a dash where nothing is stated
    [GeneratedRegex(@"^(?:[-–—]|\d{1,4}(?:[.,]\d{1,2})?\s?%?)$")]
    private static partial Regex Figure();
}
