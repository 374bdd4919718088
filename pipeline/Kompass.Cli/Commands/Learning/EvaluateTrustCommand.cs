using System.Text;
using Kompass.Mining.Trust.Training;

namespace Kompass.Cli.Commands.Learning;

/// <summary><c>kompass evaluate trust</c>: how well the probabilities of values hold.</summary>
internal static class EvaluateTrustCommand
{
    public static Command Make(Terminal terminal)
    {
        var json = Options.Flag("--json", "All measures as JSON");
        var wrong = Options.Of<int>(
            "--wrong",
            "N",
            "Also show so many of the wrong values that are accepted"
        );
        return new Command(
            "trust",
            """
            Measure the model that gives every value its confidence, as it is built into the program, without training it: on reports
            that are made up and damaged in ways of which it learnt nothing. Worst kinds of damage first, then each layout, what is
            wrong with values that are, and the probabilities promised. Takes some minutes.

            Examples:
              kompass evaluate trust
              kompass evaluate trust --wrong 40

            Exit status: 0 measured; 2 wrong usage; 3 the corpus cannot be read; 130 interrupted.
            """
        )
        {
            json,
            wrong,
        }.Does(
            (result, cancellation) =>
            {
                var metrics = new TrustTrainer(
                    Home.Knowledge(),
                    Engines.Learning,
                    new TrustTrainingOptions()
                ).MeasureShipped(cancellation);
                if (result.GetValue(json))
                {
                    terminal.Output.Write(Encoding.UTF8.GetString(TrustCard.Json(metrics)));
                }
                else
                {
                    Write(terminal, "figures", metrics.Figures, result.GetValue(wrong));
                    Write(terminal, "findings", metrics.Findings, result.GetValue(wrong));
                }

                return ExitCode.Done;
            }
        );
    }

    private static void Write(Terminal terminal, string name, TrustResult result, int wrong)
    {
        terminal.Output.WriteLine($"\n{name}");
        Counts(terminal, "damage", [.. result.Damages, result.All]);
        Counts(terminal, "set as", result.Settings);
        terminal.Table(
            result.Faults,
            ("what is wrong", f => f.Name),
            ("values", f => f.Values),
            ("accepted", f => f.Accepted)
        );
        terminal.Table(
            result.Reliability.Where(b => b.Count > 0),
            ("probability", b => Invariant($"{b.From:0.00}-{b.To:0.00}")),
            ("values", b => b.Count),
            ("promised", b => Number(b.MeanProbability)),
            ("right", b => Number(b.ShareTrue))
        );
        terminal.Table(
            result.Accepted.Take(wrong),
            ("damage", f => f.Damage),
            ("set as", f => f.Setting),
            ("probability", f => Number(f.Probability)),
            ("what is wrong", f => f.Fault),
            ("read", f => f.Text)
        );
    }

    private static void Counts(Terminal terminal, string head, IEnumerable<TrustCount> counts) =>
        terminal.Table(
            counts,
            (head, c => c.Name),
            ("values", c => c.Values),
            ("wrong", c => c.Wrong),
            ("accepted", c => c.Accepted),
            ("wrong of those", c => c.AcceptedWrong),
            (
                "share, 95 % bound",
                c => c.UpperBound.ToString("0.00 %", CultureInfo.InvariantCulture)
            ),
            ("in doubt though right", c => c.DoubtedRight)
        );

    private static string Number(double value) =>
        value.ToString("0.000", CultureInfo.InvariantCulture);
}
