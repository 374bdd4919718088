namespace Kompass.Mining.Documents;

/// <summary>
/// Sets text right that was read in one encoding while it stood in another, and kept so: <c>fÃ¶r</c>, <c>f√∂r</c>, <c>f‰r</c>, <c>f÷r</c> for <c>för</c>.
/// Of all pairs of encodings the one is undone that turns nearly all odd places within words into Swedish letters.
/// </summary>
internal static partial class MistakenEncoding
{
    // Fewer odd places may be a text on such mistakes.
    private const int FewestOdd = 4;

    private const int Utf8 = 65001;
    private const int Latin1 = 28591;

    private static readonly (int ReadAs, int Truly)[] Mistakes =
    [
        (1252, Utf8),
        (Latin1, Utf8),
        (10000, Utf8),
        (850, Utf8),
        (437, Utf8),
        (10000, 1252),
        (850, 1252),
        (437, 1252),
        (1252, 10000),
        (1252, 850),
        (Latin1, 10000),
        (Latin1, 850),
        (10000, 850),
        (850, 10000),
    ];

    static MistakenEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text set right, or as it is where no mistake explains it.</summary>
    public static string Undo(string text, List<string> repairs)
    {
        var odd = SwedishLetters.Odd(text);
        var letters = SwedishLetters.Count(text);
        if (odd < FewestOdd || odd < letters)
        {
            return text;
        }

        var best = Mistakes
            .SelectMany(m => Undone(text, m))
            .MaxBy(m => SwedishLetters.Count(m.Text) - (3 * SwedishLetters.Odd(m.Text)));
        if (
            2 * SwedishLetters.Odd(best.Text) > odd
            || 2 * (SwedishLetters.Count(best.Text) - letters) < odd
        )
        {
            return text;
        }

        repairs.Add(
            $"characters that had been read as {Name(best.ReadAs)} while they stood in {Name(best.Truly)} were set right"
        );
        return best.Text;
    }

    /// <summary>The same of pages, whose fonts may say so of all letters.</summary>
    public static IReadOnlyList<Page> Undo(IReadOnlyList<Page> pages, List<string> repairs)
    {
        // No word has a line's end.
        var text = string.Join('\n', pages.SelectMany(p => p.Words).Select(w => w.Text));
        var right = Undo(text, repairs);
        if (string.Equals(right, text, StringComparison.Ordinal))
        {
            return pages;
        }

        var words = right.Split('\n');
        var next = 0;
        return
        [
            .. pages.Select(p =>
                p with
                {
                    Words = [.. p.Words.Select(w => w with { Text = words[next++] })],
                }
            ),
        ];
    }

    // Once, and once more: a mistake that was made and kept is made again.
    private static IEnumerable<(int ReadAs, int Truly, string Text)> Undone(
        string text,
        (int ReadAs, int Truly) mistake
    )
    {
        var once = Reread(text, mistake.ReadAs, mistake.Truly);
        yield return (mistake.ReadAs, mistake.Truly, once);
        if (mistake.Truly == Utf8)
        {
            yield return (
                mistake.ReadAs,
                mistake.Truly,
                Reread(once, mistake.ReadAs, mistake.Truly)
            );
        }
    }

    // Runs of characters beyond ASCII, each for itself: what does not fit the mistake stays as it is.
    private static string Reread(string text, int readAs, int truly)
    {
        var (from, to) = (Strict(readAs), Strict(truly));
        // A text has few different runs, and what does not fit costs an exception.
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        return BeyondAscii()
            .Replace(
                text,
                run =>
                    known.TryGetValue(run.Value, out var reread)
                        ? reread
                        : known[run.Value] = RereadRun(run.Value, from, to)
            );
    }

    private static Encoding Strict(int codePage) =>
        Encoding.GetEncoding(
            codePage,
            EncoderFallback.ExceptionFallback,
            DecoderFallback.ExceptionFallback
        );

    [GeneratedRegex(@"[^\x00-\x7F]+")]
    private static partial Regex BeyondAscii();

    private const char Lost = '\uFFFD';

    private static string RereadRun(string run, Encoding from, Encoding to)
    {
        try
        {
            return to.GetString(from.GetBytes(run));
        }
        catch (Exception e) when (e is EncoderFallbackException or DecoderFallbackException)
        {
            return
                run.IndexOf(Lost, StringComparison.Ordinal) is var lost
                && lost >= 0
                && run.Length > 1
                ? RereadBeside(run, lost, from, to)
                : run;
        }
    }

    // A byte that Windows-1252 does not have was lost. Of the characters of UTF-8 that begin with "â€" only the closing quotation mark has one of those.
    private static string RereadBeside(string run, int lost, Encoding from, Encoding to)
    {
        var before = run[..lost];
        var isQuotation = to.CodePage == Utf8 && before.EndsWith("â€", StringComparison.Ordinal);
        return RereadRun(isQuotation ? before[..^2] : before, from, to)
            + (isQuotation ? '”' : Lost)
            + RereadRun(run[(lost + 1)..], from, to);
    }

    private static string Name(int codePage) =>
        codePage switch
        {
            Utf8 => "UTF-8",
            Latin1 => "ISO 8859-1",
            10000 => "Mac Roman",
            1252 => "Windows-1252",
            _ => Invariant($"code page {codePage}"),
        };
}
