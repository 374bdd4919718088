namespace Kompass.Mining.Fetching;

/// <summary>A row that is no source.</summary>
/// <param name="File">Where it stands.</param>
/// <param name="Line">Its last line, the header being 1.</param>
/// <param name="Message">What is wrong and what was expected.</param>
public sealed record SourceMistake(string File, long Line, string Message);

/// <summary>The sources that a file names, and the rows of it that are none: one wrong row does not cost the others.</summary>
/// <param name="Sources">In order of the file, each id once.</param>
/// <param name="Mistakes">In order of the file.</param>
public sealed record SourceList(
    IReadOnlyList<Source> Sources,
    IReadOnlyList<SourceMistake> Mistakes
)
{
    private const string Header = "id,kind,url,pattern,municipality_code,year,every_days";

    private static readonly string[] Needed = ["id", "kind", "url"];

    /// <summary>Reads a file with the columns <c>id, kind, url</c> and, where there are any, <c>pattern, municipality_code, year, every_days</c>.</summary>
    /// <exception cref="CorpusException">The file is missing, without these columns or without a row, or no CSV.</exception>
    public static SourceList Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new CorpusException(
                file,
                "is missing; the list of sources was expected there (--sources names another)"
            );
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var mistakes = new List<SourceMistake>();
        var sources = CsvRows.Read(
            file,
            row =>
            {
                if (Needed.FirstOrDefault(n => !row.TryGetFieldIndex(n, out _)) is { } missing)
                {
                    throw new CorpusException(
                        file,
                        $"line 1: the header is '{string.Join(',', row.Headers.ToArray())}' and has no column {missing}; {Header}, parted by commas, was expected"
                    );
                }

                try
                {
                    var source = Source.Of(row);
                    return seen.Add(source.Id)
                        ? source
                        : throw new FormatException($"id '{source.Id}' is there twice");
                }
                catch (FormatException e)
                {
                    mistakes.Add(new SourceMistake(file, row.LineNumber, e.Message));
                    return null;
                }
            }
        );
        return sources.Count > 0
            ? new SourceList([.. sources.OfType<Source>()], mistakes)
            : throw new CorpusException(
                file,
                $"names no source; the header {Header} and a row a source were expected"
            );
    }
}
