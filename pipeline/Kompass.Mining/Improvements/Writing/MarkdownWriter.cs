using Kompass.Mining.Improvements.Manuscripts;
using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>The draft as Markdown (CommonMark with the tables and footnotes of GitHub); charts become tables of their figures.</summary>
internal static partial class MarkdownWriter
{
    public static string Write(Manuscript manuscript)
    {
        IEnumerable<string> lines =
        [
            $"# {Escape(Manuscript.Title)}",
            $"**{Escape(manuscript.Subtitle)}**",
            $"> **{Escape(Manuscript.Banner)}**",
            .. manuscript.Parts.Select(Of),
        ];
        return string.Join("\n\n", lines).TrimEnd('\n') + "\n";
    }

    private static string Of(Part part) =>
        part switch
        {
            Part.Heading heading => $"{new string('#', heading.Level + 1)} {Escape(heading.Text)}",
            Part.Paragraph { Role: ParagraphRole.Notice } notice => "> " + Of(notice.Text),
            Part.Paragraph paragraph => Of(paragraph.Text),
            Part.Bullets bullets => string.Join(
                '\n',
                bullets.Items.Select(i => (bullets.HasSigns ? "- " : "") + Of(i.Text))
            ),
            Part.Table table => Of(table),
            Part.Figure figure => Of(figure),
            Part.OwnWords => $"*{Escape(Part.OwnWords.Prompt)}*",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string Of(Part.Table table) =>
        Grid(
            [.. table.Columns.Select(c => (Escape(c.Head), c.IsNumber))],
            table.Rows.Select(r => r.Cells.Select(Cell))
        );

    private static string Cell(IReadOnlyList<Part> parts)
    {
        var lines = parts.SelectMany(p =>
            p switch
            {
                Part.Bullets bullets => bullets.Items.Select(i => "• " + Of(i.Text)),
                Part.Paragraph { Role: ParagraphRole.Score } score => [$"**{Of(score.Text)}**"],
                Part.Paragraph paragraph => [Of(paragraph.Text)],
                _ => throw new System.Diagnostics.UnreachableException(),
            }
        );
        return string.Join("<br>", lines);
    }

    private static string Of(Part.Figure figure)
    {
        var chart = figure.Chart;
        var series = chart.Series;
        IEnumerable<(string, bool)> head =
        [
            ("", false),
            .. series.Select(s => (Escape(s.Name), true)),
        ];
        var rows = chart.Labels.Select(
            (label, i) =>
                series
                    .Select(s => s.Values[i] is { } v ? Escape(Fixed(v, 0)) : "")
                    .Prepend(Escape(label))
        );
        return $"**{Escape(chart.Title)}**\n\n{Grid([.. head], rows)}";
    }

    private static string Grid(
        IReadOnlyList<(string Text, bool IsNumber)> head,
        IEnumerable<IEnumerable<string>> rows
    )
    {
        var lines = new List<string>
        {
            Row(head.Select(h => h.Text)),
            Row(head.Select(h => h.IsNumber ? "---:" : "---")),
        };
        lines.AddRange(rows.Select(Row));
        return string.Join('\n', lines);
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Of(IEnumerable<Inline> text) =>
        string.Concat(text.Select(i => i.Tone == Tone.Strong ? Strong(i.Text) : Escape(i.Text)));

    // Asterisks hold only next to a letter: spaces go outside.
    private static string Strong(string text)
    {
        var trimmed = text.Trim();
        var start = text.IndexOf(trimmed, StringComparison.Ordinal);
        return $"{text[..start]}**{Escape(trimmed)}**{text[(start + trimmed.Length)..]}";
    }

    private static string Escape(string text) =>
        Special.Replace(text.ReplaceLineEndings(" "), @"\$0");

    [GeneratedRegex(@"[\\`*_\[\]<>|#]")]
    private static partial Regex Special { get; }
}
