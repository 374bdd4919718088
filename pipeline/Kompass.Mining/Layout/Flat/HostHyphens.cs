namespace Kompass.Mining.Layout.Flat;

/// <summary>Hyphens that ended lines of the print and that a host kept when it joined them: <c>akti-viteter</c>.</summary>
internal static partial class HostHyphens
{
    // So many words of a text have to stand in it without their hyphen too.
    private const int FewestKnown = 3;

    /// <summary>The text without such hyphens; itself where its host did not keep them. A word that always has its hyphen keeps it.</summary>
    public static Passage Without(Passage body, WordStatistics words)
    {
        var hyphened = Hyphened()
            .Matches(body.Text)
            .Where(m => Hyphenation.MayPart(m.Groups["left"].Value, m.Groups["right"].Value))
            .ToList();
        if (
            hyphened
                .Select(m => m.Value)
                .Distinct(StringComparer.Ordinal)
                .Count(w => words.Contains(w.Replace("-", "", StringComparison.Ordinal)))
            < FewestKnown
        )
        {
            return body;
        }

        var times = hyphened.CountBy(m => m.Value, StringComparer.OrdinalIgnoreCase).ToDictionary();
        var mended = new PassageBuilder();
        var from = 0;
        foreach (var word in hyphened)
        {
            var (left, right) = (word.Groups["left"], word.Groups["right"]);
            if (words.Contains(left.Value + right.Value) || times[word.Value] == 1)
            {
                mended.Append(body.Slice(from, left.Index + left.Length));
                from = right.Index;
            }
        }

        mended.Append(body.Slice(from, body.Text.Length));
        return mended.ToPassage();
    }

    [GeneratedRegex(
        @"(?<![\p{L}\d-])(?<left>\p{L}*\p{Ll}{2})-(?<right>\p{Ll}{2}\p{L}*)(?![\p{L}\d-])"
    )]
    private static partial Regex Hyphened();
}
