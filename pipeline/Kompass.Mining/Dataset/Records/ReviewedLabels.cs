namespace Kompass.Mining.Dataset.Records;

/// <summary>Takes a list of doubtful labels that a person has filled in into the corrections.</summary>
public static class ReviewedLabels
{
    private static readonly string[] Columns = ["report", "path", "value", "reason", "date"];

    /// <summary>Adds the rows with a value that are not there yet; nothing is written where one of them is wrong.</summary>
    /// <param name="reviewed">The filled-in list, with the columns of the corrections and any others.</param>
    /// <param name="corrections">The file of corrections, which need not exist.</param>
    /// <param name="knowledge">Tells which labels there are.</param>
    /// <returns>Number of rows added.</returns>
    /// <exception cref="CorpusException">A file cannot be read, or filled-in rows are wrong; the message names all of them.</exception>
    public static int Take(string reviewed, string corrections, Knowledge knowledge)
    {
        // Read as corrections are, so that what is wrong is said by its line.
        var before = Whole(Corrections.Read(corrections, knowledge), corrections);
        var filled = Whole(
                Corrections.Read(reviewed, knowledge, isFilledIn: v => v.Length > 0),
                reviewed
            )
            .Where(f =>
                !before.Any(b => (b.Report, b.Path, b.Value) == (f.Report, f.Path, f.Value))
            )
            .ToList();
        if (filled.Count == 0)
        {
            return 0;
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
        return filled.Count;
    }

    private static IReadOnlyList<Correction> Whole(Corrections read, string file) =>
        read.Refused.Count == 0
            ? read.All
            : throw new CorpusException(file, string.Join("; ", read.Refused));
}
