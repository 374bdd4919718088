namespace Kompass.Mining.Layout.Lists;

/// <summary>Puts an area's lists together from stretches of running words, and says of each item how probable it is that it is right.</summary>
internal sealed class ListReader(
    ListModel model,
    WordStatistics words,
    Lexicon lexicon,
    WordTraits traits
)
{
    private readonly WordFacts _facts = new(words, lexicon, traits, model.Places);

    /// <summary>How the lists of a document are set: best asked of all of them.</summary>
    public ListStyle StyleOf(IEnumerable<Stretch> stretches) => ListStyle.Of(stretches, _facts);

    /// <summary>Reads an area's stretches in the order of the document.</summary>
    /// <param name="stretches">What stands between headings and page breaks.</param>
    /// <param name="kinds">The kinds of the columns.</param>
    /// <param name="style">How the document's lists are set.</param>
    public ReadLists Read(
        IReadOnlyList<Stretch> stretches,
        IReadOnlyList<FindingKind> kinds,
        ListStyle style
    )
    {
        var judge = new GapJudge(model, new GapFeatures(_facts, style), traits, style);
        List<ListColumn> columns = [.. kinds.Select(k => new ListColumn(k))];
        for (var number = 0; number < stretches.Count; number++)
        {
            var stretch = stretches[number];
            if (stretch.Tokens.Count == 0)
            {
                continue;
            }

            var pieces = new StretchLattice(
                stretch,
                [.. stretch.Columns.Select(c => columns[c])],
                judge
            ).Read();
            foreach (var piece in pieces)
            {
                Add(columns[piece.Column], number, stretch, piece);
            }
        }

        var rows = ItemFeatures.Of(columns, stretches, judge);
        return new ReadLists(
            columns,
            rows,
            [
                .. columns.Select(
                    (c, n) =>
                        c
                            .Items.Select(
                                (item, i) =>
                                    judge.JudgesItems ? judge.Right(rows[n][i]) : item.Probability
                            )
                            .ToList()
                ),
            ],
            model.SureFrom
        );
    }

    private static void Add(ListColumn column, int number, Stretch stretch, ListPiece piece)
    {
        if (piece.GoesOn && column.Last is { } last)
        {
            last.Add(number, stretch, piece);
            return;
        }

        var item = new ListItem { LacksStart = stretch.Tokens[piece.From].IsLower };
        item.Add(number, stretch, piece);
        column.Items.Add(item);
    }
}

/// <summary>Lists as they were put together.</summary>
/// <param name="Columns">Each list with its items.</param>
/// <param name="Rows">What is known of each item, by column: <see cref="ItemFeatures"/>.</param>
/// <param name="Confidences">How probable it is that each item is right, by column.</param>
/// <param name="SureFrom">Items of less confidence are in doubt.</param>
internal sealed record ReadLists(
    IReadOnlyList<ListColumn> Columns,
    IReadOnlyList<IReadOnlyList<float[]>> Rows,
    IReadOnlyList<IReadOnlyList<double>> Confidences,
    double SureFrom
);
