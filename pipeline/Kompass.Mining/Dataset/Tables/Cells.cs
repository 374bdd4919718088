using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Tables;

/// <summary>An item of a record, and the record it stands in.</summary>
internal readonly record struct InReport<T>(ReportRecord Report, T Item);

/// <summary>Makes columns of a kind of item; what they mean stands in <c>columns.csv</c>.</summary>
internal sealed class Cells<T>
{
    public Cell<T> Text(string name, Func<T, string?> value) =>
        new(name, ColumnType.Text, false, value);

    /// <summary>A text that is never missing.</summary>
    public Cell<T> Name(string name, Func<T, string> value) =>
        new(name, ColumnType.Text, true, value);

    public Cell<T> Integer(string name, Func<T, int?> value) =>
        new(name, ColumnType.Integer, false, x => value(x));

    /// <summary>A whole number that is never missing.</summary>
    public Cell<T> Count(string name, Func<T, int> value) =>
        new(name, ColumnType.Integer, true, x => value(x));

    public Cell<T> Number(string name, Func<T, double?> value) =>
        new(name, ColumnType.Number, false, x => value(x));

    public Cell<T> Flag(string name, Func<T, bool> value) =>
        new(name, ColumnType.Boolean, true, x => value(x));
}

/// <summary>The columns that every list of a report has: whose it is, and where it stands.</summary>
internal static class CommonCells
{
    // Of 64 hexadecimal digits; among a few thousand documents two with the same twelve are not to be expected.
    private const int DocumentDigits = 12;

    public static ForeignKey ToReport { get; } = ForeignKey.To("reports", "id", "report_id");

    public static ForeignKey ToDocument { get; } =
        new(["report_id", "source_document"], "documents", ["report_id", "id"]);

    public static ForeignKey ToArea { get; } =
        new(["edition", "area"], "areas", ["edition", "area"]);

    public static Cell<InReport<T>>[] Whose<T>(this Cells<InReport<T>> c) =>
        [
            c.Name("report_id", x => x.Report.Id),
            c.Text("municipality_code", x => x.Report.Municipality.Code),
            c.Name("municipality_name", x => x.Report.Municipality.Name),
            c.Integer("year", x => x.Report.Year),
            c.Name("edition", x => x.Report.Edition),
        ];

    /// <summary>How probable it is that a figure is the printed one.</summary>
    public static Cell<InReport<T>> Confidence<T>(
        this Cells<InReport<T>> c,
        Func<T, double> confidence
    ) => c.Number("confidence", x => confidence(x.Item));

    /// <summary>Where it stands.</summary>
    public static Cell<InReport<T>>[] Where<T>(
        this Cells<InReport<T>> c,
        Func<T, Source?> source
    ) =>
        [
            c.Text(
                "source_document",
                x =>
                    source(x.Item) is { } s
                        ? DocumentId(DocumentsOf(x.Report)[s.Document ?? 0].Sha256)
                        : null
            ),
            c.Integer("source_page", x => source(x.Item)?.Page),
            c.Integer("source_start", x => source(x.Item)?.Start),
            c.Integer("source_end", x => source(x.Item)?.End),
            c.Text("source_box", x => source(x.Item)?.Box is { } box ? BoxText(box) : null),
            c.Text("source_via", x => source(x.Item)?.Via),
        ];

    /// <summary>The documents of a report, at least one.</summary>
    public static IReadOnlyList<DocumentInfo> DocumentsOf(ReportRecord record) =>
        record.Documents ?? [record.Document];

    /// <summary>The id of a document: the beginning of its hash.</summary>
    public static string DocumentId(string sha256) =>
        sha256.Length > DocumentDigits ? sha256[..DocumentDigits] : sha256;

    private static string BoxText(IReadOnlyList<double> box) =>
        $"[{string.Join(',', box.Select(b => b.ToString("0.#", CultureInfo.InvariantCulture)))}]";
}
