namespace Kompass.Mining.Dataset.Records;

/// <summary>Takes a list of doubtful labels that a person has filled in into the corrections.</summary>
public static class ReviewedLabels
{
    private static readonly string[] Columns = ["report", "path", "value", "reason", "date"];

    /// <summary>Adds the rows with a value that are not there yet. One that is wrong costs only itself, and what stands in the corrections stays, right or wrong.</summary>
    /// <param name="reviewed">The filled-in list, with the columns of the corrections and any others.</param>
    /// <param name="corrections">The file of corrections, which need not exist.</param>
    /// <param name="knowledge">Tells which labels there are.</param>
    /// <returns>Number of rows added, and what is wrong with those that were not, by their lines.</returns>
    /// <exception cref="CorpusException">A file is no such list.</exception>
    public static (int Added, IReadOnlyList<string> Refused) Take(
        string reviewed,
        string corrections,
        Knowledge knowledge
    )
    {
        var before = Corrections.Read(corrections, knowledge).Rows;
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

        using var stream = new MemoryStream();
        CsvExport.WriteRows(
            stream,
            Columns,
            before
                .Concat(filled)
                .Select(c => new object?[] { c.Report, c.Path, c.Value, c.Reason, c.Date })
        );
        var bytes = stream.ToArray();
        AtomicFile.Write(Path.GetFullPath(corrections), s => s.Write(bytes));
        return (filled.Count, read.Refused);
    }
}
