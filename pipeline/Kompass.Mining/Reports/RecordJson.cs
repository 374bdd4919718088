using Kompass.Mining.Documents;

namespace Kompass.Mining.Reports;

/// <summary>The record's JSON form: camelCase names, lower-case enumerations, nulls written, numbers without trailing zeros.</summary>
public static class RecordJson
{
    private static readonly RecordJsonContext OneLine = new(Options(indented: false));
    private static readonly RecordJsonContext Indented = new(Options(indented: true));

    /// <summary>One line, as in JSON Lines.</summary>
    public static string WriteLine(ReportRecord record) =>
        JsonSerializer.Serialize(record, OneLine.ReportRecord);

    /// <summary>One line as UTF-8, as in the dataset's files.</summary>
    public static byte[] WriteBytes(ReportRecord record) =>
        JsonSerializer.SerializeToUtf8Bytes(record, OneLine.ReportRecord);

    /// <summary>Indented, for people; ends with a line feed.</summary>
    public static string Write(ReportRecord record) =>
        JsonSerializer.Serialize(record, Indented.ReportRecord) + "\n";

    /// <summary>Reads a record.</summary>
    /// <exception cref="JsonException">It is no record of this schema.</exception>
    public static ReportRecord Read(string json) =>
        Checked(JsonSerializer.Deserialize(json, OneLine.ReportRecord));

    /// <summary>Reads a record from UTF-8.</summary>
    /// <exception cref="JsonException">It is no record of this schema.</exception>
    public static ReportRecord Read(ReadOnlySpan<byte> json) =>
        Checked(JsonSerializer.Deserialize(json, OneLine.ReportRecord));

    private static ReportRecord Checked(ReportRecord? read)
    {
        var record = read ?? throw new JsonException("the record is null");
        if (record.Schema != ReportRecord.CurrentSchema)
        {
            throw new JsonException(
                $"schema {record.Schema} was found, this version reads schema {ReportRecord.CurrentSchema}"
            );
        }

        return HasNullIn(record) is { } list
            ? throw new JsonException($"the list {list} holds a null")
            : record;
    }

    // What the serializer does not check: the members of lists.
    private static string? HasNullIn(ReportRecord record) =>
        new (string Name, IEnumerable<object?> Members)[]
        {
            ("evaluators", record.Evaluators),
            ("areas", record.Areas),
            ("questions", record.Questions),
            ("previous", record.Previous),
            ("findings", record.Findings),
            ("exemplars", record.Exemplars),
            ("remarks", record.Remarks),
            ("prose", record.Prose),
            ("notes", record.Notes),
            ("documents", record.Documents ?? []),
        }
            .FirstOrDefault(l => l.Members.Any(m => m is null))
            .Name;

    private static JsonSerializerOptions Options(bool indented) =>
        JsonForm.Options(
            indented,
            JsonForm.Names<Severity>(),
            JsonForm.Names<About>(),
            JsonForm.Names<DocumentKind>()
        );
}

[JsonSerializable(typeof(ReportRecord))]
internal sealed partial class RecordJsonContext : JsonSerializerContext;
