namespace Kompass.Mining.Layout.Tables;

/// <summary>
/// Makes tables of all areas, with the scores of one or more evaluations, means or changes beside them, of rows of cells.
/// </summary>
internal static class SummaryTables
{
    /// <summary>The table that names areas in its rows, or null.</summary>
    /// <param name="table">Rows of cells.</param>
    /// <param name="above">What stands above it: its heads, where a page breaks below them.</param>
    /// <param name="labels">The edition's labels.</param>
    public static Block.SummaryTable? Of(Block.Table table, Passage above, EditionLabels labels) =>
        Of(
            table.Rows is [var first, ..]
            && AreaOf(first, labels) is not null
            && YearsIn(above, first.Cells.Count - 1) is { } heads
                ? new Block.Table([heads, .. table.Rows])
                : table,
            labels
        );

    /// <summary>The same of a table that has its own heads or none.</summary>
    public static Block.SummaryTable? Of(Block.Table table, EditionLabels labels)
    {
        // Bars of a chart may stand above the heads as rows do.
        var from = table
            .Rows.Select((r, i) => (Row: r, At: i))
            .FirstOrDefault(r =>
                r.Row.Cells.Count(c => Numbers.IsYear(c.Text.Text)) > 1
                && table.Rows.Skip(r.At).Count(a => AreaOf(a, labels) is not null)
                    >= EditionLabels.FewestAreas
            )
            .At;
        var rows = Straight([.. table.Rows.Skip(from)])
            .ConvertAll(r => (Row: r, Area: AreaOf(r, labels)));
        if (rows.Select(r => r.Area).OfType<int>().Distinct().Count() < EditionLabels.FewestAreas)
        {
            return null;
        }

        // Among them one may be worded otherwise: "1. Offentlighet och demokratisk kontroll".
        rows = rows.ConvertAll(r => (r.Row, r.Area ?? labels.NumberedArea(r.Row.Text(0))));
        var areas = rows.FindAll(r => r.Area is not null);
        if (areas.Count > labels.Edition.Areas.Count + 1 || areas.Exists(a => IsContentsRow(a.Row)))
        {
            return null;
        }

        var heads = rows.TakeWhile(r => r.Area is null).Select(r => r.Row).Reverse().ToList();
        var total = rows.SkipWhile(r => r.Area is null)
            .Select(r => r.Row)
            .FirstOrDefault(r => IsTotal(r, labels));
        List<SummarySeries> series =
        [
            .. Enumerable
                .Range(1, areas.Max(r => r.Row.Cells.Count) - 1)
                .Select(c =>
                    Series(
                        heads.ConvertAll(h => h.Text(c)),
                        [.. areas.Select(a => (a.Area!.Value, CellOf(a.Row, c)))],
                        total is null ? Passage.Empty : CellOf(total, c),
                        labels
                    )
                )
                .OfType<SummarySeries>(),
        ];
        return series.Count > 0 ? new Block.SummaryTable(series) : null;
    }

    // A year set left over numbers set right, and a total in bold type between, stand in columns of their own: those behind the names of which no row has two are one.
    private static List<Row> Straight(IReadOnlyList<Row> rows)
    {
        var columns = Enumerable
            .Range(0, rows.Select(r => r.Cells.Count).DefaultIfEmpty(0).Max())
            .Runs(
                (column, c) =>
                    column[0] > 0
                    && rows.All(r =>
                        CellOf(r, c).IsBlank || column.TrueForAll(o => CellOf(r, o).IsBlank)
                    )
            )
            .ToList();
        return columns.TrueForAll(c => c.Count == 1)
            ? [.. rows]
            :
            [
                .. rows.Select(r => new Row([
                    .. columns.Select(c =>
                        c.Where(o => o < r.Cells.Count)
                            .Select(o => r.Cells[o])
                            .FirstOrDefault(o => !o.Text.IsBlank)
                        ?? Cell.Of(Passage.Empty)
                    ),
                ])),
            ];
    }

    /// <summary>The table that a list of scores is, "1. Offentlighet och demokrati: 43", or null.</summary>
    /// <param name="list">The list.</param>
    /// <param name="above">What stands above it; where its lines have several figures, the last words may be their heads: "Område 2012 2017".</param>
    /// <param name="labels">The edition's labels.</param>
    public static Block.SummaryTable? Of(Block.ItemList list, Passage above, EditionLabels labels)
    {
        var rows = list.Items.Select(i => RowOf(i.Text, labels)).OfType<Row>().ToList();
        if (rows.Count == 0 || rows.Count < list.Items.Count)
        {
            return null;
        }

        var heads = YearsIn(above, rows.Max(r => r.Cells.Count) - 1);
        return Of(new Block.Table([.. heads is null ? rows : rows.Prepend(heads)]), labels);
    }

    // A row of heads, where only years end the text, as many as there are columns.
    private static Row? YearsIn(Passage above, int columns)
    {
        var years = Numbers.Years(above.Text).TakeLast(columns).ToList();
        return
            columns > 1
            && years.Count == columns
            && above.Text[years[0].Start..].All(c => char.IsDigit(c) || c is ' ' or '*')
            ? new Row([
                Cell.Of(Passage.Empty),
                .. years.Select(y => Cell.Of(above.Slice(y.Start, y.End))),
            ])
            : null;
    }

