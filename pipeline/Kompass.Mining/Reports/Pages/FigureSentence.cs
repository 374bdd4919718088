using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports.Pages;

/// <summary>A number of a sentence that may be points.</summary>
/// <param name="Value">The number.</param>
/// <param name="Text">Where it stands.</param>
/// <param name="IsShare">Whether it is given in percent.</param>
/// <param name="Left">All of the sentence that stands before it.</param>
/// <param name="Right">All that stands behind it.</param>
/// <param name="Before">The words of its own clause before it.</param>
/// <param name="After">Those behind it.</param>
/// <param name="Area">The area whose name stands close to it, or null.</param>
/// <param name="GoesOn">Whether it shares the words of the number before: <c>421 och 392</c>, <c>46 poäng och för Verksamhetsutveckling 58</c>.</param>
/// <param name="Year">Its year in a list of as many years, or null.</param>
internal sealed record SentenceNumber(
    decimal Value,
    Passage Text,
    bool IsShare,
    string Left,
    string Right,
    string Before,
    string After,
    int? Area,
    bool GoesOn,
    int? Year = null
)
{
    /// <summary>The words of its clause.</summary>
    public string Words => $"{Before} # {After}";
}

/// <summary>Cuts a sentence into the clauses of its numbers.</summary>
internal sealed partial class FigureSentence
{
    // "tre poäng" are a difference.
    private const int LowestNumber = 10;

    // Words before a number that are looked at where its own clause holds none.
    private const int LongestTail = 45;

    // In a sentence a name may stand in lower case, "verksamhetsutveckling"; a shorter one is a word like any other then.
    private const int ShortestPlainName = 20;

    private readonly EditionLabels _labels;

    /// <param name="sentence">The sentence.</param>
    /// <param name="labels">Finds names of areas.</param>
    /// <param name="swedish">For numbers in words.</param>
    /// <param name="above">The area of which the heading above or the sentence before speaks, or null.</param>
    public FigureSentence(
        Passage sentence,
        EditionLabels labels,
        Swedish swedish,
        int? above = null
    )
    {
        _labels = labels;
        var found = Number()
            .Matches(sentence.Text)
            .Select(m => (Match: m, Value: ValueOf(m, swedish)))
            .Where(f =>
                f.Value is not null
                && f.Value != labels.Edition.Scale.TotalMax
                && !(f.Value == labels.Edition.Scale.AreaMax && IsMaximum(sentence.Text, f.Match))
                && !OtherThings().IsMatch(sentence.Text, EndOf(f.Match))
                // "501/800" is a total, "12/10" a date.
                && (
                    f.Match.Groups["of"] is { Success: false }
                    || Layout.Numbers.Parse(f.Match.Groups["of"].Value)
                        == labels.Edition.Scale.TotalMax
                )
            )
            .ToList();
        var list = YearList().Match(sentence.Text);
        // "fick 421 poäng 2017 och 2014 392": between numbers it is no list.
        var isList =
            found.TrueForAll(f => f.Match.Index > list.Index)
            || found.TrueForAll(f => f.Match.Index < list.Index);
        Text = isList ? Blank(YearList(), sentence.Text) : sentence.Text;
        var named = labels.FindAll(Text).Where(h => IsArea(Text, h)).ToList();
        Areas = [.. named.Select(h => h.Area!.Value).Distinct()];
        BeforeAreas = named.Count == 0 ? Text : Text[..named[0].Start];
        var words = named.Aggregate(Text, WithoutName);
        var numbers = new List<SentenceNumber>();
        for (var i = 0; i < found.Count; i++)
        {
            var (match, value) = found[i];
            var from = i > 0 ? EndOf(found[i - 1].Match) : 0;
            var to = i + 1 < found.Count ? found[i + 1].Match.Index : Text.Length;
            var before = Text[from..match.Index];
            numbers.Add(
                new SentenceNumber(
                    value!.Value,
                    sentence.Slice(match.Index, match.Index + match.Groups["number"].Length),
                    match.Groups["percent"].Success,
                    Text[..match.Index],
                    Text[EndOf(match)..],
                    WordsBefore(
                        words[from..match.Index],
                        words[..match.Index],
                        numbers.LastOrDefault()
                    ),
                    WordsAfter(words[EndOf(match)..to]),
                    AreaOf(before, Text[EndOf(match)..to])
                        ?? (GoesOnTo().IsMatch(before) ? numbers.LastOrDefault()?.Area : null),
                    GoesOn(words[from..match.Index], numbers.LastOrDefault())
                )
            );
        }

        numbers = WithAreasInOrder(isList ? WithYears(numbers, list.Value) : numbers, named);
        Numbers = WithCompared(WithOnlyArea(numbers, above));
    }

