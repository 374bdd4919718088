using System.Text.Json;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Dataset.Runs;
using Kompass.Mining.Dataset.Store;
using Kompass.Mining.Documents;
using Kompass.Mining.Fetching;
using Kompass.Mining.Themes;
using Spectre.Console;

namespace Kompass.Cli.Commands.Runs;

/// <summary>One run as a person or a scheduler asked for it.</summary>
/// <param name="Terminal">Where it says how it goes; nowhere where it is to be quiet.</param>
/// <param name="Loud">Where it says what went wrong.</param>
/// <param name="Data">The dataset.</param>
/// <param name="Jobs">Documents at a time.</param>
/// <param name="Limits">Of reading.</param>
/// <param name="WithLabels">Whether findings are labelled.</param>
/// <param name="CorrectionsFile">Or null for that of the corpus.</param>
/// <param name="Log">How it tells.</param>
/// <param name="OnAlarm">A command, or null.</param>
/// <param name="Lineage">A file for events of lineage, or null.</param>
/// <param name="WithCsv">Whether the dataset gets CSVs too.</param>
/// <param name="Store">The address of a database that gets the dataset too, or null.</param>
internal sealed record NightlyJob(
    Terminal Terminal,
    Terminal Loud,
    DataFolder Data,
    int Jobs,
    ReadingLimits Limits,
    bool WithLabels,
    string? CorrectionsFile,
    LogForm Log,
    string? OnAlarm,
    string? Lineage,
    bool WithCsv,
    string? Store
)
{
    /// <summary>Does the work; where its exit status is not 0, or it fails, the alarm command is run.</summary>
    public async Task<int> GuardedAsync(Func<Task<int>> work)
    {
        try
        {
            var exit = await work();
            if (exit is not (ExitCode.Done or ExitCode.Usage))
            {
                AlarmCommand.Run(
                    Loud,
                    OnAlarm,
                    File.Exists(Data.Run) ? await File.ReadAllTextAsync(Data.Run) : "{}"
                );
            }

            return exit;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogEvent(new LogLine("failed", Message: e.Message));
            AlarmCommand.Run(
                Loud,
                OnAlarm,
                JsonSerializer.Serialize(
                    new LogLine("failed", Message: e.Message),
                    LogJson.Default.LogLine
                )
            );
            throw;
        }
    }

    /// <summary>Says what would be read.</summary>
    public int Plan(string[] inbox)
    {
        if (IsMissing(inbox))
        {
            return ExitCode.Usage;
        }

        var plan = Make(Home.Knowledge(), labels: false).Plan(inbox);
        Loud.Table(
            plan,
            ("would be", p => p.WouldBe),
            ("file", p => Home.Near(p.File)),
            ("why", p => p.Why)
        );
        return ExitCode.Done;
    }

    /// <summary>Says what fetching noticed.</summary>
    public int Report(FetchSummary summary)
    {
        if (Log == LogForm.Json)
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
            FetchCommand.Report(Terminal, Loud, summary);
        }

        return summary.HasProblems ? ExitCode.Partly : ExitCode.Done;
    }

    /// <summary>Reads one shard.</summary>
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

    /// <summary>Runs.</summary>
    public int Run(
        string[] inbox,
        CancellationToken cancellation,
        IReadOnlySet<SetAsideCause>? retry = null
    )
    {
        if (IsMissing(inbox))
        {
            return ExitCode.Usage;
        }

        LogEvent(new LogLine("started", Message: string.Join(' ', inbox)));
        var run = Make(Home.Knowledge(), WithLabels, retry);
        RunSummary Once() => WithProgress(progress => run.Run(inbox, progress, cancellation));
        var summary = Lineage is { } file
            ? new LineageFile(file, inbox, Data, Loud).Follow(Once)
            : Once();
        Report(summary);
        if (Store is { } address && PostgresStore.Write(Data, address, cancellation))
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
            Loud.Say($"{path}: there is no such file or folder");
            return true;
        }

        if (CorrectionsFile is not null && !File.Exists(CorrectionsFile))
        {
            Loud.Say($"{CorrectionsFile}: there is no such file");
            return true;
        }

        return false;
    }

    private NightlyRun Make(
        Knowledge knowledge,
        bool labels,
        IReadOnlySet<SetAsideCause>? retry = null
    )
    {
        var extractor = Home.Extractor(knowledge, Limits);
        return new NightlyRun(
            extractor,
            extractor.Fingerprint,
            Data,
            TimeProvider.System,
            new NightlyOptions(
                Jobs,
                labels
                    ? new RecordLabeller(Home.Themes(knowledge), knowledge, Engines.Learning)
                    : null,
                Corrections.Read(CorrectionsFile ?? Home.CorrectionsFile, knowledge),
                retry,
                WithCsv
            )
        );
    }

    private RunSummary WithProgress(Func<IProgress<RunProgress>?, RunSummary> run)
    {
        if (Log == LogForm.Json)
        {
            return run(new EventLog(this));
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
                summary = run(new Reporter(task));
            });
        return summary!;
    }

    private void Report(RunSummary summary)
    {
        if (Log == LogForm.Json)
        {
            foreach (var aside in summary.SetAside)
            {
                LogEvent(new LogLine("set-aside", aside.File, aside.Cause, aside.Message));
            }

            foreach (var problem in summary.Problems ?? [])
            {
                LogEvent(new LogLine("problem", Message: problem));
            }

            LogEvent(new LogLine("ended", Summary: summary));
            return;
        }

        foreach (var aside in summary.SetAside)
        {
            Loud.Say($"set aside ({aside.Cause}): {Home.Near(aside.File)}: {aside.Message}");
        }

        foreach (var problem in summary.Problems ?? [])
        {
            Loud.Say(problem);
        }

        if (!summary.Ledger.Balances)
        {
            var l = summary.Ledger;
            Loud.Say(
                $"the books do not balance: {l.Seen} seen, {l.Extracted} + {l.Unchanged} + {l.SetAside} accounted for; please report this"
            );
        }

        Summarise(summary);
    }

    // Of a folder that was moved every document is elsewhere.
    private const int MostNamed = 20;

    // Of a command that is to be typed.
    private string OfData => Data.Root == Home.DefaultData ? "" : $" --data {Data.Root}";

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
                gone.NewName is { } name
                    ? $"{Home.Near(gone.File)} is {Home.Near(name)} now"
                    : $"{Home.Near(gone.File)} is there no longer; what was read from it stays"
            );
        }

        if (elsewhere.Count > MostNamed)
        {
            Terminal.Say(
                $"and {elsewhere.Count - MostNamed} more documents that are renamed or gone; kompass changes{OfData} names them"
            );
        }

        Terminal.Say(
            $"records and store are in {Data.Root}; start with {Data.Quality}; kompass changes{OfData} tells what is other than before"
        );
    }

    private void LogEvent(LogLine line)
    {
        if (Log == LogForm.Json)
        {
            lock (Loud)
            {
                Loud.Error.WriteLine(
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

    private sealed class Reporter(ProgressTask task) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            task.Description = value.Stage;
            if (value.Of > 0)
            {
                task.MaxValue = value.Of;
                task.Value = Math.Max(task.Value, value.Done);
            }
        }
    }

    private sealed class EventLog(NightlyJob job) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) =>
            job.LogEvent(new LogLine(value.Stage, Done: value.Done, Of: value.Of));
    }
}
