using System.CommandLine;
using System.Text.Json.Serialization;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;
using Kompass.Mining.Themes;

namespace Kompass.Cli.Commands;

/// <summary><c>kompass findings</c>: findings across reports.</summary>
internal static class FindingsCommand
{
    private static readonly string[] Columns =
    [
        "id",
        "municipality",
        "year",
        "area",
        "kind",
        "text",
        "question",
        "theme",
        "theme2",
        "confidence",
        "question_probability",
        "theme_probability",
    ];

    public static Command Make(Terminal terminal)
    {
        var filters = new ReportFilters();
        var area = new Option<int?>("--area") { Description = "Area, 1 to 8", HelpName = "N" };
        area.Validators.Add(r => Filters.Range(r, 1, 8));
        var kind = new Option<FindingKind?>("--kind")
        {
            Description = "strength, improvement or weakness",
            HelpName = "KIND",
        };
        var text = new Option<string?>("--text")
        {
            Description =
                "Words that must occur, also within longer words (\"dialog\" finds \"medborgardialogen\")",
            HelpName = "WORDS",
        };
        var question = new Option<string?>("--question")
        {
            Description = "Sub-question, as 1.4; 1.0 is the area as a whole",
            HelpName = "CODE",
        };
        question.Validators.Add(Filters.QuestionCode);
        var theme = new Option<string?>("--theme")
        {
            Description = "Theme, by code (kompass themes lists them); a second theme counts too",
            HelpName = "CODE",
        };
        var format = new FormatOptions();
        var command = new Command(
            "findings",
            """
            Query the findings of all reports.

            Examples:
              kompass findings --text medborgardialog
              kompass findings --area 3 --kind improvement --year 2014
              kompass findings --theme dialogue --question 1.4 --kind strength
              kompass findings --municipality Avesta --csv > avesta.csv

            Exit status: 0 found; 1 nothing matched; 2 wrong usage; 3 there is no dataset.
            """
        )
        {
            filters.Municipality,
            filters.Year,
            area,
            kind,
            text,
            question,
            theme,
            filters.Limit,
            format.Json,
            format.Csv,
        };
        command.SetAction(result =>
            Run(
                terminal,
                Home.Data(result),
                new FindingsFilter(
                    result.GetValue(filters.Municipality),
                    result.GetValue(filters.Year),
                    result.GetValue(area),
                    result.GetValue(kind),
                    result.GetValue(text),
                    result.GetValue(question),
                    result.GetValue(theme),
                    Limit: result.GetValue(filters.Limit)
                ),
                format.Of(result)
            )
        );
        return command;
    }

    private static string Label(string? code, double? probability) =>
        probability < FindingLabels.UncertainBelow ? code + " (?)" : code ?? "";

    private static int Run(Terminal terminal, DataFolder data, FindingsFilter filter, Format format)
    {
        var knowledge = Home.Knowledge();
        if (filter.Theme is { } theme && knowledge.Themes.All(t => t.Code != theme))
        {
            terminal.Say(
                $"there is no theme {theme}; the themes are {string.Join(", ", knowledge.Themes.Select(t => t.Code))}"
            );
            return ExitCode.Usage;
        }

        using var connection = SqliteStore.OpenForReading(data);
        IReadOnlyList<FindingRow> rows;
        try
        {
            rows = new StoreQueries(connection, knowledge.Municipalities).Findings(filter);
        }
        catch (DatasetException e)
        {
            terminal.Say(e.Message);
            return ExitCode.Usage;
        }

        format.Write(
            terminal,
            rows,
            RowsJson.Default.FindingRow,
            Columns,
            r =>
                new object?[]
                {
                    r.Id,
                    r.Municipality,
                    r.Year,
                    r.Area,
                    r.Kind,
                    r.Text,
                    r.Question,
                    r.Theme,
                    r.Theme2,
                    r.Confidence,
                    r.QuestionProbability,
                    r.ThemeProbability,
                },
            () =>
            {
                terminal.Table(
                    ["municipality", "year", "area", "kind", "question", "theme", "finding"],
                    rows.Select(r =>
                        (IReadOnlyList<string>)
                            [
                                r.Municipality,
                                r.Year?.ToString(CultureInfo.InvariantCulture) ?? "",
                                r.Area.ToString(CultureInfo.InvariantCulture),
                                r.Kind,
                                Label(r.Question, r.QuestionProbability),
                                Label(r.Theme, r.ThemeProbability),
                                r.Text + (r.Confidence < 0.8 ? " (?)" : ""),
                            ]
                    )
                );
            }
        );

        terminal.Say(
            rows.Count == filter.Limit
                ? $"{rows.Count} findings; there may be more, see --limit"
                : $"{rows.Count} findings"
        );
        return rows.Count > 0 ? ExitCode.Done : ExitCode.Partly;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FindingRow))]
[JsonSerializable(typeof(ScoresRow))]
internal sealed partial class RowsJson : JsonSerializerContext;
