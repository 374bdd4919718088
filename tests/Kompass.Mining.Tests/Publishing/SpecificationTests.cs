using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kompass.Mining.Tests.Publishing;

/// <summary>
/// What the specifications require of the three descriptions. The requirements are written down here from the profiles of Data Package and Table Schema 2.0
/// (datapackage.org/profiles/2.0), the specification of Croissant 1.0 (docs.mlcommons.org/croissant) and the templates of DCAT-AP-SE 3.0.1 (docs.dataportal.se/dcat);
/// docs/record.md tells how their own validators are run.
/// </summary>
public sealed partial class SpecificationTests(PublicationTests.Published published)
    : IClassFixture<PublicationTests.Published>
{
    private const string Dcat = "http://www.w3.org/ns/dcat#";
    private const string Terms = "http://purl.org/dc/terms/";
    private const string Foaf = "http://xmlns.com/foaf/0.1/";

    // Types of Table Schema, and the constraints that fields of them take.
    private static readonly Dictionary<string, string[]> FieldTypes = new(StringComparer.Ordinal)
    {
        ["string"] = ["required", "unique", "pattern", "enum", "minLength", "maxLength"],
        ["integer"] = ["required", "unique", "enum", "minimum", "maximum"],
        ["number"] = ["required", "unique", "enum", "minimum", "maximum"],
        ["boolean"] = ["required", "enum"],
    };

    [Fact]
    public void Package_HasWhatDataPackageRequires()
    {
        var package = published.Package.RootElement;

        Assert.Equal(
            "https://datapackage.org/profiles/2.0/datapackage.json",
            package.GetProperty("$schema").GetString()
        );
        Assert.True(package.GetProperty("created").TryGetDateTimeOffset(out _));
        Assert.All(
            package.GetProperty("licenses").EnumerateArray(),
            l => Assert.Matches(LicenceName(), l.GetProperty("name").GetString())
        );
        Assert.All(
            package.GetProperty("contributors").EnumerateArray(),
            c => Assert.NotEmpty(c.GetProperty("title").GetString()!)
        );
        Assert.NotEmpty(Resources());
        Assert.Distinct(Resources().Select(r => r.GetProperty("name").GetString()));
        Assert.All(
            Resources(),
            r =>
            {
                Assert.Equal("table", r.GetProperty("type").GetString());
                Assert.Matches(RelativePath(), r.GetProperty("path").GetString());
                Assert.Matches(Hash(), r.GetProperty("hash").GetString());
                Assert.True(r.GetProperty("bytes").TryGetInt64(out _));
            }
        );
    }

    [Fact]
    public void Schemas_HaveWhatTableSchemaRequires() =>
        Assert.All(
            Resources(),
            resource =>
            {
                var schema = resource.GetProperty("schema");
                var fields = schema.GetProperty("fields").EnumerateArray().ToList();
                var names = fields.Select(f => f.GetProperty("name").GetString()).ToList();

                Assert.NotEmpty(fields);
                Assert.Distinct(names);
                Assert.All(
                    fields,
                    f =>
                    {
                        var constraints = FieldTypes[f.GetProperty("type").GetString()!];
                        if (f.TryGetProperty("constraints", out var given))
                        {
                            Assert.Subset(
                                constraints.ToHashSet(),
                                given.EnumerateObject().Select(c => c.Name).ToHashSet()
                            );
                        }
                    }
                );
                Assert.All(Names(schema, "primaryKey"), k => Assert.Contains(k, names));
                Assert.All(
                    schema.TryGetProperty("foreignKeys", out var keys) ? keys.EnumerateArray() : [],
                    key =>
                    {
                        var reference = key.GetProperty("reference");
                        var there = Resources()
                            .Single(r =>
                                r.GetProperty("name").GetString()
                                == reference.GetProperty("resource").GetString()
                            )
                            .GetProperty("schema");
                        Assert.All(Names(key, "fields"), n => Assert.Contains(n, names));
                        Assert.Equal(Names(key, "fields").Count, Names(reference, "fields").Count);
                        Assert.Equal(Names(there, "primaryKey"), Names(reference, "fields"));
                    }
                );
            }
        );

    [Fact]
    public void Croissant_HasWhatItRequires()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(published.File("croissant.json")));
        var dataset = json.RootElement;

        Assert.All(
            "@context @type name description license url creator datePublished distribution".Split(
                ' '
            ),
            p => Assert.True(dataset.TryGetProperty(p, out _), p)
        );
        Assert.Equal("sc:Dataset", dataset.GetProperty("@type").GetString());
        Assert.Equal(
            "http://mlcommons.org/croissant/1.0",
            dataset.GetProperty("conformsTo").GetString()
        );
        // MAJOR.MINOR.PATCH of Semantic Versioning, with the dataset's version as build.
        Assert.Matches(SemanticVersion(), dataset.GetProperty("version").GetString());
        Assert.All(
            dataset.GetProperty("distribution").EnumerateArray(),
            f =>
            {
                Assert.Equal("cr:FileObject", f.GetProperty("@type").GetString());
                Assert.All(
                    (string[])["@id", "name", "contentUrl", "encodingFormat"],
                    p => Assert.NotEmpty(f.GetProperty(p).GetString()!)
                );
                Assert.Matches("^[0-9a-f]{64}$", f.GetProperty("sha256").GetString());
            }
        );
        Assert.All(
            dataset.GetProperty("recordSet").EnumerateArray(),
            s =>
            {
                var id = s.GetProperty("@id").GetString();
                Assert.Equal("cr:RecordSet", s.GetProperty("@type").GetString());
                Assert.All(
                    s.GetProperty("field").EnumerateArray(),
                    f =>
                    {
                        Assert.Equal("cr:Field", f.GetProperty("@type").GetString());
                        Assert.StartsWith(
                            id + "/",
                            f.GetProperty("@id").GetString(),
                            StringComparison.Ordinal
                        );
                        Assert.Contains(
                            f.GetProperty("dataType").GetString(),
                            (string[])["sc:Text", "sc:Integer", "sc:Float", "sc:Boolean"]
                        );
                        Assert.True(
                            f.GetProperty("source")
                                .GetProperty("extract")
                                .TryGetProperty("column", out _)
                        );
                    }
                );
            }
        );
    }

    // Class, property, kind of value, least and most values.
    [Theory]
    [InlineData(Dcat + "Catalog", Terms + "title", "language", 1, 99)]
    [InlineData(Dcat + "Catalog", Terms + "description", "language", 1, 99)]
    [InlineData(Dcat + "Catalog", Terms + "publisher", Foaf + "Agent", 1, 1)]
    [InlineData(Dcat + "Catalog", Terms + "license", "iri", 1, 1)]
    [InlineData(Dcat + "Catalog", Terms + "issued", "date", 0, 1)]
    [InlineData(Dcat + "Catalog", Terms + "modified", "date", 0, 1)]
    [InlineData(Dcat + "Catalog", Foaf + "homepage", "iri", 0, 1)]
    [InlineData(Dcat + "Catalog", Dcat + "dataset", Dcat + "Dataset", 1, 99)]
    [InlineData(Dcat + "Dataset", Terms + "title", "language", 1, 99)]
    [InlineData(Dcat + "Dataset", Terms + "description", "language", 1, 99)]
    [InlineData(Dcat + "Dataset", Terms + "publisher", Foaf + "Agent", 1, 1)]
    [InlineData(Dcat + "Dataset", Terms + "issued", "date", 0, 1)]
    [InlineData(Dcat + "Dataset", Terms + "accessRights", "iri", 0, 1)]
    [InlineData(Dcat + "Dataset", Dcat + "distribution", Dcat + "Distribution", 1, 99)]
    [InlineData(Dcat + "Distribution", Dcat + "accessURL", "iri", 1, 1)]
    [InlineData(Dcat + "Distribution", Terms + "format", "text", 1, 1)]
    [InlineData(Dcat + "Distribution", Terms + "license", "iri", 0, 1)]
    [InlineData(Foaf + "Agent", Foaf + "name", "language", 1, 99)]
    [InlineData(Foaf + "Agent", Terms + "type", "iri", 1, 1)]
    public void Dcat_HasWhatDcatApSeRequires(
        string @class,
        string property,
        string kind,
        int least,
        int most
    )
    {
        var statements = TurtleStatement.ReadAll(
            File.ReadAllText(published.File("dcat-ap-se.ttl"))
        );
        var things = ThingsOf(@class);

        Assert.NotEmpty(things);
        Assert.All(
            things,
            thing =>
            {
                var values = statements
                    .Where(s => s.Subject == thing && s.Predicate == $"<{property}>")
                    .Select(s => s.Object)
                    .ToList();

                Assert.InRange(values.Count, least, most);
                Assert.All(
                    values,
                    v =>
                        Assert.True(
                            kind switch
                            {
                                "language" => Regex.IsMatch(v, "\"@[a-z]{2}$"),
                                "text" => v.EndsWith('"'),
                                "date" => Regex.IsMatch(
                                    v,
                                    "^\"\\d{4}-\\d\\d-\\d\\d\"\\^\\^xsd:date$"
                                ),
                                "iri" => Uri.TryCreate(v.Trim('<', '>'), UriKind.Absolute, out _),
                                _ => ThingsOf(kind).Contains(v),
                            },
                            $"{thing} {property} {v}"
                        )
                );
            }
        );

        HashSet<string> ThingsOf(string name) =>
            [
                .. statements
                    .Where(s => s.Predicate == "a" && s.Object == $"<{name}>")
                    .Select(s => s.Subject),
            ];
    }

    [Theory]
    [InlineData("<a> <b> \"c\" ")]
    [InlineData("<a> <b> x:c .")]
    [InlineData("<a> <b> \"c\"d\" .")]
    [InlineData("<a> <b> <c> <d> .")]
    public void TurtleThatIsNone_IsRefused(string turtle) =>
        Assert.ThrowsAny<Exception>(() => TurtleStatement.ReadAll(turtle));

    private List<JsonElement> Resources() =>
        [.. published.Package.RootElement.GetProperty("resources").EnumerateArray()];

    private static List<string?> Names(JsonElement of, string property) =>
        of.TryGetProperty(property, out var names)
            ? [.. names.EnumerateArray().Select(n => n.GetString())]
            : [];

    [GeneratedRegex(@"^[-a-zA-Z0-9._]+$")]
    private static partial Regex LicenceName();

    // Neither absolute nor upwards.
    [GeneratedRegex(@"^(?!/)(?!.*\.\./)[^:]+$")]
    private static partial Regex RelativePath();

    [GeneratedRegex("^[^:]+:[a-fA-F0-9]+$")]
    private static partial Regex Hash();

    [GeneratedRegex(@"^\d+\.\d+\.\d+\+[0-9a-f]+$")]
    private static partial Regex SemanticVersion();
}
