using System.Text;

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
        ArgumentNullException.ThrowIfNull(decoded);
        if (!NeedsWork(decoded))
        {
            return new SourceText(decoded, null, null, decoded.Length);
        }

        var made = new Normalised(decoded.Length);
        for (var i = 0; i < decoded.Length; i++)
        {
            var c = decoded[i];
            switch (c)
            {
                case '\r' when i + 1 < decoded.Length && decoded[i + 1] == '\n':
                case '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF':
                    break;
                case '\r' or '\v' or '\u0085' or '\u2028' or '\u2029':
                    made.Put('\n', i);
                    break;
                case '\u0308' or '\u030A' or '\u0301' or '\u0300' or '\u0302':
                    made.Compose(c, i);
                    break;
                case >= '\uFB00' and <= '\uFB06':
                    foreach (var letter in Ligature(c))
                    {
                        made.Put(letter, i);
                    }

                    break;
                case '\u2010' or '\u2011':
                    made.Put('-', i);
                    break;
                default:
                    made.Put(IsBlank(c) ? ' ' : c, i);
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

    private static bool NeedsWork(string text)
    {
        foreach (var c in text)
        {
            if (c is '\r' or '\v' || (c > '\u007F' && IsRewritten(c)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRewritten(char c) =>
        IsBlank(c)
        || c
            is '\u00AD'
                or (>= '\u0300' and <= '\u036F')
                or (>= '\u200B' and <= '\u200D')
                or '\u2010'
                or '\u2011'
                or '\u0085'
                or '\u2028'
                or '\u2029'
                or '\u2060'
                or '\uFEFF'
                or (>= '\uFB00' and <= '\uFB06');

    private static bool IsBlank(char c) =>
        c
            is '\u00A0'
                or '\u1680'
                or (>= '\u2000' and <= '\u200A')
                or '\u202F'
                or '\u205F'
                or '\u3000';

    private static string Ligature(char c) =>
        c switch
        {
            '\uFB00' => "ff",
            '\uFB01' => "fi",
            '\uFB02' => "fl",
            '\uFB03' => "ffi",
            '\uFB04' => "ffl",
            _ => "st",
        };
}
