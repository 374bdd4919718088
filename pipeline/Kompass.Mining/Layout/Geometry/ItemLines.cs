using Kompass.Mining.Layout.Geometry.Pages;

namespace Kompass.Mining.Layout.Geometry;

/// <summary>
/// Parts the lines of a list or of a table's column into items: by bullets, numbers that count from 1 and hanging indents; where recognition has lost or misread the bullets, by the
/// text's left edge and by lines that end although the next word had room on them.
/// </summary>
internal sealed class ItemLines
{
    private const string Dashes = "-–—*";

    // The second level's sign of Word, from a font in which it is a letter.
    private const string Ring = "o";

    // Left edges that differ by less belong together.
    private const double Tolerance = 3;

    private readonly LayoutContext _context;
    private readonly IReadOnlyList<VisualLine> _lines;
    private readonly double _right;
    private readonly Dictionary<Sheet, double> _textLefts;
    private readonly bool _isRecognised;
    private readonly HashSet<VisualLine> _numbered;
    private readonly string? _icon;
    private readonly bool _hasBullets;
    private readonly HashSet<VisualLine> _dashesOfSentences;
    private readonly LineGaps _gaps;
    private readonly bool _isRuled;
    private readonly double? _hangsAt;

    private ItemLines(IReadOnlyList<VisualLine> lines, double right, LayoutContext context)
    {
        _lines = [.. lines.Select(WithoutStraySigns)];
        _context = context;
        _right = Math.Max(right, _lines.Max(l => l.Box.Right));
        _isRecognised = _lines.Any(l => l.Sheet.IsRecognised);
        _numbered = Numbered(_lines);
        _icon = IconBullets.Of(_lines);
        // A scanned page may lie a little to the side of the one before.
        _textLefts = _lines
            .GroupBy(l => l.Sheet)
            .ToDictionary(
                g => g.Key,
                g => Mode(g.Select(TextWord).OfType<SheetWord>().Select(w => w.Box.Left))
            );
        _dashesOfSentences = [];
        var marked = _lines.Where(l => Marker(l) > 0).ToList();
        if (marked.Count(l => l.Box.Left < TextLeft(l) - Tolerance) * 2 > marked.Count)
        {
            _dashesOfSentences =
            [
                .. _lines.Where((l, i) => i > 0 && IsDashOfSentence(l, _lines[i - 1])),
            ];
        }

        _hasBullets = _lines.Any(l => Marker(l) > 0);
        _gaps = new LineGaps(_lines, context.Measures.Leading);
        _isRuled = !_hasBullets && Enumerable.Range(0, _lines.Count).Any(_gaps.IsRuled);
        _hangsAt = EdgeOfHanging();
    }

    /// <summary>The items of lines in reading order, with what is not certain about them.</summary>
    /// <param name="lines">Lines of one column; may go on over sheets.</param>
    /// <param name="right">How far the column reaches, in points.</param>
    /// <param name="context">What is known of the document.</param>
    public static IReadOnlyList<Item> Read(
        IReadOnlyList<VisualLine> lines,
        double right,
        LayoutContext context
    ) => lines.Count == 0 ? [] : new ItemLines(lines, right, context).Read();

    /// <summary>Whether a line begins with a bullet, or with a dash before a capital or before text that hangs behind it.</summary>
    public static bool IsBulleted(VisualLine line) =>
        IsBullet(line.Words[0].Text)
        || (
            line.Words.Count > 1
            && (
                IsDash(line.Words[0].Text) && (!char.IsLower(line.Words[1].Text[0]) || Hangs(line))
                || line.Words[0].Text == Ring && Hangs(line)
            )
        );

    /// <summary>
    /// Whether the lines of a cell are items. One in which dashes serve as bullets begins with one; within a text a line may begin with that of a range:
    /// <c>50.000</c> over <c>– 200.000 invånare</c>.
    /// </summary>
    public static bool AreList(IReadOnlyList<VisualLine> lines) =>
        IsBulleted(lines[0]) || lines.Any(l => IsBulleted(l) && !IsDash(l.Words[0].Text));

    /// <summary>The number of one or two digits with a point or a bracket before a line's text: 1 of "1. Text" and "1) Text"; null where there is none.</summary>
    public static int? NumberOf(VisualLine line) =>
        line.Words.Count > 1
        && line.Words[0].Text is [.. { Length: 1 or 2 } digits, '.' or ')']
        && digits.All(char.IsAsciiDigit)
            ? int.Parse(digits, CultureInfo.InvariantCulture)
            : null;

