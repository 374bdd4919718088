using Kompass.Mining.Layout;
using Kompass.Mining.Reports.Scores;

namespace Kompass.Mining.Reports.Pages;

/// <summary>Makes grids of the tables that state nothing but totals.</summary>
internal sealed partial class TotalTables(EditionLabels labels, Swedish swedish)
{
    private readonly FigureCues _cues = new(swedish);

    // Municipality, year and total.
    private const int MostKeys = 3;

    /// <summary>The grid of a table without areas, or null where it states no totals.</summary>
    /// <remarks>
    /// <c>År | Totalpoäng</c>, <c>Kommun | År | Poäng</c>: a row for every year or municipality, or a column, and nothing else; or a row
    /// <c>Kommunkompassen, poäng</c> among other measures.
    /// </remarks>
    public FigureGrid? Read(List<List<Passage>> cells, FigureContext context)
    {
        var measures = cells
            .Skip(1)
            .Where(r => OfInstrument().IsMatch(r[0].Text) && r.Skip(1).Any(IsTotal))
            .ToList();
        if (measures is [var measure])
        {
            return OfMeasure(cells, measure, context);
        }

        foreach (
            var way in cells.Count == 0
                ? []
                : new[] { KeysAndScores(cells), KeysAndScores(FigureTables.Transposed(cells)) }
        )
        {
            var total = way[0].FindIndex(IsOfTotal);
            if (total < 0)
            {
                total = way[0].FindIndex(c => _cues.In(c.Text) == FigureMeaning.Score);
                total = total > 0 && way.Skip(1).All(r => IsTotal(r[total])) ? total : -1;
            }

            if (
                way.Count > 1
                && total > 0
                && way[0].Count <= MostKeys
                && way.Skip(1)
                    .All(r =>
                        !r[0].IsBlank
                        && r.Where((_, c) => c != total).All(c => FigureCell.Of(c, swedish) is null)
                    )
            )
            {
                return OfTotals(
                    way.Skip(1)
                        .Select(r =>
                            string.Join(
                                ' ',
                                r.Select((c, i) => NamesKommun(way[0][i]) ? Kommun(c.Text) : c.Text)
                                    .Where((_, i) => i != total)
                            )
                        ),
                    way.Skip(1).Select(r => r[total]),
                    context
                );
            }
        }

        return null;
    }

    // "Utfall | Mål" above "2012 | 2015 | 2017 | 2018": all rows above the first figures head them.
    private FigureGrid OfMeasure(
        List<List<Passage>> cells,
        List<Passage> measure,
        FigureContext context
    )
    {
        var heads = cells
            .TakeWhile(r => r.TrueForAll(c => FigureCell.Of(c, swedish) is null))
            .DefaultIfEmpty(cells[0])
            .ToList();
        return OfTotals(
            Enumerable
                .Range(1, measure.Count - 1)
                .Select(c =>
                    string.Join(' ', heads.Select(h => h[c].Text).Distinct(StringComparer.Ordinal))
                ),
            measure.Skip(1),
            context
        );
    }

    // "Plats | Kommun | Poäng | Snitt": what a head calls a place, a goal or a mean says nothing of the others.
    private List<List<Passage>> KeysAndScores(List<List<Passage>> cells) =>
        cells.ConvertAll(r =>
            r.Where(
                    (_, c) =>
                        _cues.In(cells[0][c].Text)
                            is null
                                or FigureMeaning.Score
                                or FigureMeaning.Earlier
                        || _cues.Says(cells[0][c].Text, FigureMeaning.Score)
                )
                .ToList()
        );

    private bool IsOfTotal(Passage cell) => AreaCell.Of(cell.Text, labels) == Witness.Total;

    private bool IsTotal(Passage cell) =>
        FigureCell.Of(cell, swedish) is { IsShare: false, Value: >= ProseFigures.LowestTotal };

    private static bool NamesKommun(Passage head) =>
        head.Text.StartsWith("kommun", StringComparison.OrdinalIgnoreCase);

    /// <summary>A municipality's name as words tell it from any other: <c>Nordviks</c> below the head <c>Kommun</c> is one, also where it is none of the 290.</summary>
    public static string Kommun(string name) =>
        name.Contains("kommun", StringComparison.OrdinalIgnoreCase) ? name : $"{name} kommun";

    private FigureGrid OfTotals(
        IEnumerable<string> heads,
        IEnumerable<Passage> totals,
        FigureContext context
    ) =>
        new(
            [Witness.Total],
            [.. heads.Zip(totals, (head, total) => FigureSeries.Of(head, [total], swedish))],
            context
        );

    // "Kommunkompassen, poäng", "Resultat i Kommunkompassen", "Kommunkompassen, totalpoäng (max 800) ↑"
    [GeneratedRegex(
        @"^[^\d.]{0,40}kommun\s?kompass[^\d.]{0,30}(?:\(max\D{0,8}800\D{0,8}\)\W*)?$",
        Patterns.AnyCase
    )]
    private static partial Regex OfInstrument();
}
