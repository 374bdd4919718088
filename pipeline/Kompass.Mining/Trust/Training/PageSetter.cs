using Kompass.Mining.Documents;

namespace Kompass.Mining.Trust.Training;

/// <summary>
/// Sets pieces on pages: words with boxes, each letter about half as wide as its type is large, tables in columns, bullets before items, lines broken at the width.
/// </summary>
/// <param name="random">Draws margins, leading and whether tables have rules.</param>
/// <param name="marked">Words that recognition misread; null where the file has its own text.</param>
internal sealed class PageSetter(Random random, ISet<string>? marked)
{
    private const double Width = 595;
    private const double Height = 842;
    private const double Letter = 0.5;
    private const double Blank = 0.25;

    private readonly double _margin = random.Next(55, 85);
    private readonly double _size = random.Next(9, 12);
    private readonly bool _hasRules = random.Next(2) == 0;
    private readonly bool _hasBullets = random.Next(6) > 0;
    private readonly double _listSpace = random.Next(0, 4);
    private readonly List<Page> _pages = [];
    private readonly List<Word> _words = [];
    private readonly List<Box> _lines = [];
    private double _y;

    private double Leading => _size * 1.25;

    private double Body => Width - (2 * _margin);

    public IReadOnlyList<Page> Set(IReadOnlyList<Piece> pieces)
    {
        NextPage();
        foreach (var piece in pieces)
        {
            if (piece.Kind is PieceKind.Chapter or PieceKind.Area && _y > 200)
            {
                NextPage();
            }

            switch (piece.Kind)
            {
                case PieceKind.Findings:
                    Findings(piece);
                    break;
                case PieceKind.Box or PieceKind.Summary or PieceKind.Questions:
                    Table(piece);
                    break;
                case PieceKind.Paragraph:
                    Lines(piece.Text, Body, _size).ForEach(l => Line(l, _size));
                    _y += Leading;
                    break;
                default:
                    Heading(piece);
                    break;
            }
        }

        Close();
        return _pages;
    }

    private void Heading(Piece piece)
    {
        var size = piece.Kind switch
        {
            PieceKind.Title => 24,
            PieceKind.Chapter => 18,
            PieceKind.Area => 15,
            _ => 12,
        };
        _y += size / 2;
        Room(4 * size);
        foreach (var line in Lines(piece.Text, Body, size))
        {
            Line(line, size, isBold: true);
        }

        _y += size / 3;
    }

    // Columns side by side, which a page may break at one height.
    private void Findings(Piece piece)
    {
        var count = piece.Rows[0].Length;
        var width = Body / count;
        var columns = piece
            .Rows[1]
            .Select((cell, c) => Items(cell, _margin + (c * width), width - 14))
            .ToList();
        Room(5 * Leading);
        for (var c = 0; c < count; c++)
        {
            Put(piece.Rows[0][c], _margin + (c * width), _y, _size, true);
        }

        _y += Leading * 1.3;
        for (var i = 0; i < columns.Max(c => c.Count); i++)
        {
            Room(Leading);
            foreach (var column in columns.Where(c => i < c.Count))
            {
                var (x, text, isFirst) = column[i];
                if (isFirst && _hasBullets)
                {
                    Put("•", x, _y, _size, false);
                }

                Put(text, x + 12, _y, _size, false);
            }

            _y +=
                Leading
                + (columns.Exists(c => i + 1 < c.Count && c[i + 1].IsFirst) ? _listSpace : 0);
        }

        _y += Leading;
    }

    private List<(double X, string Text, bool IsFirst)> Items(
        string cell,
        double x,
        double width
    ) =>
        [
            .. Piece
                .Items(cell)
                .SelectMany(item =>
                    Lines(item, width - 12, _size).Select((l, i) => (x, l, i == 0))
                ),
        ];

    private void Table(Piece piece)
    {
        double[] shares = piece.Kind switch
        {
            PieceKind.Box => [0, 0.8],
            PieceKind.Summary => [0, 0.7, 0.85],
            _ => [0, 0.08, 0.7, 0.8, 0.9],
        };
        Room(Math.Min(piece.Rows.Count, 6) * Leading);
        for (var r = 0; r < piece.Rows.Count; r++)
        {
            var row = piece.Rows[r];
            var cells = row.Select(
                    (cell, c) =>
                        Piece
                            .Items(cell)
                            .SelectMany(item =>
                                Lines(
                                    piece.Kind == PieceKind.Box && r > 0 && c == 0 && _hasBullets
                                        ? "• " + item
                                        : item,
                                    (
                                        Body
                                        * ((c + 1 < shares.Length ? shares[c + 1] : 1) - shares[c])
                                    ) - 6,
                                    _size
                                )
                            )
                            .ToList()
                )
                .ToList();
            var height = cells.Max(c => c.Count);
            Room(height * Leading);
            var top = _y;
            for (var i = 0; i < height; i++)
            {
                for (var c = 0; c < cells.Count; c++)
                {
                    if (i < cells[c].Count)
                    {
                        Put(cells[c][i], _margin + (Body * shares[c]), _y, _size, r == 0);
                    }
                }

                _y += Leading;
            }

            if (_hasRules)
            {
                Rules(top - 2, _y - 1, shares);
            }
        }

        _y += Leading;
    }

    private void Rules(double top, double bottom, double[] shares)
    {
        var (left, right) = (_margin - 3, _margin + Body + 3);
        _lines.Add(new Box(left, top, right, top));
        _lines.Add(new Box(left, bottom, right, bottom));
        foreach (var share in shares.Append(1))
        {
            var x = _margin + (Body * share) - (share < 1 ? 3 : -3);
            _lines.Add(new Box(x, top, x, bottom));
        }
    }

    private void Line(string text, double size, bool isBold = false)
    {
        Room(size);
        Put(text, _margin, _y, size, isBold);
        _y += size * 1.25;
    }

    private void Put(string text, double x, double y, double size, bool isBold)
    {
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var right = x + (word.Length * size * Letter);
            _words.Add(
                new Word(
                    word,
                    new Box(x, y, right, y + size),
                    size,
                    marked is null ? isBold : null,
                    Sure(word)
                )
            );
            x = right + (size * Blank);
        }
    }

    // Recognition is unsure of what it misread, and of one word in ten that it read rightly.
    private double Sure(string word) =>
        marked is null ? 1
        : marked.Contains(word) ? 0.2 + (0.75 * random.NextDouble())
        : random.Next(10) == 0 ? 0.4 + (0.6 * random.NextDouble())
        : 0.9 + (0.08 * random.NextDouble());

    private static List<string> Lines(string text, double width, double size) =>
        [.. Piece.Lines(text, letters => letters * size * Letter > width)];

    private void Room(double height)
    {
        if (_y + height > Height - 60)
        {
            NextPage();
        }
    }

    private void NextPage()
    {
        Close();
        _y = 40;
        if (_pages.Count > 0)
        {
            Put("Sveriges Kommuner och Landsting 2013-06-10", _margin, _y, 8, false);
            Put($"{_pages.Count + 1} (28)", Width - 110, _y, 8, false);
        }

        _y = 90;
    }

    private void Close()
    {
        if (_words.Count > 0)
        {
            _pages.Add(
                new Page(
                    _pages.Count + 1,
                    Width,
                    Height,
                    [.. _words],
                    marked is null ? PageOrigin.TextLayer : PageOrigin.Recognised
                )
                {
                    Lines = [.. _lines],
                }
            );
        }

        _words.Clear();
        _lines.Clear();
    }
}
