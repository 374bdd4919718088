namespace Kompass.Mining.Layout.Lists;

/// <summary>What stands between two headings or page breaks of an area's lists.</summary>
/// <param name="Tokens">Its words.</param>
/// <param name="Columns">Columns to which they may belong, in the order in which they would come.</param>
/// <param name="AfterBreak">Whether it goes on after a page break, so that it may begin with the rest of an item.</param>
/// <param name="BeforeBreak">Whether a page break follows, so that the last item of each column may be cut.</param>
internal sealed record Stretch(
    IReadOnlyList<ListToken> Tokens,
    IReadOnlyList<int> Columns,
    bool AfterBreak,
    bool BeforeBreak
)
{
    /// <summary>A list whole, of one column.</summary>
    public static Stretch Of(IReadOnlyList<ListToken> tokens) =>
        new(tokens, [0], AfterBreak: false, BeforeBreak: false);

    /// <summary>How much likelier all of it goes on in its last column than in any before, in log-odds.</summary>
    public double LastColumnOdds { get; init; }

    /// <summary>Whether bullets mark its items.</summary>
    public bool HasBullets { get; } = Tokens.Any(t => t.HasBullet);

    /// <summary>
    /// Whether a line has a bullet in its midst: lines of columns side by side were copied as one, and what goes on below may be either's.
    /// </summary>
    public bool HasRows { get; } =
        Tokens.Any(t => t.OpensLine)
        && Tokens.Skip(1).Any(t => t is { HasBullet: true, OpensLine: false });

    private readonly float[] _fill = FillOf(Tokens);

    /// <summary>
    /// At a word that opens a line: the length that the line above would have had with it, for the longest line; 1 or more says that there was no room.
    /// Elsewhere 0.
    /// </summary>
    public float LineFill(int token) => _fill[token];

    private static float[] FillOf(IReadOnlyList<ListToken> tokens)
    {
        var fill = new float[tokens.Count];
        var longest = 1;
        var lineStart = 0;
        for (var i = 1; i <= tokens.Count; i++)
        {
            if (i < tokens.Count && !tokens[i].OpensLine)
            {
                continue;
            }

            var length = tokens[i - 1].End - tokens[lineStart].Start;
            longest = Math.Max(longest, length);
            if (i < tokens.Count)
            {
                fill[i] = length + 1 + tokens[i].Text.Length;
            }

            lineStart = i;
        }

        return Array.ConvertAll(fill, f => f / longest);
    }
}

/// <summary>A piece of a stretch: an item, or the rest of one that began before a page break.</summary>
/// <param name="Column">Its column.</param>
/// <param name="From">Its first word.</param>
/// <param name="To">The word after its last.</param>
/// <param name="GoesOn">Whether it is the rest of the column's last item.</param>
/// <param name="Probability">How probable it is with these borders, in this column.</param>
/// <param name="ColumnProbability">How probable its first word is in this column, whatever the borders.</param>
internal readonly record struct ListPiece(
    int Column,
    int From,
    int To,
    bool GoesOn,
    double Probability,
    double ColumnProbability
);
