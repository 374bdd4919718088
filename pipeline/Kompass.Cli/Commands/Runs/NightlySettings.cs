namespace Kompass.Cli.Commands.Runs;

/// <summary>Options that <c>nightly</c> and <c>retry</c> share.</summary>
internal sealed class NightlySettings
{
    public Option<int> Jobs { get; } =
        Options
            .Of(
                "--jobs",
                "N",
                "Documents read at a time (default: all processors)",
                Environment.ProcessorCount
            )
            .Within(1, 256);

    public LimitOption Limits { get; } = new();
    public Option<bool> NoLabels { get; } = Home.NoLabelsOption();
    public Option<string?> Corrections { get; } = Home.CorrectionsOption();

    public Option<bool> Quiet { get; } = QuietOption();

    public Option<LogForm> Log { get; } =
        Options.OneOf(
            "--log",
            "FORM",
            "text, or json: one event a line on standard error",
            LogForm.Text
        );

    public Option<string?> OnAlarm { get; } = OnAlarmOption();

    public Option<string?> Lineage { get; } =
        Options.Of<string?>(
            "--lineage",
            "FILE",
            "Append how the run began and ended to this file, as events of OpenLineage 2, one a line"
        );

    public Option<bool> Csv { get; } =
        Options.Flag(
            "--csv",
            "Write the tables as CSV too, into csv/; from then on every run keeps them as the store is"
        );

    public Option<string?> Store { get; } =
        Home.StoreOption(
            "Put the dataset into this PostgreSQL database too, schema kompass: postgres://user@host/database"
        );

    public static Option<bool> QuietOption() =>
        Options.Flag(
            "--quiet",
            "Say nothing where all is well; a line for each thing that is newly amiss, and one for all that was before"
        );

    public static Option<string?> OnAlarmOption() =>
        Options.Of<string?>(
            "--on-alarm",
            "COMMAND",
            "A command that is run where something is newly amiss, with what there is to tell as JSON on its standard input"
        );

    public IEnumerable<Option> All =>
        [Jobs, Limits.Option, NoLabels, Corrections, Quiet, Log, OnAlarm, Lineage, Csv, Store];
}
