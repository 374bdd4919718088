using System.CommandLine;
using Kompass.Mining.Trust.Training;

namespace Kompass.Cli.Commands.Learning;

/// <summary><c>kompass train trust</c>: learns how probable it is that a value was read rightly.</summary>
internal static class TrainTrustCommand
{
    public static Command Make(Terminal terminal) =>
        TrainCommand.IntoFolder(
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
            Home.TrustModelFile,
            cancellation =>
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
}
