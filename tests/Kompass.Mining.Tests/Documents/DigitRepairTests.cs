using Kompass.Mining.Documents;

namespace Kompass.Mining.Tests.Documents;

public sealed class DigitRepairTests
{
    [Fact]
    public void WordsOfPages_HaveDigits()
    {
        var pages = DigitRepair.OtherDigits([
            new Page(
                1,
                595,
                842,
                [
                    new Word("۵８", new Box(0, 0, 10, 10), 10),
                    new Word("poäng", new Box(12, 0, 40, 10), 10),
                ]
            ),
        ]);

        Assert.Equal(["58", "poäng"], pages[0].Words.Select(w => w.Text));
    }
}
