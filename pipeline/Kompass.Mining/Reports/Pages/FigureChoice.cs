using Kompass.Mining.Reports.Scores;

namespace Kompass.Mining.Reports.Pages;

/// <summary>
/// Chooses among the figures of a page that repeat or contradict each other: a printed one before one that is worked out, what the printed total bears out
/// before its rival, points before percent. What is left out is noted.
/// </summary>
internal sealed class FigureChoice(Edition edition, NoteList notes)
{
    /// <summary>The figures that count.</summary>
    public List<BoundFigure> Of(List<BoundFigure> figures) =>
        WithoutUntoldShares(WithoutRivals(WithoutNeedlessDerived(figures)));

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
            var isWhole = areas.Count == edition.Areas.Count && total is not null;
            var fits =
                isWhole
                && Math.Abs(shares.DistinctBy(f => f.Area).Sum(f => f.Value) - total!.Value)
                    <= areas.Count * Rounding.OfPoints;
            var kept =
                edition.Scale.AreaMax == 100
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
                notes.Warn(
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
                    s.Count() == edition.Areas.Count
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
                areas.Count == edition.Areas.Count
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
        notes.Warn(
            code,
            new Subject(about, area),
            $"{what}: the page states {said} in different places; none was taken",
            Source.Of(rival.First().Text.Place, rival.First().Via)
        );
        return figures.FindAll(f => f.Area != rival.Key || f.Year != year);
    }
}
