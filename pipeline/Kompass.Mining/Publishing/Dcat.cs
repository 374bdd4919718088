using Kompass.Mining.Dataset.Versions;

namespace Kompass.Mining.Publishing;

/// <summary>The description for data portals (DCAT-AP-SE 3, https://docs.dataportal.se/dcat/), as Turtle.</summary>
internal static class Dcat
{
    private const string Prefixes = """
        @prefix dcat: <http://www.w3.org/ns/dcat#> .
        @prefix dcterms: <http://purl.org/dc/terms/> .
        @prefix foaf: <http://xmlns.com/foaf/0.1/> .
        @prefix spdx: <http://spdx.org/rdf/terms#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

        """;

    public static string Turtle(string folder, DatasetVersion version, PublicationOptions options)
    {
        List<PublishedFile> files =
        [
            .. PublishedFile.Tables(folder),
            .. PublishedFile.Whole(folder),
        ];
        var text = new StringBuilder(Prefixes).Append(
            CultureInfo.InvariantCulture,
            $$"""

            <{{options.Url}}#catalog> a dcat:Catalog ;
              dcterms:title "Kommunkompassen"@sv , "Kommunkompassen"@en ;
              dcterms:description "Data ur utvärderingar med Kommunkompassen"@sv , "Data of Kommunkompassen evaluations"@en ;
              dcterms:publisher <{{options.Url}}#publisher> ;
              dcterms:license <{{options.License.Url}}> ;
              dcterms:issued "{{version.Date}}"^^xsd:date ;
              dcterms:modified "{{version.Date}}"^^xsd:date ;
              dcterms:language <http://publications.europa.eu/resource/authority/language/SWE> ;
              dcterms:spatial <http://publications.europa.eu/resource/authority/country/SWE> ;
              dcat:themeTaxonomy <http://publications.europa.eu/resource/authority/data-theme> ;
              foaf:homepage <{{options.Url}}> ;
              dcat:dataset <{{options.Url}}#dataset> .

            <{{options.Url}}#publisher> a foaf:Agent ;
              foaf:name {{Quoted(options.Publisher)}}@sv ;
              dcterms:type <http://purl.org/adms/publishertype/{{options.PublisherType}}> .

            <{{options.Url}}#dataset> a dcat:Dataset ;
              dcterms:title "Kommunkompassen: poäng och omdömen"@sv , "Kommunkompassen: scores and findings"@en ;
              dcterms:description "Poäng, styrkor, förbättringsmöjligheter och löptext ur publicerade rapporter om svenska kommuner, med varje värdes plats i rapporten."@sv , "Scores, strengths, improvement areas and prose of published reports on Swedish municipalities, with the place of every value."@en ;
              dcterms:publisher <{{options.Url}}#publisher> ;
              dcterms:identifier "sha256:{{version.Version}}" ;
              dcat:version "{{version.Short}}" ;
              dcterms:issued "{{version.Date}}"^^xsd:date ;
              dcterms:language <http://publications.europa.eu/resource/authority/language/SWE> ;
              dcterms:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC> ;
              dcterms:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/IRREG> ;
              dcterms:spatial <http://publications.europa.eu/resource/authority/country/SWE> ;
              dcat:theme <http://publications.europa.eu/resource/authority/data-theme/GOVE> ;
              dcat:keyword "Kommunkompassen"@sv , "kommuner"@sv , "utvärdering"@sv ;
              dcat:landingPage <{{options.Url}}> ;
              dcat:distribution {{string.Join(
                " , ",
                files.Select(f => $"<{options.Url}{f.Path}#distribution>")
            )}} .

            """
        );
        foreach (var file in files)
        {
            text.Append(Distribution(file, options));
        }

        return text.ToString();
    }

    private static string Distribution(PublishedFile file, PublicationOptions options) =>
        Invariant(
            $$"""

            <{{options.Url}}{{file.Path}}#distribution> a dcat:Distribution ;
              dcterms:title "{{file.Path}}"@sv ;
              dcat:accessURL <{{options.Url}}{{file.Path}}> ;
              dcat:downloadURL <{{options.Url}}{{file.Path}}> ;
              dcterms:format "{{file.MediaType}}" ;
              dcat:mediaType <http://www.iana.org/assignments/media-types/{{file.MediaType}}> ;
              dcterms:license <{{options.License.Url}}> ;
              dcat:byteSize "{{file.Bytes}}"^^xsd:nonNegativeInteger ;
              spdx:checksum [ a spdx:Checksum ; spdx:algorithm spdx:checksumAlgorithm_sha256 ; spdx:checksumValue "{{file.Sha256}}"^^xsd:hexBinary ] .

            """
        );

    private static string Quoted(string text) =>
        "\""
        + text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
        + "\"";
}
