using Kompass.Mining.Improvements.Drafts;

namespace Kompass.Mining.Improvements.Manuscripts;

/// <summary>
/// A draft as an ordered text, before it has any format: every writer draws the same parts in the same order, so that the Word document, the page and the
/// Markdown say the same.
/// </summary>
/// <param name="Subtitle">Municipality and year.</param>
/// <param name="Parts">The text.</param>
internal sealed record Manuscript(string Subtitle, IReadOnlyList<Part> Parts)
{
    /// <summary>The language of all of it.</summary>
    public const string Language = "sv-SE";

    /// <summary>The title, without the municipality.</summary>
    public const string Title = "Utkast till styrkor och förbättringsmöjligheter";

    /// <summary>What stands at the head of every page: a word that marks it, and what that means.</summary>
    public const string Banner =
        "UTKAST – förslag från ett dataprogram, inte granskade av någon utvärderare";

    /// <summary>
    /// A draft set up in the form of the reports themselves: what became of the last report, a summary with the profile, then for each area its heading,
    /// its score box and the lists <em>Styrkor</em> and <em>Förbättringsmöjligheter</em>, and in an annex all that the suggestions rest on.
    /// </summary>
    public static Manuscript Of(ImprovementDraft draft, DraftForm form) =>
        new(
            draft.Year is { } year ? $"{draft.Municipality.Name} {year}" : draft.Municipality.Name,
            [.. SummaryPages.Of(draft), .. AreaPages.Of(draft, form), .. AnnexPages.Of(draft)]
        );

    /// <summary>Title and subtitle as one line: the document's title property.</summary>
    public string FullTitle => $"{Title} – {Subtitle}";

    /// <summary>The text of every paragraph that is no suggestion, table cells included.</summary>
    public IEnumerable<string> OwnTexts => Parts.SelectMany(TextsOf);

    private static IEnumerable<string> TextsOf(Part part) =>
        part switch
        {
            Part.Heading heading => [heading.Text],
            Part.Paragraph paragraph => [TextOf(paragraph.Text)],
            Part.Bullets bullets => bullets
                .Items.Where(i => i.Mark is null)
                .Select(i => TextOf(i.Text)),
            Part.Table table => table
                .Rows.SelectMany(r => r.Cells)
                .SelectMany(c => c)
                .SelectMany(TextsOf)
                .Append(table.Caption),
            Part.Figure => [],
            Part.OwnWords => [Part.OwnWords.Prompt],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string TextOf(IEnumerable<Inline> text) =>
        string.Concat(text.Select(i => i.Text));
}

/// <summary>A part of the text.</summary>
internal abstract record Part
{
    private Part() { }

    /// <summary>A heading.</summary>
    /// <param name="Level">1 to 3; the title stands above all of them.</param>
    /// <param name="Text">Its text.</param>
    /// <param name="Anchor">Its name as a target, unique in the manuscript.</param>
    /// <param name="OnNewPage">Whether it begins a page.</param>
    public sealed record Heading(int Level, string Text, string Anchor, bool OnNewPage = false)
        : Part;

    public sealed record Paragraph(ParagraphRole Role, IReadOnlyList<Inline> Text) : Part
    {
        public Paragraph(ParagraphRole role, string text)
            : this(role, [new Inline(text)]) { }
    }

    /// <summary>A list with bullets.</summary>
    /// <param name="Items">Its items.</param>
    /// <param name="HasSigns">Whether a sign stands before each.</param>
    public sealed record Bullets(IReadOnlyList<Bullet> Items, bool HasSigns = true) : Part;

    /// <summary>A table whose first row is its head.</summary>
    /// <param name="Role">Which look it has.</param>
    /// <param name="Caption">What it shows, for those who cannot see it.</param>
    /// <param name="Columns">The columns.</param>
    /// <param name="Rows">The rows below the head.</param>
    public sealed record Table(
        TableRole Role,
        string Caption,
        IReadOnlyList<Column> Columns,
        IReadOnlyList<Row> Rows
    ) : Part;

    /// <summary>A chart.</summary>
    /// <param name="Chart">What is drawn.</param>
    /// <param name="Description">What it shows, figures included, for those who cannot see it.</param>
    public sealed record Figure(Chart Chart, string Description) : Part;

    /// <summary>The empty place for the evaluator's own words on an area.</summary>
    public sealed record OwnWords(int Area) : Part
    {
        /// <summary>What stands there until something is written.</summary>
        public const string Prompt = "Skriv egen text om området här.";
    }
}

/// <summary>What a paragraph is for; each writer gives every role one style.</summary>
internal enum ParagraphRole
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>The notice on the first page that this is a draft.</summary>
    Notice,

    /// <summary>Running text of an area, which stays with its lists.</summary>
    AreaText,

    /// <summary>Text of the annex.</summary>
    Small,

    /// <summary>The first of an area's in the annex; a heading would begin the area anew for whoever reads the draft back.</summary>
    SmallFirst,

    /// <summary>Text of a table's cell.</summary>
    Cell,

    /// <summary>A number in a table's cell, set to the right.</summary>
    Number,

    /// <summary>The big number of the score box.</summary>
    Score,

    /// <summary>What stands below the big number.</summary>
    ScoreNote,

    /// <summary>Where there is nothing to suggest.</summary>
    Nothing,
}

/// <summary>The looks of tables.</summary>
internal enum TableRole
{
    /// <summary>Rubriker and points, at the head of an area.</summary>
    ScoreBox,

    /// <summary>Styrkor and Förbättringsmöjligheter.</summary>
    Findings,

    Figures,
}

/// <summary>A column of a table.</summary>
/// <param name="Head">Its head.</param>
/// <param name="Share">Its part of the table's width; all parts add up to 1.</param>
/// <param name="IsNumber">Whether it holds numbers.</param>
internal sealed record Column(string Head, double Share, bool IsNumber = false);

/// <summary>A row of a table.</summary>
internal sealed record Row(IReadOnlyList<IReadOnlyList<Part>> Cells);

/// <summary>An item of a list.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Mark">The mark by which a suggestion is found again (<see cref="SuggestionMark"/>), or null where it is none.</param>
internal sealed record Bullet(IReadOnlyList<Inline> Text, string? Mark = null);

/// <summary>A piece of a line.</summary>
internal sealed record Inline(string Text, Tone Tone = Tone.Plain);

/// <summary>How words are said.</summary>
internal enum Tone
{
    /// <summary>As the text around them.</summary>
    Plain,

    /// <summary>Weighty.</summary>
    Strong,

    /// <summary>Set back: the number behind a sentence.</summary>
    Aside,
}

/// <summary>A radar chart over values from 0 to 100: lines around a centre, an axis a label, one series or two.</summary>
internal sealed record Chart(
    string Title,
    IReadOnlyList<string> Labels,
    IReadOnlyList<Series> Series
);

/// <summary>A series of a chart; the first is the municipality's own.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Values">One a label, 0 to 100, or null where there is none.</param>
internal sealed record Series(string Name, IReadOnlyList<double?> Values);
