using Kompass.Mining.Layout.Geometry.Pages;

namespace Kompass.Mining.Layout.Geometry.Tables;

/// <summary>
/// Finds charts by their axis: numbers that stand one below the other at equal steps and with equal distances. What belongs to a chart is taken out of the
/// text; the numbers above its bars, left to right, become a figure.
/// </summary>
internal static class Charts
{
    private const int FewestTicks = 4;

    // No page of a report has more; on a page made to be slow the search is not begun.
    private const int MostNumbers = 500;

    /// <summary>The lines of a sheet without its charts, and the charts by the line before which they stand.</summary>
    public static (
        List<VisualLine> Lines,
        IReadOnlyList<(VisualLine? Before, Block.Figure Figure)> Figures
    ) TakeOut(List<VisualLine> lines, Measures measures)
    {
        var figures = new List<(VisualLine?, Block.Figure)>();
        while (AxisOf(lines) is { } axis)
        {
            var (first, last) = Extent(lines, axis, measures);
            var printed = first > 0 && IsTitle(lines[first - 1], lines[first], measures);
            var title = first > 0 ? lines[first - 1] : null;
            // Letters of other sizes may be drawn between two lines of text; what stands in the chart's height and is no running text is the chart's.
            var inside = lines[first..(last + 1)].Where(l => !IsRunningText(l, measures)).ToList();
            if (printed)
            {
                inside.Insert(0, title!);
            }

            var numbers = BarNumbers(inside, axis);
            var titleInside = inside.FirstOrDefault(l =>
                l.Box.Bottom <= axis.Top && l.Text.Text.Any(char.IsLetter)
            );
            lines = [.. lines.Except(inside)];
            var before = lines.Find(l => l.CenterY > axis.Top);
            if (numbers.Count > 0)
            {
                figures.Add(
                    (
                        before,
                        new Block.Figure((titleInside ?? title)?.Text ?? Passage.Empty, numbers)
                    )
                );
            }
        }

        return (lines, figures);
    }

    private static bool IsRunningText(VisualLine line, Measures measures) =>
        line.Size > 0.93 * measures.Body && line.Words.Count >= 6;

    // From the axis up and down over whatever is smaller than the text or lies in its height, and the title right above.
    private static (int First, int Last) Extent(
        List<VisualLine> lines,
        Axis axis,
        Measures measures
    )
    {
        var first = lines.FindIndex(l => l.CenterY >= axis.Top - 1);
        var last = lines.FindLastIndex(l => l.CenterY <= axis.Bottom + 1);
        while (first > 0 && IsOfChart(lines[first - 1], lines[first]))
        {
            first--;
        }

        while (last + 1 < lines.Count && IsOfChart(lines[last + 1], lines[last]))
        {
            last++;
        }

        return (first, last);

        bool IsOfChart(VisualLine line, VisualLine neighbour) =>
            line.Size < 0.85 * measures.Body
            && Math.Abs(line.CenterY - neighbour.CenterY) < 4 * measures.Body
            && !IsRunningText(line, measures);
    }

    // "Avesta kommun 2014 - 404 p"
    private static bool IsTitle(VisualLine line, VisualLine first, Measures measures) =>
        line.Words.Count <= 12
        && first.Box.Top - line.Box.Bottom < 2 * measures.Body
        && line.Text.Text.Any(char.IsDigit);

    private static List<ChartNumber> BarNumbers(List<VisualLine> lines, Axis axis)
    {
        var numbers = lines
            .SelectMany(l => l.Words)
            .Where(w =>
                !axis.Ticks.Contains(w)
                && w.CenterY > axis.Top - axis.Step
                && w.CenterY < axis.Bottom - 1
                && ValueOf(w) is not null
            )
            .OrderBy(w => w.CenterX)
            .ToList();
        // Numbers above bars stand at equal distances; those on a web of spokes do not.
        if (numbers.Count < 3)
        {
            return [];
        }

        var step = (numbers[^1].CenterX - numbers[0].CenterX) / (numbers.Count - 1);
        var even =
            step > 8
            && numbers
                .Select((n, i) => Math.Abs(n.CenterX - numbers[0].CenterX - (i * step)))
                .All(d => d < 0.25 * step);
        return even ? [.. numbers.Select(n => new ChartNumber(ValueOf(n)!.Value, n.Place))] : [];
    }

    private static Axis? AxisOf(List<VisualLine> lines)
    {
        var numbers = lines
            .SelectMany(l => l.Words.Where((w, i) => IsAlone(l, i)))
            .Where(w => ValueOf(w) is not null)
            .ToList();
        return
            numbers.Count <= MostNumbers
            && numbers.SelectMany(n => Ladders(Below(n))).MaxBy(l => l.Count)
                is { Count: >= FewestTicks } ticks
            ? new Axis(ticks)
            : null;

        List<SheetWord> Below(SheetWord start) =>
            [
                .. numbers
                    .Where(n =>
                        Math.Abs(n.Box.Right - start.Box.Right) < 2.5 && n.CenterY >= start.CenterY
                    )
                    .OrderBy(n => n.CenterY),
            ];
    }

    // 100 80 60 40 20 0: falling by the same amount over the same distance.
    private static IEnumerable<List<SheetWord>> Ladders(List<SheetWord> column)
    {
        for (var second = 1; second < column.Count; second++)
        {
            var fall = ValueOf(column[0])!.Value - ValueOf(column[second])!.Value;
            var distance = column[second].CenterY - column[0].CenterY;
            // Points of a table's rows may fall evenly too, but not by tens.
            if (fall < 10 || fall % 10 != 0 || distance < 6)
            {
                continue;
            }

            var ladder = new List<SheetWord> { column[0] };
            foreach (var next in column.Skip(1))
            {
                if (
                    ValueOf(ladder[^1])!.Value - ValueOf(next)!.Value == fall
                    && Math.Abs(next.CenterY - ladder[^1].CenterY - distance)
                        < Math.Max(2, 0.08 * distance)
                )
                {
                    ladder.Add(next);
                }
            }

            yield return ladder;
        }
    }

    private static bool IsAlone(VisualLine line, int at) =>
        (
            at == 0
            || line.Words[at].Box.Left - line.Words[at - 1].Box.Right
                > 2 * line.Words[at].Box.Height
        )
        && (
            at == line.Words.Count - 1
            || line.Words[at + 1].Box.Left - line.Words[at].Box.Right
                > 1.2 * line.Words[at].Box.Height
        );

    private static decimal? ValueOf(SheetWord word) =>
        word.Text.Length <= 3
        && int.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && value <= 100
            ? value
            : null;

    private sealed record Axis(IReadOnlyList<SheetWord> Ticks)
    {
        public double Top => Ticks[0].CenterY;

        public double Bottom => Ticks[^1].CenterY;

        public double Step => (Bottom - Top) / (Ticks.Count - 1);
    }
}
