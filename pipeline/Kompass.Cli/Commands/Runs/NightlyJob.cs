using System.Text.Json;
using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Dataset.Runs;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Fetching;
using Kompass.Mining.Themes;
using Spectre.Console;

namespace Kompass.Cli.Commands.Runs;

/// <summary>One run as a person or a scheduler asked for it.</summary>
/// <param name="loud">Where it says what went wrong.</param>
/// <param name="data">The dataset.</param>
/// <param name="settings">Its options.</param>
/// <param name="result">What they were given.</param>
internal sealed class NightlyJob(
    Terminal loud,
    DataFolder data,
    NightlySettings settings,
    ParseResult result
)
{
    private readonly LogForm _log = result.GetValue(settings.Log);
    private readonly string? _corrections = result.GetValue(settings.Corrections);
    private readonly Alarm _alarm = new(data);

    public Terminal Loud => loud;

    /// <summary>Where it says how it goes; nowhere where it is to be quiet.</summary>
    public Terminal Terminal { get; } =
        result.GetValue(settings.Quiet) || result.GetValue(settings.Log) == LogForm.Json
            ? loud.Quiet()
            : loud;

    public DataFolder Data => data;

    /// <summary>Whether only what is amiss is said.</summary>
    public bool IsQuiet => Terminal != loud;

    /// <summary>Does the work; where something is newly amiss, or it fails, the alarm command is run. Not where somebody stopped it.</summary>
    public Task<int> GuardedAsync(Func<Task<int>> work) =>
        _alarm.GuardAsync(
            loud,
            result.GetValue(settings.OnAlarm),
            async () =>
            {
                try
                {
                    return await work();
                }
                catch (Exception e) when (!Failures.IsInterruption(e))
                {
                    LogEvent(new LogLine("failed", Message: e.Message));
                    throw;
                }
            }
        );

    /// <summary>Fetches first. Where that cannot be done, the inbox is read all the same.</summary>
    public async Task<int> FetchAsync(Func<Task<FetchSummary>> fetch)
    {
        try
        {
            return Report(await fetch());
        }
        catch (Exception e) when (e is CorpusException or DatasetException)
        {
            Fail($"nothing was fetched: {e.Message}");
            return ExitCode.Environment;
        }
    }

    private void Fail(string message)
    {
        LogEvent(new LogLine("failed", Message: message));
        if (_log == LogForm.Text)
        {
            loud.Say(message);
        }

        _alarm.Fail(message);
    }

    /// <summary>Says what would be read.</summary>
    public int Plan(string[] inbox)
    {
        if (IsMissing(inbox))
        {
            return ExitCode.Usage;
        }

        var plan = Make(Home.Knowledge(), labels: false).Plan(inbox);
        loud.Table(
            plan,
            ("would be", p => p.WouldBe),
            ("file", p => Home.Near(p.File)),
            ("why", p => p.Why)
        );
        return ExitCode.Done;
    }

    // Says what fetching noticed.
    private int Report(FetchSummary summary)
    {
        _alarm.Take(summary);
        if (_log == LogForm.Json)
        {
            foreach (var e in summary.Events)
            {
                LogEvent(
                    new LogLine(
                        $"fetch-{e.Notice.ToString().ToLowerInvariant()}",
                        e.Address,
                        Message: e.Message
                    )
                );
            }
        }
        else
        {
            FetchCommand.Report(Terminal, loud, data, summary);
        }

        return summary.HasProblems ? ExitCode.Partly : ExitCode.Done;
    }

    public int RunShard(string[] inbox, Shard shard, CancellationToken cancellation)
    {
        if (IsMissing(inbox))
        {
            return ExitCode.Usage;
        }

        var run = Make(Home.Knowledge(), labels: false);
        var l = run.RunShard(inbox, shard, null, cancellation);
        Terminal.Table(
            [l],
            ("shard", _ => $"{shard.Number}/{shard.Of}"),
            ("seen", b => b.Seen),
            ("extracted", b => b.Extracted),
            ("unchanged", b => b.Unchanged),
            ("set aside", b => b.SetAside)
        );
        return l.SetAside > 0 ? ExitCode.Partly : ExitCode.Done;
    }

    public int Run(
        string[] inbox,
        CancellationToken cancellation,
        Func<NightlyOptions, NightlyOptions>? also = null
    )
    {
        if (IsMissing(inbox))
        {
            return ExitCode.Usage;
        }

        LogEvent(new LogLine("started", Message: string.Join(' ', inbox)));
        var run = Make(Home.Knowledge(), !result.GetValue(settings.NoLabels), also);
        RunSummary Once() => WithProgress(progress => run.Run(inbox, progress, cancellation));
        var summary = result.GetValue(settings.Lineage) is { } file
            ? new LineageFile(file, inbox, data, loud).Follow(Once)
            : Once();
        Report(summary);
        if (
            result.GetValue(settings.Store) is { } address
            && PostgresStore.Write(data, address, cancellation)
        )
        {
            Terminal.Say("the database has the dataset as it is now");
        }

        return summary.Ledger.SetAside > 0 || summary.Problems is { Count: > 0 }
            ? ExitCode.Partly
            : ExitCode.Done;
    }

    private bool IsMissing(string[] inbox)
    {
        foreach (var path in inbox.Where(p => !File.Exists(p) && !Directory.Exists(p)))
        {
            Fail($"{path}: there is no such file or folder");
            return true;
        }

        if (_corrections is not null && !File.Exists(_corrections))
        {
            Fail($"{_corrections}: there is no such file");
            return true;
        }

        return false;
    }

    private NightlyRun Make(
        Knowledge knowledge,
        bool labels,
        Func<NightlyOptions, NightlyOptions>? also = null
    )
    {
        var extractor = Home.Extractor(knowledge, settings.Limits.Of(result));
        var options = new NightlyOptions(
            result.GetValue(settings.Jobs),
            labels ? new RecordLabeller(Home.Themes(knowledge), knowledge, Engines.Learning) : null,
            Corrections.ReadOrKeep(
                Home.CorrectionsFile(data, _corrections),
                knowledge,
                new RecordStore(data.Records),
                NightlyRun.LastCorrections(data)
            ),
            WithCsv: result.GetValue(settings.Csv)
        );
        return new NightlyRun(
            extractor,
            extractor.Fingerprint,
            data,
            TimeProvider.System,
            also?.Invoke(options) ?? options
        );
    }

    private RunSummary WithProgress(Func<IProgress<RunProgress>?, RunSummary> run)
    {
        if (_log == LogForm.Json)
        {
            return run(
                new Told<RunProgress>(p => LogEvent(new LogLine(p.Stage, Done: p.Done, Of: p.Of)))
            );
        }

        if (!Terminal.ErrorIsTerminal)
        {
            return run(null);
        }

        RunSummary? summary = null;
        Terminal
            .Err.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn()
            )
            .Start(context =>
            {
                var task = context.AddTask("reading", maxValue: 1);
                summary = run(
                    new Told<RunProgress>(p =>
                    {
                        task.Description = p.Stage;
                        if (p.Of > 0)
                        {
                            task.MaxValue = p.Of;
                            task.Value = Math.Max(task.Value, p.Done);
                        }
                    })
                );
            });
        return summary!;
    }

    private void Report(RunSummary summary)
    {
        var standing = new StandingList(data).Compare(summary);
        _alarm.Take(standing);
        if (_log == LogForm.Json)
        {
            var newOnes = standing.New.ToHashSet();
            foreach (var s in standing.New.Concat(standing.Lasting))
            {
                LogEvent(
                    new LogLine(
                        s.File is null ? "problem" : "set-aside",
                        s.File,
                        s.Cause,
                        s.Message
                    )
                    {
                        Since = newOnes.Contains(s) ? null : s.Since,
                    }
                );
            }

            LogEvent(new LogLine("ended", Summary: summary));
            return;
        }

        standing.New.ToList().ForEach(s => loud.Say(InWords(s, "set aside")));
        SayLasting(standing.Lasting);
        if (!summary.Ledger.Balances)
        {
            var l = summary.Ledger;
            loud.Say(
                $"the books do not balance: {l.Seen} seen, {l.Extracted} + {l.Unchanged} + {l.SetAside} accounted for; please report this"
            );
        }

        Summarise(summary);
    }

    // Every night the same lines are read by nobody: whoever wants few of them gets one.
    private void SayLasting(IReadOnlyList<Standing> lasting)
    {
        foreach (var s in lasting)
        {
            Terminal.Say(InWords(s, $"set aside since {s.Since:yyyy-MM-dd}"));
        }

        if (IsQuiet && lasting.Count > 0)
        {
            loud.Say(
                $"as before, the oldest since {lasting.Min(s => s.Since):yyyy-MM-dd}: {lasting.Count} set aside or not applied; {data.Quality} tells of each"
            );
        }
    }

    private static string InWords(Standing s, string aside) =>
        s.File is null ? s.Message : $"{aside} ({s.Cause}): {Home.Near(s.File)}: {s.Message}";

    // Of a folder that was moved every document is elsewhere.
    private const int MostNamed = 20;

    // Of a command that is to be typed.
    private string OfData => data.Root == Home.DefaultData ? "" : $" --data {data.Root}";

    private void Summarise(RunSummary summary)
    {
        Terminal.Table(
            [summary],
            ("seen", s => s.Ledger.Seen),
            ("extracted", s => s.Ledger.Extracted),
            ("unchanged", s => s.Ledger.Unchanged),
            ("set aside", s => s.Ledger.SetAside),
            ("reports", s => s.Reports),
            ("records written", s => s.Written),
            ("seconds", s => s.Seconds.ToString("0.00", CultureInfo.InvariantCulture))
        );
        var elsewhere = summary.Documents ?? [];
        foreach (var gone in elsewhere.Take(MostNamed))
        {
            Terminal.Say(
                gone.NewName is { } name ? $"{Home.Near(gone.File)} is {Home.Near(name)} now"
                : gone.Kind == DocumentChangeKind.Overwritten
                    ? $"{Home.Near(gone.File)} holds another report now; what was read of the earlier one stays"
                : gone.Kind == DocumentChangeKind.Withdrawn
                    ? $"{Home.Near(gone.File)} is withdrawn; what was read of it is no longer in the dataset"
                : $"{Home.Near(gone.File)} is there no longer; what was read from it stays"
            );
        }

        if (elsewhere.Count > MostNamed)
        {
            Terminal.Say(
                $"and {elsewhere.Count - MostNamed} more documents that are renamed, overwritten, gone or withdrawn; kompass changes{OfData} names them"
            );
        }

        var told =
            summary.Written > 0 || elsewhere.Count > 0
                ? $"; kompass changes{OfData} tells what is other than before"
                : "";
        Terminal.Say($"records and store are in {data.Root}; start with {data.Quality}{told}");
    }

    private void LogEvent(LogLine line)
    {
        if (_log == LogForm.Json)
        {
            lock (loud)
            {
                loud.Error.WriteLine(
                    JsonSerializer.Serialize(
                        line with
                        {
                            Time = TimeProvider.System.GetUtcNow(),
                        },
                        LogJson.Default.LogLine
                    )
                );
            }
        }
    }
}
