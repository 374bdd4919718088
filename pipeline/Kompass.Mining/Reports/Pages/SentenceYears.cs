using Kompass.Mining.Layout;
using Kompass.Mining.Reports.Scores;

namespace Kompass.Mining.Reports.Pages;

/// <summary>Tells of which evaluation a number of a sentence is, by the words of its own clause.</summary>
/// <param name="figures">Reads the words beside figures.</param>
/// <param name="scale">The instrument's.</param>
/// <param name="pageYear">The year of the page's evaluation, or null.</param>
internal sealed partial class SentenceYears(FigureLabels figures, Scale scale, int? pageYear)
{
    private int? _yearBefore;

    /// <summary>Keeps the year that the next sentence may speak of, "Då blev det 438 poäng"; call it for the sentences of a page in their order.</summary>
    public void Leave(FigureSentence sentence) =>
        _yearBefore = LastYear(sentence.Text) ?? _yearBefore;

    /// <summary>Whether its words say that a number is no score of an evaluation: a difference, a goal, a mean, a place.</summary>
    public bool IsNoScore(SentenceNumber number)
    {
        // "Högsta betyg, 66 poäng, får området …": which area it is, not whose figure; "Nordvik har fått den högsta poängen någonsin (668)" is Nordvik's.
        var label =
            number.Area is null && !IsGotByOwn(number)
                ? LabelOf(number)
                : figures.Of(FigureSentence.Blank(Superlative(), number.Words));
        return (
                Difference().IsMatch(number.Before)
                && !(number.Area is null ? GotWhole() : Whole()).IsMatch(number.Before)
            )
            || MoreThan().IsMatch(number.Right)
            || (Infinitive().IsMatch(number.Before) && figures.SpeaksOfGoals(number.Left))
            || label.Meaning
                is FigureMeaning.Goal
                    or FigureMeaning.Mean
                    or FigureMeaning.Other
                    or FigureMeaning.Rank
            || (
                label.Meaning == FigureMeaning.Maximum
                && number.Value >= (number.Area is null ? scale.TotalMax : scale.AreaMax)
            )
            || label.Years.Any(y => y > pageYear)
            || number.Year > pageYear;
    }

    /// <summary>Whether the words tell of which year a score is.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="number">The score in it.</param>
    /// <param name="year">The year; null for the page's evaluation, <see cref="Witness.UnknownYear"/> for an earlier one without a year.</param>
    public bool TryTell(FigureSentence sentence, SentenceNumber number, out int? year)
    {
        var label = LabelOf(number);
        // "51 poäng 2016 och 63 poäng nu"
        if (NowWords().IsMatch(number.After) && !Numbers.Years(number.After).Any())
        {
            year = null;
            return true;
        }

        if (number.Year is not null || label.Years.Count > 0)
        {
            var told = number.Year ?? label.Year ?? NearestYear(number);
            year = told == pageYear ? null : told;
            return told is not null;
        }

        var isEnd =
            From().IsMatch(number.Before)
            && sentence.Text.Contains(" till ", StringComparison.Ordinal);
        // "genomfördes i mars 2015 och gav då 423 poäng": then is that year.
        if (
            !isEnd
            && Numbers.Years(sentence.Text).Select(y => y.Year).Distinct().ToList() is [var own]
            && own == pageYear
            && Then().IsMatch(number.Before)
        )
        {
            year = null;
            return true;
        }

        if (isEnd || IsEarlier(sentence, number, label))
        {
            year =
                OnlyYearBefore(sentence.Text)
                ?? YearsAgo(sentence, number)
                ?? (
                    isEnd
                        ? _yearBefore < pageYear
                            ? _yearBefore
                            : null
                        : ThenAtStart().IsMatch(sentence.Text)
                            ? _yearBefore
                            : null
                )
                ?? Witness.UnknownYear;
            return true;
        }

        year = null;
        return IsReached(number)
            || NowWords().IsMatch(number.Words)
            || TryYearOfSentence(sentence, number, out year);
    }

    [GeneratedRegex(@"\bdå\b")]
    private static partial Regex Then();

