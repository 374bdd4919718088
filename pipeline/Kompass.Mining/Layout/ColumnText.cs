using Kompass.Mining.Documents;

namespace Kompass.Mining.Layout;

/// <summary>
/// A text in which blanks set words where the page had them (<c>pdftotext -layout</c>): columns stand beside each other on its lines. Each character has its
/// place, so that it is read as a page is, and every word keeps its characters in the file.
/// </summary>
internal static partial class ColumnText
{
    // Points: letters of one width, and lines, of a page printed in 10 points.
    private const double Step = 5;
    private const double Size = 10;
    private const double Leading = 12;

    // Lines with a gap; in texts of other shapes there is hardly one.
    private const int FewestGaps = 20;
    private const int GapsToLines = 12;

    // Letters by which the last word of a cell is drawn shorter.
    private const int Gutter = 2;

    // Of the blank between a bullet and its text.
    private const double BulletReach = 0.9;

    // Lines on each side.
    private const int Near = 3;

    /// <summary>Its pages, or null where a text is of another shape.</summary>
    public static IReadOnlyList<Page>? PagesOf(SourceText source)
    {
        var gaps = Gap().Count(source.Text);
        if (
            gaps < FewestGaps
            || gaps * GapsToLines < Line().Count(source.Text)
            || source.Text.Contains('\t', StringComparison.Ordinal)
        )
        {
            return null;
        }

        var pages = new List<Page>();
        var words = new List<Word>();
        var (line, start, number) = (0, 0, 1);
        for (var i = 0; i <= source.Text.Length; i++)
        {
            var end = i == source.Text.Length ? '\f' : source.Text[i];
            if (end is not ('\n' or '\f'))
            {
                continue;
            }

            words.AddRange(WordsOf(source, start, i, line++));
            start = i + 1;
            if (end == '\f')
            {
                if (words.Count > 0)
                {
                    pages.Add(PageOf(number, words, line));
                }

                (words, line) = ([], 0);
                number++;
            }
        }

        return pages;
    }

    private static Page PageOf(int number, List<Word> words, int lines) =>
        new(number, words.Max(w => w.Box.Right) + Size, (lines + 1) * Leading, words);

    private static IEnumerable<Word> WordsOf(SourceText source, int start, int end, int line)
    {
        var text = source.Text;
        var pushed = 0;
        for (var i = start; i < end; i++)
        {
            var from = i;
            while (i < end && text[i] != ' ')
            {
                i++;
            }

            if (i > from)
            {
                // A bullet whose text stands further behind it alone is too far to the left.
                var behind = text.AsSpan(i..end).IndexOfAnyExcept(' ') - 1;
                var isApart =
                    behind > Gutter
                    && IsBullet(text, from, end)
                    && !text.AsSpan(start..from).IsWhiteSpace();
                pushed += !isApart && IsTight(text, from, end) ? PushOf(text, from, start, end) : 0;
                var shift = pushed + (isApart ? behind : 0) - start;
                yield return new Word(
                    text[from..i],
                    new Box(
                        (from + shift) * Step,
                        line * Leading,
                        (RightOf(text, from, i, end) + shift) * Step,
                        (line * Leading) + Size
                    ),
                    Size
                )
                {
                    Characters = source.PlaceOf(from, i),
                };
            }
        }
    }

    // A bullet reaches to its text, so that nothing parts them. The last word of a cell is drawn shorter: letters are not so wide on every line.
    private static double RightOf(string text, int from, int to, int end) =>
        IsBullet(text, from, end) ? to + BulletReach
        : IsTight(text, to + 1, end) || (to + 1 < end && text[to + 1] == ' ')
            ? Math.Max(from + 1, to - Gutter)
        : to;

    // A bullet in the midst of a line opens a cell; where the cell before it is full, it stands left of its column. How many letters: as the column's text does on a
    // line nearby.
    private static int PushOf(string text, int bullet, int start, int end)
    {
        var column = bullet + 2 - start;
        return LinesNear(text, start, end)
            .SelectMany(l =>
                Enumerable.Range(1, Gutter * 2).Where(by => IsCellStart(text, l, column + by))
            )
            .GroupBy(by => by)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key)
            .Select(g => g.Key)
            .FirstOrDefault();
    }

    private static IEnumerable<(int Start, int End)> LinesNear(string text, int start, int end)
    {
        var before = start;
        for (var i = 0; i < Near && before > 1; i++)
        {
            var last = before - 1;
            before = text.LastIndexOfAny(['\n', '\f'], last - 1) + 1;
            yield return (before, last);
        }

        for (var i = 0; i < Near && end < text.Length; i++)
        {
            var first = end + 1;
            end = text.AsSpan(first).IndexOfAny('\n', '\f') is >= 0 and var length
                ? first + length
                : text.Length;
            yield return (first, end);
        }
    }

    private static bool IsCellStart(string text, (int Start, int End) line, int column)
    {
        var at = line.Start + column;
        return column >= 2
            && at < line.End
            && text[at] != ' '
            && text[at - 1] == ' '
            && (text[at - 2] == ' ' || Bullets.Is(text[at - 2]));
    }

    private static bool IsTight(string text, int at, int end) =>
        IsBullet(text, at, end)
        && at > 1
        && text[at - 1] == ' '
        && !char.IsWhiteSpace(text[at - 2]);

    private static bool IsBullet(string text, int at, int end) =>
        at + 2 < end
        && Bullets.Is(text[at])
        && text[at + 1] == ' '
        && (at == 0 || char.IsWhiteSpace(text[at - 1]));

    [GeneratedRegex(@"(?<=\S) {3,}(?=\S)[^\n\f]*")]
    private static partial Regex Gap();

    [GeneratedRegex(@"[^\s][^\n\f]*")]
    private static partial Regex Line();
}
