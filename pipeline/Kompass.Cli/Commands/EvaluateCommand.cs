using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kompass.Mining.Dataset;
using Kompass.Mining.Evaluation;
using Kompass.Mining.Themes.Evaluation;
using Kompass.Mining.Themes.Training;

namespace Kompass.Cli.Commands;

/// <summary><c>kompass evaluate themes</c>: measures labels on municipalities that the model has not seen.</summary>
internal static class EvaluateCommand
{
    private const int MostConfusions = 12;

    public static Command Make(Terminal terminal) =>
        new("evaluate", "Measure models on reports that they have not seen.")
        {
            MakeThemes(terminal),
            ImprovementCommands.Evaluate(terminal),
        };

    private static Command MakeThemes(Terminal terminal)
    {
        var shared = ThemeOptions.Shared();
        var corrections = Home.CorrectionsOption();
        var ablation = new Option<bool>("--ablation")
        {
            Description =
                "Also train with less data, to show what each kind adds (takes five times as long)",
        };
        var json = new Option<bool>("--json") { Description = "All measures as JSON" };
        var output = new Option<string?>("--output")
        {
            Description = "Also write all measures as JSON to this file",
            HelpName = "FILE",
        };
        var command = new Command(
            "themes",
            """
            Leave each report with gold labels out in turn, train on the rest, and measure the labels of the one left out:
            accuracy with bootstrap intervals, each label, confusions, calibration, baselines.

            Examples:
              kompass evaluate themes
              kompass evaluate themes --ablation --output models/themes/metrics.json

            Exit status: 0 measured; 1 fewer than two reports have gold labels; 2 wrong usage; 3 the corpus cannot be read; 130 interrupted.
            """
        )
        {
            shared,
            corrections,
            ablation,
            json,
            output,
        };
        command.SetAction(
            (result, cancellation) =>
            {
                if (ThemeOptions.Refuse(terminal, result.GetValue(shared)))
                {
                    return Task.FromResult(ExitCode.Usage);
                }

                var knowledge = Home.Knowledge();
                var material = ThemeData.Collect(
                    terminal,
                    knowledge,
                    result.GetValue(shared),
                    result.GetValue(corrections),
                    Home.Data(result),
                    cancellation
                );
                ThemeEvaluation evaluation;
                try
                {
                    evaluation = new LeaveOneReportOut(
                        knowledge,
                        Engines.Learning,
                        KeywordRules.Read(Path.Combine(Home.Corpus, "keywords.csv"))
                    ).Run(
                        material.Rows,
                        material.Prose,
                        TrainingData.TestSet(knowledge),
                        result.GetValue(ablation),
                        new Said(terminal),
                        cancellation
                    );
                }
                catch (ArgumentException e)
                {
                    terminal.Say(e.Message);
                    return Task.FromResult(ExitCode.Partly);
                }

                var text =
                    JsonSerializer.Serialize(evaluation, EvaluationJson.Default.ThemeEvaluation)
                    + "\n";
                if (result.GetValue(output) is { } file)
                {
                    AtomicFile.WriteText(file, text);
                }

                if (result.GetValue(json))
                {
                    terminal.Output.Write(text);
                }
                else
                {
                    Write(terminal, evaluation);
                }

                return Task.FromResult(ExitCode.Done);
            }
        );
        return command;
    }

    private static void Write(Terminal terminal, ThemeEvaluation evaluation)
    {
        terminal.Table(
            ["", "sub-question", "theme", "theme or second", "ECE", "ECE of themes"],
            evaluation.Comparisons.Concat(evaluation.Reports).Select(Row),
            1,
            2,
            3,
            4,
            5
        );
        terminal.Output.WriteLine();
        terminal.Table(
            [
                "labels looked at in each report",
                "sub-question",
                "theme",
                "both",
                "both, in no order",
            ],
            evaluation.Review.Select(r =>
                (IReadOnlyList<string>)
                    [
                        Count(r.Corrections),
                        Percent(r.Question),
                        Percent(r.Theme),
                        Percent(r.Both),
                        Percent(r.BothUnordered),
                    ]
            ),
            0,
            1,
            2,
            3,
            4
        );
        Write(terminal, "sub-question", evaluation.Question);
        Write(terminal, "theme", evaluation.Theme);
    }

    private static IReadOnlyList<string> Row(Comparison c) =>
        [
            c.Name,
            Percent(c.Question),
            Percent(c.Theme),
            Percent(c.ThemeAny),
            c.QuestionError is { } q ? Number(q) : "-",
            c.ThemeError is { } t ? Number(t) : "-",
        ];

    private static void Write(Terminal terminal, string name, LabelResult result)
    {
        var m = result.Metrics;
        terminal.Output.WriteLine();
        terminal.Output.WriteLine(
            $"{name}: accuracy {Interval(result.Accuracy)}, with the second allowed {Interval(result.Acceptable)}, macro F1 {Number(m.MacroF1)}, Brier {Number(m.Brier)}, ECE {Number(m.CalibrationError)} ({m.Count} findings)"
        );
        terminal.Table(
            ["label", "true", "given", "precision", "recall", "F1"],
            m.Labels.Select(l =>
                (IReadOnlyList<string>)
                    [
                        l.Label,
                        Count(l.Truths),
                        Count(l.Given),
                        l.Precision is { } p ? Number(p) : "-",
                        l.Recall is { } r ? Number(r) : "-",
                        Number(l.F1),
                    ]
            ),
            1,
            2,
            3,
            4,
            5
        );
        terminal.Table(
            ["true", "taken for", "times"],
            m.Confusions.Take(MostConfusions)
                .Select(c => (IReadOnlyList<string>)[c.Truth, c.Predicted, Count(c.Count)]),
            2
        );
        terminal.Table(
            ["probability", "labels", "mean probability", "right"],
            m.Reliability.Where(b => b.Count > 0)
                .Select(b =>
                    (IReadOnlyList<string>)
                        [
                            $"{b.From:0.0}-{b.To:0.0}",
                            Count(b.Count),
                            Number(b.MeanProbability),
                            Number(b.ShareTrue),
                        ]
                ),
            1,
            2,
            3
        );
        terminal.Table(
            ["uncertain below", "certain", "right when certain", "right when uncertain"],
            result.Thresholds.Select(t =>
                (IReadOnlyList<string>)
                    [
                        t.Threshold.ToString("0.0", CultureInfo.InvariantCulture),
                        Percent(t.ShareCertain),
                        t.AccuracyCertain is { } c ? Percent(c) : "-",
                        t.AccuracyUncertain is { } u ? Percent(u) : "-",
                    ]
            ),
            1,
            2,
            3
        );
    }

    private static string Interval(Interval i) =>
        $"{Percent(i.Value)} ({Percent(i.Low)} to {Percent(i.High)})";

    private static string Percent(double share) =>
        share.ToString("0.0 %", CultureInfo.InvariantCulture);

    private static string Number(double value) =>
        value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private sealed class Said(Terminal terminal) : IProgress<string>
    {
        public void Report(string value) => terminal.Say(value);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true
)]
[JsonSerializable(typeof(ThemeEvaluation))]
internal sealed partial class EvaluationJson : JsonSerializerContext;
