using Kompass.Mining.Documents;

namespace Kompass.Mining.Layout;

/// <summary>
/// A piece of a document: whatever the file was, Layout turns it into these few kinds, in reading order, and Reports never asks what kind of
/// file it was.
/// </summary>
public abstract record Block
{
    private Block() { }

    /// <summary>A heading on a line of its own.</summary>
    public sealed record Heading(Passage Text) : Block
    {
        /// <summary>1 for the highest, as a web page tells; 0 where the document does not tell.</summary>
        public int Level { get; init; }
    }

    /// <summary>Running prose.</summary>
    public sealed record Paragraph(Passage Text) : Block;

    /// <summary>Items behind bullets or dashes.</summary>
    public sealed record ItemList(IReadOnlyList<Item> Items) : Block;

    /// <summary>The box at the head of an area: its rubrics, and its score or the scores of several years.</summary>
    public sealed record ScoreBox(IReadOnlyList<Passage> Rubrics, IReadOnlyList<BoxScore> Scores)
        : Block;

    /// <summary>A table of an area's sub-questions, or a part of it that a page break cuts off.</summary>
    /// <param name="Area">Whose table it is.</param>
    /// <param name="Rows">Its sub-questions.</param>
    /// <param name="Sum">The area's score in its last row.</param>
    /// <param name="Unclear">Codes of rows whose numbers could not be told apart, and codes that the instrument does not have.</param>
    public sealed record QuestionTable(
        int Area,
        IReadOnlyList<QuestionRow> Rows,
        (decimal Value, Passage Text)? Sum,
        IReadOnlyList<string> Unclear
    ) : Block;

    /// <summary>A table of all areas, a series a column.</summary>
    public sealed record SummaryTable(IReadOnlyList<SummarySeries> Series) : Block;

    /// <summary>The lists of findings of an area, each a column or the rows beside its head.</summary>
    public sealed record FindingsTable(IReadOnlyList<FindingsColumn> Columns) : Block
    {
        /// <summary>The area that the table itself names, or null where its place tells.</summary>
        public int? Area { get; init; }
    }

    /// <summary>Rows of cells of any other kind.</summary>
    public sealed record Table(IReadOnlyList<Row> Rows) : Block
    {
        /// <summary>The table's own title, or null.</summary>
        public Passage? Caption { get; init; }
    }

    /// <summary>The numbers of a bar chart, axis ticks removed, in the order of its bars.</summary>
    public sealed record Figure(Passage Title, IReadOnlyList<ChartNumber> Numbers) : Block;

    /// <summary>The text of a heading or a paragraph; null for all others.</summary>
    internal Passage? Line =>
        this switch
        {
            Heading h => h.Text,
            Paragraph p => p.Text,
            _ => null,
        };

    /// <summary>All text of the block, in reading order.</summary>
    public IEnumerable<Passage> Passages =>
        this switch
        {
            Heading h => [h.Text],
            Paragraph p => [p.Text],
            ItemList l => l.Items.Select(i => i.Text),
            ScoreBox b => b.Rubrics.Concat(b.Scores.Select(s => s.Text)),
            QuestionTable q => q.Rows.Select(r => r.Whole),
            SummaryTable t => t.Series.SelectMany(s => s.Areas.Values.Select(v => v.Text)),
            FindingsTable f => f.Columns.SelectMany(c =>
                c.Items.Select(i => i.Text).Prepend(c.Head)
            ),
            Table t => t
                .Rows.SelectMany(r => r.Cells)
                .SelectMany(c => c.Items.Select(i => i.Text).Prepend(c.Text)),
            Figure f => [f.Title],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}

/// <summary>A number in a score box, with the year above it where one stands there.</summary>
public readonly record struct BoxScore(int? Year, decimal Value, Passage Text);

/// <summary>A row of a table of sub-questions as printed; numbers that could not be told apart are null.</summary>
/// <param name="Code">Its code, <c>3.2</c>.</param>
/// <param name="Text">Its wording.</param>
/// <param name="Achieved">Points.</param>
/// <param name="Max">The highest points that may be got.</param>
/// <param name="Percent">Points in percent of them.</param>
/// <param name="Whole">All of the row.</param>
public sealed record QuestionRow(
    string Code,
    Passage Text,
    decimal? Achieved,
    decimal? Max,
    decimal? Percent,
    Passage Whole
);

/// <summary>A column of a table of all areas.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Year">The year of its head, or null.</param>
/// <param name="Areas">The areas' values.</param>
/// <param name="Total">The value below them, where one is called the total.</param>
public sealed record SummarySeries(
    SummaryColumn Kind,
    int? Year,
    IReadOnlyDictionary<int, (decimal Value, Passage Text)> Areas,
    (decimal Value, Passage Text)? Total
)
{
    /// <summary>All that stands above the column.</summary>
    public string Head { get; init; } = "";
}

/// <summary>What a column of a table of all areas holds.</summary>
public enum SummaryColumn
{
    /// <summary>The head does not tell.</summary>
    Unknown,

    /// <summary>Scores of a year.</summary>
    Year,

