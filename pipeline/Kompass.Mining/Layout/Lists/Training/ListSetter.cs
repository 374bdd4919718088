namespace Kompass.Mining.Layout.Lists.Training;

/// <summary>Sets the items of an area in columns of lines, breaks pages, and writes the words out in the order in which a transcript has them.</summary>
internal sealed class ListSetter(Random random, ListSetting setting, int width)
{
    // Shorter parts of a word are not broken off.
    private const int ShortestPart = 3;

    /// <summary>Sets columns of items.</summary>
    public GeneratedArea Set(
        IReadOnlyList<FindingKind> kinds,
        IReadOnlyList<IReadOnlyList<string>> columns
    )
    {
        var lines = columns.Select((c, n) => Lines(c, n)).ToList();
        var stretches = setting switch
        {
            { Order: ColumnOrder.OwnHeads, BreaksTable: false } => OwnHeads(lines),
            _ => Table(lines),
        };
        return new GeneratedArea(kinds, stretches, [.. columns.Select(c => c.Count)]);
    }

    private List<Line> Lines(IReadOnlyList<string> items, int column)
    {
        var lines = new List<Line>();
        for (var item = 0; item < items.Count; item++)
        {
            var words = items[item].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
            var line = new List<string>();
            var room = width;
            var place = new TruePlace(column, item);
            var isFirst = true;
            for (var i = 0; i < words.Count; i++)
            {
                if (line.Count > 0 && words[i].Length > room)
                {
                    if (Break(words[i], room) is { } cut)
                    {
                        line.Add(words[i][..cut] + "-");
                        words[i] = words[i][cut..];
                    }

                    lines.Add(new Line(line, place, isFirst));
                    (line, room, isFirst) = ([], width, false);
                }

                line.Add(words[i]);
                room -= words[i].Length + 1;
            }

            lines.Add(new Line(line, place, isFirst));
        }

        return lines;
    }

    private int? Break(string word, int room) =>
        setting.Hyphens == Hyphens.Kept
        && room > ShortestPart
        && word.Length >= room + ShortestPart
        && word.All(char.IsLetter)
            ? room - 1 < ShortestPart
                ? null
                : room - 1
            : null;

    // List after list, pages broken anywhere in the sequence.
    private List<GeneratedStretch> OwnHeads(List<List<Line>> columns)
    {
        var all = columns.Sum(c => c.Count);
        var breaks = Enumerable
            .Range(1, setting.Pages - 1)
            .Select(_ => random.Next(1, Math.Max(2, all)))
            .ToHashSet();
        var stretches = new List<GeneratedStretch>();
        var at = 0;
        for (var column = 0; column < columns.Count; column++)
        {
            var part = new List<Line>();
            var afterBreak = false;
            foreach (var line in columns[column])
            {
                if (breaks.Contains(at) && part.Count > 0)
                {
                    stretches.Add(Write([part], [column], afterBreak, beforeBreak: true));
                    (part, afterBreak) = ([], true);
                }

                part.Add(line);
                at++;
            }

            // What follows a page break in the last list may be any column's, as far as a reader can tell.
            var possible =
                afterBreak && column == columns.Count - 1
                    ? Enumerable.Range(0, columns.Count).ToList()
                    : [column];
            stretches.Add(Write([part], possible, afterBreak, beforeBreak: false));
        }

        return stretches;
    }

    // Column beside column, pages broken at one height of all.
    private List<GeneratedStretch> Table(List<List<Line>> columns)
    {
        var height = columns.Max(c => c.Count);
        var breaks = Enumerable
            .Range(0, setting.Pages - 1)
            .Select(_ => random.Next(1, Math.Max(2, height)))
            .Distinct()
            .Order()
            .Prepend(0)
            .Append(height)
            .ToList();
        List<int> possible = [.. Enumerable.Range(0, columns.Count)];
        var stretches = new List<GeneratedStretch>();
        for (var page = 0; page + 1 < breaks.Count; page++)
        {
            var (from, to) = (breaks[page], breaks[page + 1]);
            var parts = columns.ConvertAll(c => c.Skip(from).Take(to - from).ToList());
            var beforeBreak = page + 2 < breaks.Count;
            if (page == 0 && setting.Order == ColumnOrder.OwnHeads)
            {
                stretches.AddRange(
                    parts.Select((p, c) => Write([p], [c], afterBreak: false, beforeBreak))
                );
            }
            else
            {
                stretches.Add(Write(parts, possible, page > 0, beforeBreak));
            }
        }

        return stretches;
    }

    private GeneratedStretch Write(
        List<List<Line>> columns,
        IReadOnlyList<int> possible,
        bool afterBreak,
        bool beforeBreak
    )
    {
        var text = new StringBuilder();
        var places = new Dictionary<int, TruePlace>();
        foreach (var line in InOrder(columns))
        {
            if (text.Length > 0)
            {
                text.Append(setting.KeepsLines ? '\n' : ' ');
            }

            if (line.IsFirst && setting.Bullet is { } bullet)
            {
                text.Append(bullet).Append(' ');
            }

            for (var i = 0; i < line.Words.Count; i++)
            {
                text.Append(i > 0 ? " " : "");
                places[text.Length] = line.Place;
                text.Append(line.Words[i]);
            }
        }

        if (setting.HasPageNumbers && beforeBreak)
        {
            text.Append(setting.KeepsLines ? '\n' : ' ');
            places[text.Length] = new TruePlace(-1, -1);
            text.Append(random.Next(6, 30));
        }

        return new GeneratedStretch(text.ToString(), places, possible, afterBreak, beforeBreak);
    }

    private IEnumerable<Line> InOrder(List<List<Line>> columns)
    {
        if (setting.Order != ColumnOrder.LineByLine)
        {
            return columns.SelectMany(c => c);
        }

        return Enumerable
            .Range(0, columns.Max(c => c.Count))
            .SelectMany(row => columns.Where(c => row < c.Count).Select(c => c[row]));
    }

    private sealed record Line(IReadOnlyList<string> Words, TruePlace Place, bool IsFirst);
}
