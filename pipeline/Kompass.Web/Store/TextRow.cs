namespace Kompass.Web.Store;

/// <summary>A text of the dataset: an item of a list, a remark, or a paragraph. What its place does not tell is null.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ReportId">Its report.</param>
/// <param name="MunicipalityCode">Of its report, or null.</param>
/// <param name="MunicipalityName">Of its report.</param>
/// <param name="Year">Of its report, or null.</param>
/// <param name="Edition">Of its report.</param>
/// <param name="Area">Its area.</param>
/// <param name="Kind"><c>strength</c>, <c>improvement</c> or <c>weakness</c>.</param>
/// <param name="Order">Its place in its list.</param>
/// <param name="Rubric">The heading above it.</param>
/// <param name="Text">It.</param>
/// <param name="Question">Its sub-question.</param>
/// <param name="QuestionProbability">That this is right.</param>
/// <param name="QuestionOr">The second likeliest sub-question where the first is in doubt, else null.</param>
/// <param name="Theme">Its theme.</param>
/// <param name="Theme2">A second theme.</param>
/// <param name="ThemeProbability">That the first is right.</param>
/// <param name="ThemeOr">The second likeliest theme where the first is in doubt, else null.</param>
/// <param name="Labels">The model that gave the labels.</param>
/// <param name="Confidence">That it was read rightly.</param>
/// <param name="Certainty"><c>certain</c>, <c>label</c> or <c>text</c>.</param>
/// <param name="DocumentFile">Name of its document's file.</param>
/// <param name="SourceDocument">Id of its document.</param>
/// <param name="SourcePage">Its page.</param>
/// <param name="SourceStart">Where it begins in a text document.</param>
/// <param name="SourceEnd">Where it ends there.</param>
/// <param name="SourceBox">Left, top, right, bottom in points from the page's top left corner: <c>[56.7,120.1,300,142.5]</c>.</param>
/// <param name="SourceVia">By way of what it was read.</param>
public sealed record TextRow(
    string Id,
    string ReportId,
    string? MunicipalityCode,
    string MunicipalityName,
    int? Year,
    string Edition,
    int? Area,
    string? Kind,
    int? Order,
    string? Rubric,
    string Text,
    string? Question,
    double? QuestionProbability,
    string? QuestionOr,
    string? Theme,
    string? Theme2,
    double? ThemeProbability,
    string? ThemeOr,
    string? Labels,
    double? Confidence,
    string? Certainty,
    string? DocumentFile,
    string? SourceDocument,
    int? SourcePage,
    int? SourceStart,
    int? SourceEnd,
    string? SourceBox,
    string? SourceVia
)
{
    /// <summary>Where it stands.</summary>
    public TextPlace Place { get; init; }

    /// <summary>The four numbers of <see cref="SourceBox"/>, or null.</summary>
    public IReadOnlyList<double>? Box =>
        SourceBox is null ? null : System.Text.Json.JsonSerializer.Deserialize<double[]>(SourceBox);

    /// <summary>The page that shows it in its document.</summary>
    public string Address =>
        $"/{AddressOf(Place)}/{string.Join('/', Id.Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>The name of a place in the paths of its texts.</summary>
    public static string AddressOf(TextPlace place) =>
        place == TextPlace.Lists ? "findings" : StoreQueries.TableOf(place).Name;
}

/// <summary>Reads texts of a place.</summary>
internal static class TextRows
{
    /// <summary>The file of the document in which a row of <c>t</c> stands.</summary>
    public const string DocumentFile =
        "(SELECT d.file FROM documents d WHERE d.report_id = t.report_id AND d.id = t.source_document)";

    /// <summary>The text of an id, or null.</summary>
    public static TextRow? Find(Snapshot snapshot, TextPlace place, string id) =>
        Where(snapshot, place, "t.id = $id", id).FirstOrDefault();

    /// <summary>The texts of a report, as they stand.</summary>
    public static IReadOnlyList<TextRow> OfReport(
        Snapshot snapshot,
        TextPlace place,
        string report
    ) => Where(snapshot, place, "t.report_id = $id", report);

    /// <summary>The texts in rows of an index, in that order.</summary>
    public static IReadOnlyList<TextRow> At(
        Snapshot snapshot,
        TextPlace place,
        IReadOnlyList<int> rows
    )
    {
        // Row numbers, not text from outside.
        var list = string.Join(
            ',',
            rows.Select(r => (r + 1).ToString(CultureInfo.InvariantCulture))
        );
        var found = rows.Order()
            .Zip(Where(snapshot, place, $"t.rowid IN ({list})"))
            .ToDictionary(x => x.First, x => x.Second);
        return [.. rows.Select(r => found[r])];
    }

    private static IReadOnlyList<TextRow> Where(
        Snapshot snapshot,
        TextPlace place,
        string condition,
        string? id = null
    )
    {
        var table = StoreQueries.TableOf(place);
        var columns = StoreRow<TextRow>.Columns.Select(name =>
            name == "document_file" ? DocumentFile
            : table.Columns.Any(c => c.Name == name) ? $"t.\"{name}\""
            : "NULL"
        );
        return
        [
            .. snapshot
                .Rows<TextRow>(
                    $"SELECT {string.Join(", ", columns)} FROM {table.Name} t WHERE {condition} ORDER BY t.rowid",
                    id
                )
                .Select(t => t with { Place = place }),
        ];
    }
}
