namespace Kompass.Mining.Layout.Geometry.Pages;

/// <summary>
/// Tells whether a file has two report pages on each sheet, and parts them: its sheets are wider than high, nothing crosses their middle, and the strip in the
/// middle is as wide as the two margins that meet in it. Two columns of one page are nearer to each other.
/// </summary>
internal static class TwoUp
{
    // A sheet with fewer words (a cover, the end of a chapter) tells nothing.
    private const int FewestWords = 40;

    /// <summary>Whether the sheets hold two pages each.</summary>
    public static bool Is(IReadOnlyList<Sheet> sheets)
    {
        var wide = sheets.Where(s => IsWide(s) && s.Words.Count >= FewestWords).ToList();
        var parted = wide.Where(CanPart).ToList();
        if (parted.Count == 0 || parted.Count < 0.6 * wide.Count)
        {
            return false;
        }

        var left = parted.Min(s => s.Words.Min(w => w.Box.Left));
        var right = parted.Min(s => s.Width - s.Words.Max(w => w.Box.Right));
        var before = parted.Min(s => s.Width / 2 - Left(s).Max(w => w.Box.Right));
        var after = parted.Min(s => Right(s).Min(w => w.Box.Left) - (s.Width / 2));
        return before + after >= 0.6 * (left + right);
    }

    /// <summary>Whether both halves of a sheet have words and none stands across the middle.</summary>
    public static bool CanPart(Sheet sheet)
    {
        var middle = sheet.Width / 2;
        return IsWide(sheet)
            && sheet.Words.Count(w => w.Box.Left < middle - 4 && w.Box.Right > middle + 4) <= 1
            && Left(sheet).Any()
            && Right(sheet).Any();
    }

    /// <summary>The two pages of a sheet.</summary>
    public static IReadOnlyList<Sheet> Halves(Sheet sheet)
    {
        var middle = sheet.Width / 2;
        return
        [
            sheet with
            {
                Width = middle,
                Words = [.. Left(sheet)],
            },
            sheet with
            {
                Width = middle,
                Words = [.. Right(sheet).Select(w => w with { Box = w.Box.Moved(-middle, 0) })],
                Lines = [.. sheet.Lines.Select(l => l.Moved(-middle, 0))],
            },
        ];
    }

    private static bool IsWide(Sheet sheet) => sheet.Width > sheet.Height * 1.1;

    private static IEnumerable<SheetWord> Left(Sheet sheet) =>
        sheet.Words.Where(w => w.CenterX < sheet.Width / 2);

    private static IEnumerable<SheetWord> Right(Sheet sheet) =>
        sheet.Words.Where(w => w.CenterX >= sheet.Width / 2);
}
