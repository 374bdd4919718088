using System.Collections.Concurrent;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Records;

/// <summary>
/// Which finding each correction that names one by its place in the lists, <c>findings/1/strength/2/text</c>, met first. It means that one from then on,
/// wherever it stands; a correction of another date is another decision, and meets what stands there now. Kept as <c>.corrections.json</c> in the dataset's
/// folder.
/// </summary>
public sealed partial class MetFindings
{
    private readonly ConcurrentDictionary<string, MetFinding> _met = new(StringComparer.Ordinal);

    /// <summary>Those of a dataset; none where there is no file, or it is damaged.</summary>
    public static MetFindings Read(DataFolder data)
    {
        var met = new MetFindings();
        try
        {
            foreach (
                var (row, finding) in File.Exists(data.MetFindings)
                    ? JsonSerializer.Deserialize(
                        File.ReadAllBytes(data.MetFindings),
                        MetFindingsJson.Default.SortedDictionaryStringMetFinding
                    ) ?? []
                    : []
            )
            {
                met._met[row] = finding;
            }
        }
        catch (JsonException)
        {
            // They are met again.
        }

        return met;
    }

    /// <summary>Keeps them.</summary>
    public void Write(DataFolder data)
    {
        if (!_met.IsEmpty)
        {
            AtomicFile.Write(
                data.MetFindings,
                stream =>
                    JsonSerializer.Serialize(
                        stream,
                        new SortedDictionary<string, MetFinding>(_met, StringComparer.Ordinal),
                        MetFindingsJson.Default.SortedDictionaryStringMetFinding
                    )
            );
        }
    }

    /// <summary>The correction, naming its finding by id: as it stands where it does so, speaks of no finding, or there is none at its place.</summary>
    internal Correction Named(ReportRecord record, Correction correction)
    {
        if (Place.Match(correction.Path) is not { Success: true } path)
        {
            return correction;
        }

        var row = RowOf(correction);
        if (!_met.TryGetValue(row, out var met))
        {
            var place = path.Groups["place"].Value;
            if (
                record.Findings.FirstOrDefault(f => ContentId.Means(f, record.Id, place))
                is not { } finding
            )
            {
                return correction;
            }

            met = _met[row] = new MetFinding(finding.Id, finding.Text);
        }

        return correction with
        {
            Path = $"findings/{met.Id}/{path.Groups["field"].Value}",
        };
    }

    /// <summary>What the correction was made for, where it names a place; else null.</summary>
    internal MetFinding? Of(Correction correction) => _met.GetValueOrDefault(RowOf(correction));

    private static string RowOf(Correction correction) =>
        $"{correction.Report} {correction.Path} {correction.Date}";

    // findings/1/strength/2/theme
    [GeneratedRegex("^findings/(?:.*/)?(?<place>[0-9]+/[a-z]+/[0-9]{1,3})/(?<field>[a-z0-9]+)$")]
    private static partial Regex Place { get; }
}

/// <summary>A finding that a correction was made for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its words.</param>
internal sealed record MetFinding(string Id, string Text);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(SortedDictionary<string, MetFinding>))]
internal sealed partial class MetFindingsJson : JsonSerializerContext;
