using Kompass.Mining.Corpus;
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
        var swedish = knowledge.Swedish;
        var context = new PageContext(blocks, labels, _figures, swedish);
        var binder = new FigureBinder(labels, _figures, swedish);
        var listed = new HashSet<int>();
        foreach (var grid in Grids(blocks, context, listed))
        {
            cancellation.ThrowIfCancellationRequested();
            binder.Bind(grid);
        }

        var year = PageYear.Of(blocks, _figures, swedish, out var doubt);
        var latest = binder.Bound.Select(f => f.Year).Where(y => y > Witness.UnknownYear).Max();
        var hasCurrent = binder.Bound.Any(f => f.Year is null || f.Year == year);
        // Where a column beside the areas is of no known evaluation, it may be this one's.
        if (year is null || (!hasCurrent && latest < year && binder.Left.Count == 0))
        {
            doubt ??= year is not null && latest is not null ? PageYear.TitleNamesAnother : null;
            year = latest ?? year;
        }

        if (doubt is not null)
        {
            _notes.Warn(NoteCode.YearInferred, Subject.Document, $"{year}: {doubt}");
        }

        var prose = new ProseFigures(labels, _figures, swedish, year);
        List<BoundFigure> all = [.. binder.Bound, .. prose.Read(blocks, listed)];
        year ??= OnlyToldByFigures(all);
        var figures = WithEarlierYear(
            Dated(all, year),
            PageYear.Earlier(blocks, _figures, swedish, year)
        );
        foreach (var (where, what) in binder.Left)
        {
            _notes.Warn(
                NoteCode.PreviousUnclear,
                new Subject(About.Previous),
                $"figures beside the areas ({(what.Length == 0 ? "without a head" : what)}: {where.Text}) could not be bound to an evaluation and were left out",
                Source.Of(where.Place, Via.SummaryTable)
            );
        }

        var kept = WithoutUntoldShares(WithoutRivals(WithoutNeedlessDerived(figures)));
        NoteUntold(prose.Untold.Where(u => !IsExplained(u, figures)), kept);
        if (!kept.Exists(f => f.Area > 0 && f.Year is null))
        {
            NoteUnread(
                binder
                    .Unread.Union(new LooseFigures(labels, _figures, swedish).Of(blocks, listed))
                    .Except(kept.Select(f => f.Area))
            );
        }

        return (
            year,
            new StatedScores(
                [
                    .. kept.Select(f => new Witness(
                        f.Area,
                        f.Year,
                        f.Value,
                        f.Text.Place,
                        f.Via,
                        f.Text.Confidence
                    )),
                ],
                [],
                _notes.All
            )
        );
    }

    // Percent are points where the printed total bears them out; where there is none, what words call points, with a note; all others are left out.
    private List<BoundFigure> WithoutUntoldShares(List<BoundFigure> figures)
    {
        figures = figures.FindAll(f =>
            f.Share == Share.None
            || !figures.Exists(p => p.Share == Share.None && p.Area == f.Area && p.Year == f.Year)
        );
        var areTold = false;
        foreach (
            var shares in figures
                .Where(f => f.Share != Share.None)
                .GroupBy(f => f.Year)
                // What this evaluation's percent are, an earlier one's are too.
                .OrderByDescending(g => g.Key is null)
                .ToList()
        )
        {
            var areas = shares.Select(f => f.Area).Distinct().ToList();
            var total = figures.Find(f => f.Area == Witness.Total && f.Year == shares.Key);
            var isWhole = areas.Count == labels.Edition.Areas.Count && total is not null;
            var fits =
                isWhole
                && Math.Abs(shares.DistinctBy(f => f.Area).Sum(f => f.Value) - total!.Value)
                    <= areas.Count * Rounding.OfPoints;
            var kept =
                labels.Edition.Scale.AreaMax == 100
                && (fits || (!isWhole && (areTold || shares.All(f => f.Share == Share.OfPoints))));
            areTold |= kept;
            if (!kept)
            {
                figures = figures.FindAll(f => f.Share == Share.None || f.Year != shares.Key);
            }

            var isEarlier = shares.Key is not null;
            foreach (
                var area in areas
                    .Order()
                    .Take(
                        fits && kept ? 0
                        : isEarlier ? 1
                        : areas.Count
                    )
            )
            {
                FormattableString what = isEarlier
                    ? (FormattableString)$"an earlier evaluation"
                    : $"area {area}";
                var first = shares.First(f => f.Area == area);
                _notes.Warn(
                    isEarlier ? NoteCode.PreviousUnclear
                        : kept ? NoteCode.ScoreFromShare
                        : NoteCode.ScoreMissing,
                    isEarlier ? new Subject(About.Previous) : new Subject(About.Area, area),
                    $"{what}: the page prints percent, {(kept ? "which were read as points of 100" : "and whether they are scores cannot be told")}",
                    Source.Of(first.Text.Place, first.Via)
                );
            }
        }

        return figures;
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
                        .MaxBy(g => g.Sum(x => x.Areas))!
                )
                {
                    listed.Add(i);
                    yield return grid;
                }
            }
        }

        foreach (
            var (grid, from) in new FigureLists(
                blocks,
                labels,
                context,
                _figures,
                knowledge.Swedish
            ).Read()
        )
        {
            listed.UnionWith(from);
            yield return grid;
        }
    }

    // Neither title nor sentence names a year, but the figures do: the latest is the evaluation's, unless others have none.
    private static int? OnlyToldByFigures(List<BoundFigure> figures)
    {
        var latest = figures.Select(f => f.Year).Where(y => y > Witness.UnknownYear).Max();
        return figures
            .Where(f => f.Year == latest)
            .Any(f => figures.Exists(o => o.Area == f.Area && o.Year is null))
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

    // An earlier score that is worked out says nothing where one is printed.
    private static List<BoundFigure> WithoutNeedlessDerived(List<BoundFigure> figures) =>
        [
            .. figures.Where(f =>
                f.Via != Via.Derived
                || !figures.Exists(p =>
                    p.Via != Via.Derived
                    && p.Area == f.Area
                    && p.Year is not null
                    && (p.Year == f.Year || f.Year == Witness.UnknownYear)
                )
            ),
        ];

    // Two tables that give different scores: the printed total decides, or none is taken.
    private List<BoundFigure> WithoutRivals(List<BoundFigure> figures)
    {
        foreach (var year in figures.Select(f => f.Year).Distinct().ToList())
        {
            var ofYear = figures.FindAll(f => f.Year == year);
            var rivals = ofYear
                .GroupBy(f => f.Area)
                .Where(g => g.Select(f => f.Value).Distinct().Count() > 1)
                .ToList();
            if (rivals.Count == 0)
            {
                continue;
            }

            var totals = ofYear
                .Where(f => f.Area == Witness.Total)
                .Select(f => f.Value)
                .Distinct()
                .ToList();
            var believed = ofYear
                .Where(f => f.Area > 0)
                .GroupBy(f => f.Series)
                .Where(s =>
                    s.Count() == labels.Edition.Areas.Count
                    && totals is [var total]
                    && s.Sum(f => f.Value) == total
                )
                .Select(s => s.Key)
                .ToList();
            if (believed.Count == 1 && rivals.TrueForAll(r => r.Key > 0))
            {
                figures = figures.FindAll(f =>
                    f.Year != year
                    || f.Area == Witness.Total
                    || f.Series == believed[0]
                    || !rivals.Exists(r => r.Key == f.Area)
                );
                continue;
            }

            foreach (var rival in rivals)
            {
                figures = Without(figures, rival, year);
            }
        }

        return figures;
    }

    private List<BoundFigure> Without(
        List<BoundFigure> figures,
        IGrouping<int, BoundFigure> rival,
        int? year
    )
    {
        var isTotal = rival.Key == Witness.Total;
        // Areas that add up to one of the totals decide.
        if (isTotal)
        {
            var areas = figures
                .Where(f => f.Area > 0 && f.Year == year)
                .DistinctBy(f => f.Area)
                .ToList();
            if (
                areas.Count == labels.Edition.Areas.Count
                && rival.Any(f =>
                    Math.Abs(f.Value - areas.Sum(a => a.Value)) <= areas.Count * Rounding.OfPoints
                )
            )
            {
                return figures.FindAll(f =>
                    f.Area != rival.Key
                    || f.Year != year
                    || Math.Abs(f.Value - areas.Sum(a => a.Value))
                        <= areas.Count * Rounding.OfPoints
                );
            }
        }

        var said = string.Join(
            ", ",
            rival
                .Select(f => f.Value)
                .Distinct()
                .Select(v => v.ToString(CultureInfo.InvariantCulture))
        );
        int? area = isTotal ? null : rival.Key;
        FormattableString what = isTotal ? (FormattableString)$"the total" : $"area {area}";
        var (code, about) =
            year is not null ? (NoteCode.PreviousDiffers, About.Previous)
            : isTotal ? (NoteCode.TotalDiffers, About.Total)
            : (NoteCode.ScoreDiffers, About.Area);
        _notes.Warn(
            code,
            new Subject(about, area),
            $"{what}: the page states {said} in different places; none was taken",
            Source.Of(rival.First().Text.Place, rival.First().Via)
        );
        return figures.FindAll(f => f.Area != rival.Key || f.Year != year);
    }
}
