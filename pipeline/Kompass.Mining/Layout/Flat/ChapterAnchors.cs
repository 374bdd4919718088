namespace Kompass.Mining.Layout.Flat;

/// <summary>Headings of chapters in a flat text, with number and municipality.</summary>
internal static partial class ChapterAnchors
{
    /// <summary>The anchor at a chapter's label, or null where it is no heading.</summary>
    public static Anchor? At(
        string text,
        LabelHit hit,
        Chapter chapter,
        EditionLabels labels,
        HeadingPlace place
    )
    {
        if (chapter == Chapter.Contents || !labels.HasItsCapital(text, hit))
        {
            return null;
        }

        var window = Math.Max(0, hit.Start - 6);
        var number = ChapterNumber().Match(text, window, hit.Start - window);
        // "2 Borås stad i förhållande till …": the name stands between number and label.
        var start =
            chapter == Chapter.Summary ? SummaryStart(text, hit.Start)
            : number.Success ? number.Index
            : hit.Start;
        var end =
            chapter == Chapter.Facts ? EndOfFactsHeading(text, hit.End, labels.Edition) : hit.End;
        // A label that goes on after the municipality's name stands nowhere but in its heading.
        return char.IsLower(text[hit.Start]) || place.MayStand(start, end)
            ? new Anchor(AnchorKind.Chapter, start, end)
            : null;
    }

    private static int SummaryStart(string text, int hitStart)
    {
        var window = Math.Max(0, hitStart - 60);
        var match = SummaryPrefix().Match(text, window, hitStart - window);
        return match.Success ? match.Index : hitStart;
    }

    private static int EndOfFactsHeading(string text, int end, Edition edition)
    {
        var name = FactsName().Match(text, end);
        if (!name.Success)
        {
            return end;
        }

        // "Kortfakta om Ekdal Folkmängd 9000": the first fact's label is no part of the name.
        var fact = edition
            .Headings.Facts.Values.SelectMany(f => f)
            .Select(f => text.IndexOf(f, end, StringComparison.OrdinalIgnoreCase))
            .Where(at => at >= 0)
            .Append(text.Length)
            .Min();
        return end + text[end..Math.Min(fact, end + name.Length)].TrimEnd().Length;
    }

    [GeneratedRegex(@"(?<![\d,.])[1-9]\s*\.?\s*$")]
    private static partial Regex ChapterNumber();

    // "2 Borås stad ", "2. Varbergs kommun "
    [GeneratedRegex(@"(?<![\d,.])2\s*\.?\s+(?:\p{Lu}[\p{L}-]*\s+){1,3}(?:[\p{L}]+\s+)?-?\s*$")]
    private static partial Regex SummaryPrefix();

    // "Kortfakta om Västerås Stad", on one page
    [GeneratedRegex(
        @"\G[^\S\f]+\p{Lu}[\p{L}-]*(?:[^\S\f]+\p{Lu}[\p{L}-]*)?(?:[^\S\f]+(?:stad|Stad|kommun|Kommun))?"
    )]
    private static partial Regex FactsName();
}
