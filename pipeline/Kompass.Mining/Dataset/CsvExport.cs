using CsvHelper;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset;

/// <summary>
/// The records as CSV files, one a list: RFC 4180, UTF-8, invariant numbers, the store's column names. A text that a spreadsheet would run as a formula is
/// escaped with an apostrophe.
/// </summary>
public static class CsvExport
{
    private static readonly CsvWriterOptions Options = new()
    {
        Injection = CsvInjection.Escape,
        FormatProvider = CultureInfo.InvariantCulture,
    };

    /// <summary>Writes all files, each moved into place when it is whole.</summary>
    public static void Write(
        DataFolder data,
        Func<IEnumerable<ReportRecord>> records,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(records);
        foreach (var table in Tables)
        {
            cancellation.ThrowIfCancellationRequested();
            AtomicFile.Write(
                Path.Combine(data.Csv, table.Name + ".csv"),
                stream => WriteTable(stream, table, records())
            );
        }
    }

    /// <summary>Writes one table (<c>findings</c>, <c>areas</c> …) to a stream that stays open.</summary>
    internal static void WriteTable(
        Stream stream,
        CsvTable table,
        IEnumerable<ReportRecord> records
    )
    {
        using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        csv.WriteHeader(table.Columns);
        foreach (var record in records)
        {
            foreach (var row in table.Rows(record))
            {
                foreach (var value in row)
                {
                    WriteValue(csv, value);
                }

                csv.EndRecord();
            }
        }

        csv.Flush();
    }

    /// <summary>Writes rows of a query's result.</summary>
    public static void WriteRows(
        Stream stream,
        IReadOnlyList<string> columns,
        IEnumerable<IReadOnlyList<object?>> rows
    )
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        csv.WriteHeader([.. columns]);
        foreach (var row in rows)
        {
            foreach (var value in row)
            {
                WriteValue(csv, value);
            }

            csv.EndRecord();
        }

