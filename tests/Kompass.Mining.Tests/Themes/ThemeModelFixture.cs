using Kompass.Mining.Learning;
using Kompass.Mining.MLNet;
using Kompass.Mining.Themes;
using Kompass.Mining.Themes.Training;

namespace Kompass.Mining.Tests.Themes;

/// <summary>A small model, trained once on every eighth authored example.</summary>
public sealed class ThemeModelFixture
{
    public static readonly ILearningEngine Engine = new MLNetEngine();

    internal static readonly ThemeTrainingOptions Quick = new(Iterations: 12, Folds: 2);

    internal static IReadOnlyList<LabelledFinding> Rows { get; } =
    [.. TrainingData.Authored(Subject.Knowledge).Where((_, i) => i % 8 == 0)];

    public ThemeModel Model { get; } =
        new ThemeTrainer(Subject.Knowledge, Engine, Quick).Train(Rows);

    /// <summary>The model that the product ships.</summary>
    public static Lazy<ThemeModel> Shipped { get; } =
        new(() =>
            ThemeModel.Read(
                Path.Combine(Repository.Root, "models", "themes", "model.bin"),
                Subject.Knowledge
            )
        );
}
