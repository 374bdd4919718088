using Kompass.Mining.Corpus;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports;

/// <summary>What a column of a table of all areas holds.</summary>
internal enum SummaryColumn
{
    /// <summary>The head does not tell.</summary>
    Unknown,

    /// <summary>Scores of a year.</summary>
    Year,

    /// <summary>Scores of this evaluation ("Poäng").</summary>
    Current,

    /// <summary>A mean of other municipalities.</summary>
    Mean,

    /// <summary>A change since last time.</summary>
    Change,
}

/// <summary>A column of a table of all areas.</summary>
internal sealed record SummarySeries(
    SummaryColumn Kind,
    int? Year,
    IReadOnlyDictionary<int, (decimal Value, Passage Text)> Areas,
    (decimal Value, Passage Text)? Total,
    Passage Whole
);

/// <summary>
/// Reads tables that list all areas with the scores of one or more evaluations, means or changes beside them, and lists of a web page that do the same.
/// </summary>
internal static class SummaryTableReader
{
    /// <summary>The columns of numbers, left to right; empty where the table is none of this kind.</summary>
    public static IReadOnlyList<SummarySeries> Read(Block.Table table, EditionLabels labels)
    {
        var rows = table.Rows.Select(r => (Row: r, Area: AreaOf(r, labels))).ToList();
        var areas = rows.Where(r => r.Area is not null).ToList();
        if (
            areas.Select(r => r.Area).Distinct().Count() < 3
            || areas.Count > labels.Edition.Areas.Count + 1
            || areas.Exists(a => IsContentsRow(a.Row))
        )
        {
            return [];
        }

        return
        [
            .. Enumerable
                .Range(1, areas.Max(r => r.Row.Cells.Count) - 1)
                .Select(c => Series(c, rows, areas, labels))
                .OfType<SummarySeries>(),
        ];
    }

    private static SummarySeries? Series(
        int column,
        List<(Row Row, int? Area)> rows,
        List<(Row Row, int? Area)> areas,
        EditionLabels labels
    )
    {
        var values = new SortedDictionary<int, (decimal Value, Passage Text)>();
        foreach (var (row, area) in areas)
        {
            if (column < row.Cells.Count && ValueOf(row.Cells[column].Text) is { } value)
            {
                values.TryAdd(area!.Value, value);
            }
        }

        if (values.Count * 2 < areas.Count)
        {
            return null;
        }

        var (kind, year) = HeadOf(
            rows.TakeWhile(r => r.Area is null).Select(r => r.Row),
            column,
            labels
        );
        if (
            kind is SummaryColumn.Unknown
            && areas.Exists(a =>
                column < a.Row.Cells.Count && IsSignedOrPercent(a.Row.Text(column))
            )
        )
        {
            kind = SummaryColumn.Change;
        }

        var total = rows.SkipWhile(r => r.Area is null)
            .FirstOrDefault(r => IsTotal(r.Row, labels))
            .Row;
        return new SummarySeries(
            kind,
            year,
            values,
            total is not null && column < total.Cells.Count
                ? ValueOf(total.Cells[column].Text)
                : null,
            Passage.Join(" ", values.Values.Select(v => v.Text))
        );
    }

    /// <summary>The area that a row is about, by the label in its first cells.</summary>
    internal static int? AreaOf(Row row, EditionLabels labels)
    {
        var texts = row.Cells.Where(c => !c.Text.IsBlank).Take(2).Select(c => c.Text.Text).ToList();
        foreach (var text in texts)
        {
            if (labels.Lookup(text).OfType<Label.AreaName>().FirstOrDefault() is { } area)
            {
                return area.Area;
            }
        }

        return null;
    }

    private static (SummaryColumn, int?) HeadOf(
        IEnumerable<Row> heads,
        int column,
        EditionLabels labels
    )
    {
        foreach (var row in heads.Reverse())
        {
            var text = row.Text(column);
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            var headings = labels.Edition.Headings;
            // "Medel 2013" is a mean before it is a year; "Förändring 2010-2013" a change.
            if (Names(text, headings.Mean))
            {
                return (SummaryColumn.Mean, null);
            }

            if (Names(text, headings.Change) || text.Contains('%', StringComparison.Ordinal))
            {
                return (SummaryColumn.Change, null);
            }

            var years = Numbers.Years(text).ToList();
            if (years.Count == 1)
            {
                return (SummaryColumn.Year, years[0].Year);
            }

            if (Names(text, headings.BoxPoints) || Names(text, headings.Achieved))
            {
                return (SummaryColumn.Current, null);
            }
        }

        return (SummaryColumn.Unknown, null);
    }

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
        : Numbers.AllPoints(cell.Text).ToList() is [var only]
        && cell.Text.Length < 24
        && !IsSignedOrPercent(cell.Text)
            ? (only.Value, cell.Slice(only.Start, only.End))
        : IsSignedOrPercent(cell.Text)
        && decimal.TryParse(
            cell.Text.Trim(' ', '+', '%', '−', '-', '–').Replace(',', '.'),
            NumberStyles.Number,
            CultureInfo.InvariantCulture,
            out var change
        )
            ? (change, cell)
        : null;

    private static bool IsSignedOrPercent(string text) =>
        text.Trim() is { Length: > 0 } trimmed
        && (trimmed[0] is '+' or '-' or '−' or '–' || trimmed[^1] == '%');

    private static bool IsContentsRow(Row row) =>
        row.Cells.Any(c =>
            c.Text.Text.TrimStart().StartsWith("Område", StringComparison.OrdinalIgnoreCase)
            && c.Text.Text.Contains("...", StringComparison.Ordinal)
        );
}
