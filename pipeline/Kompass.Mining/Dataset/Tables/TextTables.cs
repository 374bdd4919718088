using Kompass.Mining.Reports;
using Kompass.Mining.Themes;

namespace Kompass.Mining.Dataset.Tables;

/// <summary>The tables of what reports say in words: lists, examples, remarks, prose, and the notes on their reading.</summary>
internal static class TextTables
{
    private static readonly string[] ByWhatPeopleAsk =
    [
        "report_id",
        "municipality_code",
        "year",
        "area,kind",
        "question,kind",
        "theme,kind",
        "theme2",
    ];

    private static readonly ForeignKey[] Labelled =
    [
        CommonCells.ToReport,
        CommonCells.ToArea,
        CommonCells.ToDocument,
        new(["edition", "question"], "questions", ["edition", "code"]),
        ForeignKey.To("themes", "code", "theme"),
    ];

    public static Table Findings { get; } =
        Table.OfRecord(
            new(
                "findings",
                "En punkt i rapportens listor: en styrka, en förbättringsmöjlighet eller en svaghet",
                "An item of the report's lists: a strength, an improvement area or a weakness",
                ["id"],
                [.. Labelled, ForeignKey.To("themes", "code", "theme2")],
                ByWhatPeopleAsk
            ),
            [
                Id<Finding>(f => f.Id, "punkten", "the item"),
                .. CommonCells.Whose<Finding>(),
                Cells<InReport<Finding>>.Count("area", x => x.Item.Area, "Område", "Area"),
                Kind<Finding>(
                    f => ContentId.NameOf(f.Kind),
                    "strength, improvement eller weakness: i vilken lista den står",
                    "strength, improvement or weakness: in which list it stands"
                ),
                Cells<InReport<Finding>>.Count(
                    "order",
                    x => x.Item.Order,
                    "Plats i listan, från 1",
                    "Place in the list, from 1"
                ),
                Text<Finding>(f => f.Text),
                .. Labels<Finding>(
                    f => f.Question,
                    f => f.Theme,
                    f => f.QuestionProbability,
                    f => f.ThemeProbability,
                    f => f.QuestionOr,
                    f => f.ThemeOr,
                    f => f.Labels
                ),
                Cells<InReport<Finding>>.Text(
                    "theme2",
                    x => x.Item.Theme2,
                    "Ett andra tema, om punkten handlar om två",
                    "A second theme, where the item is about two"
                ),
                Cells<InReport<Finding>>.Number(
                    "confidence",
                    x => x.Item.Confidence,
                    "Sannolikheten att punkten har just dessa ord och står i denna lista, från 0 till 1; under 0,8 är det osäkert",
                    "Probability that the item has exactly these words and stands in this list, from 0 to 1; below 0.8 it is in doubt"
                ),
                Cells<InReport<Finding>>.Name(
                    "certainty",
                    x => CertaintyOf(x.Item),
                    "certain; text där text eller lista är osäker; label där delfråga eller tema är osäkra",
                    "certain; text where text or list is in doubt; label where sub-question or theme is"
                ),
                .. CommonCells.Where<Finding>(f => f.Source),
            ],
            r => r.Findings.Select(f => new InReport<Finding>(r, f))
        );

    public static Table Remarks { get; } =
        Table.OfRecord(
            new(
                "remarks",
                "En mening i löptexten som berömmer eller nämner ett förbättringsområde",
                "A sentence of the prose that praises or names an improvement area",
                ["id"],
                Labelled,
                ["report_id"]
            ),
            [
                Id<Remark>(r => r.Id, "meningen", "the sentence"),
                .. CommonCells.Whose<Remark>(),
                Cells<InReport<Remark>>.Count("area", x => x.Item.Area, "Område", "Area"),
                Kind<Remark>(
                    r => ContentId.NameOf(r.Kind),
                    "strength eller improvement",
                    "strength or improvement"
                ),
                Text<Remark>(r => r.Text),
                .. Labels<Remark>(
                    r => r.Question,
                    r => r.Theme,
                    r => r.QuestionProbability,
                    r => r.ThemeProbability,
                    r => r.QuestionOr,
                    r => r.ThemeOr,
                    r => r.Labels
                ),
                .. CommonCells.Where<Remark>(r => r.Source),
            ],
            r => r.Remarks.Select(m => new InReport<Remark>(r, m))
        );

