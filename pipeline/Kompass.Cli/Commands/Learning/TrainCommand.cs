using System.CommandLine;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Learning;
using Kompass.Mining.Themes.Training;

namespace Kompass.Cli.Commands.Learning;

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

    /// <summary>A command that trains a model into a folder of its own, with its figures and its card beside it.</summary>
    /// <param name="terminal">Where it says what it made.</param>
    /// <param name="name">The model's name, which its folder has too.</param>
    /// <param name="description">The help.</param>
    /// <param name="modelFile">Where the product has the model.</param>
    /// <param name="train">Gives the model, and the other files by name.</param>
    public static Command IntoFolder(
        Terminal terminal,
        string name,
        string description,
        string modelFile,
        Func<CancellationToken, (ModelFile Model, (string Name, byte[] Content)[] Beside)> train
    )
    {
        var output = new Option<string?>("--out", "--output")
        {
            Description = $"Folder to write to (default: models/{name})",
            HelpName = "FOLDER",
        };
        var command = new Command(name, description) { output };
        command.SetAction(
            (result, cancellation) =>
            {
                var folder = result.GetValue(output) ?? Path.GetDirectoryName(modelFile)!;
                var (model, beside) = train(cancellation);
                var bytes = model.ToBytes();
                foreach (var (file, content) in beside.Prepend(("model.bin", bytes)))
                {
                    AtomicFile.Write(Path.Combine(folder, file), stream => stream.Write(content));
                }

                Say(terminal, model, bytes.Length, folder);
                return Task.FromResult(ExitCode.Done);
            }
        );
        return command;
    }

    private static void Say(Terminal terminal, ModelFile model, int bytes, string place) =>
        terminal.Output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{model.Id}\t{model.Header.Engine}\t{model.Header.Data}\t{bytes} bytes\t{place}"
            )
        );

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
        Say(terminal, model.File, bytes.Length, output);
        return ExitCode.Done;
    }
}
