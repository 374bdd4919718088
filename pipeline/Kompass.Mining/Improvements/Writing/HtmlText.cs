using System.Text;
using Kompass.Mining.Improvements.Drafts;
using Kompass.Mining.Improvements.Office;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>Lines, paragraphs and lists as HTML.</summary>
internal static class HtmlText
{
    /// <summary>Text and attribute values: what HTML would read as markup is escaped, letters stay letters.</summary>
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var c in PlainXml.Of(text))
        {
            _ = c switch
            {
                '&' => encoded.Append("&amp;"),
                '<' => encoded.Append("&lt;"),
                '>' => encoded.Append("&gt;"),
                '"' => encoded.Append("&quot;"),
                _ => encoded.Append(c),
            };
        }

        return encoded.ToString();
    }

    public static string Paragraph(Part.Paragraph paragraph) =>
        $"<p{ClassOf(paragraph.Role)}>{Line(paragraph.Text)}</p>";

    public static string Bullets(Part.Bullets bullets) =>
        $"<ul{(bullets.HasSigns ? "" : " class=\"plain\"")}>\n{string.Concat(bullets.Items.Select(i => $"<li{(i.Mark is { } mark ? $" id=\"{mark}\"" : "")}>{Line(i.Text)}</li>\n"))}</ul>";

    public static string Line(IEnumerable<Inline> text) =>
        string.Concat(
            text.Select(i =>
                i.Tone switch
                {
                    Tone.Strong => $"<strong>{Encode(i.Text)}</strong>",
                    Tone.Aside => $"<span class=\"aside\">{Encode(i.Text)}</span>",
                    _ => Encode(i.Text),
                }
            )
        );

    private static string ClassOf(ParagraphRole role) =>
        role switch
        {
            ParagraphRole.Small => " class=\"small\"",
            ParagraphRole.Notice => " class=\"notice\"",
            ParagraphRole.Score => " class=\"score\"",
            ParagraphRole.ScoreNote => " class=\"score-note\"",
            ParagraphRole.Nothing => " class=\"nothing\"",
            ParagraphRole.Body or ParagraphRole.Cell or ParagraphRole.Number => "",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