    public static Table Exemplars { get; } =
        Table.OfRecord(
            new(
                "exemplars",
                "En annan kommun som löptexten lyfter fram som exempel",
                "Another municipality that the prose holds up as an example",
                ["id"],
                [
                    CommonCells.ToReport,
                    CommonCells.ToArea,
                    CommonCells.ToDocument,
                    ForeignKey.To("municipalities", "code", "exemplar_code"),
                ],
                ["report_id"]
            ),
            [
                Id<Exemplar>(e => e.Id, "exemplet", "the example"),
                .. CommonCells.Whose<Exemplar>(),
                Cells<InReport<Exemplar>>.Text(
                    "exemplar_code",
                    x => x.Item.Municipality.Code,
                    "Exempelkommunens kod",
                    "Code of the municipality held up"
                ),
                Cells<InReport<Exemplar>>.Name(
                    "exemplar_name",
                    x => x.Item.Municipality.Name,
                    "Exempelkommunens namn",
                    "Name of the municipality held up"
                ),
                Cells<InReport<Exemplar>>.Count("area", x => x.Item.Area, "Område", "Area"),
                Rubric<Exemplar>(e => e.Rubric),
                Text<Exemplar>(e => e.Text),
                .. CommonCells.Where<Exemplar>(e => e.Source),
            ],
            r => r.Exemplars.Select(e => new InReport<Exemplar>(r, e))
        );

    public static Table Prose { get; } =
        Table.OfRecord(
            new(
                "prose",
                "Ett stycke av rapportens löptext",
                "A paragraph of the report's prose",
                ["id"],
                [CommonCells.ToReport, CommonCells.ToArea, CommonCells.ToDocument],
                ["report_id"]
            ),
            [
                Id<Prose>(p => p.Id, "stycket", "the paragraph"),
                .. CommonCells.Whose<Prose>(),
                Cells<InReport<Prose>>.Integer(
                    "area",
                    x => x.Item.Area,
                    "Område; tomt i sammanfattningen",
                    "Area; empty in the summary"
                ),
                Rubric<Prose>(p => p.Rubric),
                Cells<InReport<Prose>>.Text(
                    "question",
                    x => x.Item.Question,
                    "Rubrikens delfråga; tom om den har ingen eller flera",
                    "The sub-question of the heading; empty where it has none or several"
                ),
                Cells<InReport<Prose>>.Count(
                    "order",
                    x => x.Item.Order,
                    "Plats i rapporten, från 1",
                    "Place in the report, from 1"
                ),
                Text<Prose>(p => p.Text),
                .. CommonCells.Where<Prose>(p => p.Source),
            ],
            r => r.Prose.Select(p => new InReport<Prose>(r, p))
        );

    public static Table Notes { get; } =
        Table.OfRecord(
            new(
                "notes",
                "En anmärkning om något som är osäkert eller saknas",
                "A note on something that is uncertain or missing",
                ["id"],
                [CommonCells.ToReport],
                ["report_id"]
            ),
            [
                Id<Note>(n => n.Id, "anmärkningen", "the note"),
                .. CommonCells.Whose<Note>(),
                Cells<InReport<Note>>.Name(
                    "code",
                    x => x.Item.Code,
                    "Anmärkningens slag (docs/record.md)",
                    "Kind of note (docs/record.md)"
                ),
                Cells<InReport<Note>>.Name(
                    "severity",
                    x => ContentId.NameOf(x.Item.Severity),
                    "info: förklarad skillnad; warning: ett värde saknas eller kan vara fel",
                    "info: an explained difference; warning: a value is missing or may be wrong"
                ),
                Cells<InReport<Note>>.Name(
                    "about",
                    x => ContentId.NameOf(x.Item.About),
                    "Vad den gäller",
                    "What it speaks of"
                ),
                Cells<InReport<Note>>.Integer("area", x => x.Item.Area, "Område", "Area"),
                Cells<InReport<Note>>.Text(
                    "question",
                    x => x.Item.Question,
                    "Delfråga",
                    "Sub-question"
                ),
                Cells<InReport<Note>>.Name(
                    "message",
                    x => x.Item.Message,
                    "Vad som hittades och vad som väntades, på engelska",
                    "What was found and what was expected"
                ),
                .. CommonCells.Where<Note>(n => n.Source),
            ],
            r => r.Notes.Select(n => new InReport<Note>(r, n))
        );

