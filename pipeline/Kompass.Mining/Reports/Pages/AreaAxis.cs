using Kompass.Mining.Corpus;

namespace Kompass.Mining.Reports.Pages;

/// <summary>
/// Which areas the cells of a column name, those included that a page has given a name of its own: where the others stand in their order, one or two
/// unknown names between them are known by their number or their place.
/// </summary>
internal sealed class AreaAxis(EditionLabels labels)
{
    // With fewer known names an order proves nothing.
    private const int MostUnknown = 2;

    /// <summary>The area of each cell, 0 for the total, null for none.</summary>
    /// <param name="cells">The column.</param>
    /// <param name="hasFigures">Whether figures stand beside a cell.</param>
    public IReadOnlyList<int?> Of(IReadOnlyList<string> cells, Func<int, bool> hasFigures)
    {
        var axis = cells.Select(c => AreaCell.OfCell(c, labels)).ToList();
        var known = axis.OfType<int>().Where(a => a > 0).ToList();
        var count = labels.Edition.Areas.Count;
        var lacking = Enumerable.Range(1, count).Except(known).ToList();
        if (
            known.Count != known.Distinct().Count()
            || lacking.Count is 0 or > MostUnknown
            || !known.SequenceEqual(known.Order())
        )
        {
            return axis;
        }

        foreach (var area in lacking)
        {
            var before = axis.FindLastIndex(a => a is { } n && n > 0 && n < area);
            var after = axis.FindIndex(a => a is { } n && n > area);
            var (from, to) = (before + 1, after < 0 ? cells.Count : after);
            var places = Enumerable
                .Range(from, Math.Max(0, to - from))
                .Where(i => axis[i] is null && cells[i].Any(char.IsLetter) && hasFigures(i))
                .ToList();
            // After the last known area a mean may stand: only a number tells there.
            var numbered = places.FindAll(i => AreaCell.NumberOf(cells[i]) == area);
            if (numbered.Count == 1)
            {
                axis[numbered[0]] = area;
            }
            else if (
                (area == 1 ? before < 0 : before >= 0 && axis[before] == area - 1)
                && after >= 0
                && axis[after] == area + 1
                && places.Count == 1
            )
            {
                axis[places[0]] = area;
            }
        }

        return axis;
    }
}
