using Kompass.Mining.Documents;
using Kompass.Mining.Layout;

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
            Warn(NoteCode.YearMissing, $"no year was found in title, page headers or file name");
        }

        if (layout.YearsDropped)
        {
            Warn(
                NoteCode.YearsDropped,
                $"the host took dates and years out of the text; where findings or sentences name a year it is missing"
            );
        }

        if (layout.MissingPages.Count > 0)
        {
            Warn(
                NoteCode.Truncated,
                $"the page headers skip {string.Join(", ", layout.MissingPages)}: what stood there is missing"
            );
        }

        if (layout.UnreadablePages.Count > 0)
        {
            Warn(
                NoteCode.PageUnreadable,
                $"page {string.Join(", ", layout.UnreadablePages)} of the file has no text that could be read: what stands there is missing"
            );
        }

        if (sections.Appendices is [var appendix, ..])
        {
            notes.Inform(
                NoteCode.Appendix,
                Subject.Document,
                $"a last chapter repeats the evaluation of {appendix.Year?.ToString(CultureInfo.InvariantCulture) ?? "another year"}; its figures are under previous, its findings were left out"
            );
        }

        if (layout.Form != DocumentForm.Page)
        {
            NoteEnd(layout.Edition.Areas.Count, sections);
        }

        return notes.All;

        void NoteEnd(int areas, Sections sections)
        {
            var hasOverview = sections.Overview.Count > 0;
            if (sections.Areas.Count < areas || !hasOverview)
            {
                Warn(
                    NoteCode.Truncated,
                    $"the document has {sections.Areas.Count} of {areas} areas{(hasOverview ? "" : " and no tables of sub-questions")}; the rest is missing"
                );
            }
        }

        void Warn(string code, FormattableString message) =>
            notes.Warn(code, Subject.Document, message);
    }
}
