using Kompass.Mining.Documents;
using Kompass.Mining.Layout;
using Kompass.Mining.Layout.Lists;
using Kompass.Mining.Reports.Facts;
using Kompass.Mining.Reports.Findings;
using Kompass.Mining.Reports.Pages;
using Kompass.Mining.Reports.Scores;

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

    /// <summary>No report, of a file as it was given.</summary>
    internal static NotRead Aside(string file, SetAsideCause cause, string message) =>
        new(new SetAside(file, cause, message));
}

/// <summary>The third step: blocks become a record. It never asks what kind of file they came from.</summary>
public sealed class ReportReader(Knowledge knowledge)
{
    /// <summary>Reads a record from a document's blocks. A document that is no report of Kommunkompassen is a value, not an exception.</summary>
    public ReportReading Read(
        Document document,
        DocumentLayout layout,
        CancellationToken cancellation = default
    )
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return ReadRecord(document, layout, cancellation);
        }
        catch (RegexMatchTimeoutException e)
        {
            return ReportReading.Aside(
                document.File,
                SetAsideCause.LimitPassed,
                $"a pattern took longer than its limit of {e.MatchTimeout.TotalSeconds:0} s on this text; the text is not written like a report"
            );
        }
    }

    private ReportReading ReadRecord(
        Document document,
        DocumentLayout layout,
        CancellationToken cancellation
    )
    {
        var labels = knowledge.Labels(layout.Edition);
        var isPage = layout.Form == DocumentForm.Page;
        var sections = SectionSplitter.Split(layout.Blocks, labels);
        if (RefusalOf(layout, sections, labels) is { } refusal)
        {
            return ReportReading.Aside(document.File, SetAsideCause.NotAReport, refusal);
        }

        var identities = new IdentityReader(knowledge);
        var identity = identities.Read(layout, sections, document.File, isPage);
        if (identity.Municipality is not { } municipality)
        {
            return ReportReading.Aside(
                document.File,
                SetAsideCause.NotAReport,
                "names no municipality in title, headings or text; a report says whose evaluation it is"
            );
        }

        cancellation.ThrowIfCancellationRequested();
        StatedScores stated;
        if (isPage)
        {
            (var year, stated) = new PageFigures(
                knowledge,
                OwnNames.Added(labels, layout.Blocks),
                municipality
            ).Read(layout.Blocks, cancellation);
            if (stated.Witnesses.Count == 0)
            {
                return ReportReading.Aside(
                    document.File,
                    SetAsideCause.NotAReport,
                    "mentions Kommunkompassen but has neither the areas of a report nor, as a page has, a municipality's points: a table, a list or a sentence with the points of its areas or their total was expected"
                );
            }

            identity = year is null
                ? identities.WithYearOfFile(identity, document.File)
                : identity with
                {
                    Year = year,
                };
        }
        else
        {
            stated = StatedIn(sections, labels, municipality, identity.Year);
        }

        cancellation.ThrowIfCancellationRequested();
        return RecordOf(document, layout, sections, identity, stated, cancellation);
    }

    private StatedScores StatedIn(
        Sections sections,
        EditionLabels labels,
        MunicipalityName municipality,
        int? year
    )
    {
        var stated = new WitnessCollector(
            labels,
            knowledge.Swedish,
            year,
            head =>
                knowledge.Municipalities.FindMentions(head).ToList() is { Count: > 0 } named
                && !named.Exists(m => m.Municipality.Name == municipality.Name),
            head => head.Contains(municipality.Name, StringComparison.OrdinalIgnoreCase)
        ).Collect(sections);
        // "Den andra, 2011, stannade vid 436 poäng": scores of earlier evaluations that only the summary's sentences tell.
        var told = new ProseFigures(
            labels.WithSpoken(),
            new FigureLabels(knowledge, municipality),
            year
        )
            .Read([.. sections.Summary.OfType<Block.Paragraph>()], new HashSet<int>())
            .Where(f => f.Share == Share.None && f.Year < year)
            .Select(f => f.AsWitness())
            .GroupBy(f => (f.Year, f.Area))
            .Where(f =>
                f.DistinctBy(t => t.Value).Count() == 1
                && !stated.Witnesses.Any(w => (w.Year, w.Area) == f.Key)
            )
            .Select(f => f.First())
            .ToList();
        // "601 poäng (förra gången 536)": it may be of a year that is told elsewhere.
        told.RemoveAll(t =>
            t.Year == Witness.UnknownYear
            && (
                t.Area != Witness.Total
                || stated
                    .Witnesses.Concat(told)
                    .Any(w => w.Year > Witness.UnknownYear && w.Year < year)
            )
        );
        return stated with { Witnesses = [.. stated.Witnesses, .. told] };
    }

    private ReportReading.Read RecordOf(
        Document document,
        DocumentLayout layout,
        Sections sections,
        Identity identity,
        StatedScores stated,
        CancellationToken cancellation
    )
    {
        var (municipality, year) = (identity.Municipality!, identity.Year);
        var labels = knowledge.Labels(layout.Edition);
        var isPage = layout.Form == DocumentForm.Page;
        var scores = new ScoreReconciler(knowledge, layout.Edition, year, !isPage).Reconcile(
            stated,
            SummaryIsCut(layout, sections)
        );
        var findings = isPage
            ? ([], [])
            : new FindingsAssembler(labels, layout, ListModel.Shipped.Kinds).Read(
                sections,
                stated.Tables.Count > 0
            );
        cancellation.ThrowIfCancellationRequested();
        var prose = new ProseReader(knowledge, labels);
        var sentences = sections.Areas.SelectMany(prose.Read).ToList();
        var visit = new VisitReader(knowledge.Swedish).Read(
            isPage ? layout.Blocks : sections.Summary,
            sections.Cover
        );
        var record = new ReportRecord
        {
            Id = ReportId.Of(knowledge.Municipalities, municipality, year),
            Municipality = municipality,
            Year = year,
            Edition = EditionOf(layout, year, isPage && scores.Areas.Count == 0),
            Evaluated = visit.Month,
            ReportDate = identity.ReportDate,
            Ordinal = visit.Ordinal,
            Interviewees = visit.Interviewees,
            Evaluators = identity.Evaluators,
            Total = scores.Total,
            Areas = scores.Areas,
            Questions = QuestionScore.WithPercentages(scores.Questions),
            Previous = scores.Previous,
            Findings = findings.Findings,
            Exemplars = [.. prose.Exemplars(sentences, municipality)],
            Remarks = [.. prose.Remarks(sentences, municipality)],
            Prose = [.. prose.Paragraphs(sections)],
            Facts = FactsReader.Read(sections.Facts, layout.Edition.Headings),
            Notes =
            [
                .. DocumentNotes.Of(document, layout, sections, identity),
                .. scores.Notes,
                .. findings.Notes,
            ],
            Document = DocumentInfo.Of(document, layout.Pages),
        };
        return new ReportReading.Read(ContentId.Assign(record), sentences);
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

    // The names tell the family; the first edition had the same names as that of 2010, and only the year tells them apart. A page that names no areas has
    // nothing but the year.
    private string EditionOf(DocumentLayout layout, int? year, bool onlyByYear) =>
        onlyByYear
        && year is { } y
        && knowledge.Editions.LastOrDefault(e => e.CoversYear(y)) is { } then
            ? then.Id
        : layout.Edition.Id == "2010" && year is < 2010 ? "2002"
        : layout.Edition.Id;

    private static string? RefusalOf(DocumentLayout layout, Sections sections, EditionLabels labels)
    {
        var text = string.Join(
            '\n',
            layout.Blocks.Select(b => string.Join(' ', b.Passages.Select(p => p.Text)))
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
            .Select(h => h.Area)
            .OfType<int>()
            .Concat(layout.Blocks.OfType<Block.QuestionTable>().Select(t => t.Area))
            .Distinct()
            .Count();
        var mentions = text.Contains("kompass", StringComparison.OrdinalIgnoreCase);
        if (named < 2 && !mentions)
        {
            return $"is no report of Kommunkompassen: neither its name nor its areas occur; {DocumentReader.Expected}";
        }

        var hasScores = sections
            .Summary.Concat(sections.Cover)
            .Any(b => b is Block.Figure or Block.SummaryTable);
        return
            sections.Areas.Count == 0
            && sections.Overview.Count == 0
            && !hasScores
            && layout.Form == DocumentForm.Report
            ? $"mentions Kommunkompassen but has no area with scores or findings ({named} area names occur); {DocumentReader.Expected}"
            : null;
    }
}