    /// <summary>The areas that it names.</summary>
    public IReadOnlyList<int> Areas { get; }

    /// <summary>What stands before the first of them, or the whole sentence.</summary>
    public string BeforeAreas { get; }

    /// <summary>The sentence without its list of years, <c>mellan 2010 och 2014</c>, <c>2010 respektive 2014</c>.</summary>
    public string Text { get; }

    /// <summary>Its numbers in their order; the highest possible total, which is nobody's, is none of them.</summary>
    public IReadOnlyList<SentenceNumber> Numbers { get; }

    // "Resultat och effektivitet" is one word of the clause in which it stands.
    private static string WithoutName(string text, LabelHit name) =>
        string.Concat(
            text.AsSpan(0, name.Start),
            "området".PadRight(name.End - name.Start).AsSpan(0, name.End - name.Start),
            text.AsSpan(name.End)
        );

    /// <summary>A text with blanks in place of what a pattern finds.</summary>
    public static string Blank(Regex pattern, string text) =>
        pattern.Replace(text, m => new string(' ', m.Length));

    // "från 438 till 496 poäng mellan 2010 och 2014": as many totals as years, and each has its own.
    private static List<SentenceNumber> WithYears(List<SentenceNumber> numbers, string list)
    {
        var years = Layout.Numbers.Years(list).Select(y => y.Year).ToList();
        var totals = numbers.FindAll(n => n.Value >= ProseFigures.LowestTotal);
        return years.Count != totals.Count
            ? numbers
            :
            [
                .. numbers.Select(n =>
                    totals.IndexOf(n) is >= 0 and var i ? n with { Year = years[i] } : n
                ),
            ];
    }

    // "På Verksamhetsutveckling och Ledarskap fick vi 63 respektive 54": as many names as numbers, each in its place; otherwise none is told.
    private List<SentenceNumber> WithAreasInOrder(
        List<SentenceNumber> numbers,
        List<LabelHit> named
    )
    {
        var points = numbers.FindAll(n => n.Value <= _labels.Edition.Scale.AreaMax && !n.IsShare);
        if (points.Count < 2 || !Respectively().IsMatch(Text))
        {
            return numbers;
        }

        var names = named.FindAll(h => h.End <= points[0].Left.Length);
        return numbers.ConvertAll(n =>
            points.IndexOf(n) is >= 0 and var i
                ? n with
                {
                    Area = names.Count == points.Count ? names[i].Area : null,
                }
                : n
        );
    }

    [GeneratedRegex(
        @"\b\d{2,3}\s+(?:poäng\s+)?(?:respektive|resp\.?)\s+\d{2,3}\b",
        Patterns.AnyCase
    )]
    private static partial Regex Respectively();

    private static bool GoesOn(string between, SentenceNumber? last) =>
        last is not null
        && (
            AndArea().IsMatch(between)
            || (GoesOnTo().IsMatch(between) && FromWord().IsMatch(last.Left))
        );

    // "och", "poäng för området och", "poäng och för området", "; området"
    [GeneratedRegex(
        @"^\s*(?:(?:poäng|p)\b)?\s*(?:(?:för|i|inom|på)\s+området\s*)?[,;]?\s*(?:(?:och|samt|respektive|resp\.?)\s+(?:(?:för|i|inom|på)\s+)?(?:området\s*)?|(?:(?:för|i|inom|på)\s+)?området\s*)$"
    )]
    private static partial Regex AndArea();

