using Kompass.Mining.Layout;
using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Reports;

/// <summary>The parts of a report.</summary>
/// <param name="Cover">Everything before the first chapter.</param>
/// <param name="Summary">The summary chapter and whatever stands before the areas.</param>
/// <param name="Areas">The areas' sections in order of appearance.</param>
/// <param name="Overview">The chapter with the tables of sub-questions.</param>
/// <param name="Facts">Kortfakta.</param>
/// <param name="Appendices">Chapters that repeat an earlier evaluation.</param>
internal sealed record Sections(
    IReadOnlyList<Block> Cover,
    IReadOnlyList<Block> Summary,
    IReadOnlyList<AreaSection> Areas,
    IReadOnlyList<Block> Overview,
    IReadOnlyList<Block> Facts,
    IReadOnlyList<AppendixSection> Appendices
);

/// <summary>The blocks of one area.</summary>
internal sealed record AreaSection(int Area, IReadOnlyList<Block> Blocks);

/// <summary>A chapter that repeats an earlier evaluation, whose year its heading may tell.</summary>
internal sealed record AppendixSection(
    int? Year,
    Passage? Heading,
    List<AreaSection> Areas,
    List<Block> Others
);

/// <summary>
/// Parts blocks into the sections of a report. Headings decide; where one is lost, the rubrics of a score box, a rubric of the next area or a table of
/// sub-questions tell that a new section has begun.
/// </summary>
internal sealed class SectionSplitter
{
    // Characters of an entry of the contents.
    private const int LongestEntry = 120;

    // Areas that were met before those that begin again from the first.
    private const int FewestForAnotherPass = 6;

    private readonly EditionLabels _labels;
    private readonly List<Block> _cover = [];
    private readonly List<Block> _summary = [];
    private readonly List<Block> _overview = [];
    private readonly List<Block> _facts = [];
    private readonly List<AreaSection> _areas = [];
    private readonly List<AppendixSection> _appendices = [];
    private readonly List<Block> _instrument = [];
    private readonly List<Block> _contents = [];
    private List<Block> _current;
    private List<Block> _beforeAppendix = [];
    private IEnumerable<Block> _rest = [];
    private bool _areListed;

    private SectionSplitter(EditionLabels labels)
    {
        _labels = labels;
        _current = _cover;
    }

    private bool InAppendix => _appendices.Count > 0 && !ReferenceEquals(_current, _facts);

    private List<AreaSection> Areas => InAppendix ? _appendices[^1].Areas : _areas;

    private int? CurrentArea =>
        Areas.Count > 0 && ReferenceEquals(Areas[^1].Blocks, _current) ? Areas[^1].Area : null;

    // An area that has its score is no entry of the contents.
    private bool InAreaWithScore =>
        CurrentArea is not null && _current.Exists(b => b is Block.ScoreBox);

    public static Sections Split(IReadOnlyList<Block> blocks, EditionLabels labels)
    {
        var splitter = new SectionSplitter(labels);
        for (var i = 0; i < blocks.Count; i++)
        {
            splitter._rest = blocks.Skip(i + 1);
            splitter.Take(blocks[i], i + 1 < blocks.Count ? blocks[i + 1] : null);
        }

        return new Sections(
            splitter._cover,
            splitter._summary,
            splitter.Merge(splitter._areas),
            splitter._overview,
            splitter._facts,
            [.. splitter._appendices.Select(a => a with { Areas = splitter.Merge(a.Areas) })]
        );
    }

    private void Take(Block block, Block? next)
    {
        switch (block)
        {
            case Block.Heading heading when TakeHeading(heading, next):
                return;
            case Block.ScoreBox box when OpensArea(box) is { } area:
                OpenArea(area);
                break;
            case Block.Table table
                when TableRecogniser.AreaOpenedBy(table, _labels) is { } area
                    && CurrentArea != area
                    && !ReferenceEquals(_current, _overview):
                OpenArea(area);
                break;
            case Block.FindingsTable { Area: { } area }:
                // Its place tells nothing: sections of one area are merged, and the last one stays open.
                Areas.Insert(Math.Max(0, Areas.Count - 1), new AreaSection(area, [block]));
                return;
            case Block.QuestionTable table when CurrentArea is { } area:
                var overview = InAppendix ? _appendices[^1].Others : _overview;
                overview.Add(block);
                // The table of the area itself stands among its text and lists; that of another area begins a chapter of tables, whose heading is lost.
                if (table.Area != area)
                {
                    _current = overview;
                }

                return;
            // A chart moves to the page before its chapter where there is room; that on the instrument has none of its own.
            case Block.Figure when ReferenceEquals(_current, _instrument):
                _summary.Add(block);
                return;
            // Nor has it, or have the contents, a table of what the areas got: the summary's heading is not known.
            case Block.SummaryTable
                when ReferenceEquals(_current, _instrument) || ReferenceEquals(_current, _contents):
                _current = _summary;
                break;
            default:
                break;
        }

        _current.Add(block);
    }

