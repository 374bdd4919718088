using Kompass.Mining.Dataset.Runs;
using Kompass.Mining.Reports;
using Kompass.Mining.Themes;

namespace Kompass.Cli.Commands;

/// <summary><c>kompass extract PATH…</c>: reads documents and prints what stands in them.</summary>
internal sealed class ExtractCommand(Terminal terminal)
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files and folders",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _json = Options.Flag(
        "--json",
        "One record a line, JSON (docs/record.md)"
    );

    private readonly LimitOption _limits = new();
    private readonly Option<bool> _noLabels = Home.NoLabelsOption();

    public static Command Make(Terminal terminal)
    {
        var extract = new ExtractCommand(terminal);
        return new Command(
            "extract",
            """
            Read reports and print what stands in them: scores, findings, notes.

            Examples:
              kompass extract report.txt
              kompass extract --json corpus/samples | jq .total.value
              kompass extract --limit seconds=60 --limit pages=500 long.pdf

            Exit status: 0 all read; 1 some document could not be read (named on standard error); 2 wrong usage; 3 the corpus or the model cannot be read.
            """
        )
        {
            extract._paths,
            extract._json,
            extract._limits.Option,
            extract._noLabels,
        }.Does(extract.Run);
    }

    private int Run(ParseResult result, CancellationToken cancellation)
    {
        var there = result.GetValue(_paths)!.ToLookup(p => File.Exists(p) || Directory.Exists(p));
        foreach (var path in there[false])
        {
            terminal.Say($"{path}: there is no such file or folder");
        }

        if (!there[true].Any())
        {
            return ExitCode.Usage;
        }

        var listing = Inbox.List(there[true]);
        foreach (var left in listing.NotFollowed)
        {
            terminal.Say($"{left.File}: {left.Message}");
        }

        if (listing.Files.Count == 0)
        {
            terminal.Say($"{string.Join(", ", there[true])}: holds no document");
            return ExitCode.Partly;
        }

        var knowledge = Home.Knowledge();
        var extractor = Home.Extractor(knowledge, _limits.Of(result));
        var labeller = result.GetValue(_noLabels)
            ? null
            : new RecordLabeller(Home.Themes(knowledge), knowledge, Engines.Learning);
        var aside = listing.NotFollowed.Count + there[false].Count();
        foreach (
            var reading in listing
                .Files.AsParallel()
                .AsOrdered()
                .WithCancellation(cancellation)
                .Select(f => Labelled(extractor.Extract(f, cancellation), labeller))
        )
        {
            if (reading is ReportReading.Read read)
            {
                Write(read.Record, result.GetValue(_json));
            }
            else if (reading is ReportReading.NotRead { SetAside: var reason })
            {
                aside++;
                terminal.Say($"{reason.File}: {reason.Message}");
            }
        }

        terminal.Output.Flush();
        return aside > 0 ? ExitCode.Partly : ExitCode.Done;
    }

    private void Write(ReportRecord record, bool json)
    {
        if (json)
        {
            terminal.Output.WriteLine(RecordJson.WriteLine(record));
        }
        else
        {
            ReportView.Write(terminal, record);
        }
    }

    private static ReportReading Labelled(ReportReading reading, RecordLabeller? labeller) =>
        reading is ReportReading.Read read && labeller is not null
            ? read with
            {
                Record = labeller.Label(read.Record),
            }
            : reading;
}
