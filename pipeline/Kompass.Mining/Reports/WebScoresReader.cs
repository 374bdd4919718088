using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports;

/// <summary>
/// Reads scores that a web page gives as lists: <c>1. Offentlighet och demokrati 61</c>, <c>Offentlighet och demokrati 73 (63)</c> with the mean in
/// parentheses, <c>Offentlighet och demokrati: 68 (+16)</c> with the change.
/// </summary>
internal sealed partial class WebScoresReader(EditionLabels labels)
{
    /// <summary>The lists turned into tables of two columns, so that they are read like any other; a number in parentheses is never a score.</summary>
    public IEnumerable<Block.Table> Read(IReadOnlyList<Block> blocks)
    {
        var rows = new List<Row>();
        foreach (var block in blocks)
        {
            var lines = block switch
            {
                Block.ItemList list => list.Items.Select(i => i.Text),
                Block.Paragraph paragraph => [paragraph.Text],
                _ => [],
            };
            var taken = lines.Select(RowOf).OfType<Row>().ToList();
            if (taken.Count == 0 && rows.Count > 0 && block is Block.Heading)
            {
                yield return new Block.Table([.. rows]);
                rows.Clear();
            }

            foreach (var row in taken)
            {
                // The same area again opens another list.
                if (
                    rows.Exists(r =>
                        SummaryTableReader.AreaOf(r, labels)
                        == SummaryTableReader.AreaOf(row, labels)
                    )
                )
                {
                    yield return new Block.Table([.. rows]);
                    rows.Clear();
                }

                rows.Add(row);
            }
        }

        if (rows.Count > 0)
        {
            yield return new Block.Table(rows);
        }
    }

    private Row? RowOf(Passage line)
    {
        var match = AreaAndScore().Match(line.Text);
        if (!match.Success)
        {
            return null;
        }

        var name = match.Groups["name"];
        var score = match.Groups["score"];
        return labels.Lookup(name.Value).OfType<Label.AreaName>().Any()
            ? new Row([
                Cell.Of(line.Slice(name.Index, name.Index + name.Length).Trim()),
                Cell.Of(line.Slice(score.Index, score.Index + score.Length)),
            ])
            : null;
    }

    [GeneratedRegex(
        @"^\s*(?<name>(?:\d\s*[.)]?\s*)?\p{Lu}[\p{L} ,–-]+?)\s*[:–-]?\s+(?<score>\d{1,3}(?:[,.]\d{1,2})?)\s*(?:p|poäng)?\s*(?:\([^)]{1,40}\))?\s*\.?$",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex AreaAndScore();
}
