namespace Kompass.Mining.Tests.WebPages;

/// <summary>One way of writing an evaluation's figures on a page.</summary>
/// <param name="Name">For the report.</param>
/// <param name="Body">What stands in the page below its title.</param>
/// <param name="Truth">What may be read of it.</param>
internal sealed record PageShape(
    string Name,
    Func<PageDraft, string> Body,
    Func<PageDraft, PageTruth> Truth
)
{
    /// <summary>Whose names the areas have.</summary>
    public string Edition { get; init; } = "2010";

    /// <summary>Whether the page says the same when it is copied as text.</summary>
    public bool Copies { get; init; } = true;

    /// <summary>The page's title.</summary>
    public Func<PageDraft, string> Title { get; init; } =
        d => $"Kommunkompassen {d.Year} - {d.Kommun}";

    /// <summary>The page's first lines.</summary>
    public Func<PageDraft, string> Top { get; init; } =
        d => $"<h1>Kommunkompassen {d.Year}</h1><p>{d.Kommun} utvärderades hösten {d.Year}.</p>";

    public string Html(PageDraft d) =>
        $"<!DOCTYPE html><html lang=\"sv\"><head><meta charset=\"utf-8\"><title>{Title(d)}</title>{Style}</head><body><nav><a href=\"/\">Start</a></nav><main>{Top(d)}{Body(d)}</main><footer>Kontakt</footer></body></html>";

    public string Style { get; init; } = "";

    /// <summary>The page as a reader copies it: a line a block, cells parted by tabs.</summary>
    public string Text(PageDraft d)
    {
        var html = Html(d);
        var main = html[
            html.IndexOf("<main>", StringComparison.Ordinal)..html.IndexOf(
                "</main>",
                StringComparison.Ordinal
            )
        ];
        var text = System.Text.RegularExpressions.Regex.Replace(
            main,
            @"</t[dh]>(?=\s*<t[dh])",
            "\t"
        );
        text = System.Text.RegularExpressions.Regex.Replace(
            text,
            @"</(?:h\d|p|table|ul|dl|section)>",
            "\n\n"
        );
        text = System.Text.RegularExpressions.Regex.Replace(
            text,
            @"</(?:tr|li|div|dt|dd|caption|summary)>|<br>",
            "\n"
        );
        text = System.Text.RegularExpressions.Regex.Replace(text, "<[^>]*>", "");
        return $"{Title(d)}\n\n{System.Net.WebUtility.HtmlDecode(text)}\n";
    }
}
