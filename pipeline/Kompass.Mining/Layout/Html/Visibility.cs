using AngleSharp.Dom;

namespace Kompass.Mining.Layout.Html;

/// <summary>
/// Takes out of a page what its reader does not see, or sees only as no part of the text: what attribute, style or style sheet hide, scripts and menus,
/// words struck out, raised marks of footnotes.
/// </summary>
internal static class Visibility
{
    // Longer is no mark of a footnote: "1", "[12]", "*)", "a, b".
    private const int LongestMark = 5;

    private static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase)
    {
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "object",
        "canvas",
        "nav",
        "footer",
        "button",
        "head",
        "datalist",
        "rp",
        "rt",
        "audio",
        "video",
        "del",
        "s",
        "strike",
    };

    /// <summary>Removes them from the page.</summary>
    public static void TakeOutUnseen(
        IDocument page,
        StyleSheet sheet,
        CancellationToken cancellation
    )
    {
        if (page.Body is not { } body)
        {
            return;
        }

        var panels = PanelsOf(body, page);
        PutTabsOnTheirPanels(panels);
        var unseen = new List<IElement>();
        foreach (var element in body.QuerySelectorAll("*"))
        {
            cancellation.ThrowIfCancellationRequested();
            if (
                (Unseen.Contains(element.LocalName) && !HeadsAPanel(element))
                || (IsHidden(element, sheet) && !panels.Any(p => p.Panel == element))
                || IsFootnoteMark(element)
            )
            {
                unseen.Add(element);
            }
        }

        foreach (var element in unseen)
        {
            // What stood on either side of it does not run together.
            element.Replace(page.CreateTextNode(element.LocalName is "sup" ? "" : " "));
        }
    }

    // What a tab or the button of an accordion shows when it is pressed is part of the page, though hidden until then; a window or a menu is none.
    private static List<(IElement Tab, IElement Panel)> PanelsOf(IElement body, IDocument page)
    {
        var panels = new List<(IElement Tab, IElement Panel)>();
        foreach (var tab in body.QuerySelectorAll(Openers))
        {
            var id =
                tab.GetAttribute("aria-controls")
                ?? tab.GetAttribute("data-bs-target")
                ?? tab.GetAttribute("data-target")
                ?? tab.GetAttribute("href");
            if (
                page.GetElementById(id?.TrimStart('#') ?? "") is { } panel
                && !panel.Contains(tab)
                && !tab.Contains(panel)
            )
            {
                panels.Add((tab, panel));
            }
        }

        return panels;
    }

    private const string Openers =
        "[role=tab],[data-toggle=tab],[data-toggle=pill],[data-toggle=collapse],[data-bs-toggle=tab],[data-bs-toggle=pill],[data-bs-toggle=collapse],[aria-expanded][aria-controls]";

    // Tabs stand side by side above all of their panels: each is the heading of its own.
    private static void PutTabsOnTheirPanels(List<(IElement Tab, IElement Panel)> panels)
    {
        foreach (var (tab, panel) in panels.Where(p => IsTab(p.Tab)))
        {
            tab.SetAttribute("role", "heading");
            panel.Prepend(tab);
        }
    }

    private static bool IsTab(IElement opener) =>
        opener.GetAttribute("role") is "tab"
        || opener.GetAttribute("data-toggle") is "tab" or "pill"
        || opener.GetAttribute("data-bs-toggle") is "tab" or "pill";

    // The button of an accordion: its text is the heading of the part that it opens and closes. "Visa mer" in the midst of one is none.
    private static bool HeadsAPanel(IElement element) =>
        element.LocalName is "button"
        && (
            element.GetAttribute("role") is "heading"
            || (
                element.HasAttribute("aria-expanded")
                && !Orders.Any(o =>
                    element
                        .TextContent.AsSpan()
                        .TrimStart()
                        .StartsWith(o, StringComparison.OrdinalIgnoreCase)
                )
            )
        );

    // What buttons say that head nothing.
    private static readonly string[] Orders =
    [
        "Visa",
        "Läs",
        "Dölj",
        "Öppna",
        "Stäng",
        "Meny",
        "Sök",
        "Dela",
    ];

    private static bool IsHidden(IElement element, StyleSheet sheet) =>
        element.HasAttribute("hidden")
        || (
            element.LocalName is "input"
            && element.GetAttribute("type")?.ToLowerInvariant()
                is "hidden"
                    or "password"
                    or "submit"
                    or "button"
                    or "checkbox"
                    or "radio"
                    or "search"
        )
        || (element.LocalName is "dialog" && !element.HasAttribute("open"))
        || (
            element.GetAttribute("style") is { } style && StyleSheet.Hides(style) is { } own
                ? own
                : sheet.IsHidden(element)
        );

    private static bool IsFootnoteMark(IElement element) =>
        element.LocalName is "sup" && element.TextContent.Trim().Length <= LongestMark;
}
