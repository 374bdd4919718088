namespace Kompass.Mining.Dataset.Records;

/// <summary>Names documents within the inbox: where somebody's computer keeps them is nobody's business.</summary>
internal static class DocumentNames
{
    /// <summary>The name of a document from the inbox on, with <c>/</c>; the file's name alone where it lies in none.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="inbox">Files and folders that a run was given.</param>
    public static string Relative(string file, IReadOnlyList<string> inbox)
    {
        var full = Path.GetFullPath(file);
        var name = inbox
            .Select(root => Path.GetRelativePath(Path.GetFullPath(root), full))
            .Where(n =>
                n != "." && !n.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(n)
            )
            .DefaultIfEmpty(Path.GetFileName(full))
            .MinBy(n => n.Length)!;
        return name.Replace('\\', '/');
    }
}
