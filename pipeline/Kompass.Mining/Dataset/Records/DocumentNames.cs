using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Records;

/// <summary>Names documents within the inbox: where somebody's computer keeps them is nobody's business.</summary>
internal static class DocumentNames
{
    /// <summary>The record with its document named from the inbox on, with <c>/</c>; by the file's name alone where it lies in none.</summary>
    /// <param name="record">As extracted.</param>
    /// <param name="inbox">Files and folders that a run was given.</param>
    public static ReportRecord Relative(ReportRecord record, IReadOnlyList<string> inbox) =>
        record with
        {
            Document = record.Document with { File = Relative(record.Document.File, inbox) },
        };

    /// <summary>The name of a document so.</summary>
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
