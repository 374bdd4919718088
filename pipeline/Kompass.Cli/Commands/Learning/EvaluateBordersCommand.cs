using Kompass.Mining.Layout.Lists.Training;

namespace Kompass.Cli.Commands.Learning;

/// <summary><c>kompass evaluate borders</c>: how well the findings of transcripts are told apart where their author taught nothing.</summary>
internal static class EvaluateBordersCommand
{
    public static Command Make(Terminal terminal) =>
        new Command(
            "borders",
            """
            Measure what tells where the findings of a transcript end on authors of whom it learnt nothing: of the hands that wrote the
            training examples each is left out in turn, and its lists are read by what the others taught. F1 of items with exactly
            their words in their list, by the way the lists are set. Takes some minutes for each hand.

            Examples:
              kompass evaluate borders

            Exit status: 0 measured; 2 wrong usage; 3 the corpus cannot be read; 130 interrupted.
            """
        ).Does(
            (_, cancellation) =>
            {
                var hands = new BorderTrainer(
                    Home.Knowledge(),
                    Engines.Learning,
                    new BorderTrainingOptions()
                ).LeaveHandsOut(cancellation);
                foreach (var hand in hands)
                {
                    terminal.Output.WriteLine($"\n{hand.Hand}, {hand.Examples} examples");
                    terminal.Table(
                        hand.Settings,
                        ("set as", s => s.Name),
                        ("items", s => s.Items),
                        ("F1", s => s.F1.ToString("0.000", CultureInfo.InvariantCulture)),
                        ("accepted", s => s.Accepted),
                        ("wrong of those", s => s.AcceptedWrong),
                        ("in doubt", s => s.Doubted),
                        ("right of those", s => s.DoubtedRight)
                    );
                }

                return ExitCode.Done;
            }
        );
}
