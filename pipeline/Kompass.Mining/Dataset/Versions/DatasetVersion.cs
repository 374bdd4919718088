namespace Kompass.Mining.Dataset.Versions;

/// <summary>A state of the dataset: which records it had, by their content.</summary>
/// <param name="Version">Hash of the content of all records and of what they are joined with; 64 hexadecimal digits.</param>
/// <param name="Number">1 for the first state that was kept, and so on.</param>
/// <param name="Date">When a run first made it, <c>yyyy-MM-dd</c>.</param>
/// <param name="Code">Version of the program that made it first.</param>
/// <param name="Models">Ids of the models that gave its labels.</param>
/// <param name="Reference">Object with the instrument, the themes and the municipalities.</param>
/// <param name="Records">Object of each record, by the record's id.</param>
public sealed record DatasetVersion(
    string Version,
    int Number,
    string Date,
    string Code,
    IReadOnlyList<string> Models,
    string Reference,
    IReadOnlyDictionary<string, string> Records
)
{
    // Enough that two versions of a dataset never meet.
    private const int ShortLength = 12;

    /// <summary>The version as people write it.</summary>
    [JsonIgnore]
    public string Short => Version[..ShortLength];

    /// <summary>What exports and store say of themselves.</summary>
    internal IReadOnlyDictionary<string, string> About() =>
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["version"] = Version,
            ["number"] = Number.ToString(CultureInfo.InvariantCulture),
            ["date"] = Date,
            ["code"] = Code,
            ["models"] = string.Join(' ', Models),
            ["reports"] = Records.Count.ToString(CultureInfo.InvariantCulture),
        };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(DatasetVersion))]
internal sealed partial class DatasetVersionJson : JsonSerializerContext;
