using FsCheck.Fluent;
using Kompass.Mining.Evaluation;
using Kompass.Mining.Tests.Properties;

namespace Kompass.Mining.Tests.Evaluation;

public sealed class RankingMetricsTests
{
    [Theory]
    [InlineData("1100", 1, 1, 1, 1)]
    [InlineData("0011", 5.0 / 12, 0, 0.5706, 0)]
    [InlineData("1010", 5.0 / 6, 0.75, 0.9197, 0.5)]
    public void Figures_OfAListInOrder(string list, double ap, double auc, double ndcg, double p2)
    {
        var rows = list.Select((c, i) => Row(-i, c == '1')).ToList();

        Assert.Equal(ap, RankingMetrics.AveragePrecision(rows)!.Value, 4);
        Assert.Equal(auc, RankingMetrics.AreaUnderCurve(rows)!.Value, 4);
        Assert.Equal(ndcg, RankingMetrics.Ndcg(rows)!.Value, 4);
        Assert.Equal(p2, RankingMetrics.Precision(rows, 2), 4);
    }

    [Fact]
    public void NoHits_HaveNoFigure()
    {
        var rows = new[] { Row(1, false), Row(2, false) };

        Assert.Null(RankingMetrics.AveragePrecision(rows));
        Assert.Null(RankingMetrics.AreaUnderCurve(rows));
        Assert.Null(RankingMetrics.Ndcg(rows));
        Assert.Equal(0, RankingMetrics.Precision(rows, 5));
    }

    [Fact]
    public void Ties_CountAsTheMeanOverAllTheirOrders() =>
        Always.Holds(
            Gen.Choose(0, 2).Zip(Gen.Elements(true, false)).ListOf(5).ToArbitrary(),
            cells =>
            {
                var rows = cells.Select(c => Row(c.Item1, c.Item2)).ToList();
                var orders = Orders([.. rows]).ToList();

                Same(RankingMetrics.AveragePrecision);
                Same(RankingMetrics.Ndcg);
                Same(RankingMetrics.AreaUnderCurve);
                Same(r => RankingMetrics.Precision(r, 2));

                void Same(Func<IReadOnlyList<Scored>, double?> figure)
                {
                    if (figure(rows) is { } value)
                    {
                        Assert.Equal(orders.Average(o => figure(o)!.Value), value, 9);
                    }
                }
            },
            60
        );

    // Every order of the rows that their scores allow, each with scores that know no ties.
    private static IEnumerable<Scored[]> Orders(Scored[] rows) =>
        Permutations(rows, 0)
            .Where(p => p.Zip(p.Skip(1)).All(pair => pair.First.Score >= pair.Second.Score))
            .Select(p => p.Select((r, i) => r with { Score = -i }).ToArray());

    private static IEnumerable<Scored[]> Permutations(Scored[] rows, int from)
    {
        if (from == rows.Length)
        {
            yield return [.. rows];
            yield break;
        }

        for (var i = from; i < rows.Length; i++)
        {
            (rows[from], rows[i]) = (rows[i], rows[from]);
            foreach (var order in Permutations(rows, from + 1))
            {
                yield return order;
            }

            (rows[from], rows[i]) = (rows[i], rows[from]);
        }
    }

    private static Scored Row(double score, bool hit) => new(score, 0.5, hit);
}
