namespace Kompass.Mining.Layout;

/// <summary>Reads the inside of a table cell: text, and the items behind bullets.</summary>
internal static partial class CellReader
{
    /// <summary>Reads a cell whose markup is gone. Line breaks and hyphenation are undone.</summary>
    public static Cell Read(Passage cell, WordStatistics words)
    {
        var pieces = SplitAtBullets(cell, words).ConvertAll(p => Join(p, words));
        return new Cell(
            pieces[0],
            [.. pieces.Skip(1).Where(p => p.Text.Length > 0).Select(p => new Item(p))]
        );
    }

    /// <summary>The same of lines that are passages of their own.</summary>
    public static Passage Join(IEnumerable<Passage> lines, WordStatistics words) =>
        Join(Passage.Join("\n", lines), words);

    /// <summary>Lines become one, hyphens at their ends go, blanks become single.</summary>
    public static Passage Join(Passage passage, WordStatistics words)
    {
        var text = new PassageBuilder();
        foreach (
            var line in passage
                .Split('\n', '\f')
                .Select(l => l.Trim())
                .Where(l => l.Text.Length > 0)
        )
        {
            Hyphenation.AppendLine(text, Hyphenation.Heal(SingleBlanks(line), words), words);
        }

        return text.ToPassage().Trim();
    }

    private static List<Passage> SplitAtBullets(Passage cell, WordStatistics words)
    {
        var pieces = new List<Passage>();
        var from = 0;
        foreach (Match bullet in Bullet().Matches(cell.Text))
        {
            pieces.Add(cell.Slice(from, bullet.Index));
            from = bullet.Index + bullet.Length;
        }

        pieces.Add(cell.Slice(from, cell.Text.Length));
        return pieces.Count == 1 ? SplitAtDashes(cell, words) : pieces;
    }

    // A cell in which dashes serve as bullets begins with one. One like it that opens a line is a bullet; within a line, a dash before a small letter belongs to
    // a sentence, and it may stand between two years or names.
    private static List<Passage> SplitAtDashes(Passage cell, WordStatistics words)
    {
        var leading = LeadingDash().Match(cell.Text);
        if (!leading.Success)
        {
            return [cell];
        }

        var pieces = new List<Passage>();
        var from = 0;
        var dashes = DashBullet().Matches(cell.Text);
        // Where most open a line, lines are kept, and one within a line is part of its item.
        var opening = dashes.Count(d => d.Groups["opens"].Success);
        var areLinesKept = opening > 1 && opening * 2 > dashes.Count;
        foreach (Match dash in dashes)
        {
            if (
                dash.Groups["opens"].Success
                    ? dash.Value[0] == leading.Groups["dash"].Value[0]
                        || !char.IsLower(cell.Text[dash.Index + dash.Length])
                    : !areLinesKept && !StandsBetween(cell.Text, from, dash, words)
            )
            {
                pieces.Add(cell.Slice(from, dash.Index));
                from = dash.Index + dash.Length;
            }
        }

        pieces.Add(cell.Slice(from, cell.Text.Length));
        return pieces;
    }

    // "2012 - 2014", "Malmö - Lund": on one line, after a number or a name within the item, before a number or what the text never writes small.
    private static bool StandsBetween(string text, int itemStart, Match dash, WordStatistics words)
    {
        var item = text[itemStart..dash.Index];
        var left = LastWord().Match(item);
        var right = FirstWord().Match(text, dash.Index + dash.Length).Value;
        if (!left.Success || right.Length == 0 || item.AsSpan(left.Index).Contains('\n'))
        {
            return false;
        }

        return char.IsDigit(right[0])
            ? char.IsDigit(left.Value[0])
            : char.IsUpper(left.Value[0])
                && item[..left.Index].Any(char.IsLetter)
                && words.LowerCase(right) == 0;
    }

    private static Passage SingleBlanks(Passage line) =>
        line.Text.Contains("  ", StringComparison.Ordinal)
        || line.Text.Contains('\t', StringComparison.Ordinal)
            ? Markup.Replace(line, Blanks(), _ => " ")
            : line;

    [GeneratedRegex("[" + Bullets.Signs + "]")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\s*(?<dash>[-–—·*])\s+\S")]
    private static partial Regex LeadingDash();

    [GeneratedRegex(
        @"(?<opens>(?<=^\s*|\n *)[-–—·*]\s+(?=\S))|(?<=\s)[-–—·*]\s+(?=[\p{Lu}\d""”“'(])"
    )]
    private static partial Regex DashBullet();

    [GeneratedRegex(@"[\p{L}\p{Nd}-]+\s*$")]
    private static partial Regex LastWord();

    [GeneratedRegex(@"\G[\p{L}\p{Nd}]+")]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"[ \t]{2,}|\t")]
    private static partial Regex Blanks();
}
