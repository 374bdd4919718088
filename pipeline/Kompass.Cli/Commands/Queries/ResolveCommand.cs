using System.Text;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Dataset.Versions;
using Kompass.Web;

namespace Kompass.Cli.Commands.Queries;

/// <summary><c>kompass resolve CITATION</c>: the rows that were cited.</summary>
internal static class ResolveCommand
{
    public static Command Make(Terminal terminal)
    {
        var citation = new Argument<string>("CITATION")
        {
            Description = "Id of a citation, or a file with its text",
        };
        return new Command(
            "resolve",
            """
            Print the rows that were cited, as CSV, byte for byte as they were then; and say what differs today: which rows are
            gone or new, and which are changed in what they say or only in where it stands.

            A citation comes of --cite or of the explorer; it holds whatever the dataset has become.

            Examples:
              kompass resolve 1a2b3c4d5e6f > rows.csv
              kompass resolve citation.txt > rows.csv

            Exit status: 0 the rows are those that were cited; 1 they are not (another version of the program may count otherwise); 3 the citation or its
            version is not here.
            """
        )
        {
            citation,
        }.Does(
            (result, cancellation) =>
                Run(terminal, Home.Data(result), result.GetValue(citation)!, cancellation)
        );
    }

    private static async Task<int> Run(
        Terminal terminal,
        DataFolder data,
        string name,
        CancellationToken cancellation
    )
    {
        var citation = new CitationStore(data).Find(name);
        var versions = new VersionStore(data);
        var version = versions.Find(citation.Version);
        var query = StoreQueryCommands
            .All.FirstOrDefault(q => q.Name == citation.Query[0])
            .Make?.Invoke();
        if (query is null && citation.Query is not ["view", _])
        {
            terminal.Say($"{citation.Id}: there is no query {citation.Query[0]} any more");
            return ExitCode.Environment;
        }

        var then = await Rows(versions.Cached(version, cancellation));
        terminal.Output.Write(Encoding.UTF8.GetString(then.ToArray()));
        var hash = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(then.ToArray())
        );
        terminal.Say(
            hash == citation.ResultSha256
                ? $"{citation.Rows} rows of version {version.Short}, the same bytes as cited on {citation.Date}"
                : $"these are not the rows that were cited on {citation.Date}: sha256 {hash}, cited {citation.ResultSha256}"
        );
        terminal.Say(CitedRows.Read(then).Difference(CitedRows.Read(await Rows(data))));
        return hash == citation.ResultSha256 ? ExitCode.Done : ExitCode.Partly;

        Task<MemoryStream> Rows(DataFolder of) =>
            query is null
                ? ViewOf(citation.Query[1], of, cancellation)
                : Task.FromResult(RowsOf(terminal, query, citation, of, cancellation));
    }

    // A view of the explorer, as its CSV.
    private static async Task<MemoryStream> ViewOf(
        string address,
        DataFolder data,
        CancellationToken cancellation
    )
    {
        await using var explorer = await LocalExplorer.StartAsync(
            new ExplorerOptions(data, Home.Knowledge()),
            cancellation
        );
        var csv = await explorer.GetAsync(
            $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}format=csv",
            cancellation
        );
        return new MemoryStream(csv ?? []);
    }

    private static MemoryStream RowsOf(
        Terminal terminal,
        StoreQuery query,
        Citation citation,
        DataFolder data,
        CancellationToken cancellation
    )
    {
        var csv = new MemoryStream();
        using var connection = SqliteStore.OpenForReading(data);
        QueryRunner.Again(
            new Terminal(TextWriter.Null, terminal.Error, false, false),
            query,
            citation.Query,
            connection,
            result => CsvExport.WriteRows(csv, result.Names, result.Rows(cancellation))
        );
        return csv;
    }
}
