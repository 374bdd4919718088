using Kompass.Mining.Documents;
using Kompass.Mining.Documents.Pdf.Visible;

namespace Kompass.Mining.PdfPig;

/// <summary>
/// Puts a page's letters together to words in the order in which they are drawn, with the distances by which Poppler does (TextOutputDev.cc): a new word
/// begins where a letter stands a tenth of its size away from the one before, or on another line, or in another size.
/// </summary>
internal sealed class WordBuilder
{
    // minWordBreakSpace and the tolerance of the base line in TextOutputDev.cc; in sizes, and in points.
    private const double WidestGap = 0.1;
    private const double BaseTolerance = 0.5;

    // Kerning draws letters into each other ("Ty" by an eighth of the size); what overlaps more is other text.
    private const double WidestOverlap = 0.35;

    // dupMaxPriDelta and dupMaxSecDelta: bold letters are made by drawing them twice.
    private const double TwiceAlong = 0.1;
    private const double TwiceAcross = 0.2;

    // More dots than an ellipsis has lead somewhere.
    private const int FewestDots = 4;

    // A page of words has hardly a word in five of one letter; a chart's axis has few words.
    private const int FewestScattered = 50;
    private const double MostSingle = 0.6;

    private readonly double _height;
    private readonly ILookup<int, Box> _lines;
    private readonly List<List<Glyph>> _words = [];
    private List<Glyph> _open = [];

    private WordBuilder(DrawnPage page)
    {
        _height = page.Height;
        _lines = page
            .Shapes.Where(s => s.Kind == ShapeKind.Line && s.Box.Width > s.Box.Height)
            .ToLookup(s => (int)s.Box.CenterY, s => s.Box);
    }

    public static IEnumerable<DrawnWord> WordsOf(DrawnPage page)
    {
        // What is drawn on a cover is another word than what it covers.
        var covers = page
            .Shapes.Where(s => s.Kind is ShapeKind.Fill or ShapeKind.Picture)
            .Select(s => s.Paint.Order)
            .ToArray();
        var drawn = new WordBuilder(page).Build(page.Glyphs, covers);
        return IsScattered(drawn._words)
            ? new WordBuilder(page).Build(AlongLines(page.Glyphs), [])._words.Select(drawn.Place)
            : drawn._words.Select(drawn.Place);
    }

    // Letter by letter in an order that is not that of the lines: backwards, or all of one font's letters before those of the next.
    private static bool IsScattered(List<List<Glyph>> words) =>
        words.Count >= FewestScattered && words.Count(w => w.Count == 1) > MostSingle * words.Count;

    private static IEnumerable<Glyph> AlongLines(IEnumerable<Glyph> glyphs)
    {
        var lines = new List<List<Glyph>>();
        foreach (var glyph in glyphs.OrderBy(g => Math.Round(g.Angle)).ThenBy(g => g.Base))
        {
            if (
                lines.Count == 0
                || !glyph.RunsAs(lines[^1][0])
                || glyph.Base - lines[^1][0].Base > BaseTolerance
            )
            {
                lines.Add([]);
            }

            lines[^1].Add(glyph);
        }

        return lines.SelectMany(l => l.OrderBy(g => g.Start));
    }

    private WordBuilder Build(IEnumerable<Glyph> glyphs, int[] covers)
    {
        var next = 0;
        foreach (var glyph in glyphs)
        {
            while (next < covers.Length && covers[next] < glyph.Paint.Order)
            {
                Close();
                next++;
            }

            Add(glyph);
        }

        Close();
        return this;
    }

    private void Add(Glyph glyph)
    {
        if (_open.Count == 0)
        {
            Open(glyph);
            return;
        }

        var last = _open[^1];
        if (IsTwice(glyph))
        {
            return;
        }

        if (Accents.Over(last, glyph) is { } accented)
        {
            _open[^1] = accented;
        }
        else if (GoesOn(last, glyph))
        {
            _open.Add(glyph);
        }
        else
        {
            Close();
            Open(glyph);
        }
    }

    private void Open(Glyph glyph)
    {
        if (!glyph.IsBlank)
        {
            _open.Add(glyph);
        }
    }

    private void Close()
    {
        _words.AddRange(WithLeadersApart(_open));
        _open = [];
    }

    // Dots from a wording to its number, set without a blank: "kommunen?.........12".
    private static IEnumerable<List<Glyph>> WithLeadersApart(List<Glyph> word)
    {
        for (var start = 0; start < word.Count; )
        {
            var dots = DotsFrom(word, start);
            var end = dots > start ? dots : start + 1;
            while (dots == start && end < word.Count && DotsFrom(word, end) == end)
            {
                end++;
            }

            yield return word[start..end];
            start = end;
        }
    }

    // The end of the leader that begins here, or here where none does.
    private static int DotsFrom(List<Glyph> word, int start)
    {
        var end = start;
        while (end < word.Count && word[end].Text is "." or "…" or "·")
        {
            end++;
        }

        return end - start >= FewestDots ? end : start;
    }

    private bool GoesOn(Glyph last, Glyph glyph)
    {
        var gap = glyph.Start - last.End;
        return !glyph.IsBlank
            && glyph.RunsAs(last)
            && glyph.Paint.LooksLike(last.Paint)
            && Math.Abs(glyph.Base - last.Base) <= BaseTolerance
            && Math.Abs(glyph.Size - last.Size) < 0.05 * last.Size
            && gap <= WidestGap * last.Size
            && gap >= -WidestOverlap * last.Size
            // A struck word and the one in its place may stand without a blank.
            && IsStruck(last) == IsStruck(glyph);
    }

    private bool IsStruck(Glyph glyph)
    {
        if (_lines.Count == 0 || glyph.Angle != 0)
        {
            return false;
        }

        var y = _height - glyph.Base;
        var x = (glyph.Start + glyph.End) / 2;
        for (var row = (int)(y - (Annexes.HighestStrike * glyph.Size)); row <= (int)y; row++)
        {
            foreach (var line in _lines[row])
            {
                if (
                    Annexes.IsThroughLetters(y - line.CenterY, glyph.Size)
                    && line.Left <= x
                    && line.Right >= x
                )
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsTwice(Glyph glyph) =>
        _open.Exists(g =>
            g.Text == glyph.Text
            && g.RunsAs(glyph)
            // In another colour it is a shadow, and which of both is seen is not told here.
            && g.Paint.LooksLike(glyph.Paint)
            && Math.Abs(g.Start - glyph.Start) < TwiceAlong * glyph.Size
            && Math.Abs(g.Base - glyph.Base) < TwiceAcross * glyph.Size
        );

    private DrawnWord Place(List<Glyph> glyphs)
    {
        var first = glyphs[0];
        return new DrawnWord(
            new Word(
                string.Concat(glyphs.Select(g => g.Text)),
                Box.Around(first.Corners(glyphs[^1], first.Size).Select(c => (c.X, _height - c.Y))),
                first.Size,
                glyphs.TrueForAll(g => g.IsStroked) ? true
                    : first.FontName is null ? null
                    : glyphs.TrueForAll(g =>
                        g.FontName is not null && Glyph.BoldFont().IsMatch(g.FontName)
                    )
            ),
            first.Paint,
            Math.Round(first.Angle, 1) % 360,
            first.FontName
        );
    }
}
