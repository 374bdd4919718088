using System.CommandLine;
using System.Text.Json.Serialization;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;

namespace Kompass.Cli.Commands;

/// <summary><c>kompass themes</c>: how often each theme is praised or asked for.</summary>
internal static class ThemesCommand
{
    private static readonly string[] Columns =
    [
        "theme",
        "label",
        "area",
        "kind",
        "year",
        "findings",
        "reports",
    ];

    public static Command Make(Terminal terminal)
    {
        var filters = new QueryOptions();
        var by = new Option<ThemeGrouping[]>("--by")
        {
            Description = "Count apart by area, kind, year (several may be given; default: kind)",
            HelpName = "WHAT",
            AllowMultipleArgumentsPerToken = true,
        };
        var format = new FormatOptions();
        var command = new Command(
            "themes",
            """
            Count the findings of each theme, by area, kind and year.

            Examples:
              kompass themes
              kompass themes --by area kind --csv > themes.csv
              kompass themes --municipality Avesta --by year --json

            Exit status: 0 counted; 1 no finding has a theme; 2 wrong usage; 3 there is no dataset.
            """
        )
        {
            by,
            format.Json,
            format.Csv,
        };
        foreach (var option in filters.All)
        {
            command.Options.Add(option);
        }

        command.SetAction(result =>
            Run(
                terminal,
                result,
                filters,
                result.GetValue(by) is { Length: > 0 } given ? given : [ThemeGrouping.Kind],
                format.Of(result)
            )
        );
        return command;
    }

    private static int Run(
        Terminal terminal,
        ParseResult parsed,
        QueryOptions filters,
        IReadOnlyList<ThemeGrouping> by,
        Format format
    )
    {
        var knowledge = Home.Knowledge();
        if (filters.Of(parsed, knowledge, terminal) is not { } filter)
        {
            return ExitCode.Usage;
        }

        using var connection = SqliteStore.OpenForReading(Home.Data(parsed));
        var rows = new ThemeCounts(connection, knowledge.Municipalities).Count(filter, by);
        format.Write(
            terminal,
            rows,
            ThemeRowsJson.Default.ThemeCountRow,
            Columns,
            r =>
                new object?[]
                {
                    r.Theme,
                    LabelOf(knowledge, r.Theme),
                    r.Area,
                    r.Kind,
                    r.Year,
                    r.Findings,
                    r.Reports,
                },
            () =>
            {
                Write(terminal, knowledge, by, rows);
            }
        );

        terminal.Say($"{rows.Sum(r => r.Findings)} findings with a theme");
        return rows.Count > 0 ? ExitCode.Done : ExitCode.Partly;
    }

    private static void Write(
        Terminal terminal,
        Knowledge knowledge,
        IReadOnlyList<ThemeGrouping> by,
        IReadOnlyList<ThemeCountRow> rows
    )
    {
        var columns = new List<string> { "theme", "label" };
        columns.AddRange(by.Order().Select(b => b.ToString().ToLowerInvariant()));
        columns.AddRange(["findings", "reports"]);
        terminal.Table(
            columns,
            rows.Select(r =>
            {
                var cells = new List<string> { r.Theme, LabelOf(knowledge, r.Theme) };
                cells.AddRange(
                    by.Order()
                        .Select(b =>
                            b switch
                            {
                                ThemeGrouping.Area => Text(r.Area),
                                ThemeGrouping.Kind => r.Kind ?? "",
                                _ => Text(r.Year),
                            }
                        )
                );
                cells.AddRange([Text(r.Findings), Text(r.Reports)]);
                return (IReadOnlyList<string>)cells;
            }),
            columns.Count - 2,
            columns.Count - 1
        );
    }

    private static string LabelOf(Knowledge knowledge, string theme) =>
        knowledge.Themes.FirstOrDefault(t => t.Code == theme)?.Label ?? "";

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ThemeCountRow))]
internal sealed partial class ThemeRowsJson : JsonSerializerContext;
