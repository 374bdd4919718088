using System.CommandLine;
using Kompass.Mining.Dataset;
using Kompass.Mining.Trust.Training;

namespace Kompass.Cli.Commands;

/// <summary><c>kompass train trust</c>: learns how probable it is that a value was read rightly.</summary>
internal static class TrainTrustCommand
{
    public static Command Make(Terminal terminal)
    {
        var output = new Option<string?>("--out", "--output")
        {
            Description = "Folder to write to (default: models/trust)",
            HelpName = "FOLDER",
        };
        var command = new Command(
            "trust",
            """
            Train the model that gives every value its confidence, and measure it. The same data give the same bytes.

            Makes up reports whose values are known, sets them as texts, transcripts, web pages, pages and scans, damages them, reads
            them, and learns which values are wrong. It is calibrated on kinds of damage that it did not learn from, and measured on
            others that neither saw. Writes model.bin, metrics.json, card.md and reliability.svg; takes some minutes. The model is built
            into the program, so that what is read changes only when it is built anew. After a change of how reports are read it
            should be trained again.

            Examples:
              kompass train trust
              kompass train trust --out /tmp/trust

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
                        result.GetValue(output) ?? Path.GetDirectoryName(Home.TrustModelFile)!,
                        cancellation
                    )
                )
        );
        return command;
    }

    private static int Run(Terminal terminal, string folder, CancellationToken cancellation)
    {
        var (model, metrics) = new TrustTrainer(
            Home.Knowledge(),
            Engines.Learning,
            new TrustTrainingOptions()
        ).Train(cancellation);
        var bytes = model.ToBytes();
        Write("model.bin", bytes);
        Write("metrics.json", TrustCard.Json(metrics));
        Write("card.md", TrustCard.Text(model, metrics));
        Write("reliability.svg", TrustCard.Curve(metrics));
        terminal.Output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{model.Id}\t{model.Header.Engine}\t{model.Header.Data}\t{bytes.Length} bytes\t{folder}"
            )
        );
        return ExitCode.Done;

        void Write(string name, byte[] content) =>
            AtomicFile.Write(Path.Combine(folder, name), stream => stream.Write(content));
    }
}
