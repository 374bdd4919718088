using Kompass.Mining.Layout;
using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Tests;

/// <summary>
/// Blocks written as text. A row is its cells parted by <c>|</c>, a cell its text and its items behind <c>•</c>; so are blocks shown again.
/// </summary>
internal static class Blocks
{
    public static Block.Heading Heading(string text) => new(Subject.Passage(text));

    public static Block.Paragraph Paragraph(string text) => new(Subject.Passage(text));

    public static Block.ItemList List(params string[] items) =>
        new([.. items.Select(i => new Item(Subject.Passage(i)))]);

    public static Block.Table Table(params string[] rows) => new([.. rows.Select(Row)]);

    /// <summary>Tables as what they are, as Layout hands them on.</summary>
    public static IReadOnlyList<Block> Recognised(params Block[] blocks) =>
        TableRecogniser.Recognise(blocks, DocumentForm.Report, Subject.Labels, Subject.Words());

    public static bool IsTable(Block block) =>
        block
            is Block.Table
                or Block.FindingsTable
                or Block.ScoreBox
                or Block.QuestionTable
                or Block.SummaryTable;

    public static Row Row(string row) =>
        new([
            .. row.Split('|')
                .Select(c => CellReader.Read(Subject.Passage(c.Trim()), Subject.Words())),
        ]);

    /// <summary>One line a block: <c># heading</c>, <c>paragraph</c>, <c>• item • item</c>, <c>cell | cell // cell | cell</c>.</summary>
    public static string Show(IEnumerable<Block> blocks) => string.Join('\n', blocks.Select(Show));

    public static string Show(Block? block) =>
        block switch
        {
            null => "nothing",
            Block.Heading h => "# " + h.Text,
            Block.Paragraph p => p.Text.Text,
            Block.ItemList l => Show(l.Items),
            Block.Table t => string.Join(
                " // ",
                t.Rows.Select(r => string.Join(" | ", r.Cells.Select(Show)))
            ),
            Block.FindingsTable f =>
                $"{string.Join(" | ", f.Columns.Select(c => c.Head))} // {string.Join(" | ", f.Columns.Select(c => Show(c.Items)))}",
            Block.ScoreBox b =>
                $"{string.Join(" | ", b.Scores.Select(s => s.Year).OfType<int>().Select(Invariant).Prepend("Rubriker"))} // {string.Join(" | ", b.Scores.Select(s => Invariant(s.Value)).Prepend(Show(b.Rubrics.Select(r => new Item(r)))))}",
            Block.QuestionTable q => string.Join(
                " // ",
                q.Rows.Select(Show)
                    .Concat(q.Sum is { } sum ? [$"= {Invariant(sum.Value)}"] : [])
                    .Concat(q.Unclear.Select(c => $"! {c}"))
            ),
            Block.SummaryTable t => string.Join("; ", t.Series.Select(Show)),
            Block.Figure f =>
                $"[{f.Title}] {string.Join(' ', f.Numbers.Select(n => n.Value.ToString(CultureInfo.InvariantCulture)))}",
            _ => throw new ArgumentOutOfRangeException(nameof(block)),
        };

    /// <summary><c>Year 2013: 61 57 63 = 181</c>.</summary>
    public static string Show(SummarySeries series) =>
        $"{series.Kind} {Invariant(series.Year)}".Trim()
        + $": {string.Join(' ', series.Areas.Values.Select(v => Invariant(v.Value)))}"
        + (series.Total is { } total ? $" = {Invariant(total.Value)}" : "");

    public static string Show(QuestionRow row) =>
        string.Join(
            " | ",
            new[] { row.Code, row.Text.Text }
                .Concat(new[] { row.Achieved, row.Max, row.Percent }.Select(Invariant))
                .Where(t => t.Length > 0)
        );

    public static string Show(Cell cell) =>
        cell.Items.Count == 0
            ? cell.Text.Text
            : string.Join(' ', new[] { cell.Text.Text, Show(cell.Items) }.Where(t => t.Length > 0));

    private static string Invariant<T>(T number) =>
        Convert.ToString(number, CultureInfo.InvariantCulture) ?? "";

    private static string Show(IEnumerable<Item> items) =>
        string.Join(' ', items.Select(i => "• " + i.Text));
}
