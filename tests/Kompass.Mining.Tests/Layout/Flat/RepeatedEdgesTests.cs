using Kompass.Mining.Layout.Flat;

namespace Kompass.Mining.Tests.Layout.Flat;

public sealed class RepeatedEdgesTests
{
    [Fact]
    public void FooterAndTheHeaderBehindIt_AreOne()
    {
        var text = string.Join(
            "\n\n",
            Enumerable.Range(2, 6).Select(p => $"Rapport om Ekdals kommun {Prose(p)} Sida {p} av 7")
        );

        Assert.Equal(
            [
                "Rapport om Ekdals kommun",
                .. Enumerable.Range(2, 5).Select(p => $"Sida {p} av 7\n\nRapport om Ekdals kommun"),
                "Sida 7 av 7",
            ],
            RepeatedEdges.Find(text).Select(e => text[e.Start..e.End])
        );
    }

    [Fact]
    public void FooterOfAPageThatHoldsALineOnly_IsNoText()
    {
        var text = string.Join(
            "\n\n",
            Enumerable
                .Range(2, 6)
                .Select(p => $"{(p == 4 ? "En rad." : Prose(p))} Om Ekdals kommun {p}")
        );

        Assert.Equal(
            Enumerable.Range(2, 6).Select(p => $"Om Ekdals kommun {p}"),
            RepeatedEdges.Find(text).Select(e => text[e.Start..e.End])
        );
    }

    [Fact]
    public void PointsOutOfAMaximum_AtTheEndOfALine_StayBesidePageNumbers()
    {
        var text = string.Join(
            "\n\n",
            Enumerable
                .Range(2, 6)
                .Select(p => $"Politiska mål {p * 7 % 20} (20)\n{Prose(p)} {p} (9)")
        );

        Assert.Equal(
            Enumerable.Range(2, 6).Select(p => $"{p} (9)"),
            RepeatedEdges.Find(text).Select(e => text[e.Start..e.End])
        );
    }

    [Fact]
    public void PageOfNothingButItsHeader_MayHaveItForItsFooterToo()
    {
        const string Edge = "Rapport om Ekdals kommun";
        var text = string.Join(
            "\n\n",
            Enumerable.Range(2, 6).Select(p => p == 4 ? Edge : $"{Edge} {Prose(p)} {Edge}")
        );

        Assert.Equal(
            [Edge, $"{Edge}\n\n{Edge}", $"{Edge}\n\n{Edge}\n\n{Edge}"],
            RepeatedEdges.Find(text).Take(3).Select(e => text[e.Start..e.End])
        );
    }

    [Theory]
    [InlineData(1, "3 (9)\n\n", 4)]
    // What does not count up are points.
    [InlineData(2, null, null)]
    public void NumbersThatCountUpAtTheEndsOfPages_AreNoText(int step, string? edge, int? page)
    {
        var text = string.Join(
            "\n\n",
            Enumerable.Range(2, 6).Select(p => $"{Prose(p)} {2 + ((p - 2) * step)} (9)")
        );

        var edges = RepeatedEdges.Find(text);

        Assert.Equal(edge is null ? 0 : 6, edges.Count);
        Assert.Equal(page, edges.Select(e => e.Page).ElementAtOrDefault(1));
        Assert.Equal(edge?.Trim(), edges.Select(e => text[e.Start..e.End]).ElementAtOrDefault(1));
    }

    [Theory]
    [InlineData(1, "Om Ekdals kommun\n\n5", 5)]
    // What does not count up is the first of the page's own words.
    [InlineData(7, "Om Ekdals kommun", null)]
    public void NumberBehindAFooter_IsThePagesWhereItCountsUp(int step, string edge, int? page)
    {
        var text = string.Join(
            "\n\n",
            Enumerable
                .Range(2, 6)
                .Select(p => $"{5 + ((p - 3) * step)} {Prose(p)} Om Ekdals kommun")
        );

        var first = RepeatedEdges.Find(text)[0];

        Assert.Equal((edge, page), (text[first.Start..first.End], first.Page));
    }

    [Fact]
    public void WhatHalfOfThePagesBeginWith_IsText()
    {
        var text = string.Join(
            '\n',
            Enumerable.Range(0, 6).Select(p => (p % 2 == 0 ? "Ekdals kommun har " : "") + Prose(p))
        );

        Assert.Empty(RepeatedEdges.Find(text));
    }

    [Fact]
    public void LinesThatAreNoPages_HaveNoEdges() =>
        Assert.Empty(
            RepeatedEdges.Find(
                string.Join('\n', Enumerable.Range(0, 20).Select(i => $"Hur är det med {i} mål?"))
            )
        );

    // Pages that share no word at either end.
    private static string Prose(int page) =>
        string.Join(' ', Enumerable.Range(0, 80).Select(w => $"ord{(char)('a' + page)}{w}x"));
}