    private static Row? RowOf(Passage item, EditionLabels labels) =>
        ScoreLine.Of(item, labels) is { } line
            ? new Row([Cell.Of(line.Name), .. Figures(line.Score)])
        : ScoreLine.IsTotal(item.Text, labels)
        && Numbers.AllPoints(item.Text).FirstOrDefault() is { End: > 0, Start: var end }
            ? new Row([
                Cell.Of(item.Slice(0, end).Trim()),
                .. Figures(item.Slice(end, item.Text.Length)),
            ])
        : null;

    // "45 56" are two, and so is all that nothing but blanks parts.
    private static IEnumerable<Cell> Figures(Passage score) =>
        score.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words
        && words.All(w => Numbers.Points(w) is not null)
            ? Numbers.AllPoints(score.Text).Select(p => Cell.Of(score.Slice(p.Start, p.End)))
            : [Cell.Of(score)];

    // A column of scores, what stands above it nearest first; null where half of its cells or more hold none, and where they are the maximum or pages.
    private static SummarySeries? Series(
        IReadOnlyList<string> heads,
        IReadOnlyList<(int Area, Passage Cell)> cells,
        Passage total,
        EditionLabels labels
    )
    {
        var values = new SortedDictionary<int, (decimal Value, Passage Text)>();
        foreach (var (area, cell) in cells)
        {
            if (ValueOf(cell) is { } value)
            {
                values.TryAdd(area, value);
            }
        }

        if (
            values.Count * 2 < cells.Count
            || heads.Any(h => Names(h, labels.Edition.Headings.QuestionTable.Max))
        )
        {
            return null;
        }

        var (kind, year) = heads
            .Select(h => HeadOf(h, labels.Edition.Headings))
            .FirstOrDefault(h => h.Kind != SummaryColumn.Unknown);
        if (kind == SummaryColumn.Unknown && total.IsBlank && ArePages(values))
        {
            return null;
        }

        return new SummarySeries(
            kind == SummaryColumn.Unknown && cells.Any(c => IsSignedOrPercent(c.Cell.Text))
                ? SummaryColumn.Change
                : kind,
            year,
            values,
            ValueOf(total)
        )
        {
            Head = string.Join(' ', heads).Trim(),
        };
    }

    // Contents: numbers that never fall from area to area. Eight scores do so once in forty thousand reports.
    private static bool ArePages(SortedDictionary<int, (decimal Value, Passage Text)> values) =>
        values.Count >= FewestPages
        && values.Values.Zip(values.Values.Skip(1)).All(p => p.First.Value <= p.Second.Value);

    // Three scores may stand in rising order by chance.
    private const int FewestPages = 5;

    private static Passage CellOf(Row row, int column) =>
        column < row.Cells.Count ? row.Cells[column].Text : Passage.Empty;

    // The label in one of the first two cells.
    private static int? AreaOf(Row row, EditionLabels labels) =>
        row
            .Cells.Where(c => !c.Text.IsBlank)
            .Take(2)
            .Select(c => labels.AreaOf(c.Text.Text))
            .FirstOrDefault(a => a is not null);

    // "Medel 2013" is a mean before it is a year; "Förändring 2010-2013" a change.
    private static (SummaryColumn Kind, int? Year) HeadOf(string head, ReportHeadings headings) =>
        Names(head, headings.Mean) ? (SummaryColumn.Mean, null)
        : Names(head, headings.Change) || head.Contains('%', StringComparison.Ordinal)
            ? (SummaryColumn.Change, null)
        : Numbers.Years(head).ToList() is [var only] ? (SummaryColumn.Year, only.Year)
        : Names(head, headings.ScoreBox.Points) || Names(head, headings.QuestionTable.Achieved)
            ? (SummaryColumn.Current, null)
        : (SummaryColumn.Unknown, null);

    private static bool IsTotal(Row row, EditionLabels labels) =>
        row
            .Cells.Where(c => !c.Text.IsBlank)
            .Take(1)
            .Any(c => Names(c.Text.Text, labels.Edition.Headings.SummaryTotal));

    private static bool Names(string text, IReadOnlyList<string> names) =>
        names.Any(n =>
            text.Contains(n, StringComparison.OrdinalIgnoreCase)
            && (n.Length > 3 || text.Trim().Equals(n, StringComparison.OrdinalIgnoreCase))
        );

    private static (decimal Value, Passage Text)? ValueOf(Passage cell) =>
        Numbers.Points(cell.Text) is { } value ? (value, cell)
        : IsSignedOrPercent(cell.Text)
            ? decimal.TryParse(
                    cell.Text.Trim(' ', '+', '%', '−', '-', '–').Replace(',', '.'),
                    NumberStyles.Number,
                    CultureInfo.InvariantCulture,
                    out var change
                )
                    ? (change, cell)
                : null
        : cell.Text.Length < LongestCell && Numbers.AllPoints(cell.Text).ToList() is [var only]
            ? (only.Value, cell.Slice(only.Start, only.End))
        : null;

    // "61 poäng av 100 möjliga"
    private const int LongestCell = 24;

    private static bool IsSignedOrPercent(string text) =>
        text.Trim() is { Length: > 0 } trimmed
        && (trimmed[0] is '+' or '-' or '−' or '–' || trimmed[^1] == '%');

    private static bool IsContentsRow(Row row) =>
        row.Cells.Any(c =>
            c.Text.Text.TrimStart().StartsWith("Område", StringComparison.OrdinalIgnoreCase)
            && c.Text.Text.Contains("...", StringComparison.Ordinal)
        );
}
