using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Layout;

/// <summary>What a document is, whatever kind of file it came in.</summary>
public enum DocumentForm
{
    /// <summary>A report: chapters, areas with their boxes, lists and tables.</summary>
    Report,

    /// <summary>A page on an evaluation: figures in tables, lists and sentences, without the chapters of a report.</summary>
    Page,
}

/// <summary>Tells reports from pages by their blocks.</summary>
internal static partial class DocumentForms
{
    // A page may name the strengths of an area or two.
    private const int FewestSections = 3;

    /// <summary>
    /// A report has a score box, a heading "Område N …" with something below it, a chapter of its own name, or lists of findings below several areas' names.
    /// </summary>
    public static DocumentForm Of(IReadOnlyList<Block> blocks, EditionLabels labels)
    {
        var headsFigures = HeadsFigures(blocks, labels);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (
                blocks[i] switch
                {
                    Block.Table table => ScoreBoxes.Of(table, labels) is not null,
                    Block.Heading heading => IsChapter(heading.Text.Text, labels)
                        || (
                            !headsFigures
                            && IsAreaHeading(heading.Text.Text, labels)
                            && i + 1 < blocks.Count
                            && OpensAnArea(blocks[i + 1], labels)
                        ),
                    _ => false,
                }
            )
            {
                return DocumentForm.Report;
            }
        }

        var sections = blocks
            .Select(
                (b, i) =>
                    (Area: b is Block.Heading h ? FindingsBelow.AreaOf(h, labels) : null, At: i)
            )
            .Where(s => s.Area is not null && FindingsBelow.In(blocks.Skip(s.At + 1), labels))
            .Select(s => s.Area)
            .Distinct()
            .Count();
        return sections >= FewestSections ? DocumentForm.Report : DocumentForm.Page;
    }

    // A page may say a few words of each area and then its points, "Poäng: 64 (58)", with neither lists nor boxes.
    private static bool HeadsFigures(IReadOnlyList<Block> blocks, EditionLabels labels)
    {
        var areas = new HashSet<int>();
        int? area = null;
        foreach (var block in blocks)
        {
            var text = block.Line?.Text ?? "";
            if (labels.ListHeading(text) is not null)
            {
                return false;
            }

            if (block is Block.Heading)
            {
                area = labels.AreaOfHeading(text) ?? area;
            }

            if (area is { } of && PointsLine().IsMatch(text))
            {
                areas.Add(of);
            }
        }

        return areas.Count >= FewestSections;
    }

    [GeneratedRegex(@"^\s*(?:poäng|resultat)\s*:\s*\d{1,3}(?!\d).{0,30}$", Patterns.AnyCase)]
    private static partial Regex PointsLine();

    private static bool IsChapter(string heading, EditionLabels labels) =>
        labels
            .Lookup(heading)
            .Any(l =>
                l
                    is Label.ChapterHeading
                    {
                        Chapter: Chapter.Areas or Chapter.Overview or Chapter.Summary
                    }
            );

    private static bool IsAreaHeading(string heading, EditionLabels labels) =>
        EditionLabels.BeginsAsArea(heading) && labels.AreaOfHeading(heading) is not null;

    // Prose, a list of findings or another heading of an area; a bare number is a figure of a page.
    private static bool OpensAnArea(Block below, EditionLabels labels) =>
        below switch
        {
            Block.Heading h => labels
                .Lookup(h.Text.Text)
                .Any(l => l is Label.General or Label.RubricHeading or Label.FindingsHeading),
            Block.Paragraph p => p.Text.Text.Length > LongestFigureLine,
            Block.Figure => false,
            _ => true,
        };

    // "Poäng: 63 av 100 möjliga (58 år 2010)"
    private const int LongestFigureLine = 60;
}
