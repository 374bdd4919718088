using Kompass.Mining.Documents;

namespace Kompass.Mining.Layout;

/// <summary>
/// A stretch of text that knows where each of its characters stands in the document, also after lines were joined, hyphenation undone or
/// markup removed. Immutable.
/// </summary>
public sealed class Passage
{
    private readonly Segment[] _segments;

    internal Passage(string text, Segment[] segments)
    {
        Text = text;
        _segments = segments;
    }

    /// <summary>A passage of nothing.</summary>
    public static Passage Empty { get; } = new("", []);

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Whether there is nothing but blanks.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>Where the whole stands.</summary>
    public Place Place => PlaceOf(0, Text.Length);

    /// <summary>How surely its least certain word was read, 0 to 1; 1 where nothing had to be recognised.</summary>
    public double Confidence => _segments.Length == 0 ? 1 : _segments.Min(s => s.Confidence);

    /// <summary>A stretch of a text file.</summary>
    public static Passage Of(SourceText source, int start, int end, int? page = null)
    {
        var segments = new List<Segment>();
        var from = start;
        for (var i = start + 1; i <= end; i++)
        {
            // A character that was two in the file stands alone, so that all others keep a place of their own.
            if (
                i == end
                || source.OriginalOffset(i) != source.OriginalOffset(i - 1) + 1
                || source.OriginalEnd(i) != source.OriginalOffset(i) + 1
            )
            {
                var first = source.OriginalOffset(from);
                var last = source.OriginalEnd(i - 1);
                segments.Add(
                    new Segment(from - start, i - from, new Place(page, first, last, null), 1)
                );
                from = i;
            }
        }

        return new Passage(source.Text[start..end], [.. segments]);
    }

    /// <summary>A text whose every character stands at one place.</summary>
    public static Passage At(string text, Place place, double confidence = 1) =>
        text.Length == 0
            ? Empty
            : new Passage(text, [new Segment(0, text.Length, place, confidence)]);

    /// <summary>Where characters <paramref name="start"/> (inclusive) to <paramref name="end"/> (exclusive) stand.</summary>
    public Place PlaceOf(int start, int end) => Place.Span(Within(start, end).Select(s => s.Place));

    /// <summary>The characters from <paramref name="start"/> to <paramref name="end"/> (exclusive).</summary>
    public Passage Slice(int start, int end) =>
        start >= end ? Empty
        : start == 0 && end == Text.Length ? this
        : new Passage(
            Text[start..end],
            [.. Within(start, end).Select(s => s with { Start = s.Start - start })]
        );

    /// <summary>What a pattern found in <see cref="Text"/>.</summary>
    internal Passage Slice(Capture found) => Slice(found.Index, found.Index + found.Length);

    /// <summary>What stands between signs, nothing where two follow each other.</summary>
    internal IEnumerable<Passage> Split(params char[] signs)
    {
        var start = 0;
        for (int at; (at = Text.IndexOfAny(signs, start)) >= 0; start = at + 1)
        {
            yield return Slice(start, at);
        }

        yield return Slice(start, Text.Length);
    }

    /// <summary>Without blanks at its ends.</summary>
    public Passage Trim()
    {
        var start = Text.Length - Text.AsSpan().TrimStart().Length;
        return Slice(start, Text.AsSpan().TrimEnd().Length);
    }

    /// <summary>All passages, one after the other, with <paramref name="joiner"/> between.</summary>
    public static Passage Join(string joiner, IEnumerable<Passage> passages)
    {
        var builder = new PassageBuilder();
        foreach (var passage in passages)
        {
            if (builder.Length > 0)
            {
                builder.Append(joiner);
            }

            builder.Append(passage);
        }

        return builder.ToPassage();
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private IEnumerable<Segment> Within(int start, int end)
    {
        foreach (var segment in _segments)
        {
            var from = Math.Max(start, segment.Start);
            var to = Math.Min(end, segment.Start + segment.Length);
            if (from < to)
            {
                yield return segment.Part(from, to);
            }
        }
    }

    internal IReadOnlyList<Segment> Segments => _segments;
}

/// <summary>Characters of a passage that stand together in the document.</summary>
internal readonly record struct Segment(int Start, int Length, Place Place, double Confidence)
{
    public Segment Part(int from, int to)
    {
        if (from == Start && to == Start + Length)
        {
            return this;
        }

        // Only where a character of the passage is a character of the file can a part be told from the whole.
        var place =
            Place.Start is { } start && Place.End - start == Length
                ? Place with
                {
                    Start = start + from - Start,
                    End = start + to - Start,
                }
                : Place;
        return new Segment(from, to - from, place, Confidence);
    }
}

/// <summary>Puts a passage together from pieces.</summary>
public sealed class PassageBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<Segment> _segments = [];

    /// <summary>Characters so far.</summary>
    public int Length => _text.Length;

    /// <summary>The last character so far, or a blank.</summary>
    public char Last => _text.Length == 0 ? ' ' : _text[^1];

    /// <summary>Adds text that stands nowhere: a blank between two lines.</summary>
    public void Append(string text) => _text.Append(text);

    /// <summary>Adds text whose every character stands at one place, read with a confidence of 0 to 1.</summary>
    public void Append(string text, Place place, double confidence)
    {
        if (text.Length > 0)
        {
            _segments.Add(new Segment(_text.Length, text.Length, place, confidence));
            _text.Append(text);
        }
    }

    /// <summary>Adds a passage.</summary>
    public void Append(Passage passage)
    {
        foreach (var segment in passage.Segments)
        {
            _segments.Add(segment with { Start = segment.Start + _text.Length });
        }

        _text.Append(passage.Text);
    }

    /// <summary>Takes characters away from the end: the hyphen of a broken word.</summary>
    public void RemoveLast(int count)
    {
        _text.Length -= count;
        while (_segments.Count > 0 && _segments[^1].Start >= _text.Length)
        {
            _segments.RemoveAt(_segments.Count - 1);
        }

        if (_segments.Count > 0)
        {
            var last = _segments[^1];
            _segments[^1] = last.Part(last.Start, Math.Min(last.Start + last.Length, _text.Length));
        }
    }

    /// <summary>What was put together.</summary>
    public Passage ToPassage() => new(_text.ToString(), [.. _segments]);
}
