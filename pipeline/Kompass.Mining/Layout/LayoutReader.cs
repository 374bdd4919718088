using Kompass.Mining.Documents;
using Kompass.Mining.Layout.Flat;
using Kompass.Mining.Layout.Geometry;
using Kompass.Mining.Layout.Geometry.Pages;
using Kompass.Mining.Layout.Geometry.Words;
using Kompass.Mining.Layout.Html;
using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Layout;

/// <summary>The second step: a document becomes blocks, whatever kind of file it was.</summary>
public sealed class LayoutReader(Knowledge knowledge)
{
    private readonly Dictionary<string, RunningHeaders> _headers = knowledge.Editions.ToDictionary(
        e => e.Id,
        e => new RunningHeaders(e),
        StringComparer.Ordinal
    );

    /// <summary>Lays a document out.</summary>
    public DocumentLayout Lay(Document document, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var layout = document.Content switch
        {
            DocumentContent.PlainText text => Text(text.Text),
            DocumentContent.Html html => HtmlLayout.Lay(
                html.Text,
                knowledge,
                Text,
                Pages,
                cancellation
            ),
            DocumentContent.Paged paged => Pages(paged.Pages),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return layout with
        {
            Blocks = TableRecogniser.Recognise(
                layout.Blocks,
                layout.Form,
                knowledge.Labels(layout.Edition),
                layout.Words
            ),
        };
    }

    private DocumentLayout Pages(IReadOnlyList<Page> printed)
    {
        var pages = Ligatures.WriteOut(printed, knowledge.Lexicon);
        var text = string.Join(
            '\n',
            pages.Select(p => string.Join(' ', p.Words.Select(w => w.Text)))
        );
        var edition = EditionDetector.Detect(text, knowledge);
        var labels = knowledge.Labels(edition);
        var read = PageText.Of(
            RecognisedWords.Weigh(
                [.. Sheet.Of(pages, line => labels.Lookup(line).Any(IsHeadOfPart))],
                knowledge.Lexicon
            ),
            _headers[edition.Id],
            labels,
            knowledge.Swedish.OpenWords.Contains
        );
        var unreadable = pages
            .Where(p => p.Origin == PageOrigin.Unreadable)
            .Select(p => p.Number)
            .ToList();
        return new DocumentLayout(
            GeometryLayout.Lay(read, labels, knowledge),
            edition,
            LayoutShape.Pages,
            read.Words
        )
        {
            Pages = pages.Count,
            HeaderDate = RunningHeader.DateOf(read.Headers),
            MissingPages = [.. read.Skipped.Select(s => s.Number)],
            UnreadablePages = unreadable,
            // Cover and contents are no loss.
            Losses =
            [
                .. read
                    .Skipped.Where(s => s.Number > 2)
                    .Select(s => s.BeforePage)
                    .Concat(unreadable)
                    .Distinct()
                    .Order(),
            ],
        };
    }

    private static bool IsHeadOfPart(Label label) =>
        label is Label.AreaName or Label.FindingsHeading or Label.General or Label.BoxRubrics;

    // Hosts may part a report into paragraphs that have headings in their midst: where of the lists' headings fewer than two thirds stand alone, it is a transcript.
    private static bool HidesLists(
        IReadOnlyList<Block> blocks,
        List<Anchor> anchors,
        EditionLabels labels
    ) =>
        3
            * blocks
                .SelectMany(b =>
                    b switch
                    {
                        Block.Heading heading => [heading.Text],
                        Block.Table table => table
                            .Rows.SelectMany(r => r.Cells)
                            .Select(c => c.Text),
                        _ => Enumerable.Empty<Passage>(),
                    }
                )
                .Count(t => labels.ListHeading(t.Text) is not null)
        < 2 * anchors.Count(a => a.Kind == AnchorKind.Findings);

    // Nor has a program that copies pages its cells in rows: where of the areas' boxes and tables in the text fewer than half are read, it is a transcript too.
    private static bool HidesScores(IReadOnlyList<Block> blocks, List<Anchor> anchors) =>
        !blocks.Any(b => b is Block.SummaryTable)
        && anchors.Count(a =>
            a.Kind is AnchorKind.ScoreBox or AnchorKind.Score or AnchorKind.QuestionTable
        )
            is >= FewestScores
                and var told
        && 2 * blocks.Count(b => b is Block.QuestionTable or Block.ScoreBox { Scores.Count: > 0 })
            < told;

    private const int FewestScores = 4;

    private const int FewestPages = 3;

    private DocumentLayout Text(SourceText source)
    {
        source = LostLigatures.WriteOut(
            Ligatures.WriteOut(Bullets.Written(Markup.WithoutQuoting(source)), knowledge.Lexicon),
            knowledge.Lexicon
        );
        if (ColumnText.PagesOf(source) is { } columns)
        {
            return Pages(columns);
        }

        var edition = EditionDetector.Detect(source.Text, knowledge);
        var labels = knowledge.Labels(edition);
        var words = WordStatistics.Of(source.Text, knowledge.Swedish.OpenWords.Contains);
        source = HostHyphens.Without(source, words);
        // Headers that stand over several lines without the number of pages are those of a text whose paragraphs stand apart too.
        var hasPages =
            _headers[edition.Id]
                .FindAll(source.Text)
                .Count(h =>
                    h.Pages is not null || !source.Text.AsSpan(h.Start..h.End).Contains('\n')
                ) >= FewestPages;
        var flat = FlatText.Of(source, edition, _headers[edition.Id]);
        if (TextShape.IsStructured(source.Text, hasPages))
        {
            var blocks = StructuredTextLayout.Lay(source, words, labels, _headers[edition.Id]);
            var form = DocumentForms.Of(blocks, labels);
            var anchors = FlatAnchors.Find(flat.Body.Text, labels, knowledge.Swedish);
            if (
                !HidesLists(blocks, anchors, labels)
                && !HidesScores(TableRecogniser.Recognise(blocks, form, labels, words), anchors)
            )
            {
                return new DocumentLayout(blocks, edition, LayoutShape.Structured, words)
                {
                    Form = form,
                };
            }
        }

        return new DocumentLayout(
            FlatTranscriptLayout.Lay(flat.Body, labels, words, knowledge),
            edition,
            LayoutShape.Flat,
            words
        )
        {
            HostTitle = flat.HostTitle,
            Pages = flat.Pages,
            HeaderDate = flat.HeaderDate,
            YearsDropped =
                flat.HasHeaders && flat.HeaderDate is null && YearsDropped.In(flat.Body.Text),
            MissingPages = flat.MissingPages,
        };
    }
}
