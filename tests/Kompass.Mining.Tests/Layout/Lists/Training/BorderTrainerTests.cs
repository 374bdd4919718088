using Kompass.Mining.Layout.Lists.Training;
using Kompass.Mining.Learning;
using Kompass.Mining.Learning.Trees;
using Kompass.Mining.MLNet;

namespace Kompass.Mining.Tests.Layout.Lists.Training;

public sealed class BorderTrainerTests
{
    private static readonly BorderTrainingOptions Small = new()
    {
        AreaFolds = 2,
        ReportsPerFold = 10,
        TestReports = 1,
        GapTrees = new TreeOptions(20, 12, 15, 0.2),
        ItemTrees = new TreeOptions(10, 6, 20, 0.2),
    };

    [Fact]
    public void Train_GivesTheSameBytesForTheSameData()
    {
        var (model, metrics) = Train();

        Assert.Equal(model.ToBytes(), Train().Model.ToBytes());
        // Even a model as small as this reads lists whose headings are their own.
        var plain = metrics.Settings.Single(s => s.Name == "own heads");
        Assert.True(plain.F1 > 0.7, $"{plain.F1}");
        Assert.Contains("own heads", Card(model, metrics), StringComparison.Ordinal);
    }

    private static (ModelFile Model, BorderMetrics Metrics) Train() =>
        new BorderTrainer(Subject.Knowledge, new MLNetEngine(), Small).Train(
            TestContext.Current.CancellationToken
        );

    private static string Card(ModelFile model, BorderMetrics metrics) =>
        System.Text.Encoding.UTF8.GetString(BorderCard.Text(model, metrics));
}
