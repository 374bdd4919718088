using Kompass.Mining.Dataset.Feedback;
using Kompass.Mining.Dataset.Runs;
using Kompass.Mining.Improvements.Feedback;

namespace Kompass.Cli.Commands.Drafts;

/// <summary><c>kompass feedback FILE…</c>: what evaluators made of drafts.</summary>
internal static class FeedbackCommand
{
    public static Command Make(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Edited drafts (.docx; .odt and .doc where LibreOffice is installed)",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = Options.Flag("--json", "JSON Lines");
        var evaluator = Options.Of<string?>(
            "--evaluator",
            "NAME",
            "Who edited the files (default: the name that each document gives)"
        );
        return new Command(
            "feedback",
            """
            Read edited drafts back: which suggestions were kept, edited or removed, and what was added.

            Examples:
              kompass feedback avesta-2014.docx
              kompass feedback returned/*.docx --data /srv/kompass --json

              kompass feedback avesta-anna.docx --evaluator "Anna Ek"

            Tracked changes are read as accepted. Recorded under feedback/ in the dataset; the last reading of each evaluator counts.
            What nobody looked at is skipped, and what cannot be found again for sure is named; neither is taken for a judgement.

            Exit status: 0 all read; 1 some file is no edited draft or cannot be read for sure (named on standard error, the others
            recorded);
            2 wrong usage; 3 the dataset cannot be written.
            """
        )
        {
            files,
            json,
            evaluator,
        }.Does(
            (result, cancellation) =>
                Run(
                    terminal,
                    result.GetValue(files)!,
                    Home.Data(result),
                    result.GetValue(json),
                    result.GetValue(evaluator),
                    cancellation
                )
        );
    }

    private static int Run(
        Terminal terminal,
        string[] files,
        DataFolder data,
        bool json,
        string? evaluator,
        CancellationToken cancellation
    )
    {
        var there = files.ToLookup(File.Exists);
        foreach (var file in there[false])
        {
            terminal.Say($"{file}: filen finns inte");
        }

        if (!there[true].Any())
        {
            return ExitCode.Usage;
        }

        var reader = new FeedbackReader(Home.Knowledge(), TimeProvider.System);
        var feedback = new List<FeedbackRecord>();
        foreach (var file in there[true])
        {
            cancellation.ThrowIfCancellationRequested();
            switch (reader.Read(file, evaluator, cancellation))
            {
                case FeedbackReadout.Read read:
                    feedback.Add(read.Feedback);
                    foreach (var doubt in read.Doubts)
                    {
                        terminal.Say($"{file}: {doubt}");
                    }

                    break;
                case FeedbackReadout.Refused refused:
                    terminal.Say(refused.Message);
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        if (feedback.Count > 0 && !Directory.Exists(data.Root))
        {
            terminal.Say(
                $"{data.Root}: mappen fanns inte och skapas; --data säger var datamängden ligger"
            );
        }

        IReadOnlyList<bool> added =
            feedback.Count > 0 ? new FeedbackRun(data).Add(feedback, cancellation) : [];
        Report(terminal, feedback, added, json);
        return feedback.Count == files.Length ? ExitCode.Done : ExitCode.Partly;
    }

    private static void Report(
        Terminal terminal,
        List<FeedbackRecord> feedback,
        IReadOnlyList<bool> added,
        bool json
    )
    {
        if (json)
        {
            foreach (var record in feedback)
            {
                terminal.Output.WriteLine(FeedbackStore.WriteLine(record));
            }
        }
        else if (feedback.Count > 0)
        {
            terminal.Table(
                feedback.Zip(added, (f, isNew) => (f.Id, isNew, Reading: f.Readings[^1])),
                ("draft", f => f.Id),
                ("file", f => f.Reading.File),
                ("kept", f => Count(f.Reading, SuggestionFate.Kept)),
                ("edited", f => Count(f.Reading, SuggestionFate.Edited)),
                ("removed", f => Count(f.Reading, SuggestionFate.Removed)),
                ("added", f => f.Reading.Added.Count),
                ("skipped", f => Count(f.Reading, SuggestionFate.Skipped)),
                ("unsure", f => Count(f.Reading, SuggestionFate.Unsure)),
                ("evaluator", f => f.Reading.Evaluator),
                ("recorded", f => f.isNew ? "yes" : "already there")
            );
        }
    }

    private static int Count(FeedbackReading reading, SuggestionFate fate) =>
        reading.Outcomes.Count(o => o.Fate == fate);
}
