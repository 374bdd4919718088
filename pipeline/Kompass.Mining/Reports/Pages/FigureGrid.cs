using Kompass.Mining.Layout;
using Kompass.Mining.Reports.Scores;

namespace Kompass.Mining.Reports.Pages;

/// <summary>
/// Figures beside the areas, however the page sets them: in a table either way round, in a list, in lines one below the other. A line an area, a column a
/// series.
/// </summary>
/// <param name="Lines">The areas (and the total) in the order of the page, each once.</param>
/// <param name="Heads">What stands over each column; empty where nothing does.</param>
/// <param name="Context">What stands above the whole.</param>
/// <param name="IsList">Whether it is no table but a list.</param>
internal sealed record FigureGrid(
    IReadOnlyList<FigureLine> Lines,
    IReadOnlyList<string> Heads,
    FigureContext Context,
    bool IsList = false
)
{
    /// <summary>Number of areas.</summary>
    public int Areas => Lines.Count(l => l.Area != Witness.Total);
}

/// <summary>An area (0: the total) and what stands beside it.</summary>
internal sealed record FigureLine(int Area, IReadOnlyList<Passage> Cells);

/// <summary>What stands above figures, nearest first.</summary>
/// <param name="Caption">The table's own title, or a row of it that goes over all columns; null where it has none.</param>
/// <param name="Lead">The sentence that leads to it, or null.</param>
/// <param name="Headings">The headings under which it stands.</param>
/// <param name="Brackets">The sentence near it that says what stands in brackets, or null.</param>
/// <param name="HasLegend">Whether a text near it names all areas, so that bare numbers may stand for them.</param>
internal sealed record FigureContext(
    string? Caption,
    string? Lead,
    IReadOnlyList<string> Headings,
    string? Brackets = null,
    bool HasLegend = false
)
{
    /// <summary>All of them, nearest first.</summary>
    public IEnumerable<string> All => new[] { Caption, Lead }.OfType<string>().Concat(Headings);
}
