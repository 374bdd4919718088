using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports.Facts;

/// <summary>What the summary's first paragraphs tell of the visit.</summary>
internal sealed record Visit(string? Month, int? Ordinal, int? Interviewees);

/// <summary>Reads month of the visit, ordinal and number of interviews from the summary's sentences, and the month from a cover line.</summary>
internal sealed partial class VisitReader(Swedish swedish)
{
    public Visit Read(IEnumerable<Block> summary, IEnumerable<Block> cover)
    {
        var text = string.Join(' ', summary.OfType<Block.Paragraph>().Select(p => p.Text.Text));
        return new Visit(
            CarriedOut()
                .Matches(text)
                .Concat(cover.SelectMany(b => VisitDays().Matches(b.Line?.Text ?? "")))
                .Select(MonthOf)
                .FirstOrDefault(m => m is not null),
            OrdinalIn(text),
            InterviewsIn(text)
        );
    }

    private string? MonthOf(Match match) =>
        swedish.MonthNumber(match.Groups["month"].ValueSpan) is { } month
            ? $"{match.Groups["year"].Value}-{month:00}"
            : null;

    private int? OrdinalIn(string text)
    {
        var match = OrdinalEvaluation().Match(text);
        if (!match.Success)
        {
            var times = TimesEvaluated().Match(text);
            return times.Groups["never"].Success ? 1
                : swedish.NumberWords.TryGetValue(times.Groups["word"].Value, out var number)
                    ? number
                : null;
        }

        var word = match.Groups["ordinal"].Value;
        if (match.Groups["digits"] is { Success: true } digits)
        {
            return digits.AsNumber();
        }

        return swedish
            .Ordinals.Index()
            .Where(o => o.Item.Equals(word, StringComparison.OrdinalIgnoreCase))
            .Select(o => (int?)o.Index + 1)
            .FirstOrDefault();
    }

    private int? InterviewsIn(string text) =>
        Interviews()
            .Matches(text)
            .Select(m =>
                m.Groups["digits"] is { Success: true } digits ? digits.AsNumber()
                : swedish.NumberWords.TryGetValue(m.Groups["word"].Value, out var number) ? number
                : (int?)null
            )
            .FirstOrDefault(n => n is not null);

    // "genomfördes i december 2012", "gjordes under tre dagar i maj år 2013", "i september 2009 och nu i maj 2013", "genomfördes den 12-14 december 2012", "besökte Ekdal i november 2012"
    [GeneratedRegex(
        @"(?:genomfördes|gjordes|ägde rum|utfördes|utvärderades|besöktes|besökte(?:\s+vi)?(?:\s+\p{Lu}\p{L}+)?|prövades|(?:för|vid)\s+\p{Ll}+\s+gången|\b(?:nu|under\s+\p{L}+\s+dagar)(?=\s+i\s))\s+(?:\p{Ll}+\s+){0,2}?(?:(?:den\s+)?\d{1,2}\s*(?:[-–]+|och|till)\s*\d{1,2}\s+|den\s+\d{1,2}\s+)?(?<month>"
            + Patterns.Months
            + @")\s+(?:år\s+)?(?<year>(?:19|20)\d\d)",
        Patterns.AnyCase
    )]
    private static partial Regex CarriedOut();

    // "12 – 14 december 2012"
    [GeneratedRegex(
        @"\d{1,2}\s*[-–]+\s*\d{1,2}\s+(?<month>" + Patterns.Months + @")\s+(?<year>(?:19|20)\d\d)",
        Patterns.AnyCase
    )]
    private static partial Regex VisitDays();

    // "kommunens tredje utvärdering", "den 4:e utvärderingen", "för andra gången", "den andra i ordningen"
    [GeneratedRegex(
        @"\b(?<ordinal>första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|(?<digits>\d{1,2}):[ea])\s+(?:gången|utvärdering(?:en)?\b|i\s+ordningen)",
        Patterns.AnyCase
    )]
    private static partial Regex OrdinalEvaluation();

    // "kommunen har inte tidigare utvärderats"; "kommunen har utvärderats två gånger", the last of which is this one where none is called an earlier one
    [GeneratedRegex(
        @"\b(?:kommun|stad)(?:en)?\s+har\s+(?:(?<never>(?:inte|aldrig)\s+(?:(?:tidigare|förut)\s+utvärderats|utvärderats\s+(?:tidigare|förut)))\b|utvärderats\s+(?<word>\p{L}+)\s+gånger\b(?!\s+(?:tidigare|förut)))",
        Patterns.AnyCase
    )]
    private static partial Regex TimesEvaluated();

    // "intervjuer med ett 40-tal personer", "intervjuades 42 personer", "intervjuer med cirka femtio personer", "Ett 35-tal personer ur politik och förvaltning intervjuades",
    // "samtal med 38 personer", "har talat med 38 personer"
    [GeneratedRegex(
        @"(?:(?<digits>\d{1,3})(?:-tal)?|(?<word>tjugo|trettio|fyrtio|femtio|sextio)(?:tal)?)\s+(?:\p{Ll}+\s+){0,2}?(?:personer|företrädare|medarbetare)\s+(?:[\p{Ll}-]+,?\s+){0,8}?intervjua|(?:samtal\p{Ll}*|talat|mött|träffat)\s+(?:med\s+)?(?:ett\s+|cirka\s+|ca\.?\s+)?(?<digits>\d{1,3})(?:-tal)?\s+personer|intervju\p{Ll}*\s+(?:\p{Ll}+\s+){0,4}?(?:ett\s+|cirka\s+|ca\.?\s+|drygt\s+|omkring\s+)?(?:(?<digits>\d{1,3})(?:-tal)?|(?<word>tjugo|trettio|fyrtio|femtio|sextio)(?:tal)?)\s+(?:\p{Ll}+\s+){0,2}?(?:person|intervju|politik|tjänst|medarbet|chef|företräd|represent)",
        Patterns.AnyCase
    )]
    private static partial Regex Interviews();
}
