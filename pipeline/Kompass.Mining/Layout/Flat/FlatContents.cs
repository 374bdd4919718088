namespace Kompass.Mining.Layout.Flat;

/// <summary>Finds the table of contents of a flat text: it names every heading, and none of them is one there.</summary>
internal static partial class FlatContents
{
    /// <summary>
    /// From "Innehåll" to where its entries, each with leaders, end; else headings with leaders, wherever "Innehåll" and the pages' numbers went; else what areas stand
    /// close together. Null where there are no contents.
    /// </summary>
    public static (int Start, int End)? Find(string text, IReadOnlyList<LabelHit> hits)
    {
        foreach (var hit in hits)
        {
            if (
                hit.As<Label.ChapterHeading>() is not { Chapter: Chapter.Contents }
                || !char.IsUpper(text[hit.Start])
                || hit.Start > text.Length / 3
            )
            {
                continue;
            }

            var end = hit.End;
            var entries = 0;
            foreach (
                Match entry in ContentsEntry()
                    .Matches(text[hit.End..Math.Min(text.Length, hit.End + LongestContents)])
            )
            {
                if (entry.Index + hit.End - end > 220)
                {
                    break;
                }

                end = hit.End + entry.Index + entry.Length;
                entries++;
            }

            // Two rows of dots may stand in any text.
            if (entries >= 3 && end > hit.End + 40)
            {
                return (hit.Start, end);
            }
        }

        return LedAreas(text, hits) ?? DenseAreas(text, hits);
    }

    // Headings with leaders and no number behind them, among them areas: the pages' numbers stand in a column of their own.
    private static (int Start, int End)? LedAreas(string text, IReadOnlyList<LabelHit> hits)
    {
        var led = hits.Select(h => (Hit: h, Leaders: Leaders().Match(text, h.End)))
            .Where(l => l.Leaders.Success)
            .ToList();
        return
            led.Count(l => l.Hit.Area is not null) >= LeastAreas
            && led[^1].Leaders.Index - led[0].Hit.Start < LongestContents
            ? (led[0].Hit.Start, led[^1].Leaders.Index + led[^1].Leaders.Length)
            : null;
    }

    private const int LeastAreas = 4;

    // Characters, leaders among them.
    private const int LongestContents = 4000;

    // A list of contents without its heading or leaders: four or more areas within a few words of each other.
    private static (int Start, int End)? DenseAreas(string text, IReadOnlyList<LabelHit> hits)
    {
        var areas = hits.Where(h =>
                h.Area is not null
                && AreaAnchors.Before(AreaAnchors.AreaWord(), text, h.Start, 24).Success
            )
            .ToList();
        for (var i = 0; i + 3 < areas.Count; i++)
        {
            if (areas[i + 3].Start - areas[i].Start < 300)
            {
                var last = i + 3;
                while (last + 1 < areas.Count && areas[last + 1].Start - areas[last].Start < 120)
                {
                    last++;
                }

                return (Math.Max(0, areas[i].Start - 10), areas[last].End);
            }
        }

        return null;
    }

    // Right behind a heading, whose mark may be "?".
    [GeneratedRegex(@"\G[?\s]{0,3}(?>\.{5,}|…{2,})(?![ \t]*\d)")]
    private static partial Regex Leaders();

    // "... 12", "……… 4", ".....6"
    [GeneratedRegex(@"(?:\.{2,}|…+)\s*(?:\d{1,3}\b)?")]
    private static partial Regex ContentsEntry();
}
