using Kompass.Mining.Documents;

namespace Kompass.Mining.Layout;

/// <summary>Takes the remains of HTML and Markdown out of a line: half-broken tags, emphasis, links, entities.</summary>
internal static partial class Markup
{
    /// <summary>A text most of whose lines are quoted, as in an answered or forwarded e-mail, without the signs that say so; all else keeps its place.</summary>
    public static SourceText WithoutQuoting(SourceText source)
    {
        return QuotedLine().Count(source.Text) * 2 > WrittenLine().Count(source.Text)
            ? source.With(QuotedLine().Replace(source.Text, m => new string(' ', m.Length)))
            : source;
    }

    /// <summary>The line without markup. Tags that end a line or begin an item leave <c>\n</c> and <c>•</c>.</summary>
    public static Passage Clean(Passage line)
    {
        var text = line.Text;
        if (
            text.AsSpan().IndexOfAny('<', '*', '[') < 0
            && !text.Contains('&', StringComparison.Ordinal)
            && !text.Contains("__", StringComparison.Ordinal)
        )
        {
            return line;
        }

        var clean = Replace(line, Tag(), TagText);
        clean = Replace(clean, Link(), m => m.Groups["text"].Value);
        clean = Replace(clean, Emphasis(), _ => "");
        return Replace(clean, Entity(), EntityText);
    }

    /// <summary>The passage with every match replaced; what is not replaced keeps its place.</summary>
    public static Passage Replace(Passage passage, Regex pattern, Func<Match, string> replacement)
    {
        var from = 0;
        PassageBuilder? result = null;
        foreach (Match match in pattern.Matches(passage.Text))
        {
            result ??= new PassageBuilder();
            result.Append(passage.Slice(from, match.Index));
            var text = replacement(match);
            // What stays of a match (the text of a link) keeps its place where it stood in one piece.
            var inside = text.Length > 1 ? match.Value.IndexOf(text, StringComparison.Ordinal) : -1;
            result.Append(
                inside >= 0
                    ? passage.Slice(match.Index + inside, match.Index + inside + text.Length)
                    : Passage.At(text, passage.PlaceOf(match.Index, match.Index + match.Length))
            );
            from = match.Index + match.Length;
        }

        if (result is null)
        {
            return passage;
        }

        result.Append(passage.Slice(from, passage.Text.Length));
        return result.ToPassage();
    }

    private static string TagText(Match tag) =>
        tag.Groups["name"].Value.ToLowerInvariant() switch
        {
            "li" when !tag.Value.StartsWith("</", StringComparison.Ordinal) => "• ",
            "br" or "p" or "div" or "tr" or "li" => "\n",
            _ => "",
        };

    private static string EntityText(Match entity) =>
        SourceText.From(DigitRepair.Written(System.Net.WebUtility.HtmlDecode(entity.Value))).Text;

    // "> ", "> > ", ">>"
    [GeneratedRegex(@"^(?:> ?)+", RegexOptions.Multiline)]
    private static partial Regex QuotedLine();

    [GeneratedRegex(@"^.*\S", RegexOptions.Multiline)]
    private static partial Regex WrittenLine();

    // <ul style="list-style-type: none">, </p>, <br/>
    [GeneratedRegex(@"</?(?<name>[a-zA-Z][a-zA-Z0-9]{0,9})(?:\s[^<>]{0,300})?/?>")]
    private static partial Regex Tag();

    // ([Goda exempel](#))
    [GeneratedRegex(@"\[(?<text>[^\[\]\n]{1,200})\]\((?<target>[^()\n]{0,500})\)")]
    private static partial Regex Link();

    // *"Alltid bästa möte"*, **Styrkor**, __Svagheter__: a mark that touches a word on one side and none on the other
    [GeneratedRegex(@"(?<![\w*])(?:\*{1,3}|_{2})(?=\S)|(?<=\S)(?:\*{1,3}|_{2})(?![\w*])")]
    private static partial Regex Emphasis();

    // &amp; &nbsp; &#229;
    [GeneratedRegex(@"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});")]
    private static partial Regex Entity();
}