    // True where the heading only opened a section and is not part of its text.
    private bool TakeHeading(Block.Heading heading, Block? next)
    {
        // The contents have no text: a chapter has begun, whatever it is called.
        if (
            ReferenceEquals(_current, _contents)
            && next is Block.Paragraph { Text.Text: [.., '.'] text }
            && text.Length > LongestEntry
        )
        {
            _current = _summary;
        }

        foreach (var label in _labels.LookupHeading(heading.Text.Text))
        {
            switch (label)
            {
                case Label.Appendix appendix when _areas.Count(HasContent) >= 4:
                    _beforeAppendix = _current;
                    _appendices.Add(new AppendixSection(appendix.Year, heading.Text, [], []));
                    _current = _appendices[^1].Others;
                    return true;
                case Label.ChapterHeading { Chapter: var chapter }:
                    return TakeChapter(chapter);
                // The heading of the summary is lost; what follows the contents or the chapter on the instrument is no part of these.
                case Label.SummarySection
                    when ReferenceEquals(_current, _instrument)
                        || (ReferenceEquals(_current, _contents) && next is Block.Paragraph):
                    _current = _summary;
                    return false;
                case Label.AreaName { Area: var area }
                    when OpensArea(heading.Text.Text, area, next):
                    OpenArea(area, next);
                    return true;
                case Label.RubricHeading rubric when OpensNextArea(rubric):
                    OpenArea(rubric.Area);
                    _current.Add(heading);
                    return true;
                default:
                    continue;
            }
        }

        return false;
    }

    private bool TakeChapter(Chapter chapter)
    {
        if (chapter == Chapter.Overview && _overview.Count == 0)
        {
            TakeBackAppendix();
        }

        switch (chapter)
        {
            case Chapter.Contents or Chapter.Instrument when InAreaWithScore:
                return false;
            case Chapter.Contents:
                // The contents name every heading; whatever stands there is dropped with them.
                _current = _contents;
                return true;
            case Chapter.Instrument:
                _current = _instrument;
                return true;
            // The contents name the areas before any chapter begins.
            case Chapter.Summary when !InAppendix && !_areas.Exists(HasContent):
                _current = _summary;
                return false;
            case Chapter.Areas when !_areas.Exists(HasContent):
                _current = _summary;
                return true;
            case Chapter.Overview when !InAppendix:
                _current = _overview;
                return true;
            case Chapter.Overview:
                _current = _appendices[^1].Others;
                return true;
            case Chapter.Facts:
                _current = _facts;
                return false;
            default:
                return false;
        }
    }

    private bool OpensArea(string heading, int area, Block? next)
    {
        if (ReferenceEquals(_current, _overview))
        {
            return EditionLabels.BeginsAsArea(heading)
                ? HasSectionBelow()
                : FindingsBelow.In(_rest, _labels);
        }

        if (EditionLabels.BeginsAsArea(heading))
        {
            return CurrentArea != area || Areas[^1].Blocks.Count > 0;
        }

        // Behind a chapter of all lists the areas' own sections come.
        _areListed |=
            area == 1
            && _areas.Count(HasContent) >= FewestForAnotherPass
            && _areas.Where(HasContent).All(HasListsOnly);

        // The name alone opens an area only where its score box or its general part follows, or findings do before another area.
        return CurrentArea != area
            && (
                _areListed
                || next is Block.ScoreBox or Block.FindingsTable
                || (
                    next is Block.Heading below
                    && _labels
                        .Lookup(below.Text.Text)
                        .Any(l => l is Label.BoxRubrics or Label.General)
                )
                || FindingsBelow.In(_rest, _labels)
            );
    }

    // In the chapter of the tables a heading stands above its table; where each area has its table in its own section, the rest of the section comes first.
    private bool HasSectionBelow() =>
        _rest
            .Select(b =>
                b switch
                {
                    Block.ScoreBox or Block.FindingsTable => true,
                    Block.QuestionTable => false,
                    Block.Heading { Text.Text: var text } => EditionLabels.BeginsAsArea(text)
                        ? false
                    : _labels
                        .LookupHeading(text)
                        .Any(l => l is Label.General or Label.FindingsHeading)
                        ? true
                    : null,
                    _ => (bool?)null,
                }
            )
            .FirstOrDefault(found => found is not null) == true;

