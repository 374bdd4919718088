using FsCheck;
using FsCheck.Fluent;

namespace Kompass.Mining.Tests.Properties;

/// <summary>Generated texts: any characters, and texts that look like tables and lists of a report.</summary>
internal static class Pieces
{
    private static readonly string[] Words =
    [
        "Styrkor",
        "Förbättringsmöjligheter",
        "Svagheter",
        "Rubriker",
        "Poäng",
        "Område 1 Offentlighet och demokrati",
        "Område 5",
        "3. Politisk styrning och kontroll",
        "Verksamhetsutveckling",
        "Kommunen som arbetsgivare – personalpolitik",
        "Allmänt",
        "Motverka korruption",
        "Uppnått Max Procent",
        "Översikt av poängfördelning",
        "Kortfakta om Ekdal",
        "TOTALT",
        "Kommunkompassen",
        "ANALYS AV EKDALS KOMMUN 2013",
        "i Ekdals kommun",
        "Tydlig styrmodell",
        "Utveckla dialogen med invånarna.",
        "Ingen plan",
        "SKL",
        "i Nacka",
        "sam-",
        "och",
        "t.ex.",
        "1.1",
        "3.2 Styrs kommunen?",
        "2013",
        "2010",
        "58",
        "100",
        "52,5",
        "60%",
        "+3",
        "0",
        "Sveriges Kommuner och Landsting 2013-05-20 4 (18)",
        "<li>",
        "&amp;",
        "**",
        "(",
        ")",
        "”",
        "\u00AD",
    ];

    private static readonly string[] Separators =
    [
        " ",
        " ",
        " ",
        " ",
        "\t",
        "\n",
        "\n",
        "\n\n",
        " • ",
        "\n- ",
        "|",
        "\f",
        "",
        "\r\n",
    ];

    /// <summary>Labels, numbers, bullets and tabs in any order.</summary>
    public static Arbitrary<string> LikeAReport { get; } =
        Arb.From(
            from count in Gen.Choose(0, 120)
            from words in Gen.Elements(Words).ArrayOf(count)
            from separators in Gen.Elements(Separators).ArrayOf(count)
            select string.Concat(words.Zip(separators, (w, s) => w + s)),
            Halves
        );

    /// <summary>Any characters, those that need work more often than others.</summary>
    public static Arbitrary<string> AnyText { get; } =
        Arb.From(
            Gen.OneOf(
                    Gen.Choose(32, 126),
                    Gen.Elements<int>([.. "åäöÅÄÖ–”•\t\n\r\f %-.,()"]),
                    Gen.Elements<int>([
                        .. "\u00AD\u00A0\u200B\u2060\uFEFF\u0308\u030A\u0301\uFB01\uFB03\u2010\u2011\u2003\u2028\uD83D\uDE42\0\u0085",
                    ]),
                    Gen.Choose(0, 0xFFFF)
                )
                .Select(c => (char)c)
                .ArrayOf()
                .Select(c => new string(c)),
            Halves
        );

    private static IEnumerable<string> Halves(string text)
    {
        for (var length = text.Length / 2; length > 0; length /= 2)
        {
            for (var at = 0; at + length <= text.Length; at += length)
            {
                yield return text.Remove(at, length);
            }
        }
    }
}
