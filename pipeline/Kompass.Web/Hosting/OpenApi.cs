using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kompass.Web.Hosting;

/// <summary>Describes all views for programs: OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0), made from the routes.</summary>
internal static partial class OpenApi
{
    public static JsonObject Describe() =>
        new()
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Kompass explorer",
                ["version"] = typeof(OpenApi).Assembly.GetName().Version?.ToString(3),
                ["description"] =
                    "The dataset of Kommunkompassen reports, read only. Every view is a page, JSON and CSV at one address.",
            },
            ["paths"] = new JsonObject(
                Routes.All.Select(r =>
                    KeyValuePair.Create<string, JsonNode?>(
                        r.Pattern.Replace("{**", "{", StringComparison.Ordinal),
                        new JsonObject { ["get"] = Operation(r) }
                    )
                )
            ),
        };

    private static JsonObject Operation(ViewRoute route) =>
        new()
        {
            ["summary"] = route.English,
            ["parameters"] = new JsonArray([
                .. PathPart()
                    .Matches(route.Pattern)
                    .Select(m => Parameter(m.Groups["name"].Value, "path", "Which", null)),
                .. route.Parameters.Select(p => Parameter(p.Name, "query", p.English, p.Example)),
                Parameter(
                    "format",
                    "query",
                    "html, json, csv, csv-excel: semicolons and decimal commas, or cite: how to cite it, with the hash of its CSV",
                    "json"
                ),
                Parameter("table", "query", "Which table of the view, for csv and cite", null),
            ]),
            ["responses"] = new JsonObject
            {
                ["200"] = new JsonObject
                {
                    ["description"] = "The view",
                    ["content"] = new JsonObject
                    {
                        ["text/html"] = new JsonObject(),
                        ["application/json"] = new JsonObject { ["schema"] = Schema() },
                        ["text/csv"] = new JsonObject(),
                    },
                },
                ["400"] = new JsonObject
                {
                    ["description"] =
                        "The address cannot be answered; the page says what was expected",
                },
                ["404"] = new JsonObject { ["description"] = "The dataset has no such thing" },
                ["503"] = new JsonObject { ["description"] = "The dataset cannot be read" },
            },
        };

    private static JsonObject Parameter(
        string name,
        string place,
        string description,
        string? example
    )
    {
        var parameter = new JsonObject
        {
            ["name"] = name,
            ["in"] = place,
            ["required"] = place == "path",
            ["description"] = description,
            ["schema"] = new JsonObject { ["type"] = "string" },
        };
        if (example is not null)
        {
            parameter["example"] = example;
        }

        return parameter;
    }

    private static JsonObject Schema() =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["dataset"] = new JsonObject { ["type"] = "object" },
                ["title"] = new JsonObject { ["type"] = "string" },
                ["address"] = new JsonObject { ["type"] = "string" },
                ["tables"] = new JsonObject
                {
                    ["type"] = "object",
                    ["additionalProperties"] = new JsonObject
                    {
                        ["type"] = "array",
                        ["items"] = new JsonObject { ["type"] = "object" },
                    },
                },
            },
        };

    // {**id}
    [GeneratedRegex(@"\{\**(?<name>\w+)\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PathPart();
}
