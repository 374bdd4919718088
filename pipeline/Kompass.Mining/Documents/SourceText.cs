using System.Buffers;

namespace Kompass.Mining.Documents;

/// <summary>
/// A document's text as the pipeline reads it, with the way back to the file's own characters: line ends are <c>\n</c>, å ä ö are one
/// character each, soft hyphens and zero-width characters are gone, every kind of blank is a space, ligatures are letters.
/// </summary>
public sealed class SourceText
{
    private readonly int[]? _offsets;
    private readonly int[]? _ends;

    private SourceText(string text, int[]? offsets, int[]? ends, int originalLength)
    {
        Text = text;
        _offsets = offsets;
        _ends = ends;
        OriginalLength = originalLength;
    }

    /// <summary>The text as read.</summary>
    public string Text { get; }

    /// <summary>Another text of the same length in the same places.</summary>
    internal SourceText With(string text) => new(text, _offsets, _ends, OriginalLength);

    /// <summary>The text with letters in place of signs; each letter has its sign's place.</summary>
    /// <param name="letters">What stands for the sign at an index, or null where it is right.</param>
    internal SourceText Written(Func<int, string?> letters)
    {
        var made = new Normalised(Text.Length);
        for (var i = 0; i < Text.Length; i++)
        {
            if (letters(i) is not { } written)
            {
                made.Put(Text[i], OriginalOffset(i), OriginalEnd(i));
                continue;
            }

            foreach (var letter in written)
            {
                made.Put(letter, OriginalOffset(i), OriginalEnd(i));
            }
        }

        return made.Of(OriginalLength);
    }

    /// <summary>Length of the file's decoded text.</summary>
    public int OriginalLength { get; }

    /// <summary>The place of a stretch of <see cref="Text"/>, in offsets of the file's decoded text.</summary>
    public Place PlaceOf(int start, int end, int? page = null) =>
        new(page, OriginalOffset(start), OriginalOffset(end), null);

    /// <summary>The offset in the file's decoded text of a character of <see cref="Text"/>.</summary>
    public int OriginalOffset(int index) =>
        _offsets is null ? index
        : index < _offsets.Length ? _offsets[index]
        : OriginalLength;

    /// <summary>The offset after the last of the file's characters that became this character of <see cref="Text"/>.</summary>
    internal int OriginalEnd(int index) => _ends is null ? index + 1 : _ends[index];

    /// <summary>Normalises a decoded text.</summary>
    public static SourceText From(string decoded)
    {
        if (!decoded.AsSpan().ContainsAny(Rewritten))
        {
            return new SourceText(decoded, null, null, decoded.Length);
        }

        var made = new Normalised(decoded.Length);
        for (var i = 0; i < decoded.Length; i++)
        {
            var c = decoded[i];
            switch (c)
            {
                case var _ when !Rewritten.Contains(c):
                    made.Put(c, i);
                    break;
                case '\r' when i + 1 < decoded.Length && decoded[i + 1] == '\n':
                case var _ when Unseen.Contains(c):
                    break;
                case var _ when LineEnds.Contains(c):
                    made.Put('\n', i);
                    break;
                case var _ when Marks.Contains(c):
                    made.Compose(c, i);
                    break;
                case >= '\uFB00' and <= '\uFB06':
                    // FormKC of a ligature is its letters.
                    foreach (var letter in $"{c}".Normalize(NormalizationForm.FormKC))
                    {
                        made.Put(letter, i);
                    }

                    break;
                default:
                    made.Put(Hyphens.Contains(c) ? '-' : ' ', i);
                    break;
            }
        }

        return made.Of(decoded.Length);
    }

    // A text that is being put together, and where each of its characters came from.
    private sealed class Normalised(int length)
    {
        private readonly StringBuilder _text = new(length);
        private readonly List<int> _offsets = new(length);
        private readonly List<int> _ends = new(length);

        public void Put(char c, int at) => Put(c, at, at + 1);

        public void Put(char c, int at, int end)
        {
            _text.Append(c);
            _offsets.Add(at);
            _ends.Add(end);
        }

        /// <summary>Puts a mark onto the letter before it; half a character and what is none cannot be composed.</summary>
        public void Compose(char mark, int at)
        {
            var composed =
                _text.Length > 0 && char.IsLetter(_text[^1])
                    ? $"{_text[^1]}{mark}".Normalize(NormalizationForm.FormC)
                    : "";
            if (composed.Length == 1)
            {
                _text[^1] = composed[0];
                _ends[^1] = at + 1;
            }
            else
            {
                Put(mark, at);
            }
        }

        public SourceText Of(int originalLength) =>
            new(_text.ToString(), [.. _offsets], [.. _ends], originalLength);
    }

    private const string Unseen = "\u00AD\u200B\u200C\u200D\u2060\uFEFF";
    private const string Marks = "\u0308\u030A\u0301\u0300\u0302";
    private const string Hyphens = "\u2010\u2011";
    private const string LineEnds = "\r\v\u0085\u2028\u2029";
    private const string Ligatures = "\uFB00\uFB01\uFB02\uFB03\uFB04\uFB05\uFB06";
    private const string Blanks =
        "\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000";

    private static readonly SearchValues<char> Rewritten = SearchValues.Create(
        Unseen + Marks + Hyphens + LineEnds + Ligatures + Blanks
    );
}
