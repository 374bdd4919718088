using Kompass.Mining.Reports;
using Kompass.Mining.Themes;

namespace Kompass.Mining.Tests.Themes;

public sealed class RubricsTests
{
    private static readonly Source Nowhere = new(null, null, null, null, Via.Prose);

    [Fact]
    public void KnownHeading_IsItsSubQuestion() =>
        Assert.Equal(
            ["1.2"],
            Of(1, ("Information till medborgarna", "1.2"), ("Motverka korruption", "1.5"))[0]
        );

    [Fact]
    public void HeadingOfSeveral_IsAllOfThem() =>
        Assert.Equal(
            ["8.2", "8.3"],
            Of(
                8,
                ("Samarbete med civilsamhället/kulturlivet", null),
                ("Stöd till näringslivet", "8.4")
            )[0]
        );

    [Fact]
    public void HeadingMadeOfSeveral_IsAllOfThem() =>
        Assert.Equal(
            ["3.1", "3.2", "3.3"],
            Of(
                3,
                (
                    "System för styrning/uppföljning/ Tydliga politiska mål/ Uppföljning och rapportering",
                    null
                ),
                ("Samspel och dialog", "3.5")
            )[0]
                .Take(3)
        );

    [Fact]
    public void MisspeltHeading_IsTheLikest() =>
        Assert.Equal(
            ["1.4"],
            Of(
                1,
                ("Information om resultat", "1.3"),
                ("Medborgardialog o delaktighet", null),
                ("Motverka korruption", "1.5")
            )[1]
        );

    [Fact]
    public void UnknownHeading_BetweenKAndKPlusTwo_IsKPlusOne() =>
        Assert.Equal(
            ["1.3"],
            Of(
                1,
                ("Information till medborgarna", "1.2"),
                ("Siffror på nätet", null),
                ("Medborgardialog", "1.4")
            )[1]
        );

    [Fact]
    public void UnknownHeadings_AsManyAsSubQuestionsAreMissingBetween_AreThoseInOrder() =>
        Assert.Equal(
            ["8.1", "8.2", "8.3", "8.4", "8.5", "8.6"],
            Of(
                    8,
                    ("Dokument", null),
                    ("Ideella krafter", null),
                    ("Scen och museum", null),
                    ("Företagen", null),
                    ("Ute i världen", null),
                    ("Hållbar utveckling", "8.6")
                )
                .SelectMany(q => q)
        );

    [Fact]
    public void UnknownHeadings_FewerThanAreMissing_SpeakOfNothing() =>
        Assert.Equal(
            ["1.1", "1.5"],
            Of(
                    1,
                    ("Strategi för demokratiutveckling och information", "1.1"),
                    ("Ditt", null),
                    ("Datt", null),
                    ("Motverka korruption", "1.5")
                )
                .SelectMany(q => q)
        );

    [Fact]
    public void MissingHeading_ItsTextStandsUnderTheOneBefore() =>
        Assert.Equal(
            ["1.2", "1.3"],
            Of(
                1,
                ("Strategi för demokratiutveckling och information", "1.1"),
                ("Information till medborgarna", "1.2"),
                ("Medborgardialog och deltagande", "1.4"),
                ("Motverka korruption", "1.5")
            )[1]
        );

    [Fact]
    public void UnknownHeading_WithoutAPlace_SpeaksOfNothing() =>
        Assert.Equal([], Of(1, ("Övrigt smått och gott", null)).SelectMany(q => q));

    private static List<IReadOnlyList<string>> Of(
        int area,
        params (string Rubric, string? Question)[] headings
    ) =>
        [
            .. Rubrics
                .QuestionsOf(
                    Subject.Knowledge.Edition("2010").Area(area),
                    [
                        .. headings.Select(
                            (h, i) => new Prose(area, h.Rubric, h.Question, i + 1, "Text.", Nowhere)
                        ),
                    ]
                )
                .Select(s => s.Questions),
        ];
}
