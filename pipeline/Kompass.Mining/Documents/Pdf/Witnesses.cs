namespace Kompass.Mining.Documents.Pdf;

/// <summary>Puts what a page's text layer says and what recognition sees in its picture together.</summary>
internal static class Witnesses
{
    // Two that agree; two that do not.
    private const double Agreed = 0.97;
    private const double Contradicted = 0.5;

    // A picture that fills so much of the page and has hardly a word of text over it is read too; fewer words in it are a photograph's.
    private const double LargePicture = 0.3;
    private const int FewWords = 8;
    private const int LeastRecognised = 30;

    /// <summary>Whether a page shows more than its text layer says: words that are not believed, or a picture in place of text.</summary>
    public static bool IsWanting(Page page) =>
        page.Doubted.Count > 0 || LargePictures(page).Any(p => WordsIn(page, p) < FewWords);

    /// <summary>The text layer, with what is recognised in place of words that are not believed, and in pictures.</summary>
    public static Page Complete(Page layer, Page recognised)
    {
        var doubted = layer.Doubted.ToHashSet<Word>(ReferenceEqualityComparer.Instance);
        var kept = layer.Words.Where(w => !doubted.Contains(w)).ToList();
        var pictures = LargePictures(layer).Where(p => WordsIn(layer, p) < FewWords).ToList();
        var inPictures = recognised
            .Words.Where(w =>
                pictures.Exists(p => p.HoldsMiddleOf(w.Box)) && !kept.Exists(k => Overlap(k, w))
            )
            .ToList();
        if (inPictures.Count < LeastRecognised)
        {
            inPictures.Clear();
        }

        var (words, signs) = (kept.FindAll(HasText), kept.FindAll(w => !HasText(w)));
        var instead = recognised
            .Words.Where(w => doubted.Any(d => Overlap(d, w)) && !words.Exists(k => Overlap(k, w)))
            .Select(w => signs.Exists(s => Overlap(s, w)) ? WithoutSign(w) : w);
        return layer with
        {
            Words = [.. kept, .. inPictures.Union(instead)],
            Origin =
                inPictures.Count > kept.Count || doubted.Count > kept.Count
                    ? PageOrigin.Recognised
                    : layer.Origin,
            Doubted = [],
        };
    }

    /// <summary>
    /// Our own recognition of a page that its scanner had read before: what both say of numbers is sure, what they say differently is not, and neither is a number that
    /// only the scanner saw.
    /// </summary>
    public static Page Compare(Page scanners, Page recognised)
    {
        if (recognised.Origin != PageOrigin.Recognised || recognised.Words.Count == 0)
        {
            return scanners;
        }

        return recognised with
        {
            Words =
            [
                .. recognised.Words.Select(Compared),
                .. scanners
                    .Words.Where(n => IsNumber(n) && !recognised.Words.Any(w => Overlap(n, w)))
                    .Select(Doubted),
            ],
        };

        Word Compared(Word word)
        {
            var others = scanners.Words.Where(s => Overlap(s, word)).ToList();
            if (others is not [var other])
            {
                return word;
            }

            return word.Text.Any(char.IsAsciiDigit)
                    ? word with
                    {
                        Confidence =
                            other.Text == word.Text
                                ? Math.Max(word.Confidence, Agreed)
                                : Math.Min(word.Confidence, Contradicted),
                    }
                : IsNumber(other) ? Doubted(other)
                : word;
        }

        static Word Doubted(Word word) => word with { Confidence = Contradicted };

        static bool IsNumber(Word word) =>
            word.Text.Length is > 0 and <= 4 && word.Text.TrimEnd('%').All(char.IsAsciiDigit);
    }

    /// <summary>The text layer with those of its numbers exchanged that recognition surely sees otherwise.</summary>
    /// <param name="layer">The page as its file has it.</param>
    /// <param name="recognised">The page as it is seen.</param>
    /// <param name="least">How sure recognition must be.</param>
    public static Page Exchange(Page layer, Page recognised, double least)
    {
        var seen = new Dictionary<Word, string>(ReferenceEqualityComparer.Instance);
        foreach (var (said, text) in Numbers(layer, recognised, least))
        {
            seen[said] = text;
        }

        return layer with
        {
            Words =
            [
                .. layer.Words.Select(w =>
                    seen.TryGetValue(w, out var text) ? w with { Text = text } : w
                ),
            ],
        };
    }

    /// <summary>The numbers of a text layer beside what recognition surely sees in their places, of as many digits.</summary>
    public static IEnumerable<(Word Said, string Seen)> Numbers(
        Page layer,
        Page recognised,
        double least
    ) =>
        recognised.Origin != PageOrigin.Recognised
            ? []
            : layer
                .Words.Where(w => w.Text.All(char.IsAsciiDigit))
                .Select(w => (Said: w, Seen: recognised.Words.Where(r => Overlap(r, w)).ToList()))
                .Where(n =>
                    n.Seen is [var seen]
                    && seen.Confidence >= least
                    && seen.Text.Length == n.Said.Text.Length
                    && seen.Text.All(char.IsAsciiDigit)
                )
                .Select(n => (n.Said, n.Seen[0].Text));

    private static bool HasText(Word word) => word.Text.Any(char.IsLetterOrDigit);

    // Recognition takes the bullet that the layer has for a sign of the first word: "•Tydlig".
    private static Word WithoutSign(Word word) =>
        word.Text.AsSpan().IndexOfAnyExcept(Bullet) is > 0 and var start
            ? word with
            {
                Text = word.Text[start..],
            }
            : word;

    private static readonly System.Buffers.SearchValues<char> Bullet =
        System.Buffers.SearchValues.Create("•·∙°*«»-–—.,:;'‘’");

    private static IEnumerable<Box> LargePictures(Page page) =>
        page.Pictures.Where(p => p.Width * p.Height > LargePicture * page.Width * page.Height);

    private static int WordsIn(Page page, Box picture) =>
        page.Words.Count(w => picture.HoldsMiddleOf(w.Box));

    private static bool Overlap(Word one, Word other) => one.Box.Overlaps(other.Box, 0.4, 0.4);
}
