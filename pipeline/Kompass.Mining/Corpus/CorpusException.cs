namespace Kompass.Mining.Corpus;

/// <summary>A file of <c>corpus/</c> is missing or does not say what it must. The message names the file and what was expected.</summary>
/// <param name="file">The file or folder at fault.</param>
/// <param name="problem">What is wrong with it.</param>
/// <param name="inner">What it came of, or null.</param>
public sealed class CorpusException(string file, string problem, Exception? inner = null)
    : Exception($"{file}: {problem}", inner)
{
    /// <summary>The file or folder at fault.</summary>
    public string File => file;
}
