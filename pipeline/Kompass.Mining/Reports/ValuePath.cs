namespace Kompass.Mining.Reports;

/// <summary>A value of a record that a person asked for.</summary>
/// <param name="Path">Its path in full: <c>areas/3</c>.</param>
/// <param name="Shown">The value in words: <c>Ledarskap, ansvar och delegation: 65 of 100</c>.</param>
/// <param name="Source">Where it was read.</param>
public sealed record NamedValue(string Path, string Shown, Source Source);

/// <summary>
/// Names the values of a record as people write them: <c>total</c>, <c>areas/3</c>, <c>questions/3.2</c> (or only <c>3.2</c>), <c>previous/2010/3</c>,
/// <c>previous/2010/total</c>, <c>findings/3/strength/2</c> (or the finding's id, or <c>3/strength/2</c>), <c>facts</c>, and by their order from 1 <c>exemplars/4</c>, <c>remarks/2</c>
/// and <c>notes/1</c>.
/// </summary>
public static partial class ValuePath
{
    /// <summary>The forms, for messages.</summary>
    public const string Expected =
        "total, areas/3, questions/3.2, previous/2010/3, findings/3/strength/2, facts, exemplars/4, remarks/2 or notes/1";

    /// <summary>The value of this name, or null where the record has none.</summary>
    public static NamedValue? Find(ReportRecord record, string name)
    {
        var path = Full(record, name.Trim());
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var (list, key) = slash < 0 ? (path, "") : (path[..slash], path[(slash + 1)..]);
        return list switch
        {
            "total" when record.Total is { } t => new(
                path,
                $"total: {Number(t.Value)} of {t.Max}",
                t.Source
            ),
            "areas" => record
                .Areas.Where(a => Number(a.Area) == key)
                .Select(a => new NamedValue(
                    path,
                    $"{a.Area} {a.Name}: {Number(a.Score)} of {a.Max}",
                    a.Source
                ))
                .FirstOrDefault(),
            "questions" => record
                .Questions.Where(q => q.Code == key)
                .Select(q => new NamedValue(
                    path,
                    $"{q.Code} {q.Text}: {Number(q.Achieved)} of {Number(q.Max)}",
                    q.Source
                ))
                .FirstOrDefault(),
            "previous" => Quoted(record, path, key),
            "findings" => record
                .Findings.Where(f => ContentId.Means(f, record.Id, key))
                .Select(f => new NamedValue(path, f.Text, f.Source))
                .FirstOrDefault(),
            "facts" when record.Facts is { } f => new(path, "Kortfakta", f.Source),
            "exemplars" => At(record.Exemplars, key) is { } e
                ? new(path, $"{e.Municipality.Name}: {e.Text}", e.Source)
                : null,
            "remarks" => At(record.Remarks, key) is { } r ? new(path, r.Text, r.Source) : null,
            "notes" => At(record.Notes, key) is { Source: { } source } n
                ? new(path, n.Message, source)
                : null,
            _ => null,
        };
    }

    // "2010" is the evaluation, "2010/3" its third area, "2010/total" its total.
    private static NamedValue? Quoted(ReportRecord record, string path, string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        var (year, score) = slash < 0 ? (key, null) : (key[..slash], key[(slash + 1)..]);
        return record.Previous.FirstOrDefault(p => Number(p.Year) == year) is not { } evaluation
                ? null
            : score is null
                ? new(
                    path,
                    $"evaluation of {year}: {evaluation.Areas.Count} area scores",
                    evaluation.Source
                )
            : evaluation
                .Scores()
                .Where(s => PreviousEvaluation.KeyOf(s.Area) == score)
                .Select(s => new NamedValue(
                    path,
                    $"evaluation of {year}, {(s.Area is null ? score : $"area {score}")}: {Number(s.Score)}",
                    evaluation.SourceOf(s.Area)
                ))
                .FirstOrDefault();
    }

    private static string Full(ReportRecord record, string name) =>
        QuestionCode.TryParse(name, out _) ? "questions/" + name
        : FindingKey().IsMatch(name) ? "findings/" + name
        : name.StartsWith(record.Id + "/", StringComparison.Ordinal)
            ? "findings/" + name[(record.Id.Length + 1)..]
        : name;

    private static T? At<T>(IReadOnlyList<T> list, string key)
        where T : class =>
        int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var order)
        && order >= 1
        && order <= list.Count
            ? list[order - 1]
            : null;

    private static string Number(decimal? value) =>
        value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "?";

    [GeneratedRegex(@"^\d+/(?:strength|improvement|weakness)/[\da-f]+(?:-\d+)?$")]
    private static partial Regex FindingKey();
}
