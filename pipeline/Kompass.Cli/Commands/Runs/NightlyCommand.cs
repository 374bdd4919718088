using Kompass.Mining.Dataset.Runs;
using Kompass.Mining.Documents;
using Kompass.Mining.Fetching;

namespace Kompass.Cli.Commands.Runs;

/// <summary><c>kompass nightly [INBOX…]</c>: the main job.</summary>
internal sealed class NightlyCommand(Terminal terminal)
{
    private readonly Argument<string[]> _inbox = new("INBOX")
    {
        Description =
            "Files and folders (default: corpus/inbox; for a first look, without --fetch, --quiet and a dataset, corpus/samples while that is empty)",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _fetch = Options.Flag(
        "--fetch",
        "Fetch first what is published (see kompass fetch)"
    );

    private readonly Option<bool> _dryRun = Options.Flag(
        "--dry-run",
        "Say what would be read, and write nothing"
    );

    private readonly Option<string?> _shard = Options
        .Of<string?>(
            "--shard",
            "K/N",
            "Read only part K of N of the documents, by their content; several machines may read parts into one folder at a time"
        )
        .Unless(text =>
            Shard.Parse(text) is null
                ? $"--shard takes K/N as 3/8, with K from 1 to N and N up to {Shard.Most}, not {text}"
                : null
        );

    private readonly Option<bool> _merge = Options.Flag(
        "--merge",
        "Make the dataset of what the shards read (any run does; this one reads no new documents but those that no shard read)"
    );

    private readonly FetchSettings _fetching = new();
    private readonly NightlySettings _settings = new();

    public static Command Make(Terminal terminal)
    {
        var nightly = new NightlyCommand(terminal);
        nightly._merge.Validators.Add(result =>
        {
            if (!result.Implicit && result.GetResult(nightly._shard) is { Implicit: false })
            {
                result.AddError("--shard or --merge, not both: first every shard, then one merge");
            }
        });
        return new Command(
            "nightly",
            $"""
            Read every new or changed document under the inbox into the dataset.

            Examples:
              kompass nightly
              kompass nightly ~/rapporter --data /srv/kompass
              kompass nightly --fetch --quiet --on-alarm 'mail -s kompass analyst@example.org'
              kompass nightly inbox --shard 3/8      (each of eight machines its own, then) kompass nightly inbox --merge
              0 2 * * *  {Home.Root}/kompass nightly /srv/inbox --data /srv/kompass --quiet     (crontab)

            Exit status: 0 all read; 1 some documents are set aside (named on standard error and in QUALITY.md), something is wrong
            with a source or some corrections cannot be applied (named with their line), as long as that lasts;
            2 wrong usage; 3 the dataset cannot be written, or the corpus, the sources or the model not read; 130 or 143 stopped by SIGINT or SIGTERM.
            --on-alarm is run for 2 and 3, and for 1 where something was not so at the last run; a source's trouble again after a week.
            """
        )
        {
            nightly._inbox,
            nightly._fetch,
            nightly._dryRun,
            nightly._shard,
            nightly._merge,
        }
            .With([.. nightly._settings.All, .. nightly._fetching.All])
            .Does(nightly.RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellation)
    {
        var data = Home.Data(result);
        var job = new NightlyJob(terminal, data, _settings, result);
        return await job.GuardedAsync(async () =>
        {
            if (result.GetValue(_dryRun))
            {
                await PlanFetchAsync(data, result);
                return job.Plan(Inboxes(job, result));
            }

            if (result.GetValue(_shard) is { } part)
            {
                return job.RunShard(Inboxes(job, result), Shard.Parse(part)!.Value, cancellation);
            }

            var fetched = result.GetValue(_fetch)
                ? await job.FetchAsync(() =>
                    _fetching.With(
                        data,
                        result,
                        run =>
                            run.RunAsync(
                                all: false,
                                FetchCommand.Progress(job.Terminal),
                                cancellation
                            )
                    )
                )
                : ExitCode.Done;
            return Math.Max(fetched, job.Run(Inboxes(job, result), cancellation));
        });
    }

    private async Task PlanFetchAsync(DataFolder data, ParseResult result)
    {
        if (!result.GetValue(_fetch))
        {
            return;
        }

        var due = await _fetching.With(data, result, run => Task.FromResult(run.Due()));
        foreach (var source in due)
        {
            terminal.Say($"would visit {source.Id}: {source.Address}");
        }

        terminal.Say(
            $"{Terminal.Counted(due.Count, "sources")} would be visited first; what they bring would be read too"
        );
    }

    // What was fetched is always part of the inbox.
    private string[] Inboxes(NightlyJob job, ParseResult result)
    {
        var given = result.GetValue(_inbox)!;
        var fetched = new FetchedStore(job.Data.Fetched).Documents;
        var has = Directory.Exists(fetched);
        return
        [
            .. given.Length > 0 ? given : DefaultInbox(job, has, result.GetValue(_fetch)),
            .. has ? new[] { fetched } : [],
        ];
    }

    // Whether there is no dataset yet, or one of that folder only.
    private static bool IsOf(DataFolder data, string folder) =>
        NightlyRun.LastInbox(data) is { Count: > 0 } last
            ? last.All(p => p == Path.GetFullPath(folder))
            : !Directory.Exists(data.Records);

    private static string[] DefaultInbox(NightlyJob job, bool hasFetched, bool fetches)
    {
        var inbox = Path.Combine(Home.Root, "corpus", "inbox");
        string[] known = Directory.Exists(inbox) ? [Home.Near(inbox)] : [];
        if (hasFetched || (known.Length > 0 && Inbox.List(known).Files.Count > 0))
        {
            return known;
        }

        // The samples are for a first look; in a real dataset they would be invented municipalities.
        var samples = Path.Combine(Home.Root, "corpus", "samples");
        var isFirstLook = !fetches && !job.IsQuiet && IsOf(job.Data, samples);
        job.Loud.Say(
            isFirstLook
                ? $"{Home.Near(inbox)} is empty: reading the samples in {Home.Near(samples)} instead. Put reports there, or name a folder."
                : $"{Home.Near(inbox)} is empty: there is nothing to read"
        );
        return isFirstLook ? [Home.Near(samples)] : known;
    }
}

/// <summary><c>kompass retry [CAUSE]</c>: reads again what was set aside.</summary>
internal static class RetryCommand
{
    public static Command Make(Terminal terminal)
    {
        var cause = new Argument<SetAsideCause?>("CAUSE")
        {
            Description =
                $"Only what was set aside for this cause: {string.Join(", ", Enum.GetNames<SetAsideCause>())}",
            Arity = ArgumentArity.ZeroOrOne,
            HelpName = "CAUSE",
            CustomParser = result =>
                Options.Named<SetAsideCause>("CAUSE", result, result.Tokens[0].Value),
        };
        var settings = new NightlySettings();
        return new Command(
            "retry",
            """
            Read again what was set aside, though it did not change: after a tool was installed, a limit raised, a busy night.

            Examples:
              kompass retry
              kompass retry LimitPassed --limit document-seconds=3600

            Exit status: as of kompass nightly; 0 where nothing was set aside.
            """
        )
        {
            cause,
        }
            .With(settings.All)
            .Does(
                (result, cancellation) =>
                {
                    var data = Home.Data(result);
                    var job = new NightlyJob(terminal, data, settings, result);
                    return job.GuardedAsync(() =>
                        Task.FromResult(Retry(job, data, result.GetValue(cause), cancellation))
                    );
                }
            );
    }

    private static int Retry(
        NightlyJob job,
        DataFolder data,
        SetAsideCause? cause,
        CancellationToken cancellation
    )
    {
        var aside = NightlyRun
            .SetAside(data)
            .Where(s => cause is null || s.Cause == cause)
            .ToList();
        var inbox = NightlyRun.LastInbox(data);
        if (aside.Count == 0 || inbox.Count == 0)
        {
            job.Terminal.Say(
                cause is null
                    ? "nothing is set aside"
                    : $"nothing is set aside for the cause {cause}"
            );
            return ExitCode.Done;
        }

        // The whole inbox as the last run had it: documents are named from it on.
        var causes = aside.Select(s => s.Cause).ToHashSet();
        return job.Run([.. inbox], cancellation, options => options with { Retry = causes });
    }
}

/// <summary><c>kompass withdraw NAME</c>: lets go of what was read of a document that is there no longer.</summary>
internal static class WithdrawCommand
{
    public static Command Make(Terminal terminal)
    {
        var name = new Argument<string>("NAME")
        {
            Description =
                "Id of a report, or path of a document, as QUALITY.md names them under Gone",
        };
        var settings = new NightlySettings();
        return new Command(
            "withdraw",
            """
            Let go of what was read of a document that was taken out of the inbox, and run over the inbox as the last run had it.
            Of a report that other documents tell too, what they tell stays. States of the dataset that were cited keep what they had.

            Examples:
              rm inbox/utkast.pdf && kompass withdraw inbox/utkast.pdf
              kompass withdraw avesta-2014

            Exit status: as of kompass nightly; 1 where the dataset has nothing of that name, or the document lies in the inbox still.
            """
        )
        {
            name,
        }
            .With(settings.All)
            .Does(
                (result, cancellation) =>
                {
                    var job = new NightlyJob(terminal, Home.Data(result), settings, result);
                    return job.GuardedAsync(() =>
                        Task.FromResult(Withdraw(job, result.GetValue(name)!, cancellation))
                    );
                }
            );
    }

    private static int Withdraw(NightlyJob job, string name, CancellationToken cancellation)
    {
        var known = NightlyRun.DocumentsOf(job.Data, name).ToLookup(d => d.IsGone);
        foreach (var there in known[false])
        {
            job.Loud.Say(
                $"{Home.Near(there.File)} lies in the inbox still and tells {there.RecordId}; take it out of there to withdraw that"
            );
        }

        if (known.Count == 0)
        {
            job.Loud.Say(
                $"{name}: the dataset has no report of this id and nothing of a document of this path"
            );
        }

        return known.Contains(true)
            ? job.Run(
                [.. NightlyRun.LastInbox(job.Data)],
                cancellation,
                options => options with { Withdrawn = [.. known[true]] }
            )
            : ExitCode.Partly;
    }
}
