using System.Text;
using Kompass.Mining.Corpus;

namespace Kompass.Mining.Layout.Geometry;

/// <summary>
/// Takes away what every page repeats: lines at the top or the bottom that say the same on many pages but for their numbers, and lines that the edition
/// knows as headers.
/// </summary>
internal static class RunningLines
{
    private const int EdgeLines = 2;

    /// <summary>The lines without those that run, and what the headers stated.</summary>
    public static (
        IReadOnlyList<List<VisualLine>> Sheets,
        IReadOnlyList<RunningHeader> Headers
    ) Remove(IReadOnlyList<List<VisualLine>> sheets, RunningHeaders known, EditionLabels labels)
    {
        var edges = sheets
            .SelectMany(
                (lines, sheet) =>
                    Edges(lines)
                        .Where(l => !IsTableHead(l, labels))
                        .Select(l => (Line: l, Sheet: sheet, Shape: ShapeOf(l.Text.Text)))
            )
            .ToList();
        var repeated = Repeated(edges, sheets.Count);
        var headers = new List<RunningHeader>();
        var all = new List<List<VisualLine>>();
        foreach (var lines in sheets)
        {
            var kept = new List<VisualLine>();
            all.Add(kept);
            foreach (var line in lines)
            {
                var text = line.Text.Text;
                if (text.Length < 120 && known.IsWholeLine(text))
                {
                    headers.AddRange(known.FindAll(text));
                }
                else if (!repeated.Contains(line))
                {
                    kept.Add(line);
                }
                else
                {
                    headers.AddRange(known.FindAll(text));
                }
            }
        }

        return (all, headers);
    }

    // "Styrkor | Förbättringsmöjligheter", "Rubriker | Poäng", "Uppnått | Max | Procent": a table's head may open many a page.
    private static bool IsTableHead(VisualLine line, EditionLabels labels) =>
        line.Words.Count <= 8
        && (
            line.Phrases(0.8).All(p => IsHead(VisualLine.PassageOf(p).Text, labels))
            || line.Words.All(w => IsHead(w.Text, labels))
        );

    private static bool IsHead(string text, EditionLabels labels) =>
        ColumnHeads.Of(text, labels.Edition.Headings) is not null
        || labels
            .Lookup(text)
            .Any(l => l is Label.FindingsHeading or Label.BoxRubrics or Label.BoxPoints);

    private static IEnumerable<VisualLine> Edges(List<VisualLine> lines) =>
        lines.Count <= 2 * EdgeLines
            ? lines
            : lines.Take(EdgeLines).Concat(lines.TakeLast(EdgeLines));

    private static HashSet<VisualLine> Repeated(
        List<(VisualLine Line, int Sheet, string Shape)> edges,
        int sheets
    )
    {
        var found = new HashSet<VisualLine>();
        // On three pages and on a third of them; a short report has its header on every page.
        var least = Math.Max(3, sheets / 3);
        foreach (
            var group in edges
                .Where(e => e.Shape.Length > 0)
                .GroupBy(e => e.Shape, StringComparer.Ordinal)
        )
        {
            foreach (var band in group.GroupBy(e => (int)Math.Round(e.Line.Box.Top / 12)))
            {
                // Neighbouring bands count too: the line may stand a little higher on one page.
                var near = group
                    .Where(e => Math.Abs((int)Math.Round(e.Line.Box.Top / 12) - band.Key) <= 1)
                    .ToList();
                if (near.Select(e => e.Sheet).Distinct().Count() >= least)
                {
                    found.UnionWith(near.Select(e => e.Line));
                }
            }
        }

        return found;
    }

    // Letters only, so that page numbers and misread digits do not part what is one line.
    private static string ShapeOf(string text)
    {
        var shape = new StringBuilder(text.Length);
        var digits = false;
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                shape.Append(char.ToLowerInvariant(c));
            }
            else if (char.IsDigit(c))
            {
                digits = true;
            }
        }

        return shape.Length > 0 ? shape.ToString()
            : digits ? "#"
            : "";
    }
}
