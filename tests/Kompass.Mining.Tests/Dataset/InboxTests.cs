using Kompass.Mining.Dataset;

namespace Kompass.Mining.Tests.Dataset;

public sealed class InboxTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Folder_GivesItsFilesInOrderWithThoseOfFoldersInIt()
    {
        Write("b.txt", "a.pdf", "under/c.html", "Å.txt");

        Assert.Equal(["a.pdf", "b.txt", "under/c.html", "Å.txt"], Find(""));
    }

    [Theory]
    [InlineData(".hidden")]
    [InlineData("a.expected.json")]
    [InlineData("B.JSON")]
    [InlineData("README.md")]
    [InlineData("under/readme.md")]
    [InlineData(".git/config")]
    public void Folder_LeavesHiddenFilesAndNotesOut(string name)
    {
        Write("a.txt", name);

        Assert.Equal(["a.txt"], Find(""));
    }

    [Theory]
    [InlineData("a.json")]
    [InlineData(".hidden")]
    [InlineData("README.md")]
    public void FileThatIsNamed_IsTakenWhateverItsName(string name)
    {
        Write("other.txt", name);

        Assert.Equal([name], Find(name));
    }

    [Fact]
    public void PathGivenTwice_CountsOnce()
    {
        Write("a.txt", "b.txt");

        Assert.Equal(["a.txt", "b.txt"], Find("", "b.txt", ""));
    }

    [Fact]
    public void PathThatIsNotThere_IsSaid()
    {
        var missing = _folder.File("nowhere");

        var e = Assert.Throws<DatasetException>(() => Inbox.Find([_folder.Path, missing]));

        Assert.Equal($"{missing}: there is no such file or folder", e.Message);
    }

    [Fact]
    public void EmptyFolderOrNoPath_GivesNothing()
    {
        Assert.Empty(Inbox.Find([]));
        Assert.Empty(Inbox.Find([_folder.Path]));
    }

    [Fact]
    public void FolderThatLinksToItself_GivesEachFileOnce()
    {
        Write("in/a.txt");
        Directory.CreateSymbolicLink(_folder.File("in/loop"), _folder.File("in"));

        Assert.Equal(["in/a.txt"], Find("in"));
    }

    [Fact]
    public void FolderThatALinkLeadsTo_IsSearchedOnce()
    {
        Write("in/b/a.txt", "out/c.txt");
        Directory.CreateSymbolicLink(_folder.File("in/a"), _folder.File("in/b"));
        Directory.CreateSymbolicLink(_folder.File("in/x"), _folder.File("out"));

        Assert.Equal(["in/b/a.txt", "in/x/c.txt"], Find("in"));
    }

    private void Write(params string[] names)
    {
        foreach (var name in names)
        {
            _folder.Write(name, "x");
        }
    }

    private IEnumerable<string> Find(params string[] paths) =>
        Inbox
            .Find(paths.Select(p => p.Length == 0 ? _folder.Path : _folder.File(p)))
            .Select(f => Path.GetRelativePath(_folder.Path, f).Replace('\\', '/'));
}
