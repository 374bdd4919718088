using System.CommandLine;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Queries;
using Kompass.Mining.Dataset.Tables;

namespace Kompass.Cli.Commands;

/// <summary><c>kompass scores</c>: area scores across reports.</summary>
internal static class ScoresCommand
{
    public static Command Make(Terminal terminal)
    {
        var filters = new QueryOptions();
        var limit = new LimitRows();
        var format = new FormatOptions();
        var command = new Command(
            "scores",
            """
            Query the scores of all reports.

            Examples:
              kompass scores
              kompass scores --year 2013-2015 --edition 2010 --csv > scores.csv
              kompass scores --county Dalarna --area 3,5

            Exit status: 0 found; 1 nothing matched; 2 wrong usage; 3 there is no dataset.
            """
        )
        {
            limit.Option,
            format.Json,
            format.Csv,
        };
        foreach (var option in filters.OfReports)
        {
            command.Options.Add(option);
        }

        command.SetAction(
            (result, cancellation) =>
                Task.FromResult(
                    Run(
                        terminal,
                        result,
                        filters,
                        format.Of(result),
                        limit.Of(result),
                        cancellation
                    )
                )
        );
        return command;
    }

    private static int Run(
        Terminal terminal,
        ParseResult parsed,
        QueryOptions filters,
        Format format,
        int? limit,
        CancellationToken cancellation
    )
    {
        var knowledge = Home.Knowledge();
        if (filters.Of(parsed, knowledge, terminal) is not { } filter)
        {
            return ExitCode.Usage;
        }

        using var connection = SqliteStore.OpenForReading(Home.Data(parsed));
        var result = new StoreQueries(connection, knowledge.Municipalities).Scores(filter, limit);
        if (format == Format.Table)
        {
            WriteTable(terminal, result);
        }
        else
        {
            format.Write(terminal, result, cancellation);
        }

        terminal.Say(
            result.IsCut
                ? $"{result.Count} reports, and there are more; see --limit"
                : $"{result.Count} reports"
        );
        return result.Count > 0 ? ExitCode.Done : ExitCode.Partly;
    }

    private static void WriteTable(Terminal terminal, QueryResult result)
    {
        int[] shown =
        [
            .. Enumerable
                .Range(0, result.Columns.Count)
                .Where(i =>
                    result.Columns[i]
                        is { Type: ColumnType.Number }
                            or { Name: "municipality_name" or "year" }
                ),
        ];
        terminal.Table(
            [.. shown.Select(i => Head(result.Columns[i].Name))],
            result
                .Rows()
                .Select(row =>
                    (IReadOnlyList<string>)
                        [
                            .. shown.Select(i =>
                                row[i] switch
                                {
                                    null when i > 2 && result.Columns[i].Name != "year" => "–",
                                    double number => number.ToString(
                                        "0.#",
                                        CultureInfo.InvariantCulture
                                    ),
                                    var value => Convert.ToString(
                                        value,
                                        CultureInfo.InvariantCulture
                                    ) ?? "",
                                }
                            ),
                        ]
                ),
            [.. Enumerable.Range(2, shown.Length - 2)]
        );
    }

    // area3 as 3: the table is wide enough.
    private static string Head(string column) =>
        column switch
        {
            "municipality_name" => "municipality",
            "total_value" => "total",
            _ => column.Replace("area", "", StringComparison.Ordinal),
        };
}
