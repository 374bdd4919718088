namespace Kompass.Mining.Dataset.Queries;

/// <summary>A text of the dataset: an item of a list, a remark, or a paragraph. What its place does not tell is null. Its parameters are the columns of <see cref="StoreQueries.Texts"/>, in order.</summary>
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
/// <param name="Theme">Its theme.</param>
/// <param name="Theme2">A second theme.</param>
/// <param name="Confidence">That it was read rightly.</param>
/// <param name="Certainty"><c>certain</c>, <c>label</c> or <c>text</c>.</param>
/// <param name="QuestionProbability">That this is right.</param>
/// <param name="ThemeProbability">That the first is right.</param>
/// <param name="QuestionOr">The second likeliest sub-question where the first is in doubt, else null.</param>
/// <param name="ThemeOr">The second likeliest theme where the first is in doubt, else null.</param>
/// <param name="Labels">The model that gave the labels.</param>
/// <param name="SourceDocument">Id of its document.</param>
/// <param name="SourcePage">Its page.</param>
/// <param name="SourceBox">Left, top, right, bottom in points from the page's top left corner: <c>[56.7,120.1,300,142.5]</c>.</param>
/// <param name="SourceStart">Where it begins in a text document.</param>
/// <param name="SourceEnd">Where it ends there.</param>
/// <param name="SourceVia">By way of what it was read.</param>
/// <param name="DocumentFile">Name of its document's file.</param>
/// <param name="DocumentLink">The same, with the page where one is known.</param>
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
    string? Theme,
    string? Theme2,
    double? Confidence,
    string? Certainty,
    double? QuestionProbability,
    double? ThemeProbability,
    string? QuestionOr,
    string? ThemeOr,
    string? Labels,
    string? SourceDocument,
    int? SourcePage,
    string? SourceBox,
    int? SourceStart,
    int? SourceEnd,
    string? SourceVia,
    string? DocumentFile,
    string? DocumentLink
)
{
    /// <summary>Where it stands.</summary>
    public TextPlace Place { get; init; }

    /// <summary>The four numbers of <see cref="SourceBox"/>, or null.</summary>
    public IReadOnlyList<double>? Box =>
        SourceBox is null ? null : JsonSerializer.Deserialize<double[]>(SourceBox);

    /// <summary>The page that shows it in its document.</summary>
    public string Address =>
        $"/{AddressOf(Place)}/{string.Join('/', Id.Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>The name of a place in the paths of its texts.</summary>
    public static string AddressOf(TextPlace place) =>
        place == TextPlace.Lists ? "findings" : StoreQueries.TableOf(place).Name;
}
