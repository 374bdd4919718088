namespace Kompass.Mining.Corpus;

/// <summary>A file of <c>corpus/</c> is missing or does not say what it must. The message names the file and what was expected.</summary>
public sealed class CorpusException : Exception
{
    /// <summary>A fault in a file.</summary>
    public CorpusException(string file, string problem, Exception? inner = null)
        : base($"{file}: {problem}", inner) => File = file;

    /// <summary>The file or folder at fault.</summary>
    public string File { get; }
}
