using Kompass.Mining.Dataset.Records;
using Kompass.Mining.Themes;

namespace Kompass.Cli.Commands;

/// <summary><c>kompass review labels</c>: the labels that a person should look at, and taking in what she found.</summary>
internal static class ReviewCommand
{
    private const int Most = 50;

    public static Command Make(Terminal terminal) =>
        new("review", "Set right what the machine is unsure of.") { MakeLabels(terminal) };

    private static Command MakeLabels(Terminal terminal)
    {
        var most = Options.Of("--most", "N", "At most so many labels", Most).Within(1, 100_000);
        var take = Options.Of<string?>(
            "--take",
            "FILE",
            "Add the filled-in rows of this file to the corrections"
        );
        var corrections = Options.Of<string?>(
            "--corrections",
            "FILE",
            "With --take: the corrections to add to (default: corrections.csv in the dataset's folder, made where it is missing)"
        );
        return new Command(
            "labels",
            """
            List the doubtful sub-questions and themes of the dataset, as CSV, in the order in which setting them right teaches most:
            the least certain first, and of those what is least alike. Fill in value (what is right; the label given where it is right),
            reason and date, and take the file in (commas or semicolons between columns); the next nightly applies it, and train themes
            learns from it.

            Examples:
              kompass review labels --most 20 > review.csv
              kompass review labels --take review.csv

            Exit status: 0 done; 1 nothing is doubtful, no row was filled in, or one is wrong; 2 wrong usage; 3 the dataset or the file cannot be read.
            """
        )
        {
            most,
            take,
            corrections,
        }.Does(
            (result, _) =>
                result.GetValue(take) is { } file
                    ? Take(terminal, file, Home.Data(result), result.GetValue(corrections))
                    : List(terminal, Home.Data(result), result.GetValue(most))
        );
    }

    private static int List(Terminal terminal, DataFolder data, int most)
    {
        var labels = LabelReview.Of(new RecordStore(data.Records).All());
        if (labels.Count == 0)
        {
            terminal.Say($"no label of the dataset in {data.Records} is in doubt");
            return ExitCode.Partly;
        }

        CsvExport.WriteRecords(
            terminal.Output,
            labels
                .Take(most)
                .Select(l => new Doubtful(
                    l.Report,
                    l.Path,
                    "",
                    "",
                    "",
                    l.Given,
                    l.Probability,
                    l.Or,
                    l.Area,
                    l.List,
                    l.Text
                ))
        );
        terminal.Output.Flush();
        terminal.Say($"{Math.Min(most, labels.Count)} of {labels.Count} labels in doubt");
        return ExitCode.Done;
    }

    private static int Take(Terminal terminal, string file, DataFolder data, string? given)
    {
        // What a reviewer finds in her dataset is no matter of other datasets.
        var corrections = given ?? data.Corrections;
        var isNew = !File.Exists(corrections);
        var inForce = Home.CorrectionsFile(data, given);
        var (taken, refused) = ReviewedLabels.Take(
            file,
            corrections,
            Home.Knowledge(),
            given is null ? inForce : null
        );
        foreach (var row in refused)
        {
            terminal.Say($"{file}: {row}; the row was not taken in");
        }

        terminal.Say(
            taken == 0
                ? $"{file}: no right row has a value that {corrections} has not; nothing was taken in"
                : $"{taken} corrections were added to {corrections}{(isNew && given is null ? $", which this dataset now uses instead of {inForce}" : "")}; kompass nightly{(given is null ? "" : $" --corrections {given}")} applies them"
        );
        return taken == 0 || refused.Count > 0 ? ExitCode.Partly : ExitCode.Done;
    }

    // A row to be filled in.
    private sealed record Doubtful(
        string Report,
        string Path,
        string Value,
        string Reason,
        string Date,
        string Given,
        double? Probability,
        string? Or,
        int Area,
        FindingKind List,
        string Text
    );
}
