using Kompass.Mining.Documents;
using Kompass.Mining.Layout;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Trust;

/// <summary>What the place is like where a value stands.</summary>
internal sealed class PageTraits(Document document, DocumentLayout layout)
{
    private readonly Dictionary<int, float[]> _pages =
        (document.Content as DocumentContent.Paged)?.Pages.ToDictionary(p => p.Number, Of) ?? [];

    /// <summary>The columns of <see cref="Of(Source)"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "flat",
        "pages",
        "html",
        "page of the web",
        "repairs",
        "losses",
        "recognised",
        "scanner's text",
        "mean of words",
        "unsure words",
        "doubted words",
        "left out words",
    ];

    /// <summary>Of the document, and of the page.</summary>
    public IEnumerable<float> Of(Source source) =>
        [
            layout.Shape == LayoutShape.Flat ? 1 : 0,
            layout.Shape == LayoutShape.Pages ? 1 : 0,
            layout.Shape == LayoutShape.Html ? 1 : 0,
            layout.Form == DocumentForm.Page ? 1 : 0,
            document.Repairs.Count,
            layout.Losses.Count,
            .. source.Page is { } page && _pages.TryGetValue(page, out var traits) ? traits : Print,
        ];

    private static readonly float[] Print = [0, 0, 1, 0, 0, 0];

    private static float[] Of(Page page) =>
        page.Words.Count == 0
            ? Print
            :
            [
                page.Origin == PageOrigin.Recognised ? 1 : 0,
                page.Origin == PageOrigin.ScannersText ? 1 : 0,
                (float)page.Words.Average(w => w.Confidence),
                (float)page.Words.Count(w => w.Confidence < Finding.DoubtBelow) / page.Words.Count,
                (float)page.Doubted.Count / page.Words.Count,
                (float)page.LeftOut.Count / page.Words.Count,
            ];
}
