namespace Kompass.Mining.Layout.Geometry.Pages;

/// <summary>
/// Takes out the numbers that count the lines in a margin (1, 2, 3 … or 5, 10, 15 …, on each sheet or through the file), as Word and pleading paper print
/// them. They are a column of their own outside of everything else, in even steps, on most sheets; numbers of a list or a table are not all of that.
/// </summary>
internal static class LineNumbers
{
    // Fewer on a sheet tell nothing; forty lines counted by fives have eight.
    private const int FewestOnSheet = 5;
    private const int FewestSheets = 3;

    // Words; a cover or the end of a chapter with fewer may have none.
    private const int FullSheet = 40;

    // In points: how far edges of a column stray, and how far it stands from the text at least.
    private const double Aligned = 1.5;
    private const double Apart = 6;

    /// <summary>The sheets without such numbers, in the same order.</summary>
    public static IReadOnlyList<Sheet> TakeOut(IReadOnlyList<Sheet> sheets)
    {
        foreach (var atRight in new[] { false, true })
        {
            var columns = sheets.Select(s => Column(s, atRight)).ToList();
            var sure = columns.FindAll(c => c.Count >= FewestOnSheet && StepOf(c) > 0);
            if (
                sure.Count < FewestSheets
                || 2 * sure.Count <= sheets.Count(s => s.Words.Count >= FullSheet)
                || sure.Select(StepOf).Distinct().Count() > 1
            )
            {
                continue;
            }

            var step = StepOf(sure[0]);
            return
            [
                .. sheets.Select(
                    (sheet, i) =>
                        Counts(columns[i], step) && sure.Exists(c => IsAligned(c[0], columns[i][0]))
                            ? sheet with
                            {
                                Words = [.. Without(sheet, columns[i])],
                            }
                            : sheet
                ),
            ];
        }

        return sheets;
    }

    // The outermost numbers from the top, or none where other words stand that far out beside them.
    private static List<SheetWord> Column(Sheet sheet, bool atRight)
    {
        var numbers = sheet.Words.Where(IsNumber).ToList();
        if (numbers.Count == 0)
        {
            return [];
        }

        var outermost = numbers.MinBy(w => atRight ? -w.Box.Right : w.Box.Left)!;
        var column = numbers.Where(w => IsAligned(w, outermost)).OrderBy(w => w.Box.Top).ToList();
        var (left, right) = (column.Min(w => w.Box.Left), column.Max(w => w.Box.Right));
        var others = Without(sheet, column)
            .Where(w => w.Box.Bottom > column[0].Box.Top && w.Box.Top < column[^1].Box.Bottom);
        return others.All(w => atRight ? w.Box.Right < left - Apart : w.Box.Left > right + Apart)
            ? column
            : [];
    }

    private static IEnumerable<SheetWord> Without(Sheet sheet, List<SheetWord> column)
    {
        var numbers = column.ToHashSet<SheetWord>(ReferenceEqualityComparer.Instance);
        return sheet.Words.Where(w => !numbers.Contains(w));
    }

    private static bool IsNumber(SheetWord word) =>
        word.Text.Length <= 4 && word.Text.All(char.IsAsciiDigit);

    private static bool IsAligned(SheetWord one, SheetWord other) =>
        Math.Abs(one.Box.Right - other.Box.Right) < Aligned
        || Math.Abs(one.Box.Left - other.Box.Left) < Aligned;

    private static int StepOf(List<SheetWord> column)
    {
        var step = NumberOf(column[1]) - NumberOf(column[0]);
        return step > 0 && Counts(column, step) ? step : 0;
    }

    private static bool Counts(List<SheetWord> column, int step) =>
        column.Count > 0
        && NumberOf(column[0]) % step == 0
        && column.Zip(column.Skip(1)).All(p => NumberOf(p.Second) - NumberOf(p.First) == step);

    private static int NumberOf(SheetWord word) =>
        int.Parse(word.Text, CultureInfo.InvariantCulture);
}