    /// <summary>Whether its words say that a number is of this evaluation.</summary>
    public static bool SaysNow(SentenceNumber number) => NowWords().IsMatch(number.Words);

    /// <summary>Whether it is what a score came to, "från 438 till 510": this evaluation's.</summary>
    public static bool IsReached(SentenceNumber number) =>
        To().IsMatch(number.Before)
        && number.Left.Contains("från ", StringComparison.OrdinalIgnoreCase);

    private FigureLabel LabelOf(SentenceNumber number) => figures.Of(number.Words);

    [GeneratedRegex(@"\b(?:högsta?|lägsta?|bästa?|sämsta?|hittills)\b", Patterns.AnyCase)]
    private static partial Regex Superlative();

    private bool IsGotByOwn(SentenceNumber number) =>
        GotHighest().IsMatch(number.Left) && figures.WhoseIs(number.Left) == Whose.Own;

    // "har fått den högsta poängen någonsin (": nothing but what it got stands between, not "fick gott betyg, men den högsta", "nådde inte".
    [GeneratedRegex(
        @"\b(?:fick|får|fått|nådde|nått|når)\s+(?:år\s+)?(?:(?:19|20)\d\d\s+)?(?:(?:den|det|sin|sitt|vår|vårt)\s+)?(?:hittills\s+)?(?:högsta?|bästa?)\s+(?!efter\b)[^\d,.;]*$"
    )]
    private static partial Regex GotHighest();

    private static bool IsEarlier(
        FigureSentence sentence,
        SentenceNumber number,
        FigureLabel label
    ) =>
        label.Meaning == FigureMeaning.Earlier
        || (
            OpensEarlier().IsMatch(sentence.Text)
            && sentence.Numbers.Count(n => n.Value >= ProseFigures.LowestTotal) == 1
            && !To().IsMatch(number.Before)
        )
        || (ComparedWith().IsMatch(number.Before) && label.Meaning is null or FigureMeaning.Score);

    // "År 2010 deltog kommunen första gången och fick 438 poäng": the only year before the only number.
    private bool TryYearOfSentence(FigureSentence sentence, SentenceNumber number, out int? year)
    {
        var years = Numbers
            .Years(FigureSentence.Blank(Since(), number.Left))
            .Select(y => y.Year)
            .ToList();
        year = years.Count == 0 || years[^1] == pageYear ? null : years[^1];
        return year is null
            || (
                years.TrueForAll(y => y == years[0])
                && sentence.Numbers.Count(n => n.Value >= ProseFigures.LowestTotal) == 1
            );
    }

    // "484 i år, från 457 poäng för tre år sedan": counted from the page's evaluation only where the sentence says that it is of the same year.
    private int? YearsAgo(FigureSentence sentence, SentenceNumber number) =>
        ThisYear().IsMatch(sentence.Text)
        && Ago().Match(number.After) is { Success: true } ago
        && (
            int.TryParse(ago.Groups["years"].Value, CultureInfo.InvariantCulture, out var years)
                ? years
                : SwedishNumbers.Of(ago.Groups["years"].Value, figures.Swedish)
        )
            is { } past
            ? pageYear - past
            : null;

    // "Förra gången, för fyra år sedan, fick vi 498": all of the sentence is about it.
    [GeneratedRegex(
        @"^\W*(?:(?:vid|i)\s+)?(?:den\s+|det\s+)?(?:förra|föregående|tidigare|förut)\b",
        Patterns.AnyCase
    )]
    private static partial Regex OpensEarlier();

    [GeneratedRegex(@"\b(?:i år|årets)\b", Patterns.AnyCase)]
    private static partial Regex ThisYear();

    [GeneratedRegex(@"\bför\s+(?<years>\p{L}+|\d{1,2})\s+år\s+sedan\b", Patterns.AnyCase)]
    private static partial Regex Ago();

    private static int? NearestYear(SentenceNumber number)
    {
        // "Resultatet 2013 blev 461 poäng, jämfört med 423 poäng 2010": the year right behind it.
        if (RightBehind().Match(number.After) is { Success: true } behind)
        {
            return LastYear(behind.Value);
        }

        var before = LastYear(number.Before);
        var after = Numbers.Years(number.After).Select(y => (int?)y.Year).FirstOrDefault();
        return before is not null && after is not null ? null : before ?? after;
    }

