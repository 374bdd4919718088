using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Kompass.Mining.Dataset.Store;
using Kompass.Web.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace Kompass.Web;

/// <summary>
/// The explorer's pages that need no server, as files whose links work where they lie: reports, municipalities, areas, themes, charts, quality, code book, and the
/// findings by one facet at a time; each with its CSV and how to cite it. Search, SQL and the documents' pages are left out.
/// </summary>
public sealed class StaticSite
{
    private const string StyleName = "explorer.css";

    // Of these facets each value has its list; combined they would be millions.
    private static readonly Facet[] Listed = [Facet.Kind, Facet.Area, Facet.Theme, Facet.Question];

    private static readonly string[] Starts =
    [
        "/",
        "/reports",
        "/municipalities",
        "/exemplars",
        "/areas",
        "/themes",
        "/charts",
        "/charts/change",
        "/charts/heatmap",
        "/quality",
        "/codebook",
    ];

    private readonly LocalExplorer _explorer;
    private readonly string _folder;
    private readonly HtmlParser _parser = new();
    private readonly Queue<string> _waiting = new();

    // File by address.
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    private StaticSite(LocalExplorer explorer, string folder)
    {
        _explorer = explorer;
        _folder = folder;
    }

    /// <summary>Writes the site.</summary>
    /// <param name="options">What it shows.</param>
    /// <param name="folder">A folder that is new, empty, or an earlier site.</param>
    /// <param name="cancellation">Stops between pages.</param>
    /// <returns>How many files were written.</returns>
    /// <exception cref="DatasetException">The folder holds something else, or there is no dataset.</exception>
    public static async Task<int> WriteAsync(
        ExplorerOptions options,
        string folder,
        CancellationToken cancellation
    )
    {
        if (
            Directory.Exists(folder)
            && Directory.EnumerateFileSystemEntries(folder).Any()
            && !File.Exists(Path.Combine(folder, StyleName))
        )
        {
            throw new DatasetException(
                $"{folder}: holds something that is no site; name a folder that is new or empty"
            );
        }

        SqliteStore.OpenForReading(options.Data).Dispose();
        await using var explorer = await LocalExplorer.StartAsync(options, cancellation);
        return await new StaticSite(explorer, folder).Write(cancellation);
    }

    private async Task<int> Write(CancellationToken cancellation)
    {
        await Save(StyleName, Stylesheet.Bytes, cancellation);
        foreach (var start in Starts)
        {
            Take(start);
        }

        while (_waiting.TryDequeue(out var address))
        {
            var file = _files[address];
            var bytes =
                await _explorer.GetAsync(address, cancellation)
                ?? throw new DatasetException($"{address}: the explorer does not answer");
            await Save(
                file,
                file.EndsWith(".html", StringComparison.Ordinal)
                    ? Rewritten(Encoding.UTF8.GetString(bytes), address, file)
                    : bytes,
                cancellation
            );
        }

        return _files.Count + 1;
    }

