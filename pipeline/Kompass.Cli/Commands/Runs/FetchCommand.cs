using System.CommandLine;
using Kompass.Mining.Dataset;
using Kompass.Mining.Fetching;

namespace Kompass.Cli.Commands.Runs;

/// <summary>Options of fetching, which <c>fetch</c> and <c>nightly</c> share.</summary>
internal sealed class FetchSettings
{
    public Option<string?> Sources { get; } =
        Options.Of<string?>(
            "--sources",
            "FILE",
            "Where reports are published (default: corpus/sources.csv)"
        );

    private Option<string[]> AllowHost { get; } =
        Options
            .Of<string[]>(
                "--allow-host",
                "HOST:PORT",
                "A host on a private network or this machine that may be asked; may be given several times"
            )
            .Unless(given =>
                IsHost(given)
                    ? null
                    : $"--allow-host takes HOST:PORT as 127.0.0.1:8080, not {given}"
            );

    private Option<string?> Contact { get; } =
        Options.Of<string?>(
            "--contact",
            "ADDRESS",
            "An address that site owners can write to; sent with every request"
        );

    public IEnumerable<Option> All => [Sources, AllowHost, Contact];

    public FetchOptions Of(ParseResult result)
    {
        var options = new FetchOptions
        {
            AllowedHosts = (result.GetValue(AllowHost) ?? []).ToHashSet(StringComparer.Ordinal),
        };
        return result.GetValue(Contact) is { Length: > 0 } contact
            ? options with
            {
                UserAgent =
                    $"KompassMining/0.1 (+{string.Concat(contact.Where(c => c is > ' ' and < (char)127))}; text mining of Kommunkompassen reports)",
            }
            : options;
    }

    private static bool IsHost(string text) =>
        Uri.TryCreate($"http://{text}/", UriKind.Absolute, out var address)
        && text.EndsWith(
            $":{address.Port.ToString(CultureInfo.InvariantCulture)}",
            StringComparison.Ordinal
        )
        && address.UserInfo.Length == 0;
}

/// <summary><c>kompass fetch</c>: fetches what is published.</summary>
internal static class FetchCommand
{
    public static Command Make(Terminal terminal)
    {
        var all = Options.Flag("--all", "Visit every source, due or not");
        var settings = new FetchSettings();
        return new Command(
            "fetch",
            """
            Fetch what is published at the known sources into the dataset's folder, politely: one request a host at a time,
            robots.txt obeyed, only what changed. nightly reads it from there.

            Examples:
              kompass fetch
              kompass fetch --sources mine.csv --contact text-mining@university.example
              kompass nightly --fetch

            Exit status: 0 all was well; 1 some address could not be had, or a source that used to list documents lists none
            (named on standard error and in fetched/fetch.json); 2 wrong usage; 3 the folder cannot be written or the sources not read.
            """
        )
        {
            all,
        }
            .With(settings.All)
            .Does(
                async (result, cancellation) =>
                {
                    var data = Home.Data(result);
                    var summary = await RunAsync(
                        terminal,
                        data,
                        result.GetValue(settings.Sources),
                        settings.Of(result),
                        result.GetValue(all),
                        cancellation
                    );
                    Report(terminal, terminal, summary);
                    if (summary.Visited == 0)
                    {
                        terminal.Say("no source is due yet (every_days); --all visits them now");
                    }
                    else if (summary.Balance.New > 0)
                    {
                        terminal.Say(
                            $"what is new lies in {new FetchedStore(data.Fetched).Documents}; kompass nightly reads it from there"
                        );
                    }

                    return summary.HasProblems ? ExitCode.Partly : ExitCode.Done;
                }
            );
    }

    /// <summary>Fetches.</summary>
    public static async Task<FetchSummary> RunAsync(
        Terminal terminal,
        DataFolder data,
        string? sourcesFile,
        FetchOptions options,
        bool all,
        CancellationToken cancellation
    )
    {
        var sources = Source.Read(sourcesFile ?? Path.Combine(Home.Corpus, "sources.csv"));
        var store = new FetchedStore(data.Fetched);
        using var fetcher = new Fetcher(
            options,
            store.Temporary,
            TimeProvider.System,
            Environment.ProcessId
        );
        return await new FetchRun(sources, fetcher, store, options, TimeProvider.System).RunAsync(
            all,
            terminal.ErrorIsTerminal ? new Reporter(terminal) : null,
            cancellation
        );
    }

    /// <summary>Says what was noticed: what is amiss to one terminal, the rest to the other, which may be quiet.</summary>
    public static void Report(Terminal terminal, Terminal loud, FetchSummary summary)
    {
        foreach (var e in summary.Events)
        {
            var isProblem =
                e.IsAlarm
                || e.Notice is FetchNotice.Failed or FetchNotice.Refused or FetchNotice.WrongType;
            (isProblem ? loud : terminal).Say(
                $"{(e.IsAlarm ? "ALARM: " : "")}{e.Source}: {e.Address}: {e.Message}"
            );
        }

        var b = summary.Balance;
        terminal.Table(
            [summary],
            ("sources", s => s.Sources),
            ("visited", s => s.Visited),
            ("asked", _ => b.Asked),
            ("new", _ => b.New),
            ("unchanged", _ => b.Unchanged),
            ("gone", _ => b.Gone),
            ("refused", _ => b.Refused),
            ("failed", _ => b.Failed)
        );
    }

    private sealed class Reporter(Terminal terminal) : IProgress<string>
    {
        public void Report(string value) => terminal.Say($"visited {value}");
    }
}
