using Kompass.Mining.Fetching;

namespace Kompass.Cli.Commands.Runs;

/// <summary>Options of fetching, which <c>fetch</c> and <c>nightly</c> share.</summary>
internal sealed class FetchSettings
{
    private Option<string?> Sources { get; } =
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

    /// <summary>Works with the run that the options make.</summary>
    public async Task<T> With<T>(DataFolder data, ParseResult result, Func<FetchRun, Task<T>> work)
    {
        var options = Of(result);
        var store = new FetchedStore(data.Fetched);
        var sources = result.GetValue(Sources) ?? Path.Combine(Home.Corpus, "sources.csv");
        using var fetcher = new Fetcher(
            options,
            store.Temporary,
            TimeProvider.System,
            Environment.ProcessId
        );
        return await work(
            new(SourceList.Read(sources), fetcher, store, options, TimeProvider.System)
        );
    }

    private FetchOptions Of(ParseResult result)
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
    private const string About = """
        Fetch what is published at the known sources into the dataset's folder, politely: one request a host at a time,
        robots.txt obeyed, only what changed. nightly reads it from there.

        Examples:
          kompass fetch
          kompass fetch --sources mine.csv --contact text-mining@university.example
          kompass nightly --fetch

        Exit status: 0 all is well; 1 something is wrong with a source, since now or an earlier visit: an address cannot be had, what was
        there is not, a row of the list is no source (all named, and in fetched/fetch.json); 2 wrong usage; 3 the folder cannot be written
        or the sources not read; 130 or 143 stopped by SIGINT or SIGTERM.
        What is wrong is told aloud, and to --on-alarm, when it begins and again after a week; else it is listed with since when.
        """;

    public static Command Make(Terminal terminal)
    {
        var all = Options.Flag("--all", "Visit every source, due or not");
        var quiet = NightlySettings.QuietOption();
        var onAlarm = NightlySettings.OnAlarmOption();
        var settings = new FetchSettings();
        return new Command("fetch", About) { all, quiet, onAlarm }
            .With(settings.All)
            .Does(
                (result, cancellation) =>
                {
                    var data = Home.Data(result);
                    var alarm = new Alarm(data);
                    return alarm.GuardAsync(
                        terminal,
                        result.GetValue(onAlarm),
                        async () =>
                        {
                            var summary = await settings.With(
                                data,
                                result,
                                run =>
                                    run.RunAsync(
                                        result.GetValue(all),
                                        Progress(terminal),
                                        cancellation
                                    )
                            );
                            alarm.Take(summary);
                            return Say(
                                result.GetValue(quiet) ? terminal.Quiet() : terminal,
                                terminal,
                                data,
                                summary
                            );
                        }
                    );
                }
            );
    }

    private static int Say(Terminal terminal, Terminal loud, DataFolder data, FetchSummary summary)
    {
        Report(terminal, loud, data, summary);
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

    /// <summary>Names each source that was visited; null where nobody looks on.</summary>
    public static IProgress<string>? Progress(Terminal terminal) =>
        terminal.ErrorIsTerminal
            ? new Told<string>(source => terminal.Say($"visited {source}"))
            : null;

    /// <summary>Says what was noticed: what is newly amiss to one terminal, the rest to the other, which may be quiet.</summary>
    public static void Report(
        Terminal terminal,
        Terminal loud,
        DataFolder data,
        FetchSummary summary
    )
    {
        foreach (var e in summary.Events.Where(e => !summary.IsTrouble(e)))
        {
            terminal.Say($"{e.Source}: {e.Address}: {e.Message}");
        }

        foreach (var t in summary.News)
        {
            loud.Say(
                $"{(t.IsAlarm ? "ALARM: " : "")}{t.Source}: {t.Address}: {t.Message}{Since(t)}"
            );
        }

        var lasting = summary.Lasting.ToList();
        foreach (var t in lasting)
        {
            terminal.Say($"as before: {t.Source}: {t.Address}: {t.Message}{Since(t)}");
        }

        if (terminal != loud && lasting.Count > 0)
        {
            loud.Say(
                $"as before, the oldest since {lasting.Min(t => t.Since):yyyy-MM-dd}: {Terminal.Counted(lasting.Count, "troubles")} of sources; {new FetchedStore(data.Fetched).Summary} tells of each"
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

        string Since(FetchTrouble t) =>
            t.Since < summary.Started ? $" (since {t.Since:yyyy-MM-dd})" : "";
    }
}
