using System.CommandLine;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Themes.Training;

namespace Kompass.Cli.Commands;

/// <summary><c>kompass train themes|borders|trust|improvements</c>: trains models.</summary>
internal static class TrainCommand
{
    public static Command Make(Terminal terminal) =>
        new("train", "Train models from the corpus and the labels that are there.")
        {
            MakeThemes(terminal),
            TrainBordersCommand.Make(terminal),
            TrainTrustCommand.Make(terminal),
            ImprovementCommands.Train(terminal),
        };

    private static Command MakeThemes(Terminal terminal)
    {
        var data = new ThemeData();
        var output = new Option<string?>("--out", "--output")
        {
            Description = "File to write (default: models/themes/model.bin)",
            HelpName = "FILE",
        };
        var command = new Command(
            "themes",
            """
            Train the model that gives findings their sub-question and theme. The same data give the same bytes.

            Learns from corpus/training, from corrected labels of the dataset, and, where real reports with labels are at hand
            (--shared, KOMPASS_SHARED, or ../shared), from those too.

            Examples:
              kompass train themes
              kompass train themes --shared /srv/shared --out /tmp/model.bin

            Exit status: 0 trained; 2 wrong usage; 3 the corpus cannot be read or the model not written; 130 interrupted.
            """
        )
        {
            output,
        };
        foreach (var option in data.Options)
        {
            command.Options.Add(option);
        }

        command.SetAction(
            (result, cancellation) =>
            {
                var knowledge = Home.Knowledge();
                return Task.FromResult(
                    Run(
                        terminal,
                        knowledge,
                        data.Collect(terminal, knowledge, result, cancellation),
                        result.GetValue(output) ?? Home.ThemeModelFile,
                        cancellation
                    )
                );
            }
        );
        return command;
    }

    private static int Run(
        Terminal terminal,
        Knowledge knowledge,
        ThemeMaterial material,
        string output,
        CancellationToken cancellation
    )
    {
        var model = new ThemeTrainer(knowledge, Engines.Learning).Train(
            material.Rows,
            cancellation
        );
        var bytes = model.File.ToBytes();
        AtomicFile.Write(output, stream => stream.Write(bytes));
        terminal.Output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{model.Id}\t{model.Header.Engine}\t{model.Header.Data}\t{bytes.Length} bytes\t{output}"
            )
        );
        return ExitCode.Done;
    }
}
