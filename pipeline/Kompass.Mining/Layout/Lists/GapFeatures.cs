using Kompass.Mining.Learning;

namespace Kompass.Mining.Layout.Lists;

/// <summary>
/// What is known of the gap between two words of a list: the words on both sides, the item so far, how the document writes them elsewhere, where in findings
/// such words stand, and how the list is set. One row of numbers, the same in training and in reading.
/// </summary>
/// <param name="facts">What is known of the document's words.</param>
/// <param name="style">How the lists are set.</param>
internal sealed class GapFeatures(WordFacts facts, ListStyle style)
{
    private static readonly string[] LeftNames =
    [
        "left stop",
        "left abbreviation",
        "left closing abbreviation",
        "left comma",
        "left hyphen",
        "left bracket or quote",
        "left in brackets",
        "left open word",
        "left adjective",
        "left definite",
        "left no noun",
        "left Swedish",
        "left place",
        "left acronym",
        "left capital",
        "left number",
        "left length",
        "left closes",
        "left ending closes",
        "left pair closes",
        "left met",
        "left before open",
        "left names",
        "item words",
        "item characters",
        "item has verb",
        "item opens",
        "item stops inside",
        "style capitals",
        "style stops",
        "style stop before capital",
        "style opens after stop",
        "style lines",
        "style capital lines",
        "style lower opens",
        "style years",
        "line fill",
    ];

    private static readonly string[] RightNames =
    [
        "right capital",
        "right lower",
        "right number",
        "right quote or bracket",
        "right acronym",
        "right place",
        "right place that is a word",
        "right opens line",
        "right length",
        "right lower in document",
        "right capital in sentences",
        "right in lexicon",
        "right Swedish",
        "right open word",
        "right opens",
        "right ending opens",
        "right pair opens",
        "right met",
        "right verb follows",
        "right capital follows",
        "right lower follows",
        "right words to capital",
        "right words left",
        "right words to stop",
        "right capitals to stop",
        "right first elsewhere",
        "right opens referring",
        "right refers",
        "together",
        "together elsewhere",
    ];

    private const int MostWords = 60;

    // A sentence refers to the one before it near its beginning, if at all.
    private const int MostWordsReferring = 6;

    private readonly WordTraits _traits = facts.Traits;
    private readonly WordPlaces _places = facts.Places;

    /// <summary>Names of the features that the left side has: enough to ask whether an item is complete.</summary>
    public static FeatureSpace Left { get; } = new(LeftNames);

    /// <summary>Names of all features.</summary>
    public static FeatureSpace Both { get; } = new([.. LeftNames, .. RightNames]);

    /// <summary>The left side alone: the item so far, at least one word.</summary>
    public float[] Of(TokenRun item)
    {
        var row = new float[Left.Count];
        FillLeft(row, item, inBrackets: IsInBrackets(item), lineFill: 0);
        return row;
    }

    /// <summary>Both sides: the item so far and what follows it in the same column, at least one word each.</summary>
    public float[] Of(TokenRun item, TokenRun rest, float lineFill = 0)
    {
        var row = new float[Both.Count];
        FillLeft(row, item, IsInBrackets(item), lineFill);
        FillRight(row.AsSpan(LeftNames.Length), item.FromEnd(1)!, rest);
        return row;
    }

    private void FillLeft(Span<float> row, TokenRun item, bool inBrackets, float lineFill)
    {
        var last = item.FromEnd(1)!;
        var before = item.FromEnd(2);
        var word = facts.Of(last.Word);
        var at = 0;
        row[at++] = Is(_traits.EndsSentence(last.Text));
        row[at++] = Is(_traits.Swedish.Abbreviations.Contains(last.Text));
        row[at++] = Is(_traits.Swedish.ClosingAbbreviations.Contains(last.Text));
        row[at++] = Is(last.Text[^1] is ',' or ';' or ':' or '&' or '(');
        row[at++] = Is(last.Text[^1] is '-' or '–' or '/');
        row[at++] = Is(last.Text[^1] is ')' or '"' or '”');
        row[at++] = Is(inBrackets);
        row[at++] = word.IsOpen;
        row[at++] = word.IsAdjective;
        row[at++] = word.IsDefinite;
        row[at++] = word.IsNoNoun;
        row[at++] = word.IsSwedish;
        row[at++] = word.IsPlace;
        row[at++] = word.IsAcronym;
        row[at++] = Is(last.IsCapital);
        row[at++] = Is(last.IsNumber);
        row[at++] = last.Word.Length;
        row[at++] = word.Closes;
        row[at++] = word.EndingCloses;
        row[at++] = before is null ? 0 : (float)_places.Closes(before.Word, last.Word);
        row[at++] = word.Met;
        row[at++] = before is null ? 0 : facts.Of(before.Word).IsOpen;
        row[at++] = Is(_traits.NamesThing(last.Word));
        row[at++] = Math.Min(MostWords, item.Count);
        row[at++] = Math.Min(10 * MostWords, Characters(item));
        row[at++] = Is(HasVerb(item));
        row[at++] = facts.Of(item.At(0)!.Word).Opens;
        row[at++] = StopsInside(item);
        row[at++] = (float)style.Capitals;
        row[at++] = (float)style.Stops;
        row[at++] = (float)style.StopBeforeCapital;
        row[at++] = (float)style.OpensAfterStop;
        row[at++] = (float)style.Lines;
        row[at++] = (float)style.CapitalLines;
        row[at++] = (float)style.LowerOpens;
        row[at++] = (float)style.Years;
        row[at] = lineFill;
    }

