using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf;

namespace Kompass.Mining.Tests.Documents.Pdf;

public sealed class DigitCodeTests
{
    [Fact]
    public void DigitsThatAreAlwaysSeenAsOthers_AreReadSoEverywhere()
    {
        var code = DigitCode.Of([
            ("26", "79"),
            ("22", "77"),
            ("66", "99"),
            ("5", "5"),
            ("55", "55"),
        ]);

        var page = new Page(
            1,
            600,
            800,
            [
                new Word("2.6", new Box(0, 0, 10, 10), 10),
                new Word("år", new Box(20, 0, 30, 10), 10),
            ],
            PageOrigin.TextLayer
        );
        Assert.Equal(["7.9", "år"], DigitCode.Read(page, code!).Words.Select(w => w.Text));
    }

    [Theory]
    // What is said is what is seen.
    [InlineData("262626", "262626")]
    // Now this, now that.
    [InlineData("222222", "777222")]
    // Two digits cannot mean one.
    [InlineData("222666", "777777")]
    // Too few to tell a code from a misreading.
    [InlineData("22", "77")]
    public void WhatIsNoCode_IsNone(string said, string seen) =>
        Assert.Null(DigitCode.Of([(said, seen)]));
}