    private List<Item> Read()
    {
        var items = new List<Item>();
        var open = new List<Passage>();
        var sure = 1.0;
        for (var i = 0; i < _lines.Count; i++)
        {
            var border = i == 0 ? 1 : BorderBefore(i, open);
            if (border >= 0.5 && i > 0)
            {
                sure = Math.Min(sure, border);
                Close();
                sure = border;
            }
            else if (i > 0)
            {
                sure = Math.Min(sure, 1 - border);
            }

            if (border < 0.5 && i > 0 && open.Count > 0 && IsCutWord(i))
            {
                open[^1] = Passage.Join("", [open[^1], TextOf(_lines[i])]);
            }
            else
            {
                open.Add(TextOf(_lines[i]));
            }
        }

        Close();
        return items;

        void Close()
        {
            var text = Joined(open);
            open.Clear();
            if (text.Text.Any(char.IsLetterOrDigit))
            {
                items.Add(
                    new Item(text, sure, sure < Item.DoubtBelow ? ItemDoubt.Cut : ItemDoubt.None)
                );
            }

            sure = 1;
        }
    }

    // At the end of a recognised line the next column's bullet, whatever recognition made of it: signs, or a letter or two far off and unsure.
    private static VisualLine WithoutStraySigns(VisualLine line)
    {
        var end = line.Words.Count;
        while (
            line.Sheet.IsRecognised && end > 1 && IsStray(line.Words[end - 1], line.Words[end - 2])
        )
        {
            end--;
        }

        return end == line.Words.Count
            ? line
            : new VisualLine(line.Sheet, [.. line.Words.Take(end)]);
    }

    private static bool IsStray(SheetWord word, SheetWord before)
    {
        var gap = word.Box.Left - before.Box.Right;
        return word.Text.Any(char.IsLetterOrDigit)
            ? word.Text.Length <= 2 && word.Confidence < Item.DoubtBelow && gap > before.Box.Height
            : word.Text is not ("-" or "–") || gap > before.Box.Height;
    }

    private Passage Joined(IEnumerable<Passage> lines) =>
        CellReader.Join(lines.Where(p => p.Text.Length > 0), _context.Words);

    // How likely a line opens an item, 0 to 1.
    private double BorderBefore(int index, List<Passage> open)
    {
        var line = _lines[index];
        if (
            Marker(line) > 0 && !(_isRecognised && IsRestOfBrokenWord(index))
            || _gaps.IsRuled(index)
        )
        {
            return 1;
        }

        if (_hangsAt is { } edge)
        {
            return line.Box.Left < edge + Tolerance ? 1 : 0;
        }

        // A row an item: what no rule parts is one.
        if (_isRuled && _gaps.IsOnSheet(index))
        {
            return 0;
        }

        var text = TextOf(line).Text;
        if (
            text.Length == 0
            || char.IsLower(text[0])
            || LineStarts.IsQuantity(text)
            || LineStarts.IsInBrackets(open, text)
        )
        {
            return 0;
        }

        if (_hasBullets && !_isRecognised)
        {
            return LacksItsBullet(index) ? 0.9 : 0;
        }

        if (!_hasBullets && _gaps.IsParted && _gaps.IsOnSheet(index))
        {
            return _gaps.IsApart(index) ? 1 : 0;
        }

        var above = Joined(open).Text;
        if (_context.Borders.IsWithinName(above, text))
        {
            return 0;
        }

        // No bullets, as in lists whose bullets are drawn and not written, or recognition lost this one.
        if (!_hasBullets && _gaps.IsApart(index))
        {
            return 1;
        }

        var likely = HadRoom(_lines[index - 1], line)
            ? 0.95
            : _context.Borders.Likelihood(above, text, AllLines);
        return likely * LostBullets / (likely * LostBullets + 1 - likely);
    }

    // Where lines hang, one that begins under the bullets is an item whose bullet is missing.
    private bool LacksItsBullet(int index) =>
        _lines.Any(l => Marker(l) > 0 && l.Words[0].Box.Left < TextLeft(l) - Tolerance)
        && HadRoom(_lines[index - 1], _lines[index])
        && _lines[index].Box.Left < TextLeft(_lines[index]) - Tolerance;

    // Lost bullets that are expected before any is seen to be lost: few, since bullets that recognition passes over are looked for in the picture.
    private const double LostBefore = 0.1;

