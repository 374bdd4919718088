namespace Kompass.Mining.Documents;

/// <summary>Tells UTF-16 that has no byte order mark: of Swedish text nearly every second byte is zero.</summary>
internal static class Utf16
{
    private const int SampleBytes = 64 * 1024;
    private const int FewestBytes = 16;

    // Of the pairs: as many with a zero on one side, and as few on the other, has no other kind of file that is text.
    private const double MostOnOneSide = 0.7;
    private const double FewOnTheOther = 0.05;

    /// <summary>The encoding, or null where the bytes are none of it.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, SampleBytes) & ~1)];
        if (sample.Length < FewestBytes)
        {
            return null;
        }

        var (first, second) = (0, 0);
        for (var i = 0; i < sample.Length; i += 2)
        {
            first += sample[i] == 0 ? 1 : 0;
            second += sample[i + 1] == 0 ? 1 : 0;
        }

        var pairs = sample.Length / 2;
        return second >= pairs * MostOnOneSide && first <= pairs * FewOnTheOther ? Encoding.Unicode
            : first >= pairs * MostOnOneSide && second <= pairs * FewOnTheOther
                ? Encoding.BigEndianUnicode
            : null;
    }
}
