using Kompass.Mining.Layout;
using Kompass.Mining.Reports.Scores;

namespace Kompass.Mining.Reports.Pages;

/// <summary>
/// Reads the scores of a page: of its tables, lists and sentences only what is bound for certain to the page's municipality, to a year and to the meaning
/// of a score.
/// </summary>
internal sealed class PageFigures(Knowledge knowledge, EditionLabels labels, MunicipalityName own)
{
    private readonly FigureLabels _figures = new(knowledge, own);
    private readonly NoteList _notes = new();

    /// <summary>The year of the evaluation, or null, and the witnesses with notes on what could not be bound.</summary>
    public (int? Year, StatedScores Scores) Read(
        IReadOnlyList<Block> blocks,
        CancellationToken cancellation
    )
    {
        var listed = new HashSet<int>();
        var binder = Bind(blocks, listed, cancellation);
        var told = new PageYear(blocks, _figures);
        var year = YearOf(told, binder);
        var prose = new ProseFigures(
            labels.WithSpoken(),
            _figures,
            year,
            EarlierIn(binder.Bound, year) is [var only] ? only : null
        );
        List<BoundFigure> all = [.. binder.Bound, .. prose.Read(blocks, listed)];
        year ??= OnlyToldByFigures(all);
        var figures = WithEarlierYear(Dated(all, year), told.Earlier(year));
        NoteLeft(binder.Left);
        var kept = new FigureChoice(labels.Edition, _notes).Of(figures);
        var untold = prose.Untold.Where(u => !IsExplained(u, figures)).ToList();
        NoteUntold(untold, kept);
        if (!kept.Exists(f => f.Area > 0 && f.Year is null))
        {
            NoteUnread(
                binder
                    .Unread.Union(new LooseFigures(labels, _figures).Of(blocks, listed))
                    .Except(kept.Select(f => f.Area))
                    .Except(untold.SelectMany(u => u.Areas))
            );
        }

        return (year, new StatedScores([.. kept.Select(f => f.AsWitness())], [], _notes.All));
    }

    private FigureBinder Bind(
        IReadOnlyList<Block> blocks,
        HashSet<int> listed,
        CancellationToken cancellation
    )
    {
        var context = new PageContext(blocks, labels, _figures);
        var binder = new FigureBinder(labels, _figures);
        foreach (var grid in Grids(blocks, context, listed))
        {
            cancellation.ThrowIfCancellationRequested();
            binder.Bind(grid);
        }

        return binder;
    }

    // Where a column beside the areas is of no known evaluation, it may be this one's.
    private int? YearOf(PageYear told, FigureBinder binder)
    {
        var year = told.Of(out var doubt);
        var latest = binder.Bound.Select(f => f.Year).Where(y => y > Witness.UnknownYear).Max();
        var hasCurrent = binder.Bound.Any(f => f.Year is null || f.Year == year);
        if (year is null)
        {
            year = OnlyToldByFigures(binder.Bound);
        }
        else if (latest > year && told.InTitle is null)
        {
            // "Första gången var 2009" beside a table of 2009 and 2013
            doubt ??= PageYear.TablesTellALater;
            year = latest;
        }
        else if (!hasCurrent && latest < year && binder.Left.Count == 0)
        {
            doubt ??= PageYear.TitleNamesAnother;
            year = latest;
        }

        if (doubt is not null)
        {
            _notes.Warn(NoteCode.YearInferred, Subject.Document, $"{year}: {doubt}");
        }

        return year;
    }

    private void NoteLeft(IEnumerable<(Passage Where, string What)> left)
    {
        foreach (var (where, what) in left)
        {
            _notes.Warn(
                NoteCode.PreviousUnclear,
                new Subject(About.Previous),
                $"figures beside the areas ({(what.Length == 0 ? "without a head" : what)}: {where.Text}) could not be bound to an evaluation and were left out",
                Source.Of(where.Place, Via.SummaryTable)
            );
        }
    }

    // Told elsewhere, or the difference between what is told.
    private static bool IsExplained(UntoldFigure untold, List<BoundFigure> figures) =>
        figures.Exists(f =>
            untold.Areas.Count > 0
                ? untold.Areas.Contains(f.Area) && f.Value == untold.Value
                : f.Year is null
                    && figures.Exists(e =>
                        e.Year is not null
                        && e.Area == f.Area
                        && Math.Abs(f.Value - e.Value) == untold.Value
                    )
        );

