using Kompass.Mining.Learning;

namespace Kompass.Mining.Layout.Lists.Training;

/// <summary>What is written beside the model: its figures as JSON, and its card for people.</summary>
public static class BorderCard
{
    /// <summary>The figures.</summary>
    public static byte[] Json(BorderMetrics metrics) =>
        [
            .. JsonSerializer.SerializeToUtf8Bytes(
                metrics,
                BorderMetricsJson.Default.BorderMetrics
            ),
            (byte)'\n',
        ];

    /// <summary>The card.</summary>
    public static byte[] Text(ModelFile model, BorderMetrics metrics)
    {
        var card = new StringBuilder();
        card.Append(
            CultureInfo.InvariantCulture,
            $"""
            # Borders of findings in transcripts

            Model {model.Id}, made by `kompass train borders` with {model.Header.Engine} {model.Header.EngineVersion} from the training examples ({model.Header.Data}).

            It tells where the findings of a list end whose line breaks and bullets are gone, in which column of a table they stand, and how probable it is that
            a finding was put together rightly. It learnt from {metrics.TrainingGaps} gaps and {metrics.TrainingItems} items of lists that were put together of the
            examples and flattened as the hosts of transcripts do it. No published report was used.

            Measured on lists made of {metrics.TestExamples} examples that nothing was learnt from. An item is right when it has exactly its words and stands in its
            list. The test examples are by the hands that wrote the others; what to expect of an author who has not been met tells `kompass evaluate borders`. Accepted are items whose confidence is {metrics.SureFrom:0.###} or more; the others are noted. Lists of the second table are set in ways that training never saw.

            ## Set as in training

            """
        );
        Table(card, metrics.Settings.Where(s => s.IsKnown));
        card.Append("\n## Set in other ways\n\n");
        Table(card, metrics.Settings.Where(s => !s.IsKnown));
        card.Append(
            """

            ## Reliability

            Confidence and the share that is right, over all lists of each table.

            | Confidence | Items, as in training | Share right | Items, other ways | Share right |
            |---|---|---|---|---|

            """
        );
        var known = Pool(metrics.Settings.Where(s => s.IsKnown));
        var unseen = Pool(metrics.Settings.Where(s => !s.IsKnown));
        for (var bin = 0; bin < known.Count; bin++)
        {
            card.Append(
                Invariant(
                    $"| {known[bin].From:0.0} to {known[bin].To:0.0} | {known[bin].Count} | {known[bin].Share:0.000} | {unseen[bin].Count} | {unseen[bin].Share:0.000} |\n"
                )
            );
        }

        return Encoding.UTF8.GetBytes(card.ToString().ReplaceLineEndings("\n"));
    }

    private static void Table(StringBuilder card, IEnumerable<SettingMetrics> settings)
    {
        card.Append(
            "| Setting | Items | F1 | Accepted | Wrong of those | In doubt | Right of those |\n|---|---|---|---|---|---|---|\n"
        );
        foreach (var s in settings.OrderBy(s => s.F1))
        {
            card.Append(
                Invariant(
                    $"| {s.Name} | {s.Items} | {s.F1:0.000} | {s.Accepted} | {s.AcceptedWrong} | {s.Doubted} | {s.DoubtedRight} |\n"
                )
            );
        }
    }

    private static List<(double From, double To, int Count, double Share)> Pool(
        IEnumerable<SettingMetrics> settings
    ) =>
        [
            .. settings
                .SelectMany(s => s.Reliability)
                .GroupBy(b => (b.From, b.To))
                .OrderBy(g => g.Key.From)
                .Select(g =>
                    (
                        g.Key.From,
                        g.Key.To,
                        Count: g.Sum(b => b.Count),
                        Share: g.Sum(b => b.Count) == 0
                            ? 0
                            : g.Sum(b => b.Count * b.ShareTrue) / g.Sum(b => b.Count)
                    )
                ),
        ];
}

[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase
)]
[JsonSerializable(typeof(BorderMetrics))]
internal sealed partial class BorderMetricsJson : JsonSerializerContext;
