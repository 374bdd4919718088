using System.Text.Json.Nodes;
using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Dataset.Versions;

namespace Kompass.Mining.Publishing;

/// <summary>The description that machine learning's tools read (Croissant 1.0, https://docs.mlcommons.org/croissant/docs/croissant-spec.html).</summary>
internal static class Croissant
{
    public static string Json(string folder, DatasetVersion version, PublicationOptions options) =>
        new JsonObject
        {
            ["@context"] = Context(),
            ["@type"] = "sc:Dataset",
            ["conformsTo"] = "http://mlcommons.org/croissant/1.0",
            ["name"] = "kommunkompassen",
            ["description"] =
                "Scores, findings, remarks and prose of published Kommunkompassen evaluations of Swedish municipalities.",
            ["license"] = options.License.Url,
            ["url"] = options.Url,
            ["version"] = $"1.0.0+{version.Short}",
            ["datePublished"] = version.Date,
            ["inLanguage"] = "sv",
            ["citeAs"] =
                $"@misc{{kommunkompassen-{version.Short}, author = {{{{{options.Publisher}}}}}, title = {{{{Kommunkompassen: findings and scores}}}}, year = {{{version.Date[..4]}}}, version = {{{version.Version}}}, url = {{{options.Url}}}}}",
            ["creator"] = new JsonObject
            {
                ["@type"] = "sc:Organization",
                ["name"] = options.Publisher,
            },
            ["distribution"] = new JsonArray([
                .. PublishedFile.Tables(folder).Select(f => FileObject(f, options)),
            ]),
            ["recordSet"] = new JsonArray([.. TableCatalogue.All.Select(RecordSet)]),
        }.ToJsonString(DataPackage.Readable) + "\n";

    // The standard context of version 1.0, whole: readers warn of one that lacks a term, used or not.
    private static JsonObject Context()
    {
        var context = new JsonObject
        {
            ["@language"] = "en",
            ["@vocab"] = "https://schema.org/",
            ["sc"] = "https://schema.org/",
            ["cr"] = "http://mlcommons.org/croissant/",
            ["rai"] = "http://mlcommons.org/croissant/RAI/",
            ["dct"] = "http://purl.org/dc/terms/",
            ["conformsTo"] = "dct:conformsTo",
            ["data"] = new JsonObject { ["@id"] = "cr:data", ["@type"] = "@json" },
            ["examples"] = new JsonObject { ["@id"] = "cr:examples", ["@type"] = "@json" },
            ["dataType"] = new JsonObject { ["@id"] = "cr:dataType", ["@type"] = "@vocab" },
        };
        foreach (
            var term in "citeAs column equivalentProperty extract field fileObject fileProperty fileSet format includes isLiveDataset jsonPath key md5 parentField path recordSet references regex repeated replace samplingRate separator source subField transform".Split(
                ' '
            )
        )
        {
            context[term] = "cr:" + term;
        }

        return context;
    }

    private static JsonNode FileObject(PublishedFile file, PublicationOptions options) =>
        new JsonObject
        {
            ["@type"] = "cr:FileObject",
            ["@id"] = file.Path,
            ["name"] = file.Path,
            ["contentUrl"] = options.Url + file.Path,
            ["contentSize"] = Invariant($"{file.Bytes} B"),
            ["encodingFormat"] = file.MediaType,
            ["sha256"] = file.Sha256,
        };

    private static JsonNode RecordSet(Table table)
    {
        var set = new JsonObject
        {
            ["@type"] = "cr:RecordSet",
            ["@id"] = table.Name,
            ["name"] = table.Name,
            ["description"] = table.English,
            ["field"] = new JsonArray([.. table.Columns.Select(c => Field(table, c))]),
        };
        if (table.Key.Count > 0)
        {
            set["key"] = new JsonArray([
                .. table.Key.Select(k =>
                    (JsonNode)new JsonObject { ["@id"] = $"{table.Name}/{k}" }
                ),
            ]);
        }

        return set;
    }

    private static JsonNode Field(Table table, Column column)
    {
        var field = new JsonObject
        {
            ["@type"] = "cr:Field",
            ["@id"] = $"{table.Name}/{column.Name}",
            ["name"] = column.Name,
            ["description"] = column.English,
            ["dataType"] = column.Type switch
            {
                ColumnType.Text => "sc:Text",
                ColumnType.Integer => "sc:Integer",
                ColumnType.Number => "sc:Float",
                _ => "sc:Boolean",
            },
            ["source"] = new JsonObject
            {
                ["fileObject"] = new JsonObject { ["@id"] = $"csv/{table.Name}.csv" },
                ["extract"] = new JsonObject { ["column"] = column.Name },
            },
        };
        if (
            table.ForeignKeys.FirstOrDefault(f => f.Columns is [var only] && only == column.Name) is
            { } key
        )
        {
            field["references"] = new JsonObject
            {
                ["field"] = new JsonObject { ["@id"] = $"{key.Table}/{key.Referenced[0]}" },
            };
        }

        return field;
    }
}
