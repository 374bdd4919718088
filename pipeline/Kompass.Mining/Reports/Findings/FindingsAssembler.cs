using Kompass.Mining.Layout;
using Kompass.Mining.Layout.Lists;

namespace Kompass.Mining.Reports.Findings;

/// <summary>Gathers the areas' findings, numbers them, and notes what is missing or in doubt.</summary>
internal sealed class FindingsAssembler(
    EditionLabels labels,
    DocumentLayout layout,
    KindModel wording
)
{
    private readonly List<Finding> _findings = [];
    private readonly NoteList _notes = new();

    public (IReadOnlyList<Finding> Findings, IReadOnlyList<Note> Notes) Read(
        Sections sections,
        bool hasTables
    )
    {
        var read = sections.Areas.ToDictionary(
            s => s.Area,
            s => new FindingsReader(labels, layout.Shape, layout.Words).Read(s.Blocks)
        );
        var threeLists =
            read.Values.Count(f => f.Lists.Contains(FindingKind.Weakness)) * 2 > read.Count;
        foreach (var area in labels.Edition.Areas)
        {
            var section = sections.Areas.FirstOrDefault(s => s.Area == area.Number);
            if (section is not null)
            {
                var found = DoubtSwapped(read[area.Number]);
                if (
                    threeLists
                    && found.Items.Count > 0
                    && !found.Lists.Contains(FindingKind.Weakness)
                )
                {
                    Warn(
                        NoteCode.FindingsMissing,
                        area.Number,
                        $"area {area.Number}: the list of weaknesses, which the other areas have, was not found"
                    );
                }

                Number(found, area.Number);
                NoteMissing(found, area.Number);
                NoteLoss(section, sections, found, hasTables);
            }
            else
            {
                Warn(
                    NoteCode.FindingsMissing,
                    area.Number,
                    $"area {area.Number}: its section, and with it its findings, is not in the document"
                );
            }
        }

        return (_findings, _notes.All);
    }

    // Two columns whose items are worded as if each stood in the other: heads or cells were exchanged, by the report or on the way here.
    private AreaFindings DoubtSwapped(AreaFindings found)
    {
        var kinds = found.Items.Select(i => i.Kind).Distinct().Order().ToList();
        var swapped = kinds
            .SelectMany((a, i) => kinds.Skip(i + 1).Select(b => new[] { a, b }))
            .FirstOrDefault(p =>
                Gain(found.Items, p[0], p[1]) + Gain(found.Items, p[1], p[0])
                > (found.UnusualOrder ? UnusualSwap : PlainSwap)
            );
        return swapped is null
            ? found
            : found with
            {
                Items =
                [
                    .. found.Items.Select(i =>
                        swapped.Contains(i.Kind)
                            ? i with
                            {
                                Doubt = i.Doubt | Item.UncertainColumn,
                            }
                            : i
                    ),
                ],
            };
    }

    private double Gain(IReadOnlyList<RawFinding> items, FindingKind from, FindingKind to) =>
        items
            .Where(i => i.Kind == from)
            .Select(i => wording.LogProbabilities(i.Text.Text))
            .Sum(p => p[(int)to] - p[(int)from]);

    // Log-odds above which wording speaks for an exchange. Of 62 pairs of lists as printed (three real reports) the highest has
    // -3.2; with 2.5 as border all of the 62 are found when they are exchanged. Heads in an unusual order are suspect by themselves.
    private const double PlainSwap = 2.5;
    private const double UnusualSwap = -1;

    private void Number(AreaFindings found, int area)
    {
        foreach (var kind in Enum.GetValues<FindingKind>())
        {
            var order = 0;
            foreach (var item in found.Items.Where(i => i.Kind == kind))
            {
                order++;
                _findings.Add(
                    new Finding(
                        // The whole record gives it: ContentId.
                        "",
                        area,
                        kind,
                        order,
                        item.Text.Text,
                        null,
                        null,
                        null,
                        item.Confidence,
                        Source.Of(item.Text.Place, item.Via)
                    )
                    {
                        Doubt = item.Doubt,
                    }
                );
            }
        }
    }

    private void NoteMissing(AreaFindings found, int area)
    {
        if (found.Items.Count == 0)
        {
            Warn(NoteCode.FindingsMissing, area, $"area {area}: no list of findings was found");
            return;
        }

        foreach (var kind in new[] { FindingKind.Strength, FindingKind.Improvement })
        {
            if (!found.Items.Any(i => i.Kind == kind))
            {
                Warn(
                    NoteCode.FindingsMissing,
                    area,
                    $"area {area}: {(found.Lists.Contains(kind) ? "the list" : "no list")} of {(kind == FindingKind.Strength ? "strengths" : "improvement areas")} {(found.Lists.Contains(kind) ? "has no items" : "was found")}"
                );
            }
        }
    }

    // Where pages or whole sections are lost, what stands in a list may be cut or may be another area's.
    private void NoteLoss(
        AreaSection section,
        Sections sections,
        AreaFindings found,
        bool hasTables
    )
    {
        var area = section.Area;
        foreach (var kind in found.Gaps)
        {
            Warn(
                NoteCode.FindingsMissing,
                area,
                $"area {area}: the column of {kind.ToString().ToLowerInvariant()} findings has a head and no cell"
            );
        }

        if (LossOf(section, sections, found.Items.Count > 0, hasTables) is { } loss)
        {
            Warn(NoteCode.SectionUncertain, area, $"area {area}: {loss}");
        }
    }

    private string? LossOf(AreaSection section, Sections sections, bool hasItems, bool hasTables)
    {
        var area = section.Area;
        if (
            PagesOf(section) is var (first, last)
            && layout.Losses.Any(p => first < p && p <= last + 1)
        )
        {
            return "a page of its section is missing or could not be read, and with it some of its findings";
        }

        if (!hasItems)
        {
            return null;
        }

        if (
            !sections.Areas.Any(s => s.Area == area + 1)
            && sections.Areas.Any(s => s.Area > area + 1)
        )
        {
            return Invariant(
                $"the heading of area {area + 1} is missing, so that these findings may be of either"
            );
        }

        if (
            !hasTables
            && sections.Overview.Count == 0
            && sections.Facts.Count == 0
            && sections.Areas.All(s => s.Area <= area)
        )
        {
            return "the document ends in its section; its lists may be cut";
        }

        return LacksItsEnd(section) && !StartsWhole(sections, area + 1)
            ? "the end of its prose and the beginning of the next section are missing, so that these findings may be of either"
            : null;
    }

    private static (int First, int Last)? PagesOf(AreaSection section)
    {
        var pages = section.Blocks.Select(PageOf).OfType<int>().ToList();
        return pages.Count == 0 ? null : (pages.Min(), pages.Max());
    }

    /// <summary>The page on which a block begins, or null.</summary>
    internal static int? PageOf(Block block) =>
        block.Passages.Select(p => p.Place.Page).FirstOrDefault(p => p is not null);

    // The last rubric of the area does not occur, though others do.
    private bool LacksItsEnd(AreaSection section)
    {
        var rubrics = labels.Edition.Area(section.Area).Rubrics;
        var met = section
            .Blocks.OfType<Block.Heading>()
            .SelectMany(h => labels.Lookup(h.Text.Text))
            .OfType<Label.RubricHeading>()
            .Where(r => r.Area == section.Area)
            .SelectMany(r => r.Rubric.Questions)
            .ToHashSet(StringComparer.Ordinal);
        return met.Count > 0
            && rubrics.Count > 0
            && !rubrics.SelectMany(r => r.Questions).TakeLast(1).Any(met.Contains);
    }

    // The next section has its score box: nothing of its beginning is lost.
    private bool StartsWhole(Sections sections, int area) =>
        area > labels.Edition.Areas.Count
        || (
            sections.Areas.FirstOrDefault(s => s.Area == area) is { } next
            && next.Blocks.Any(b => b is Block.ScoreBox)
        );

    private void Warn(string code, int area, FormattableString message) =>
        _notes.Warn(code, new Subject(About.Findings, area), message);
}
