using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports.Pages;

/// <summary>
/// A figure as a page writes it: <c>63</c>, <c>63 av 100 p</c>, <c>68 (+16)</c>, <c>73 (63)</c>, <c>sextiotre (63)</c>.
/// </summary>
/// <param name="Value">The figure.</param>
/// <param name="Text">Where it stands.</param>
/// <param name="IsSigned">Whether it stands behind a sign, and so is a difference.</param>
/// <param name="IsShare">Whether it is given in percent.</param>
/// <param name="Change">A signed number beside it, or null.</param>
/// <param name="Bracket">What stands in brackets behind it and is no change, or empty.</param>
internal sealed partial record FigureCell(
    decimal Value,
    Passage Text,
    bool IsSigned,
    bool IsShare,
    decimal? Change,
    Passage Bracket
)
{
    // "63 poäng av 100 möjliga (58 år 2010)"
    private const int LongestCell = 60;

    /// <summary>Reads a cell; null where it holds no figure or more than can be told apart.</summary>
    public static FigureCell? Of(Passage cell, Swedish swedish)
    {
        var text = cell.Text;
        if (text.Length is 0 or > LongestCell)
        {
            return null;
        }

        if (Figure().Match(text) is { Success: true } match)
        {
            var number = match.Groups["number"];
            var sign = match.Groups["sign"];
            var value = Numbers.Parse(number.Value);
            var change = match.Groups["change"];
            var bracket = match.Groups["bracket"];
            return new FigureCell(
                sign.Value is "-" or "−" or "–" ? -value : value,
                cell.Slice(number),
                sign.Success,
                match.Groups["percent"].Success,
                // "63 (+5 %)" tells no points.
                change.Success
                && (!match.Groups["relative"].Success || match.Groups["percent"].Success)
                    ? Signed(change.Value)
                    : null,
                bracket.Success ? cell.Slice(bracket) : Passage.Empty
            );
        }

        var word = WordFigure().Match(text);
        return word.Success && SwedishNumbers.Of(word.Groups["word"].Value, swedish) is { } written
            ? new FigureCell(
                written,
                cell.Slice(word.Groups["word"]),
                false,
                false,
                null,
                Passage.Empty
            )
            : null;
    }

    private static decimal Signed(string text) =>
        text[0] is '+' or '±' ? Numbers.Parse(text[1..].Trim())
        : text[0] is '0' ? 0
        : -Numbers.Parse(text[1..].Trim());

    // 63 | 63* | ca 63 p | 63 poäng av 100 (58) | 68 (+16) | 68 +16 | 52 (±0) | sextiotre (63) | +16 | 12 %
    [GeneratedRegex(
        @"^\s*(?:(?:poäng|resultat|p)\s*:?\s*)?(?<sign>[+±−–-]\s?)?(?<number>\d{1,3}(?:[,.]\d{1,2})?)\s*[*†‡]?\s*(?<percent>%|procent\b)?(?:\s*(?:poängenheter|poäng|p)\b\.?)?(?:\s*(?:av|/|of)\s*(?:max\w*|(?:max\w*\s*)?(?:100|800))(?:\s*(?:möjliga|poäng|p)\b\.?)*)?(?:\s*[,;]?\s*[(\[]?\s*(?<change>[+−–-]\s?\d{1,3}(?:[,.]\d{1,2})?|±\s?0|(?<=[(\[]\s*)0)(?<relative>\s*(?:%|procent\b))?(?:\s*(?:poäng|p)\b\.?)?[^)\d]{0,20}(?:(?:19|20)\d\d)?[)\]]?|\s*/\s*(?<bracket>\d{1,3}(?:,\d)?)|\s*[(\[](?<bracket>[^()\[\]]{1,40})[)\]])?\s*[.*†↑↓→←↗↘▲▼△▽⬆⬇]?\s*$",
        Patterns.AnyCase
    )]
    private static partial Regex Figure();

    // sextiotre | sextiotre poäng | sextiotre (63)
    [GeneratedRegex(
        @"^\s*(?<word>\p{L}{3,30})(?:\s*(?:poäng|p)\b\.?)?(?:\s*\(\s*\d{1,3}\s*(?:poäng|p)?\s*\))?\s*$",
        Patterns.AnyCase
    )]
    private static partial Regex WordFigure();
}
