using Kompass.Mining.Documents;
using Kompass.Mining.Layout;
using Kompass.Mining.Reports.Facts;

namespace Kompass.Mining.Reports;

/// <summary>The notes on a document as a whole.</summary>
internal static class DocumentNotes
{
    /// <summary>On its text, whose it is, its year, and what of it is missing.</summary>
    public static IReadOnlyList<Note> Of(
        Document document,
        DocumentLayout layout,
        Sections sections,
        Identity identity
    )
    {
        var notes = new NoteList();
        foreach (var repair in document.Repairs)
        {
            notes.Inform(NoteCode.TextRepaired, Subject.Document, $"{repair}");
        }

        notes.Add(identity.Notes);
        if (identity.Year is null)
        {
            notes.Warn(
                NoteCode.YearMissing,
                Subject.Document,
                $"no year was found in title, page headers or file name"
            );
        }

        NoteLosses(layout, notes);
        if (sections.Appendices is [var appendix, ..])
        {
            notes.Inform(
                NoteCode.Appendix,
                Subject.Document,
                $"a last chapter repeats the evaluation of {appendix.Year?.ToString(CultureInfo.InvariantCulture) ?? "another year"}; its figures are under previous, its findings were left out"
            );
        }

        if (
            layout.Form != DocumentForm.Page
            && (sections.Areas.Count < layout.Edition.Areas.Count || sections.Overview.Count == 0)
        )
        {
            notes.Warn(
                NoteCode.Truncated,
                Subject.Document,
                $"the document has {sections.Areas.Count} of {layout.Edition.Areas.Count} areas{(sections.Overview.Count == 0 ? " and no tables of sub-questions" : "")}; the rest is missing"
            );
        }

        return notes.All;
    }

    private static void NoteLosses(DocumentLayout layout, NoteList notes)
    {
        if (layout.YearsDropped)
        {
            notes.Warn(
                NoteCode.YearsDropped,
                Subject.Document,
                $"the host took dates and years out of the text; where findings or sentences name a year it is missing"
            );
        }

        if (layout.MissingPages.Count > 0)
        {
            notes.Warn(
                NoteCode.Truncated,
                Subject.Document,
                $"the page headers skip {string.Join(", ", layout.MissingPages)}: what stood there is missing"
            );
        }

        if (layout.UnreadablePages.Count > 0)
        {
            notes.Warn(
                NoteCode.PageUnreadable,
                Subject.Document,
                $"page {string.Join(", ", layout.UnreadablePages)} of the file has no text that could be read: what stands there is missing"
            );
        }
    }
}
