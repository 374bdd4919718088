using System.CommandLine;
using Kompass.Mining.Improvements.Prediction;
using Kompass.Mining.Improvements.Profiles;

namespace Kompass.Cli.Commands.Learning;

/// <summary><c>kompass train improvements</c> and <c>kompass evaluate improvements</c>.</summary>
internal static class ImprovementCommands
{
    /// <summary>Trains the model and writes it with its figures and its card.</summary>
    public static Command Train(Terminal terminal)
    {
        var folder = Options.Of(
            "--out",
            "DIR",
            "Folder of the model (default: models/improvements of the product)",
            Home.ImprovementsFolder
        );
        return new Command(
            "improvements",
            """
            Train the prediction of improvement areas. The same data give the same bytes.

            Learns from corpus/improvements/outcomes.csv, the labelled records of the dataset and evaluators' feedback; writes
            model, metrics.json and card.md.

            Examples:
              kompass train improvements
              kompass train improvements --data /srv/kompass --out /srv/models/improvements

            Exit status: 0 done; 3 the data cannot be read or the model not be written.
            """
        )
        {
            folder,
        }.Does(
            (result, cancellation) =>
                Train(terminal, result, result.GetValue(folder)!, cancellation)
        );
    }

    /// <summary>Measures by leaving out one municipality at a time.</summary>
    public static Command Evaluate(Terminal terminal)
    {
        var json = Options.Flag("--json", "All figures as JSON");
        return new Command(
            "improvements",
            """
            Measure the prediction of improvement areas by leaving out one municipality at a time.

            Stands against three baselines, with bootstrap intervals; prints all figures and writes them to the dataset's folder
            (evaluation/improvements.json).

            Examples:
              kompass evaluate improvements
              kompass evaluate improvements --json | jq '.cases[0].differences'

            Exit status: 0 done; 3 the data cannot be read.
            """
        )
        {
            json,
        }.Does(
            (result, cancellation) =>
                Evaluate(terminal, result, result.GetValue(json), cancellation)
        );
    }

    private static int Train(
        Terminal terminal,
        ParseResult result,
        string folder,
        CancellationToken cancellation
    )
    {
        var knowledge = Home.Knowledge();
        var source = new SuggestionSource(knowledge, Home.Data(result));
        var trained = Home.ImprovementTrainer(knowledge).Train(source.Known, cancellation);
        ImprovementFiles.Write(folder, trained);
        terminal.Output.Write(MetricsTables.Write(trained.Metrics));
        terminal.Say($"model, metrics.json and card.md are in {folder}");
        return ExitCode.Done;
    }

    private static int Evaluate(
        Terminal terminal,
        ParseResult result,
        bool json,
        CancellationToken cancellation
    )
    {
        var knowledge = Home.Knowledge();
        var data = Home.Data(result);
        var source = new SuggestionSource(knowledge, data);
        var metrics = Home.ImprovementTrainer(knowledge).Measure(source.Known, cancellation);
        var text = ImprovementFiles.JsonOf(metrics);
        var file = ImprovementFiles.WriteEvaluation(data, text);
        terminal.Output.Write(json ? text : MetricsTables.Write(metrics));
        terminal.Say($"the same figures are in {file}");
        return ExitCode.Done;
    }
}
