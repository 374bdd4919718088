namespace Kompass.Mining.Corpus;

/// <summary>
/// Makes two spellings of one label equal: only letters and digits remain, in lower case, so that
/// <c>Kommunen som arbetsgivare – personalpolitik</c> and <c>KOMMUNEN SOM ARBETSGIVARE - Personal-politik</c> meet.
/// </summary>
public static class LabelKey
{
    /// <summary>The key of a label; empty where it has neither letter nor digit.</summary>
    public static string Of(ReadOnlySpan<char> label)
    {
        Span<char> key =
            label.Length <= 256 ? stackalloc char[label.Length] : new char[label.Length];
        var length = 0;
        foreach (var c in label)
        {
            if (char.IsLetterOrDigit(c))
            {
                key[length++] = char.ToLowerInvariant(c);
            }
        }

        return new string(key[..length]);
    }
}
