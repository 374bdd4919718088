using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig.Content;

namespace Kompass.Mining.PdfPig;

/// <summary>
/// Puts a page's letters together to words in the order in which they are drawn, with the distances by which Poppler does (TextOutputDev.cc): a new word
/// begins where a letter stands a tenth of its size away from the one before, or on another line, or in another size.
/// </summary>
internal sealed partial class WordBuilder
{
    // minWordBreakSpace and the tolerance of the base line in TextOutputDev.cc; in sizes, and in points.
    private const double WidestGap = 0.1;
    private const double BaseTolerance = 0.5;

    // Kerning draws letters into each other ("Ty" by an eighth of the size); what overlaps more is other text.
    private const double WidestOverlap = 0.35;

    // dupMaxPriDelta and dupMaxSecDelta: bold letters are made by drawing them twice.
    private const double TwiceAlong = 0.1;
    private const double TwiceAcross = 0.2;

    private readonly double _width;
    private readonly double _height;
    private readonly List<List<Glyph>> _words = [];
    private List<Glyph> _open = [];

    private WordBuilder(double width, double height) => (_width, _height) = (width, height);

    public static IEnumerable<PlacedWord> WordsOf(Page page)
    {
        var builder = new WordBuilder(page.Width, page.Height);
        foreach (var letter in page.Letters)
        {
            if (Glyph.Of(letter) is { } glyph)
            {
                builder.Add(glyph);
            }
        }

        builder.Close();
        return builder._words.Select(builder.Place).OfType<PlacedWord>();
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
        if (_open.Count > 0)
        {
            _words.Add(_open);
            _open = [];
        }
    }

    private static bool GoesOn(Glyph last, Glyph glyph)
    {
        var gap = glyph.Start - last.End;
        return !glyph.IsBlank
            && glyph.RunsAs(last)
            && Math.Abs(glyph.Base - last.Base) <= BaseTolerance
            && Math.Abs(glyph.Size - last.Size) < 0.05 * last.Size
            && gap <= WidestGap * last.Size
            && gap >= -WidestOverlap * last.Size;
    }

    private bool IsTwice(Glyph glyph) =>
        _open.Exists(g =>
            g.Text == glyph.Text
            && g.RunsAs(glyph)
            && Math.Abs(g.Start - glyph.Start) < TwiceAlong * glyph.Size
            && Math.Abs(g.Base - glyph.Base) < TwiceAcross * glyph.Size
        );

    private PlacedWord? Place(List<Glyph> glyphs)
    {
        var first = glyphs[0];
        var size = first.Size;
        var corners = first.Corners(glyphs[^1], size).ToList();
        var left = corners.Min(c => c.X);
        var right = corners.Max(c => c.X);
        var top = _height - corners.Max(c => c.Y);
        var bottom = _height - corners.Min(c => c.Y);
        // What lies off the page is not printed.
        return right < 0 || left > _width || bottom < 0 || top > _height
            ? null
            : new PlacedWord(
                glyphs.Aggregate(new StringBuilder(), (s, g) => s.Append(g.Text)).ToString(),
                left,
                top,
                right,
                bottom,
                size,
                glyphs.TrueForAll(g => g.IsStroked) ? true
                    : first.FontName is null ? null
                    : glyphs.TrueForAll(g => g.FontName is not null && Bold().IsMatch(g.FontName)),
                first.FontName
            );
    }

    // Carlito-Bold, Arial,Bold, Frutiger-Black, MyriadPro-Semibold, Univers-Bd
    [GeneratedRegex(
        @"bold|black|heavy|demi|[-,]bd",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Bold();
}
