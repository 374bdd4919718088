using System.CommandLine;
using Kompass.Mining.Dataset;
using Kompass.Mining.Dataset.Queries;
using Kompass.Mining.Reports;
using Kompass.Mining.Themes;

namespace Kompass.Cli.Commands;

/// <summary><c>kompass findings</c>: findings, and what else reports say in words, across reports.</summary>
internal static class FindingsCommand
{
    // What a person can read through; CSV and JSON have no limit of their own.
    private const int MostRowsOfATable = 1000;

    public static Command Make(Terminal terminal)
    {
        var filters = new QueryOptions();
        var places = new Option<TextPlace[]>("--in")
        {
            Description = "Where to look: lists (the findings), remarks, prose; default: lists",
            HelpName = "PLACE",
            AllowMultipleArgumentsPerToken = true,
        };
        var limit = new LimitRows();
        var format = new FormatOptions();
        var command = new Command(
            "findings",
            """
            Query the findings of all reports, and with --in the remarks and paragraphs of their prose.

            Words are found in any form and within compounds: "medborgardialoger" finds medborgardialog, "dialog" finds medborgardialogen. Words in
            double quotes are found as written. What was understood stands on standard error.

            Examples:
              kompass findings --text medborgardialog
              kompass findings --text "e-tjänst OR webb" --in lists remarks prose
              kompass findings --area 3-5 --kind improvement --year 2010-2014
              kompass findings --theme dialogue --question 1.4 --kind strength --county Dalarna
              kompass findings --municipality Avesta,Borås --csv > two.csv

            Exit status: 0 found; 1 nothing matched; 2 wrong usage; 3 there is no dataset.
            """
        )
        {
            places,
            limit.Option,
            format.Json,
            format.Csv,
        };
        foreach (var option in filters.All)
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
                        result.GetValue(places) is { Length: > 0 } given
                            ? given
                            : [TextPlace.Lists],
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
        IReadOnlyList<TextPlace> places,
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
        var queries = new StoreQueries(connection, knowledge.Municipalities);
        var result = queries.Texts(
            filter,
            [.. places.Distinct().Order()],
            format == Format.Table ? limit ?? MostRowsOfATable : limit,
            byRelevance: format == Format.Table
        );
        if (format == Format.Table)
        {
            WriteTable(terminal, result, cancellation);
        }
        else
        {
            format.Write(terminal, result, cancellation);
        }

        Tell(terminal, result, queries, filter, places);
        return result.Count > 0 ? ExitCode.Done : ExitCode.Partly;
    }

    private static void WriteTable(
        Terminal terminal,
        QueryResult result,
        CancellationToken cancellation
    )
    {
        string[] shown = ["municipality_name", "year", "area", "kind", "question", "theme", "text"];
        var at = shown.Select(result.IndexOf).ToArray();
        var (place, question, theme, confidence) = (
            result.IndexOf("place"),
            result.IndexOf("question_probability"),
            result.IndexOf("theme_probability"),
            result.IndexOf("confidence")
        );
        terminal.Table(
            ["municipality", "year", "area", "kind", "question", "theme", "finding"],
            result
                .Rows()
                .Select(row =>
                {
                    cancellation.ThrowIfCancellationRequested();
                    var cells = at.Select(i => Shown(row[i])).ToArray();
                    cells[3] = cells[3].Length > 0 ? cells[3] : (string)row[place]!;
                    cells[4] += Doubt(row[question], FindingLabels.UncertainBelow);
                    cells[5] += Doubt(row[theme], FindingLabels.UncertainBelow);
                    cells[6] += Doubt(row[confidence], Finding.DoubtBelow);
                    return (IReadOnlyList<string>)cells;
                })
        );
    }

    private static void Tell(
        Terminal terminal,
        QueryResult result,
        StoreQueries queries,
        QueryFilter filter,
        IReadOnlyList<TextPlace> places
    )
    {
        terminal.Say(
            result.IsCut
                ? $"{result.Count} shown, and there are more; --limit N shows more, --csv and --json all"
                : $"{result.Count} found in {string.Join(", ", places.Select(p => p.ToString().ToLowerInvariant()))}"
        );
        if (filter.Text is null)
        {
            return;
        }

        var elsewhere = Enum.GetValues<TextPlace>()
            .Except(places)
            .Select(p => (Place: p, queries.Count(filter, p).Texts))
            .Where(p => p.Texts > 0)
            .Select(p => $"{p.Texts} in {p.Place.ToString().ToLowerInvariant()}")
            .ToList();
        if (elsewhere.Count > 0)
        {
            terminal.Say($"also {string.Join(", ", elsewhere)}; see --in");
        }
    }

    private static string Shown(object? value) =>
        Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string Doubt(object? probability, double below) =>
        probability is double p && p < below ? " (?)" : "";
}
