using System.Xml.Linq;
using Kompass.Mining.Improvements.Manuscripts;
using Kompass.Mining.Improvements.Office;

namespace Kompass.Mining.Improvements.Feedback;

/// <summary>
/// The text of a paragraph as if all tracked changes were accepted and what is struck through or hidden were deleted, and the marks and comments that begin in it.
/// </summary>
internal sealed class ParagraphReader
{
    private readonly StringBuilder _text = new();
    private readonly List<(string Name, string Id, int Start, int Paragraph)> _starts = [];
    private readonly List<(int Start, StringBuilder Struck)> _paragraphs = [];
    private readonly HashSet<string> _comments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ends = new(StringComparer.Ordinal);

    /// <summary>Whether the end of the paragraph is struck: the next one then goes on in it.</summary>
    public static bool IsEndDeleted(XElement paragraph) =>
        paragraph.Find("pPr", "rPr")?.Elements().Any(e => e.Is("del", "moveFrom")) == true;

    /// <summary>Adds a paragraph; several where the ends between them are struck.</summary>
    public void Add(XElement paragraph)
    {
        _paragraphs.Add((_text.Length, new StringBuilder()));
        Visit(paragraph);
    }

    /// <summary>Ids of the comments that are anchored in it.</summary>
    public IReadOnlySet<string> Comments => _comments;

    /// <summary>What was struck of paragraphs of which nothing else is left.</summary>
    public IEnumerable<string> Struck =>
        _paragraphs
            .Where((p, i) => p.Struck.Length > 0 && !IsWrittenOver(i, _text.ToString()))
            .Select(p => p.Struck.ToString());

    /// <summary>
    /// The pieces: one where at most one mark has text in the paragraph, else one a mark, for two suggestions may have run together. A mark whose text was struck
    /// is a piece without text, unless it is the only one and something was written in its place, in its own paragraph.
    /// </summary>
    public IReadOnlyList<(string? Mark, string Text)> Pieces()
    {
        var text = _text.ToString();
        var marked = _starts
            .Select(s => (s.Name, s.Start, End: _ends.GetValueOrDefault(s.Id, text.Length)))
            .Where(m => !string.IsNullOrWhiteSpace(text[m.Start..Math.Max(m.Start, m.End)]))
            .OrderBy(m => m.Start)
            .ToList();
        var struck = _starts
            .Select(s => s.Name)
            .Except(marked.Select(m => m.Name), StringComparer.Ordinal)
            .Select(name => ((string?)name, ""));
        if (marked.Count <= 1)
        {
            return
                marked.Count == 0 && _starts.Count == 1 && IsWrittenOver(_starts[0].Paragraph, text)
                ? [(_starts[0].Name, text)]
                : [(marked.Count == 1 ? marked[0].Name : null, text), .. struck];
        }

        // What stands between two marks belongs to the first of them.
        return
        [
            .. marked.Select(
                (m, i) =>
                    (
                        (string?)m.Name,
                        text[
                            (i == 0 ? 0 : m.Start)..(
                                i + 1 < marked.Count
                                    ? Math.Max(m.Start, marked[i + 1].Start)
                                    : text.Length
                            )
                        ]
                    )
            ),
            .. struck,
        ];
    }

    // What a struck paragraph ran into stood below it.
    private bool IsWrittenOver(int paragraph, string text)
    {
        var end =
            paragraph + 1 < _paragraphs.Count ? _paragraphs[paragraph + 1].Start : text.Length;
        return !string.IsNullOrWhiteSpace(text[_paragraphs[paragraph].Start..end]);
    }

    private void Visit(XElement element)
    {
        foreach (var child in element.Elements())
        {
            if (child.Is("t"))
            {
                _text.Append(child.Value);
            }
            else if (child.Is("tab"))
            {
                _text.Append(' ');
            }
            else if (child.Is("br", "cr"))
            {
                _text.Append('\n');
            }
            else if (child.Is("noBreakHyphen"))
            {
                _text.Append('-');
            }
            else if (child.Is("bookmarkStart") && SuggestionMark.IsMark(child.Get("name")))
            {
                _starts.Add(
                    (child.Get("name"), child.Get("id"), _text.Length, _paragraphs.Count - 1)
                );
            }
            else if (child.Is("bookmarkEnd"))
            {
                _ends[child.Get("id")] = _text.Length;
            }
            else if (child.Is("commentRangeStart", "commentReference"))
            {
                _comments.Add(child.Get("id"));
            }
            else if (child.Is("del") || IsUnseen(child))
            {
                _paragraphs[^1]
                    .Struck.AppendJoin(
                        null,
                        child.Descendants().Where(e => e.Is("t", "delText")).Select(e => e.Value)
                    );
            }
            else if (
                !child.Is("moveFrom", "pPr", "rPr", "drawing", "pict")
                && child.Name.LocalName != "Fallback"
            )
            {
                Visit(child);
            }
        }
    }

    // Struck through by hand, or hidden.
    private static bool IsUnseen(XElement run) =>
        run.Is("r")
        && run.Find("rPr")
            ?.Elements()
            .Any(e =>
                e.Is("strike", "dstrike", "vanish") && e.Get() is not ("0" or "false" or "off")
            ) == true;
}