    // "Kinda får sitt högsta betyg, 66 poäng, inom Verksamhetsutveckling": the only area that is spoken of has the only points, or those "från 58 till 66".
    private List<SentenceNumber> WithOnlyArea(List<SentenceNumber> numbers, int? above)
    {
        var small = numbers.FindAll(n =>
            n.Area is null && !n.IsShare && n.Value <= _labels.Edition.Scale.AreaMax
        );
        var isPair =
            small is [var first, var second]
            && FromWord().IsMatch(first.Left)
            && GoesOnTo().IsMatch(second.Before);
        var points = isPair
            ? small
            : small.FindAll(n => PointsBehind().IsMatch(n.Right) || PointsBefore().IsMatch(n.Left));
        int? area = Areas.Count switch
        {
            0 => above,
            1 => Areas[0],
            _ => null,
        };
        return
            area is not null
            && (isPair || points.Count == 1)
            && !numbers.Exists(n => n.Area is not null)
            ? numbers.ConvertAll(n => points.Contains(n) ? n with { Area = area } : n)
            : numbers;
    }

    // "61 poäng, vilket kan jämföras med 55 poäng 2013", "54 poäng mot 47 år 2013", "70 (68 år 2013)": two figures of one area.
    private List<SentenceNumber> WithCompared(List<SentenceNumber> numbers)
    {
        for (var i = 1; i < numbers.Count; i++)
        {
            var (last, number) = (numbers[i - 1], numbers[i]);
            var between = Text[(Text.Length - last.Right.Length)..number.Left.Length];
            if (
                number is { Area: null, IsShare: false }
                && last is { Area: not null, IsShare: false }
                && (
                    ComparedWith().IsMatch(between)
                    || (Opening().IsMatch(between) && YearBehind().IsMatch(number.Right))
                )
            )
            {
                numbers[i] = number with { Area = last.Area };
            }
        }

        return numbers;
    }

    [GeneratedRegex(
        @"^\s*(?:(?:poäng|p)\b)?(?:\s+(?:år\s+|i\s+)?(?:19|20)\d\d\s+och\s+$)|^\s*(?:(?:poäng|p)\b)?,?\s*(?:(?:vilket|som)\s+(?:kan|ska|skall)\s+jämföras\s+med|(?:att\s+)?jämför\p{Ll}*\s+med|i\s+jämförelse\s+med|mot|än)\s+$"
    )]
    private static partial Regex ComparedWith();

