namespace Kompass.Mining.Tests.Corpus;

/// <summary>A copy of the corpus that a test may damage.</summary>
internal sealed class CorpusCopy : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CorpusCopy()
    {
        foreach (
            var file in Directory
                .GetFiles(Repository.Corpus, "*", SearchOption.AllDirectories)
                .Where(f => !f.StartsWith(Repository.Samples, StringComparison.Ordinal))
        )
        {
            var copy = File(System.IO.Path.GetRelativePath(Repository.Corpus, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            System.IO.File.Copy(file, copy);
        }
    }

    public string Path => _folder.Path;

    public string File(string name) => _folder.File(name);

    public void Write(string name, string text) => _folder.Write(name, text);

    public void Delete(string name) => System.IO.File.Delete(File(name));

    /// <summary>Replaces a piece of a file, which must be there.</summary>
    public void Replace(string name, string old, string @new)
    {
        var text = System.IO.File.ReadAllText(File(name));
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(name, text.Replace(old, @new, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();
}