    // The share of bullets that recognition has lost, by the lines that begin an item without one; 1 where there are none.
    private double LostBullets =>
        field > 0
            ? field
            : field = _hasBullets
                ? (LostBefore + Enumerable.Range(1, _lines.Count - 1).Count(BeginsWithout))
                    / (1.0 + _lines.Count(l => Marker(l) > 0))
                : 1;

    private bool BeginsWithout(int index) =>
        Marker(_lines[index]) == 0
        && char.IsUpper(_lines[index].Text.Text[0])
        && HadRoom(_lines[index - 1], _lines[index]);

    // The left edge of items without bullets whose further lines are indented: two edges, no line in lower case at the nearer one, most at the further one.
    private double? EdgeOfHanging()
    {
        var near = _lines.Min(l => l.Box.Left);
        var further = _lines.Where(l => l.Box.Left >= near + Tolerance).ToList();
        return
            !_hasBullets
            && !_isRecognised
            && further.Count > 0
            // A sheet that lies a little to the side has no line at the nearer edge.
            && further.TrueForAll(f =>
                _lines.Any(l => ReferenceEquals(l.Sheet, f.Sheet) && l.Box.Left < near + Tolerance)
            )
            && further.Max(l => l.Box.Left) - further.Min(l => l.Box.Left) < Tolerance
            && further.Count(IsLower) * 2 > further.Count
            && !_lines.Except(further).Any(IsLower)
            ? near
            : null;

        static bool IsLower(VisualLine line) => char.IsLower(line.Text.Text[0]);
    }

    private string AllLines => field ??= string.Join('\n', _lines.Select(l => TextOf(l).Text));

    // The first word of a line would have fitted on the line above: whoever set it began anew.
    private bool HadRoom(VisualLine above, VisualLine line) =>
        line.Words.FirstOrDefault(w => w.Text.Any(char.IsLetterOrDigit)) is { } first
        && (
            first.Place.Start is null
                ? above.Box.Right + (0.3 * first.Box.Height) + first.Box.Width < _right - 1
                : PrintedWidth($"{above.Text.Text} {first.Text}") + MarginOfText
                    < _lines.Max(l => PrintedWidth(l.Text.Text))
        );

    // In a text the places of words are counted in letters, and print had letters of their own width: in mean letters, and one more.
    private const double MarginOfText = 1;

    /// <summary>About how wide a text is in print, in letters of mean width.</summary>
    public static double PrintedWidth(string text) =>
        text.Sum(c =>
            "iljtfrI.,:;'!|()[]- ".Contains(c, StringComparison.Ordinal) ? 0.55
            : "mwMW%@—".Contains(c, StringComparison.Ordinal) ? 1.6
            : char.IsUpper(c) ? 1.3
            : 1
        );

    // What recognition takes for a bullet within a word, "avs-" over "• nitt", is a speck or a piece of a rule.
    private bool IsRestOfBrokenWord(int index) =>
        TextOf(_lines[index - 1]).Text.Split(' ')[^1] is [.., '-'] broken
        && TextOf(_lines[index]).Text.Split(' ', 2)[0] is [var letter, ..] rest
        && char.IsLower(letter)
        && Hyphenation.FateOf(broken, rest, _context.Words) == Hyphenation.Fate.Removed;

    // A word too long for its column is cut without a hyphen: it stands alone on its line and fills it, and the next line has the rest.
    private bool IsCutWord(int index)
    {
        var above = _lines[index - 1];
        var first = TextOf(above).Text;
        var rest = TextOf(_lines[index]).Text.Split(' ', 2)[0].TrimEnd('.', ',', ')');
        return above.Box.Right + (0.5 * above.Box.Height) > FilledRight(above)
            && LineStarts.IsRestOfWord(first, rest, _context);
    }

    // How far the lines of the same sheet reach.
    private double FilledRight(VisualLine line) =>
        _lines.Where(l => ReferenceEquals(l.Sheet, line.Sheet)).Max(l => l.Box.Right);

    // The lines "1.", "2." and so on from the first one; a list of one item is none.
    private static HashSet<VisualLine> Numbered(IReadOnlyList<VisualLine> lines)
    {
        var numbered = new HashSet<VisualLine>();
        foreach (var line in lines)
        {
            if (NumberOf(line) == numbered.Count + 1)
            {
                numbered.Add(line);
            }
        }

        return numbered.Count > 1 && numbered.Contains(lines[0]) ? numbered : [];
    }

