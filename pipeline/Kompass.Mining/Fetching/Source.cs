using CsvHelper;

namespace Kompass.Mining.Fetching;

/// <summary>What an address holds.</summary>
public enum SourceKind
{
    /// <summary>One document.</summary>
    Document,

    /// <summary>A web page whose links lead to documents.</summary>
    Page,

    /// <summary>A sitemap (sitemaps.org) that lists addresses, or sitemaps that do.</summary>
    Sitemap,
}

/// <summary>An address that is asked for documents. A row of <c>corpus/sources.csv</c>.</summary>
/// <param name="Id">Names it in messages and files: lower-case letters, digits and hyphens.</param>
/// <param name="Kind">What the address holds.</param>
/// <param name="Address">Its URL, http or https.</param>
/// <param name="Pattern">Of a page or sitemap: a regular expression that an address, or the text of its link, must match to be a document. Null takes PDFs.</param>
/// <param name="MunicipalityCode">Four digits where one municipality publishes there, else null.</param>
/// <param name="Year">The year of the document where it is known, else null.</param>
/// <param name="EveryDays">Days between two visits, at least 1.</param>
public sealed record Source(
    string Id,
    SourceKind Kind,
    Uri Address,
    string? Pattern,
    string? MunicipalityCode,
    int? Year,
    int EveryDays
)
{
    /// <summary>The source of a row.</summary>
    /// <exception cref="FormatException">A field is wrong.</exception>
    internal static Source Of(CsvReader row)
    {
        var id = row.Text("id");
        return
            id.Length > 0
            && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? new Source(
                id,
                KindOf(row.Text("kind")),
                AddressOf(row.Text("url")),
                PatternOf(Optional(row, "pattern")),
                Optional(row, "municipality_code"),
                YearOf(Optional(row, "year")),
                DaysOf(Optional(row, "every_days"))
            )
            : throw new FormatException(
                $"id is '{id}'; lower-case letters, digits and hyphens were expected"
            );
    }

    private static string? Optional(CsvReader row, string column) =>
        row.TryGetFieldIndex(column, out _) ? row.TextOrNull(column) : null;

    private const int DefaultDays = 7;

    private static SourceKind KindOf(string text) =>
        Enum.TryParse<SourceKind>(text, ignoreCase: true, out var kind)
        && !char.IsAsciiDigit(text[0])
            ? kind
            : throw new FormatException(
                $"kind is '{text}'; document, page or sitemap was expected"
            );

    private static Uri AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
            ? address
            : throw new FormatException(
                $"url is '{text}'; an address that begins with http:// or https:// was expected"
            );

    private static string? PatternOf(string? text)
    {
        try
        {
            _ = text is null ? null : Listing.Pattern(text);
            return text;
        }
        catch (ArgumentException e)
        {
            throw new FormatException($"pattern '{text}' is no regular expression: {e.Message}", e);
        }
    }

    private static int? YearOf(string? text) =>
        text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 1900 and <= 2200
            ? year
        : throw new FormatException($"year is '{text}'; a year as 2014 was expected");

    private static int DaysOf(string? text) =>
        text is null ? DefaultDays
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
        && days is >= 1 and <= 3650
            ? days
        : throw new FormatException(
            $"every_days is '{text}'; a whole number from 1 to 3650 was expected"
        );
}
