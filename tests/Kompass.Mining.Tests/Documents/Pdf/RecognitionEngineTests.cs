using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf;
using Kompass.Mining.Documents.Pdf.Recognition;

namespace Kompass.Mining.Tests.Documents.Pdf;

/// <summary>Pages as scanners lay them. Where Tesseract is not installed they are skipped.</summary>
public sealed class RecognitionEngineTests
{
    private static readonly string[] Lines =
    [
        "Kommunen har en plan för hur invånarna kan följa och påverka det som beslutas.",
        "Den antogs av fullmäktige och följs upp varje år i samband med bokslutet.",
        "Nämnderna redovisar sina mål i en mall som är lätt att läsa och förstå.",
        "Biblioteken har öppet till sent på kvällen, och personalen tar emot synpunkter.",
    ];

    [Theory]
    [InlineData(90, 1)]
    [InlineData(180, 2)]
    [InlineData(270, 3)]
    public void PageThatLiesOtherwiseThanUpright_IsReadAsItRuns(int rotate, int turns)
    {
        var page = Read(Text(), $"/Rotate {rotate}", rotate % 180 == 0 ? (595, 842) : (842, 595));

        var word = Assert.Single(page.Words, w => w.Text == "Biblioteken");
        Assert.Equal(turns, word.QuarterTurns);
        // It stands 70 points from the left and 172 from the top of the page upright.
        var (x, y) = ((word.Box.Left + word.Box.Right) / 2, (word.Box.Top + word.Box.Bottom) / 2);
        var (right, down) = turns switch
        {
            1 => (y, 842 - x),
            2 => (595 - x, 842 - y),
            _ => (595 - y, x),
        };
        Assert.InRange(right, 85, 115);
        Assert.InRange(down, 160, 175);
    }

    [Fact]
    public void FaintCopyThatLiesAskew_IsTurnedStraight()
    {
        // Print of 67 % on paper of 94 %, turned by 1.5 degrees.
        var page = Read(
            $"0.94 g 0 0 595 842 re f 0.67 g 0.99966 -0.02618 0.02618 0.99966 0 8 cm {Text()}"
        );

        Assert.InRange(page.Turned, 1.2, 1.8);
        Assert.Equal(Lines, TextOf(page));
    }

    private static string Text() =>
        string.Concat(Lines.Select((line, i) => PdfFile.Show(70, 730 - (20 * i), line)));

    private static IEnumerable<string> TextOf(Page page) =>
        page
            .Words.GroupBy(w => Math.Round(w.Box.Bottom / 20))
            .OrderBy(g => g.Key)
            .Select(g => string.Join(' ', g.OrderBy(w => w.Box.Left).Select(w => w.Text)));

    private static Page Read(
        string content,
        string pageEntries = "",
        (double Width, double Height)? size = null
    )
    {
        Assert.SkipWhen(RecognitionEngine.Find() is null, "Tesseract or pdftoppm is not installed");
        using var folder = new TemporaryFolder();
        var file = folder.File("scan.pdf");
        File.WriteAllBytes(file, PdfFile.OfContents([content], pageEntries));
        var (width, height) = size ?? (595, 842);
        return RecognitionEngine
            .Find()!
            .Read(
                file,
                new Page(1, width, height, []),
                new PdfLimits(),
                TestContext.Current.CancellationToken
            );
    }
}
