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
        TestReports = 4,
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

    [Fact]
    public void LeaveHandsOut_MeasuresEachWriterOfWhomNothingWasLearnt()
    {
        var hands = Trainer.LeaveHandsOut(TestContext.Current.CancellationToken);

        Assert.Equal(["area", "informed", "listed", "written"], hands.Select(h => h.Hand));
        Assert.All(
            hands,
            h => Assert.True(h.Settings.Single(s => s.Name == "own heads").F1 > 0.5, h.Hand)
        );
    }

    private static BorderTrainer Trainer => new(Subject.Knowledge, new MLNetEngine(), Small);

    private static (ModelFile Model, BorderMetrics Metrics) Train() =>
        Trainer.Train(TestContext.Current.CancellationToken);

    private static string Card(ModelFile model, BorderMetrics metrics) =>
        System.Text.Encoding.UTF8.GetString(BorderCard.Text(model, metrics));
}
