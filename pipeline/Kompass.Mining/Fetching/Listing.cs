using System.Xml;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Kompass.Mining.Documents;

namespace Kompass.Mining.Fetching;

/// <summary>What a page that lists documents turned out to be.</summary>
public enum ListingKind
{
    /// <summary>A page of its own.</summary>
    Page,

    /// <summary>A form that asks for a password.</summary>
    Login,

    /// <summary>A page that says with status 200 that there is no such page.</summary>
    SoftNotFound,

    /// <summary>Hardly more than a question about cookies or a script to be run.</summary>
    Barrier,
}

/// <summary>The addresses of documents that a web page or a sitemap lists.</summary>
/// <param name="Kind">What the page is; <see cref="ListingKind.Page"/> for sitemaps.</param>
/// <param name="Documents">Addresses, each once, in the order of the page.</param>
/// <param name="Sitemaps">Further sitemaps that a sitemap lists.</param>
public sealed partial record Listing(
    ListingKind Kind,
    IReadOnlyList<Uri> Documents,
    IReadOnlyList<Uri> Sitemaps
)
{
    // A page that is one of these has hardly a word beside it.
    private const int FewCharacters = 600;

    private static readonly TimeSpan MatchTime = TimeSpan.FromSeconds(1);

    [GeneratedRegex(
        "hittades inte|kan inte hittas|kunde inte hittas|finns inte|not found|sidan saknas|fel 404|error 404|^\\s*404\\s*$",
        Patterns.AnyCase
    )]
    private static partial Regex NotFound();

    [GeneratedRegex(
        "cookie|kakor|samtycke|javascript|är du en robot|are you human|captcha",
        Patterns.AnyCase
    )]
    private static partial Regex InTheWay();

    /// <summary>A source's pattern, as it is matched: without regard to case, within a second.</summary>
    /// <exception cref="ArgumentException">It is no regular expression.</exception>
    internal static Regex Pattern(string? pattern) =>
        new(
            pattern ?? @"\.pdf($|\?)",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
            MatchTime
        );

    /// <summary>Reads a web page.</summary>
    /// <param name="html">Its source.</param>
    /// <param name="address">Where it came from; relative links start there, or at its base element.</param>
    /// <param name="pattern">What a link, or its text, must match.</param>
    /// <param name="most">Most links that are taken.</param>
    /// <exception cref="InvalidDataException">The page passes a bound; the message tells which.</exception>
    /// <exception cref="RegexMatchTimeoutException">The pattern takes longer than a second on a link.</exception>
    public static Listing OfPage(string html, Uri address, string? pattern, int most)
    {
        using var page = Parsed(html);
        var start =
            page.QuerySelector("base[href]")?.GetAttribute("href") is { } href
            && Uri.TryCreate(address, href, out var moved)
                ? moved
                : address;
        var regex = Pattern(pattern);
        var links = page.QuerySelectorAll("a[href]")
            .Select(a =>
                (Address: AddressOf(start, a.GetAttribute("href")!), Text: a.TextContent.Trim())
            )
            .Where(a =>
                a.Address is not null
                && (regex.IsMatch(a.Address.AbsoluteUri) || regex.IsMatch(a.Text))
            )
            .Select(a => a.Address!)
            .Distinct()
            .Take(most)
            .ToList();
        return new Listing(links.Count > 0 ? ListingKind.Page : KindOf(page), links, []);
    }

    /// <summary>Reads a sitemap or an index of sitemaps.</summary>
    /// <exception cref="XmlException">It is no XML.</exception>
    /// <exception cref="RegexMatchTimeoutException">The pattern takes longer than a second on an address.</exception>
    public static Listing OfSitemap(Stream xml, Uri address, string? pattern, int most)
    {
        var regex = Pattern(pattern);
        var (documents, sitemaps) = (new List<Uri>(), new List<Uri>());
        using var reader = XmlReader.Create(
            xml,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersFromEntities = 0,
            }
        );
        var inIndex = false;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "sitemap" or "url")
            {
                inIndex = reader.LocalName == "sitemap";
            }
            else if (
                reader is { NodeType: XmlNodeType.Element, LocalName: "loc", IsEmptyElement: false }
                && AddressOf(address, TextOf(reader)) is { } found
            )
            {
                var list = inIndex ? sitemaps : documents;
                if (list.Count < most && (inIndex || regex.IsMatch(found.AbsoluteUri)))
                {
                    list.Add(found);
                }
            }
        }

        return new Listing(ListingKind.Page, [.. documents.Distinct()], [.. sitemaps.Distinct()]);
    }

    /// <summary>What a web page is that should have been a document.</summary>
    /// <exception cref="InvalidDataException">The page passes a bound; the message tells which.</exception>
    public static ListingKind KindOf(string html)
    {
        using var page = Parsed(html);
        return KindOf(page);
    }

    private static IDocument Parsed(string html) =>
        HtmlBounds.Passed(html) is { } passed
            ? throw new InvalidDataException(passed)
            : new HtmlParser().ParseDocument(html);

    private static string TextOf(XmlReader reader) =>
        reader.Read() && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA
            ? reader.Value
            : "";

    private static Uri? AddressOf(Uri start, string href) =>
        Uri.TryCreate(start, href.Trim(), out var address) && address.Scheme is "http" or "https"
            ? new Uri(address.GetLeftPart(UriPartial.Query))
            : null;

    private static ListingKind KindOf(IDocument page)
    {
        if (page.QuerySelector("input[type=password i]") is not null)
        {
            return ListingKind.Login;
        }

        var heads = string.Join(' ', page.QuerySelectorAll("title, h1").Select(e => e.TextContent));
        if (NotFound().IsMatch(heads))
        {
            return ListingKind.SoftNotFound;
        }

        foreach (var unseen in page.QuerySelectorAll("script, style, template").ToList())
        {
            unseen.Remove();
        }

        var text = page.Body?.TextContent.Trim() ?? "";
        return text.Length < FewCharacters && (text.Length == 0 || InTheWay().IsMatch(text))
            ? ListingKind.Barrier
            : ListingKind.Page;
    }
}
