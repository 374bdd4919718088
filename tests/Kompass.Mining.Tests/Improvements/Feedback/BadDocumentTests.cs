using System.Text;
using Kompass.Mining.Improvements.Feedback;
using Kompass.Mining.Improvements.Office;
using Kompass.Mining.Improvements.Writing;
using Kompass.Mining.Tests.Improvements.Drafts;

namespace Kompass.Mining.Tests.Improvements.Feedback;

/// <summary>Files that are no edited drafts, or mean harm: each is refused with a message that names it and says what was expected.</summary>
public sealed class BadDocumentTests : IDisposable
{
    private const string Document = "word/document.xml";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, Func<byte[]>> Bad =>
        new()
        {
            { "is no office document", () => [] },
            { "is no office document", () => "hej"u8.ToArray() },
            { "is no office document", () => Encoding.UTF8.GetBytes("%PDF-1.4") },
            { "Word document", () => [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3, 4] },
            { "is damaged", () => "PK\u0003\u0004 avbruten"u8.ToArray() },
            { "is damaged", () => Rendered.Bytes("small", DraftFormat.Word)[..9000] },
            { "is a zip archive, but no office document", () => Zip(("a.txt", "hej")) },
            {
                "is an OpenDocument file",
                () => Zip(("mimetype", "application/vnd.oasis.opendocument.text"))
            },
            { "word/document.xml is missing", () => With(d => d.Remove(Document)) },
            { "is damaged: word/document.xml", () => With(d => d.Set(Document, "<a><b></a>")) },
            {
                "is an office document, but not of Word",
                () => With(d => d.Set(Document, "<workbook/>"))
            },
            { "carries none", () => With(d => d.Remove("docProps/custom.xml")) },
            {
                "what was suggested is not in it",
                () =>
                    With(d =>
                        d.Set(
                            "docProps/custom.xml",
                            d.Load("docProps/custom.xml")
                                .ToString()
                                .Replace("KompassBaseline", "Annat", StringComparison.Ordinal)
                        )
                    )
            },
            {
                "DTD",
                () =>
                    With(d =>
                        d.Set(
                            Document,
                            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"
                        )
                    )
            },
            {
                "nested deeper than 200 elements",
                () =>
                    With(d =>
                        d.Set(
                            Document,
                            string.Concat(Enumerable.Repeat("<a>", 50_000))
                                + string.Concat(Enumerable.Repeat("</a>", 50_000))
                        )
                    )
            },
            {
                "unpacks to more than 32 MB",
                () => With(d => d.Set(Document, new byte[PackageReader.MaxPartBytes + 1]))
            },
            {
                "more than 2000",
                () =>
                    Zip([
                        .. Enumerable
                            .Range(0, PackageReader.MaxEntries + 1)
                            .Select(i => ($"{i}", "")),
                    ])
            },
            {
                "../../etc/x is no id of a draft",
                () =>
                    With(d =>
                        d.Rebase(j =>
                            j.Replace("\"ekdal-2014\"", "\"../../etc/x\"", StringComparison.Ordinal)
                        )
                    )
            },
            {
                "draft schema 9 was found",
                () =>
                    With(d =>
                        d.Rebase(j =>
                            j.Replace("\"schema\":2", "\"schema\":9", StringComparison.Ordinal)
                        )
                    )
            },
            {
                "has a paragraph of 200000 characters, more than 20000 (the 1th; it begins ”((((",
                () => With(d => Begin(d, ReturnedDraft.Paragraph(new string('(', 200_000))))
            },
            {
                "has more than 5000 paragraphs",
                () =>
                    With(d =>
                        Begin(
                            d,
                            [
                                .. Enumerable
                                    .Range(0, EditedText.MostParagraphs)
                                    .Select(i => ReturnedDraft.Paragraph($"Klistrat {i}")),
                            ]
                        )
                    )
            },
            {
                "none of its suggestions is left",
                () =>
                    With(d =>
                    {
                        System.Xml.Linq.Extensions.Remove(d.Text.Descendants(Rendered.W + "tbl"));
                        d.Set(Document, d.Text.ToString());
                    })
            },
        };

    [Theory]
    [MemberData(nameof(Bad))]
    public void BadFile_IsRefusedByName(string said, Func<byte[]> make)
    {
        var file = _folder.File("retur.docx");
        File.WriteAllBytes(file, make());

        var message = Refusal(file);

        Assert.StartsWith(file + ": ", message, StringComparison.Ordinal);
        Assert.Contains(said, message, StringComparison.Ordinal);
    }

    [Fact]
    public void HugeFile_IsRefusedBeforeItIsRead()
    {
        var file = _folder.File("stor.docx");
        using (var stream = File.Create(file))
        {
            stream.SetLength(PackageReader.MaxFileBytes + 1L);
        }

        Assert.Contains("at most 50 MB", Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFile_IsRefused() =>
        Assert.Contains(
            "cannot be read",
            Refusal(_folder.File("nej.docx")),
            StringComparison.Ordinal
        );

    private string Refusal(string file) =>
        Assert
            .IsType<FeedbackReadout.Refused>(
                new FeedbackReader(Subject.Knowledge, new FixedTime()).Read(file)
            )
            .Message;

    // What backtracks most: brackets and blanks that might begin a number of a sub-question, on many lines.
    [Fact]
    public void ManyLinesOfBracketsAndBlanks_AreReadAsAnyText()
    {
        var draft = new ReturnedDraft();
        Begin(
            draft,
            [
                .. Enumerable
                    .Range(0, 300)
                    .Select(_ =>
                        ReturnedDraft.Paragraph(
                            string.Concat(Enumerable.Repeat("( (", EditedText.MostCharacters / 3))
                        )
                    ),
            ]
        );
        var file = _folder.File("retur.docx");
        File.WriteAllBytes(file, draft.SaveParts());

        Assert.IsType<FeedbackReadout.Read>(
            new FeedbackReader(Subject.Knowledge, new FixedTime()).Read(file)
        );
    }

    private static void Begin(ReturnedDraft draft, params object[] content)
    {
        draft.Text.Root!.Elements().First().AddFirst(content);
        draft.Set(Document, draft.Text.ToString());
    }

    private static byte[] With(Action<ReturnedDraft> change)
    {
        var draft = new ReturnedDraft();
        change(draft);
        return draft.SaveParts();
    }

    private static byte[] Zip(params (string Name, string Text)[] parts) =>
        ReturnedDraft.Zip(
            parts.Select(p => KeyValuePair.Create(p.Name, Encoding.UTF8.GetBytes(p.Text)))
        );
}
