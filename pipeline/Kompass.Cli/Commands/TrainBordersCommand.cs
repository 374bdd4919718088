using System.CommandLine;
using Kompass.Mining.Dataset;
using Kompass.Mining.Layout.Lists.Training;

namespace Kompass.Cli.Commands;

/// <summary><c>kompass train borders</c>: learns where the items of lists end whose marks are gone.</summary>
internal static class TrainBordersCommand
{
    public static Command Make(Terminal terminal)
    {
        var output = new Option<string?>("--out", "--output")
        {
            Description = "Folder to write to (default: models/borders)",
            HelpName = "FOLDER",
        };
        var command = new Command(
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
            """
        )
        {
            output,
        };
        command.SetAction(
            (result, cancellation) =>
                Task.FromResult(
                    Run(
                        terminal,
                        result.GetValue(output) ?? Path.GetDirectoryName(Home.BorderModelFile)!,
                        cancellation
                    )
                )
        );
        return command;
    }

    private static int Run(Terminal terminal, string folder, CancellationToken cancellation)
    {
        var (model, metrics) = new BorderTrainer(
            Home.Knowledge(),
            Engines.Learning,
            new BorderTrainingOptions()
        ).Train(cancellation);
        var bytes = model.ToBytes();
        Write(Path.Combine(folder, "model.bin"), bytes);
        Write(Path.Combine(folder, "metrics.json"), BorderCard.Json(metrics));
        Write(Path.Combine(folder, "card.md"), BorderCard.Text(model, metrics));
        terminal.Output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{model.Id}\t{model.Header.Engine}\t{model.Header.Data}\t{bytes.Length} bytes\t{folder}"
            )
        );
        return ExitCode.Done;
    }

    private static void Write(string file, byte[] bytes) =>
        AtomicFile.Write(file, stream => stream.Write(bytes));
}
