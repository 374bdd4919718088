using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports.Pages;

/// <summary>A figure behind its own label: <c>Poäng: 63</c>, <c>2014: 63 poäng</c>, <c>Mål 2018 – 70</c>.</summary>
/// <param name="Head">The label.</param>
/// <param name="Figure">The figure and what stands behind it.</param>
internal sealed partial record LabelledFigure(string Head, Passage Figure)
{
    /// <summary>The parts of a line, or null where it is none.</summary>
    public static LabelledFigure? Of(Passage line)
    {
        var match = Labelled().Match(line.Text);
        var figure = match.Groups["figure"];
        return match.Success
            ? new LabelledFigure(match.Groups["head"].Value.Trim(), line.Slice(figure))
            : null;
    }

    [GeneratedRegex(
        @"^\s*(?<head>(?:\p{L}[\p{L} ]{1,30}?\s*(?:(?:19|20)\d\d)?|(?:19|20)\d\d))\s*[:=–-]\s*(?<figure>[+−-]?\d{1,3}(?:[,.]\d{1,2})?(?!\d)[^\n]{0,30})$"
    )]
    private static partial Regex Labelled();
}
