using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports.Pages;

/// <summary>
/// Figures beside the areas, however the page sets them: in a table either way round, in a list, in lines one below the other.
/// </summary>
/// <param name="Areas">The areas (0: the total) in the order of the page, each once.</param>
/// <param name="Columns">What stands beside them, a column a series.</param>
/// <param name="Context">What stands above the whole.</param>
/// <param name="IsList">Whether it is no table but a list.</param>
internal sealed record FigureGrid(
    IReadOnlyList<int> Areas,
    IReadOnlyList<FigureSeries> Columns,
    FigureContext Context,
    bool IsList = false
)
{
    /// <summary>All heads.</summary>
    public IEnumerable<string> Heads => Columns.Select(c => c.Head);

    /// <summary>By which way its figures were read.</summary>
    public string Via => IsList ? Reports.Via.WebList : Reports.Via.SummaryTable;
}

/// <summary>A column of figures.</summary>
/// <param name="Head">What stands over it; empty where nothing does.</param>
/// <param name="Texts">What stands beside each area.</param>
/// <param name="Figures">The figure in each, or null.</param>
internal sealed record FigureSeries(
    string Head,
    IReadOnlyList<Passage> Texts,
    IReadOnlyList<FigureCell?> Figures
)
{
    public static FigureSeries Of(string head, IReadOnlyList<Passage> texts, Swedish swedish) =>
        new(head, texts, [.. texts.Select(t => FigureCell.Of(t, swedish))]);

    /// <summary>Whether most of its cells are figures.</summary>
    public bool IsFilled => Figures.Count(f => f is not null) * 2 >= Figures.Count;

    /// <summary>The whole column as a text.</summary>
    public Passage Whole => Passage.Join(" ", Texts.Where(t => !t.IsBlank));

    /// <summary>Its values, to compare it with another; what is no figure is null.</summary>
    public IEnumerable<decimal?> Values => Figures.Select(f => f?.Value);
}

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
