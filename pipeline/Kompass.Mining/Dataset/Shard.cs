namespace Kompass.Mining.Dataset;

/// <summary>
/// One part of the documents, by their content: of N machines or processes each reads its own, into a folder that all of them see, and one run merges. Which
/// document falls to which shard depends on its bytes alone.
/// </summary>
/// <param name="Number">From 1 to <paramref name="Of"/>.</param>
/// <param name="Of">Number of shards, 1 to <see cref="Most"/>.</param>
public readonly record struct Shard(int Number, int Of)
{
    /// <summary>Most shards.</summary>
    public const int Most = 4096;

    // Of a hash's 64 digits; 32 bits spread over a few thousand shards evenly.
    private const int Digits = 8;

    /// <summary>Reads <c>3/8</c>; null where it is none.</summary>
    public static Shard? Parse(string text)
    {
        return
            text.Split('/') is [var number, var of]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var k)
            && int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && n is >= 1 and <= Most
            && k >= 1
            && k <= n
            ? new Shard(k, n)
            : null;
    }

    /// <summary>Whether content of this hash falls to it. What could not be hashed falls to the first.</summary>
    public bool Takes(string? sha256) =>
        (
            sha256 is { Length: > Digits }
                ? uint.Parse(
                    sha256.AsSpan(0, Digits),
                    NumberStyles.HexNumber,
                    CultureInfo.InvariantCulture
                ) % (uint)Of
                : 0
        )
        == Number - 1;

    /// <summary>As a part of a file's name: <c>3-of-8</c>.</summary>
    public string Name => Invariant($"{Number}-of-{Of}");
}
