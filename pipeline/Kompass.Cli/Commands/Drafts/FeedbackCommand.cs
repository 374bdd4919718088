using Kompass.Mining.Dataset.Feedback;
using Kompass.Mining.Dataset.Runs;
using Kompass.Mining.Improvements.Feedback;

namespace Kompass.Cli.Commands.Drafts;

/// <summary><c>kompass feedback FILE…</c>: what evaluators made of drafts.</summary>
internal sealed class FeedbackCommand(Terminal terminal)
{
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Edited drafts (.docx; .odt and .doc where LibreOffice is installed)",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _json = Options.Flag("--json", "JSON Lines");

    private readonly Option<bool> _details = Options.Flag(
        "--details",
        "A line a suggestion and added item: what became of it, and its text"
    );

    private readonly Option<string?> _evaluator = Options.Of<string?>(
        "--evaluator",
        "NAME",
        "Who edited the files (default: the name that each document gives)"
    );

    public static Command Make(Terminal terminal)
    {
        var feedback = new FeedbackCommand(terminal);
        return new Command(
            "feedback",
            """
            Read edited drafts back: which suggestions were kept, edited or removed, and what was added.

            Examples:
              kompass feedback avesta-2014.docx
              kompass feedback avesta-2014.docx --details
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
            feedback._files,
            feedback._json,
            feedback._details,
            feedback._evaluator,
        }.Does(feedback.Run);
    }

    private int Run(ParseResult result, CancellationToken cancellation)
    {
        var files = result.GetValue(_files)!;
        var data = Home.Data(result);
        var there = files.ToLookup(File.Exists);
        foreach (var file in there[false])
        {
            terminal.Say($"{file}: filen finns inte");
        }

        if (!there[true].Any())
        {
            return ExitCode.Usage;
        }

        var store = new FeedbackStore(data);
        var feedback = Read(there[true], store, result.GetValue(_evaluator), cancellation);
        if (feedback.Count > 0 && !Directory.Exists(data.Root))
        {
            terminal.Say(
                $"{data.Root}: mappen fanns inte och skapas; --data säger var datamängden ligger"
            );
        }

        IReadOnlyList<bool> added =
            feedback.Count > 0 ? new FeedbackRun(data).Add(feedback, cancellation) : [];
        NameDiffering(feedback, store);
        if (feedback.Count > 0 && result.GetValue(_details) && !result.GetValue(_json))
        {
            Details(feedback);
        }
        else
        {
            Report(feedback, added, result.GetValue(_json));
        }

        return feedback.Count == files.Length ? ExitCode.Done : ExitCode.Partly;
    }

    private List<FeedbackRecord> Read(
        IEnumerable<string> files,
        FeedbackStore store,
        string? evaluator,
        CancellationToken cancellation
    )
    {
        var reader = new FeedbackReader(Home.Knowledge(), TimeProvider.System);
        var feedback = new List<FeedbackRecord>();
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (reader.Read(file, evaluator, cancellation))
            {
                case FeedbackReadout.Read read
                    when OtherEdition(store, feedback, read.Feedback) is { } other:
                    terminal.Say(
                        $"{file}: är utkastet {read.Feedback.Id} i utgåva {read.Feedback.Edition}, men det är redan läst i utgåva {other}; inget är antecknat"
                    );
                    break;
                case FeedbackReadout.Read read:
                    NameSame(file, store, feedback, read.Feedback);
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

        return feedback;
    }

    private void NameSame(
        string file,
        FeedbackStore store,
        List<FeedbackRecord> read,
        FeedbackRecord feedback
    )
    {
        var reading = feedback.Readings[^1];
        if (
            read.Where(f => f.Id == feedback.Id)
                .Append(store.Find(feedback.Id))
                .Select(f => f?.UnderOtherName(reading))
                .FirstOrDefault(r => r is not null) is
            { } same
        )
        {
            terminal.Say(
                $"{file}: samma dokument är redan läst som {same.Evaluator ?? "någon utan namn"}; det räknas en gång, som {reading.Evaluator ?? same.Evaluator}"
            );
        }
    }

    private void NameDiffering(List<FeedbackRecord> feedback, FeedbackStore store)
    {
        foreach (var id in feedback.Select(f => f.Id).Distinct(StringComparer.Ordinal))
        {
            if (store.Find(id)?.Differing is { Count: > 0 } differing)
            {
                terminal.Say(
                    $"{id}: utvärderarnas utkast har olika poäng på {string.Join("; ", differing)}; sådana delfrågor räknas som osäkra"
                );
            }
        }
    }

    // One evaluation is of one edition; sub-questions of two would be counted as one.
    private static string? OtherEdition(
        FeedbackStore store,
        List<FeedbackRecord> read,
        FeedbackRecord feedback
    ) =>
        (store.Find(feedback.Id) ?? read.Find(f => f.Id == feedback.Id)) is { } known
        && known.Edition != feedback.Edition
            ? known.Edition
            : null;

    private void Report(List<FeedbackRecord> feedback, IReadOnlyList<bool> added, bool json)
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

    private void Details(List<FeedbackRecord> feedback) =>
        terminal.Table(
            feedback.SelectMany(f =>
                f.Readings[^1]
                    .Outcomes.Select(o =>
                        (
                            f.Id,
                            o.Kind,
                            o.Question,
                            Fate: o.Fate.ToString().ToLowerInvariant(),
                            Text: o.Text ?? o.Sentence
                        )
                    )
                    .Concat(
                        f.Readings[^1]
                            .Added.Select(a =>
                                (f.Id, a.Kind, Question: a.Question ?? "", Fate: "added", a.Text)
                            )
                    )
            ),
            ("draft", l => l.Id),
            ("list", l => l.Kind.ToString().ToLowerInvariant()),
            ("question", l => l.Question),
            ("outcome", l => l.Fate),
            ("text", l => l.Text)
        );

    private static int Count(FeedbackReading reading, SuggestionFate fate) =>
        reading.Outcomes.Count(o => o.Fate == fate);
}
