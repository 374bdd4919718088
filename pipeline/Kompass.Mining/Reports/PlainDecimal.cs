namespace Kompass.Mining.Reports;

/// <summary>Points as JSON: 58 and 52.5, never 58.0, for the print is what counts.</summary>
internal sealed class PlainDecimal : JsonConverter<decimal>
{
    public override decimal Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => reader.GetDecimal();

    public override void Write(
        Utf8JsonWriter writer,
        decimal value,
        JsonSerializerOptions options
    ) => writer.WriteRawValue(value.ToString("0.####", CultureInfo.InvariantCulture));
}
