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
