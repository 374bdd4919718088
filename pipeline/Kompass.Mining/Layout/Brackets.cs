namespace Kompass.Mining.Layout;

/// <summary>
/// The stretches of a run that stand in brackets or in quotation marks that tell opening from closing: <c>(…)</c>, <c>“…”</c>, <c>„…“</c>, <c>«…»</c>,
/// <c>»…»</c>. A bracket that is never closed, or only far away, holds nothing. Marks that are alike on both sides (<c>”…”</c>) tell nothing.
/// </summary>
internal sealed class Brackets
{
    // Words within brackets of one item; what is longer was closed by a bracket of another.
    private const int MostWords = 25;

    private readonly List<(int Start, int End)> _stretches = [];
    private readonly Stack<(char Mark, int At)> _open = [];

    private Brackets(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            Take(text, i);
        }
    }

    /// <summary>The brackets of a text.</summary>
    public static Brackets In(string text) => new(text);

    /// <summary>Whether a bracket is open at the end of a text.</summary>
    public static bool AreOpenAfter(string text) => new Brackets(text)._open.Count > 0;

    /// <summary>Whether what stands at an offset stands in brackets.</summary>
    public bool Hold(int at) => _stretches.Exists(s => s.Start < at && at < s.End);

    private void Take(string text, int at)
    {
        switch (text[at])
        {
            case '(':
                _open.Push(('(', at));
                break;
            case ')':
                Close(text, at, "(");
                break;
            case '„':
                _open.Push(('„', at));
                break;
            case '“' when !Close(text, at, "„"):
                _open.Push(('“', at));
                break;
            case '”':
                Close(text, at, "“„");
                break;
            case '«' or '»' when !Close(text, at, "«»"):
                _open.Push((text[at], at));
                break;
            default:
                break;
        }
    }

    // Closes the last mark of its kind; what was opened within it and not closed holds nothing.
    private bool Close(string text, int at, string kind)
    {
        if (!_open.Any(o => kind.Contains(o.Mark, StringComparison.Ordinal)))
        {
            return false;
        }

        while (_open.TryPop(out var open))
        {
            if (kind.Contains(open.Mark, StringComparison.Ordinal))
            {
                if (text.AsSpan(open.At, at - open.At).Count(' ') < MostWords)
                {
                    _stretches.Add((open.At, at));
                }

                break;
            }
        }

        return true;
    }
}
