namespace Kompass.Mining.Layout.Lists;

/// <summary>The learnt judgements on one document's lists.</summary>
/// <param name="model">What was learnt.</param>
/// <param name="features">What is known of gaps.</param>
/// <param name="traits">What can be told of a word by itself.</param>
/// <param name="style">How the lists are set.</param>
internal sealed class GapJudge(
    ListModel model,
    GapFeatures features,
    WordTraits traits,
    ListStyle style
)
{
    // Where bullets are printed they are the borders; one in so many is lost or misread.
    private const double Bullet = 0.999;

    // No item ends in the middle of a word, but a host may lose the rest.
    private const double BrokenWord = 0.01;

    // A page or a host may have cut it; and what stands in brackets is said of what stands before them.
    private const double Unfinished = 0.02;

    // No line of a column has more words.
    private const int SeamWords = 12;

    // Nobody would begin an item there.
    private const double LeastBorder = 0.02;

    // Lists whose items begin in lower case have hardly a capital at all; others have one for each item.
    private const double FewCapitals = 0.04;

    /// <summary>How the lists are set.</summary>
    public ListStyle Style { get; } = style;

    /// <summary>Whether an item may begin with a word at all: of small letters only where that is not quite unlikely, or all ways to cut would take too long.</summary>
    public bool MayOpen(Stretch stretch, int at)
    {
        if (stretch.HasBullets || IsOpening(stretch, at, traits))
        {
            return MayOpen(stretch, at, Style, traits);
        }

        var (before, after) = Around(stretch, at, traits);
        return HasLowerItems(Style) && Border(before, after) >= LeastBorder;
    }

    /// <summary>Whether, in lists of a style, an item may begin with a word at all.</summary>
    public static bool MayOpen(Stretch stretch, int at, ListStyle style, WordTraits traits) =>
        stretch.HasBullets
            ? stretch.Tokens[at].HasBullet
            : HasLowerItems(style) || IsOpening(stretch, at, traits);

    // One list in many that begins so tells that others have such items within them.
    private static bool HasLowerItems(ListStyle style) =>
        style.LowerOpens > 0 || style.Capitals < FewCapitals;

    private static bool IsOpening(Stretch stretch, int at, WordTraits traits) =>
        stretch.Tokens[at] is var token
        && (
            !token.IsLower
            || token.OpensLine
            || (
                at > 0
                && stretch.Tokens[at - 1].Text is [.., '.'] before
                && traits.EndsSentence(before)
            )
        );

    /// <summary>How likely the likeliest border within words of one item is, at words that are not in lower case; 0 where there are none.</summary>
    /// <param name="tokens">The item's words.</param>
    /// <param name="most">Words that are looked at; those behind them are not.</param>
    public double MostWithin(IReadOnlyList<ListToken> tokens, int most = int.MaxValue) =>
        Enumerable
            .Range(1, Math.Max(0, Math.Min(tokens.Count, most) - 1))
            .Where(at => !tokens[at].IsLower)
            .Select(at =>
                Border(new TokenRun(tokens, 0, at), new TokenRun(tokens, at, tokens.Count))
            )
            .DefaultIfEmpty(0)
            .Max();

    /// <summary>Probability that an item ends before what follows it in the same column.</summary>
    /// <param name="item">The item so far.</param>
    /// <param name="rest">What follows.</param>
    /// <param name="bullet">Whether a bullet stands between, or null where there are no bullets.</param>
    /// <param name="lineFill">See <see cref="Stretch.LineFill"/>.</param>
    public double Border(TokenRun item, TokenRun rest, bool? bullet = null, float lineFill = 0) =>
        bullet is { } isMarked
            ? isMarked
                ? Bullet
                : 1 - Bullet
            : IsBroken(item) && rest.At(0)!.IsLower
                ? BrokenWord
                : Math.Min(
                    model.Borders.Predict(features.Of(item, rest, lineFill)),
                    IsUnfinished(item) || rest.At(0)!.Text[0] == '(' ? Unfinished : 1
                );

    /// <summary>
    /// Probability that a column goes on behind a break so: with the rest of its last item, or with a new one. Where a broken word waits for its rest, a new item is
    /// as unlikely as a rest that begins with a capital.
    /// </summary>
    /// <param name="last">The column's last item.</param>
    /// <param name="rest">What follows.</param>
    /// <param name="bullet">See <see cref="Border"/>.</param>
    /// <param name="goesOn">Whether it is the item's rest.</param>
    public double Begins(TokenRun last, TokenRun rest, bool? bullet, bool goesOn) =>
        IsBroken(last) && bullet is null && !rest.At(0)!.IsLower ? BrokenWord
        : goesOn ? 1 - Border(last, rest, bullet)
        : Border(last, rest, bullet);

    // "styrmo-": a word that the end of a line broke goes on.
    private static bool IsBroken(TokenRun item) =>
        item.FromEnd(1)!.Text is [.., var letter, '-'] && char.IsLower(letter);

    // "Lär av andra utifrån Öppna jämförelser", "Utveckla Ekdals arbete": no item ends with such a preposition, or is a verb alone. "Hemsida" ends like a verb,
    // but findings end with it.
    private bool IsUnfinished(TokenRun item) =>
        item.FromEnd(1)!.Word is var word
        && (
            traits.Swedish.NeverLast.Contains(word)
            || (
                item.Count == 1
                && traits.CannotBeNoun(word)
                && model.Places.Opens(word) > 0
                && model.Places.Closes(word) <= 0
            )
        );

    /// <summary>Probability that an item is complete, whatever follows.</summary>
    public double Ends(TokenRun item) =>
        IsBroken(item) ? BrokenWord : model.Ends.Predict(features.Of(item));

    /// <summary>Probability that the line of another column begins at a word, where lines of columns may stand in turn.</summary>
    public double Seam(Stretch stretch, int at)
    {
        var (before, after) = Around(stretch, at, traits);
        return model.Seams.Predict(features.Of(before, after, stretch.LineFill(at)));
    }

    /// <summary>What is looked at on both sides of a gap while it is not known whose they are: words since an item may have begun.</summary>
    public static (TokenRun Before, TokenRun After) Around(
        Stretch stretch,
        int at,
        WordTraits traits
    )
    {
        var from = at - 1;
        while (from > 0 && at - from < SeamWords && !IsOpening(stretch, from, traits))
        {
            from--;
        }

        return (
            new TokenRun(stretch.Tokens, from, at),
            new TokenRun(stretch.Tokens, at, stretch.Tokens.Count)
        );
    }

    /// <summary>Logarithms of the probabilities of each kind, by wording.</summary>
    public double[] Kinds(TokenRun item) =>
        model.Kinds.LogProbabilities(
            string.Join(' ', Enumerable.Range(0, item.Count).Select(i => item.At(i)!.Text))
        );

    /// <summary>Probability that an item, as it was put together, is right.</summary>
    public double Right(ReadOnlySpan<float> item) => model.Items!.Predict(item);

    /// <summary>Whether a model for that was learnt.</summary>
    public bool JudgesItems => model.Items is not null;
}
