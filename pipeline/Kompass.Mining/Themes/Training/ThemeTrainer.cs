using Kompass.Mining.Learning;
using Kompass.Mining.Themes.Language;

namespace Kompass.Mining.Themes.Training;

/// <summary>
/// Trains the model of themes. The theme's classifier learns from the sub-question probabilities that texts get when they were not learnt from (stacking,
/// Wolpert 1992). The same rows in the same order give the same model.
/// </summary>
public sealed class ThemeTrainer(
    Knowledge knowledge,
    ILearningEngine engine,
    ThemeTrainingOptions? options = null
)
{
    /// <summary>The edition whose sub-questions the training data name.</summary>
    public const string EditionId = "2010";

    private readonly ThemeTrainingOptions _options = options ?? new ThemeTrainingOptions();
    private readonly Edition _edition = knowledge.Edition(EditionId);

    /// <summary>Trains.</summary>
    /// <param name="rows">What to learn from; at least two themes and, in each area, two sub-questions.</param>
    /// <param name="cancellation">Stops between iterations.</param>
    public ThemeModel Train(
        IReadOnlyList<LabelledFinding> rows,
        CancellationToken cancellation = default
    )
    {
        var compounds = CompoundSplitter.Of(rows.Where(r => r.Report is null).Select(r => r.Text));
        var features = new TextFeatures(compounds);
        var vocabulary = TextVocabulary.Of([.. rows.Select(r => r.Text)], features);
        var inputs = new LabelInputs(_edition, features, vocabulary);
        var prepared = FoldsOf(rows)
            .Select(
                (fold, i) => new Row(rows[i], fold, inputs.ForQuestion(rows[i].Text, rows[i].Area))
            )
            .ToList();
        var stacked = Stacked(prepared, vocabulary.Space, cancellation);
        return new ThemeModel(
            knowledge,
            _edition,
            compounds,
            inputs,
            Questions(prepared, vocabulary.Space, cancellation),
            LabelModel.Train(
                engine,
                vocabulary.Space,
                [.. stacked.SelectMany(ThemeExamples)],
                _options.ForThemes,
                cancellation
            ),
            Header(rows)
        );
    }

    // Authored examples in turn, and what comes from one report always together, for its texts are not independent.
    private IEnumerable<int> FoldsOf(IReadOnlyList<LabelledFinding> rows)
    {
        var reports = rows.Select(r => r.Report)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        var authored = 0;
        return rows.Select(r =>
            (r.Report is null ? authored++ : reports.IndexOf(r.Report)) % _options.Folds
        );
    }

    private SortedDictionary<int, LabelModel> Questions(
        IEnumerable<Row> rows,
        FeatureSpace vocabulary,
        CancellationToken cancellation
    )
    {
        var areas = rows.Where(r => r.Finding.Question is not null)
            .GroupBy(r => r.Finding.Area)
            .OrderBy(g => g.Key)
            .ToList();
        var models = new LabelModel[areas.Count];
        Parallel.For(
            0,
            areas.Count,
            new ParallelOptions { CancellationToken = cancellation },
            i =>
                models[i] = LabelModel.Train(
                    engine,
                    vocabulary,
                    [.. areas[i].Select(r => (r.Input, r.Finding.Question!, WeightOf(r.Finding)))],
                    _options.ForQuestions,
                    cancellation
                )
        );
        return new SortedDictionary<int, LabelModel>(
            areas.Select((a, i) => (a.Key, models[i])).ToDictionary(x => x.Key, x => x.Item2)
        );
    }

    private IEnumerable<(LabelInput, string, double)> ThemeExamples(Row row)
    {
        var weight = WeightOf(row.Finding);
        var second = row.Finding.Theme2 is null ? 0 : _options.SecondThemeShare;
        yield return (row.Input, row.Finding.Theme!, weight * (1 - second));
        if (second > 0)
        {
            yield return (row.Input, row.Finding.Theme2!, weight * second);
        }
    }

    // The rows that have a theme, each with what its sub-questions look like to models that did not see its fold.
    private List<Row> Stacked(
        List<Row> rows,
        FeatureSpace vocabulary,
        CancellationToken cancellation
    )
    {
        var models = Enumerable
            .Range(0, _options.Folds)
            .Select(fold => Questions(rows.Where(r => r.Fold != fold), vocabulary, cancellation))
            .ToList();
        return
        [
            .. rows.Where(r => r.Finding.Theme is not null)
                .Select(row =>
                {
                    var model = models[row.Fold][row.Finding.Area];
                    var questions = model.Labels.Zip(
                        model.Predict(row.Input),
                        (c, p) => new LabelProbability(c, p)
                    );
                    return row with
                    {
                        Input = LabelInputs.ForTheme(row.Input, row.Finding.Area, questions),
                    };
                }),
        ];
    }

    private double WeightOf(LabelledFinding finding) =>
        finding.Source switch
        {
            LabelSource.Gold => _options.GoldWeight,
            LabelSource.Distant => _options.DistantWeight,
            _ => 1,
        };

    private ModelHeader Header(IReadOnlyList<LabelledFinding> rows)
    {
        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["options"] = _options.ToString(),
        };
        foreach (var source in Enum.GetValues<LabelSource>())
        {
            settings[source.ToString().ToLowerInvariant()] = rows.Count(r => r.Source == source)
                .ToString(CultureInfo.InvariantCulture);
        }

        return new ModelHeader(
            ThemeModel.Kind,
            engine.Name,
            engine.Version,
            ThemeModel.CodeVersion,
            EditionId,
            TrainingData.HashOf(rows),
            settings
        );
    }

    private sealed record Row(LabelledFinding Finding, int Fold, LabelInput Input);
}
