namespace Kompass.Mining.Corpus;

/// <summary>A finding with its labels, written for this project. A row of <c>corpus/training/*area-N.csv</c>.</summary>
/// <param name="Text">The finding, in the reports' manner.</param>
/// <param name="Area">1 to 8.</param>
/// <param name="Kind">The list in which it would stand.</param>
/// <param name="Question">Code of its sub-question, <c>N.0</c> for the whole area.</param>
/// <param name="Theme">Code of its theme.</param>
/// <param name="Theme2">Code of a second theme, or null.</param>
public sealed record TrainingExample(
    string Text,
    int Area,
    FindingKind Kind,
    string Question,
    string Theme,
    string? Theme2
)
{
    /// <summary>Who wrote it, as its file is called: <c>listed</c> for <c>listed-area-1.csv</c>, <c>area</c> for <c>area-1.csv</c>.</summary>
    public string Hand { get; init; } = "";

    /// <summary>The rows of all files of a folder whose names match, in order of name.</summary>
    internal static IReadOnlyList<TrainingExample> ReadAll(string folder, string pattern) =>
        Directory.Exists(folder)
            ?
            [
                .. Directory
                    .GetFiles(folder, pattern)
                    .Order(StringComparer.Ordinal)
                    .SelectMany(f =>
                        CsvRows.Read(
                            f,
                            row => new TrainingExample(
                                row.Text("text"),
                                QuestionCode.AreaOf(row.Text("question")),
                                Enum.Parse<FindingKind>(row.Text("kind"), ignoreCase: true),
                                row.Text("question"),
                                row.Text("theme"),
                                row.TextOrNull("theme2")
                            )
                            {
                                Hand = Path.GetFileName(f).Split('-')[0],
                            }
                        )
                    ),
            ]
            : [];
}
