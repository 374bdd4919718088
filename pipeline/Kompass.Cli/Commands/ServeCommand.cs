using Kompass.Mining.Dataset.Store;
using Kompass.Web;
using Microsoft.Extensions.Hosting;

namespace Kompass.Cli.Commands;

/// <summary><c>kompass serve</c>: the dataset in a browser.</summary>
internal static class ServeCommand
{
    public static Command Make(Terminal terminal)
    {
        var port = Options
            .Of("--port", "N", "Port of 127.0.0.1; 0 takes a free one", ExplorerOptions.DefaultPort)
            .Within(0, 65535);
        var limits = new LimitOption();
        return new Command(
            "serve",
            $"""
            Show the dataset in a browser, on this machine only: search with counts, reports with their pages, charts, SQL, downloads.

            Nothing is written, and nothing is asked of any other server. Every page's address says what it shows: it can be kept and sent. A nightly
            run that ends while it serves is seen at the next page. Ctrl+C ends it.

            Examples:
              kompass serve
              kompass serve --data /srv/kompass --port {ExplorerOptions.DefaultPort + 1}

            Exit status: 0 ended; 2 wrong usage; 3 there is no dataset, or the port is taken.
            """
        )
        {
            port,
            limits.Option,
        }.Does(
            (result, cancellation) =>
                Run(
                    terminal,
                    new ExplorerOptions(Home.Data(result), Home.Knowledge())
                    {
                        Port = result.GetValue(port),
                        Limits = limits.Of(result).Pdf,
                        Suggestions = new(() => Home.SuggestionTools(limits.Of(result))),
                    },
                    cancellation
                )
        );
    }

    private static async Task<int> Run(
        Terminal terminal,
        ExplorerOptions options,
        CancellationToken cancellation
    )
    {
        // Told here, not on the first page.
        SqliteStore.OpenForReading(options.Data).Dispose();
        await using var app = Explorer.Create(options);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException e)
        {
            terminal.Say(
                $"127.0.0.1:{options.Port} cannot be listened on: {e.Message}; name another with --port"
            );
            return ExitCode.Environment;
        }

        terminal.Say($"the dataset is at {app.Urls.First()}/ until Ctrl+C");
        await app.WaitForShutdownAsync(cancellation);
        return ExitCode.Done;
    }
}