    // A figure beside an area of which no score was found may be it; any other may be an earlier evaluation's.
    private void NoteUntold(IEnumerable<UntoldFigure> untold, List<BoundFigure> kept)
    {
        foreach (var (areas, value, text) in untold)
        {
            var lacking = kept.Exists(f => f.Area > 0 && f.Year is null)
                ? []
                : areas.Where(a => a > 0).ToList();
            foreach (var area in lacking)
            {
                _notes.Warn(
                    NoteCode.ScoreMissing,
                    new Subject(About.Area, area),
                    $"area {area}: whether {value} points in a sentence are its score could not be told; none was taken",
                    Source.Of(text.Place, Via.Prose)
                );
            }

            if (lacking.Count == 0)
            {
                _notes.Warn(
                    NoteCode.PreviousUnclear,
                    new Subject(About.Previous),
                    $"{value} points in a sentence could not be bound to an evaluation and were left out",
                    Source.Of(text.Place, Via.Prose)
                );
            }
        }
    }

    // Where some areas have their scores, the others are noted as missing anyway.
    private void NoteUnread(IEnumerable<int> areas)
    {
        foreach (var area in areas.Order())
        {
            _notes.Warn(
                NoteCode.ScoreMissing,
                new Subject(About.Area, area),
                $"area {area}: of the figures beside it none could be told to be its score"
            );
        }
    }

    private IEnumerable<FigureGrid> Grids(
        IReadOnlyList<Block> blocks,
        PageContext context,
        HashSet<int> listed
    )
    {
        // A page may set evaluations by several editions beside each other, each with its names.
        var tables = knowledge
            .Editions.Where(e => e.Id != labels.Edition.Id)
            .Select(knowledge.Labels)
            .Prepend(labels)
            .Select(l => new FigureTables(l, knowledge.Swedish))
            .ToList();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is Block.Table table)
            {
                var at = context.At(i);
                foreach (
                    var grid in tables
                        .Select(t => t.Read(table, at).ToList())
                        .MaxBy(g => g.Sum(x => x.Areas.Count(a => a > 0)))!
                )
                {
                    listed.Add(i);
                    yield return grid;
                }
            }
        }

        foreach (var (grid, from) in new FigureLists(blocks, labels, context, _figures).Read())
        {
            listed.UnionWith(from);
            yield return grid;
        }
    }

    // Of which other evaluations there are figures.
    private static List<int> EarlierIn(IEnumerable<BoundFigure> figures, int? year) =>
        [.. figures.Select(f => f.Year).OfType<int>().Where(y => y != year).Distinct()];

    // Neither title nor sentence names a year, but the figures do: the latest is the evaluation's, unless others have none.
    private static int? OnlyToldByFigures(IReadOnlyList<BoundFigure> figures)
    {
        var latest = figures.Select(f => f.Year).Where(y => y > Witness.UnknownYear).Max();
        return figures
            .Where(f => f.Year == latest)
            .Any(f => figures.Any(o => o.Area == f.Area && o.Year is null && o.Value != f.Value))
            ? null
            : latest;
    }

    // This evaluation's year is none of its own; a later one is no evaluation that the page can tell of.
    private static List<BoundFigure> Dated(List<BoundFigure> figures, int? year) =>
        [
            .. figures
                .Where(f => f.Year is null || year is null || f.Year <= year)
                .Select(f => f.Year == year ? f with { Year = null } : f),
        ];

    // Of the earlier evaluation without a year: where the page tells of one, it is that.
    private List<BoundFigure> WithEarlierYear(List<BoundFigure> figures, IReadOnlyList<int> told)
    {
        told =
            told.Count > 0
                ? told
                : [.. EarlierIn(figures, null).Where(y => y != Witness.UnknownYear)];
        if (told is [var year])
        {
            return figures.ConvertAll(f =>
                f.Year == Witness.UnknownYear ? f with { Year = year } : f
            );
        }

        if (figures.Find(f => f.Year == Witness.UnknownYear) is { } first)
        {
            _notes.Warn(
                NoteCode.PreviousUnclear,
                new Subject(About.Previous),
                $"of which year the earlier figures are the page does not tell",
                Source.Of(first.Text.Place, first.Via)
            );
        }

        return figures;
    }
}
