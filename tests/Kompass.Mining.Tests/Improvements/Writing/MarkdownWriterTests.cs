using System.Text.RegularExpressions;
using Kompass.Mining.Improvements.Writing;
using static Kompass.Mining.Tests.Improvements.Drafts.Rendered;

namespace Kompass.Mining.Tests.Improvements.Writing;

public sealed partial class MarkdownWriterTests
{
    [Fact]
    public void Small_IsAsAccepted() =>
        Golden.Check("drafts/small.md", Text("small", DraftFormat.Markdown));

    [Theory]
    [InlineData("full")]
    [InlineData("areas")]
    public void Tables_HaveAsManyCellsInEveryRow(string name)
    {
        var tables = Text(name, DraftFormat.Markdown)
            .Split("\n\n")
            .Where(b => b.StartsWith('|'))
            .ToList();

        Assert.NotEmpty(tables);
        Assert.All(tables, t => Assert.Single(t.Split('\n').Select(r => Cell.Count(r)).Distinct()));
    }

    [Fact]
    public void Text_IsTheSameInEveryCulture() =>
        Assert.Equal(
            Text("full", DraftFormat.Markdown),
            Cultures.In("ar-SA", () => Text("full", DraftFormat.Markdown))
        );

    // A border that is not escaped.
    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cell { get; }
}
