namespace Kompass.Mining.Learning;

/// <summary>A model cannot be used: it is damaged, or was made for other code, data or another edition. The message says which, and what to do.</summary>
public sealed class ModelException(string file, string problem, Exception? inner = null)
    : Exception($"{file}: {problem}", inner)
{
    /// <summary>The model's file.</summary>
    public string File { get; } = file;
}