    /// <summary>Scores of this evaluation ("Poäng").</summary>
    Current,

    /// <summary>A mean of other municipalities.</summary>
    Mean,

    /// <summary>A change since last time.</summary>
    Change,
}

/// <summary>A list of a findings table.</summary>
/// <param name="Kind">What its head says it lists.</param>
/// <param name="Head">The head; empty where it is lost.</param>
/// <param name="Items">In reading order.</param>
/// <param name="IsLost">Whether the head stands over no cell of any row: what stood there is lost.</param>
public sealed record FindingsColumn(
    FindingKind Kind,
    Passage Head,
    IReadOnlyList<Item> Items,
    bool IsLost = false
);

/// <summary>A row of a table.</summary>
public sealed record Row(IReadOnlyList<Cell> Cells)
{
    /// <summary>The text of a cell, empty where the row is shorter.</summary>
    public string Text(int column) => column < Cells.Count ? Cells[column].Text.Text : "";

    /// <summary>Its cells as one line of text, blank ones left out: <c>Verksamhetsutveckling: 63</c>.</summary>
    public Passage AsLine => Passage.Join(": ", Cells.Select(c => c.Text).Where(c => !c.IsBlank));
}

/// <summary>A cell of a table.</summary>
/// <param name="Text">All of its text but the items.</param>
/// <param name="Items">What stands in it behind bullets. Text before the first bullet is in <paramref name="Text"/>.</param>
public sealed record Cell(Passage Text, IReadOnlyList<Item> Items)
{
    /// <summary>A cell without bullets.</summary>
    public static Cell Of(Passage text) => new(text, []);

    /// <summary>Over how many columns it goes; those after the first hold blank cells.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>Over how many rows it goes; those below hold blank cells.</summary>
    public int Rows { get; init; } = 1;
}

/// <summary>An item of a list.</summary>
/// <param name="Text">One line, hyphenation undone, no bullet sign.</param>
/// <param name="Confidence">How sure its borders are, 0 to 1.</param>
/// <param name="Doubt">What is not sure about it.</param>
public sealed record Item(Passage Text, double Confidence = 1, ItemDoubt Doubt = ItemDoubt.None)
{
    /// <summary>An item of less confidence is in doubt.</summary>
    public const double DoubtBelow = 0.8;

    /// <summary>The item, in doubt about the list in which it stands.</summary>
    internal Item DoubtedColumn => this with { Doubt = Doubt | UncertainColumn };

    internal const ItemDoubt UncertainCut = ItemDoubt.Cut | ItemDoubt.ByRule;
    internal const ItemDoubt UncertainColumn = ItemDoubt.Column | ItemDoubt.ByRule;
}

/// <summary>What is not sure about an item.</summary>
[Flags]
public enum ItemDoubt
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Where it begins or ends.</summary>
    Cut = 1,

    /// <summary>In which list it stands.</summary>
    Column = 2,

    /// <summary>The page itself leaves it open: no probability outweighs that.</summary>
    ByRule = 4,
}

/// <summary>A number on a chart and where it stands.</summary>
public readonly record struct ChartNumber(decimal Value, Place Place);

/// <summary>A document as blocks.</summary>
/// <param name="Blocks">In reading order; running headers, footers and the host's own words are gone.</param>
/// <param name="Edition">The edition whose headings it carries.</param>
/// <param name="Shape">What the blocks were made from.</param>
/// <param name="Words">How often which word occurs in which case.</param>
public sealed record DocumentLayout(
    IReadOnlyList<Block> Blocks,
    Edition Edition,
    LayoutShape Shape,
    WordStatistics Words
)
{
    /// <summary>Whether it is a report or a page on one.</summary>
    public DocumentForm Form { get; init; }

    /// <summary>The title that a host site put above the text, if any.</summary>
    public Passage? HostTitle { get; init; }

    /// <summary>Number of pages as counted or as the running header states, or null.</summary>
    public int? Pages { get; init; }

    /// <summary>The date of the running header (<c>2013-07-04</c>), or null.</summary>
    public string? HeaderDate { get; init; }

    /// <summary>True where the host took dates and years out of the text.</summary>
    public bool YearsDropped { get; init; }

    /// <summary>Numbers of pages that the running headers skip.</summary>
    public IReadOnlyList<int> MissingPages { get; init; } = [];

    /// <summary>Pages of the file that could not be read.</summary>
    public IReadOnlyList<int> UnreadablePages { get; init; } = [];

    /// <summary>
    /// Where something of the report's chapters is lost: pages, counted as places count them, that could not be read or before which one is missing.
    /// </summary>
    public IReadOnlyList<int> Losses
    {
        get => field ?? [.. MissingPages.Where(p => p > 2)];
        init;
    }
}

/// <summary>What a document's blocks were made from; it tells by which way a value was read, never how.</summary>
public enum LayoutShape
{
    /// <summary>Text with headings on lines of their own and tables.</summary>
    Structured,

    /// <summary>Running text cut by anchors.</summary>
    Flat,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>Words with boxes on pages.</summary>
    Pages,
}
