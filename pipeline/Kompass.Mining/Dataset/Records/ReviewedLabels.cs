using Kompass.Mining.Corpus;

namespace Kompass.Mining.Dataset.Records;

/// <summary>Takes a list of doubtful labels that a person has filled in into the corrections.</summary>
public static class ReviewedLabels
{
    private static readonly string[] Columns = ["report", "path", "value", "reason", "date"];

    /// <summary>Adds the rows with a value; nothing is written where one of them is wrong.</summary>
    /// <param name="reviewed">The filled-in list, with the columns of the corrections and any others.</param>
    /// <param name="corrections">The file of corrections, which need not exist.</param>
    /// <returns>Number of rows added.</returns>
    /// <exception cref="CorpusException">A file cannot be read, or a filled-in row lacks its reason or date.</exception>
    public static int Take(string reviewed, string corrections)
    {
        // Read as corrections are, so that what is wrong is said by its line.
        var filled = Corrections.Read(reviewed, isFilledIn: v => v.Length > 0).All;
        if (filled.Count == 0)
        {
            return 0;
        }

        var before = Corrections.Read(corrections).All;
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
}