    [GeneratedRegex(@"^\s*(?:(?:poäng|p)\b)?\s*\($")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\s*(?:(?:poäng|p)\b)?\s*(?:år\s+|i\s+)?(?:19|20)\d\d\b")]
    private static partial Regex YearBehind();

    private static bool IsMaximum(string sentence, Match number) =>
        OfHighest().IsMatch(sentence[..number.Index]) || OfEach().IsMatch(sentence);

    // "66 av 100", "som mest 100", "upp till 100"
    [GeneratedRegex(
        @"\b(?:av\s+(?:\p{Ll}+\s+)?|(?:som\s+(?:mest|högst)|högst|max(?:imalt|imala)?|upp\s+till)\s+)$",
        Patterns.AnyCase
    )]
    private static partial Regex OfHighest();

    // "Varje område kan ge 100 poäng"
    [GeneratedRegex(
        @"\b(?:varje|per|vart\s+och\s+ett\s+av)\s+(?:huvud)?område|\bvardera\b",
        Patterns.AnyCase
    )]
    private static partial Regex OfEach();

    // Behind a number: "42 personer", "238 miljoner".
    [GeneratedRegex(
        @"\G\s*(?:st\b|kr\b|kronor|tkr|mkr|miljoner|personer|invånare|anställda|medarbetare|intervjuer|kommuner|sidor|timmar|minuter|dagar|km\b|frågor|elever|platser|år\b(?!\s+(?:19|20)\d\d)|gånger|kb\b|mb\b|procent|%)",
        Patterns.AnyCase
    )]
    private static partial Regex OtherThings();

    [GeneratedRegex(@"\bfrån\s+$", Patterns.AnyCase)]
    private static partial Regex FromWord();

    // "Högst poäng, 81, får …"
    [GeneratedRegex(@"\bpoäng,\s+$", Patterns.AnyCase)]
    private static partial Regex PointsBefore();

    // "63 poäng", "63 av 100", but not "12 poäng av 15"
    [GeneratedRegex(
        @"^\s*(?:(?:poäng|p)\b(?!\s*(?:av|/)\s*(?!100\b)\d)|(?:av|/)\s*(?:\p{Ll}+\s+){0,2}100\b)",
        Patterns.AnyCase
    )]
    private static partial Regex PointsBehind();

    private static int EndOf(Match match) => match.Index + match.Length;

    private static decimal? ValueOf(Match match, Swedish swedish) =>
        char.IsDigit(match.Value[0]) ? Layout.Numbers.Parse(match.Groups["number"].Value)
        : SwedishNumbers.Of(match.Value, swedish) is >= LowestNumber and var value ? value
        : null;

    // From the last border before the number.
    private static string WordsBefore(string between, string left, SentenceNumber? last)
    {
        if (WhichIs().Match(between) is { Success: true } relative)
        {
            return relative.Value;
        }

        // "från 555 poäng 2017 till 603": the year is the other's.
        if (YearTo().Match(between) is { Success: true } to)
        {
            return to.Groups["to"].Value;
        }

        var own = Border().Split(between)[^1];
        return
            // "Totalpoängen 2017 blev 421 och 2014 392": the words of the number before, with another year.
            last is not null
            && YearAlone().IsMatch(own)
                ? last.Before + own
            // "snittet (455)", "förra gången, 497": the words stand on the other side of the border.
            : own.Count(char.IsLetter) < 3 ? left[Math.Max(0, left.Length - LongestTail)..]
            : own;
    }

    // To the next border, or as far as the words speak of this number: "496 poäng ligger över snittet".
    private static string WordsAfter(string after)
    {
        if (YearInBrackets().Match(after) is { Success: true } year)
        {
            return year.Value;
        }

        var end = End().Match(after);
        return end.Success ? after[..end.Index] : after;
    }

    // "området Verksamhetsutveckling fick 60", "60 poäng för Verksamhetsutveckling": close to the number, with nothing but filling words between.
    private int? AreaOf(string before, string after)
    {
        // "60 för Verksamhetsutveckling, 57 för …": the name before such a number is that of the number before.
        var next = _labels.FindAll(after).FirstOrDefault(h => IsArea(after, h));
        if (next.Labels is not null && ForArea().IsMatch(after[..next.Start]))
        {
            return next.Area;
        }

        var last = _labels.FindAll(before).LastOrDefault(h => IsArea(before, h));
        return last.Labels is not null && Filling().IsMatch(before[last.End..]) ? last.Area : null;
    }

    private bool IsArea(string text, LabelHit hit) =>
        hit.Area is not null
        && (
            _labels.HasItsCapital(text, hit)
            || hit.End - hit.Start >= ShortestPlainName
            || AreaWord().IsMatch(text[..hit.Start])
            || _labels.IsSpoken(text, hit)
        );

    // "i området samhällsutveckling"
    [GeneratedRegex(@"\bområdet\s+[""”]?$", Patterns.AnyCase)]
    private static partial Regex AreaWord();

    [GeneratedRegex(
        @"(?<![\d.,:/+−\p{L}]|(?<!\b(?:19|20)\d)\d[  ]|\b\d{2,3}\s?[–-]\s?|\bmellan\s+(?:\d{2,3}\s+och\s+)?)(?<number>\d{2,3}(?:,\d)?)(?![\d]|[.,:]\d|\p{L}|-(?:tal|årig)|\s?[–-]\s?\d{2,3}\b)(?=/(?<of>\d{1,4})|)(?<percent>\s?(?:%|procent\b))?|(?<number>\b\p{L}*hundra\p{L}+\b|\b\p{L}{2,5}hundra\b|\b(?:tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio)\p{L}{0,4}\b|\b\p{L}{3,30}(?=\s+poäng\b))",
        Patterns.AnyCase
    )]
    private static partial Regex Number();

    [GeneratedRegex(
        @"\b(?:mellan\s+)?(?:åren?\s+)?(?:19|20)\d\d(?:\s*,\s*(?:19|20)\d\d)*\s+(?:och|samt|respektive|resp\.?)\s+(?:år\s+)?(?:19|20)\d\d\b",
        Patterns.AnyCase
    )]
    private static partial Regex YearList();

    private const string Borders =
        @"[;:,()]|\s[–-]\s|\s(?:och|men|medan|samt|mot|jämfört med|i jämförelse med|vilket)\s";

    [GeneratedRegex(Borders)]
    private static partial Regex Border();

    // Or as far as the words speak of this number: "496 poäng ligger över snittet".
    [GeneratedRegex(
        Borders
            + @"|\b(?:ligger|låg|över|under|än|högre|lägre|bättre|sämre|placerar|hamnar|hamnade)\b|\s\p{Lu}\p{Ll}+:"
    )]
    private static partial Regex End();

    [GeneratedRegex(@"^\s*(?:år\s+|i\s+)?(?:19|20)\d\d\s*$", Patterns.AnyCase)]
    private static partial Regex YearAlone();

    [GeneratedRegex(
        @"^\s*(?:poäng|p)?\s*\(?\s*(?:år\s+|i\s+)?(?:19|20)\d\d\s*\)?\s+(?<to>till\s+)$"
    )]
    private static partial Regex YearTo();

    // "över snittet i landet, som är omkring 461", "Nacka, som 2011 nådde 644": the number is that of the word before.
    [GeneratedRegex(
        @"(?:\p{L}+\s+){0,9}\p{L}+,?\s+som\s+(?:(?:år\s+|i\s+)?(?:19|20)\d\d\s+)?(?:är|var|ligger|låg|blev|uppgår|uppgick|fick|får|har|hade|nådde|når|landade|hamnade)\b[^.;:,()\d]*$"
    )]
    private static partial Regex WhichIs();

    // "(2013)", "(år 2013)", "poäng (2013)", "poäng i Kommunkompassen (2013-06-08)"
    [GeneratedRegex(
        @"^\s*(?:poäng|p)?(?:\s+i\s+(?i:kommun\s?kompassen))?\s*\(\s*(?:år\s+|i\s+)?(?:19|20)\d\d(?:-\d\d-\d\d)?\s*\)|^\s*(?:poäng|p)?\s+i\s+(?i:kommun\s?kompassen)\s*[·•|–-]?\s*(?:(?:19|20)\d\d-\d\d-\d\d|\p{L}{3,9}\s+\d{1,2},\s+(?:19|20)\d\d)\s*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex YearInBrackets();

    [GeneratedRegex(
        @"^(?:\s|[:,–()""”“«»-]|\b(?:med|vi|stannade|stannar|nöjer|nöja|sig|landade|landar|uppgick|uppgår|går|gick|gått|fick|får|fått|gav|ger|gavs|har|hade|nådde|når|nått|blev|blir|är|var|på|från|hela|endast|bara|ligger|bra|nu|vid|hamnar|hamnade|hamnat|bedömdes|värderades|tilldelades|erhåller|erhöll|ökade|ökat|ökar|förbättra(?:s|de|des|t|ts)|steg|stiger|stigit|höjdes|sjunker|sjönk|sjunkit|minskar|minskade|minskat|till|resultatet|betyget|poängen|poäng|området|kommunen|det|högst|lägst|högsta|där|som|totalt|cirka|ca|av|man|etta|tvåa|trea|fyra|femma|(?-i:\p{Lu}\p{Ll}+))\b){0,12}$",
        Patterns.AnyCase
    )]
    private static partial Regex Filling();

    // The words that no such phrase holds are looked for first: looked for at every letter they hold up .NET 10 for ever.
    [GeneratedRegex(
        @"^(?!.*\b(?:och|men|medan|samt)\b)\s*(?:(?:av|/)\s*(?:\p{Ll}+\s+){0,2}100\b\s*)?(?:(?:poäng|p)\b[^.,;(]{0,25}?)?\b(?:för|i|inom|på|till)\s+(?:området\s+|område\s+\d\s*)?[""”«]?$"
    )]
    private static partial Regex ForArea();

    // "från 49 till 64 poäng": of one area.
    [GeneratedRegex(@"^\s*(?:poäng\s+|p\s+)?(?:\(?(?:år\s+|i\s+)?(?:19|20)\d\d\)?\s+)?till\s+$")]
    private static partial Regex GoesOnTo();
}
