using Kompass.Mining.Corpus;
using Kompass.Mining.Documents;
using Kompass.Mining.Reports;

namespace Kompass.Web.Tests;

/// <summary>Records written for the tests: invented municipalities beside a few of the 290, so that counties and groups have values.</summary>
internal static class WrittenReports
{
    /// <summary>A text that would do harm on a page that showed it as markup.</summary>
    public const string Hostile =
        "Kommunen har <script>alert('dialog')</script> & \"<b>fet</b>\" på webben";

    /// <summary>Five reports: two of one municipality in two editions, one of an invented one.</summary>
    public static IEnumerable<ReportRecord> All(string folder)
    {
        yield return Report(
            "1980",
            "Västerås",
            2012,
            "2010",
            58,
            folder,
            Finding(
                1,
                FindingKind.Strength,
                "Kommunen för en levande medborgardialog om budgeten",
                "1.4",
                "dialogue",
                0.95
            ),
            Finding(
                1,
                FindingKind.Improvement,
                "Utveckla strategin för e-tjänster på webben",
                "1.2",
                "strategy",
                0.55
            ),
            Finding(
                3,
                FindingKind.Strength,
                "Uppföljningen av målen är samlad",
                "3.2",
                "follow-up",
                0.9
            ) with
            {
                Theme2 = "goals",
            }
        ) with
        {
            Evaluated = "2012-05",
            Ordinal = 2,
            Interviewees = 34,
            Facts = new MunicipalityFacts(139_000, 1200, null, null, "S, V", Place(0, 1)),
            Exemplars =
            [
                new Exemplar(
                    new MunicipalityName("1490", "Borås"),
                    1,
                    "Dialog",
                    "I Borås finns ett gott exempel.",
                    Place(0, 5)
                ),
            ],
            Previous =
            [
                new PreviousEvaluation(
                    2008,
                    false,
                    new SortedDictionary<int, decimal> { [1] = 47 },
                    null,
                    Place(0, 1)
                )
                {
                    Confidence = 0.6,
                },
            ],
        };
        yield return Report(
            "1980",
            "Västerås",
            2021,
            "2020",
            63,
            folder,
            Finding(
                1,
                FindingKind.Strength,
                "Dialogen med de unga har fått fler former",
                "1.4",
                "dialogue",
                0.8
            )
        );
        yield return Report(
            "2034",
            "Orsa",
            2013,
            "2010",
            41,
            folder,
            Finding(
                1,
                FindingKind.Improvement,
                "Saknar medborgardialoger i glesbygden",
                "1.4",
                "dialogue",
                0.9
            ),
            Finding(2, FindingKind.Weakness, "Få tjänstedeklarationer finns", "2.1", null, null)
        );
        yield return Report(
            "0305",
            "Håbo",
            2014,
            "2010",
            50,
            folder,
            Finding(4, FindingKind.Strength, Hostile, "4.1", "strategy", 0.7)
        );
        var ekdal = Report(
            null,
            "Ekdal",
            2013,
            "2010",
            60,
            folder,
            Finding(
                1,
                FindingKind.Strength,
                "Informationen om resultat är lätt att hitta",
                "1.1",
                "strategy",
                1
            )
        );
        var finding = ekdal.Findings[0];
        yield return ekdal with
        {
            Areas =
            [
                .. ekdal.Areas.Select(a =>
                    a.Area == 3 ? a with { Source = a.Source with { Via = Via.Correction } } : a
                ),
            ],
            Findings = [finding with { Source = finding.Source with { Via = Via.Correction } }],
            Corrections =
            [
                new("areas/3/score", "36", "63", "omkastade siffror", "2026-01-02"),
                new(
                    $"findings/{finding.Id}/text",
                    "Informationen om resuItat",
                    finding.Text,
                    "felläst",
                    "2026-01-03"
                ),
            ],
        };
    }

    private static ReportRecord Report(
        string? code,
        string name,
        int year,
        string edition,
        int score,
        string folder,
        params Finding[] findings
    )
    {
        var id = $"{Municipality.SlugOf(name)}-{year}";
        var file = Path.Combine(folder, id + ".txt");
        var text = string.Concat(findings.Select(f => $"• {f.Text}\n"));
        File.WriteAllText(file, text);
        var sha = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))
        );
        return ContentId.Assign(
            new ReportRecord
            {
                Id = id,
                Municipality = new MunicipalityName(code, name),
                Year = year,
                Edition = edition,
                Areas =
                [
                    .. Enumerable
                        .Range(1, 8)
                        .Select(a => new AreaScore(
                            a,
                            $"Område {a}",
                            score + a,
                            100,
                            Place(0, 1),
                            []
                        )
                        {
                            Confidence = name == "Håbo" && a == 3 ? 0.63 : 1,
                        }),
                ],
                Total = new Total((8 * score) + 36, 800, Place(0, 1))
                {
                    Confidence = name == "Håbo" ? 0.71 : 1,
                },
                Findings =
                [
                    .. findings.Select(
                        (f, i) =>
                            f with
                            {
                                Order = i + 1,
                                Source = Place(
                                    text.IndexOf(f.Text, StringComparison.Ordinal),
                                    text.IndexOf(f.Text, StringComparison.Ordinal) + f.Text.Length
                                ),
                            }
                    ),
                ],
                Remarks =
                [
                    new Remark(
                        FindingKind.Improvement,
                        1,
                        "1.4",
                        "Ett utvecklingsområde är dialogen med föreningarna.",
                        "dialogue",
                        Place(0, 5)
                    ),
                ],
                Prose =
                [
                    new Prose(
                        1,
                        "Dialog",
                        "1.4",
                        1,
                        "Kommunen prövar dialog i flera former och vill pröva fler.",
                        Place(0, 5)
                    ),
                ],
                Notes =
                [
                    new Note("sum-rounding", Severity.Info, About.Area, 1, null, "rounded", null),
                ],
                Document = new DocumentInfo(file, sha, null, DocumentKind.Text, "text"),
            }
        );
    }

    private static Finding Finding(
        int area,
        FindingKind kind,
        string text,
        string? question,
        string? theme,
        double? probability
    ) =>
        new("", area, kind, 1, text, question, theme, null, 1, Place(0, 1))
        {
            QuestionProbability = probability,
            ThemeProbability = probability,
            QuestionOr = probability < 0.8 ? $"{area}.0" : null,
            ThemeOr = probability < 0.8 ? "values" : null,
            Labels = "test",
        };

    private static Source Place(int start, int end) =>
        new(null, start, end, null, Via.FindingsList);
}
