namespace Kompass.Mining.Themes;

/// <summary>One list of a report: for each item, in order, how likely each sub-question is by its text alone.</summary>
/// <param name="Questions">Codes of the area's sub-questions, ascending; that of the whole area ends with <c>.0</c>.</param>
/// <param name="Items">One array an item, a probability a code.</param>
internal sealed record ListedItems(IReadOnlyList<string> Questions, IReadOnlyList<double[]> Items);

/// <summary>
/// What the order of lists tells of their items. Most reports go through an area's sub-questions in the instrument's order, several items to one, some passed
/// over; some keep no order. A hidden Markov model of the first (Rabiner 1989) is mixed with even steps, by how likely the lists of the report
/// make each mixture; the posteriors by forward-backward are the items' probabilities.
/// </summary>
internal static class ListOrder
{
    // Shares of steps between neighbours, as counted on labelled lists: the same sub-question, the next, one further on (each falling by Decay), back.
    private const double Same = 0.36;
    private const double Next = 0.34;
    private const double Further = 0.30;
    private const double Decay = 0.6;
    private const double Back = 0.02;

    // The whole area stands anywhere, seldom.
    private const double Whole = 0.02;

    // A list begins with the first sub-question, or one further on.
    private const double StartDecay = 0.75;
    private const double StartWhole = 0.05;

    // No label is quite out of question.
    private const double LeastEmission = 1e-9;

    // How much of each step is even; on each the prior Beta(1, 2) falls from twice the mean to nothing: most reports keep an order.
    private static readonly double[] Disorders =
    [
        .. Enumerable.Range(0, 11).Select(i => Math.Clamp(i / 10.0, 0.02, 0.98)),
    ];

    /// <summary>The items' probabilities, given all lists of one report; list by list, in the order of the codes.</summary>
    public static IReadOnlyList<IReadOnlyList<double[]>> Posteriors(
        IReadOnlyList<ListedItems> lists
    )
    {
        var runs = Disorders
            .Select(disorder =>
            {
                var passes = lists.Select(l => Pass(l, disorder)).ToList();
                return (
                    Weight: Math.Log(1 - disorder) + passes.Sum(p => p.LogLikelihood),
                    Lists: passes.ConvertAll(p => p.Posteriors)
                );
            })
            .ToList();
        var shares = runs.Select(r => r.Weight).ToArray();
        Learning.Softmax.Apply(shares);
        return
        [
            .. lists.Select(
                (list, l) =>
                    (IReadOnlyList<double[]>)
                        [
                            .. list.Items.Select(
                                (item, i) =>
                                    (double[])
                                        [
                                            .. item.Select(
                                                (_, q) =>
                                                    shares
                                                        .Select(
                                                            (s, r) => s * runs[r].Lists[l][i][q]
                                                        )
                                                        .Sum()
                                            ),
                                        ]
                            ),
                        ]
            ),
        ];
    }

    // Forward and backward, each step brought to a sum of 1.
    private static (double LogLikelihood, double[][] Posteriors) Pass(
        ListedItems list,
        double disorder
    )
    {
        var places = PlacesOf(list.Questions);
        var start = Mixed(places.Select(Start), disorder);
        var steps = places
            .Select(from => Mixed(places.Select(to => Step(from, to, places.Length - 1)), disorder))
            .ToArray();
        var forward = new List<double[]>();
        var logLikelihood = 0.0;
        foreach (var item in list.Items)
        {
            var before = forward.Count == 0 ? start : Forward(forward[^1], steps);
            var here = Product(before, Likely(item));
            logLikelihood += Math.Log(here.Sum());
            forward.Add(Normal(here));
        }

        var posteriors = new double[list.Items.Count][];
        var backward = Enumerable.Repeat(1.0, places.Length).ToArray();
        for (var i = list.Items.Count - 1; i >= 0; i--)
        {
            posteriors[i] = Normal(Product(forward[i], backward));
            backward = Normal(Backward(Product(Likely(list.Items[i]), backward), steps));
        }

        return (logLikelihood, posteriors);
    }

    private static double[] Likely(double[] item) =>
        Array.ConvertAll(item, p => Math.Max(p, LeastEmission));

    private static double[] Product(double[] one, double[] other) =>
        [.. one.Zip(other, (a, b) => a * b)];

    private static double[] Forward(double[] from, double[][] steps) =>
        [.. from.Select((_, to) => from.Zip(steps, (f, s) => f * s[to]).Sum())];

    private static double[] Backward(double[] to, double[][] steps) =>
        Array.ConvertAll(steps, s => Product(s, to).Sum());

    // 1 for the first sub-question, and so on; 0 for the whole area.
    private static int[] PlacesOf(IReadOnlyList<string> questions)
    {
        var place = 0;
        return [.. questions.Select(q => q.EndsWith(".0", StringComparison.Ordinal) ? 0 : ++place)];
    }

    private static double Start(int place) =>
        place == 0 ? StartWhole : Math.Pow(StartDecay, place - 1);

    private static double Step(int from, int to, int last) =>
        to == 0 ? Whole
        : from == 0 ? 1.0 / Math.Max(1, last)
        : to == from ? Same
        : to == from + 1 ? Next
        : to > from ? Further * (1 - Decay) * Math.Pow(Decay, to - from - 2)
        : Back;

    private static double[] Mixed(IEnumerable<double> ordered, double disorder)
    {
        var shares = Normal([.. ordered]);
        return [.. shares.Select(s => ((1 - disorder) * s) + (disorder / shares.Length))];
    }

    private static double[] Normal(double[] values)
    {
        var sum = values.Sum();
        return Array.ConvertAll(values, v => v / sum);
    }
}
