using System.Text;
using Kompass.Mining.Corpus;
using Kompass.Mining.Documents;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Tests.Layout;

public sealed class ColumnTextTests
{
    private const int ColumnWidth = 44;

    private static readonly string[] Strengths =
    [
        "Tydlig styrmodell som är väl känd i alla förvaltningar och bolag",
        "God dialog med invånarna",
        "Stöd till företag togs fram med Upplands Väsby och ett par kommuner",
        "Regelbundna möten mellan chefer och politiker om uppdraget",
    ];

    private static readonly string[] Improvements =
    [
        "Utveckla former för återkoppling till föreningarna efter varje möte",
        "Förenkla planerna",
    ];

    [Theory]
    [InlineData("", "")]
    // An area's heading directly below its chapter's is one; a line of prose that reads like one is none.
    [InlineData("åtta områden\n\n", "åtta områden\n")]
    [InlineData(
        "och följer upp det.\n",
        "och följer upp det.\nOmråde 2 Tillgänglighet och brukarorientering\nhar kommit längst.\n"
    )]
    public void ColumnsBesideEachOther_AreReadOneAfterTheOther(string part, string changed)
    {
        var text =
            part.Length == 0 ? Report() : Report().Replace(part, changed, StringComparison.Ordinal);

        var record = Subject.Record(text);

        Assert.Equal(
            Subject.Labels.Edition.Areas.SelectMany(_ => Strengths.Concat(Improvements)),
            record.Findings.Select(f => f.Text)
        );
        Assert.Equal(
            Subject.Labels.Edition.Areas.Select(a => 40m + a.Number),
            record.Areas.Select(a => a.Score)
        );
        Assert.Equal(45, record.Questions.Count);
        var source = record.Findings[0].Source!;
        Assert.Equal(
            "Tydlig styrmodell",
            text.Substring(source.Start!.Value, "Tydlig styrmodell".Length)
        );
        Assert.Null(source.Box);
    }

    // As pdftotext sets a table whose columns are full: a blank between them, and a bullet that stands left of its column there.
    [Theory]
    [InlineData(
        """
            Styrkor                          Förbättringsmöjligheter             Svagheter
            • Medborgardialog i varje       • Inrätta en kommungemensam • Otydlig fördelning av ansvar
              nämnd                           kanal för synpunkter         mellan nämnderna
            • Öppna möten i alla orter • Använd sociala medier i          • Få e-tjänster
            • Kommunala beredningar           dialogen
            """
    )]
    // Bullets far before their text.
    [InlineData(
        """
            Styrkor                          Förbättringsmöjligheter             Svagheter
            • Medborgardialog i varje •      Inrätta en kommungemensam   •       Otydlig fördelning av ansvar
              nämnd                          kanal för synpunkter                mellan nämnderna
            • Öppna möten i alla orter  •    Använd sociala medier i      •      Få e-tjänster
            • Kommunala beredningar          dialogen
            """
    )]
    public void BulletsRightBehindAFullCell_OpenTheNext(string lists)
    {
        var record = Subject.Record(
            Report()
                .Replace(
                    Report()[
                        Report().IndexOf(" Styrkor", StringComparison.Ordinal)..Report()
                            .IndexOf("\nOmråde 2", StringComparison.Ordinal)
                    ],
                    lists + "\n\n",
                    StringComparison.Ordinal
                )
        );

        Assert.Equal(
            [
                "Medborgardialog i varje nämnd",
                "Öppna möten i alla orter",
                "Kommunala beredningar",
                "Inrätta en kommungemensam kanal för synpunkter",
                "Använd sociala medier i dialogen",
                "Otydlig fördelning av ansvar mellan nämnderna",
                "Få e-tjänster",
            ],
            record.Findings.Where(f => f.Area == 1).Select(f => f.Text)
        );
    }

    [Theory]
    [InlineData("Område 1 Offentlighet och demokrati\nText som följer här.")]
    [InlineData("A\tB\n1\t2")]
    [InlineData("Rubrik          12\nNy rad          14")]
    public void OtherTexts_HaveNoColumns(string text) =>
        Assert.Null(ColumnText.PagesOf(SourceText.From(text)));

