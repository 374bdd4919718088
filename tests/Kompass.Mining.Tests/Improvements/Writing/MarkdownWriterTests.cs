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
    public void EveryMark_HasItsNote()
    {
        var text = Text("full", DraftFormat.Markdown);
        var marks = Mark.Matches(text).Select(m => m.Groups["number"].Value).ToList();
        var notes = Note.Matches(text).Select(m => m.Groups["number"].Value);

        Assert.Equal(marks, notes);
        Assert.Equal(53, marks.Count);
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

    // [^12], but not the note itself.
    [GeneratedRegex(@"\[\^(?<number>[0-9]+)\](?!:)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mark { get; }

    // [^12]: text
    [GeneratedRegex(
        @"^\[\^(?<number>[0-9]+)\]:",
        RegexOptions.CultureInvariant | RegexOptions.Multiline,
        1000
    )]
    private static partial Regex Note { get; }
}
