using Kompass.Mining.Improvements.Drafts;
using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Manuscripts;

/// <summary>Area by area in the reports' own form: heading, score box, first draft of the text, what the municipality's papers say, and the two lists.</summary>
internal static class AreaPages
{
    /// <summary>What stands in a column without suggestions.</summary>
    public const string Nothing = "Inget förslag.";

    /// <summary>What stands beside the box that an evaluator crosses when she has gone through an area.</summary>
    public const string ReviewedLabel = "Jag har gått igenom området";

    public const string Box = "☐";

    /// <summary>The head of the score box's first column.</summary>
    public const string RubricsHead = "Rubriker";

    private const int MostNotes = 8;

    public static IEnumerable<Part> Of(ImprovementDraft draft, DraftForm form)
    {
        yield return new Part.Heading(1, "Förslag område för område", "forslag");
        foreach (var area in draft.Areas)
        {
            var number = Plain(area.Area);
            yield return new Part.Heading(
                2,
                form.Heading(area.Area, area.Name),
                $"omrade-{number}"
            );
            if (draft.Profile.Questions.Any(q => q.IsIn(area.Area)))
            {
                yield return ScoreBox(draft.Profile, area);
            }

            if (FigureText.Area(draft.Profile, area.Area) is { } text)
            {
                yield return new Part.Paragraph(ParagraphRole.AreaText, text);
            }

            var notes = draft.Notes.Where(n => n.Area == area.Area).ToList();
            if (notes.Count > 0)
            {
                yield return new Part.Paragraph(
                    ParagraphRole.Body,
                    notes.Exists(n => n.IsOnWholeArea)
                        ? "Ur kommunens egna underlag, ordagrant; placerade efter det område i en tidigare utgåva som mest liknar detta:"
                        : "Ur kommunens egna underlag, ordagrant:"
                );
                yield return new Part.Bullets([.. notes.Take(MostNotes).Select(Note)]);
                if (notes.Count > MostNotes)
                {
                    yield return new Part.Paragraph(
                        ParagraphRole.Body,
                        $"Fler meningar om området får inte plats här: {Count(notes.Count - MostNotes)}."
                    );
                }
            }

            yield return new Part.OwnWords(area.Area);
            foreach (var part in Lists(area, form))
            {
                yield return part;
            }

            yield return new Part.Bullets(
                [
                    new Bullet(
                        [new Inline($"{Box} {ReviewedLabel}.", Tone.Aside)],
                        SuggestionMark.Reviewed(area.Area)
                    ),
                ],
                HasSigns: false
            );
        }
    }

    private static IEnumerable<Part> Lists(DraftArea area, DraftForm form)
    {
        var number = Plain(area.Area);
        return form.IsTable
            ?
            [
                new Part.Table(
                    TableRole.Findings,
                    $"Förslag till styrkor och förbättringsmöjligheter i område {number}",
                    [new Column(form.Strengths, 0.5), new Column(form.Improvements, 0.5)],
                    [new Row([Items(area.Strengths), Items(area.Improvements)])]
                ),
            ]
            :
            [
                new Part.Heading(3, form.Strengths, $"styrkor-{number}"),
                .. Items(area.Strengths),
                new Part.Heading(3, form.Improvements, $"forbattringar-{number}"),
                .. Items(area.Improvements),
            ];
    }

    private static Part.Table ScoreBox(DraftProfile profile, DraftArea area)
    {
        var figures = profile.Areas.FirstOrDefault(a => a.Area == area.Area);
        var mean = figures is { HasMean: true } ? figures.Mean : null;
        return new Part.Table(
            TableRole.ScoreBox,
            $"Poäng i område {Plain(area.Area)}",
            [new Column(RubricsHead, 0.76), new Column("Poäng", 0.24)],
            [
                new Row([
                    [
                        new Part.Bullets([
                            .. profile
                                .Questions.Where(q => q.IsIn(area.Area))
                                .Select(q => new Bullet([
                                    new Inline($"{q.Code} {q.Rubric} "),
                                    new Inline(
                                        q.Achieved is null
                                            ? $"(högst\u00a0{Points(q.Max)})"
                                            : $"({Points(q.Achieved)}{FigureText.Doubt(q.IsInDoubt)}\u00a0av\u00a0{Points(q.Max)})",
                                        Tone.Aside
                                    ),
                                ])),
                        ]),
                    ],
                    [
                        new Part.Paragraph(
                            ParagraphRole.Score,
                            $"{Points(area.Score)}{FigureText.Doubt(figures?.IsInDoubt == true)}"
                        ),
                        new Part.Paragraph(
                            ParagraphRole.ScoreNote,
                            $"av {Points(area.Max)}{(mean is { } m ? $", medel {Fixed(m, 0)}" : "")}"
                        ),
                    ],
                ]),
            ]
        );
    }

    private static Bullet Note(NoteEvidence note) =>
        new([
            new Inline(note.Label, Tone.Strong),
            new Inline($"”{note.Text}” ({note.File}, {note.Place})"),
        ]);

    private static IReadOnlyList<Part> Items(IReadOnlyList<DraftItem> items) =>
        items.Count == 0
            ? [new Part.Paragraph(ParagraphRole.Nothing, Nothing)]
            : [new Part.Bullets([.. items.Select(Item)])];

    private static Bullet Item(DraftItem item) =>
        new(
            [
                // The lists of reports have no full stops.
                new Inline(item.Sentence.TrimEnd('.')),
                .. item.Question.Contains('.', StringComparison.Ordinal)
                    ? [new Inline($" ({item.Question})", Tone.Aside)]
                    : Array.Empty<Inline>(),
            ],
            SuggestionMark.Of(item.Kind, item.Question)
        );
}
