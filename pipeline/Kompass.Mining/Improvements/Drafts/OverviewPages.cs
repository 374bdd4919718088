using static Kompass.Mining.Improvements.Drafts.Parts;
using static Kompass.Mining.Improvements.Drafts.SwedishNumbers;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>The points of all sub-questions, as the reports' chapter of the same name prints them.</summary>
internal static class OverviewPages
{
    /// <summary>The chapter's heading.</summary>
    public const string Title = "Översikt av poängfördelning";

    public static IEnumerable<Part> Of(ImprovementDraft draft)
    {
        // Without any points on sub-questions their rows would say nothing.
        var questions = draft.Profile.Questions.Any(q => q.Achieved is not null)
            ? draft.Profile.Questions
            : [];
        yield return new Part.Heading(2, Title, "oversikt");
        yield return new Part.Table(
            TableRole.Figures,
            "Uppnådda poäng per område och delfråga",
            false,
            [
                new Column("Område och delfråga", 0.64),
                new Column("Uppnått", 0.13, IsNumber: true),
                new Column("Max", 0.1, IsNumber: true),
                new Column("Procent", 0.13, IsNumber: true),
            ],
            [
                .. draft.Profile.Areas.SelectMany(area =>
                    questions
                        .Where(q => q.IsIn(area.Area))
                        .Select(QuestionRow)
                        .Prepend(AreaRow(area))
                ),
            ]
        );
    }

    private static Row AreaRow(ProfileArea area) =>
        new(
            [
                Cell($"{area.Area.ToString(CultureInfo.InvariantCulture)} {area.Name}"),
                Number(Points(area.Score)),
                Number(Points(area.Max)),
                Number(Percent((double?)area.Score / area.Max)),
            ],
            IsSum: true
        );

    private static Row QuestionRow(ProfileQuestion question) =>
        new([
            Cell($"{question.Code} {question.Text}"),
            Number(Points(question.Achieved)),
            Number(Points(question.Max)),
            Number(Percent(question.Share)),
        ]);
}
