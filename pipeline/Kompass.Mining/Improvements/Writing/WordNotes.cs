using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kompass.Mining.Improvements.Drafts;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>The footnotes.</summary>
internal static class WordNotes
{
    public static void Add(MainDocumentPart main, IReadOnlyList<SideNote> notes) =>
        main.AddNewPart<FootnotesPart>("rIdFootnotes").Footnotes = new Footnotes([
            Separator(-1, FootnoteEndnoteValues.Separator, new SeparatorMark()),
            Separator(
                0,
                FootnoteEndnoteValues.ContinuationSeparator,
                new ContinuationSeparatorMark()
            ),
            .. notes.Select(Note),
        ]);

    private static Footnote Separator(int id, FootnoteEndnoteValues type, OpenXmlElement mark) =>
        new(WordText.Paragraph("FootnoteText", new Run(mark))) { Id = id, Type = type };

    private static Footnote Note(SideNote note) =>
        new(
            WordText.Paragraph(
                "FootnoteText",
                [
                    new Run(
                        new RunProperties(new RunStyle { Val = "FootnoteReference" }),
                        new FootnoteReferenceMark()
                    ),
                    WordText.Run(" "),
                    .. WordText.Runs(note.Text),
                ]
            )
        )
        {
            Id = note.Number,
        };
}
