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

        // "2 Borås stad i förhållande till …": the name stands between number and label.
        var number =
            chapter == Chapter.Summary
                ? AreaAnchors.Before(SummaryPrefix(), text, hit.Start, 60)
                : AreaAnchors.Before(ChapterNumber(), text, hit.Start, 6);
        var start = number.Success ? number.Index : hit.Start;
        var end =
            chapter == Chapter.Facts ? EndOfFactsHeading(text, hit.End, labels.Edition) : hit.End;
        // A label that goes on after the municipality's name stands nowhere but in its heading.
        return char.IsLower(text[hit.Start]) || place.MayStand(start, end)
            ? new Anchor(AnchorKind.Chapter, start, end)
            : null;
    }

    /// <summary>The numbered headings that the report's own contents name, where they stand in the text behind them: "4. Genomgång av områdena".</summary>
    public static IEnumerable<Anchor> OfContents(
        string text,
        (int Start, int End) contents,
        EditionLabels labels,
        HeadingPlace place
    ) =>
        from Match entry in NumberedEntry().Matches(text[contents.Start..contents.End])
        let title = entry.Groups["title"].Value
        where labels.FindAll(title).All(h => h.Area is null)
        let found = Regex.Match(
            text[contents.End..],
            $@"(?<![\d,.]){entry.Groups["number"].Value}\s*\.?\s+{Regex.Escape(title)}"
        )
        let start = contents.End + found.Index
        where found.Success && place.MayStand(start, start + found.Length)
        select new Anchor(AnchorKind.Chapter, start, start + found.Length);

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

    // "4. Genomgång av områdena... 7"
    [GeneratedRegex(
        @"(?<![\d,.])(?<number>\d{1,2})\s*\.?\s+(?<title>\p{Lu}[^.…\d]{3,80}?)\s*(?:\.{2,}|…)"
    )]
    private static partial Regex NumberedEntry();

    // "2 Borås stad ", "2. Varbergs kommun "
    [GeneratedRegex(@"(?<![\d,.])2\s*\.?\s+(?:\p{Lu}[\p{L}-]*\s+){1,3}(?:[\p{L}]+\s+)?-?\s*$")]
    private static partial Regex SummaryPrefix();

    // "Kortfakta om Västerås Stad", on one page
    [GeneratedRegex(
        @"\G[^\S\f]+\p{Lu}[\p{L}-]*(?:[^\S\f]+\p{Lu}[\p{L}-]*)?(?:[^\S\f]+(?:stad|Stad|kommun|Kommun))?"
    )]
    private static partial Regex FactsName();
}
