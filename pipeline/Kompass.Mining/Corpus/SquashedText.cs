namespace Kompass.Mining.Corpus;

/// <summary>
/// A text of which only letters and digits remain, in lower case, with the way back to the original: labels are found in it whatever
/// spaces, dashes, hyphenation and line breaks stand between their letters.
/// </summary>
internal sealed class SquashedText
{
    private readonly string _text;

    // Where the words begin, in Key and in the text: within a word both go on side by side.
    private readonly List<int> _starts = [];
    private readonly List<int> _textStarts = [];

    public SquashedText(string text)
    {
        _text = text;
        var letters = 0;
        var isInWord = false;
        for (var i = 0; i < text.Length; i++)
        {
            var isOfWord = char.IsLetterOrDigit(text[i]);
            if (isOfWord && !isInWord)
            {
                _starts.Add(letters);
                _textStarts.Add(i);
            }

            letters += isOfWord ? 1 : 0;
            isInWord = isOfWord;
        }

        Key = LabelKey.Of(text);
    }

    /// <summary>The letters and digits.</summary>
    public string Key { get; }

    /// <summary>Where in <see cref="Key"/> the words of the original text begin, first to last.</summary>
    public IReadOnlyList<int> WordStarts => _starts;

    /// <summary>The offset in the original text of a character of <see cref="Key"/>.</summary>
    public int PositionOf(int keyIndex)
    {
        var found = _starts.BinarySearch(keyIndex);
        var word = found >= 0 ? found : ~found - 1;
        return _textStarts[word] + keyIndex - _starts[word];
    }

    /// <summary>Whether a character of <see cref="Key"/> is the last one of a word of the original text.</summary>
    public bool EndsWord(int keyIndex)
    {
        var last = PositionOf(keyIndex);
        return last == _text.Length - 1 || !char.IsLetterOrDigit(_text[last + 1]);
    }
}
