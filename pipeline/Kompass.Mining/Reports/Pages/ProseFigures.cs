using Kompass.Mining.Layout;
using Kompass.Mining.Reports.Scores;

namespace Kompass.Mining.Reports.Pages;

/// <summary>A figure of a sentence that may be a score and could not be bound.</summary>
/// <param name="Areas">The areas of which it may be, 0 for the total; empty for a difference from an earlier score.</param>
/// <param name="Value">The figure.</param>
/// <param name="Text">Where it stands.</param>
internal sealed record UntoldFigure(IReadOnlyList<int> Areas, decimal Value, Passage Text);

/// <summary>
/// Reads totals and scores of areas that sentences state: <c>fick 501 av 800 poäng</c>, <c>den samlade poängen blev 648</c>, <c>från 438 till 510</c>,
/// <c>546 poäng (förra gången 497)</c>. What each number means is told by the words of its own clause; a number that the words do not tell is none.
/// </summary>
internal sealed partial class ProseFigures(
    EditionLabels labels,
    FigureLabels figures,
    int? pageYear,
    int? onlyEarlier = null
)
{
    /// <summary>A lower total was never met; numbers below are scores of areas, changes or numbers of people.</summary>
    public const int LowestTotal = 150;

    // What is longer is no sentence that a person wrote.
    private const int LongestSentence = 600;

    private readonly string _ofHighest = Invariant($"av {labels.Edition.Scale.TotalMax}");
    private readonly SentenceYears _years = new(figures, labels.Edition.Scale, pageYear);
    private readonly List<UntoldFigure> _untold = [];

    private readonly ProseThread _thread = new(labels, figures);

    // Totals that are told of another municipality, or are said to be wrong.
    private readonly HashSet<decimal> _others = [];

    /// <summary>
    /// Points that may be the municipality's and of which the words do not tell of what area or year, and differences from an earlier score that was not found.
    /// (What they call a goal, a mean or another's is no loss and not among them.)
    /// </summary>
    public IReadOnlyList<UntoldFigure> Untold => _untold;

    /// <summary>The figures of a page's sentences, each a series of its own.</summary>
    /// <param name="blocks">The page; call this once, as a sentence may speak of the year of the one before.</param>
    /// <param name="listed">Which blocks were read as tables or lists of figures.</param>
    public IReadOnlyList<BoundFigure> Read(IReadOnlyList<Block> blocks, IReadOnlySet<int> listed)
    {
        var found = new List<BoundFigure>();
        for (var i = 0; i < blocks.Count; i++)
        {
            foreach (var (passage, year) in PassagesOf(blocks[i], listed.Contains(i)))
            {
                _thread.Enter(blocks[i], passage, year);
                foreach (
                    var text in Sentences
                        .Split(passage, figures.Swedish)
                        .Where(s => s.Text.Length < LongestSentence)
                )
                {
                    Read(text, found);
                }
            }
        }

        // "Siffran 380 poäng gäller Nordviks kommun": where it was said of the own one too, another total counts.
        var totals = found.FindAll(f => f is { Area: Witness.Total, Year: null });
        return totals.Exists(t => !_others.Contains(t.Value))
            ? found.FindAll(f => !(totals.Contains(f) && _others.Contains(f.Value)))
            : found;
    }

    private void Read(Passage text, List<BoundFigure> found)
    {
        var sentence = new FigureSentence(text, labels, figures.Swedish, _thread.AreaOf(text));
        var before = found.Count;
        Read(sentence, found);
        Derive(sentence, found, before);
        _years.Leave(sentence);
        _thread.Leave(sentence, NamesPoints(sentence), [.. found.Skip(before)]);
    }

    // Lines that were read as a list say nothing more; other tables have totals of their own.
    private IEnumerable<(Passage Text, int? Year)> PassagesOf(Block block, bool isListed) =>
        block switch
        {
            Block.Heading or Block.Paragraph or Block.ItemList => block
                .Passages.Where(t =>
                    !isListed
                    || (
                        ScoreLine.Of(t, labels) is null
                        && FigureLists.TotalOf(t, labels) is null
                        && !FigureLists.IsTotalItem(t)
                    )
                )
                .Select(YearAndText),
            Block.Table t when !isListed => t
                .Rows.Select(YearAndText)
                .Where(r => r.Text.Text.Contains("poäng", StringComparison.OrdinalIgnoreCase)),
            _ => [],
        };

    // "2012 Fjärde Kommunkompassen: 563 poäng": a line of a timeline.
    private static (Passage Text, int? Year) YearAndText(Passage line) =>
        LineOfAYear().Match(line.Text) is { Success: true } match
            ? (line.Slice(match.Length, line.Text.Length), match.Groups["year"].AsNumber())
            : (line, null);

    [GeneratedRegex(@"^\s*(?<year>(?:19|20)\d\d)\s*[:–-]?\s+(?=\p{Lu})")]
    private static partial Regex LineOfAYear();

    // "2012 | Vi får 471 poäng": a row of a timeline.
    private static (Passage Text, int? Year) YearAndText(Row row) =>
        row.Cells is [{ Text.Text: { Length: 4 } first }, ..]
        && Numbers.Years(first).ToList() is [var year]
            ? (new Row([.. row.Cells.Skip(1)]).AsLine, year.Year)
            : (row.AsLine, null);

    private void Read(FigureSentence sentence, List<BoundFigure> found)
    {
        // "Boxholm, nu i september. De fick 438 poäng": they are those of the sentence before.
        var whose = OpensWithThem().IsMatch(sentence.Text) ? _thread.Whose : Whose.Nobody;
        var (isNoScore, isScore) = (false, false);
        foreach (var number in sentence.Numbers)
        {
            isNoScore = _years.IsNoScore(number) || (number.GoesOn && isNoScore);
            var named = figures.WhoseIs(
                Inserted().Match(number.Left).Groups["who"].Value + " " + number.Before
            );
            whose = named == Whose.Nobody ? whose : named;
            var isAnothers = whose == Whose.Other || IsAnothers(number);
            if (IsTotal(number) && (isAnothers || Wrong().IsMatch(number.Right)))
            {
                _others.Add(number.Value);
            }

            if (
                isNoScore
                || isAnothers
                || (!isScore && !NamesPoints(sentence) && WithinBrackets().IsMatch(number.Left))
            )
            {
                continue;
            }

            // "höjer sitt resultat från 426 (2013) till 496": what one end is, the other is.
            isScore =
                IsScore(sentence, number)
                || (isScore && OtherEnd().IsMatch(number.Before) && IsTotal(number));
            if (
                isScore
                && !IsRounded(number)
                && !(named == Whose.Nobody && HasAnothersSubject(number))
                && !(number.Area is not null && MayBeAnothers(sentence))
                && _years.TryTell(sentence, number, out var year)
            )
            {
                year = year is null or Witness.UnknownYear
                    ? (IsInBrackets(number) ? onlyEarlier : null)
                        ?? EarlierAbove(sentence, number)
                        ?? year
                    : year;
                var share = number.IsShare ? Share.OfPoints : Share.None;
                var (area, series) = (number.Area ?? Witness.Total, -1 - found.Count);
                found.Add(new(area, year, number.Value, number.Text, Via.Prose, series, share));
            }
            else if (isScore || MayBeScore(sentence, number))
            {
                _untold.Add(
                    new(
                        number.Area is { } of ? [of]
                            : number.Value < LowestTotal ? sentence.Areas
                            : [Witness.Total],
                        number.Value,
                        number.Text
                    )
                );
            }
        }
    }

    // "412 (388)", "sändlistan (214 mottagare)": what stands in brackets is what stands before them.
    [GeneratedRegex(@"\([^()]*$")]
    private static partial Regex WithinBrackets();

    // "434 (399)", where the brackets below hold the figures of one evaluation before
    private static bool IsInBrackets(SentenceNumber number) =>
        BareBracket().IsMatch(number.Left) && number.Right.StartsWith(')');

    [GeneratedRegex(@"\d(?:\s*(?:poäng|p))?\s*\($")]
    private static partial Regex BareBracket();

    // Of the evaluation of which the heading above tells, or all of the paragraph so far.
    private int? EarlierAbove(FigureSentence sentence, SentenceNumber number) =>
        Numbers.Years(sentence.Text).Any() ? null
        : _thread.RowYear is { } row ? (row >= pageYear ? null : row)
        : SentenceYears.SaysNow(number) ? null
        : _thread.Year is { } headed && !(headed >= pageYear) ? headed
        : number.Area is null || SentenceYears.IsReached(number) ? null
        : _thread.OnlyYear;

    // "De fick 438 poäng"
    [GeneratedRegex(@"^\W*(?:Där\s+blev|De\s+(?:fick|får|hade|har|nådde|når))\b")]
    private static partial Regex OpensWithThem();

    // "Nordvik har ett fint ledarskap, de fick 66 poäng"
    [GeneratedRegex(@"\bde\s+(?:fick|får|hade|har|nådde|når)\s+$")]
    private static partial Regex Them();

    // "380 poäng, som motionären anför, gäller Nordviks kommun"
    [GeneratedRegex(@"\b(?:gäller|avser)\s+(?<who>[^.,;]{3,40})")]
    private static partial Regex Concerns();

    // "390 poäng stämmer inte"
    [GeneratedRegex(@"^\s*(?:poäng\s+)?(?:stämmer\s+inte|är\s+fel)\b")]
    private static partial Regex Wrong();

    // "Nacka har 644. Verksamhetsutveckling fick 63 poäng.": whose that is cannot be told.
    private bool MayBeAnothers(FigureSentence sentence) =>
        _thread.Whose == Whose.Other && figures.WhoseIs(sentence.Text) == Whose.Nobody;

    // By the words behind it.
    private bool IsAnothers(SentenceNumber number) =>
        figures.WhoseIs(number.After) == Whose.Other
        || figures.WhoseIs(InBrackets().Match(number.Right).Groups["who"].Value) == Whose.Other
        || (Them().IsMatch(number.Left) && figures.WhoseIs(number.Left) == Whose.Other)
        || figures.WhoseIs(Concerns().Match(number.Right).Groups["who"].Value) == Whose.Other;

    // "668 poäng (Nordvik 2017)"
    [GeneratedRegex(@"^\s*(?:poäng|p)?\s*\((?<who>[^()]{3,40})\)")]
    private static partial Regex InBrackets();

    // "Nordvik utvärderades 2009 och fick 504 poäng": who got them stands in the clause before.
    private bool HasAnothersSubject(SentenceNumber number) =>
        VerbFirst().IsMatch(number.Before) && figures.WhoseIs(number.Left) == Whose.Other;

    [GeneratedRegex(@"^\s*(?:fick|får|nådde|når|hade|har|landade|hamnade|uppnådde)\b")]
    private static partial Regex VerbFirst();

    // "drygt 430 poäng": the points are not told.
    private static bool IsRounded(SentenceNumber number) =>
        number.Value % 10 == 0 && Roughly().IsMatch(number.Left);

    [GeneratedRegex(
        @"\b(?:fler\s+än|mer\s+än|minst|drygt|knappt|nästan|omkring|runt|cirka|ca\.?|ungefär|över|närmare)\s+$",
        Patterns.AnyCase
    )]
    private static partial Regex Roughly();

    // Points in a sentence that names areas, and totals that somebody got.
    private bool MayBeScore(FigureSentence sentence, SentenceNumber number) =>
        !number.IsShare
        && (
            number.Value >= LowestTotal
                ? number.Area is null
                    && number.Value <= labels.Edition.Scale.TotalMax
                    && (
                        PointsAfter().IsMatch(number.Right)
                        || (
                            (_thread.SpeaksOfPoints || NamesPoints(sentence))
                            && GotOrBracket().IsMatch(number.Left)
                        )
                    )
                : sentence.Areas.Count > 0
                    && number.Value <= labels.Edition.Scale.AreaMax
                    && (
                        NamesPoints(sentence)
                        || (_thread.SpeaksOfPoints && EndOfClause().IsMatch(number.Right))
                    )
        );

    // "563 poäng, vilket är 68 poäng mer än 2012": the score of the evaluation before is worked out.
    private void Derive(FigureSentence sentence, List<BoundFigure> found, int before)
    {
        var current = found.Skip(before).Where(f => f.Year is null).ToList();
        var hasEarlier = found.Count > before + current.Count;
        var score =
            current is [var only] ? only
            : current.Count == 0 ? _thread.Total
            : null;
        foreach (var number in sentence.Numbers.Where(n => !n.IsShare))
        {
            var than = MoreThan().Match(number.Right);
            var (way, what) = than.Success
                ? (than.Groups["way"].Value, than.Groups["what"].Value)
                : (
                    IncreasedBy().Match(number.Left).Groups["way"].Value,
                    Since().Match(number.Right).Groups["what"].Value
                );
            var label = figures.Of(what);
            if (
                way.Length == 0
                || label.IsNoScore
                || label.Whose == Whose.Other
                || (label.Year is null && label.Meaning != FigureMeaning.Earlier)
                || label.Year >= pageYear
            )
            {
                continue;
            }

            if (score is null || (score == _thread.Total && sentence.Areas.Count > 0))
            {
                if (!hasEarlier)
                {
                    _untold.Add(new([], number.Value, number.Text));
                }

                continue;
            }

            found.Add(
                score with
                {
                    Year = label.Year ?? Witness.UnknownYear,
                    Value = score.Value + (IsDown().IsMatch(way) ? number.Value : -number.Value),
                    Text = number.Text,
                    Via = Via.Derived,
                    Series = -1 - found.Count,
                }
            );
        }
    }

    private bool IsTotal(SentenceNumber number) =>
        number is { Area: null, IsShare: false, Value: >= LowestTotal }
        && number.Value <= labels.Edition.Scale.TotalMax;

    private bool IsScore(FigureSentence sentence, SentenceNumber number) =>
        number.Area is null
            ? IsTotal(number) && SpeaksOfPoints(sentence, number)
            : number.Value <= labels.Edition.Scale.AreaMax
                && (
                    NamesPoints(sentence)
                    || OfHundred().IsMatch(number.Right)
                    || NamesAllAreas(sentence)
                    || (_thread.SpeaksOfPoints && IsListed(sentence, number))
                )
                && (!number.IsShare || IsShareOfPoints(sentence, number));

    // "Hur fördelar sig poängen?" "Offentlighet och demokrati 72; …", or the last word of a clause: "Svagast är Verksamhetsutveckling med 35."
    private static bool IsListed(FigureSentence sentence, SentenceNumber number) =>
        sentence.Numbers.Count(n => n.Area is not null) >= EditionLabels.FewestAreas
        || EndOfClause().IsMatch(number.Right);

    // "Diagram över resultatet: offentlighet och demokrati 71, …": a figure for every area is its points.
    private bool NamesAllAreas(FigureSentence sentence) =>
        figures.Of(sentence.BeforeAreas).SpeaksOfScores
        && sentence.Numbers.Select(n => n.Area).OfType<int>().Distinct().Count()
            == labels.Edition.Areas.Count;

    // "63 procent av poängen", or a row of areas each with its percent; of a total its points are not known.
    private static bool IsShareOfPoints(FigureSentence sentence, SentenceNumber number) =>
        OfThePoints().IsMatch(number.Right)
        || sentence.Numbers.Count(n => n.IsShare) >= EditionLabels.FewestAreas;

    private bool SpeaksOfPoints(FigureSentence sentence, SentenceNumber number) =>
        PointsAfter().IsMatch(number.Right)
        || IsOfHighest(number.Right)
        || PointsBefore().IsMatch(number.Before)
        || (
            NamesPoints(sentence)
            && (FromTo().IsMatch(sentence.Text) || GotOrBracket().IsMatch(number.Left))
        )
        || (_thread.SpeaksOfPoints && GotOrBracket().IsMatch(number.Left))
        // "Ändå går Nordvik från 426 (2013) till 496 i år."
        || (
            _thread.SpeaksOfResults
            && FromTotalToTotal().Match(sentence.Text) is { Success: true } rise
            && figures.WhoseIs(rise.Groups["who"].Value) == Whose.Own
        );

    private bool NamesPoints(FigureSentence sentence) =>
        Points().IsMatch(sentence.Text)
        || sentence.Text.Contains(_ofHighest, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\s*till\s+$")]
    private static partial Regex OtherEnd();

    // "79 av 100"
    [GeneratedRegex(@"^\s*av\s+(?:100|hundra)\b")]
    private static partial Regex OfHundred();

    // "av 800", "av totalt åttahundra"
    private bool IsOfHighest(string right) =>
        OfNumber().Match(right).Groups["number"] is { Success: true, Value: var number }
        && (
            char.IsDigit(number[0])
                ? Numbers.Parse(number)
                : SwedishNumbers.Of(number, figures.Swedish)
        ) == labels.Edition.Scale.TotalMax;

    // "Grannkommunen, som utvärderades 2011, har 449 poäng": what is told of it comes behind an insertion.
    [GeneratedRegex(
        @"^(?<who>[^,]{1,40}),\s+(?:som|vilken)\b[^,]{1,80},[^,]*$|^\s*(?<who>\p{Lu}[\p{L} ]{1,30}):[^:]*$"
    )]
    private static partial Regex Inserted();

    // "35.", "35 till 42", "35 och sämst …", "35 på Verksamhetsutveckling", "35" before a new line
    [GeneratedRegex(
        @"^\s*(?:$|[.,;!)]|till\s+\d|(?:och|men|medan|samt)\b|(?:(?:för|i|inom|på)\s+(?:området\s+)?)?\p{Lu})"
    )]
    private static partial Regex EndOfClause();

    // "68 poäng mer än vid utvärderingen 2012"
    [GeneratedRegex(
        @"^\s*(?:(?:poäng|p)\s+)?(?<way>fler|mer|bättre|högre|över|färre|mindre|sämre|lägre|under)\s+(?:än\s+)?(?<what>[^.;]{0,60})",
        Patterns.AnyCase
    )]
    private static partial Regex MoreThan();

    // "en förbättring med 68 poäng sedan 2012"
    [GeneratedRegex(
        @"\b(?<way>ök|förbättr|höj|höjd|stig|steg|lyft|minsk|försämr|sänk|sjunk|sjönk|tapp)\p{Ll}*\s+(?:\p{Ll}+\s+){0,2}?(?:med|på)\s+(?:hela\s+)?$",
        Patterns.AnyCase
    )]
    private static partial Regex IncreasedBy();

    [GeneratedRegex(
        @"^\s*(?:poäng|p)\s+(?:sedan|sen|jämfört\s+med|i\s+jämförelse\s+med|mot|från)\s+(?<what>[^.;]{0,60})",
        Patterns.AnyCase
    )]
    private static partial Regex Since();

    [GeneratedRegex(
        @"^(?:färre|mindre|sämre|lägre|under|minsk|försämr|sänk|sjunk|sjönk|tapp)",
        Patterns.AnyCase
    )]
    private static partial Regex IsDown();

    // "63 procent av de möjliga poängen", "63 % av maxpoängen"
    [GeneratedRegex(@"^\s*av\s+(?:\p{Ll}+\s+){0,3}(?:poäng\p{Ll}*|max\p{Ll}*)", Patterns.AnyCase)]
    private static partial Regex OfThePoints();

    [GeneratedRegex(
        @"^:?\s*(?:\(\d{3}\)\s*)?(?:(?:poäng|p)\b(?!\s*(?:fler|mer|bättre|högre|lägre|över|under))|av\s+(?:\p{Ll}+\s+){0,2}möjliga)",
        Patterns.AnyCase
    )]
    private static partial Regex PointsAfter();

    [GeneratedRegex(
        @"^\s*(?:\(\d{3}\)\s*)?(?:av|/)\s*(?:de\s+|totalt\s+|max\p{Ll}*\s+|sammanlagt\s+)*(?<number>\d{1,4}|\p{L}+)",
        Patterns.AnyCase
    )]
    private static partial Regex OfNumber();

    [GeneratedRegex(
        @"(?:total\p{Ll}*|sammanlag\p{Ll}*|sammantag\p{Ll}*|samlad\p{Ll}*|summa\p{Ll}*|poängsumma\p{Ll}*|slutpoäng\p{Ll}*|slutresultat\p{Ll}*|poäng(?:en)?|resultat(?:et)?)\b[^.;(]{0,60}$",
        Patterns.AnyCase
    )]
    private static partial Regex PointsBefore();

    [GeneratedRegex(@"poäng|\d\s*p\b", Patterns.AnyCase)]
    private static partial Regex Points();

    [GeneratedRegex(@"\bfrån\s+(?:\p{Ll}+\s+){0,2}\d{3}|\btill\s+\d{3}\b")]
    private static partial Regex FromTo();

    // Who rises stands right before or behind the verb: "antalet anställda i Nordvik ökade från 426 till 496" is no result.
    [GeneratedRegex(
        Rises
            + @"\s+(?<who>(?:\p{Lu}\p{L}+|vi)(?:\s+kommun)?)\s+"
            + BothTotals
            + @"|(?<who>^\W*\p{Lu}\p{L}+(?:\s+kommun)?|\bvi)\s+(?:har\s+)?"
            + Rises
            + @"\s+"
            + BothTotals
    )]
    private static partial Regex FromTotalToTotal();

    private const string Rises =
        @"\b(?:går|gick|gått|klättra(?:r|de|t)|kliver|klev|klivit|stiger|steg|stigit|hoppa(?:r|de|t)|ökar|ökade|ökat)";

    private const string BothTotals =
        @"från\s+[1-7]\d\d\s+(?:\((?:år\s+)?(?:19|20)\d\d\)\s+)?till\s+[1-7]\d\d\b(?!\s*(?:\p{Ll}{4,}|kr\b))";

    // "då vi fick 391", "ska jämföras med 391", "(förra gången 391)"
    [GeneratedRegex(
        @"\b(?:(?:fick|fått|nådde|hade|blev|var)\s+(?:vi|kommunen|det|siffran|resultatet)?\s*|jämför\p{Ll}*\s+med\s+(?:de\s+|dem\s+)?)$|\([^()]{0,30}$"
    )]
    private static partial Regex GotOrBracket();
}