    private void FillRight(Span<float> row, ListToken left, TokenRun rest)
    {
        var first = rest.At(0)!;
        var next = rest.At(1);
        var word = facts.Of(first.Word);
        var at = 0;
        row[at++] = Is(first.IsCapital);
        row[at++] = Is(first.IsLower);
        row[at++] = Is(first.IsNumber);
        row[at++] = Is(first.Text[0] is '"' or '”' or '“' or '„' or '«' or '»' or '\'' or '(');
        row[at++] = word.IsAcronym;
        row[at++] = word.IsPlace;
        row[at++] = word.IsPlaceAndWord;
        row[at++] = Is(first.OpensLine);
        row[at++] = first.Word.Length;
        row[at++] = word.Lower;
        row[at++] = word.Capital;
        row[at++] = word.IsKnown;
        row[at++] = word.IsSwedish;
        row[at++] = word.IsOpen;
        row[at++] = word.Opens;
        row[at++] = word.EndingOpens;
        row[at++] = next is null ? 0 : (float)_places.Opens(first.Word, next.Word);
        row[at++] = word.Met;
        row[at++] = next is null ? 0 : facts.Of(next.Word).IsVerb;
        row[at++] = Is(next?.IsCapital == true);
        row[at++] = Is(next?.IsLower == true);
        row[at++] = WordsToCapital(rest);
        row[at++] = Math.Min(MostWords, rest.Count);
        (row[at++], row[at++]) = ToStop(rest);
        row[at++] = word.Start;
        row[at++] = Is(
            _traits.Swedish.ReferringOpenings.Contains(first.Word) || Refers(first.Word)
        );
        row[at++] = Is(RefersWithin(rest));
        row[at++] = (float)_places.Together(left.Word, first.Word);
        row[at] = facts.TogetherElsewhere(left.Word, first.Word);
    }

    private static float Is(bool value) => value ? 1 : 0;

    private static int Characters(TokenRun item)
    {
        var characters = item.Count - 1;
        for (var i = 0; i < item.Count; i++)
        {
            characters += item.At(i)!.Text.Length;
        }

        return characters;
    }

    private bool HasVerb(TokenRun item)
    {
        for (var i = 0; i < item.Count; i++)
        {
            if (facts.Of(item.At(i)!.Word).IsVerb > 0)
            {
                return true;
            }
        }

        return false;
    }

    private int StopsInside(TokenRun item)
    {
        var stops = 0;
        for (var i = 0; i + 1 < item.Count; i++)
        {
            stops += _traits.EndsSentence(item.At(i)!.Text) ? 1 : 0;
        }

        return stops;
    }

    private static int WordsToCapital(TokenRun rest)
    {
        var at = 1;
        while (rest.At(at) is { IsCapital: false } && at < MostWords)
        {
            at++;
        }

        return at;
    }

    // Words up to the next end of a sentence, and how many of them have a capital: where items have no full stops, a second sentence of one still ends with one.
    private (float Words, float Capitals) ToStop(TokenRun rest)
    {
        var capitals = 0;
        for (var i = 0; i < Math.Min(MostWords, rest.Count); i++)
        {
            capitals += i > 0 && rest.At(i)!.IsCapital ? 1 : 0;
            if (_traits.EndsSentence(rest.At(i)!.Text))
            {
                return (i + 1, capitals);
            }
        }

        return (MostWords, MostWords);
    }

    // "Utveckla också …": whether the sentence behind the gap refers to the one before it, behind its first word.
    private bool RefersWithin(TokenRun rest)
    {
        for (var i = 0; i < Math.Min(MostWordsReferring, rest.Count); i++)
        {
            if (i > 0 && Refers(rest.At(i)!.Word))
            {
                return true;
            }

            if (_traits.EndsSentence(rest.At(i)!.Text))
            {
                return false;
            }
        }

        return false;
    }

    private bool Refers(string word) => _traits.Swedish.ReferringWords.Contains(word);

    private static bool IsInBrackets(TokenRun item)
    {
        var depth = 0;
        for (var i = 0; i < item.Count; i++)
        {
            foreach (var sign in item.At(i)!.Text)
            {
                depth =
                    sign == '(' ? depth + 1
                    : sign == ')' ? Math.Max(0, depth - 1)
                    : depth;
            }
        }

        return depth > 0;
    }
}
