using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Kompass.Mining.Corpus;
using Kompass.Mining.Dataset;

namespace Kompass.Mining.Improvements.Profiles;

/// <summary>Writes an empty profile for a person to fill in.</summary>
public static class ProfileTemplate
{
    private static readonly string[] Columns = ["field", "value", "max", "text"];

    /// <summary>A table: one row a field, the highest points and the wording beside it. UTF-8 with BOM, so that spreadsheets show å, ä and ö.</summary>
    public static string Csv(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        using var buffer = new MemoryStream();
        CsvExport.WriteRows(
            buffer,
            Columns,
            Rows(edition).Select(r => new object?[] { r.Field, r.Value, r.Max, r.Text })
        );
        return '\uFEFF' + Encoding.UTF8.GetString(buffer.ToArray()).TrimStart('\uFEFF');
    }

    /// <summary>The same as JSON; null stands where a value may be filled in.</summary>
    public static string Json(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        using var buffer = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                buffer,
                new JsonWriterOptions
                {
                    Indented = true,
                    NewLine = "\n",
                    Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
                }
            )
        )
        {
            json.WriteStartObject();
            json.WriteNull(ProfileFields.Municipality);
            json.WriteNull(ProfileFields.Year);
            json.WriteString(ProfileFields.Edition, edition.Id);
            json.WriteNull(ProfileFields.Population);
            json.WriteNull(ProfileFields.Total);
            Points(json, edition);
            json.WriteStartObject("previous");
            json.WriteNull(ProfileFields.Year);
            Points(json, edition);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Points(Utf8JsonWriter json, Edition edition)
    {
        json.WriteStartObject("areas");
        foreach (var area in edition.Areas)
        {
            json.WriteNull(area.Number.ToString(CultureInfo.InvariantCulture));
        }

        json.WriteEndObject();
        json.WriteStartObject("questions");
        foreach (var question in edition.Areas.SelectMany(a => a.Questions))
        {
            json.WriteNull(question.Code);
        }

        json.WriteEndObject();
    }

    private static IEnumerable<(string Field, string? Value, int? Max, string Text)> Rows(
        Edition edition
    )
    {
        yield return (ProfileFields.Municipality, null, null, "Kommunens namn eller kod");
        yield return (ProfileFields.Year, null, null, "Utvärderingens år");
        yield return (ProfileFields.Edition, edition.Id, null, edition.Title);
        yield return (ProfileFields.Population, null, null, "Antal invånare (kan utelämnas)");
        yield return (
            ProfileFields.Total,
            null,
            edition.Scale.TotalMax,
            "Totalpoäng (kan utelämnas)"
        );
        foreach (var row in PointRows(edition, ""))
        {
            yield return row;
        }

        yield return (
            ProfileFields.PreviousPrefix + ProfileFields.Year,
            null,
            null,
            "Förra utvärderingens år (kan utelämnas)"
        );
        foreach (var row in PointRows(edition, ProfileFields.PreviousPrefix))
        {
            yield return row;
        }
    }

    private static IEnumerable<(string, string?, int?, string)> PointRows(
        Edition edition,
        string prefix
    )
    {
        foreach (var area in edition.Areas)
        {
            yield return (
                prefix + ProfileFields.Area(area.Number),
                null,
                edition.Scale.AreaMax,
                area.Name
            );
            foreach (var question in area.Questions)
            {
                yield return (prefix + question.Code, null, question.Max, question.Text);
            }
        }
    }
}
