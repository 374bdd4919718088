namespace Kompass.Mining.Layout.Tables;

/// <summary>Makes score boxes of what stands in them.</summary>
internal static partial class ScoreBoxes
{
    /// <summary>A box of rubrics and all else that stands in it in reading order: years, and a score for each or one.</summary>
    public static Block.ScoreBox Of(IEnumerable<Passage> rubrics, IReadOnlyList<Passage> others)
    {
        var years = others.SelectMany(o => Numbers.Years(o.Text)).Select(y => y.Year).ToList();
        var scores = others
            .SelectMany(o =>
                Numbers.AllPoints(o.Text).Select(p => (p.Value, Text: o.Slice(p.Start, p.End)))
            )
            .ToList();
        return new Block.ScoreBox(
            [.. rubrics.Where(r => !r.IsBlank)],
            [
                .. scores.Select(
                    (s, i) =>
                        new BoxScore(years.Count == scores.Count ? years[i] : null, s.Value, s.Text)
                ),
            ]
        );
    }

    /// <summary>The box that a table is whose first rows have the head of the rubrics, or null.</summary>
    public static Block.ScoreBox? Of(Block.Table table, EditionLabels labels)
    {
        for (var head = 0; head < Math.Min(2, table.Rows.Count); head++)
        {
            var column = table
                .Rows[head]
                .Cells.ToList()
                .FindIndex(c => labels.Is<Label.BoxRubrics>(c.Text.Text));
            if (column < 0)
            {
                continue;
            }

            var below = table.Rows.Skip(head + 1).ToList();
            return Of(
                below.SelectMany(r => r.Cells.Skip(column).Take(1)).SelectMany(TextsOf),
                [
                    .. table.Rows[head].Cells.Where((_, i) => i != column).Select(c => c.Text),
                    // A row of one cell holds all there is.
                    .. below
                        .SelectMany(r => r.Cells.Where((_, i) => i != column || r.Cells.Count == 1))
                        .SelectMany(TextsOf),
                ]
            );
        }

        return OfLines(table, labels) ?? OfRubrics(table, labels);
    }

    // "I kapitlet bedöms | Poäng // Strategi för …, information till medborgarna | 49": rubrics of an area, whatever their head.
    private static Block.ScoreBox? OfRubrics(Block.Table table, EditionLabels labels) =>
        table.Rows is [{ Cells: [_, var head] }, { Cells: [var rubrics, var score] }]
        && labels.Is<Label.BoxPoints>(head.Text.Text)
        && labels.FindAll(rubrics.Text.Text).Count(h => h.As<Label.RubricHeading>() is not null) > 1
        && Numbers.Points(score.Text.Text) <= labels.Edition.Scale.AreaMax
            ? Of([rubrics.Text], [score.Text])
            : null;

    // "Poäng | 83 // Högsta möjliga | 100": what an area got, in a row of its own, and at most what it could get.
    private static Block.ScoreBox? OfLines(Block.Table table, EditionLabels labels)
    {
        var most = labels.Edition.Scale.AreaMax;
        var rows = table.Rows.Select(r => r.Cells.Select(c => c.Text).ToList()).ToList();
        return
            rows.Count <= 2
            && rows.TrueForAll(r =>
                r.Count == 2
                && r[0].Text.Any(char.IsLetter)
                && Numbers.AllPoints(r[1].Text).Count() == 1
                && RowNumbers.In(r[1]).Any()
            )
            && rows.FindAll(r => Of(Passage.Join(" ", r), labels) is not null) is [var score]
            && rows.TrueForAll(r => r == score || Numbers.Percent(r[1].Text) == most)
            && Numbers.Percent(score[1].Text) <= most
            ? Of([], [score[1]])
            : null;
    }

    /// <summary>The box that a line is which gives an area's score and nothing else, <c>Poäng: 61 (av 100)</c>, or null.</summary>
    public static Block.ScoreBox? Of(Passage line, EditionLabels labels)
    {
        var match = ScoreAlone().Match(line.Text);
        var (head, score, most) = (
            match.Groups["head"],
            match.Groups["score"],
            match.Groups["most"]
        );
        return
            match.Success
            && (head.Success ? labels.Is<Label.BoxPoints>(head.Value) : most.Success)
            && (!most.Success || Numbers.Points(most.Value) == labels.Edition.Scale.AreaMax)
            ? Of([], [line.Slice(score)])
            : null;
    }

    /// <summary>Whether a line begins as the one that gives an area's score below its lists: <c>Poäng område 3 61</c>.</summary>
    public static bool Opens(string line) => OfArea().IsMatch(line);

    /// <summary>The area's name and the box of the score behind it, <c>3. Politisk styrning och kontroll – 77 poäng</c>; null where no points stand behind a name.</summary>
    public static (Passage Name, Block.ScoreBox Box)? BehindName(
        Passage line,
        EditionLabels labels
    ) =>
        ScoreLine.Of(line, labels) is { } scored
        && AsPoints().Match(scored.Score.Text).Groups["score"] is { Success: true } score
            ? (scored.Name, Of([], [scored.Score.Slice(score)]))
            : null;

    [GeneratedRegex(
        @"^\s*(?<score>\d{1,3}(?:[,.]\d{1,2})?)\s*(?:(?:p|poäng)\b|(?:av|/)\s*\d{3}\b)",
        Patterns.AnyCase
    )]
    private static partial Regex AsPoints();

    [GeneratedRegex(@"^\s*Poäng\s+(?:område\s+[1-9]|för\s+området)(?!\d)\W*\d{0,3}")]
    private static partial Regex OfArea();

    // "77 av 100", "Poäng: 77 av 100", "Poäng 61 (av 100)", "Poäng: 61/100", "Poäng: 58,5 p", "Poäng område 3: 61"
    [GeneratedRegex(
        @"^\s*(?:(?<head>\p{L}[\p{L} ]*?)(?:\s+(?:område\s+[1-9]|för\s+området))?\s*:?\s+)?(?<score>\d{1,3}(?:[,.]\d{1,2})?)(?:\s*(?:p|poäng)\.?)?(?:\s*[(/]?\s*(?:(?:av|max|/)\s*)?(?<most>\d{3})(?:\s*(?:p|poäng|möjliga)\.?)*\)?)?\s*$"
    )]
    private static partial Regex ScoreAlone();

    private static IEnumerable<Passage> TextsOf(Cell cell) =>
        cell.Items.Select(i => i.Text).Prepend(cell.Text);
}
