using Kompass.Mining.Dataset;

namespace Kompass.Mining.Tests.Dataset;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WriteText_MakesTheFolderAndReplacesWhatIsThere()
    {
        var file = _folder.File("a/b/c.txt");

        AtomicFile.WriteText(file, "ett");
        AtomicFile.WriteText(file, "två");

        Assert.Equal("två", File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void WriteText_IsUtf8WithoutByteOrderMark()
    {
        var file = _folder.File("a.txt");

        AtomicFile.WriteText(file, "å");

        Assert.Equal([0xC3, 0xA5], File.ReadAllBytes(file));
    }

    [Fact]
    public void Write_ThatFails_LeavesTheOldFileAndNothingElse()
    {
        var file = _folder.Write("a.txt", "gammalt");

        Assert.Throws<InvalidOperationException>(() =>
            AtomicFile.Write(
                file,
                stream =>
                {
                    stream.WriteByte(65);
                    throw new InvalidOperationException("mitt i");
                }
            )
        );

        Assert.Equal("gammalt", File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Write_OntoAFullDisk_SaysWhatIsNeededAndWhatIsFreeInBytes()
    {
        var e = Assert.Throws<IOException>(() =>
            AtomicFile.Write(
                _folder.File("a"),
                stream =>
                {
                    stream.Write(new byte[5000]);
                    throw new IOException("No space left on device", 28);
                }
            )
        );

        Assert.Matches("at least 5,000 bytes are needed, [0-9,]+ bytes are free there", e.Message);
    }

    [Fact]
    public void ReaderOfTheOldFile_IsNotDisturbed()
    {
        var file = _folder.Write("a.txt", "gammalt");
        using var reader = new StreamReader(file);

        AtomicFile.WriteText(file, "nytt");

        Assert.Equal("gammalt", reader.ReadToEnd());
        Assert.Equal("nytt", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("samma", "samma", false)]
    [InlineData("gammalt", "nytt", true)]
    [InlineData("a", "a\n", true)]
    public void WriteTextIfChanged_TellsWhetherItWrote(string old, string @new, bool written)
    {
        var file = _folder.Write("a.txt", old);

        Assert.Equal(written, AtomicFile.WriteTextIfChanged(file, @new));
        Assert.Equal(@new, File.ReadAllText(file));
    }

    [Fact]
    public void RemoveLeftovers_TakesUnfinishedFilesOnly()
    {
        _folder.Write("kompass.db.writing", "x");
        _folder.Write("kompass.db.writing-journal", "x");
        _folder.Write("records/a.json.writing", "x");
        var kept = _folder.Write("records/a.json", "x");

        AtomicFile.RemoveLeftovers(_folder.Path);
        AtomicFile.RemoveLeftovers(_folder.File("nowhere"));

        Assert.Equal([kept], Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }
}
