using Kompass.Mining.Themes;

namespace Kompass.Mining.Improvements.Notes;

/// <summary>
/// Of which sub-question a sentence speaks whose area nobody told. The area is that of the sub-question whose labelled examples it is most like (cosine to their sum);
/// within it the model of sub-questions must say the same.
/// </summary>
internal sealed class QuestionOfSentence(ThemeModel model, Knowledge knowledge)
{
    // Chosen on the authored examples; what it gives on real reports stands in docs/drafts.md.
    private const double LeastLikeness = 0.25;
    private const double LeastProbability = 0.6;

    private readonly Lazy<IReadOnlyList<Centre>> _centres = new(() =>
        [
            .. knowledge
                .Examples.Where(e =>
                    model.Knows(e.Area) && !e.Question.EndsWith(".0", StringComparison.Ordinal)
                )
                .GroupBy(e => (e.Area, e.Question))
                .Select(g =>
                    Centre.Of(
                        g.Key.Area,
                        g.Key.Question,
                        g.Select(e => model.InputOf(e.Text, e.Area).Text)
                    )
                ),
        ]
    );

    /// <summary>The sub-question and its area, or null where that is not sure.</summary>
    public (int Area, string Question)? Of(string sentence)
    {
        var centres = _centres.Value;
        var text = model.InputOf(sentence, centres[0].Area).Text;
        var length = Math.Sqrt(text.Sum(f => f.Value * f.Value));
        if (length == 0)
        {
            return null;
        }

        var (nearest, likeness) = centres
            .Select(c => (c, c.Times(text) / length))
            .MaxBy(c => c.Item2);
        if (likeness < LeastLikeness)
        {
            return null;
        }

        var labels = model.Label(sentence, nearest.Area);
        return labels.Question == nearest.Question && labels.QuestionProbability >= LeastProbability
            ? (nearest.Area, nearest.Question)
            : null;
    }

    private sealed record Centre(
        int Area,
        string Question,
        IReadOnlyDictionary<int, double> Weights
    )
    {
        public static Centre Of(
            int area,
            string question,
            IEnumerable<IReadOnlyList<(int Index, double Value)>> texts
        )
        {
            var sum = texts
                .SelectMany(t => t)
                .AggregateBy(f => f.Index, 0.0, (sum, f) => sum + f.Value)
                .ToList();
            var length = Math.Sqrt(sum.Sum(w => w.Value * w.Value));
            return new Centre(area, question, sum.ToDictionary(w => w.Key, w => w.Value / length));
        }

        public double Times(IReadOnlyList<(int Index, double Value)> text) =>
            text.Sum(f => f.Value * Weights.GetValueOrDefault(f.Index));
    }
}
