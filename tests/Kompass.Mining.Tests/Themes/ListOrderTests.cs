using Kompass.Mining.Themes;

namespace Kompass.Mining.Tests.Themes;

public sealed class ListOrderTests
{
    private static readonly string[] Codes = ["1.0", "1.1", "1.2", "1.3", "1.4", "1.5"];

    [Fact]
    public void ItemInDoubt_BetweenCertainOnes_IsWhatTheOrderSays()
    {
        // By its text 1.5 is likelier than 1.2; it stands between 1.1 and 1.3.
        double[] doubtful = [0.02, 0.02, 0.4, 0.02, 0.02, 0.52];

        var items = Posteriors([Sure(1), doubtful, Sure(3), Sure(4)]);

        Assert.True(items[1][2] > 0.8, $"{items[1][2]}");
        Assert.True(doubtful[5] > doubtful[2]);
    }

    [Fact]
    public void ListsWithoutOrder_LeaveWhatTheTextsSay()
    {
        double[] doubtful = [0.02, 0.02, 0.4, 0.02, 0.02, 0.52];

        var items = Posteriors([
            Sure(5),
            Sure(2),
            Sure(4),
            Sure(3),
            doubtful,
            Sure(1),
            Sure(3),
            Sure(5),
            Sure(2),
            Sure(4),
            Sure(1),
        ]);

        Assert.True(items[4][5] > items[4][2], $"{items[4][5]} {items[4][2]}");
    }

    [Fact]
    public void Probabilities_AddUpToOneForEveryItem() =>
        Assert.All(Posteriors([Sure(3), Sure(0), Sure(1)]), item => Assert.Equal(1, item.Sum(), 9));

    [Fact]
    public void CertainItems_StayWhatTheyAre_WhateverTheirOrder() =>
        Assert.Equal(
            [4, 0, 2],
            Posteriors([Sure(4), Sure(0), Sure(2)]).Select(i => Array.IndexOf(i, i.Max()))
        );

    [Fact]
    public void NoLists_GiveNothing() => Assert.Empty(ListOrder.Posteriors([]));

    private static IReadOnlyList<double[]> Posteriors(IReadOnlyList<double[]> items) =>
        ListOrder.Posteriors([new ListedItems(Codes, items)])[0];

    private static double[] Sure(int at) =>
        [.. Enumerable.Range(0, Codes.Length).Select(i => i == at ? 0.995 : 0.001)];
}
