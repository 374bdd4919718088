using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports;

/// <summary>
/// Reads totals and scores of areas that sentences state: <c>fick 501 av 800 poäng</c>, <c>den samlade poängen blev 648</c>, <c>från 438 till 510</c>,
/// <c>546 poäng (förra gången 497)</c>. What each number means is told by the words of its own clause; a number that the words do not tell is none.
/// </summary>
internal sealed partial class ProseFigures(
    EditionLabels labels,
    FigureLabels figures,
    Swedish swedish,
    int? pageYear
)
{
    // A lower total was never met; numbers below are scores of areas, changes or numbers of people.
    private const int LowestTotal = 150;

    // Words before a number that are looked at where its own clause holds none.
    private const int LongestTail = 45;

    private int? _yearBefore;
    private Match _between = Match.Empty;

    /// <summary>The figures of a sentence; call it for the sentences of a page in their order.</summary>
    public IEnumerable<(int Area, int? Year, decimal Value, Passage Text, Share Share)> Read(
        Passage sentence
    )
    {
        // "från 438 till 496 poäng mellan 2010 och 2014": the years belong to the ends.
        _between = Between().Match(sentence.Text);
        var text = _between.Success
            ? sentence.Text.Replace(
                _between.Value,
                new string(' ', _between.Length),
                StringComparison.Ordinal
            )
            : sentence.Text;
        var numbers = NumbersOf(sentence);
        var found = new List<(int Area, int? Year, decimal Value, Passage Text, Share Share)>();
        var whose = Whose.Nobody;
        for (var i = 0; i < numbers.Count; i++)
        {
            var clause = ClauseOf(text, numbers, i);
            var named = figures.WhoseIs(clause.Before);
            whose = named == Whose.Nobody ? whose : named;
            if (
                (clause.Area is null && !SpeaksOfPoints(text, numbers[i], clause))
                || (clause.Area is not null && !PointsAnywhere().IsMatch(text))
                || (numbers[i].IsShare && !IsShareOfPoints(text, numbers, i, clause))
                || whose == Whose.Other
                || figures.WhoseIs(clause.After) == Whose.Other
                || (clause.Area is null && numbers[i].Value < LowestTotal)
                || numbers[i].Value
                    > (
                        clause.Area is null
                            ? labels.Edition.Scale.TotalMax
                            : labels.Edition.Scale.AreaMax
                    )
            )
            {
                continue;
            }

            if (YearOf(text, numbers, i, clause) is (true, var year))
            {
                found.Add(
                    (
                        clause.Area ?? Witness.Total,
                        year,
                        numbers[i].Value,
                        numbers[i].Text,
                        numbers[i].IsShare ? Share.OfPoints : Share.None
                    )
                );
            }
        }

        _yearBefore = Numbers.Years(text).Select(y => (int?)y.Year).LastOrDefault() ?? _yearBefore;
        return found;
    }

    // "63 procent av poängen", or a row of areas each with its percent; of a total its points are not known.
    private static bool IsShareOfPoints(
        string text,
        List<Number> numbers,
        int index,
        Clause clause
    ) =>
        clause.Area is not null
        && (
            OfThePoints().IsMatch(text[numbers[index].End..])
            || numbers.Count(n => n.IsShare) >= FigureTables.FewestAreas
        );

    private sealed record Number(
        decimal Value,
        Passage Text,
        int Start,
        int End,
        bool IsShare = false
    );

    private sealed record Clause(string Before, string After, int? Area);

    private List<Number> NumbersOf(Passage sentence)
    {
        var numbers = Figure()
            .Matches(sentence.Text)
            .Select(m => new Number(
                FigureCell.Parse(m.Groups["number"].Value),
                sentence.Slice(m.Index, m.Index + m.Groups["number"].Length),
                m.Index,
                m.Index + m.Length,
                m.Groups["percent"].Success
            ));
        var words = WrittenHundreds()
            .Matches(sentence.Text)
            .Select(m => (Match: m, Value: SwedishNumbers.Of(m.Value, swedish)))
            .Where(w => w.Value is not null)
            .Select(w => new Number(
                w.Value!.Value,
                sentence.Slice(w.Match.Index, w.Match.Index + w.Match.Length),
                w.Match.Index,
                w.Match.Index + w.Match.Length
            ));
        // The highest possible total is nobody's.
        return
        [
            .. numbers
                .Concat(words)
                .Where(n => n.Value != labels.Edition.Scale.TotalMax)
                .OrderBy(n => n.Start),
        ];
    }

    // From the last border before the number to the next after it.
    private Clause ClauseOf(string text, List<Number> numbers, int index)
    {
        var number = numbers[index];
        var from = index > 0 ? numbers[index - 1].End : 0;
        var before = text[from..number.Start];
        var border = Border().Matches(before).LastOrDefault();
        var own = border is null ? before : before[(border.Index + border.Length)..];
        if (WhichIs().Match(before) is { Success: true } relative)
        {
            own = relative.Value;
        }
        else if (index > 0 && YearAlone().IsMatch(own))
        {
            // "Totalpoängen 2017 blev 421 och 2014 392": the words of the number before, with another year.
            own = Years().Replace(ClauseOf(text, numbers, index - 1).Before, " ") + own;
        }
        else if (own.Count(char.IsLetter) < 3)
        {
            // "snittet (455)", "förra gången, 497": the words stand on the other side of the border.
            var tail = text[Math.Max(0, number.Start - LongestTail)..number.Start];
            own = tail;
        }

        var to = index + 1 < numbers.Count ? numbers[index + 1].Start : text.Length;
        var after = text[number.End..to];
        var bracket = YearInBrackets().Match(after);
        var end = bracket.Success
            ? null
            : Border().Match(Unit().Replace(after, m => new string('p', m.Length), 1));
        after =
            bracket.Success ? bracket.Value
            : end is { Success: true } ? after[..end.Index]
            : after;
        after = Standing().Match(after) is { Success: true } standing
            ? after[..standing.Index]
            : after;
        return new Clause(own, after, AreaOf(before, after));
    }

    // "området Verksamhetsutveckling fick 60", "60 poäng för Verksamhetsutveckling": close to the number, with nothing but filling words between.
    private int? AreaOf(string before, string after)
    {
        var last = labels.FindAll(before).LastOrDefault(h => IsArea(before, h));
        if (last.Labels is not null && Filling().IsMatch(before[last.End..]))
        {
            return last.As<Label.AreaName>()!.Area;
        }

        var next = labels.FindAll(after).FirstOrDefault(h => IsArea(after, h));
        return next.Labels is not null && ForArea().IsMatch(after[..next.Start])
            ? next.As<Label.AreaName>()!.Area
            : null;
    }

    // In a sentence a name may stand in lower case; a short one is a word like any other then.
    private bool IsArea(string text, LabelHit hit) =>
        hit.As<Label.AreaName>() is not null
        && (labels.HasItsCapital(text, hit) || hit.End - hit.Start >= ShortestPlainName);

    // "verksamhetsutveckling"
    private const int ShortestPlainName = 20;

    private static bool SpeaksOfPoints(string text, Number number, Clause clause)
    {
        var after = text[number.End..];
        return !NoPoints().IsMatch(after)
            && (
                PointsAfter().IsMatch(after)
                || PointsBefore().IsMatch(clause.Before)
                || (FromTo().IsMatch(text) && PointsAnywhere().IsMatch(text))
                || (Got().IsMatch(clause.Before) && PointsAnywhere().IsMatch(text))
                || (InBrackets().IsMatch(text[..number.Start]) && PointsAnywhere().IsMatch(text))
            );
    }

    // Whether the number is a score of the municipality, and of which year; null is this evaluation's.
    private (bool IsScore, int? Year)? YearOf(
        string text,
        List<Number> numbers,
        int index,
        Clause clause
    )
    {
        var number = numbers[index];
        var words = $"{clause.Before} # {clause.After}";
        if (
            Difference().IsMatch(clause.Before)
            || MoreThan().IsMatch(clause.After)
            || (Rising().IsMatch(clause.Before) && ToAfter().IsMatch(text[number.End..]))
            || (Infinitive().IsMatch(clause.Before) && figures.SpeaksOfGoals(text[..number.Start]))
        )
        {
            return null;
        }

        var label = figures.Of(words);
        var earlierByWord =
            label.Meaning == FigureMeaning.Earlier
            || (
                ComparedWith().IsMatch(clause.Before)
                && label.Meaning is null or FigureMeaning.Score or FigureMeaning.Earlier
            );
        if (
            label.Meaning
                is FigureMeaning.Goal
                    or FigureMeaning.Mean
                    or FigureMeaning.Other
                    or FigureMeaning.Rank
            || (
                label.Meaning == FigureMeaning.Maximum
                && number.Value >= labels.Edition.Scale.TotalMax
            )
            || label.Years.Any(y => pageYear is not null && y > pageYear)
        )
        {
            return null;
        }

        if (label.Years.Count > 0)
        {
            var year = label.Years.Count == 1 ? label.Years[0] : NearestYear(clause);
            return year is null ? null : (true, year == pageYear ? null : year);
        }

        if (
            From().IsMatch(clause.Before)
                && text[number.End..].Contains(" till ", StringComparison.Ordinal)
            || (
                From().IsMatch(clause.Before)
                && text[..number.Start].Contains(" till ", StringComparison.Ordinal)
            )
        )
        {
            return (true, BetweenYear("from") ?? EarlierYear(text, number) ?? Witness.UnknownYear);
        }

        if (earlierByWord)
        {
            return (
                true,
                EarlierYear(text, number)
                    ?? (ThenAtStart().IsMatch(text) ? _yearBefore : null)
                    ?? Witness.UnknownYear
            );
        }

        // "från 438 till 510": what it came to is this evaluation's.
        if (
            To().IsMatch(clause.Before)
            && text[..number.Start].Contains("från ", StringComparison.OrdinalIgnoreCase)
        )
        {
            return (true, null);
        }

        // "År 2010 deltog kommunen första gången och fick 438 poäng": the sentence's only year, before its only number.
        var years = Numbers
            .Years(Since().Replace(text, m => new string(' ', m.Length)))
            .Where(y => y.Start < number.Start)
            .ToList();
        return NowWords().IsMatch(words) || years.Count == 0 ? (true, null)
            : years[^1].Year == pageYear ? (true, null)
            : years.Select(y => y.Year).Distinct().Count() == 1
            && numbers.Count(n => n.Value >= LowestTotal) == 1
                ? (true, years[0].Year)
            : null;
    }

    private int? BetweenYear(string end) =>
        _between.Success
            ? int.Parse(_between.Groups[end].ValueSpan, CultureInfo.InvariantCulture)
            : null;

    private static int? NearestYear(Clause clause)
    {
        var before = Numbers.Years(clause.Before).Select(y => (int?)y.Year).LastOrDefault();
        var after = Numbers.Years(clause.After).Select(y => (int?)y.Year).FirstOrDefault();
        return before is not null && after is not null ? null : before ?? after;
    }

    // The one year of the sentence that is not the page's.
    private int? EarlierYear(string text, Number number)
    {
        var near = YearInBrackets().Match(text[number.End..]);
        if (near.Success)
        {
            return Numbers.Years(near.Value).First().Year;
        }

        var others = Numbers
            .Years(text)
            .Select(y => y.Year)
            .Where(y => y != pageYear && (pageYear is null || y < pageYear))
            .Distinct()
            .ToList();
        return others is [var only] ? only : null;
    }

    [GeneratedRegex(
        @"(?<![\d.,:/+−\p{L}]|(?<!\b(?:19|20)\d)\d[  ])(?<number>\d{2,3}(?:,\d)?)(?![\d]|[.,:]\d|/(?!800)\d|\p{L}|-(?:tal|årig))(?<percent>\s?(?:%|procent\b))?",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Figure();

    [GeneratedRegex(
        @"\b\p{Ll}*hundra\p{Ll}+\b|\b\p{Ll}{2,5}hundra\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex WrittenHundreds();

    [GeneratedRegex(
        @"[;:,()]|\s(?:och|men|medan|samt|mot|jämfört med|i jämförelse med|vilket|som)\s",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Border();

    [GeneratedRegex(
        @"^\s*(?:år\s+|i\s+)?(?:19|20)\d\d\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex YearAlone();

    [GeneratedRegex(@"\b(?:19|20)\d\d\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Years();

    // "över snittet i landet, som är omkring 461": the number is that of the word before.
    [GeneratedRegex(
        @"(?:\p{L}+\s+){0,3}\p{L}+,?\s+som\s+(?:är|var|ligger|låg|blev|uppgår|uppgick)\b[^.;:,()\d]*$",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex WhichIs();

    // "Målet är att öka, och att nå 520 poäng": what is wished for.
    [GeneratedRegex(
        @"^\s*(?:att\s+)?(?:nå|uppnå|få|hamna|komma|ligga|klara)\b",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Infinitive();

    // "(2013)", "(år 2013)", "poäng (2013)"
    [GeneratedRegex(
        @"^\s*(?:poäng|p)?\s*\(\s*(?:år\s+|i\s+)?(?:19|20)\d\d\s*\)",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex YearInBrackets();

    [GeneratedRegex(
        @"^\s*(?:poäng|p\b)?\s*(?:av|/)\s*(?:de\s+|totalt\s+|max\p{Ll}*\s+)*800(?:\s+möjliga)?(?:\s+poäng)?",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Unit();

    [GeneratedRegex(
        @"^(?:\s|[:,–(-]|\b(?:med|vi|stannade|landade|uppgick|gick|fick|får|fått|gav|ger|har|hade|nådde|når|blev|blir|är|var|på|hela|endast|bara|ligger|hamnar|hamnade|bedömdes|till|resultatet|poängen|poäng|området|kommunen|högst|lägst|högsta|där|som|totalt|cirka|ca|av)\b){0,8}$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Filling();

    [GeneratedRegex(
        @"^\s*(?:poäng|p)\b[^.,;(]{0,25}?\b(?:för|i|inom|på|till)\s+(?:området\s+|område\s+\d\s*)?[""”«]?$",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex ForArea();

    // "63 procent av de möjliga poängen", "63 % av maxpoängen"
    [GeneratedRegex(
        @"^\s*av\s+(?:\p{Ll}+\s+){0,3}(?:poäng\p{Ll}*|max\p{Ll}*)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex OfThePoints();

    [GeneratedRegex(
        @"^\s*(?:st\b|kr\b|kronor|tkr|mkr|miljoner|personer|invånare|anställda|medarbetare|intervjuer|kommuner|sidor|timmar|minuter|dagar|km\b|frågor|elever|platser|år\b|gånger|kb\b|mb\b|procent|%)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex NoPoints();

    [GeneratedRegex(
        @"^\s*(?:\(\d{3}\)\s*)?(?:(?:poäng|p)\b(?!\s*(?:fler|mer|bättre|högre|lägre|över|under))|(?:av|/)\s*(?:de\s+|totalt\s+|max\p{Ll}*\s+|sammanlagt\s+)*(?:800|åttahundra)|av\s+(?:\p{Ll}+\s+){0,2}möjliga)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex PointsAfter();

    [GeneratedRegex(
        @"(?:total\p{Ll}*|sammanlag\p{Ll}*|sammantag\p{Ll}*|samlad\p{Ll}*|summa\p{Ll}*|poängsumma\p{Ll}*|slutpoäng\p{Ll}*|slutresultat\p{Ll}*|poäng(?:en)?|resultat(?:et)?)\b[^.;(]{0,60}$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex PointsBefore();

    [GeneratedRegex(
        @"poäng|\d\s*p\b|av\s+800",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex PointsAnywhere();

    [GeneratedRegex(
        @"\bfrån\s+(?:\p{Ll}+\s+){0,2}\d{3}|\btill\s+\d{3}\b",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex FromTo();

    // "då vi fick 391"
    [GeneratedRegex(
        @"\b(?:fick|fått|nådde|hade)\s+(?:vi\s+|kommunen\s+)?$",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Got();

    [GeneratedRegex(@"\([^()]{0,30}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InBrackets();

    // "ökade med", "en ökning på", "förbättring med", "plus", "upp"
    [GeneratedRegex(
        @"(?:(?:ök|höj|förbättr|minsk|sänk|stig|steg|lyft|klättr|tapp|gått|gick|växt)\p{Ll}*\s+(?:\p{Ll}+\s+){0,3}?(?:med|på|av|upp|ned|ner)|plus|minus|hela|\bupp|\bned|\bner|skillnad\p{Ll}*\s+(?:på|är)|förändring\p{Ll}*\s+(?:på|är|med))\s+(?:\p{Ll}+\s+)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Difference();

    [GeneratedRegex(
        @"^\s*(?:poäng\s+)?(?:fler|mer|bättre|högre|lägre|färre|över|under|upp|ned)\b",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex MoreThan();

    [GeneratedRegex(@"\bmed\s+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rising();

    [GeneratedRegex(
        @"^\s*poäng\s+(?:från\s+\d+\s+)?till\s+\d",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex ToAfter();

    [GeneratedRegex(
        @"(?:jämfört med|mot|än|i jämförelse med|efter)\s+(?:\p{Ll}+\s+){0,3}$",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex ComparedWith();

    [GeneratedRegex(
        @"\bfrån\s+(?:\p{Ll}+\s+){0,3}$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex From();

    [GeneratedRegex(@"\btill\s+(?:\p{Ll}+\s+){0,3}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex To();

    [GeneratedRegex(
        @"\bmellan\s+(?:år\s+)?(?<from>(?:19|20)\d\d)\s+och\s+(?<to>(?:19|20)\d\d)",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Between();

    // "Sedan 2010 har kommunen …": no year of what follows.
    [GeneratedRegex(
        @"\b(?:sedan|sen|efter|än)\s+(?:år\s+)?(?:19|20)\d\d",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Since();

    // "496 poäng ligger över snittet": what follows speaks of another number.
    [GeneratedRegex(
        @"\b(?:ligger|låg|över|under|än|högre|lägre|bättre|sämre|placerar|hamnar|hamnade)\b",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Standing();

    [GeneratedRegex(
        @"^\s*(?:Då|Den gången|Vid det tillfället)\b",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex ThenAtStart();

    [GeneratedRegex(
        @"\b(?:nu|i år|årets|denna gång|den här gången)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex NowWords();
}
