namespace Kompass.Mining.Layout;

/// <summary>
/// A list of a text without bullets. Its lines are parted into items by a hanging indent, or by blank lines; else every line that does not go on in lower case is
/// an item, in doubt where its first word had no room on the line above.
/// </summary>
/// <param name="width">How long a line may be, in characters: as the longest that goes on in lower case on the next line; 0 where none does.</param>
internal sealed class PlainList(int width)
{
    private readonly List<(Passage Text, int Indent, bool IsApart)> _lines = [];

    public int Count => _lines.Count;

    /// <summary>Adds a line.</summary>
    /// <param name="text">Without its indent.</param>
    /// <param name="indent">Blanks before it.</param>
    /// <param name="isApart">Whether a blank line stands above it.</param>
    public void Add(Passage text, int indent, bool isApart) => _lines.Add((text, indent, isApart));

    public void Clear() => _lines.Clear();

    /// <summary>The items.</summary>
    public IEnumerable<Item> Items(WordStatistics words)
    {
        var (opens, isSure) =
            Hangs() ? (i => _lines[i].Indent == _lines[0].Indent, true)
            : IsParted() ? (i => _lines[i].IsApart, true)
            : ((Func<int, bool>)(i => _lines[i].IsApart || !IsLower(i)), false);
        for (var start = 0; start < _lines.Count; )
        {
            var end = start + 1;
            while (end < _lines.Count && !opens(end))
            {
                end++;
            }

            var text = CellReader.Join(_lines[start..end].Select(l => l.Text), words);
            if (!text.IsBlank)
            {
                yield return new Item(text)
                {
                    Doubt =
                        isSure || !MayGoOn(start) && !MayGoOn(end)
                            ? ItemDoubt.None
                            : Item.UncertainCut,
                };
            }

            start = end;
        }
    }

    private bool IsLower(int line) => char.IsLower(_lines[line].Text.Text[0]);

    // Two edges, and most lines behind the further one go on in lower case.
    private bool Hangs()
    {
        var further = Enumerable
            .Range(0, _lines.Count)
            .Where(i => _lines[i].Indent != _lines[0].Indent)
            .ToList();
        return _lines.DistinctBy(l => l.Indent).Count() == 2
            && 2 * further.Count(IsLower) > further.Count
            && !further.Exists(i => _lines[i].IsApart);
    }

    // Blank lines, and no line without one before it that its item did not need.
    private bool IsParted()
    {
        var close = Enumerable
            .Range(1, Math.Max(0, _lines.Count - 1))
            .Where(i => !_lines[i].IsApart);
        return _lines.Skip(1).Count(l => l.IsApart) > 1
            && close.All(i => IsLower(i) || HadNoRoom(i));
    }

    private bool MayGoOn(int line) =>
        line > 0 && line < _lines.Count && !_lines[line].IsApart && HadNoRoom(line);

    // The line's first word would not have fitted on the line above.
    private bool HadNoRoom(int line)
    {
        var (above, indent, _) = _lines[line - 1];
        var word = _lines[line].Text.Text.Split(' ', 2)[0];
        return width > 0 && indent + above.Text.Length + 1 + word.Length > width;
    }
}
