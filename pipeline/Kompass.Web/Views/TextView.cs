using Kompass.Mining.Dataset.Records;
using Kompass.Web.Components;
using Kompass.Web.Documents;

namespace Kompass.Web.Views;

/// <summary>A text, and the place where it stands.</summary>
public sealed record TextView(TextRow Text, ReportHead Report)
    : View(
        $"{Words.Kind(Text.Kind).Swedish} – {Text.MunicipalityName} {Text.Year}",
        Words.Kind(Text.Kind).English
    )
{
    // Enough to know it by, in the list of those beside it and as a tab.
    private const int MostOfName = 110;

    /// <summary>The beginning of a text.</summary>
    public static string Shortened(string text) =>
        text.Length <= MostOfName
            ? text
            : text[..Math.Max(1, text.LastIndexOf(' ', MostOfName))] + " …";

    /// <inheritdoc/>
    public override string? About => Shortened(Text.Text);

    // Characters of a text document on either side of the passage.
    private const int Around = 600;

    /// <summary>The text before it in the report, or null.</summary>
    public TextRow? Previous { get; init; }

    /// <summary>The text after it, or null.</summary>
    public TextRow? Next { get; init; }

    /// <summary>The texts on its page, in order; those of its list where it stands on no page.</summary>
    public IReadOnlyList<TextRow> Beside { get; init; } = [];

    /// <summary>What analysts have set right of it.</summary>
    public IReadOnlyList<CorrectionRow> Corrections { get; init; } = [];

    /// <summary>The address of the page's picture with the text marked, or null.</summary>
    public string? Picture { get; init; }

    /// <summary>The passage of a text document, or null.</summary>
    public Evidence.Passage? Passage { get; init; }

    /// <summary>Why neither can be shown, or null.</summary>
    public (string Swedish, string English)? Problem { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<ViewTable> Tables =>
        [TextTable.Of("text", [Text]), TextTable.Of("beside", Beside)];

    internal static TextView? Load(ViewRequest request, TextPlace place)
    {
        var snapshot = request.Snapshot;
        var id = request.Route("id");
        if (
            TextRows.Find(snapshot, place, id) is not { } text
            || snapshot.Reports.Find(text.ReportId) is not { } report
        )
        {
            return null;
        }

        var all = TextRows.OfReport(snapshot, place, text.ReportId);
        var at = all.ToList().FindIndex(t => t.Id == text.Id);
        var view = new TextView(text, report)
        {
            Corrections =
            [
                .. CorrectionRow.Of(snapshot, text.ReportId).Where(c => c.FindingId == text.Id),
            ],
            Previous = at > 0 ? all[at - 1] : null,
            Next = at + 1 < all.Count ? all[at + 1] : null,
            Beside =
            [
                .. all.Where(t =>
                    text.SourcePage is not null
                        ? t.SourceDocument == text.SourceDocument && t.SourcePage == text.SourcePage
                        : t.Area == text.Area && t.Kind == text.Kind && t.Rubric == text.Rubric
                ),
            ],
        };
        return WithPlace(view, snapshot);
    }

    private static TextView WithPlace(TextView view, Snapshot snapshot)
    {
        var text = view.Text;
        if (
            text.SourceDocument is null
            || SourceDocument.Find(snapshot, text.SourceDocument) is not { } document
        )
        {
            return view with
            {
                Problem = (
                    "datamängden nämner inget dokument",
                    "the dataset does not name its document"
                ),
            };
        }

        try
        {
            if (text is { SourcePage: { } page, Box: { } box })
            {
                document.Check();
                return view with { Picture = Hosting.PageImages.Address(document.Id, page, box) };
            }

            return text is { SourceStart: { } start, SourceEnd: { } end }
                ? view with
                {
                    Passage = Evidence.Passage.Of(
                        document.File,
                        document.Text(),
                        start,
                        end,
                        Around
                    ),
                }
                : view with
                {
                    Problem = (
                        "texten har ingen egen plats i dokumentet",
                        $"it has no place of its own (it was read by way of {text.SourceVia})"
                    ),
                };
        }
        catch (DatasetException e)
        {
            return view with { Problem = ("dokumentet är inte kvar så som det lästes", e.Message) };
        }
    }
}
