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
            { "är inget Officedokument", () => [] },
            { "är inget Officedokument", () => "hej"u8.ToArray() },
            { "är inget Officedokument", () => Encoding.UTF8.GetBytes("%PDF-1.4") },
            { "Worddokument", () => [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3, 4] },
            { "är skadat", () => "PK\u0003\u0004 avbruten"u8.ToArray() },
            { "är skadat", () => Rendered.Bytes("small", DraftFormat.Word)[..9000] },
            { "är ett ziparkiv men inget Officedokument", () => Zip(("a.txt", "hej")) },
            {
                "är en OpenDocumentfil",
                () => Zip(("mimetype", "application/vnd.oasis.opendocument.text"))
            },
            { "word/document.xml saknas", () => With(d => d.Remove(Document)) },
            { "är skadat: word/document.xml", () => With(d => d.Set(Document, "<a><b></a>")) },
            {
                "är ett Officedokument men inte från Word",
                () => With(d => d.Set(Document, "<workbook/>"))
            },
            { "bär inget med sig", () => With(d => d.Remove("docProps/custom.xml")) },
            {
                "det som föreslogs följer inte med",
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
                "nästlat djupare än 200 element",
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
                "packas upp till mer än 32 MB",
                () => With(d => d.Set(Document, new byte[PackageReader.MaxPartBytes + 1]))
            },
            {
                "fler än 2000",
                () =>
                    Zip([
                        .. Enumerable
                            .Range(0, PackageReader.MaxEntries + 1)
                            .Select(i => ($"{i}", "")),
                    ])
            },
            {
                "../../etc/x är inget namn på ett utkast",
                () =>
                    With(d =>
                        d.Rebase(j =>
                            j.Replace("\"ekdal-2014\"", "\"../../etc/x\"", StringComparison.Ordinal)
                        )
                    )
            },
            {
                "det har schema 9",
                () =>
                    With(d =>
                        d.Rebase(j =>
                            j.Replace("\"schema\":2", "\"schema\":9", StringComparison.Ordinal)
                        )
                    )
            },
            {
                "har ett stycke med 200000 tecken, fler än 20000 (nummer 1; det börjar ”((((",
                () => With(d => Begin(d, ReturnedDraft.Paragraph(new string('(', 200_000))))
            },
            {
                "har fler än 5000 stycken",
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
                "inget av förslagen är kvar",
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

        Assert.Contains("högst 50 MB", Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFile_IsRefused() =>
        Assert.Contains(
            "kan inte läsas",
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