    private Task Save(string file, byte[] bytes, CancellationToken cancellation)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return File.WriteAllBytesAsync(path, bytes, cancellation);
    }

    private byte[] Rewritten(string html, string address, string file)
    {
        using var page = _parser.ParseDocument(html);
        // Forms, and words on what a server does.
        foreach (var served in page.QuerySelectorAll("form, .served"))
        {
            served.Remove();
        }

        page.QuerySelector("link[rel=stylesheet]")!.SetAttribute("href", Relative(file, StyleName));
        if (page.QuerySelector("footer .about") is { } about)
        {
            about.InnerHtml =
                "<a href=\"/codebook\">Kodbok</a> · Skrivet med <code>kompass publish --site</code>, utan server: sökning och dokumentens sidor finns i <code>kompass serve</code>. <span class=\"en\" lang=\"en\">Written without a server: search and the documents' pages are in kompass serve.</span>";
        }

        if (address == "/" || address.StartsWith("/?", StringComparison.Ordinal))
        {
            page.Title = "Punkterna i listorna – Kompass";
            page.QuerySelector("h1")!.InnerHtml =
                "Punkterna i listorna <span class=\"en\" lang=\"en\">The findings of the lists</span>";
        }

        page.QuerySelector("header nav a")!.InnerHtml =
            "Punkter <span class=\"en\" lang=\"en\">Findings</span>";
        foreach (var link in page.QuerySelectorAll<IHtmlAnchorElement>("a[href^='/']"))
        {
            var href = link.GetAttribute("href")!;
            var (target, fragment) = href.Split('#', 2) is [var before, var after]
                ? (before, "#" + after)
                : (href, "");
            if (Take(target) is { } other)
            {
                link.SetAttribute("href", Relative(file, other) + fragment);
            }
            else
            {
                Unlink(page, link);
            }
        }

        if (address == "/charts")
        {
            page.QuerySelector("main ul")!
                .Insert(
                    AdjacentPosition.AfterEnd,
                    "<p>Två diagram är inte med här, eftersom vad de visar väljs i ett formulär: andel av rapporterna per år för valfria ord och delfrågor (varje temas andel står på temats sida) och kommuners profiler bredvid varandra (varje kommuns står på dess sida). De finns i <code>kompass serve</code>. <span class=\"en\" lang=\"en\">Two charts are not here, as a form chooses what they show: shares by year (each theme's is on its page) and profiles side by side (each municipality's is on its page). They are in kompass serve.</span></p>"
                );
        }

        return Encoding.UTF8.GetBytes(page.ToHtml());
    }

    // What leads nowhere here is text; a value of a facet keeps its form. What is nothing but the way there is left out.
    private static void Unlink(IHtmlDocument page, IHtmlAnchorElement link)
    {
        // What a report says is no way to somewhere, alone in its paragraph or not.
        var isAlone =
            link.ParentElement is { } parent
            && !parent.ClassList.Contains("text")
            && parent.TextContent.Trim() == link.TextContent.Trim();
        var entry =
            link.Closest("header nav li, .cards li") ?? (isAlone ? link.Closest("p") : null);
        if (entry is not null)
        {
            entry.Remove();
            return;
        }

        var text = page.CreateElement("span");
        text.InnerHtml = link.InnerHtml;
        if (link.Title is { Length: > 0 } title)
        {
            text.SetAttribute("title", title);
        }

        text.ClassName = link.Closest(".facet") is null ? link.ClassName : "without";
        link.Replace(text);
    }

    // The file of an address, which is written in its turn; null where the site has no such page.
    private string? Take(string address)
    {
        var (path, query) = address.Split('?', 2) is [var before, var after]
            ? (before, after)
            : (address, "");
        // Whatever order a link has its parameters in.
        var parameters = new SortedDictionary<string, string>(
            QueryHelpers
                .ParseQuery(query)
                .ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        parameters.Remove("format", out var format);
        if (format is not (null or "csv" or "csv-excel" or "cite") || !IsOfSite(path, parameters))
        {
            return null;
        }

        if (format is not null)
        {
            // The rows of all pages.
            parameters.Remove("page");
        }

        var name = NameOf(path, parameters);
        var file =
            name
            + format switch
            {
                "csv" => ".csv",
                "csv-excel" => "-excel.csv",
                "cite" => ".txt",
                _ => ".html",
            };
        if (format is not null)
        {
            parameters["format"] = format;
        }

        var own = QueryHelpers.AddQueryString(path, parameters!);
        if (_files.TryAdd(own, file))
        {
            _waiting.Enqueue(own);
        }

        return file;
    }

    private static bool IsOfSite(string path, SortedDictionary<string, string> parameters)
    {
        var names = parameters.Keys.ToHashSet(StringComparer.Ordinal);
        var isOfSeveral = parameters.Values.Any(v => v.Contains(',', StringComparison.Ordinal));
        return path switch
        {
            "/" => parameters.Keys.Where(n => n is not ("page" or "table")).ToList() switch
            {
                [] => true,
                // What the number of an area or a sub-question means is told by the edition.
                ["area", "edition"] or ["edition", "question"] => !isOfSeveral,
                [var facet] => Listed.Any(f => f.Name == facet) && !isOfSeveral,
                _ => false,
            },
            "/themes" => names.IsSubsetOf(["edition", "table"]),
            "/charts/heatmap" => names.IsSubsetOf(["kind", "edition"]),
            _ when Starts.Contains(path, StringComparer.Ordinal) => names.IsSubsetOf(["table"]),
            _ => path.Split('/') is ["", "reports" or "municipalities" or "areas" or "themes", _]
                && names.IsSubsetOf(["edition", "table"]),
        };
    }

    private static string NameOf(string path, SortedDictionary<string, string> parameters)
    {
        var name = string.Join(
            '/',
            path.Split('/', StringSplitOptions.RemoveEmptyEntries)
                .Select(Uri.UnescapeDataString)
                .Select(Plain)
        );
        var rest = string.Join('-', parameters.Select(p => Plain($"{p.Key}-{p.Value}")));
        return (name, rest) switch
        {
            ("", "") => "index",
            ("", _) => "findings/" + rest,
            (_, "") => name,
            _ => $"{name}-{rest}",
        };
    }

    private static string Plain(string text) =>
        string.Concat(text.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' ? c : '-'))
            .Trim('.');

    private static string Relative(string from, string to) =>
        string.Concat(Enumerable.Repeat("../", from.Count(c => c == '/')))
        + string.Join('/', to.Split('/').Select(Uri.EscapeDataString));
}
