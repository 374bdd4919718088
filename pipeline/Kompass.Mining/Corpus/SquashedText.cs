using System.Text;

namespace Kompass.Mining.Corpus;

/// <summary>
/// A text of which only letters and digits remain, in lower case, with the way back to the original: labels are found in it whatever
/// spaces, dashes, hyphenation and line breaks stand between their letters.
/// </summary>
internal sealed class SquashedText
{
    private readonly string _text;
    private readonly int[] _positions;

    public SquashedText(string text)
    {
        _text = text;
        var key = new StringBuilder(text.Length);
        var positions = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                key.Append(char.ToLowerInvariant(text[i]));
                positions.Add(i);
            }
        }

        Key = key.ToString();
        _positions = [.. positions];
    }

    /// <summary>The letters and digits.</summary>
    public string Key { get; }

    /// <summary>The offset in the original text of a character of <see cref="Key"/>.</summary>
    public int PositionOf(int keyIndex) => _positions[keyIndex];

    /// <summary>Whether the stretch begins and ends at word borders of the original text.</summary>
    public bool IsWholeWords(int start, int length)
    {
        var first = _positions[start];
        var last = _positions[start + length - 1];
        return (first == 0 || !char.IsLetterOrDigit(_text[first - 1]))
            && (last == _text.Length - 1 || !char.IsLetterOrDigit(_text[last + 1]));
    }
}
