using System.Diagnostics;
using System.Net.Sockets;
using Kompass.Mining.Documents;

namespace Kompass.Mining.Tests.Documents;

public sealed class RegularFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RegularFile_IsOpened()
    {
        using var stream = RegularFile.Open(_folder.Write("å ä\nö.txt", "innehåll"));
        using var reader = new StreamReader(stream);

        Assert.Equal("innehåll", reader.ReadToEnd());
    }

    [Fact]
    public void NamedPipe_IsNotWaitedFor()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "named pipes are made as on Linux");
        var pipe = _folder.File("rör.txt");
        using (var make = Process.Start("mkfifo", [pipe]))
        {
            make.WaitForExit();
        }

        Assert.Equal("it is a named pipe; only regular files are read", Refused(pipe));
    }

    [Fact]
    public void Socket_IsNotRead()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "sockets are files on Linux");
        var path = _folder.File("s");
        using var socket = new Socket(
            AddressFamily.Unix,
            SocketType.Stream,
            ProtocolType.Unspecified
        );
        socket.Bind(new UnixDomainSocketEndPoint(path));

        Assert.Equal("it is a socket; only regular files are read", Refused(path));
    }

    [Theory]
    [InlineData("/dev/zero", "it is a device; only regular files are read")]
    [InlineData("/dev", "it is a folder; only regular files are read")]
    [InlineData(
        "nowhere",
        "it is a link to nowhere, where there is no file; only regular files are read"
    )]
    [InlineData(
        "link.txt",
        "it is a link to link.txt, where there is no file; only regular files are read"
    )]
    public void LinkToWhatIsNoRegularFile_IsNotRead(string target, string message)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "devices are files on Linux");
        File.CreateSymbolicLink(_folder.File("link.txt"), target);

        Assert.Equal(message, Refused(_folder.File("link.txt")));
    }

    [Fact]
    public void MissingFile_IsSaidAsAlways() =>
        Assert.Throws<FileNotFoundException>(() => RegularFile.Open(_folder.File("nowhere")));

    [Fact]
    public void FileThatGrowsWhileItIsRead_HasAnEnd()
    {
        var file = _folder.Write("a.txt", new string('x', 100));
        using var stream = RegularFile.Open(file);

        File.AppendAllText(file, "mera");

        Assert.Equal(
            Convert.ToHexStringLower(
                System.Security.Cryptography.SHA256.HashData(
                    System.Text.Encoding.UTF8.GetBytes(new string('x', 100))
                )
            ),
            RegularFile.Sha256(stream, 100)
        );
    }

    private static string Refused(string path) =>
        Assert.Throws<IOException>(() => RegularFile.Open(path)).Message;
}
