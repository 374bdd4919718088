using Kompass.Mining.Reports;

namespace Kompass.Mining.Themes.Training;

/// <summary>What there is to learn from.</summary>
public static class TrainingData
{
    // A shorter sentence seldom says what it is about without the one before it; a longer one speaks of many things.
    private const int ShortestSentence = 25;
    private const int LongestSentence = 400;

    /// <summary>The examples of <c>corpus/training</c>.</summary>
    public static IReadOnlyList<LabelledFinding> Authored(Knowledge knowledge)
    {
        var folder = Path.Combine(knowledge.Folder, "training");
        return
        [
            .. new[]
            {
                ("area-*.csv", LabelSource.Authored),
                ("informed-area-*.csv", LabelSource.Informed),
                ("written-area-*.csv", LabelSource.Authored),
                ("listed-area-*.csv", LabelSource.Authored),
                ("gathered-*.csv", LabelSource.Authored),
            }.SelectMany(f =>
                TrainingExample.ReadAll(folder, f.Item1).Select(e => LabelledFinding.Of(e, f.Item2))
            ),
        ];
    }

    /// <summary>Findings of invented reports, written apart from the examples: to measure on, never to learn from; none where the file is not there.</summary>
    public static IReadOnlyList<LabelledFinding> TestSet(Knowledge knowledge)
    {
        var file = Path.Combine(knowledge.Folder, "training", "test-set.csv");
        return File.Exists(file)
            ? CsvRows.Read(
                file,
                row => new LabelledFinding(
                    row.Text("text"),
                    int.Parse(row.Text("area"), CultureInfo.InvariantCulture),
                    row.Text("question"),
                    row.Text("theme"),
                    row.TextOrNull("theme2"),
                    LabelSource.Gold,
                    row.Text("report")
                )
                {
                    List = Enum.Parse<FindingKind>(row.Text("kind"), ignoreCase: true),
                }
            )
            : [];
    }

    /// <summary>Distant labels: the sentences of reports that stand under the heading of one sub-question.</summary>
    /// <param name="reports">Reports as read.</param>
    public static IReadOnlyList<LabelledFinding> Distant(IEnumerable<ReportReading.Read> reports) =>
        [
            .. reports.SelectMany(report =>
                report
                    .Prose.Where(s =>
                        s.Questions.Count == 1
                        && s.Text.Text.Length is >= ShortestSentence and <= LongestSentence
                    )
                    .Select(s => new LabelledFinding(
                        s.Text.Text,
                        s.Area,
                        s.Questions[0],
                        null,
                        null,
                        LabelSource.Distant,
                        report.Record.Id
                    ))
            ),
        ];

    /// <summary>A hash of rows and their order, 16 hexadecimal digits: tells which data a model has seen.</summary>
    public static string HashOf(IEnumerable<LabelledFinding> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows)
        {
            hash.AppendData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\t',
                        row.Source,
                        row.Report,
                        row.Area.ToString(CultureInfo.InvariantCulture),
                        row.Question,
                        row.Theme,
                        row.Theme2,
                        row.Text
                    ) + "\n"
                )
            );
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
