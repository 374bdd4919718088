using Kompass.Mining.Dataset.Runs;

namespace Kompass.Cli.Commands.Runs;

/// <summary><c>kompass runs</c>: the runs of a dataset.</summary>
internal static class RunsCommand
{
    public static Command Make(Terminal terminal)
    {
        var json = Options.Flag("--json", "JSON Lines, with all that is known of a run");
        return new Command(
            "runs",
            """
            List the runs of a dataset, the newest first.

            Examples:
              kompass runs
              kompass runs --json | jq -r 'select(.summary.ledger.setAside > 0) | .id'

            Exit status: 0 done; 1 there is no run; 3 a run's file is damaged.
            """
        )
        {
            json,
        }.Does((result, _) => Run(terminal, Home.Data(result), result.GetValue(json)));
    }

    private static int Run(Terminal terminal, DataFolder data, bool json)
    {
        var history = new RunHistory(data);
        var ids = history.Ids().Reverse().ToList();
        if (ids.Count == 0)
        {
            terminal.Say(NoRun(data));
            return ExitCode.Partly;
        }

        var runs = ids.Select(i => history.Find(i)).OfType<PastRun>();
        if (json)
        {
            foreach (var run in runs)
            {
                terminal.Output.WriteLine(run.ToJsonLine());
            }
        }
        else
        {
            Write(terminal, runs);
        }

        return ExitCode.Done;
    }

    /// <summary>What is said where nothing ran.</summary>
    public static string NoRun(DataFolder data) =>
        $"{data.Root}: there is no run yet; kompass nightly makes the first one";

    private static void Write(Terminal terminal, IEnumerable<PastRun> runs)
    {
        terminal.Table(
            runs,
            ("run", r => r.Id),
            ("seconds", r => r.Summary.Seconds.ToString("0.00", CultureInfo.InvariantCulture)),
            ("seen", r => r.Summary.Ledger.Seen),
            ("extracted", r => r.Summary.Ledger.Extracted),
            ("unchanged", r => r.Summary.Ledger.Unchanged),
            ("set aside", r => r.Summary.Ledger.SetAside),
            ("reports", r => r.Summary.Reports),
            ("new", r => Count(r, ReportChangeKind.New)),
            ("changed", r => Count(r, ReportChangeKind.Changed)),
            ("removed", r => Count(r, ReportChangeKind.Removed))
        );

        static int Count(PastRun run, ReportChangeKind kind) =>
            run.Changes.Reports.Count(r => r.Kind == kind);
    }
}

/// <summary><c>kompass changes</c>: what runs changed.</summary>
internal static class ChangesCommand
{
    public static Command Make(Terminal terminal)
    {
        var since = Options.Of<string?>(
            "--since",
            "RUN|DAY",
            "All runs after this one, or of this day (as 2026-11-30, UTC) and later (default: the last run only)"
        );
        var json = Options.Flag("--json", "JSON Lines, one run a line");
        return new Command(
            "changes",
            """
            Tell what the last run changed: documents that are new, changed, gone or renamed, and every value that is another, with the reason:
            document, reading (the extraction is another), model, or correction.

            Examples:
              kompass changes
              kompass changes --since 20260102T020000Z
              kompass changes --since 2026-01-02

            Exit status: 0 done; 1 nothing changed; 2 there is no such run; 3 a run's file is damaged.
            """
        )
        {
            since,
            json,
        }.Does(
            (result, _) =>
                Run(terminal, Home.Data(result), result.GetValue(since), result.GetValue(json))
        );
    }

    private static int Run(Terminal terminal, DataFolder data, string? since, bool json)
    {
        var history = new RunHistory(data);
        var ids = history.Ids();
        if (since is not null)
        {
            // The runs of a day come behind its name.
            since = DateOnly.TryParseExact(
                since,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
                ? day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)
                : since;
            if (day == default && !ids.Contains(since, StringComparer.Ordinal))
            {
                terminal.Say(
                    $"{since}: there is no such run; a run (kompass runs lists them) or a day as 2026-11-30 was expected"
                );
                return ExitCode.Usage;
            }
        }

        var runs = history.After(since ?? ids.SkipLast(1).LastOrDefault()).ToList();
        if (runs.Count == 0)
        {
            terminal.Say(
                ids.Count == 0
                    ? RunsCommand.NoRun(data)
                    : $"there is no later run; the last one is {ids[^1]}"
            );
        }

        var changed = false;
        foreach (var run in runs)
        {
            changed |= run.Changes.Documents.Count + run.Changes.Reports.Count > 0;
            if (json)
            {
                terminal.Output.WriteLine(run.ToJsonLine());
            }
            else
            {
                Write(terminal, run);
            }
        }

        return changed ? ExitCode.Done : ExitCode.Partly;
    }

    private static void Write(Terminal terminal, PastRun run)
    {
        List<string[]> rows =
        [
            .. run.Changes.Documents.Select(d =>
                Row(
                    "document",
                    Home.Near(d.File),
                    Name(d.Kind),
                    more: d.NewName is { } name ? Home.Near(name) : ""
                )
            ),
            .. run.Changes.Reports.SelectMany(r =>
                r.Values.Count == 0
                    ?
                    [
                        Row(
                            "report",
                            r.Id,
                            Name(r.Kind),
                            more: r.Kind == ReportChangeKind.Changed
                                ? "notes, sources or prose only"
                                : ""
                        ),
                    ]
                    : r.Values.Select(v =>
                        Row("value", $"{r.Id} {v.Path}", Name(v.Reason), Short(v.Old), Short(v.New))
                    )
            ),
        ];
        if (rows.Count == 0)
        {
            terminal.Say($"{run.Id}: nothing changed");
            return;
        }

        terminal.Table(["run", "what", "which", "how or why", "old", "new", "more"], rows);

        string[] Row(
            string what,
            string which,
            string how,
            string old = "",
            string @new = "",
            string more = ""
        ) => [run.Id, what, which, how, old, @new, more];
    }

    private const int MostCharacters = 80;

    private static string Short(string? text) =>
        text is null ? "–"
        : text.Length > MostCharacters ? text[..MostCharacters] + "…"
        : text;

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
