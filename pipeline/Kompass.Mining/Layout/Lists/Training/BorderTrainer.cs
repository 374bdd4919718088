using Kompass.Mining.Learning;
using Kompass.Mining.Learning.Trees;

namespace Kompass.Mining.Layout.Lists.Training;

/// <summary>
/// Learns from generated lists where items end, and how often what was put together is right. One example in six is kept apart, and with it kinds of
/// setting that training never sees: on those it is measured. Whatever a model is asked about in training is of areas whose words its word counts and its
/// kinds have not seen, as a report's words are its own; and each item's confidence is learnt from borders that were learnt on other areas.
/// </summary>
public sealed class BorderTrainer(
    Knowledge knowledge,
    ILearningEngine engine,
    BorderTrainingOptions options
)
{
    // One generated report in so many is set in a harder way: it teaches what confidence is worth, and no borders.
    private const int HarderEvery = 4;

    private readonly WordTraits _traits = new(knowledge.Swedish, knowledge.Municipalities);

    /// <summary>Trains the model and measures it.</summary>
    public (ModelFile Model, BorderMetrics Metrics) Train(CancellationToken cancellation = default)
    {
        var (whole, lexicon, items, gaps) = Learn(Seen(knowledge, options), cancellation);
        var test = Unseen(knowledge, options);
        var metrics = new BorderMetrics(
            items,
            gaps,
            whole.SureFrom,
            test.Count,
            InEachSetting(whole, lexicon, test, cancellation)
        );
        var header = new ModelHeader(
            ListModel.Kind,
            engine.Name,
            engine.Version,
            ListModel.Code,
            null,
            HashOf(Examples(knowledge, options)),
            options.ToSettings()
        );
        return (new ModelFile(header, whole.Parts()), metrics);
    }

    /// <summary>
    /// How well lists of a writer are read of whom nothing was learnt: each hand's examples are left out in turn, all else is learnt as for the model itself,
    /// and lists of that hand's alone are read.
    /// </summary>
    public IReadOnlyList<HandMetrics> LeaveHandsOut(CancellationToken cancellation = default) =>
        [
            .. Examples(knowledge, options)
                .GroupBy(e => e.Hand, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => LeaveOut(g.Key, [.. g], cancellation)),
        ];

    private HandMetrics LeaveOut(
        string hand,
        IReadOnlyList<TrainingExample> own,
        CancellationToken cancellation
    )
    {
        var (model, lexicon, _, _) = Learn(
            [.. Examples(knowledge, options).Where(e => e.Hand != hand)],
            cancellation
        );
        return new HandMetrics(hand, own.Count, InEachSetting(model, lexicon, own, cancellation));
    }

    private (ListModel Model, Lexicon Lexicon, int Items, int Gaps) Learn(
        IReadOnlyList<TrainingExample> seen,
        CancellationToken cancellation
    )
    {
        var parts = Enumerable
            .Range(0, options.AreaFolds)
            .AsParallel()
            .AsOrdered()
            .WithCancellation(cancellation)
            .Select(f => PartOf(seen, f, cancellation))
            .ToList();

        List<List<TreeExample>> halves =
        [
            .. new[] { 0, 1 }.Select(half => ItemsOf(parts, half, cancellation)),
        ];
        var (allBorders, allEnds, allSeams) = Trees(parts, cancellation);
        var items = ItemTrees([.. halves.SelectMany(h => h)], cancellation);
        var sureFrom = SureFrom(halves, cancellation);
        var whole = new ListModel(
            WordPlaces.Of(seen.Select(e => e.Text)),
            KindsOf(seen, cancellation),
            allBorders,
            allEnds,
            allSeams,
            items,
            sureFrom
        );
        return (
            whole,
            Lexicon.Of(seen.Select(e => e.Text)),
            halves.Sum(h => h.Count),
            parts.Sum(p => p.Borders.Count)
        );
    }

    // The items of half of the parts, put together by trees that the other half has grown.
    private List<TreeExample> ItemsOf(
        IReadOnlyList<Part> parts,
        int half,
        CancellationToken cancellation
    )
    {
        var (borders, ends, seams) = Trees(parts.Where((_, i) => i % 2 != half), cancellation);
        var items = new List<TreeExample>();
        foreach (var part in parts.Where((_, i) => i % 2 == half))
        {
            var model = new ListModel(part.Places, part.Kinds, borders, ends, seams, null);
            items.AddRange(
                part.Lists.AsParallel()
                    .AsOrdered()
                    .WithCancellation(cancellation)
                    .SelectMany(lists =>
                        Judged(lists, model, part.Lexicon)
                            .Where(j => !j.IsMissed)
                            .Select(j => new TreeExample(j.Row, j.IsRight))
                    )
            );
        }

        return items;
    }

    private BoostedTrees ItemTrees(
        IReadOnlyList<TreeExample> items,
        CancellationToken cancellation
    ) => engine.TrainTrees(ItemFeatures.Space, items, options.ItemTrees, cancellation);

    // The least confidence above which no more than the wanted share is wrong, each half judged by what the other taught.
    private double SureFrom(List<List<TreeExample>> halves, CancellationToken cancellation)
    {
        var judged = new List<(double Confidence, bool IsRight)>();
        for (var half = 0; half < halves.Count; half++)
        {
            var trees = ItemTrees(halves[1 - half], cancellation);
            judged.AddRange(halves[half].Select(e => (trees.Predict(e.Row), e.IsYes)));
        }

        var (sure, wrong, count) = (1.0, 0, 0);
        foreach (var (confidence, isRight) in judged.OrderByDescending(j => j.Confidence))
        {
            count++;
            wrong += isRight ? 0 : 1;
            if (wrong <= options.WrongOfSure * count)
            {
                sure = confidence;
            }
        }

        return Math.Max(Item.DoubtBelow, Math.Round(sure, 3));
    }

    // On settings that training has seen, then on those that it has not.
    private IReadOnlyList<SettingMetrics> InEachSetting(
        ListModel model,
        Lexicon lexicon,
        IReadOnlyList<TrainingExample> test,
        CancellationToken cancellation
    ) =>
        [
            .. ListSetting
                .Known.Concat(ListSetting.Unseen)
                .Select(s => Measure(model, lexicon, s, test, cancellation)),
        ];

    /// <summary>Measures a model on lists of one setting, made of examples of its own.</summary>
    internal SettingMetrics Measure(
        ListModel model,
        Lexicon lexicon,
        ListSetting setting,
        IReadOnlyList<TrainingExample> test,
        CancellationToken cancellation
    )
    {
        var generator = new ListGenerator(knowledge, test);
        var judged = Enumerable
            .Range(0, options.TestReports)
            .AsParallel()
            .AsOrdered()
            .WithCancellation(cancellation)
            .SelectMany(i =>
                Judged(generator.Make(setting, options.Seed + 500_000 + i), model, lexicon)
            )
            .ToList();
        return SettingMetrics.Of(setting.Name, ListSetting.Known.Contains(setting), judged);
    }

    private Part PartOf(
        IReadOnlyList<TrainingExample> seen,
        int fold,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        var own = seen.Where(e => e.Area % options.AreaFolds == fold).ToList();
        var others = seen.Where(e => e.Area % options.AreaFolds != fold).ToList();
        var part = new Part(
            WordPlaces.Of(others.Select(e => e.Text)),
            KindsOf(others, cancellation),
            Lexicon.Of(others.Select(e => e.Text)),
            [],
            [],
            [],
            []
        );
        var generator = new ListGenerator(knowledge, own);
        for (var i = 0; i < options.ReportsPerFold; i++)
        {
            var seed = options.Seed + (fold * 10_000) + i;
            var isHarder = i % HarderEvery == HarderEvery - 1;
            var settings = isHarder ? ListSetting.Harder : ListSetting.Known;
            var lists = generator.Make(
                settings[(isHarder ? i / HarderEvery : i) % settings.Count],
                seed
            );
            part.Lists.Add(lists);
            new GapCollector(part.Places, part.Lexicon, _traits, new Random(seed)).Collect(
                lists,
                isHarder ? [] : part.Borders,
                isHarder ? [] : part.Ends,
                part.Seams
            );
        }

        return part;
    }

    private (BoostedTrees Borders, BoostedTrees Ends, BoostedTrees Seams) Trees(
        IEnumerable<Part> parts,
        CancellationToken cancellation
    )
    {
        var used = parts.ToList();
        return (
            engine.TrainTrees(
                GapFeatures.Both,
                [.. used.SelectMany(p => p.Borders)],
                options.GapTrees,
                cancellation
            ),
            engine.TrainTrees(
                GapFeatures.Left,
                [.. used.SelectMany(p => p.Ends)],
                options.GapTrees,
                cancellation
            ),
            engine.TrainTrees(
                GapFeatures.Both,
                [.. used.SelectMany(p => p.Seams)],
                options.GapTrees,
                cancellation
            )
        );
    }

    private KindModel KindsOf(
        IReadOnlyList<TrainingExample> examples,
        CancellationToken cancellation
    )
    {
        var rows = examples
            .Select(e => (Features: KindModel.Features(e.Text).ToList(), e.Kind))
            .ToList();
        var space = new FeatureSpace(
            rows.SelectMany(r => r.Features.Select(f => f.Key))
                .GroupBy(n => n, StringComparer.Ordinal)
                .Where(g => g.Count() > 1)
                .Select(g => g.Key)
                .Order(StringComparer.Ordinal)
        );
        return new KindModel(
            engine.TrainClassifier(
                space,
                KindModel.Labels,
                [.. rows.Select(r => new Example(space.Vector(r.Features), (int)r.Kind))],
                new LearningOptions(options.KindPenalty),
                cancellation
            )
        );
    }

    private IEnumerable<JudgedItem> Judged(GeneratedLists lists, ListModel model, Lexicon lexicon)
    {
        var reader = new ListReader(model, lists.Words, lexicon, _traits);
        var areas = lists.Areas.Select(a => (Area: a, Stretches: a.ToStretches())).ToList();
        var style = reader.StyleOf(areas.SelectMany(a => a.Stretches));
        foreach (var (area, stretches) in areas)
        {
            var read = reader.Read(stretches, area.Kinds, style);
            foreach (var item in JudgedItem.Of(area, stretches, read))
            {
                yield return item;
            }
        }
    }

    /// <summary>The examples that are kept apart, one in so many: nothing of borders is learnt from them.</summary>
    internal static List<TrainingExample> Unseen(
        Knowledge knowledge,
        BorderTrainingOptions options
    ) => [.. Examples(knowledge, options).Where((_, i) => IsKept(i, options))];

    /// <summary>The others.</summary>
    internal static List<TrainingExample> Seen(
        Knowledge knowledge,
        BorderTrainingOptions options
    ) => [.. Examples(knowledge, options).Where((_, i) => !IsKept(i, options))];

    private static bool IsKept(int example, BorderTrainingOptions options) =>
        example % options.Folds == options.Folds - 1;

    private static List<TrainingExample> Examples(
        Knowledge knowledge,
        BorderTrainingOptions options
    )
    {
        var order = TrainingExample
            .ReadAll(Path.Combine(knowledge.Folder, "training"), "*area-*.csv")
            .DistinctBy(e => (e.Area, e.Kind, e.Text))
            .OrderBy(e => e.Text, StringComparer.Ordinal)
            .ThenBy(e => e.Area)
            .ThenBy(e => e.Kind)
            .ToArray();
        new Random(options.Seed).Shuffle(order);
        return [.. order];
    }

    private static string HashOf(IEnumerable<TrainingExample> examples) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join('\n', examples.Select(e => $"{e.Area}\t{e.Kind}\t{e.Text}"))
                )
            )
        )[..16];

    private sealed record Part(
        WordPlaces Places,
        KindModel Kinds,
        Lexicon Lexicon,
        List<GeneratedLists> Lists,
        List<TreeExample> Borders,
        List<TreeExample> Ends,
        List<TreeExample> Seams
    );
}
