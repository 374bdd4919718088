using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Kompass.Mining.Dataset.Tables;
using Kompass.Mining.Dataset.Versions;

namespace Kompass.Mining.Publishing;

/// <summary>The descriptor of a Data Package with a Table Schema for each CSV (https://datapackage.org/standard/data-package/, version 2).</summary>
internal static class DataPackage
{
    internal static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Json(string folder, DatasetVersion version, PublicationOptions options) =>
        new JsonObject
        {
            ["$schema"] = "https://datapackage.org/profiles/2.0/datapackage.json",
            ["name"] = "kommunkompassen",
            ["id"] = "sha256:" + version.Version,
            ["title"] = "Kommunkompassen: findings and scores",
            ["description"] =
                "Scores, findings, remarks and prose of published Kommunkompassen evaluations of Swedish municipalities, with the place of every value.",
            ["homepage"] = options.Url,
            ["version"] = version.Short,
            ["created"] = version.Date + "T00:00:00Z",
            ["keywords"] = new JsonArray("Kommunkompassen", "kommuner", "municipalities", "Sweden"),
            ["contributors"] = new JsonArray(
                new JsonObject
                {
                    ["title"] = options.Publisher,
                    ["roles"] = new JsonArray("publisher"),
                }
            ),
            ["licenses"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = options.License.Id,
                    ["title"] = options.License.Title,
                    ["path"] = options.License.Url,
                }
            ),
            ["resources"] = new JsonArray([.. TableCatalogue.All.Select(t => Resource(folder, t))]),
        }.ToJsonString(Readable) + "\n";

    private static JsonNode Resource(string folder, Table table)
    {
        var file = PublishedFile.Csv(folder, table);
        return new JsonObject
        {
            ["name"] = table.Name,
            ["type"] = "table",
            ["path"] = file.Path,
            ["title"] = table.Swedish,
            ["description"] = table.English,
            ["format"] = "csv",
            ["mediatype"] = file.MediaType,
            ["encoding"] = "utf-8",
            ["bytes"] = file.Bytes,
            ["hash"] = "sha256:" + file.Sha256,
            ["schema"] = Schema(table),
        };
    }

    private static JsonObject Schema(Table table)
    {
        var schema = new JsonObject
        {
            ["fields"] = new JsonArray([.. table.Columns.Select(c => (JsonNode)Field(c))]),
            ["missingValues"] = new JsonArray(""),
        };
        if (table.Key.Count > 0)
        {
            schema["primaryKey"] = Names(table.Key);
        }

        if (table.ForeignKeys.Count > 0)
        {
            schema["foreignKeys"] = new JsonArray([
                .. table.ForeignKeys.Select(f =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["fields"] = Names(f.Columns),
                            ["reference"] = new JsonObject
                            {
                                ["resource"] = f.Table,
                                ["fields"] = Names(f.Referenced),
                            },
                        }
                ),
            ]);
        }

        return schema;
    }

    private static JsonObject Field(Column column)
    {
        var field = new JsonObject
        {
            ["name"] = column.Name,
            ["type"] = CodeBook.TypeOf(column),
            ["title"] = column.Swedish,
            ["description"] = column.English,
        };
        if (column.Type == ColumnType.Boolean)
        {
            field["trueValues"] = new JsonArray("1");
            field["falseValues"] = new JsonArray("0");
        }

        var constraints = new JsonObject();
        if (column.IsRequired)
        {
            constraints["required"] = true;
        }

        if (column.Values.Count > 0)
        {
            constraints["enum"] = Names([.. column.Values.Select(v => v.Value)]);
        }

        if (constraints.Count > 0)
        {
            field["constraints"] = constraints;
        }

        return field;
    }

    private static JsonArray Names(IReadOnlyList<string> names) =>
        new([.. names.Select(n => (JsonNode)n)]);
}
