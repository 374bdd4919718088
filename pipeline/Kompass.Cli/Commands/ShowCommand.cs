using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Dataset.Runs;
using Kompass.Mining.Fetching;
using Kompass.Mining.Reports;

namespace Kompass.Cli.Commands;

/// <summary><c>kompass show ID</c>: a record of the dataset.</summary>
internal sealed class ShowCommand(Terminal terminal)
{
    private readonly Argument<string> _id = new("ID")
    {
        Description = "Id of a report: vasteras-2012",
    };

    private readonly Option<bool> _json = Options.Flag("--json", "The record as JSON");

    private readonly Option<bool> _questions = Options.Flag(
        "--questions",
        "The points of the sub-questions too"
    );

    private readonly Option<string?> _evidence = Options.Of<string?>(
        "--evidence",
        "VALUE",
        $"Where a value stands: {ValuePath.Expected}"
    );

    private readonly Option<string?> _file = Options.Of<string?>(
        "--out",
        "FILE.png",
        "The picture's file (default: <ID>-<VALUE>.png)"
    );

    private readonly Option<string[]> _inbox = Options.Of<string[]>(
        "--inbox",
        "DIR",
        "Where the documents are now (default: where the last run found them)"
    );

    private readonly LimitOption _limits = new();

    public static Command Make(Terminal terminal)
    {
        var show = new ShowCommand(terminal);
        return new Command(
            "show",
            """
            Show a report of the dataset.

            Examples:
              kompass show bjorkvallen-2012
              kompass show bjorkvallen-2012 --questions
              kompass show bjorkvallen-2012 --json
              kompass show bjorkvallen-2012 --evidence areas/3          (a PNG of the page, or the passage of a text)
              kompass show bjorkvallen-2012 --evidence 3/improvement/2 --out here.png

            Exit status: 0 shown; 1 there is no such report or value; 3 the dataset or the document cannot be read.
            """
        )
        {
            show._id,
            show._json,
            show._questions,
            show._evidence,
            show._file,
            show._inbox,
            show._limits.Option,
        }.Does(show.Run);
    }

    private int Run(ParseResult result, CancellationToken cancellation)
    {
        if (result.GetValue(_json) && result.GetValue(_evidence) is not null)
        {
            terminal.Say(
                "--json writes the record, --evidence shows a place: one of them was expected"
            );
            return ExitCode.Usage;
        }

        var data = Home.Data(result);
        if (Find(result.GetValue(_id)!, data) is not { } record)
        {
            return ExitCode.Partly;
        }

        if (result.GetValue(_evidence) is { } value)
        {
            return EvidenceView.Write(
                terminal,
                record,
                value,
                result.GetValue(_file),
                _limits.Of(result).Pdf,
                new DocumentFinder(
                    result.GetValue(_inbox) is { Length: > 0 } given
                        ? given
                        : NightlyRun.LastInbox(data)
                ),
                cancellation
            );
        }

        if (result.GetValue(_json))
        {
            terminal.Output.Write(RecordJson.Write(record));
        }
        else
        {
            ReportView.Write(terminal, record, result.GetValue(_questions));
            var fetched = new FetchedStore(data.Fetched);
            foreach (
                var place in (record.Documents ?? [record.Document])
                    .Select(d => fetched.Find(d.Sha256))
                    .OfType<FetchedDocument>()
                    .SelectMany(d => d.Publications)
            )
            {
                terminal.Output.WriteLine(
                    Invariant(
                        $"published at {place.Address}, fetched {place.First:yyyy-MM-dd}, last seen {place.Last:yyyy-MM-dd}"
                    )
                );
            }
        }

        return ExitCode.Done;
    }

    private ReportRecord? Find(string id, DataFolder data)
    {
        var store = new RecordStore(data.Records);
        if (store.Find(id) is { } record)
        {
            return record;
        }

        var names = store.Names();
        var like = Misspelling.ReportsLike(id, names);
        var hint =
            like.Count > 0 ? $"; did you mean {string.Join(", ", like)}?"
            : names.Count == 0 ? "; run kompass nightly first"
            : "";
        terminal.Say($"{id}: {data.Records} has no such report{hint}");
        return null;
    }
}
