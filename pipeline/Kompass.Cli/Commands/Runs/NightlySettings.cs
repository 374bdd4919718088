namespace Kompass.Cli.Commands.Runs;

/// <summary>Options that <c>nightly</c> and <c>retry</c> share.</summary>
internal sealed class NightlySettings
{
    private readonly Option<int> _jobs = Options
        .Of(
            "--jobs",
            "N",
            "Documents read at a time (default: all processors)",
            Environment.ProcessorCount
        )
        .Within(1, 256);

    private readonly LimitOption _limits = new();
    private readonly Option<bool> _noLabels = Home.NoLabelsOption();
    private readonly Option<string?> _corrections = Home.CorrectionsOption();

    private readonly Option<bool> _quiet = QuietOption();

    private readonly Option<LogForm> _log = Options.OneOf(
        "--log",
        "FORM",
        "text, or json: one event a line on standard error",
        LogForm.Text
    );

    private readonly Option<string?> _onAlarm = OnAlarmOption();

    private readonly Option<string?> _lineage = Options.Of<string?>(
        "--lineage",
        "FILE",
        "Append how the run began and ended to this file, as events of OpenLineage 2, one a line"
    );

    private readonly Option<bool> _csv = Options.Flag(
        "--csv",
        "Write the tables as CSV too, into csv/; from then on every run keeps them as the store is"
    );

    private readonly Option<string?> _store = Home.StoreOption(
        "Put the dataset into this PostgreSQL database too, schema kompass: postgres://user@host/database"
    );

    /// <summary><c>--quiet</c>.</summary>
    public static Option<bool> QuietOption() =>
        Options.Flag(
            "--quiet",
            "Say nothing where all is well; a line for each thing that is newly amiss, and one for all that was before"
        );

    /// <summary><c>--on-alarm COMMAND</c>.</summary>
    public static Option<string?> OnAlarmOption() =>
        Options.Of<string?>(
            "--on-alarm",
            "COMMAND",
            "A command that is run where something is newly amiss, with what there is to tell as JSON on its standard input"
        );

    public IEnumerable<Option> All =>
        [
            _jobs,
            _limits.Option,
            _noLabels,
            _corrections,
            _quiet,
            _log,
            _onAlarm,
            _lineage,
            _csv,
            _store,
        ];

    public NightlyJob Of(Terminal terminal, DataFolder data, ParseResult result) =>
        new(
            result.GetValue(_quiet) || result.GetValue(_log) == LogForm.Json
                ? terminal.Quiet()
                : terminal,
            terminal,
            data,
            result.GetValue(_jobs),
            _limits.Of(result),
            !result.GetValue(_noLabels),
            result.GetValue(_corrections),
            result.GetValue(_log),
            result.GetValue(_onAlarm),
            result.GetValue(_lineage),
            result.GetValue(_csv),
            result.GetValue(_store)
        );
}