    [GeneratedRegex(@"^\s*(?:poäng\s+|p\s+)?(?:år\s+|i\s+)?(?:19|20)\d\d\b")]
    private static partial Regex RightBehind();

    private static int? LastYear(string text) =>
        Numbers.Years(text).Select(y => (int?)y.Year).LastOrDefault();

    // The one year of the sentence that lies before the page's.
    private int? OnlyYearBefore(string text) =>
        Numbers.Years(text).Select(y => y.Year).Where(y => !(y >= pageYear)).Distinct().ToList()
            is [var only]
            ? only
            : null;

    // "ökade med", "en ökning på", "förbättring med", "plus", "upp", but not "gått upp från", "kom upp i"
    [GeneratedRegex(
        @"(?:(?:ök|höj|förbättr|minsk|sänk|stig|steg|lyft|klättr|tapp|gått|gick|växt)\p{Ll}*\s+(?:\p{Ll}+\s+){0,3}?(?:(?<!jämför\p{Ll}*\s+)med|på|av|"
            + Up
            + @")|plus|minus|hela|"
            + Up
            + @"|(?:tapp|förlor|skilj|skilde|sakna|fatta|behöv|kräv|återstå)\p{Ll}*|skillnad\p{Ll}*\s+(?:på|är)|förändring\p{Ll}*\s+(?:på|är|med))\s+(?:\p{Ll}+\s+)?$",
        Patterns.AnyCase
    )]
    private static partial Regex Difference();

    private const string Up = @"\b(?:upp|ned|ner)(?!\s+(?:till|i|från)\s)";

    // "som samhällsbyggare hela 68 poäng"
    [GeneratedRegex(@"(?<!(?:med|på)\s+)\bhela\s+$")]
    private static partial Regex Whole();

    // "som ger hela 648 poäng", but not "ökningen blev hela 155 poäng"
    [GeneratedRegex(
        @"(?<!\b(?:ök|höj|förbättr|minsk|sänk|skilln|lyft|uppgång|nedgång)\p{Ll}*\s+)\b(?:ger|gav|gett|får|fick|fått|blir|blev|blivit|når|nådde|nått|till)\s+hela\s+$",
        Patterns.AnyCase
    )]
    private static partial Regex GotWhole();

    // "58 poäng bättre än förra gången", "med 58 poäng till 510"
    [GeneratedRegex(
        @"^\s*(?:poäng\s+)?(?:fler|mer|bättre|högre|lägre|färre|sämre|mindre|upp|ned|över|ifrån)\b"
    )]
    private static partial Regex MoreThan();

    // "Målet är att öka, och att nå 520 poäng": what is wished for.
    [GeneratedRegex(@"^\s*(?:att\s+)?(?:nå|uppnå|få|hamna|komma|ligga|klara)\b")]
    private static partial Regex Infinitive();

    [GeneratedRegex(
        @"\b(?:jämför\p{Ll}* med|mot|än|i jämförelse med|efter)\s+(?:\p{Ll}+\s+){0,3}$"
    )]
    private static partial Regex ComparedWith();

    [GeneratedRegex(@"\bfrån\s+(?:\p{Ll}+\s+){0,3}$", Patterns.AnyCase)]
    private static partial Regex From();

    [GeneratedRegex(@"\btill\s+(?:\p{Ll}+\s+){0,3}$")]
    private static partial Regex To();

    // "Sedan 2010 har kommunen …": no year of what follows.
    [GeneratedRegex(@"\b(?:sedan|sen|efter|än)\s+(?:år\s+)?(?:19|20)\d\d", Patterns.AnyCase)]
    private static partial Regex Since();

    [GeneratedRegex(@"^\s*(?:Då|Den gången|Vid det tillfället)\b")]
    private static partial Regex ThenAtStart();

    [GeneratedRegex(@"\b(?:nu|i år|årets|denna gång|den här gången)\b", Patterns.AnyCase)]
    private static partial Regex NowWords();
}
