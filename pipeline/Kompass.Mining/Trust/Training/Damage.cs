namespace Kompass.Mining.Trust.Training;

/// <summary>For what a kind of damage is used.</summary>
internal enum DamageUse
{
    /// <summary>The trees learn from it.</summary>
    Training,

    /// <summary>Their probabilities are set by it.</summary>
    Calibration,

    /// <summary>It is measured by it, and nothing is learnt from it.</summary>
    Test,
}

/// <summary>A kind of damage: what producers, hosts, scanners and writers do to reports.</summary>
internal sealed record Damage(
    string Name,
    DamageUse Use,
    Action<List<Piece>, Random, ISet<string>> Do
)
{
    /// <summary>The name of no damage at all.</summary>
    public const string None = "none";

    private const string Header = "Sveriges Kommuner och Landsting 2013-06-10 7 (28)";

    private static readonly (string From, string To)[] Letters =
    [
        ("å", "a"),
        ("ä", "a"),
        ("ö", "o"),
        ("rn", "m"),
        ("l", "1"),
        ("i", "l"),
        ("e", "c"),
        ("t", "f"),
        ("m", "rn"),
        ("g", "q"),
    ];

    private const string Digits = "0123456789";
    private const string AlikeDigits = "8735619240";

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<Damage> All { get; } =
    [
        new(None, DamageUse.Training, (_, _, _) => { }),
        Words("letters", DamageUse.Training, 0.04, Misread),
        Words("digits", DamageUse.Training, 0.04, (w, r) => Digit(w, r, AlikeDigits)),
        Lost("pieces lost", DamageUse.Training, 0.04, kind => kind != PieceKind.Title),
        Lost(
            "witnesses lost",
            DamageUse.Training,
            0.3,
            kind => kind is PieceKind.Box or PieceKind.Summary or PieceKind.Questions
        ),
        new("cells lost", DamageUse.Training, (p, r, _) => LoseCells(p, r)),
        new("pages lost", DamageUse.Training, (p, r, _) => Cut(p, r)),
        Items(
            "items joined",
            DamageUse.Training,
            0.07,
            (items, i, _) =>
            {
                items[i - 1] += " " + items[i];
                items.RemoveAt(i);
            }
        ),
        Items("items cut", DamageUse.Training, 0.07, (items, i, r) => Split(items, i, r)),
        new("one misprint", DamageUse.Training, (p, r, _) => Misprint(p, r)),
        Items(
            "headers in lists",
            DamageUse.Calibration,
            0.05,
            (items, i, r) => items[i] = Insert(items[i], Header, r)
        ),
        Tables(
            "heads of columns exchanged",
            DamageUse.Calibration,
            0.3,
            PieceKind.Findings,
            (x, _) => (x.Rows[0][0], x.Rows[0][1]) = (x.Rows[0][1], x.Rows[0][0])
        ),
        Tables("rows moved", DamageUse.Calibration, 0.25, PieceKind.Questions, MoveUp),
        Lost(
            "headings lost",
            DamageUse.Calibration,
            0.25,
            kind => kind is PieceKind.Area or PieceKind.Rubric
        ),
        Words(
            "blanks lost and put in",
            DamageUse.Calibration,
            0.03,
            (w, r) => w.Length < 6 ? w : w.Insert(r.Next(2, w.Length - 2), " ")
        ),
        Tables("columns in turn", DamageUse.Test, 0.4, PieceKind.Findings, Interleave),
        new("chapters in another order", DamageUse.Test, (p, r, _) => Shuffle(p, r)),
        new(
            "two misprints",
            DamageUse.Test,
            (p, r, _) =>
            {
                Misprint(p, r);
                Misprint(p, r);
            }
        ),
        Words("words lost", DamageUse.Test, 0.02, (_, _) => ""),
        Words(
            "digits exchanged",
            DamageUse.Test,
            0.05,
            (w, _) => w.Length > 1 && w.All(char.IsAsciiDigit) ? new string([.. w.Reverse()]) : w
        ),
        Items(
            "prose in lists",
            DamageUse.Test,
            0.04,
            (items, i, _) =>
                items[i] +=
                    " Kommunen har en plan som följs upp en gång om året. De intervjuade beskriver"
        ),
        new(
            "cells cut at the right",
            DamageUse.Test,
            (p, r, _) =>
                p.SelectMany(x => x.Rows.Skip(1))
                    .Where(_ => r.NextDouble() < 0.05)
                    .ToList()
                    .ForEach(CutRight)
        ),
        new(
            "pages twice",
            DamageUse.Test,
            (p, r, _) =>
            {
                var at = r.Next(6, Math.Max(7, p.Count - 6));
                p.InsertRange(
                    Math.Min(p.Count, at + 5),
                    [.. p.Skip(at).Take(5).Select(x => x.Copy())]
                );
            }
        ),
        new("another's table", DamageUse.Test, (p, r, _) => Decoy(p, r)),
        Tables(
            "points and maximum exchanged",
            DamageUse.Test,
            0.3,
            PieceKind.Questions,
            (x, r) =>
                x.Rows.Skip(r.Next(2)).ToList().ForEach(row => (row[2], row[3]) = (row[3], row[2]))
        ),
    ];

    private static Damage Lost(
        string name,
        DamageUse use,
        double share,
        Func<PieceKind, bool> isOf
    ) =>
        new(
            name,
            use,
            (pieces, random, _) =>
                pieces.RemoveAll(p => isOf(p.Kind) && random.NextDouble() < share)
        );

    private static Damage Tables(
        string name,
        DamageUse use,
        double share,
        PieceKind kind,
        Action<Piece, Random> change
    ) =>
        new(
            name,
            use,
            (pieces, random, _) =>
            {
                foreach (
                    var piece in pieces.Where(p => p.Kind == kind && random.NextDouble() < share)
                )
                {
                    change(piece, random);
                }
            }
        );

    private static Damage Words(
        string name,
        DamageUse use,
        double share,
        Func<string, Random, string> change
    ) =>
        new(
            name,
            use,
            (pieces, random, marked) =>
            {
                var own = share * random.NextDouble() * 2;
                foreach (var piece in pieces.Where(p => p.Kind != PieceKind.Title))
                {
                    piece.Map(w =>
                    {
                        var changed =
                            w.Length > 0 && random.NextDouble() < own ? change(w, random) : w;
                        if (changed != w)
                        {
                            marked.Add(changed);
                        }

                        return changed;
                    });
                }
            }
        );

    private static Damage Items(
        string name,
        DamageUse use,
        double share,
        Action<List<string>, int, Random> change
    ) =>
        new(
            name,
            use,
            (pieces, random, _) =>
            {
                foreach (var piece in pieces.Where(p => p.Kind == PieceKind.Findings))
                {
                    var row = piece.Rows[1];
                    for (var c = 0; c < row.Length; c++)
                    {
                        List<string> items = [.. Piece.Items(row[c])];
                        for (var i = items.Count - 1; i > 0; i--)
                        {
                            if (random.NextDouble() < share)
                            {
                                change(items, i, random);
                            }
                        }

                        row[c] = string.Join('\n', items);
                    }
                }
            }
        );

    private static void LoseCells(List<Piece> pieces, Random random)
    {
        foreach (
            var row in pieces
                .Where(p => p.Kind == PieceKind.Questions)
                .SelectMany(p => p.Rows.Skip(1))
        )
        {
            for (var c = 2; c < row.Length; c++)
            {
                row[c] = random.NextDouble() < 0.05 ? "" : row[c];
            }
        }
    }

    // Every cell with points.
    private static List<(string[] Row, int Cell)> Stated(List<Piece> pieces) =>
        [
            .. pieces
                .Where(p => p.Kind is PieceKind.Box or PieceKind.Summary or PieceKind.Questions)
                .SelectMany(p =>
                    p.Rows.Skip(1).Select(r => (r, p.Kind == PieceKind.Questions ? 2 : 1))
                ),
        ];

    private static void Misprint(List<Piece> pieces, Random random)
    {
        var all = Stated(pieces);
        var (row, cell) = all[random.Next(all.Count)];
        row[cell] = Digit(row[cell], random, "5283917046");
    }

    private static string Digit(string word, Random random, string alike)
    {
        var places = Enumerable
            .Range(0, word.Length)
            .Where(i => char.IsAsciiDigit(word[i]))
            .ToList();
        if (places.Count == 0)
        {
            return word;
        }

        var at = places[random.Next(places.Count)];
        return $"{word[..at]}{alike[Digits.IndexOf(word[at], StringComparison.Ordinal)]}{word[(at + 1)..]}";
    }

    private static string Misread(string word, Random random)
    {
        var (from, to) = Letters[random.Next(Letters.Length)];
        var at = word.IndexOf(from, StringComparison.Ordinal);
        return at < 0 ? word : string.Concat(word.AsSpan(0, at), to, word.AsSpan(at + from.Length));
    }

    private static void Split(List<string> items, int at, Random random)
    {
        var words = items[at].Split(' ');
        if (words.Length > 2)
        {
            var cut = random.Next(1, words.Length);
            items[at] = string.Join(' ', words[..cut]);
            items.Insert(at + 1, string.Join(' ', words[cut..]));
        }
    }

    private static string Insert(string text, string what, Random random)
    {
        var words = text.Split(' ').ToList();
        words.Insert(random.Next(words.Count + 1), what);
        return string.Join(' ', words);
    }

    // Titles stay: a document without them is set aside.
    private static void Cut(List<Piece> pieces, Random random)
    {
        var from = random.Next(2, Math.Max(3, pieces.Count - 2));
        pieces.RemoveRange(
            from,
            Math.Clamp(random.Next(2, 9), 0, Math.Max(0, pieces.Count - from))
        );
    }

    private static void MoveUp(Piece table, Random random)
    {
        var column = random.Next(2, 5);
        for (var i = random.Next(1, table.Rows.Count - 1); i + 1 < table.Rows.Count; i++)
        {
            table.Rows[i][column] = table.Rows[i + 1][column];
        }
    }

    // Lines of the columns in turn, as if the table had one.
    private static void Interleave(Piece table, Random random)
    {
        var columns = table
            .Rows[1]
            .Select(c =>
            {
                var width = random.Next(24, 40);
                return Piece
                    .Items(c)
                    .SelectMany(item => Piece.Lines(item, length => length >= width))
                    .ToList();
            })
            .ToList();
        var mixed = Enumerable
            .Range(0, columns.Max(c => c.Count))
            .SelectMany(i => columns.Where(c => i < c.Count).Select(c => c[i]));
        table.Rows[1] = [string.Join(' ', mixed), .. table.Rows[1].Skip(1).Select(_ => "")];
    }

    private static void Shuffle(List<Piece> pieces, Random random)
    {
        var starts = Enumerable
            .Range(0, pieces.Count)
            .Where(i => pieces[i].Kind == PieceKind.Area)
            .ToList();
        if (starts.Count < 4)
        {
            return;
        }

        var at = random.Next(starts.Count - 2);
        var first = pieces.GetRange(starts[at], starts[at + 1] - starts[at]);
        pieces.RemoveRange(starts[at], first.Count);
        pieces.InsertRange(starts[at + 2] - first.Count, first);
        var i = random.Next(5, pieces.Count - 1);
        (pieces[i], pieces[i + 1]) = (pieces[i + 1], pieces[i]);
    }

    private static void CutRight(string[] row)
    {
        for (var c = 0; c < row.Length; c++)
        {
            row[c] = string.Join(
                '\n',
                Piece
                    .Items(row[c])
                    .Select(item =>
                        item.Split(' ') is { Length: > 1 } words
                            ? string.Join(' ', words[..^1])
                            : item
                    )
            );
        }
    }

    // The figures of a neighbour, before or behind the municipality's own.
    private static void Decoy(List<Piece> pieces, Random random)
    {
        if (pieces.FindIndex(p => p.Kind == PieceKind.Summary) is >= 0 and var at)
        {
            var other = pieces[at].Copy();
            foreach (var row in other.Rows.Skip(1))
            {
                row[1] = random.Next(30, 90).ToString(CultureInfo.InvariantCulture);
            }

            pieces.InsertRange(
                at + random.Next(2),
                [new Piece(PieceKind.Rubric, "Grannkommunen Marks kommun"), other]
            );
        }
    }
}
