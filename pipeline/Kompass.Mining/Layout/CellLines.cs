using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;
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
        lines.Count < 4 ? []
        : labels.Lookup(lines[0].Text).OfType<Label.BoxRubrics>().Any() ? Box(lines)
        : Coded(lines) is { Count: > 2 } coded ? coded
        : BelowYears(lines) is { Count: > 0 } below ? below
        : Named(lines, labels);

    /// <summary>Whether lines are the box of an area up to its scores, so that what is no figure stands below it.</summary>
    public static bool IsWholeBox(IReadOnlyList<Passage> lines, EditionLabels labels) =>
        lines.Count > 2
        && Figure().IsMatch(lines[^1].Text)
        && !Numbers.IsYear(lines[^1].Text)
        && labels.Lookup(lines[0].Text).OfType<Label.BoxRubrics>().Any();

    /// <summary>Whether every line is a figure: the sum below the sub-questions.</summary>
    public static bool AreFigures(IReadOnlyList<Passage> lines) =>
        lines.Count is > 1 and < 6 && lines.All(l => Figure().IsMatch(l.Text));

    // "Rubriker", a head for each score, the rubrics, the scores.
    private static List<List<Passage>> Box(IReadOnlyList<Passage> lines)
    {
        var scores = lines.Reverse().TakeWhile(l => Figure().IsMatch(l.Text)).Count();
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
        if (years == 0 || lines.Count % (years + 1) != 0)
        {
            return [];
        }

        List<List<Passage>> rows = [.. lines.Chunk(years + 1).Select(r => r.ToList())];
        return
            rows.Count > 2
            && rows.TrueForAll(r =>
                !Figure().IsMatch(r[0].Text) && r.Skip(1).All(c => Figure().IsMatch(c.Text))
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
        List<List<Passage>> rows = [.. names.Chunk(width + 1).Select(r => r.ToList())];
        if (
            width == 0
            || heads.Count is not 0 && heads.Count != width
            || rows.Count(r => IsArea(r[0])) < FewestAreas
            || !rows.TrueForAll(r =>
                r.Count == width + 1
                && !Figure().IsMatch(r[0].Text)
                && r.Skip(1).All(c => Figure().IsMatch(c.Text))
            )
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

        bool IsArea(Passage line) => labels.Lookup(line.Text).OfType<Label.AreaName>().Any();
    }

    private const int FewestAreas = 3;

    [GeneratedRegex(@"^[1-9]\.\d{1,2}\.?$", RegexOptions.CultureInvariant, Patterns.TimeLimit)]
    private static partial Regex Code();

    // "1.1 Hur informeras …"
    [GeneratedRegex(
        @"^[1-9]\.\d{1,2}\.?(?=\s+\p{L})",
        RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    private static partial Regex CodeAndWording();

    // "Summa 77 / 100 / 77 %"
    [GeneratedRegex(
        @"^(?:Summa|Totalt?)(?=\s+\d|\s*$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        Patterns.TimeLimit
    )]
    private static partial Regex SumHead();

    // 78, 7,5, 60 %, 2013; a dash where nothing is stated
    [GeneratedRegex(
        @"^(?:[-–—]|\d{1,4}(?:[.,]\d{1,2})?\s?%?)$",
        RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    private static partial Regex Figure();
}
