using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Tables;

/// <summary>An item of a record, and the record it stands in.</summary>
internal readonly record struct InReport<T>(ReportRecord Report, T Item);

/// <summary>Makes columns of a kind of item.</summary>
internal static class Cells<T>
{
    public static Cell<T> Text(
        string name,
        Func<T, string?> value,
        string swedish,
        string english
    ) => Make(name, ColumnType.Text, false, value, swedish, english);

    /// <summary>A text that is never missing.</summary>
    public static Cell<T> Name(
        string name,
        Func<T, string> value,
        string swedish,
        string english
    ) => Make(name, ColumnType.Text, true, value, swedish, english);

    public static Cell<T> Integer(
        string name,
        Func<T, int?> value,
        string swedish,
        string english
    ) => Make(name, ColumnType.Integer, false, x => value(x), swedish, english);

    /// <summary>A whole number that is never missing.</summary>
    public static Cell<T> Count(string name, Func<T, int> value, string swedish, string english) =>
        Make(name, ColumnType.Integer, true, x => value(x), swedish, english);

    public static Cell<T> Number(
        string name,
        Func<T, double?> value,
        string swedish,
        string english
    ) => Make(name, ColumnType.Number, false, x => value(x), swedish, english);

    public static Cell<T> Flag(string name, Func<T, bool> value, string swedish, string english) =>
        Make(name, ColumnType.Boolean, true, x => value(x), swedish, english);

    private static Cell<T> Make(
        string name,
        ColumnType type,
        bool required,
        Func<T, object?> value,
        string swedish,
        string english
    ) => new(new Column(name, type, required, swedish, english), value);
}

/// <summary>The columns that every list of a report has: whose it is, and where it stands.</summary>
internal static class CommonCells
{
    // Of 64 hexadecimal digits; among a few thousand documents two with the same twelve are not to be expected.
    private const int DocumentDigits = 12;

    /// <summary>Joins the report.</summary>
    public static ForeignKey ToReport { get; } = ForeignKey.To("reports", "id", "report_id");

    /// <summary>Joins the document in which a value stands.</summary>
    public static ForeignKey ToDocument { get; } =
        new(["report_id", "source_document"], "documents", ["report_id", "id"]);

    /// <summary>Joins the area of the report's edition.</summary>
    public static ForeignKey ToArea { get; } =
        new(["edition", "area"], "areas", ["edition", "area"]);

    /// <summary>Whose it is.</summary>
    public static Cell<InReport<T>>[] Whose<T>() =>
        [
            Cells<InReport<T>>.Name("report_id", x => x.Report.Id, "Rapporten", "The report"),
            Cells<InReport<T>>.Text(
                "municipality_code",
                x => x.Report.Municipality.Code,
                "Kommunkod, fyra siffror som text; tom om namnet inte är en av de 290 kommunerna",
                "Municipality code, four digits as text; empty where the name is none of the 290 municipalities"
            ),
            Cells<InReport<T>>.Name(
                "municipality_name",
                x => x.Report.Municipality.Name,
                "Kommunens namn",
                "Name of the municipality"
            ),
            Cells<InReport<T>>.Integer(
                "year",
                x => x.Report.Year,
                "Utvärderingens år enligt rapportens omslag; tom om det inte gick att läsa",
                "Year of the evaluation as on the report's cover; empty where it could not be read"
            ),
            Cells<InReport<T>>.Name(
                "edition",
                x => x.Report.Edition,
                "Utgåva av Kommunkompassen; poäng jämförs bara mellan utgåvor på samma skala",
                "Edition of the instrument; points are compared only between editions on one scale"
            ),
        ];

    /// <summary>How probable it is that a figure is the printed one.</summary>
    public static Cell<InReport<T>> Confidence<T>(Func<T, double> confidence) =>
        Cells<InReport<T>>.Number(
            "confidence",
            x => confidence(x.Item),
            "Sannolikheten att siffran är den tryckta, från 0 till 1; under 0,8 är den osäker",
            "Probability that the figure is the printed one, from 0 to 1; below 0.8 it is in doubt"
        );

    /// <summary>Where it stands.</summary>
    public static Cell<InReport<T>>[] Where<T>(Func<T, Source?> source) =>
        [
            Cells<InReport<T>>.Text(
                "source_document",
                x =>
                    source(x.Item) is { } s
                        ? DocumentId(DocumentsOf(x.Report)[s.Document ?? 0].Sha256)
                        : null,
                "Dokumentet där värdet står (documents.id)",
                "The document in which the value stands (documents.id)"
            ),
            Cells<InReport<T>>.Integer(
                "source_page",
                x => source(x.Item)?.Page,
                "Sida i dokumentet, från 1; tom för text utan sidor",
                "Page of the document, from 1; empty for text without pages"
            ),
            Cells<InReport<T>>.Integer(
                "source_start",
                x => source(x.Item)?.Start,
                "Första tecknets plats i dokumentets text; tom för PDF",
                "Offset of the first character in the document's text; empty for PDF"
            ),
            Cells<InReport<T>>.Integer(
                "source_end",
                x => source(x.Item)?.End,
                "Platsen efter sista tecknet",
                "One past the last character"
            ),
            Cells<InReport<T>>.Text(
                "source_box",
                x => source(x.Item)?.Box is { } box ? BoxText(box) : null,
                "Rutan på sidan, [vänster,överkant,höger,underkant] i punkter från sidans övre vänstra hörn; tom för text",
                "The box on the page, [left,top,right,bottom] in points from the page's top left corner; empty for text"
            ),
            Cells<InReport<T>>.Text(
                "source_via",
                x => source(x.Item)?.Via,
                "Hur värdet lästes (poängruta, tabell, lista, löptext …)",
                "By which way the value was read (score box, table, list, prose …)"
            ),
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
