using System.CommandLine;
using Kompass.Mining.Dataset;

namespace Kompass.Cli.Commands;

/// <summary><c>kompass scores</c>: area scores across reports.</summary>
internal static class ScoresCommand
{
    private static readonly string[] Columns =
    [
        "id",
        "municipality",
        "year",
        "edition",
        "area1",
        "area2",
        "area3",
        "area4",
        "area5",
        "area6",
        "area7",
        "area8",
        "total",
    ];

    public static Command Make(Terminal terminal)
    {
        var filters = new ReportFilters();
        var format = new FormatOptions();
        var command = new Command(
            "scores",
            """
            Query the scores of all reports.

            Examples:
              kompass scores
              kompass scores --year 2013 --csv > 2013.csv

            Exit status: 0 found; 1 nothing matched; 2 wrong usage; 3 there is no dataset.
            """
        )
        {
            filters.Municipality,
            filters.Year,
            filters.Limit,
            format.Json,
            format.Csv,
        };
        command.SetAction(result =>
            Run(
                terminal,
                Home.Data(result),
                result.GetValue(filters.Municipality),
                result.GetValue(filters.Year),
                result.GetValue(filters.Limit),
                format.Of(result)
            )
        );
        return command;
    }

    private static int Run(
        Terminal terminal,
        DataFolder data,
        string? municipality,
        int? year,
        int limit,
        Format format
    )
    {
        using var connection = SqliteStore.OpenForReading(data);
        var rows = new StoreQueries(connection, Home.Knowledge().Municipalities).Scores(
            municipality,
            year,
            limit
        );
        format.Write(
            terminal,
            rows,
            RowsJson.Default.ScoresRow,
            Columns,
            r =>
                new object?[] { r.Id, r.Municipality, r.Year, r.Edition }
                    .Concat(
                        Enumerable
                            .Range(1, 8)
                            .Select(a => r.Areas.TryGetValue(a, out var s) ? (object?)s : null)
                    )
                    .Append(r.Total)
                    .ToArray(),
            () =>
            {
                terminal.Table(
                    ["municipality", "year", "1", "2", "3", "4", "5", "6", "7", "8", "total"],
                    rows.Select(r =>
                        (IReadOnlyList<string>)
                            [
                                r.Municipality,
                                r.Year?.ToString(CultureInfo.InvariantCulture) ?? "",
                                .. Enumerable
                                    .Range(1, 8)
                                    .Select(a =>
                                        r.Areas.TryGetValue(a, out var s)
                                            ? s.ToString("0.#", CultureInfo.InvariantCulture)
                                            : "–"
                                    ),
                                r.Total?.ToString("0.#", CultureInfo.InvariantCulture) ?? "–",
                            ]
                    ),
                    2,
                    3,
                    4,
                    5,
                    6,
                    7,
                    8,
                    9,
                    10
                );
            }
        );

        terminal.Say($"{rows.Count} reports");
        return rows.Count > 0 ? ExitCode.Done : ExitCode.Partly;
    }
}
