using System.CommandLine;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Learning;
using Kompass.Mining.Themes;
using Spectre.Console;

namespace Kompass.Cli.Commands;

/// <summary><c>kompass nightly [INBOX…]</c>: the main job.</summary>
internal static class NightlyCommand
{
    public static Command Make(Terminal terminal)
    {
        var inbox = new Argument<string[]>("INBOX")
        {
            Description =
                "Files and folders (default: corpus/inbox, or corpus/samples while that is empty)",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var jobs = new Option<int>("--jobs")
        {
            Description = "Documents read at a time (default: all processors)",
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        jobs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 256)
            {
                result.AddError("--jobs takes a number from 1 to 256");
            }
        });
        var limits = new LimitOption();
        var noLabels = Home.NoLabelsOption();
        var corrections = Home.CorrectionsOption();
        var command = new Command(
            "nightly",
            """
            Read every new or changed document under the inbox into the dataset.

            Examples:
              kompass nightly
              kompass nightly ~/rapporter --data /srv/kompass
              0 2 * * *  cd /srv && kompass nightly /srv/inbox --data /srv/kompass     (crontab)

            Exit status: 0 all read; 1 some documents were set aside (named on standard error and in QUALITY.md)
            or some corrections could not be applied (named with their line);
            2 wrong usage; 3 the dataset cannot be written, or the corpus or the model not read.
            """
        )
        {
            inbox,
            jobs,
            limits.Option,
            noLabels,
            corrections,
        };
        command.SetAction(
            (result, cancellation) =>
                Task.FromResult(
                    Run(
                        terminal,
                        result.GetValue(inbox)!,
                        Home.Data(result),
                        result.GetValue(jobs),
                        limits.Of(result),
                        !result.GetValue(noLabels),
                        result.GetValue(corrections),
                        cancellation
                    )
                )
        );
        return command;
    }

    private static int Run(
        Terminal terminal,
        string[] given,
        DataFolder data,
        int jobs,
        ReadingLimits limits,
        bool withLabels,
        string? correctionsFile,
        CancellationToken cancellation
    )
    {
        var inbox = given.Length > 0 ? given : [DefaultInbox(terminal)];
        foreach (var path in inbox.Where(p => !File.Exists(p) && !Directory.Exists(p)))
        {
            terminal.Say($"{path}: there is no such file or folder");
            return ExitCode.Usage;
        }

        if (correctionsFile is not null && !File.Exists(correctionsFile))
        {
            terminal.Say($"{correctionsFile}: there is no such file");
            return ExitCode.Usage;
        }

        var knowledge = Home.Knowledge();
        var extractor = Home.Extractor(knowledge, limits);
        var run = new NightlyRun(
            extractor,
            extractor.Fingerprint,
            data,
            TimeProvider.System,
            new NightlyOptions(
                jobs,
                withLabels
                    ? new RecordLabeller(Home.Themes(knowledge), knowledge, Engines.Learning)
                    : null,
                Corrections.Read(correctionsFile ?? Home.CorrectionsFile)
            ),
            Derivations(terminal, knowledge, data)
        );
        var summary = WithProgress(terminal, progress => run.Run(inbox, progress, cancellation));
        Report(terminal, summary, data);
        return summary.Ledger.SetAside > 0 || summary.Problems is { Count: > 0 }
            ? ExitCode.Partly
            : ExitCode.Done;
    }

    // A run without suggestions is better than no run.
    private static IReadOnlyList<IDerivation> Derivations(
        Terminal terminal,
        Knowledge knowledge,
        DataFolder data
    )
    {
        try
        {
            return [new SuggestionRun(knowledge, Home.ImprovementModel(knowledge), data)];
        }
        catch (ModelException e)
        {
            terminal.Say($"no suggestions are written: {e.Message}");
            return [];
        }
    }

    private static string DefaultInbox(Terminal terminal)
    {
        var inbox = Path.Combine(Home.Root, "corpus", "inbox");
        if (Directory.Exists(inbox) && Inbox.List([inbox]).Files.Count > 0)
        {
            return Shown(inbox);
        }

        var samples = Path.Combine(Home.Root, "corpus", "samples");
        terminal.Say(
            $"{Shown(inbox)} is empty: reading the samples in {Shown(samples)} instead. Put reports there, or name a folder."
        );
        return Shown(samples);
    }

    private static string Shown(string path) =>
        Path.GetRelativePath(Directory.GetCurrentDirectory(), path) is { } relative
        && !relative.StartsWith("..", StringComparison.Ordinal)
            ? relative
            : path;

    private static RunSummary WithProgress(
        Terminal terminal,
        Func<IProgress<RunProgress>?, RunSummary> run
    )
    {
        if (!terminal.ErrorIsTerminal)
        {
            return run(null);
        }

        RunSummary? summary = null;
        terminal
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

    private static void Report(Terminal terminal, RunSummary summary, DataFolder data)
    {
        foreach (var aside in summary.SetAside)
        {
            terminal.Say($"set aside ({aside.Cause}): {aside.File}: {aside.Message}");
        }

        foreach (var problem in summary.Problems ?? [])
        {
            terminal.Say(problem);
        }

        var l = summary.Ledger;
        terminal.Table(
            [
                "seen",
                "extracted",
                "unchanged",
                "set aside",
                "reports",
                "records written",
                "seconds",
            ],
            [
                [
                    Text(l.Seen),
                    Text(l.Extracted),
                    Text(l.Unchanged),
                    Text(l.SetAside),
                    Text(summary.Reports),
                    Text(summary.Written),
                    summary.Seconds.ToString("0.00", CultureInfo.InvariantCulture),
                ],
            ],
            0,
            1,
            2,
            3,
            4,
            5,
            6
        );
        if (!l.Balances)
        {
            terminal.Say(
                $"the books do not balance: {l.Seen} seen, {l.Extracted} + {l.Unchanged} + {l.SetAside} accounted for; please report this"
            );
        }

        foreach (var derived in summary.Derived ?? [])
        {
            terminal.Say(
                $"{derived.Name}: {derived.Written} written, {derived.Unchanged} unchanged, {derived.Removed} removed{(derived.Skipped.Count > 0 ? $", {derived.Skipped.Count} reports without points to start from" : "")} ({derived.Basis})"
            );
        }

        terminal.Say($"records, store and exports are in {data.Root}; start with {data.Quality}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

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
}