        csv.Flush();
    }

    private static void WriteValue(CsvWriter csv, object? value)
    {
        switch (value)
        {
            case null or DBNull:
                csv.WriteField("");
                break;
            case decimal number:
                csv.WriteField(number, "0.####", CultureInfo.InvariantCulture);
                break;
            case double number:
                csv.WriteField(number, "0.####", CultureInfo.InvariantCulture);
                break;
            case int number:
                csv.WriteField(number, default, CultureInfo.InvariantCulture);
                break;
            case long number:
                csv.WriteField(number, default, CultureInfo.InvariantCulture);
                break;
            case Enum name:
                csv.WriteField(name.ToString().ToLowerInvariant());
                break;
            default:
                csv.WriteField(value.ToString());
                break;
        }
    }

    internal static IReadOnlyList<CsvTable> Tables { get; } =
    [
        new(
            "reports",
            [
                "id",
                "municipality_code",
                "municipality_name",
                "year",
                "edition",
                "evaluated",
                "report_date",
                "ordinal",
                "interviewees",
                "total_value",
                "total_max",
                "total_via",
                "notes",
            ],
            r =>
                [
                    [
                        r.Id,
                        r.Municipality.Code,
                        r.Municipality.Name,
                        r.Year,
                        r.Edition,
                        r.Evaluated,
                        r.ReportDate,
                        r.Ordinal,
                        r.Interviewees,
                        r.Total?.Value,
                        r.Total?.Max,
                        r.Total?.Source.Via,
                        r.Notes.Count,
                    ],
                ]
        ),
        new(
            "areas",
            [
                "report_id",
                "municipality_name",
                "year",
                "area",
                "name",
                "score",
                "max",
                "source_page",
                "source_via",
            ],
            r =>
                r.Areas.Select(a =>
                    Row(
                        r.Id,
                        r.Municipality.Name,
                        r.Year,
                        a.Area,
                        a.Name,
                        a.Score,
                        a.Max,
                        a.Source.Page,
                        a.Source.Via
                    )
                )
        ),
        new(
            "questions",
            [
                "report_id",
                "municipality_name",
                "year",
                "code",
                "text",
                "achieved",
                "max",
                "percent",
                "source_page",
                "source_via",
            ],
            r =>
                r.Questions.Select(q =>
                    Row(
                        r.Id,
                        r.Municipality.Name,
                        r.Year,
                        q.Code,
                        q.Text,
                        q.Achieved,
                        q.Max,
                        q.Percent,
                        q.Source.Page,
                        q.Source.Via
                    )
                )
        ),
        new(
            "previous",
            ["report_id", "municipality_name", "year", "comparable", "area", "score"],
            r =>
                r.Previous.SelectMany(p =>
                    p.Areas.Select(a =>
                        Row(r.Id, r.Municipality.Name, p.Year, p.Comparable ? 1 : 0, a.Key, a.Value)
                    )
                )
        ),
        new(
            "findings",
            [
                "id",
                "report_id",
                "municipality_name",
                "year",
                "area",
                "kind",
                "order",
                "text",
                "question",
                "theme",
                "theme2",
                "confidence",
                "question_probability",
                "theme_probability",
                "labels",
                "source_page",
                "source_via",
            ],
            r =>
                r.Findings.Select(f =>
                    Row(
                        f.Id,
                        r.Id,
                        r.Municipality.Name,
                        r.Year,
                        f.Area,
                        f.Kind,
                        f.Order,
                        f.Text,
                        f.Question,
                        f.Theme,
                        f.Theme2,
                        f.Confidence,
                        f.QuestionProbability,
                        f.ThemeProbability,
                        f.Labels,
                        f.Source.Page,
                        f.Source.Via
                    )
                )
        ),
        new(
            "exemplars",
            [
                "report_id",
                "municipality_name",
                "year",
                "exemplar_code",
                "exemplar_name",
                "area",
                "rubric",
                "text",
                "source_page",
            ],
            r =>
                r.Exemplars.Select(e =>
                    Row(
                        r.Id,
                        r.Municipality.Name,
                        r.Year,
                        e.Municipality.Code,
                        e.Municipality.Name,
                        e.Area,
                        e.Rubric,
                        e.Text,
                        e.Source.Page
                    )
                )
        ),
        new(
            "remarks",
            [
                "report_id",
                "municipality_name",
                "year",
                "kind",
                "area",
                "question",
                "theme",
                "text",
                "question_probability",
                "theme_probability",
                "labels",
                "source_page",
            ],
            r =>
                r.Remarks.Select(m =>
                    Row(
                        r.Id,
                        r.Municipality.Name,
                        r.Year,
                        m.Kind,
                        m.Area,
                        m.Question,
                        m.Theme,
                        m.Text,
                        m.QuestionProbability,
                        m.ThemeProbability,
                        m.Labels,
                        m.Source.Page
                    )
                )
        ),
        new(
            "notes",
            [
                "report_id",
                "municipality_name",
                "year",
                "code",
                "severity",
                "about",
                "area",
                "question",
                "message",
            ],
            r =>
                r.Notes.Select(n =>
                    Row(
                        r.Id,
                        r.Municipality.Name,
                        r.Year,
                        n.Code,
                        n.Severity,
                        n.About,
                        n.Area,
                        n.Question,
                        n.Message
                    )
                )
        ),
        new(
            "documents",
            ["report_id", "file", "sha256", "pages", "kind", "engine"],
            r =>
                (r.Documents ?? [r.Document]).Select(d =>
                    Row(r.Id, d.File, d.Sha256, d.Pages, d.Kind, d.Engine)
                )
        ),
    ];

    private static object?[] Row(params object?[] values) => values;
}

/// <summary>A CSV file: its name, its columns, and the rows that a record gives it.</summary>
internal sealed record CsvTable(
    string Name,
    string[] Columns,
    Func<ReportRecord, IEnumerable<object?[]>> Rows
);