    // A rubric that only the next area (or a later one, after a loss) has: its heading is lost.
    private bool OpensNextArea(Label.RubricHeading rubric) =>
        CurrentArea is { } current
        && rubric.Area > current
        && rubric.Area <= current + 2
        && !_labels
            .Edition.Area(current)
            .Rubrics.Any(r =>
                r.Heading.Equals(rubric.Rubric.Heading, StringComparison.OrdinalIgnoreCase)
                || r.Variants.Contains(rubric.Rubric.Heading, StringComparer.OrdinalIgnoreCase)
            )
        && !(NextHeadedArea() is { } next && next > current && next <= rubric.Area);

    // The area whose own heading, "Område N …", comes next.
    private int? NextHeadedArea() =>
        _rest
            .OfType<Block.Heading>()
            .Where(h => EditionLabels.BeginsAsArea(h.Text.Text))
            .Select(h => _labels.AreaOf(h.Text.Text))
            .FirstOrDefault(a => a is not null);

    // The area whose rubrics a box has, where it is another than that whose blocks are taken.
    private int? OpensArea(Block.ScoreBox box) =>
        AreaOf(box) is { } area
        && (
            CurrentArea is { } current
                ? current != area && _current.Exists(IsContent)
                : _areas.Count > 0 || !ReferenceEquals(_current, _cover)
        )
            ? area
            : null;

    private void OpenArea(int area, Block? next = null)
    {
        // Areas that begin again from the first after nearly all of them are those of an earlier evaluation, unless they bring the first findings,
        // or the first of all else: then a chapter of lists came before the areas' own.
        if (
            !InAppendix
            && area == 1
            && !(
                next is not null
                && IsFindings(next)
                && !_areas.SelectMany(a => a.Blocks).Any(IsFindings)
            )
            && !_areas.Where(HasContent).All(HasListsOnly)
            && _areas.Count(HasContent) >= FewestForAnotherPass
            && _areas.Exists(a => a.Area == 1 && HasContent(a))
        )
        {
            _appendices.Add(new AppendixSection(null, null, [], []));
        }

        if (_areas.Count > 0 && area > _areas.Max(a => a.Area))
        {
            TakeBackAppendix();
        }

        if (ReferenceEquals(_current, _facts) && _appendices.Count > 0)
        {
            _current = _appendices[^1].Others;
        }

        var blocks = new List<Block>();
        Areas.Add(new AreaSection(area, blocks));
        _current = blocks;
    }

    // "Utvärderingen 2010" may also head a part of an area. Where the report's own chapters go on after it, it opened no appendix.
    private void TakeBackAppendix()
    {
        if (_appendices is not [{ Heading: { } heading, Areas.Count: 0 } appendix])
        {
            return;
        }

        _beforeAppendix.Add(new Block.Heading(heading));
        _beforeAppendix.AddRange(appendix.Others);
        _appendices.Clear();
        _current = _beforeAppendix;
    }

    private int? AreaOf(Block.ScoreBox box)
    {
        var votes = box
            .Rubrics.SelectMany(r => _labels.FindAll(r.Text))
            .SelectMany(h => h.Labels.OfType<Label.RubricHeading>())
            .GroupBy(r => r.Area)
            .OrderByDescending(g => g.Count())
            .ToList();
        return
            votes.Count > 0
            && votes[0].Count() >= 2
            && (votes.Count == 1 || votes[0].Count() > votes[1].Count())
            ? votes[0].Key
            : null;
    }

    private bool IsFindings(Block block) =>
        block is Block.FindingsTable
        || (block is Block.Heading heading && _labels.Is<Label.FindingsHeading>(heading.Text.Text));

    // What stands in an area's own section and in no chapter of lists.
    private bool IsOfAreaItself(Block block) =>
        block is Block.ScoreBox or Block.QuestionTable
        || (
            block is Block.Heading heading
            && _labels.LookupHeading(heading.Text.Text).Any(l => l is Label.RubricHeading)
        );

    private static bool IsContent(Block block) => block is not (Block.Heading or Block.Figure);

    private static bool HasContent(AreaSection section) => section.Blocks.Any(IsContent);

    // An area named twice (in the contents and in its place, number and name apart) is one section: its lists last, wherever their chapter stands,
    // so that no text of the area's own follows them.
    private List<AreaSection> Merge(List<AreaSection> sections) =>
        [
            .. sections
                .Where(HasContent)
                .GroupBy(s => s.Area)
                .Select(g => new AreaSection(
                    g.Key,
                    [.. g.OrderBy(HasListsOnly).SelectMany(s => s.Blocks)]
                )),
        ];

    private bool HasListsOnly(AreaSection section) =>
        IsFindings(section.Blocks[0]) && !section.Blocks.Any(IsOfAreaItself);
}