    // How many words at its start are a bullet; a bullet fused with its word counts as one word too.
    private int Marker(VisualLine line)
    {
        var first = line.Words[0];
        if (_dashesOfSentences.Contains(line))
        {
            return 0;
        }

        if (
            _numbered.Contains(line)
            || IsBullet(first.Text)
            || (first.Text == _icon && line.Words.Count > 1 && Hangs(line))
            || (first.Text.Length > 1 && Bullets.MayOpen(first.Text[0]))
        )
        {
            return 1;
        }

        if (
            line.Words.Count > 1
            && first.Text.Length == 1
            && (IsDash(first.Text) || first.Text == Ring)
        )
        {
            return !char.IsLower(line.Words[1].Text[0]) || Hangs(line) || IsOutdented(line) ? 1 : 0;
        }

        return line.Sheet.IsRecognised && IsMisreadBullet(line) ? 1 : 0;
    }

    // Text hangs behind its sign, further away than a blank.
    internal static bool Hangs(VisualLine line) =>
        line.Words[1].Box.Left - line.Words[0].Box.Right > 0.5 * line.Words[1].Box.Height;

    // A dash to the left of the text, in a list in which no line of text begins so far to the left.
    private bool IsOutdented(VisualLine line) =>
        line.Box.Left < TextLeft(line) - Tolerance
        && _lines.All(l => IsDash(l.Words[0].Text) || l.Box.Left > TextLeft(l) - Tolerance);

    // In a list whose bullets stand before the text a dash under the text, which had no room on the line above, goes on with the sentence:
    // "• En kultur av gott bemötande" over "– ”Alltid ett gott möte”".
    private bool IsDashOfSentence(VisualLine line, VisualLine above) =>
        line.Words.Count > 1
        && IsDash(line.Words[0].Text)
        && !Hangs(line)
        && Math.Abs(line.Box.Left - TextLeft(line)) < Tolerance
        && !HadRoom(above, line);

    // A sign or two to the left of the text, whatever recognition made of them.
    private bool IsMisreadBullet(VisualLine line)
    {
        var first = line.Words[0];
        if (first.Box.Left > TextLeft(line) - Tolerance)
        {
            return false;
        }

        return !char.IsLetterOrDigit(first.Text[0])
            || (
                first.Text.Length <= 2
                && line.Words.Count > 1
                && line.Words[1].Box.Left - first.Box.Right > 0.35 * first.Box.Height
            );
    }

    private static bool IsOfText(char c) => char.IsLetterOrDigit(c) || c is '"' or '”' or '(';

    private static bool IsBullet(string text) =>
        (text.Length <= 2 && text.All(Bullets.MayOpen)) || text is "»" or "›" or "¤";

    private static bool IsDash(string text) =>
        text.Length == 1 && Dashes.Contains(text[0], StringComparison.Ordinal);

    // The first word that is text and no sign before it.
    private static SheetWord? TextWord(VisualLine line) =>
        line.Words.FirstOrDefault(w => w.Text.Length > 2 && char.IsLetterOrDigit(w.Text[0]))
            is { } word
        && word.Box.Left - line.Box.Left < 4 * word.Box.Height
            ? word
            : null;

    private Passage TextOf(VisualLine line)
    {
        if (Marker(line) == 0)
        {
            return line.Text;
        }

        if (_numbered.Contains(line))
        {
            return VisualLine.PassageOf([.. line.Words.Skip(1)]);
        }

        var first = line.Words[0];
        var start = first.Text.TakeWhile(c => !IsOfText(c)).Count();

        // "«Etik": the rest of the first word is text; "e" or "°" alone is none.
        if (start < first.Text.Length && (start > 0 || first.Text.Length > 2))
        {
            return line.Text.Slice(start, line.Text.Text.Length);
        }

        // Recognition sees two signs in one bullet.
        return VisualLine.PassageOf([
            .. line.Words.Skip(1).SkipWhile(w => line.Sheet.IsRecognised && !w.Text.Any(IsOfText)),
        ]);
    }

    private double TextLeft(VisualLine line) => _textLefts[line.Sheet];

    private static double Mode(IEnumerable<double> lefts)
    {
        var sorted = lefts.Order().ToList();
        return sorted
            .DefaultIfEmpty()
            .MaxBy(left => sorted.Count(l => l >= left && l < left + Tolerance));
    }
}
