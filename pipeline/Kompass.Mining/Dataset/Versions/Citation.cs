using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Kompass.Mining.Dataset.Versions;

/// <summary>
/// A query that can be run again and its result checked, as the Research Data Alliance recommends for data that change (Rauber and others, Data Citation of
/// Evolving Data, 10.15497/RDA00016): the state of the data, the query in normal form, and hashes of both query and result.
/// </summary>
/// <param name="Version">Version of the dataset, 64 hexadecimal digits.</param>
/// <param name="VersionDate">When that version was made, <c>yyyy-MM-dd</c>.</param>
/// <param name="Query">The command and its options in normal form.</param>
/// <param name="Rows">Rows of the result.</param>
/// <param name="ResultSha256">Hash of the result as CSV.</param>
/// <param name="Date">When it was cited, <c>yyyy-MM-dd</c>.</param>
public sealed record Citation(
    string Version,
    string VersionDate,
    IReadOnlyList<string> Query,
    long Rows,
    string ResultSha256,
    string Date
)
{
    private const int IdLength = 12;

    // In braces of their own: BibTeX neither parts them into names nor changes their capitals.
    private const string Author = "{Kompass Mining}";

    /// <summary>Of what a query gives.</summary>
    /// <param name="about">What the store says of itself.</param>
    /// <param name="query">The command and its options in normal form.</param>
    /// <param name="columns">The result's columns.</param>
    /// <param name="rows">Its rows, which are read.</param>
    /// <param name="today">When it is cited.</param>
    /// <exception cref="DatasetException">The store has no version.</exception>
    public static Citation Of(
        IReadOnlyDictionary<string, string> about,
        IReadOnlyList<string> query,
        IReadOnlyList<string> columns,
        IEnumerable<IReadOnlyList<object?>> rows,
        DateOnly today
    )
    {
        if (!about.TryGetValue("version", out var version))
        {
            throw new DatasetException(
                "the dataset has no version yet; run kompass nightly, which gives it one"
            );
        }

        var (hash, count) = CsvExport.Hash(columns, rows);
        return new Citation(
            version,
            about["date"],
            query,
            count,
            hash,
            today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );
    }

    /// <summary>Hash of the query in normal form.</summary>
    [JsonIgnore]
    public string QuerySha256 => Hash(QueryJson);

    /// <summary>What names the citation: the same query to the same version with the same result has the same, whenever it is cited.</summary>
    [JsonIgnore]
    public string Id => Hash($"{Version}\n{QueryJson}\n{ResultSha256}")[..IdLength];

    private string QueryJson =>
        JsonSerializer.Serialize(Query, CitationJson.Readable.IReadOnlyListString);

    /// <summary>For a paper: everything, and BibTeX.</summary>
    /// <param name="again">What <c>kompass resolve</c> is given to have the rows again; null for the id, of a citation that is kept beside the dataset.</param>
    /// <param name="view">What a view of the explorer is called; null of a query.</param>
    public string ToText(string? again = null, string? view = null) =>
        Invariant(
            $$"""
            citation:      {{Id}}
            dataset:       Kompass Mining, version {{Version}} of {{VersionDate}}
            query:         {{QueryJson}}
            query-sha256:  {{QuerySha256}}
            rows:          {{Rows}}
            result-sha256: {{ResultSha256}}
            cited:         {{Date}}
            again:         kompass resolve {{again ?? Id}}

            @misc{kompass-{{Id}},
              author       = {{{Author}}},
              title        = {{{Title(view)}}},
              year         = {{{VersionDate[..4]}}},
              version      = {{{Version}}},
              howpublished = {{{Escaped(
                Asked
            )}}, {{Rows}} rows},
              note         = {Retrieved {{Date}}, {{(
                again is null
                    ? $"kompass resolve {Id}"
                    : $"citation {Id}; its rows again: kompass resolve FILE, a file with the citation's text"
            )}}, result sha256 {{ResultSha256}}},
            }

            """
        );

    // As a person would ask: an address, or a command.
    private string Asked =>
        Query is ["view", var address]
            ? $"View {Uri.UnescapeDataString(address)}"
            : "kompass "
                + string.Join(
                    ' ',
                    Query.Select(q => q.Contains(' ', StringComparison.Ordinal) ? $"'{q}'" : q)
                );

    private string Title(string? view)
    {
        var what = Query[0] switch
        {
            "view" => view ?? "a view",
            "progress" => "change",
            "together" => "themes that come together",
            "concordance" => "words in context",
            var command => command,
        };
        return $"{{Kompass Mining: {Escaped(what)} of Kommunkompassen evaluations}}";
    }

    /// <summary>Reads what <see cref="ToText"/> wrote, or null where it is no such text.</summary>
    public static Citation? Parse(string text)
    {
        var fields = text.Split('\n')
            .Select(l => l.Split(':', 2))
            .Where(p => p.Length == 2)
            .DistinctBy(p => p[0].Trim(), StringComparer.Ordinal)
            .ToDictionary(p => p[0].Trim(), p => p[1].Trim(), StringComparer.Ordinal);
        try
        {
            var dataset = fields["dataset"].Split(' ');
            return new Citation(
                dataset[^3],
                dataset[^1],
                JsonSerializer.Deserialize(
                    fields["query"],
                    CitationJson.Readable.IReadOnlyListString
                )!,
                long.Parse(fields["rows"], CultureInfo.InvariantCulture),
                fields["result-sha256"],
                fields["cited"]
            );
        }
        catch (Exception e)
            when (e
                    is KeyNotFoundException
                        or JsonException
                        or FormatException
                        or IndexOutOfRangeException
            )
        {
            return null;
        }
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // What BibTeX takes for its own.
    private static string Escaped(string text) =>
        string.Concat(
            text.ReplaceLineEndings(" ")
                .Select(c =>
                    c switch
                    {
                        '\\' => @"\textbackslash{}",
                        '~' => @"\textasciitilde{}",
                        '^' => @"\textasciicircum{}",
                        '{' or '}' or '&' or '%' or '_' or '#' or '$' => $@"\{c}",
                        _ => c.ToString(),
                    }
                )
        );
}

[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class CitationJson : JsonSerializerContext
{
    /// <summary>With å, ä and ö as they are.</summary>
    public static CitationJson Readable { get; } =
        new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
}
