using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Runs;

namespace Kompass.Mining.Tests.Dataset.Runs;

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

        var e = Assert.Throws<DatasetException>(() => Inbox.List([_folder.Path, missing]));

        Assert.Equal($"{missing}: there is no such file or folder", e.Message);
    }

    [Fact]
    public void EmptyFolderOrNoPath_GivesNothing()
    {
        Assert.Empty(Inbox.List([]).Files);
        Assert.Empty(Inbox.List([_folder.Path]).Files);
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

        // A link out of the inbox is followed where its target is named too.
        Assert.Equal(["in/b/a.txt"], Find("in"));
        Assert.Equal(["in/b/a.txt", "out/c.txt"], Find("in", "out"));
    }

    [Fact]
    public void LinkThatLeadsOutOrNowhere_IsNamed()
    {
        Write("in/a.txt", "out/c.txt");
        Directory.CreateSymbolicLink(_folder.File("in/folder"), "../out");
        File.CreateSymbolicLink(_folder.File("in/file.txt"), "../out/c.txt");
        File.CreateSymbolicLink(_folder.File("in/loop.txt"), "loop.txt");
        File.CreateSymbolicLink(_folder.File("in/within.txt"), "a.txt");

        var listing = Inbox.List([_folder.File("in")]);

        Assert.Equal(
            ["a.txt", "loop.txt", "within.txt"],
            listing.Files.Select(f => Path.GetFileName(f))
        );
        Assert.Equal(
            [
                $"file.txt is a link to {_folder.File("out/c.txt")}, out of the inbox, and is not followed; name that path too if it is meant",
                $"folder is a link to {_folder.File("out")}, out of the inbox, and is not followed; name that path too if it is meant",
            ],
            listing.NotFollowed.Select(s => $"{Path.GetFileName(s.File)} {s.Message}")
        );
    }

    [Fact]
    public void InboxThatIsItselfALink_IsSearched()
    {
        Write("real/a.txt");
        Directory.CreateSymbolicLink(_folder.File("in"), "real");

        Assert.Equal(["in/a.txt"], Find("in"));
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
            .List(paths.Select(p => p.Length == 0 ? _folder.Path : _folder.File(p)))
            .Files.Select(f => Path.GetRelativePath(_folder.Path, f).Replace('\\', '/'));
}
