using System.CommandLine;
using Kompass.Mining.Dataset;
using Kompass.Mining.Reports;

namespace Kompass.Cli.Commands;

/// <summary><c>kompass show ID</c>: a record of the dataset.</summary>
internal static class ShowCommand
{
    public static Command Make(Terminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "Id of a report: vasteras-2012" };
        var json = new Option<bool>("--json") { Description = "The record as JSON" };
        var evidence = new Option<string?>("--evidence")
        {
            Description = $"Where a value stands: {ValuePath.Expected}",
            HelpName = "VALUE",
        };
        var file = new Option<string?>("--out")
        {
            Description = "The picture's file (default: <ID>-<VALUE>.png)",
            HelpName = "FILE.png",
        };
        var inbox = new Option<string[]>("--inbox")
        {
            Description = "Where the documents are now (default: where the last run found them)",
            HelpName = "DIR",
        };
        var limits = new LimitOption();
        var command = new Command(
            "show",
            """
            Show a report of the dataset.

            Examples:
              kompass show bjorkvallen-2012
              kompass show bjorkvallen-2012 --json
              kompass show bjorkvallen-2012 --evidence areas/3          (a PNG of the page, or the passage of a text)
              kompass show bjorkvallen-2012 --evidence 3/improvement/2 --out here.png

            Exit status: 0 shown; 1 there is no such report or value; 3 the dataset or the document cannot be read.
            """
        )
        {
            id,
            json,
            evidence,
            file,
            inbox,
            limits.Option,
        };
        command.SetAction(
            (result, cancellation) =>
                Task.FromResult(
                    Run(
                        terminal,
                        result.GetValue(id)!,
                        Home.Data(result),
                        record =>
                            result.GetValue(evidence) is { } value
                                ? EvidenceView.Write(
                                    terminal,
                                    record,
                                    value,
                                    result.GetValue(file),
                                    limits.Of(result).Pdf,
                                    result.GetValue(inbox) is { Length: > 0 } given
                                        ? new DocumentFinder(given)
                                        : DocumentFinder.Of(Home.Data(result)),
                                    cancellation
                                )
                                : Write(terminal, record, result.GetValue(json))
                    )
                )
        );
        return command;
    }

    private static int Run(
        Terminal terminal,
        string id,
        DataFolder data,
        Func<ReportRecord, int> write
    )
    {
        var store = new RecordStore(data.Records);
        if (store.Find(id) is not { } record)
        {
            var like = store
                .Names()
                .Where(n => n.Contains(id.Split('-')[0], StringComparison.OrdinalIgnoreCase))
                .Take(5)
                .ToList();
            terminal.Say(
                $"{id}: {data.Records} has no such report{(like.Count > 0 ? $"; did you mean {string.Join(", ", like)}?" : store.Names().Count == 0 ? "; run kompass nightly first" : "")}"
            );
            return ExitCode.Partly;
        }

        return write(record);
    }

    private static int Write(Terminal terminal, ReportRecord record, bool json)
    {
        if (json)
        {
            terminal.Output.Write(RecordJson.Write(record));
        }
        else
        {
            ReportView.Write(terminal, record);
        }

        return ExitCode.Done;
    }
}
