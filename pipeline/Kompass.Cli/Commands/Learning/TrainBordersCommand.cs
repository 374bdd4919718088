using System.CommandLine;
using Kompass.Mining.Layout.Lists.Training;

namespace Kompass.Cli.Commands.Learning;

/// <summary><c>kompass train borders</c>: learns where the items of lists end whose marks are gone.</summary>
internal static class TrainBordersCommand
{
    public static Command Make(Terminal terminal) =>
        TrainCommand.IntoFolder(
            terminal,
            "borders",
            """
            Train the model that tells where the findings of a transcript end, and measure it. The same data give the same bytes.

            Learns from lists put together of corpus/training, whose borders, columns and kinds are known; one example in six and
            several kinds of damage are kept apart to measure it. Writes model.bin, metrics.json and card.md. The model is built into
            the program, so that what is read changes only when it is built anew.

            Examples:
              kompass train borders
              kompass train borders --out /tmp/borders

            Exit status: 0 trained; 2 wrong usage; 3 the corpus cannot be read or the model not written; 130 interrupted.
            """,
            Home.BorderModelFile,
            cancellation =>
            {
                var (model, metrics) = new BorderTrainer(
                    Home.Knowledge(),
                    Engines.Learning,
                    new BorderTrainingOptions()
                ).Train(cancellation);
                return (
                    model,
                    [
                        ("metrics.json", BorderCard.Json(metrics)),
                        ("card.md", BorderCard.Text(model, metrics)),
                    ]
                );
            }
        );
}
