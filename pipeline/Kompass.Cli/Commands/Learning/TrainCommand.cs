using System.Text;
using Kompass.Mining.Improvements.Profiles;
using Kompass.Mining.Layout.Lists.Training;
using Kompass.Mining.Learning;
using Kompass.Mining.Themes.Training;
using Kompass.Mining.Trust.Training;

namespace Kompass.Cli.Commands.Learning;

/// <summary><c>kompass train themes|borders|trust|improvements</c>: trains models.</summary>
internal static class TrainCommand
{
    public static Command Make(Terminal terminal) =>
        new("train", "Train models from the corpus and the labels that are there.")
        {
            MakeThemes(terminal),
            MakeBorders(terminal),
            MakeTrust(terminal),
            MakeImprovements(terminal),
        };

    private static Command MakeBorders(Terminal terminal) =>
        IntoFolder(
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
            (_, cancellation) =>
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

    private static Command MakeTrust(Terminal terminal) =>
        IntoFolder(
            terminal,
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
            """,
            (_, cancellation) =>
            {
                var (model, metrics) = new TrustTrainer(
                    Home.Knowledge(),
                    Engines.Learning,
                    new TrustTrainingOptions()
                ).Train(cancellation);
                return (
                    model,
                    [
                        ("metrics.json", TrustCard.Json(metrics)),
                        ("card.md", TrustCard.Text(model, metrics)),
                        ("reliability.svg", TrustCard.Curve(metrics)),
                    ]
                );
            }
        );

    private static Command MakeImprovements(Terminal terminal) =>
        IntoFolder(
            terminal,
            "improvements",
            """
            Train the prediction of improvement areas. The same data give the same bytes.

            Learns from corpus/improvements/outcomes.csv, the labelled records of the dataset and evaluators' feedback, of which it
            names what it passes over; writes model, metrics.json and card.md.

            Examples:
              kompass train improvements
              kompass train improvements --data /srv/kompass --out /srv/models/improvements

            Exit status: 0 done; 3 the data cannot be read or the model not be written.
            """,
            (result, cancellation) =>
            {
                var knowledge = Home.Knowledge();
                var source = new SuggestionSource(knowledge, Home.Data(result));
                foreach (var draft in source.Drafts)
                {
                    terminal.Say(draft.ToString());
                }

                var (model, metrics, card) = Home.ImprovementTrainer(knowledge)
                    .Train(source.Learned, cancellation);
                return (
                    model,
                    [
                        ("metrics.json", Encoding.UTF8.GetBytes(metrics.ToJson())),
                        ("card.md", Encoding.UTF8.GetBytes(card)),
                    ]
                );
            }
        );

    // A command that trains a model into a folder of its own, with its figures and its card beside it.
    private static Command IntoFolder(
        Terminal terminal,
        string name,
        string description,
        Func<
            ParseResult,
            CancellationToken,
            (ModelFile Model, (string Name, byte[] Content)[] Beside)
        > train
    )
    {
        var output = Options.Out("FOLDER", $"Folder to write to (default: models/{name})");
        return new Command(name, description) { output }.Does(
            (result, cancellation) =>
            {
                var folder = result.GetValue(output) ?? Path.Combine(Home.Models, name);
                var (model, beside) = train(result, cancellation);
                var bytes = model.ToBytes();
                foreach (var (file, content) in beside.Prepend(("model.bin", bytes)))
                {
                    AtomicFile.Write(Path.Combine(folder, file), stream => stream.Write(content));
                }

                Say(terminal, model, bytes.Length, folder);
                return ExitCode.Done;
            }
        );
    }

    private static void Say(Terminal terminal, ModelFile model, int bytes, string place) =>
        terminal.Output.WriteLine(
            Invariant(
                $"{model.Id}\t{model.Header.Engine}\t{model.Header.Data}\t{bytes} bytes\t{place}"
            )
        );

    private static Command MakeThemes(Terminal terminal)
    {
        var data = new ThemeData();
        var output = Options.Out("FILE", "File to write (default: models/themes/model.bin)");
        return new Command(
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
        }
            .With(data.All)
            .Does(
                (result, cancellation) =>
                {
                    var knowledge = Home.Knowledge();
                    var material = data.Collect(terminal, knowledge, result, cancellation);
                    var model = new ThemeTrainer(knowledge, Engines.Learning).Train(
                        material.Rows,
                        cancellation
                    );
                    var bytes = model.File.ToBytes();
                    var file = result.GetValue(output) ?? Home.ThemeModelFile;
                    AtomicFile.Write(file, stream => stream.Write(bytes));
                    Say(terminal, model.File, bytes.Length, file);
                    return ExitCode.Done;
                }
            );
    }
}
