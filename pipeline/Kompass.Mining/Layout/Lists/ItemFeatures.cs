using Kompass.Mining.Learning;

namespace Kompass.Mining.Layout.Lists;

/// <summary>What is known of an item once its area's lists are put together: what its confidence is learnt from.</summary>
internal static class ItemFeatures
{
    /// <summary>The columns of <see cref="Of"/>.</summary>
    public static FeatureSpace Space { get; } =
        new([
            "borders",
            "column",
            "start border",
            "end",
            "end border",
            "item before",
            "item after",
            "border inside",
            "wording",
            "words",
            "characters",
            "pieces",
            "shared",
            "seams",
            "lacks start",
            "starts with capital",
            "ends with stop",
            "bullets",
            "place from end",
            "items in column",
            "columns",
            "least in column",
            "mean in area",
            "style capitals",
            "style stops",
            "style stop before capital",
            "style opens after stop",
            "style lines",
            "style capital lines",
            "style lower opens",
        ]);

    /// <summary>One row for each item of each column.</summary>
    public static IReadOnlyList<IReadOnlyList<float[]>> Of(
        IReadOnlyList<ListColumn> columns,
        IReadOnlyList<Stretch> stretches,
        GapJudge judge
    )
    {
        var mean = columns
            .SelectMany(c => c.Items)
            .Select(i => i.Probability)
            .DefaultIfEmpty(1)
            .Average();
        var seams = Seams(stretches, judge);
        return
        [
            .. columns.Select(c =>
                c.Items.Select((_, i) => Row(c, i, columns.Count, mean, seams, stretches, judge))
                    .ToList()
            ),
        ];
    }

    private static float[] Row(
        ListColumn column,
        int place,
        int columns,
        double mean,
        float seams,
        IReadOnlyList<Stretch> stretches,
        GapJudge judge
    )
    {
        var item = column.Items[place];
        var run = new TokenRun(item.Tokens, 0, item.Tokens.Count);
        var bullets = stretches[item.Parts[0].Stretch].HasBullets;
        var kinds = judge.Kinds(run);
        var own = kinds[(int)column.Kind];
        kinds[(int)column.Kind] = double.NegativeInfinity;
        return
        [
            Logit(item.Probability),
            Logit(item.ColumnProbability),
            place == 0
                ? 1
                : Before(
                    new TokenRun(
                        column.Items[place - 1].Tokens,
                        0,
                        column.Items[place - 1].Tokens.Count
                    ),
                    item,
                    stretches,
                    judge
                ),
            (float)judge.Ends(run),
            place + 1 == column.Items.Count
                ? 1
                : Before(run, column.Items[place + 1], stretches, judge),
            place == 0 ? 1 : (float)column.Items[place - 1].Probability,
            place + 1 == column.Items.Count ? 1 : (float)column.Items[place + 1].Probability,
            bullets ? 0 : (float)judge.MostWithin(item.Tokens),
            (float)(own - kinds.Max()),
            run.Count,
            item.Tokens.Sum(t => t.Text.Length + 1),
            item.Parts.Count,
            item.WasShared ? 1 : 0,
            item.WasShared ? seams : 0,
            item.LacksStart ? 1 : 0,
            item.Tokens[0].IsCapital ? 1 : 0,
            item.Tokens[^1].Text[^1] is '.' or '!' or '?' ? 1 : 0,
            bullets ? 1 : 0,
            column.Items.Count - place,
            column.Items.Count,
            columns,
            (float)column.Items.Min(i => i.Probability),
            (float)mean,
            (float)judge.Style.Capitals,
            (float)judge.Style.Stops,
            (float)judge.Style.StopBeforeCapital,
            (float)judge.Style.OpensAfterStop,
            (float)judge.Style.Lines,
            (float)judge.Style.CapitalLines,
            (float)judge.Style.LowerOpens,
        ];
    }

    // How likely an item ends before the next one of its column.
    private static float Before(
        TokenRun run,
        ListItem next,
        IReadOnlyList<Stretch> stretches,
        GapJudge judge
    ) =>
        (float)
            judge.Border(
                run,
                new TokenRun(next.Tokens, 0, next.Tokens.Count),
                stretches[next.Parts[0].Stretch].HasBullets ? next.Tokens[0].HasBullet : null
            );

    // In what several columns share, how often does another column's line seem to begin? Where lines of columns stand in turn, nothing read is right.
    private static float Seams(IReadOnlyList<Stretch> stretches, GapJudge judge) =>
        (float)
            stretches
                .Where(s => s.Columns.Count > 1)
                .SelectMany(s =>
                    Enumerable
                        .Range(1, Math.Max(0, s.Tokens.Count - 1))
                        .Select(i => judge.Seam(s, i))
                )
                .DefaultIfEmpty(0)
                .Average();

    private static float Logit(double probability)
    {
        var p = Math.Clamp(probability, 1e-6, 1 - 1e-6);
        return (float)Math.Log(p / (1 - p));
    }
}
