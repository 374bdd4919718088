using Kompass.Mining.Learning;

namespace Kompass.Mining.Trust.Training;

/// <summary>What is written beside the model: its figures as JSON, its card for people, and the reliability curve as a picture.</summary>
public static class TrustCard
{
    // Side of the curve's square and the space around it, in pixels.
    private const int Side = 300;
    private const int Rim = 40;

    /// <summary>The figures.</summary>
    public static byte[] Json(TrustMetrics metrics) =>
        [
            .. JsonSerializer.SerializeToUtf8Bytes(metrics, TrustMetricsJson.Default.TrustMetrics),
            (byte)'\n',
        ];

    /// <summary>The card.</summary>
    public static byte[] Text(ModelFile model, TrustMetrics metrics)
    {
        var card = new StringBuilder();
        card.Append(
            CultureInfo.InvariantCulture,
            $"""
            # Probability that a value was read rightly

            Model {model.Id}, made by `kompass train trust` with {model.Header.Engine} {model.Header.EngineVersion} from made reports ({model.Header.Data}).

            It tells how probable it is that a score, a sub-question, a total, an earlier evaluation or a finding is the printed one. It learnt from {model.Header.Settings[
                "values learnt from"
            ]} values read from
            reports that were made up and damaged, and was calibrated on {model.Header.Settings[
                "values calibrated on"
            ]} values of reports that were damaged in other ways. All below is measured on {metrics.Reports}
            reports, whose kinds of damage neither saw. Their findings are examples that the model of borders did not learn from. No published report was used.

            A value of 0.8 or more that no rule doubts is accepted; the others are noted. "By rules" is what rules and thresholds set by hand did before: the same rules, whether
            recognition was surer than 0.8, and the threshold of the model of borders. Two in three reports are damaged, more than in an archive: shares of wrong values hold for such reports.

            ![Reliability](reliability.svg)

            """
        );
        foreach (var (title, result) in Parts(metrics))
        {
            card.Append(Invariant($"\n## {title}\n\n"));
            Counts(card, "Damage, worst first", [.. result.Damages, result.All]);
            Counts(card, "Set as", result.Settings);
            card.Append("| What is wrong | Values | Accepted |\n|---|---|---|\n");
            foreach (var fault in result.Faults)
            {
                card.Append(Invariant($"| {fault.Name} | {fault.Values} | {fault.Accepted} |\n"));
            }

            card.Append('\n');
            card.Append("| Probability | Values | Promised | Right |\n|---|---|---|---|\n");
            foreach (var bin in result.Reliability)
            {
                card.Append(
                    Invariant(
                        $"| {bin.From:0.00} to {bin.To:0.00} | {bin.Count} | {bin.MeanProbability:0.000} | {bin.ShareTrue:0.000} |\n"
                    )
                );
            }
        }

        return Encoding.UTF8.GetBytes(card.ToString().ReplaceLineEndings("\n"));
    }

    /// <summary>Promised probability against the share that is right, in SVG.</summary>
    public static byte[] Curve(TrustMetrics metrics)
    {
        var svg = new StringBuilder();
        svg.Append(
            Invariant(
                $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Side + (2 * Rim)}\" height=\"{Side + (2 * Rim)}\" font-family=\"sans-serif\" font-size=\"12\">\n<title>Reliability: probability promised and share right</title>\n<rect x=\"{Rim}\" y=\"{Rim}\" width=\"{Side}\" height=\"{Side}\" fill=\"white\" stroke=\"#888\"/>\n<path d=\"M{Rim} {Rim + Side}L{Rim + Side} {Rim}\" stroke=\"#bbb\" stroke-dasharray=\"4\"/>\n<text x=\"{Rim}\" y=\"{Side + (2 * Rim) - 12}\">0</text><text x=\"{Rim + Side - 110}\" y=\"{Side + (2 * Rim) - 12}\">probability promised 1</text><text x=\"{Rim}\" y=\"{Rim - 10}\">1, share right</text>\n"
            )
        );
        foreach (var ((title, result), colour) in Parts(metrics).Zip(["#1b6ca8", "#c2571a"]))
        {
            var points = result
                .Reliability.Where(b => b.Count > 0)
                .Select(b =>
                    Invariant(
                        $"{Rim + (Side * b.MeanProbability):0.0},{Rim + (Side * (1 - b.ShareTrue)):0.0}"
                    )
                );
            var line = colour == "#1b6ca8" ? 16 : 32;
            svg.Append(
                Invariant(
                    $"<polyline points=\"{string.Join(' ', points)}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/><text x=\"{Rim + 8}\" y=\"{Rim + line}\" fill=\"{colour}\">{title}</text>\n"
                )
            );
        }

        return Encoding.UTF8.GetBytes(svg.Append("</svg>\n").ToString());
    }

    private static IReadOnlyList<(string Title, TrustResult Result)> Parts(TrustMetrics metrics) =>
        [("Figures", metrics.Figures), ("Findings", metrics.Findings)];

    private static void Counts(StringBuilder card, string head, IReadOnlyList<TrustCount> counts)
    {
        card.Append(
            Invariant(
                $"| {head} | Reports | Values | Wrong | Accepted | Wrong of those | Share, 95 % bound | In doubt though right | By rules: wrong of accepted | In doubt though right |\n|---|---|---|---|---|---|---|---|---|---|\n"
            )
        );
        foreach (var c in counts)
        {
            card.Append(
                Invariant(
                    $"| {c.Name} | {c.Reports} | {c.Values} | {c.Wrong} | {c.Accepted} | {c.AcceptedWrong} | {100 * c.UpperBound:0.00} % | {c.DoubtedRight} | {c.AcceptedWrongByRules} | {c.DoubtedRightByRules} |\n"
                )
            );
        }

        card.Append('\n');
    }
}
