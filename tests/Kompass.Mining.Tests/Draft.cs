using System.Text;
using Kompass.Mining.Corpus;

namespace Kompass.Mining.Tests;

/// <summary>
/// A whole report on Ekdal, which does not exist: every sub-question has three fifths of its points, so that each area has 60 and all 480. Nothing in it
/// deserves a note but that there is no such municipality; a test changes what it is about.
/// </summary>
internal static class Draft
{
    public const string Cover =
        "KommunKompassen\n\nANALYS AV\n\nEKDALS KOMMUN\n\n2013\n\nAda Lindros, SKL\n2013-05-20\n\n";

    public const string Summary =
        "2 Ekdals kommun i förhållande till Kommunkompassen: En sammanfattande genomgång\n\nUtvärderingen\n\nUtvärderingen av Ekdals kommun genomfördes i april 2013. Det var kommunens andra utvärdering.\n\nSammanfattning av resultat\n\n";

    private static readonly string[] Strengths =
    [
        "Tydlig styrmodell som är väl känd i förvaltningarna",
        "God dialog med invånarna om deras vardag",
        "Väl utvecklad uppföljning av enheternas mål",
        "Regelbundna möten mellan chefer och politiker",
    ];

    private static readonly string[] Improvements =
    [
        "Utveckla former för återkoppling till föreningarna",
        "Förenkla planerna och gör dem lättare att läsa",
        "Säkerställ att målen följs upp av alla nämnder",
        "Överväg att jämföra resultatet med grannarnas",
    ];

    /// <summary>As a text with headings on lines of their own and tabs in its tables.</summary>
    public static string Structured { get; } =
        Cover
        + Summary
        + "3 Detaljerad genomgång i förhållande till Kommunkompassens åtta områden\n\n"
        + string.Concat(Enumerable.Range(1, 8).Select(area => Area(area)))
        + "4. Översikt av poängfördelning\n\n"
        + string.Concat(Enumerable.Range(1, 8).Select(Questions));

    /// <summary>As a transcript in which every page is one line behind its running header.</summary>
    public static string Flat { get; } =
        "1 "
        + OneLine(Cover)
        + Page(2, Summary)
        + string.Concat(
            Enumerable
                .Range(1, 8)
                .Select(area => Page(area + 2, Area(area, columnAfterColumn: true)))
        )
        + string.Concat(
            Enumerable
                .Range(1, 8)
                .Select(area =>
                    Page(
                        area + 10,
                        (area == 1 ? "4. Översikt av poängfördelning " : "") + Questions(area)
                    )
                )
        );

    /// <summary>The report with something else in it; what it takes the place of must be there.</summary>
    public static string With(string old, string @new) => With(Structured, old, @new);

    public static string With(string report, string old, string @new)
    {
        Assert.Contains(old, report, StringComparison.Ordinal);
        return report.Replace(old, @new, StringComparison.Ordinal);
    }

    /// <summary>An area's section.</summary>
    public static string Area(int number, bool columnAfterColumn = false) =>
        Area(Subject.Labels.Edition.Area(number), columnAfterColumn);

    /// <summary>An area's section, in any edition.</summary>
    public static string Area(Area area, bool columnAfterColumn = false)
    {
        var number = area.Number;
        var rubrics = area
            .Rubrics.Select(r => r.Heading)
            .Where(h => !h.StartsWith("Ansvarsfördelning, roller", StringComparison.Ordinal))
            .ToList();
        var text = new StringBuilder($"Område {number} {area.Name}\n\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"Rubriker\tPoäng\n{string.Join(' ', rubrics.Select(r => "• " + r))}\t60\n\n"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"Allmänt\n\nHär prövas hur Ekdal arbetar med sak nummer {number}.\n\n"
        );
        foreach (var rubric in rubrics)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{rubric}\n\nKommunen har en plan för saken och följer den.\n\n"
            );
        }

        var strengths = $"• {Strengths[number % 4]} • {Strengths[(number + 1) % 4]}";
        var improvements = $"• {Improvements[number % 4]} • {Improvements[(number + 1) % 4]}";
        return text.Append(
                columnAfterColumn
                    ? $"Styrkor\n{strengths}\nFörbättringsmöjligheter\n{improvements}\n\n"
                    : $"Styrkor\tFörbättringsmöjligheter\n{strengths}\t{improvements}\n\n"
            )
            .ToString();
    }

    /// <summary>An area's table of sub-questions.</summary>
    public static string Questions(int number) => Questions(Subject.Labels.Edition.Area(number));

    /// <summary>An area's table of sub-questions, in any edition.</summary>
    public static string Questions(Area area)
    {
        return $"{area.Number}.\t{area.Name}\tUppnått\tMax\tProcent\n"
            + string.Concat(
                area.Questions.Select(q => $"{q.Code}\t{q.Text}\t{q.Max * 3 / 5}\t{q.Max}\t60%\n")
            )
            + "\t\t60\t100\t60%\n\n";
    }

    private static string Page(int number, string text) =>
        $"\n\nSveriges Kommuner och Landsting 2013-05-20 {number} (18) {OneLine(text)}";

    private static string OneLine(string text) =>
        string.Join(' ', text.Split([' ', '\t', '\n', '•'], StringSplitOptions.RemoveEmptyEntries));
}
