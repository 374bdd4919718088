namespace Kompass.Mining.Dataset.Records;

/// <summary>Takes a list of doubtful labels that a person has filled in into the corrections.</summary>
public static class ReviewedLabels
{
    private static readonly string[] Columns = ["report", "path", "value", "reason", "date"];

    /// <summary>
    /// Adds the rows with a value that are not there yet. One that is wrong costs only itself, and what stands in the corrections stays to the byte, right or wrong.
    /// </summary>
    /// <param name="reviewed">The filled-in list, with the columns of the corrections and any others; commas, semicolons or tabs between them.</param>
    /// <param name="corrections">The file of corrections, which need not exist.</param>
    /// <param name="knowledge">Tells which labels there are.</param>
    /// <param name="inForce">Where the file does not exist: the one that it replaces, whose rows it begins with; null for none.</param>
    /// <returns>Number of rows added, and what is wrong with those that were not, by their lines.</returns>
    /// <exception cref="CorpusException">A file is no such list.</exception>
    public static (int Added, IReadOnlyList<string> Refused) Take(
        string reviewed,
        string corrections,
        Knowledge knowledge,
        string? inForce = null
    )
    {
        var start = File.Exists(corrections) ? corrections : inForce ?? corrections;
        var before = Corrections.Read(start, knowledge).Rows;
        var read = Corrections.Read(reviewed, knowledge, isFilledIn: v => v.Length > 0);
        var filled = read
            .All.Where(f =>
                !before.Any(b => (b.Report, b.Path, b.Value) == (f.Report, f.Path, f.Value))
            )
            .ToList();
        if (filled.Count == 0)
        {
            return (0, read.Refused);
        }

        var text = File.Exists(start)
            ? Corrections.TextOf(start)
            : string.Join(',', Columns) + "\n";
        var kept = File.Exists(start) ? File.ReadAllBytes(start) : [];
        if (kept.Length == 0 || !System.Text.Unicode.Utf8.IsValid(kept))
        {
            kept = Encoding.UTF8.GetBytes(text);
        }

        var added = Encoding.UTF8.GetBytes(Lines(text, filled));
        AtomicFile.Write(
            Path.GetFullPath(corrections),
            s =>
            {
                s.Write(kept);
                s.Write(added);
            }
        );
        return (filled.Count, read.Refused);
    }

    // In the form of the file: its columns in their order, what stands between them, its line ends.
    private static string Lines(string text, IEnumerable<Correction> corrections)
    {
        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var separator = CsvRows.SeparatorOf(text);
        var columns = text.Split('\n', 2)[0]
            .Split(separator)
            .Select(c => c.Trim().Trim('"'))
            .ToList();
        var lines = corrections.Select(c =>
            string.Join(separator, columns.Select(column => Cell(ValueOf(c, column), separator)))
            + end
        );
        return (text.EndsWith('\n') ? "" : end) + string.Concat(lines);
    }

    private static string ValueOf(Correction correction, string column) =>
        column switch
        {
            "report" => correction.Report,
            "path" => correction.Path,
            "value" => correction.Value,
            "reason" => correction.Reason,
            "date" => correction.Date,
            _ => "",
        };

    private static string Cell(string value, char separator) =>
        value.AsSpan().IndexOfAny("\"\r\n") >= 0
        || value.Contains(separator, StringComparison.Ordinal)
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;
}
