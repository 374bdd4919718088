using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Kompass.Mining.Documents;
using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Layout.Html;

/// <summary>
/// A saved web page as blocks: what a reader of the page sees of its headings, paragraphs, lists and tables. A whole report becomes the same blocks as one
/// printed; a page that only carries the text of a transcript is read as the text that it is.
/// </summary>
internal static class HtmlLayout
{
    // An area heading or a running header that comes so often is no mention but the report itself.
    private const int SignsOfATranscript = 4;

    public static DocumentLayout Lay(
        SourceText source,
        Knowledge knowledge,
        Func<SourceText, DocumentLayout> asText,
        Func<IReadOnlyList<Page>, DocumentLayout> asPages,
        CancellationToken cancellation
    )
    {
        var parser = new HtmlParser(
            new HtmlParserOptions
            {
                IsKeepingSourceReferences = true,
                OnCreated = (_, _) => cancellation.ThrowIfCancellationRequested(),
            }
        );
        using var page = parser.ParseDocument(source.Text);
        var sheet = StyleSheet.Of(page, cancellation);
        Visibility.TakeOutUnseen(page, sheet, cancellation);
        RowsOfBoxes.OutOfGrids(page, sheet);
        if (PrintedPages.Of(page, source) is { } printed)
        {
            return asPages(printed);
        }

        var text = page.Body is null ? "" : HtmlText.Of(page.Body);
        if (page.Body is not null && IsPreformatted(page.Body, text))
        {
            return asText(SourceText.From(HtmlText.Lines(page.Body)));
        }

        var edition = EditionDetector.Detect(text, knowledge);
        var labels = knowledge.Labels(edition);
        var words = WordStatistics.Of(text, knowledge.Swedish.OpenWords.Contains);
        var writer = new HtmlBlocks(source, labels, words, cancellation);
        var blocks = writer.Write(page);
        if (CarriesTranscript(text) && !HasChapters(blocks, labels))
        {
            return asText(SourceText.From(HtmlText.Lines(page.Body!)));
        }

        return new DocumentLayout(blocks, edition, LayoutShape.Html, words)
        {
            Form = DocumentForms.Of(blocks, labels),
        };
    }

    // Minutes and transcripts that were put on the web as they were typed: most of the page keeps its own lines.
    private static bool IsPreformatted(IElement body, string text) =>
        2 * body.QuerySelectorAll("pre").Sum(p => HtmlText.Of(p).Length) > text.Length;

    // A report's own running headers or area headings, several times over.
    private static bool CarriesTranscript(string text) =>
        text.AsSpan().Count("Sveriges Kommuner och Landsting 20")
            + text.AsSpan().Count("Sveriges Kommuner och Landsting (")
            >= SignsOfATranscript
        || (
            text.AsSpan().Count("Rubriker") >= SignsOfATranscript
            && text.AsSpan().Count("Område ") >= 2 * SignsOfATranscript
        );

    // Score boxes or headed areas that the page's own elements tell.
    private static bool HasChapters(IReadOnlyList<Block> blocks, EditionLabels labels) =>
        blocks
            .OfType<Block.Heading>()
            .Where(h => h.Text.Text.StartsWith("Område", StringComparison.OrdinalIgnoreCase))
            .Select(h => labels.AreaOf(h.Text.Text))
            .OfType<int>()
            .Distinct()
            .Count() >= SignsOfATranscript
        || blocks.OfType<Block.Table>().Count(t => ScoreBoxes.Of(t, labels) is not null)
            >= SignsOfATranscript;
}
