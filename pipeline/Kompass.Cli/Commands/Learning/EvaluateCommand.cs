using System.Text.Json;
using Kompass.Mining.Evaluation;
using Kompass.Mining.Themes.Evaluation;
using Kompass.Mining.Themes.Training;

namespace Kompass.Cli.Commands.Learning;

/// <summary><c>kompass evaluate themes</c>: measures labels on municipalities that the model has not seen.</summary>
internal static class EvaluateCommand
{
    private const int MostConfusions = 12;

    public static Command Make(Terminal terminal) =>
        new("evaluate", "Measure models on reports that they have not seen.")
        {
            MakeThemes(terminal),
            EvaluateTrustCommand.Make(terminal),
            EvaluateBordersCommand.Make(terminal),
            EvaluateImprovementsCommand.Make(terminal),
        };

    private static Command MakeThemes(Terminal terminal)
    {
        var data = new ThemeData();
        var ablation = Options.Flag(
            "--ablation",
            "Also train with less data, to show what each kind adds (takes five times as long)"
        );
        var json = Options.Flag("--json", "All measures as JSON");
        var output = Options.Out("FILE", "Also write all measures as JSON to this file");
        return new Command(
            "themes",
            """
            Leave each report with gold labels out in turn, train on the rest, and measure the labels of the one left out:
            accuracy with bootstrap intervals, each label, confusions, calibration, baselines.

            Examples:
              kompass evaluate themes
              kompass evaluate themes --ablation --out models/themes/metrics.json

            Exit status: 0 measured; 1 fewer than two reports have gold labels; 2 wrong usage; 3 the corpus cannot be read; 130 interrupted.
            """
        )
        {
            ablation,
            json,
            output,
        }
            .With(data.All)
            .Does(
                (result, cancellation) =>
                {
                    var knowledge = Home.Knowledge();
                    var evaluation = Evaluate(
                        terminal,
                        knowledge,
                        data.Collect(terminal, knowledge, result, cancellation),
                        result.GetValue(ablation),
                        cancellation
                    );
                    return evaluation is null
                        ? ExitCode.Partly
                        : Write(
                            terminal,
                            evaluation,
                            result.GetValue(json),
                            result.GetValue(output)
                        );
                }
            );
    }

    private static ThemeEvaluation? Evaluate(
        Terminal terminal,
        Knowledge knowledge,
        ThemeMaterial material,
        bool ablation,
        CancellationToken cancellation
    )
    {
        try
        {
            return new LeaveOneReportOut(
                knowledge,
                Engines.Learning,
                KeywordRules.Read(Path.Combine(Home.Corpus, "keywords.csv")),
                material.Rows,
                new Told<string>(terminal.Say)
            ).Run(material.Prose, TrainingData.TestSet(knowledge), ablation, cancellation);
        }
        catch (ArgumentException e)
        {
            terminal.Say(e.Message);
            return null;
        }
    }

    private static int Write(Terminal terminal, ThemeEvaluation evaluation, bool json, string? file)
    {
        var text =
            JsonSerializer.Serialize(evaluation, IndentedJson.Default.ThemeEvaluation) + "\n";
        if (file is not null)
        {
            AtomicFile.WriteText(file, text);
        }

        if (json)
        {
            terminal.Output.Write(text);
        }
        else
        {
            Write(terminal, evaluation);
        }

        return ExitCode.Done;
    }

    private static void Write(Terminal terminal, ThemeEvaluation evaluation)
    {
        terminal.Table(
            evaluation.Comparisons.Concat(evaluation.Reports),
            ("", c => c.Name),
            ("sub-question", c => Percent(c.Question)),
            ("theme", c => Percent(c.Theme)),
            ("theme or second", c => Percent(c.ThemeAny)),
            ("ECE", c => Number(c.QuestionError)),
            ("ECE of themes", c => Number(c.ThemeError))
        );
        terminal.Output.WriteLine();
        terminal.Table(
            evaluation.Review,
            ("labels looked at in each report", r => r.Corrections),
            ("sub-question", r => Percent(r.Question)),
            ("theme", r => Percent(r.Theme)),
            ("both", r => Percent(r.Both)),
            ("both, in no order", r => Percent(r.BothUnordered))
        );
        Write(terminal, "sub-question", evaluation.Question);
        Write(terminal, "theme", evaluation.Theme);
        if (evaluation is { TestQuestion: { } questions, TestTheme: { } themes })
        {
            terminal.Output.WriteLine("\ntest set, sub-questions");
            Doubt(terminal, questions);
            terminal.Output.WriteLine("\ntest set, themes");
            Doubt(terminal, themes);
        }
    }

    private static void Write(Terminal terminal, string name, LabelResult result)
    {
        var m = result.Metrics;
        terminal.Output.WriteLine();
        terminal.Output.WriteLine(
            $"{name}: accuracy {Interval(result.Accuracy)}, with the second allowed {Interval(result.Acceptable)}, macro F1 {Number(m.MacroF1)}, Brier {Number(m.Brier)}, ECE {Number(m.CalibrationError)} ({m.Count} findings)"
        );
        terminal.Table(
            m.Labels,
            ("label", l => l.Label),
            ("true", l => l.Truths),
            ("given", l => l.Given),
            ("precision", l => Number(l.Precision)),
            ("recall", l => Number(l.Recall)),
            ("F1", l => Number(l.F1))
        );
        terminal.Table(
            m.Confusions.Take(MostConfusions),
            ("true", c => c.Truth),
            ("taken for", c => c.Predicted),
            ("times", c => c.Count)
        );
        terminal.Table(
            m.Reliability.Where(b => b.Count > 0),
            ("probability", b => Invariant($"{b.From:0.0}-{b.To:0.0}")),
            ("labels", b => b.Count),
            ("mean probability", b => Number(b.MeanProbability)),
            ("right", b => Number(b.ShareTrue))
        );
        Doubt(terminal, result);
    }

    private static void Doubt(Terminal terminal, LabelResult result) =>
        terminal.Table(
            result.Thresholds,
            ("in doubt below", t => t.Threshold.ToString("0.00", CultureInfo.InvariantCulture)),
            ("not in doubt", t => Percent(t.ShareCertain)),
            ("right of those", t => Percent(t.AccuracyCertain)),
            ("right of the doubtful", t => Percent(t.AccuracyUncertain))
        );

    private static string Interval(Interval i) =>
        $"{Percent(i.Value)} ({Percent(i.Low)} to {Percent(i.High)})";

    private static string Percent(double? share) =>
        share?.ToString("0.0 %", CultureInfo.InvariantCulture) ?? "-";

    private static string Number(double? value) =>
        value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "-";
}
