using AngleSharp.Dom;
using Kompass.Mining.Documents;

namespace Kompass.Mining.Layout.Html;

/// <summary>The text of elements as it is seen: fields with what stands in them, pictures as what they are said to show.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    };

    /// <summary>Whether an element is a list, by its name or by the role that a page's script gave it.</summary>
    public static bool IsList(IElement element) =>
        element.LocalName is "ul" or "ol" or "menu" || element.GetAttribute("role") is "list";

    /// <summary>Whether an element begins a line of its own.</summary>
    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    /// <summary>What an element shows that has no text inside: a field's value, a picture's description, the choice of a list; null for all others.</summary>
    public static string? ShownBy(IElement element) =>
        element.LocalName switch
        {
            "input" => element.GetAttribute("value") ?? "",
            "img" => element.GetAttribute("alt") ?? "",
            // An icon; a chart is read as a table.
            "svg" => "",
            "select" => (
                element.QuerySelector("option[selected]") ?? element.QuerySelector("option")
            )?.TextContent
                ?? "",
            "meter" or "progress" when element.TextContent.Trim().Length == 0 =>
                element.GetAttribute("value") ?? "",
            _ => null,
        };

    /// <summary>All text of a node on one line.</summary>
    public static string Of(INode node)
    {
        var text = new StringBuilder();
        Append(node, text);
        return SingleBlanks(text.ToString());
    }

    /// <summary>The text of an item on one line without the lists within it, and these.</summary>
    public static (string Text, IReadOnlyList<IElement> Lists) OwnOf(IElement item)
    {
        var text = new StringBuilder();
        var lists = new List<IElement>();
        Append(item, text, lists);
        return (SingleBlanks(text.ToString()), lists);
    }

    /// <summary>All text of a node, a paragraph for every block, cells of a row parted by tabs.</summary>
    public static string Lines(INode node)
    {
        var text = new StringBuilder();
        AppendLines(node, text);
        return text.ToString();
    }

    /// <summary>A text as <see cref="SourceText"/> has it, also what the page wrote as references, with single blanks.</summary>
    public static string SingleBlanks(string text) =>
        string.Join(
            ' ',
            SourceText.From(text).Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    /// <summary>
    /// Adds the text of the next element to a line: a letter and a digit that different elements show (<c>&lt;span&gt;Etik&lt;/span&gt;&lt;span&gt;58&lt;/span&gt;</c>)
    /// stand apart.
    /// </summary>
    public static void AppendApart(StringBuilder line, string text)
    {
        if (
            line.Length > 0
            && text.Length > 0
            && (
                (char.IsLetter(line[^1]) && char.IsDigit(text[0]))
                || (char.IsDigit(line[^1]) && char.IsLetter(text[0]))
            )
        )
        {
            line.Append(' ');
        }

        line.Append(text);
    }

    private static void Append(INode node, StringBuilder text, List<IElement>? lists = null)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText t:
                    AppendApart(text, t.Data);
                    break;
                case IElement list when lists is not null && IsList(list):
                    lists.Add(list);
                    break;
                case IElement { LocalName: "br" or "wbr" } br:
                    text.Append(br.LocalName is "br" ? " " : "");
                    break;
                case IElement e when ShownBy(e) is { } shown:
                    text.Append(' ').Append(shown).Append(' ');
                    break;
                case IElement e:
                    // The parts of a drawn text stand on lines of their own.
                    var apart = IsBlock(e) || e.LocalName is "td" or "th" or "tspan";
                    text.Append(apart ? " " : "");
                    Append(e, text, lists);
                    text.Append(apart ? " " : "");
                    break;
                default:
                    break;
            }
        }
    }

    private static void AppendLines(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText t:
                    AppendApart(text, t.Data.Replace('\n', ' '));
                    break;
                case IElement { LocalName: "br" }:
                    text.Append('\n');
                    break;
                case IElement { LocalName: "pre" } pre:
                    text.Append(pre.TextContent).Append("\n\n");
                    break;
                case IElement e when ShownBy(e) is { } shown:
                    text.Append(shown);
                    break;
                case IElement e:
                    AppendLines(e, text);
                    text.Append(
                        e.LocalName is "td" or "th" ? "\t"
                        : IsBlock(e) ? "\n\n"
                        : ""
                    );
                    break;
                default:
                    break;
            }
        }
    }
}
