using Kompass.Mining.Learning;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Themes;

/// <summary>A text of a report.</summary>
/// <param name="Text">The finding or sentence.</param>
/// <param name="Area">Number of its area.</param>
/// <param name="List">The list in which it stands, after the texts before it of the same area and list; null for a sentence of the prose.</param>
/// <param name="Question">Its sub-question where the heading above tells it, else null.</param>
internal sealed record ReportText(
    string Text,
    int Area,
    FindingKind? List = null,
    string? Question = null
);

/// <summary>
/// Labels the texts of one report together: by the general model, by what the report says under each heading, and by the order of its lists. The theme
/// then sees the sub-questions that came of it.
/// </summary>
/// <param name="model">The general model.</param>
/// <param name="own">What the report says itself; null where nothing was learnt from it.</param>
internal sealed class ReportLabeller(ThemeModel model, OwnProse? own)
{
    /// <summary>For a report with this prose; without an engine its prose teaches nothing.</summary>
    public static ReportLabeller For(
        IReadOnlyList<Prose> prose,
        Swedish swedish,
        ThemeModel model,
        ILearningEngine? engine,
        CancellationToken cancellation
    ) =>
        new(
            model,
            engine is null ? null : OwnProse.Learn(model, prose, swedish, engine, cancellation)
        );

    /// <summary>The labels of each text, in their order.</summary>
    public IReadOnlyList<FindingLabels> Label(IReadOnlyList<ReportText> texts)
    {
        var inputs = texts.Select(t => model.InputOf(t.Text, t.Area)).ToList();
        var questions = texts
            .Select(
                (t, i) =>
                {
                    var general = model.QuestionsOf(inputs[i], t.Area, t.Question);
                    return own?.Mix(general, inputs[i], t.Text, t.Area) ?? general;
                }
            )
            .ToList();
        var lists = Enumerable
            .Range(0, texts.Count)
            .Where(i => texts[i].List is not null)
            .GroupBy(i => (texts[i].Area, texts[i].List))
            .Select(g => g.ToList())
            .ToList();
        var posteriors = ListOrder.Posteriors([
            .. lists.Select(l => new ListedItems(
                [.. questions[l[0]].Select(q => q.Code)],
                [.. l.Select(i => questions[i].Select(q => q.Probability).ToArray())]
            )),
        ]);
        foreach (var (list, items) in lists.Zip(posteriors))
        {
            foreach (var (i, item) in list.Zip(items))
            {
                questions[i] = [.. questions[i].Zip(item, (q, p) => q with { Probability = p })];
            }
        }

        return
        [
            .. texts.Select(
                (t, i) =>
                    model.Choose(questions[i], ThemesOf(t, inputs[i], questions[i])) with
                    {
                        QuestionBasis =
                            t.Question is not null ? LabelBasis.Heading
                            : own?.Covers(t.Area) == true ? LabelBasis.OwnProse
                            : LabelBasis.Examples,
                    }
            ),
        ];
    }

    private IReadOnlyList<LabelProbability> ThemesOf(
        ReportText text,
        LabelInput input,
        IReadOnlyList<LabelProbability> questions
    )
    {
        var themes = model.ThemesOf(input, text.Area, questions);
        return own?.Explain(themes, text.Text, text.Area, questions) ?? themes;
    }
}
