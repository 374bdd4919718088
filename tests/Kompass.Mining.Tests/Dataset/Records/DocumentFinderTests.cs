using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Documents;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Tests.Dataset.Records;

public sealed class DocumentFinderTests : IDisposable
{
    private static readonly string Sha256 = Convert.ToHexStringLower(
        System.Security.Cryptography.SHA256.HashData("text"u8)
    );

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a/report.txt")]
    [InlineData("moved/under/another-name.txt")]
    public void Document_IsFoundByNameOrElseByContent(string now)
    {
        _folder.Write("inbox/" + now, "text");
        _folder.Write("inbox/a/other.txt", "another text");

        Assert.Equal(
            Path.GetFullPath(_folder.File("inbox/" + now)),
            Path.GetFullPath(Finder().Find(Document("a/report.txt")))
        );
    }

    [Theory]
    [InlineData("inbox/a/report.txt", "has changed since it was read")]
    [InlineData("inbox/a/other.txt", "name its folder with --inbox")]
    public void DocumentThatChangedOrIsGone_IsNotTaken(string file, string message)
    {
        _folder.Write(file, "changed");

        Assert.Contains(
            message,
            Assert.Throws<DatasetException>(() => Finder().Find(Document("a/report.txt"))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Names_AreFromTheInboxOn()
    {
        var record = WrittenRecords.Of(_folder.File("inbox/a/report.txt"));

        Assert.Equal("a/report.txt", Named(_folder.File("inbox")));
        Assert.Equal("report.txt", Named(_folder.File("elsewhere")));
        Assert.Equal("report.txt", Named(_folder.File("inbox/a/report.txt")));

        string Named(string inbox) => DocumentNames.Relative(record.Document.File, [inbox]);
    }

    private DocumentFinder Finder() => new([_folder.File("inbox")]);

    private static DocumentInfo Document(string file) =>
        new(file, Sha256, null, DocumentKind.Text, "text");
}
