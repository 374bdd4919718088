namespace Kompass.Mining.Layout.Lists.Training;

/// <summary>An item that was read of generated lists, or missed.</summary>
/// <param name="Row">What was known of it: <see cref="ItemFeatures"/>; empty where it was missed.</param>
/// <param name="IsRight">Whether it has exactly its words and stands in its list.</param>
/// <param name="Confidence">What the reader said of it.</param>
/// <param name="IsSure">Whether it is not in doubt.</param>
/// <param name="IsMissed">Whether it is an item of the truth that no item read has exactly.</param>
internal sealed record JudgedItem(
    float[] Row,
    bool IsRight,
    double Confidence,
    bool IsSure,
    bool IsMissed
)
{
    /// <summary>Compares what was read with the truth: every item read, then every item missed.</summary>
    public static IEnumerable<JudgedItem> Of(
        GeneratedArea area,
        IReadOnlyList<Stretch> stretches,
        ReadLists read
    )
    {
        var truth = Truth(area, stretches);
        for (var column = 0; column < read.Columns.Count; column++)
        {
            for (var i = 0; i < read.Columns[column].Items.Count; i++)
            {
                var item = read.Columns[column].Items[i];
                var isRight = truth.Remove((column, Key(item.Parts)));
                yield return new JudgedItem(
                    [.. read.Rows[column][i]],
                    isRight,
                    read.Confidences[column][i],
                    read.Confidences[column][i] >= read.SureFrom,
                    false
                );
            }
        }

        foreach (var _ in truth)
        {
            yield return new JudgedItem([], false, 0, false, true);
        }
    }

    private static HashSet<(int Column, string Words)> Truth(
        GeneratedArea area,
        IReadOnlyList<Stretch> stretches
    )
    {
        var words = new Dictionary<TruePlace, List<(int Stretch, int From, int To)>>();
        for (var s = 0; s < stretches.Count; s++)
        {
            for (var i = 0; i < stretches[s].Tokens.Count; i++)
            {
                if (
                    area.Stretches[s]
                        .Places.TryGetValue(stretches[s].Tokens[i].Start, out var place)
                    && place.Column >= 0
                )
                {
                    if (!words.TryGetValue(place, out var own))
                    {
                        words[place] = own = [];
                    }

                    own.Add((s, i, i + 1));
                }
            }
        }

        return [.. words.Select(w => (w.Key.Column, Key(w.Value)))];
    }

    private static string Key(IEnumerable<(int Stretch, int From, int To)> parts) =>
        string.Join(
            ',',
            parts.SelectMany(p =>
                Enumerable.Range(p.From, p.To - p.From).Select(i => $"{p.Stretch}:{i}")
            )
        );
}
