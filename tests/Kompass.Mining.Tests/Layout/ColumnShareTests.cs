using Kompass.Mining.Corpus;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Layout;

public sealed class ColumnShareTests
{
    private static readonly ColumnState Strengths = new(FindingKind.Strength, false, false);
    private static readonly ColumnState Improvements = new(FindingKind.Improvement, false, false);
    private static readonly ColumnState Weaknesses = new(FindingKind.Weakness, false, false);

    [Fact]
    public void Find_OfNoPieces_IsEmpty() => Assert.Empty(Find([], Strengths, Improvements));

    [Fact]
    public void Find_InOneColumn_IsSure() =>
        Assert.Equal([(0, 1.0), (0, 1.0)], Find(["Tydliga mål", "och mer"], Strengths));

    [Fact]
    public void Wording_SharesOutButIsNeverSure()
    {
        var found = Find(
            [
                "Tydlig styrmodell som är väl känd",
                "God dialog med invånarna",
                "Utveckla uppföljningen av målen",
                "Överväg att förenkla planerna",
            ],
            Strengths,
            Improvements
        );

        Assert.Equal([0, 0, 1, 1], found.Select(f => f.Column));
        // The outer ones are told by their place: whatever the border, the first stands left.
        Assert.All(found.Skip(1).SkipLast(1), f => Assert.InRange(f.Probability, 0.4, 0.75));
    }

    [Fact]
    public void Pieces_StandInTheOrderOfTheColumns()
    {
        // Worded as strengths after improvement areas: no column may be entered again.
        var found = Find(
            ["Utveckla målen", "Tydlig och väl känd modell", "Förbättra stödet", "God dialog"],
            Strengths,
            Improvements,
            Weaknesses
        );

        Assert.Equal(found.Select(f => f.Column).Order(), found.Select(f => f.Column));
    }

    [Fact]
    public void RestOfAnItem_GoesToTheColumnThatWasBrokenOff()
    {
        var found = Find(
            ["den har bestämts", "Nytt avsnitt"],
            Strengths,
            Improvements with
            {
                IsOpen = true,
                IsBroken = true,
            }
        );

        Assert.Equal(1, found[0].Column);
        Assert.True(found[0].Probability > 0.8, $"{found[0].Probability}");
    }

    [Fact]
    public void TwoRests_GoToTwoColumns()
    {
        var found = Find(
            ["slut på den ena.", "slut på den andra."],
            Strengths with
            {
                IsOpen = true,
            },
            Improvements with
            {
                IsOpen = true,
            }
        );

        Assert.Equal([0, 1], found.Select(f => f.Column));
        Assert.All(found, f => Assert.True(f.Probability > 0.8, $"{f.Probability}"));
    }

    [Fact]
    public void ColumnWithoutItems_GetsSome()
    {
        var found = Find(
            ["Xyz qwe", "Zyx ewq"],
            Strengths with
            {
                IsEmpty = true,
            },
            Improvements with
            {
                IsEmpty = true,
            }
        );

        Assert.Equal([0, 1], found.Select(f => f.Column));
    }

    [Fact]
    public void Probability_OfAllColumnsOfAPieceIsNeverAboveOne() =>
        Assert.All(
            Find(
                [.. Enumerable.Range(0, 60).Select(i => i % 3 == 0 ? "och mer" : "Utveckla målen")],
                Strengths,
                Improvements,
                Weaknesses
            ),
            f => Assert.InRange(f.Probability, 0, 1)
        );

    private static IReadOnlyList<(int Column, double Probability)> Find(
        string[] pieces,
        params ColumnState[] columns
    ) =>
        ColumnShare.Find(
            [.. pieces.Select(p => new Piece(Subject.Passage(p), 1, char.IsLower(p[0])))],
            columns,
            Subject.Knowledge.KindEvidence
        );
}
