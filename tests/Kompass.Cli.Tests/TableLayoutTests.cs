using System.Text.RegularExpressions;

namespace Kompass.Cli.Tests;

public sealed partial class TableLayoutTests
{
    private const string Run = "20260102T020000Z";

    private static readonly string[] Wide =
    [
        "run",
        "seconds",
        "seen",
        "extracted",
        "unchanged",
        "set aside",
        "reports",
        "new",
        "changed",
        "removed",
    ];

    [Fact]
    public void RoomEnough_IsFramed() =>
        Assert.Contains(
            "│ a  │ some text │",
            Written(80, ["id", "text"], ["a", "some text"]),
            StringComparison.Ordinal
        );

    [Fact]
    public void LittleRoom_TheLongTextGivesWayAndNoWordIsBroken()
    {
        var text = string.Join(' ', Enumerable.Repeat("medborgardialog", 12));

        var written = Written(80, ["report", "text"], ["bjorkvallen-2012", text]);

        Assert.Contains("│ bjorkvallen-2012 │", written, StringComparison.Ordinal);
        Assert.Equal(12, written.Split("medborgardialog").Length - 1);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(60)]
    [InlineData(40)]
    public void TooManyColumns_ARowIsAFewLines(int width)
    {
        string[] row = [Run, "1.25", "12", "10", "1", "1", "10", "9", "1", "0"];

        var written = Written(width, Wide, row);

        Assert.StartsWith(Run + "\n", written, StringComparison.Ordinal);
        Assert.Contains("extracted 10", written, StringComparison.Ordinal);
        Assert.All(written.Split('\n'), l => Assert.True(l.TrimEnd().Length <= width, l));
    }

    [Fact]
    public void WithoutFrame_WhereThatIsEnough()
    {
        string[] row = [Run, "1.25", "12", "10", "1", "1", "10", "9", "1", "0"];

        var written = Written(100, Wide, row);

        Assert.DoesNotContain("│", written, StringComparison.Ordinal);
        Assert.All(
            Wide.SelectMany(h => h.Split(' ')),
            h => Assert.Contains(h, written, StringComparison.Ordinal)
        );
        Assert.Contains(Run, written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(50)]
    [InlineData(80)]
    [InlineData(120)]
    public void NoLineIsWiderThanTheWindow(int width)
    {
        var written = Written(
            width,
            ["a", "text", "value"],
            ["[id]", "ord och ord och ord och ord och ord och ord", "12"],
            ["x", "kort", "3.5"]
        );

        Assert.All(written.Split('\n'), l => Assert.True(l.TrimEnd().Length <= width, l));
        Assert.Contains("[id]", written, StringComparison.Ordinal);
    }

    private static string Written(int width, string[] heads, params string[][] rows)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var terminal = new Terminal(output, TextWriter.Null, outputIsTerminal: true, false);
        terminal.Out.Profile.Width = width;
        terminal.Table(heads, rows);
        return Colours().Replace(output.ToString(), "");
    }

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Colours();
}
