using System.Text.RegularExpressions;
using Kompass.Mining.Improvements.Drafts;
using static Kompass.Mining.Tests.Improvements.Drafts.Rendered;

namespace Kompass.Mining.Tests.Improvements.Drafts;

public sealed class MarkdownWriterTests
{
    [Fact]
    public void Small_IsAsAccepted() =>
        Golden.Check("drafts/small.md", Text("small", DraftFormat.Markdown));

    [Theory]
    [InlineData("full")]
    [InlineData("areas")]
    public void Tables_HaveAsManyCellsInEveryRow(string name)
    {
        var tables = Regex
            .Split(Text(name, DraftFormat.Markdown), "\n\n")
            .Where(b => b.StartsWith('|'))
            .ToList();

        Assert.NotEmpty(tables);
        Assert.All(
            tables,
            t => Assert.Single(t.Split('\n').Select(r => Regex.Count(r, @"(?<!\\)\|")).Distinct())
        );
    }

    [Fact]
    public void EveryMark_HasItsNote()
    {
        var text = Text("full", DraftFormat.Markdown);
        var marks = Regex.Matches(text, @"\[\^([0-9]+)\](?!:)").Select(m => m.Groups[1].Value);
        var notes = Regex
            .Matches(text, @"^\[\^([0-9]+)\]:", RegexOptions.Multiline)
            .Select(m => m.Groups[1].Value);

        Assert.Equal(marks, notes);
        Assert.Equal(53, marks.Count());
    }

    [Fact]
    public void Text_IsTheSameInEveryCulture() =>
        Assert.Equal(
            Text("full", DraftFormat.Markdown),
            Cultures.In("ar-SA", () => Text("full", DraftFormat.Markdown))
        );
}
