namespace Kompass.Mining.Dataset.Store;

/// <summary>Where in a CSV the rows of each report lie.</summary>
internal static class ReportRanges
{
    /// <summary>First byte and length of each report's rows.</summary>
    /// <param name="file">With a header; rows may hold line feeds in quotes.</param>
    /// <param name="reports">How many rows each has, in the order in which they stand.</param>
    /// <exception cref="InvalidDataException">The file has fewer rows.</exception>
    public static Dictionary<string, (long Start, long Length)> Find(
        string file,
        IEnumerable<(string Id, long Rows)> reports
    )
    {
        var found = new Dictionary<string, (long Start, long Length)>(StringComparer.Ordinal);
        using var ends = Ends(file).GetEnumerator();
        var start = Next(ends, file);
        foreach (var (id, rows) in reports)
        {
            var end = start;
            for (var i = 0L; i < rows; i++)
            {
                end = Next(ends, file);
            }

            found[id] = (start, end - start);
            start = end;
        }

        return found;
    }

    private static long Next(IEnumerator<long> ends, string file) =>
        ends.MoveNext()
            ? ends.Current
            : throw new InvalidDataException($"{file}: has fewer rows than the store");

    // One past the line feed of each row, the header's first.
    private static IEnumerable<long> Ends(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        var buffer = new byte[1 << 16];
        var (before, quoted) = (0L, false);
        for (int length; (length = stream.Read(buffer)) > 0; before += length)
        {
            for (var at = 0; at < length; at++)
            {
                var step = buffer.AsSpan(at, length - at).IndexOfAny((byte)'"', (byte)'\n');
                if (step < 0)
                {
                    break;
                }

                at += step;
                quoted ^= buffer[at] == '"';
                if (!quoted && buffer[at] == '\n')
                {
                    yield return before + at + 1;
                }
            }
        }
    }
}
