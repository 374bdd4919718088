using Kompass.Mining.Improvements.Prediction;
using Kompass.Mining.Improvements.Profiles;

namespace Kompass.Cli.Commands.Learning;

/// <summary><c>kompass evaluate improvements</c>: measures by leaving out one municipality at a time.</summary>
internal static class EvaluateImprovementsCommand
{
    public static Command Make(Terminal terminal)
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
            {
                var knowledge = Home.Knowledge();
                var data = Home.Data(result);
                var metrics = Home.ImprovementTrainer(knowledge)
                    .Measure(new SuggestionSource(knowledge, data).Learned, cancellation);
                var file = Path.Combine(data.Root, "evaluation", "improvements.json");
                AtomicFile.WriteText(file, metrics.ToJson());
                terminal.Output.Write(
                    result.GetValue(json) ? metrics.ToJson() : MetricsTables.Write(metrics)
                );
                terminal.Say($"the same figures are in {file}");
                return ExitCode.Done;
            }
        );
    }
}
