using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;
using Kompass.Mining.Documents;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports;

/// <summary>What came of looking for a report in a document.</summary>
public abstract record ReportReading
{
    private ReportReading() { }

    /// <summary>A report.</summary>
    /// <param name="Record">Its record, findings not yet labelled.</param>
    /// <param name="Prose">The sentences of its areas, with the heading above each.</param>
    public sealed record Read(ReportRecord Record, IReadOnlyList<ProseSentence> Prose)
        : ReportReading;

    /// <summary>No report, and why.</summary>
    public sealed record NotRead(SetAside SetAside) : ReportReading;
}

/// <summary>The third step: blocks become a record. It never asks what kind of file they came from.</summary>
public sealed class ReportReader(Knowledge knowledge)
{
    /// <summary>Reads a record from a document's blocks. A document that is no report of Kommunkompassen is a value, not an exception.</summary>
    public ReportReading Read(Document document, DocumentLayout layout)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(layout);
        try
        {
            return ReadRecord(document, layout);
        }
        catch (RegexMatchTimeoutException e)
        {
            return Aside(
                document,
                SetAsideCause.LimitPassed,
                $"a pattern took longer than its limit of {e.MatchTimeout.TotalSeconds:0} s on this text; the text is not written like a report"
            );
        }
    }

    private ReportReading ReadRecord(Document document, DocumentLayout layout)
    {
        var labels = knowledge.Labels(layout.Edition);
        var sections = SectionSplitter.Split(layout.Blocks, labels);
        var hasChapters = sections.Areas.Count > 0 || sections.Overview.Count > 0;
        // Web pages come as HTML, or as text that was copied from one: no chapters, but a list of scores.
        var scoreLists =
            layout.Shape == LayoutShape.Html
            || (layout.Shape == LayoutShape.Structured && !hasChapters)
                ? new WebScoresReader(labels).Read(layout.Blocks).ToList()
                : [];
        var isPage = layout.Shape == LayoutShape.Html || scoreLists.Count > 0;
        var isReport = !isPage || hasChapters;
        if (scoreLists.Count > 0)
        {
            sections = SectionSplitter.Split([.. scoreLists, .. layout.Blocks], labels);
        }

        if (RefusalOf(layout, sections, labels) is { } refusal)
        {
            return Aside(document, SetAsideCause.NotAReport, refusal);
        }

        var identities = new IdentityReader(knowledge);
        var identity = identities.Read(layout, sections, document.File, isPage);
        if (identity.Municipality is null)
        {
            return Aside(
                document,
                SetAsideCause.NotAReport,
                "names no municipality in title, headings or text; a report says whose evaluation it is"
            );
        }

        var year = identity.Year ?? (isReport ? null : WebPageYear(layout));
        var stated = new WitnessCollector(labels, year).Collect(sections);
        if (year is null && !isReport)
        {
            year = stated.Witnesses.Max(w => w.Year);
        }

        var scores = new ScoreReconciler(knowledge, layout.Edition, year, isReport).Reconcile(
            stated,
            SummaryIsCut(layout, sections)
        );
        if (!isReport && scores.Areas.Count < 4)
        {
            return Aside(
                document,
                SetAsideCause.NotAReport,
                "is a web page without a municipality's scores: a table or list of the areas with points was expected"
            );
        }

        var id = ReportId.Of(knowledge.Municipalities, identity.Municipality, year);
        var findings = new FindingsAssembler(labels, layout, knowledge.KindEvidence).Read(
            sections,
            isReport,
            stated.Tables.Count > 0
        );
        var prose = new ProseReader(knowledge, labels);
        var sentences = sections.Areas.SelectMany(prose.Read).ToList();
        var visit = new VisitReader(knowledge.Swedish).Read(
            isReport ? sections.Summary : layout.Blocks,
            sections.Cover
        );
        var record = new ReportRecord
        {
            Id = id,
            Municipality = identity.Municipality,
            Year = year,
            Edition = EditionOf(layout, year),
            Evaluated = visit.Month,
            ReportDate = identity.ReportDate,
            Ordinal = visit.Ordinal,
            Interviewees = visit.Interviewees,
            Evaluators = identity.Evaluators,
            Total = scores.Total,
            Areas = scores.Areas,
            Questions = [.. scores.Questions.OrderBy(q => q.Code, StringComparer.Ordinal)],
            Previous = scores.Previous,
            Findings = findings.Findings,
            Exemplars = [.. prose.Exemplars(sentences, identity.Municipality)],
            Remarks = [.. prose.Remarks(sentences, identity.Municipality)],
            Prose = [.. prose.Paragraphs(sections)],
            Facts = FactsReader.Read(sections.Facts, layout.Edition.Headings),
            Notes =
            [
                .. DocumentNotes(identity, year, layout, sections, isPage),
                .. scores.Notes,
                .. findings.Notes,
            ],
            Document = new DocumentInfo(
                document.File,
                document.Sha256,
                layout.Pages,
                document.Kind,
                document.Engine
            ),
        };
        return new ReportReading.Read(ContentId.Assign(record), sentences);
    }

    private static IEnumerable<Note> DocumentNotes(
        Identity identity,
        int? year,
        DocumentLayout layout,
        Sections sections,
        bool isPage
    )
    {
        foreach (var note in identity.Notes)
        {
            yield return note;
        }

        if (year is null)
        {
            yield return OfDocument(
                NoteCode.YearMissing,
                Severity.Warning,
                "no year was found in title, page headers or file name"
            );
        }

        if (layout.YearsDropped)
        {
            yield return OfDocument(
                NoteCode.YearsDropped,
                Severity.Warning,
                "the host took dates and years out of the text; where findings or sentences name a year it is missing"
            );
        }

        if (layout.MissingPages.Count > 0)
        {
            yield return OfDocument(
                NoteCode.Truncated,
                Severity.Warning,
                $"the page headers skip {string.Join(", ", layout.MissingPages)}: what stood there is missing"
            );
        }

        if (layout.UnreadablePages.Count > 0)
        {
            yield return OfDocument(
                NoteCode.PageUnreadable,
                Severity.Warning,
                $"page {string.Join(", ", layout.UnreadablePages)} of the file has no text that could be read: what stands there is missing"
            );
        }

        if (sections.Appendices.Count > 0)
        {
            yield return OfDocument(
                NoteCode.Appendix,
                Severity.Info,
                $"a last chapter repeats the evaluation of {sections.Appendices[0].Year?.ToString(CultureInfo.InvariantCulture) ?? "another year"}; its figures are under previous, its findings were left out"
            );
        }

        if (
            !isPage
            && (sections.Areas.Count < layout.Edition.Areas.Count || sections.Overview.Count == 0)
        )
        {
            yield return OfDocument(
                NoteCode.Truncated,
                Severity.Warning,
                $"the document has {sections.Areas.Count} of {layout.Edition.Areas.Count} areas{(sections.Overview.Count == 0 ? " and no tables of sub-questions" : "")}; the rest is missing"
            );
        }
    }

    // A page before the first area is missing.
    private static bool SummaryIsCut(DocumentLayout layout, Sections sections)
    {
        var firstArea = sections
            .Areas.SelectMany(a => a.Blocks)
            .Select(FindingsAssembler.PageOf)
            .OfType<int>()
            .DefaultIfEmpty(int.MaxValue)
            .Min();
        return layout.Losses.Any(p => p <= firstArea);
    }

    // The names tell the family; the first edition had the same names as that of 2010, and only the year tells them apart.
    private static string EditionOf(DocumentLayout layout, int? year) =>
        layout.Edition.Id == "2010" && year is < 2010 ? "2002" : layout.Edition.Id;

    private static string? RefusalOf(DocumentLayout layout, Sections sections, EditionLabels labels)
    {
        var text = string.Join(
            '\n',
            layout.Blocks.Select(b =>
                b switch
                {
                    Block.Heading h => h.Text.Text,
                    Block.Paragraph p => p.Text.Text,
                    Block.ItemList l => string.Join(' ', l.Items.Select(i => i.Text.Text)),
                    Block.Table t => string.Join(
                        ' ',
                        t.Rows.SelectMany(r => r.Cells).Select(c => c.Text.Text)
                    ),
                    _ => "",
                }
            )
        );
        if (
            text.Contains("Regionkompass", StringComparison.OrdinalIgnoreCase)
            && sections.Areas.Count < 4
        )
        {
            return "is about Regionkompassen, the instrument for regions; a report on a municipality was expected";
        }

        var named = labels
            .FindAll(text)
            .Select(h => h.As<Label.AreaName>()?.Area)
            .OfType<int>()
            .Distinct()
            .Count();
        var mentions = text.Contains("kompass", StringComparison.OrdinalIgnoreCase);
        if (named < 2 && !mentions)
        {
            return $"is no report of Kommunkompassen: neither its name nor its areas occur; {DocumentReader.Expected}";
        }

        var hasScores = sections
            .Summary.Concat(sections.Cover)
            .Any(b =>
                b is Block.Figure
                || (b is Block.Table t && SummaryTableReader.Read(t, labels).Count > 0)
            );
        return
            sections.Areas.Count == 0
            && sections.Overview.Count == 0
            && !hasScores
            && layout.Shape != LayoutShape.Html
            ? $"mentions Kommunkompassen but has no area with scores or findings ({named} area names occur); {DocumentReader.Expected}"
            : null;
    }

    private static int? WebPageYear(DocumentLayout layout)
    {
        // The latest year that stands with the instrument's name, in a heading before a sentence.
        foreach (
            var text in layout
                .Blocks.OfType<Block.Heading>()
                .Select(h => h.Text.Text)
                .Concat(layout.Blocks.OfType<Block.Paragraph>().Select(p => p.Text.Text))
        )
        {
            if (
                text.Contains("kompass", StringComparison.OrdinalIgnoreCase)
                && Numbers.Years(text).Select(y => y.Year).DefaultIfEmpty().Max()
                    is > 0
                        and var found
            )
            {
                return found;
            }
        }

        return null;
    }

    private static Note OfDocument(string code, Severity severity, string message) =>
        new(code, severity, About.Document, null, null, message, null);

    private static ReportReading.NotRead Aside(
        Document document,
        SetAsideCause cause,
        string message
    ) => new(new SetAside(document.File, cause, message));
}
