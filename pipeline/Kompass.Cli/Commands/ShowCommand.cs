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
        var command = new Command(
            "show",
            """
            Show a report of the dataset.

            Examples:
              kompass show bjorkvallen-2012
              kompass show bjorkvallen-2012 --json

            Exit status: 0 shown; 1 there is no such report; 3 the dataset cannot be read.
            """
        )
        {
            id,
            json,
        };
        command.SetAction(result =>
            Run(terminal, result.GetValue(id)!, result.GetValue(json), Home.Data(result))
        );
        return command;
    }

    private static int Run(Terminal terminal, string id, bool json, DataFolder data)
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
