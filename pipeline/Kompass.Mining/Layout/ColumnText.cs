using System.Text.RegularExpressions;
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

    /// <summary>Its pages, or null where a text is of another shape.</summary>
    public static IReadOnlyList<Page>? PagesOf(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
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
        for (var i = start; i < end; i++)
        {
            var from = i;
            while (i < end && source.Text[i] != ' ')
            {
                i++;
            }

            if (i > from)
            {
                yield return new Word(
                    source.Text[from..i],
                    new Box(
                        (from - start) * Step,
                        line * Leading,
                        (i - start) * Step,
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

    [GeneratedRegex(
        @"(?<=\S) {3,}(?=\S)[^\n\f]*",
        RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    private static partial Regex Gap();

    [GeneratedRegex(@"[^\s][^\n\f]*", RegexOptions.CultureInvariant, Patterns.TimeLimit)]
    private static partial Regex Line();
}
