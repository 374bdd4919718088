using System.Text;
using Kompass.Mining.Dataset;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Feedback;
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
            { "is no Word document", () => [] },
            { "is no Word document", () => "hej"u8.ToArray() },
            { "is no Word document", () => Encoding.UTF8.GetBytes("%PDF-1.4") },
            { "is an old Word document (.doc)", () => [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3, 4] },
            { "is damaged", () => "PK\u0003\u0004 avbruten"u8.ToArray() },
            { "is damaged", () => Rendered.Bytes("small", DraftFormat.Word)[..9000] },
            { "is a zip archive, but no Word document", () => Zip(("a.txt", "hej")) },
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
            { "carries none", () => With(WithoutDraft) },
            {
                "the program that saved it dropped what was suggested",
                () => With(d => d.Remove("customXml/item.xml"))
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
                "its id is no id of a draft",
                () => With(d => Embed(d, Rendered.Draft("small") with { Id = "../../etc/x" }))
            },
            {
                "draft schema 9 was found",
                () => With(d => Embed(d, Rendered.Draft("small") with { Schema = 9 }))
            },
            {
                "no table Styrkor | Förbättringsmöjligheter",
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
        Assert.False(Directory.Exists(_folder.File("data")));
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
                new FeedbackReader(new DataFolder(_folder.File("data")), new FixedTime()).Read(file)
            )
            .Message;

    private static byte[] With(Action<ReturnedDraft> change)
    {
        var draft = new ReturnedDraft();
        change(draft);
        return draft.SaveParts();
    }

    private static void WithoutDraft(ReturnedDraft draft)
    {
        draft.Remove("customXml/item.xml");
        draft.Remove("docProps/custom.xml");
    }

    private static void Embed(
        ReturnedDraft draft,
        Kompass.Mining.Improvements.Drafts.ImprovementDraft other
    ) =>
        draft.Set(
            "customXml/item.xml",
            new System.Xml.Linq.XElement(EmbeddedDraft.Name, DraftJson.Write(other)).ToString()
        );

    private static byte[] Zip(params (string Name, string Text)[] parts) =>
        ReturnedDraft.Zip(
            parts.Select(p => KeyValuePair.Create(p.Name, Encoding.UTF8.GetBytes(p.Text)))
        );
}
