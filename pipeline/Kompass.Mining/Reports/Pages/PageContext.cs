using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports.Pages;

/// <summary>Tells what stands above a place of a page.</summary>
internal sealed partial class PageContext(
    IReadOnlyList<Block> blocks,
    EditionLabels labels,
    FigureLabels figures
)
{
    // Blocks that are looked back over: a heading further up heads something else.
    private const int FurthestBlock = 200;

    // Levels 1 to 6; a page that tells none has one level of headings.
    private const int LowestLevel = 6;

    // A line without a full stop that stands above figures as a heading would.
    private const int LongestTitle = 70;

    /// <summary>What stands above the block with this index.</summary>
    public FigureContext At(int index)
    {
        var headings = new List<string>();
        var above = LowestLevel + 1;
        for (var i = index - 1; i >= Math.Max(1, index - FurthestBlock) && above > 1; i--)
        {
            if (
                blocks[i] is not Block.Heading heading
                || AreaCell.Of(heading.Text.Text, labels) is not null
                || heading.Text.Text.All(c => !char.IsLetter(c))
                    && Numbers.Years(heading.Text.Text).Count() != 1
            )
            {
                continue;
            }

            var level = heading.Level == 0 ? LowestLevel : heading.Level;
            if (level < above)
            {
                // Where a page tells no levels, "Poäng" alone stands below a heading that tells more.
                above = heading.Level == 0 && IsBare(heading.Text.Text) ? above : level;
                // The page's own title says what the page is about, not this table; but a page on goals has nothing else.
                if (level > 1 || IsOnGoals(heading.Text.Text))
                {
                    headings.Add(heading.Text.Text);
                }
            }
        }

        var (brackets, rest) = BracketsNear(index);
        return new FigureContext(
            null,
            LeadAt(index) ?? rest,
            headings,
            brackets,
            HasLegendNear(index)
        );
    }

    private const int NearBlocks = 3;

    // "Siffran inom parentes är medelvärdet." Of "Här är poängen 2017, med resultatet från 2014 inom parentes" only the second half speaks of brackets.
    private (string? Brackets, string? Lead) BracketsNear(int index)
    {
        var sentence = NearSentences(index).FirstOrDefault(SpeaksOfBrackets);
        return sentence is not null && BracketHalf().Match(sentence) is { Success: true } half
            ? (half.Value, sentence[..half.Index])
            : (sentence, null);
    }

    // "1 Offentlighet och demokrati, 2 Tillgänglighet …"
    private bool HasLegendNear(int index) =>
        ParagraphsNear(index)
            .Any(p =>
                labels.FindAll(p.Text.Text).Select(h => h.Area).OfType<int>().Distinct().Count()
                == labels.Edition.Areas.Count
            );

    private IEnumerable<string> NearSentences(int index) =>
        ParagraphsNear(index)
            .SelectMany(p => Sentences.Split(p.Text, figures.Swedish))
            .Select(s => s.Text);

    private IEnumerable<Block.Paragraph> ParagraphsNear(int index) =>
        blocks
            .Skip(Math.Max(0, index - NearBlocks))
            .Take((2 * NearBlocks) + 1)
            .OfType<Block.Paragraph>();

    private static bool SpeaksOfBrackets(string sentence) =>
        sentence.Contains("parentes", StringComparison.OrdinalIgnoreCase)
        || sentence.Contains("snedstreck", StringComparison.OrdinalIgnoreCase);

    private bool IsBare(string heading) =>
        !heading.Contains(' ', StringComparison.Ordinal)
        && figures.Of(heading) is { Meaning: FigureMeaning.Score, Years.Count: 0 };

    private bool IsOnGoals(string title) =>
        figures.Of(title) is { Meaning: FigureMeaning.Goal, SpeaksOfScores: false };

    // The sentence right before figures, where it leads to them.
    private string? LeadAt(int index)
    {
        if (index == 0 || blocks[index - 1] is not Block.Paragraph paragraph)
        {
            return null;
        }

        var sentences = Sentences
            .Split(paragraph.Text, figures.Swedish)
            .Select(s => s.Text)
            .ToList();
        if (sentences.Count > 1 && SpeaksOfBrackets(sentences[^1]))
        {
            // "Medelvärdet är 512. Medelvärdet per område anges inom parentes.": what states a figure leads to none.
            return figures.Of(sentences[^2]).Meaning is FigureMeaning.Mean or FigureMeaning.Goal
                ? null
                : sentences[^2];
        }

        var last = sentences.LastOrDefault();
        return
            last is not null
            && !SpeaksOfBrackets(last)
            && (
                last.EndsWith(':')
                || Leading().IsMatch(last)
                || (
                    last.Length <= LongestTitle
                    && last[^1] is not ('.' or '!' or '?')
                    && FigureCell.Of(paragraph.Text, figures.Swedish) is null
                )
            )
            ? last
            : null;
    }

    [GeneratedRegex(
        @"\b(?:med|och)\s[^,]*\binom\s+(?:hak|klammer)?parentes\p{L}*|\([^()]*parentes[^()]*\)",
        Patterns.AnyCase
    )]
    private static partial Regex BracketHalf();

    [GeneratedRegex(
        @"\b(?:följande|nedan|nedanstående|tabell\p{L}*|diagram\p{L}*|så här|såhär|här är|här ser|^så\s+\p{Ll}+|listan|fördela\p{L}*|per område)\b",
        Patterns.AnyCase
    )]
    private static partial Regex Leading();
}