    /// <summary>What of a finding is in doubt: its text or list, a label, or nothing.</summary>
    private static string CertaintyOf(Finding finding) =>
        finding.Confidence < Finding.DoubtBelow ? "text"
        : finding.QuestionProbability < FindingLabels.InDoubtBelow
        || finding.ThemeProbability < FindingLabels.InDoubtBelow
            ? "label"
        : "certain";

    private static Cell<InReport<T>> Id<T>(Func<T, string> id, string swedish, string english) =>
        Cells<InReport<T>>.Name(
            "id",
            x => id(x.Item),
            $"Id för {swedish}: rapport, område, slag och en kontrollsumma av texten",
            $"Id of {english}: report, area, kind and a hash of the text"
        );

    private static Cell<InReport<T>> Kind<T>(
        Func<T, string> kind,
        string swedish,
        string english
    ) => Cells<InReport<T>>.Name("kind", x => kind(x.Item), swedish, english);

    private static Cell<InReport<T>> Text<T>(Func<T, string> text) =>
        Cells<InReport<T>>.Name("text", x => text(x.Item), "Texten", "The text");

    private static Cell<InReport<T>> Rubric<T>(Func<T, string?> rubric) =>
        Cells<InReport<T>>.Text(
            "rubric",
            x => rubric(x.Item),
            "Rubriken ovanför",
            "The heading above"
        );

    private static Cell<InReport<T>>[] Labels<T>(
        Func<T, string?> question,
        Func<T, string?> theme,
        Func<T, double?> questionProbability,
        Func<T, double?> themeProbability,
        Func<T, string?> questionOr,
        Func<T, string?> themeOr,
        Func<T, string?> labels
    ) =>
        [
            Cells<InReport<T>>.Text(
                "question",
                x => question(x.Item),
                "Delfrågan som texten svarar på; N.0 för området som helhet",
                "The sub-question that the text answers; N.0 for the area as a whole"
            ),
            Cells<InReport<T>>.Text(
                "theme",
                x => theme(x.Item),
                "Temat: arbetssättet som texten handlar om",
                "The theme: the practice that the text is about"
            ),
            Cells<InReport<T>>.Number(
                "question_probability",
                x => questionProbability(x.Item),
                "Sannolikheten att delfrågan är rätt, från 0 till 1",
                "Probability that the sub-question is right, from 0 to 1"
            ),
            Cells<InReport<T>>.Number(
                "theme_probability",
                x => themeProbability(x.Item),
                "Sannolikheten att temat är rätt, från 0 till 1",
                "Probability that the theme is right, from 0 to 1"
            ),
            Cells<InReport<T>>.Text(
                "question_or",
                x => questionOr(x.Item),
                "Den näst troligaste delfrågan, om delfrågan är osäker",
                "The second likeliest sub-question, where the sub-question is in doubt"
            ),
            Cells<InReport<T>>.Text(
                "theme_or",
                x => themeOr(x.Item),
                "Det näst troligaste temat, om temat är osäkert",
                "The second likeliest theme, where the theme is in doubt"
            ),
            Cells<InReport<T>>.Text(
                "labels",
                x => labels(x.Item),
                "Modellen som gav delfråga och tema",
                "The model that gave sub-question and theme"
            ),
        ];
}
