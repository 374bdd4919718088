using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;

namespace Kompass.Mining.Layout;

/// <summary>A findings list of a flat text: its heading, and whatever stands between it and the next one.</summary>
internal sealed record FlatList(Passage Heading, FindingKind Kind, Passage Text);

/// <summary>
/// The findings of one area in a flat text: lists run together, tables cut by pages. What stands after a page break, and what stands after headings printed
/// together, is shared out among the columns by what goes on from before, by how items are worded, and by their order; each item says how sure that is.
/// </summary>
internal sealed partial class FlatFindings(
    ItemBorders borders,
    WordStatistics words,
    Knowledge knowledge
)
{
    /// <summary>One table: its head has the list headings, its row the items.</summary>
    public Block Read(IReadOnlyList<FlatList> lists)
    {
        var columns = new List<Column>();
        for (var i = 0; i < lists.Count; i++)
        {
            var together = new List<Column> { ColumnFor(columns, lists[i]) };
            while (lists[i].Text.IsBlank && i + 1 < lists.Count)
            {
                i++;
                var next = ColumnFor(columns, lists[i]);
                if (!together.Contains(next))
                {
                    together.Add(next);
                }
            }

            AddText(lists[i].Text, together, columns, isLast: i == lists.Count - 1);
        }

        return new Block.Table([
            new Row([.. columns.Select(c => Cell.Of(c.Heading))]),
            new Row([.. columns.Select(c => new Cell(Passage.Empty, [.. c.Items]))]),
        ]);
    }

    private static Column ColumnFor(List<Column> columns, FlatList list)
    {
        var column = columns.Find(c => c.Kind == list.Kind);
        if (column is null)
        {
            columns.Add(column = new Column(list.Heading.Trim(), list.Kind));
        }

        return column;
    }

    private void AddText(Passage text, List<Column> together, List<Column> columns, bool isLast)
    {
        var pages = Pages(text).ToList();
        for (var page = 0; page < pages.Count; page++)
        {
            if (pages[page].IsBlank)
            {
                continue;
            }

            var pieces = Pieces(pages[page]);
            if (page == 0 && together.Count == 1)
            {
                foreach (var piece in pieces)
                {
                    together[0]
                        .Add(
                            piece.Text,
                            piece.Confidence,
                            piece.Confidence < 0.8 ? ItemDoubt.Cut : ItemDoubt.None
                        );
                }

                continue;
            }

            // After headings printed together the items belong to those; after a page break in the last list to any column, for a table goes on
            // in all of its columns; elsewhere only this list goes on.
            var candidates =
                together.Count > 1 && page == FirstFilled(pages) ? together
                : isLast && columns.Count > 1 ? columns
                : [together[^1]];
            Share(pieces, candidates);
        }
    }

    private static int FirstFilled(List<Passage> pages) => pages.FindIndex(p => !p.IsBlank);

    private IReadOnlyList<Piece> Pieces(Passage text)
    {
        if (!Bullet().IsMatch(text.Text))
        {
            return [.. borders.Cut(text).Select(Cleaned)];
        }

        var cell = CellReader.Read(text, words);
        var pieces = new List<Piece>();
        if (!cell.Text.IsBlank)
        {
            pieces.Add(new Piece(cell.Text, 0.7, GoesOn: true));
        }

        pieces.AddRange(cell.Items.Select(i => new Piece(i.Text, i.Confidence, GoesOn: false)));
        return pieces;
    }

    private Piece Cleaned(Piece piece) => piece with { Text = CellReader.Join(piece.Text, words) };

    private void Share(IReadOnlyList<Piece> pieces, List<Column> columns)
    {
        if (columns.Count == 1)
        {
            foreach (var piece in pieces)
            {
                Add(piece, columns[0], 1);
            }

            return;
        }

        var shares = ColumnShare.Find(
            pieces,
            [
                .. columns.Select(c => new ColumnState(
                    c.Kind,
                    c.IsOpen(knowledge.Swedish),
                    c.IsBroken,
                    c.Items.Count == 0
                )),
            ],
            knowledge.KindEvidence
        );
        for (var i = 0; i < pieces.Count; i++)
        {
            Add(pieces[i], columns[shares[i].Column], shares[i].Probability);
        }
    }

    private void Add(Piece piece, Column column, double columnConfidence)
    {
        if (piece.GoesOn && column.Items.Count > 0)
        {
            column.GoOn(piece.Text, Math.Min(piece.Confidence, columnConfidence), words);
            return;
        }

        var confidence = Math.Min(piece.Confidence, columnConfidence);
        var doubt =
            (piece.Confidence < 0.8 || piece.GoesOn ? ItemDoubt.Cut : ItemDoubt.None)
            | (columnConfidence < 0.95 ? ItemDoubt.Column : ItemDoubt.None);
        column.Add(piece.Text, piece.GoesOn ? Math.Min(confidence, 0.5) : confidence, doubt);
    }

    private static IEnumerable<Passage> Pages(Passage text)
    {
        var start = 0;
        for (var i = 0; i <= text.Text.Length; i++)
        {
            if (i == text.Text.Length || text.Text[i] == '\f')
            {
                yield return text.Slice(start, i);
                start = i + 1;
            }
        }
    }

    private sealed class Column(Passage heading, FindingKind kind)
    {
        public Passage Heading { get; } = heading;

        public FindingKind Kind { get; } = kind;

        public List<Item> Items { get; } = [];

        /// <summary>Whether the last item ends in the middle of a word.</summary>
        public bool IsBroken => Items.Count > 0 && Items[^1].Text.Text.EndsWith('-');

        /// <summary>Whether the last item cannot end where it ends.</summary>
        public bool IsOpen(Swedish swedish)
        {
            if (Items.Count == 0)
            {
                return false;
            }

            var text = Items[^1].Text.Text;
            return IsBroken
                || text[^1] is ',' or '/'
                || swedish.OpenWords.Contains(text[(text.LastIndexOf(' ') + 1)..])
                || (
                    text[^1] != '.'
                    && Items.Count > 1
                    && Items.SkipLast(1).All(i => i.Text.Text.EndsWith('.'))
                );
        }

        public void Add(Passage text, double confidence, ItemDoubt doubt)
        {
            if (text.Text.Any(char.IsLetterOrDigit))
            {
                Items.Add(new Item(text, confidence, doubt));
            }
        }

        public void GoOn(Passage text, double confidence, WordStatistics words)
        {
            var whole = new PassageBuilder();
            whole.Append(Items[^1].Text);
            Hyphenation.AppendLine(whole, text, words);
            var sure = Math.Min(Items[^1].Confidence, confidence);
            Items[^1] = Items[^1] with
            {
                Text = whole.ToPassage(),
                Confidence = sure,
                Doubt = sure < 0.8 ? Items[^1].Doubt | ItemDoubt.Cut : Items[^1].Doubt,
            };
        }
    }

    [GeneratedRegex(
        @"[•●▪◦‣∙■□▫➢►✓\uF0B7\uF0A7\uF02D\uF0D8\uF0FC]|^\s*[-–]\s+\p{Lu}",
        RegexOptions.CultureInvariant | RegexOptions.Multiline,
        2000
    )]
    private static partial Regex Bullet();
}
