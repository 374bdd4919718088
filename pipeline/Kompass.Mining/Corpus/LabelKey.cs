using System.Text;

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
        var key = new StringBuilder(label.Length);
        foreach (var c in label)
        {
            if (char.IsLetterOrDigit(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
        }

        return key.ToString();
    }
}
