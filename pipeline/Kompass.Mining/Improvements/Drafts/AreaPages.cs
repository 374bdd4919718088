using Kompass.Mining.Corpus;
using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>Area by area in the reports' own form: heading, score box, a place for the evaluator's own words where a report has its prose, and the two lists.</summary>
internal static class AreaPages
{
    /// <summary>What stands in a column without suggestions.</summary>
    public const string Nothing = "Inget förslag.";

    /// <summary>The heading above the place for own words.</summary>
    public const string OwnWordsLabel = "Utvärderarens egna ord";

    /// <summary>The heading above the two lists.</summary>
    public const string FindingsLabel = "Styrkor och förbättringsmöjligheter";

    /// <summary>What stands in the place for own words until something is written.</summary>
    public const string OwnWordsPrompt = "Skriv här.";

    /// <summary>The head of the score box's first column.</summary>
    public const string RubricsHead = "Rubriker";

    /// <summary>The two columns, by what belongs in each.</summary>
    public static string Head(FindingKind kind) =>
        kind == FindingKind.Strength ? "Styrkor" : "Förbättringsmöjligheter";

    public static IEnumerable<Part> Of(ImprovementDraft draft, RubricNames rubrics, NoteBook notes)
    {
        yield return new Part.Heading(1, "Förslag område för område", "forslag", OnNewPage: true);
        var isFirst = true;
        foreach (var area in draft.Areas)
        {
            var number = area.Area.ToString(CultureInfo.InvariantCulture);
            yield return new Part.Heading(
                2,
                $"Område {number} {area.Name}",
                $"omrade-{number}",
                OnNewPage: !isFirst
            );
            isFirst = false;
            yield return ScoreBox(draft.Profile, area, rubrics);
            yield return new Part.Heading(3, OwnWordsLabel, $"egna-ord-{number}");
            yield return new Part.OwnWords(area.Area, OwnWordsPrompt);
            yield return new Part.Heading(3, FindingsLabel, $"listor-{number}");
            yield return Findings(area, notes);
        }
    }

    private static Part.Table ScoreBox(DraftProfile profile, DraftArea area, RubricNames rubrics)
    {
        var mean = profile.Areas.FirstOrDefault(a => a.Area == area.Area)?.Mean;
        var prefix = area.Area.ToString(CultureInfo.InvariantCulture) + ".";
        return new Part.Table(
            TableRole.ScoreBox,
            $"Poäng i område {area.Area.ToString(CultureInfo.InvariantCulture)}",
            false,
            [new Column(RubricsHead, 0.76), new Column("Poäng", 0.24)],
            [
                new Row([
                    [
                        new Part.Bullets([
                            .. profile
                                .Questions.Where(q =>
                                    q.Code.StartsWith(prefix, StringComparison.Ordinal)
                                )
                                .Select(q => new Bullet([
                                    new Inline.Words($"{q.Code} {rubrics.Of(q.Code, q.Text)} "),
                                    new Inline.Words(
                                        q.Achieved is null
                                            ? $"(högst\u00a0{Points(q.Max)})"
                                            : $"({Points(q.Achieved)}\u00a0av\u00a0{Points(q.Max)})",
                                        Tone.Aside
                                    ),
                                ])),
                        ]),
                    ],
                    [
                        new Part.Paragraph(ParagraphRole.Score, Points(area.Score)),
                        new Part.Paragraph(
                            ParagraphRole.ScoreNote,
                            $"av {Points(area.Max)}{(mean is { } m ? $", medel {Fixed(m, 0)}" : "")}"
                        ),
                    ],
                ]),
            ]
        );
    }

    private static Part.Table Findings(DraftArea area, NoteBook notes) =>
        new(
            TableRole.Findings,
            $"Förslag till styrkor och förbättringsmöjligheter i område {area.Area.ToString(CultureInfo.InvariantCulture)}",
            false,
            [
                new Column(Head(FindingKind.Strength), 0.5),
                new Column(Head(FindingKind.Improvement), 0.5),
            ],
            [new Row([Items(area.Strengths, notes), Items(area.Improvements, notes)])]
        );

    private static IReadOnlyList<Part> Items(IReadOnlyList<DraftItem> items, NoteBook notes) =>
        items.Count == 0
            ? [new Part.Paragraph(ParagraphRole.Nothing, Nothing)]
            : [new Part.Bullets([.. items.Select(i => Item(i, notes))])];

    private static Bullet Item(DraftItem item, NoteBook notes) =>
        new(
            [
                // The lists of reports have no full stops.
                new Inline.Words(item.Sentence.TrimEnd('.')),
                new Inline.Words($" ({item.ProbabilityWords})", Tone.Aside),
                notes.Add($"delfråga {item.Question}", EvidenceNote.Of(item)),
            ],
            SuggestionMark.Of(item.Kind, item.Question)
        );
}
