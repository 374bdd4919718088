using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Reports;
using Kompass.Mining.Themes;

namespace Kompass.Cli.Commands.Queries;

/// <summary>The sign behind what is in doubt, in tables for people.</summary>
internal static class Doubts
{
    private const string Words = " (?)";
    private const string Figure = " ?";

    /// <summary><c> (?)</c> where a column's words or labels are in doubt, <c> ?</c> where its figure is, else nothing.</summary>
    public static string Of(QueryResult result, object?[] row, string column)
    {
        var (probability, below, sign) = column switch
        {
            "question" => ("question_probability", FindingLabels.InDoubtBelow, Words),
            "theme" => ("theme_probability", FindingLabels.InDoubtBelow, Words),
            "text" => ("confidence", Finding.DoubtBelow, Words),
            "achieved" => ("confidence", Finding.DoubtBelow, Figure),
            "total_value" => ("total_confidence", Finding.DoubtBelow, Figure),
            // area3
            _ => (column + "_confidence", Finding.DoubtBelow, Figure),
        };
        return
            result.Columns.Any(c => c.Name == probability)
            && row[result.IndexOf(probability)] is double value
            && value < below
            ? sign
            : "";
    }
}
