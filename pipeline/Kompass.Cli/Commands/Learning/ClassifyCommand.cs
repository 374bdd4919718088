using System.Text.Json;
using System.Text.Json.Serialization;
using Kompass.Mining.Learning;
using Kompass.Mining.Themes;

namespace Kompass.Cli.Commands.Learning;

/// <summary><c>kompass classify TEXT --area N</c>: labels texts and shows why.</summary>
internal sealed class ClassifyCommand(Terminal terminal)
{
    private const int MostWords = 5;

    private readonly Argument<string[]> _texts = new("TEXT")
    {
        Description = "Findings, each in quotes",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<int> _area = Options
        .Of<int>("--area", "N", "Area, 1 to 8")
        .Within(1, 8);
    private readonly Option<bool> _json = Options.Flag("--json", "JSON Lines");

    public static Command Make(Terminal terminal)
    {
        var classify = new ClassifyCommand(terminal);
        classify._area.Required = true;
        return new Command(
            "classify",
            """
            Give a finding its sub-question and theme, with probabilities and the words that carried them.

            Examples:
              kompass classify "Utveckla formerna för medborgardialog" --area 1
              kompass classify "Målen följs upp" "Få indikatorer" --area 3 --json

            Exit status: 0 labelled; 2 wrong usage; 3 the model cannot be read or does not fit.
            """
        )
        {
            classify._texts,
            classify._area,
            classify._json,
        }.Does(classify.Run);
    }

    private int Run(ParseResult result, CancellationToken cancellation)
    {
        var area = result.GetValue(_area);
        var knowledge = Home.Knowledge();
        var model = Home.Themes(knowledge);
        foreach (var text in result.GetValue(_texts)!)
        {
            cancellation.ThrowIfCancellationRequested();
            var labels = model.Label(text, area);
            var (question, theme) = model.Explain(text, area, labels);
            if (result.GetValue(_json))
            {
                terminal.Output.WriteLine(
                    JsonSerializer.Serialize(
                        new Classified(
                            text,
                            area,
                            labels,
                            Strongest(question),
                            Strongest(theme),
                            model.Id
                        ),
                        ClassifyJson.Default.Classified
                    )
                );
                continue;
            }

            terminal.Output.WriteLine(text);
            Write(
                labels.Question,
                knowledge.Edition(model.Edition.Id).FindQuestion(labels.Question)?.Text
                    ?? "området som helhet",
                labels.QuestionProbability,
                labels.QuestionProbability < FindingLabels.InDoubtBelow ? labels.QuestionOr : null,
                question
            );
            Write(
                labels.Theme,
                knowledge.Themes.FirstOrDefault(t => t.Code == labels.Theme)?.Label ?? "",
                labels.ThemeProbability,
                labels.ThemeProbability < FindingLabels.InDoubtBelow ? labels.ThemeOr : null,
                theme
            );
        }

        return ExitCode.Done;
    }

    private void Write(
        string code,
        string name,
        double probability,
        string? or,
        IReadOnlyList<Contribution> words
    )
    {
        var carried = Strongest(words);
        terminal.Output.WriteLine(
            $"  {code} ({name}), {Percent(probability)}{(or is null ? "" : $", in doubt: or {or}")}"
        );
        if (carried.Count > 0)
        {
            terminal.Output.WriteLine(
                $"    carried by {string.Join(", ", carried.Select(w => $"{w.Word} {w.Value.ToString("+0.0;-0.0", CultureInfo.InvariantCulture)}"))}"
            );
        }
    }

    private static List<CarryingWord> Strongest(IReadOnlyList<Contribution> words) =>
        [
            .. words
                .Where(w => Math.Abs(w.Value) >= 0.05)
                .Take(MostWords)
                .Select(w => new CarryingWord(w.Feature, Math.Round(w.Value, 2))),
        ];

    private static string Percent(double probability) =>
        probability.ToString("0 %", CultureInfo.InvariantCulture);
}

/// <summary>A word and what it added to the label's log-odds.</summary>
internal sealed record CarryingWord(string Word, double Value);

/// <summary>A labelled text.</summary>
internal sealed record Classified(
    string Text,
    int Area,
    FindingLabels Labels,
    IReadOnlyList<CarryingWord> QuestionWords,
    IReadOnlyList<CarryingWord> ThemeWords,
    string Model
);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Classified))]
internal sealed partial class ClassifyJson : JsonSerializerContext;
