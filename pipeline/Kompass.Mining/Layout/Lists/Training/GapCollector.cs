using Kompass.Mining.Learning.Trees;

namespace Kompass.Mining.Layout.Lists.Training;

/// <summary>Takes the gaps out of generated lists, with the truth on each: what trees that judge gaps are grown from.</summary>
internal sealed class GapCollector(
    WordPlaces places,
    Lexicon lexicon,
    WordTraits traits,
    Random random
)
{
    // Whether an item is complete is asked at any word; a part of them is enough.
    private const double ShareOfEnds = 0.35;

    /// <summary>Adds the gaps of a report's lists.</summary>
    /// <param name="lists">The report.</param>
    /// <param name="borders">Gets a row for each gap within a column at which an item may begin.</param>
    /// <param name="ends">Gets a row for a part of all words: whether their item is complete.</param>
    /// <param name="seams">Gets a row for gaps of stretches that columns share: whether another column's line begins.</param>
    public void Collect(
        GeneratedLists lists,
        List<TreeExample> borders,
        List<TreeExample> ends,
        List<TreeExample> seams
    )
    {
        var facts = new WordFacts(lists.Words, lexicon, traits, places);
        var areas = lists.Areas.Select(a => (Area: a, Stretches: a.ToStretches())).ToList();
        var style = ListStyle.Of(areas.SelectMany(a => a.Stretches), facts);
        var features = new GapFeatures(facts, style);
        foreach (var (area, stretches) in areas)
        {
            for (var s = 0; s < stretches.Count; s++)
            {
                if (stretches[s].Columns.Count > 1)
                {
                    Seams(lists.Setting, area.Stretches[s], stretches[s], features, seams);
                }
            }

            for (var column = 0; column < area.Kinds.Count; column++)
            {
                Column(WordsOf(area, stretches, column), features, style, borders, ends);
            }
        }
    }

    private void Seams(
        ListSetting setting,
        GeneratedStretch truth,
        Stretch stretch,
        GapFeatures features,
        List<TreeExample> seams
    )
    {
        var inTurn = setting.Order == ColumnOrder.LineByLine;
        for (var i = 1; i < stretch.Tokens.Count; i++)
        {
            var changes =
                truth.Places[stretch.Tokens[i].Start].Column
                != truth.Places[stretch.Tokens[i - 1].Start].Column;
            if (inTurn || (!changes && random.NextDouble() < ShareOfEnds))
            {
                var (before, after) = GapJudge.Around(stretch, i, traits);
                seams.Add(
                    new TreeExample(features.Of(before, after, stretch.LineFill(i)), changes)
                );
            }
        }
    }

    private void Column(
        List<PlacedWord> column,
        GapFeatures features,
        ListStyle style,
        List<TreeExample> borders,
        List<TreeExample> ends
    )
    {
        var tokens = column.ConvertAll(w => w.Token);
        var start = 0;
        for (var i = 1; i < column.Count; i++)
        {
            var isBorder = column[i].Item != column[i - 1].Item;
            var item = new TokenRun(tokens, start, i);
            if (
                !column[i].Stretch.HasBullets
                && (column[i].OpensStretch || MayOpen(column[i], style))
            )
            {
                borders.Add(
                    new TreeExample(
                        features.Of(
                            item,
                            new TokenRun(tokens, i, tokens.Count),
                            column[i].LineFill
                        ),
                        isBorder
                    )
                );
            }

            if (random.NextDouble() < ShareOfEnds)
            {
                ends.Add(new TreeExample(features.Of(item), isBorder));
            }

            start = isBorder ? i : start;
        }
    }

    private bool MayOpen(PlacedWord word, ListStyle style) =>
        GapJudge.MayOpen(word.Stretch, word.Number, style, traits);

    private static List<PlacedWord> WordsOf(
        GeneratedArea area,
        IReadOnlyList<Stretch> stretches,
        int column
    )
    {
        var words = new List<PlacedWord>();
        for (var s = 0; s < stretches.Count; s++)
        {
            var opens = words.Count > 0;
            for (var i = 0; i < stretches[s].Tokens.Count; i++)
            {
                var token = stretches[s].Tokens[i];
                if (
                    area.Stretches[s].Places.TryGetValue(token.Start, out var place)
                    && place.Column == column
                )
                {
                    words.Add(
                        new PlacedWord(
                            token,
                            place.Item,
                            stretches[s],
                            i,
                            opens,
                            opens ? 0 : stretches[s].LineFill(i)
                        )
                    );
                    opens = false;
                }
            }
        }

        return words;
    }

    private sealed record PlacedWord(
        ListToken Token,
        int Item,
        Stretch Stretch,
        int Number,
        bool OpensStretch,
        float LineFill
    );
}
