using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Reports;
using Kompass.Mining.Themes;

namespace Kompass.Cli.Commands.Queries;

/// <summary>The sign behind what is in doubt, in tables for people.</summary>
internal static class Doubts
{
    private static readonly Dictionary<string, (string Column, double Below)> Probabilities = new(
        StringComparer.Ordinal
    )
    {
        ["question"] = ("question_probability", FindingLabels.InDoubtBelow),
        ["theme"] = ("theme_probability", FindingLabels.InDoubtBelow),
        ["text"] = ("confidence", Finding.DoubtBelow),
    };

    /// <summary><c> (?)</c> where a column's value is in doubt, else nothing.</summary>
    public static string Of(QueryResult result, object?[] row, string column) =>
        Probabilities.TryGetValue(column, out var doubt)
        && result.Columns.Any(c => c.Name == doubt.Column)
        && row[result.IndexOf(doubt.Column)] is double probability
        && probability < doubt.Below
            ? " (?)"
            : "";
}