    [Fact]
    public void FootersAtAnyHeight_AreNoTextWhereTheyNumberThePages()
    {
        // Each page ends with a line of its own: what pages repeat is no text either.
        var pages = Report()
            .Split("Område ")
            .Select(
                (p, i) =>
                    $"{(i > 0 ? "Område " : "")}{p.TrimEnd()}\n\nAllmänt\nDetta {new string((char)('b' + i), 5)} ska göras.\nDet {new string((char)('b' + i), 6)} följs upp.\n"
            )
            .ToList();

        var record = Subject.Record(
            string.Join('\f', pages.Select((p, i) => $"{p}\n\n{"", 40}Sida {i + 1}\n"))
        );

        Assert.Equal(
            Subject.Record(string.Join('\f', pages)).Findings.Select(f => f.Text),
            record.Findings.Select(f => f.Text)
        );
        Assert.DoesNotContain(record.Prose, p => p.Text.Contains("Sida", StringComparison.Ordinal));
    }

    // Of a frame with one list above the other, in a text that has lost the bullets.
    [Fact]
    public void HeadLeftOfTheItemsAboveAndBelow_PartsLists()
    {
        var findings = Subject.Record(Report(isBelow: true)).Findings;

        Assert.Equal(
            Subject.Labels.Edition.Areas.SelectMany(_ => Strengths.Concat(Improvements)),
            findings.Select(f => f.Text)
        );
        Assert.Equal(
            8 * Improvements.Length,
            findings.Count(f => f.Kind == FindingKind.Improvement)
        );
    }

    private static string Report(bool isBelow = false)
    {
        var text = new StringBuilder(
            "KommunKompassen\n\nANALYS AV\nEKDALS KOMMUN\n2013\n\f\n2 Ekdals kommun i förhållande till Kommunkompassen: En sammanfattande genomgång\n\nUtvärderingen av Ekdals kommun genomfördes i april 2013.\n\n3 Detaljerad genomgång i förhållande till Kommunkompassens åtta områden\n"
        );
        var tables = new StringBuilder("\f4. Översikt av poängfördelning\n\n");
        foreach (var area in Subject.Labels.Edition.Areas)
        {
            var score = 40 + area.Number;
            text.Append(
                CultureInfo.InvariantCulture,
                $"\nOmråde {area.Number} {area.Name}\n\n {"Rubriker", -80}Poäng\n\n"
            );
            foreach (var (rubric, i) in area.Rubrics.Select((r, i) => (r, i)))
            {
                text.Append(CultureInfo.InvariantCulture, $"     {rubric.Heading, -76}")
                    .Append(i == 2 ? score.ToString(CultureInfo.InvariantCulture) : "")
                    .Append('\n');
            }

            text.Append(
                "\n\nAllmänt\nKommunen arbetar med området i hela organisationen och följer upp det.\n\n"
            );
            text.Append(isBelow ? Below() : Beside());
            text.Append("\n\n");
            tables.Append(
                CultureInfo.InvariantCulture,
                $"{$"{area.Number}. {area.Name}", -90}Uppnått     Max     Procent\n"
            );
            var rest = score;
            foreach (var question in area.Questions)
            {
                var points =
                    question == area.Questions[^1] ? rest : Math.Min(rest, question.Max / 2);
                rest -= points;
                tables.Append(
                    CultureInfo.InvariantCulture,
                    $"{$"{question.Code} {question.Text}"[..Math.Min(88, question.Code.Length + 1 + question.Text.Length)], -90}{points, 7}{question.Max, 8}{Math.Round(100m * points / question.Max), 10} %\n"
                );
            }

            tables.Append(
                CultureInfo.InvariantCulture,
                $"{"", -90}{score, 7}{100, 8}{score, 10} %\n\n"
            );
        }

        return text.Append(tables).ToString();
    }

    private static string Below() =>
        $" Styrkor\n    {string.Join("\n    ", Strengths)}\n Förbättringsmöjligheter\n    {string.Join("\n    ", Improvements)}\n";

    private static string Beside()
    {
        var text = new StringBuilder($" {"Styrkor", -ColumnWidth} Förbättringsmöjligheter\n\n");
        var left = Strengths.SelectMany(Wrapped).ToList();
        var right = Improvements.SelectMany(Wrapped).ToList();
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            text.Append(
                    $"     {left.ElementAtOrDefault(i) ?? "", -ColumnWidth}{right.ElementAtOrDefault(i)}".TrimEnd()
                )
                .Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Wrapped(string item)
    {
        var line = new StringBuilder();
        foreach (var word in item.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > ColumnWidth - 4)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }
}
