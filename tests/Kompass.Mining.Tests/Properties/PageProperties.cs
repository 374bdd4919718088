using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Kompass.Mining.Documents;
using Kompass.Mining.Reports;
using Kompass.Mining.Tests.Layout.Geometry;

namespace Kompass.Mining.Tests.Properties;

/// <summary>What holds for every page whatsoever: words anywhere on it, of any size, the words of reports among them.</summary>
public sealed partial class PageProperties
{
    private static readonly string[] Vocabulary =
    [
        "Styrkor",
        "Förbättringsmöjligheter",
        "Svagheter",
        "Rubriker",
        "Poäng",
        "Uppnått",
        "Max",
        "Procent",
        "Allmänt",
        "Område",
        "1.1",
        "1.2",
        "14",
        "15",
        "93%",
        "100",
        "80",
        "60",
        "40",
        "2015",
        "•",
        "-",
        "o",
        "kommunen",
        "och",
        "mål",
        "Tydliga",
        "utveck\u00AD",
        "ling.",
        "(27)",
        "\uF0B7",
    ];

    private static readonly string[] Headings =
    [
        "Område 1 Offentlighet och demokrati",
        "4. Översikt av poängfördelning",
        "KommunKompassen Analys av Borås kommun",
    ];

    // Words on a grid, so that none touch: what touches is one word, and digits that touch one number.
    private static readonly Arbitrary<IReadOnlyList<Page>> OnAGrid = Arb.From(
        Gen.Choose(1, 4)
            .SelectMany(pages => Gen.ArrayOf(Cell, 60 * pages))
            .Select(cells => Pages(cells, 60))
    );

    private static readonly Arbitrary<IReadOnlyList<Page>> Anywhere = Arb.From(
        Gen.ArrayOf(Free, 80)
            .Select(words =>
                (IReadOnlyList<Page>)[new Page(1, 595, 842, words), new Page(2, 842, 595, words)]
            )
    );

    private static Gen<(int Word, int Column, int Row, int Size)> Cell =>
        from word in Gen.Choose(0, Vocabulary.Length + Headings.Length - 1)
        from column in Gen.Choose(0, 4)
        from row in Gen.Choose(0, 24)
        from size in Gen.Choose(0, 9)
        select (word, column, row, size);

    private static Gen<Word> Free =>
        from word in Gen.Choose(0, Vocabulary.Length - 1)
        from left in Gen.Choose(-50, 900)
        from top in Gen.Choose(-50, 900)
        from width in Gen.Choose(0, 200)
        from height in Gen.Choose(0, 60)
        select new Word(Vocabulary[word], new Box(left, top, left + width, top + height), height);

    [Fact]
    public void WordsAnywhere_GiveARecordOrAreSetAside() =>
        Always.Holds(Anywhere, pages => Always.Ends(() => Extract(pages)), 150);

    [Fact]
    public void WordsOnAGrid_GiveTheSameBlocksEachTime() =>
        Always.Holds(
            OnAGrid,
            pages =>
                Assert.Equal(
                    Blocks.Show(Paper.Lay(pages).Blocks),
                    Blocks.Show(Paper.Lay(pages).Blocks)
                ),
            40
        );

    [Fact]
    public void Layout_InventsNoNumber() =>
        Always.Holds(
            OnAGrid,
            pages =>
            {
                var printed = NumbersIn(
                    string.Join(' ', pages.SelectMany(p => p.Words).Select(w => w.Text))
                );
                Assert.Subset(printed, NumbersIn(Blocks.Show(Paper.Lay(pages).Blocks)));
            },
            150
        );

    [Fact]
    public void Places_LieOnTheirPage() =>
        Always.Holds(
            OnAGrid,
            pages =>
            {
                if (Extract(pages) is ReportReading.Read { Record: var record })
                {
                    Assert.All(
                        record.Findings.Select(f => f.Source),
                        s =>
                        {
                            var page = pages[s.Page!.Value - 1];
                            Assert.InRange(s.Box![0], 0, page.Width);
                            Assert.InRange(s.Box![3], 0, page.Height);
                        }
                    );
                }
            },
            100
        );

    private static ReportReading Extract(IReadOnlyList<Page> pages) =>
        Subject.Extractor.Extract(Paper.Document(pages), TestContext.Current.CancellationToken);

    private static HashSet<string> NumbersIn(string text) =>
        [.. Number().Matches(text).Select(m => m.Value)];

    private static IReadOnlyList<Page> Pages(
        (int Word, int Column, int Row, int Size)[] cells,
        int aPage
    ) =>
        [
            .. cells
                .Chunk(aPage)
                .Select(
                    (chunk, i) =>
                        new Page(
                            i + 1,
                            595,
                            842,
                            [
                                .. chunk
                                    .DistinctBy(c => (c.Column, c.Row))
                                    .OrderBy(c => c.Row)
                                    .ThenBy(c => c.Column)
                                    .SelectMany(Words),
                            ]
                        )
                ),
        ];

    private static IEnumerable<Word> Words((int Word, int Column, int Row, int Size) cell)
    {
        var text =
            cell.Word < Vocabulary.Length
                ? Vocabulary[cell.Word]
                : Headings[cell.Word - Vocabulary.Length];
        var left = 40.0 + (105 * cell.Column);
        var top = 40.0 + (30 * cell.Row);
        // One word in ten is printed as large as a score.
        var size = cell.Size == 0 ? 24.0 : 10.0;
        foreach (var word in text.Split(' '))
        {
            yield return new Word(
                word,
                new Box(left, top, left + (3.5 * word.Length), top + size),
                size
            );
            left += (3.5 * word.Length) + 4;
        }
    }

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();
}
