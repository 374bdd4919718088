using System.Security.Cryptography;
using System.Text;
using Kompass.Mining.Documents;

namespace Kompass.Mining.Tests.Documents;

public sealed class DocumentReaderTests : IDisposable
{
    private const string Expected = "expected a report of Kommunkompassen as text, HTML or PDF";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Text_IsReadWithItsHashAndPath()
    {
        var file = _folder.Write("a.txt", "Målen är tydliga.\r\n");

        var document = Assert.IsType<DocumentReading.Read>(Read(file)).Document;

        Assert.Equal(file, document.File);
        Assert.Equal(DocumentKind.Text, document.Kind);
        Assert.Equal("text", document.Engine);
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))),
            document.Sha256
        );
        Assert.Equal(
            "Målen är tydliga.\n",
            Assert.IsType<DocumentContent.PlainText>(document.Content).Text.Text
        );
    }

    [Fact]
    public void Html_IsReadWithItsEngine()
    {
        var document = Assert
            .IsType<DocumentReading.Read>(Read(_folder.Write("a.htm", "<p>Mål</p>")))
            .Document;

        Assert.Equal(DocumentKind.Html, document.Kind);
        Assert.StartsWith("html AngleSharp 1.", document.Engine, StringComparison.Ordinal);
        Assert.IsType<DocumentContent.Html>(document.Content);
    }

    [Theory]
    [InlineData("", SetAsideCause.Empty, "is empty")]
    [InlineData("\uFEFF", SetAsideCause.Empty, "holds nothing but blanks")]
    [InlineData(" \r\n\t\u00A0\f\n", SetAsideCause.Empty, "holds nothing but blanks")]
    [InlineData(
        "PK\u0003\u0004x",
        SetAsideCause.UnknownKind,
        "is a ZIP archive or an Office document (DOCX, XLSX, ODT)"
    )]
    [InlineData("{\\rtf1 x}", SetAsideCause.UnknownKind, "is an RTF document")]
    [InlineData("a\0b", SetAsideCause.UnknownKind, "is binary data of no known kind")]
    public void WhatCannotBeRead_IsSetAsideWithCauseAndWhatWasExpected(
        string content,
        SetAsideCause cause,
        string found
    )
    {
        var aside = Aside(_folder.Write("a.txt", content));

        Assert.Equal(_folder.File("a.txt"), aside.File);
        Assert.Equal(cause, aside.Cause);
        Assert.Equal($"{found}; {Expected}", aside.Message);
    }

    [Theory]
    [InlineData("missing.txt")]
    [InlineData("")]
    [InlineData("a\0b")]
    public void FileThatIsNotThere_IsSetAside(string name)
    {
        var file = name.Length == 0 ? "" : _folder.File(name);

        var aside = Aside(file);

        Assert.Equal(file, aside.File);
        Assert.Equal(SetAsideCause.Unreadable, aside.Cause);
        Assert.StartsWith("cannot be read: ", aside.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_IsSetAside() =>
        Assert.Equal(SetAsideCause.Unreadable, Aside(_folder.Path).Cause);

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void File_LongerThanTheLimit_IsNotOpened(int length, bool aside)
    {
        var file = _folder.Write("a.txt", new string('x', length));

        var reading = new DocumentReader(new DocumentOptions(MaxFileBytes: 10)).Read(
            file,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            aside,
            reading is DocumentReading.NotRead { SetAside.Cause: SetAsideCause.TooLarge }
        );
    }

    [Fact]
    public void File_LongerThanTheLimit_IsSaidWithBothNumbers()
    {
        var file = _folder.Write("a.txt", new string('x', 1500));

        var aside = Aside(file, new DocumentOptions(MaxFileBytes: 1000));

        Assert.Equal("has 1,500 bytes, more than the limit of 1,000", aside.Message);
    }

    [Theory]
    [InlineData("a.txt", "xxxxxxxxxxx")]
    [InlineData("a.html", "<p>xxxxxxxx")]
    public void Text_LongerThanItsLimit_IsSetAside(string name, string content)
    {
        var aside = Aside(_folder.Write(name, content), new DocumentOptions(MaxTextBytes: 10));

        Assert.Equal(SetAsideCause.TooLarge, aside.Cause);
        Assert.Equal("is a text of 11 bytes, more than the limit of 10", aside.Message);
    }

    [Fact]
    public void Message_IsTheSameInEveryCulture()
    {
        var file = _folder.Write("a.txt", new string('x', 1500));

        var message = Cultures.In(
            "sv-SE",
            () => Aside(file, new DocumentOptions(MaxFileBytes: 1000)).Message
        );

        Assert.Equal("has 1,500 bytes, more than the limit of 1,000", message);
    }

    [Fact]
    public void Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            new DocumentReader().Read(_folder.Write("a.txt", "x"), source.Token)
        );
        Assert.Throws<OperationCanceledException>(() =>
            new DocumentReader().Read("a.txt", Encoding.UTF8.GetBytes("x"), source.Token)
        );
    }

    private static DocumentReading Read(string file, DocumentOptions? options = null) =>
        new DocumentReader(options).Read(file, TestContext.Current.CancellationToken);

    private static SetAside Aside(string file, DocumentOptions? options = null) =>
        Assert.IsType<DocumentReading.NotRead>(Read(file, options)).SetAside;
}
