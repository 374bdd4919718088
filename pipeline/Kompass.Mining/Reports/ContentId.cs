namespace Kompass.Mining.Reports;

/// <summary>
/// Ids of what stands in a report, made of the report, the place in the instrument and the words, not of the order: <c>vasteras-2012/1/strength/7f3a9c2e</c>. An
/// id stays while other items come and go, are read from another document of the evaluation, or are spelt with other hyphens, capitals or blanks.
/// </summary>
public static class ContentId
{
    // 32 bits among the few dozen items of one list: two of different words have the same id once in some ten million reports, and would be told apart.
    private const int HashDigits = 8;

    /// <summary>The record with the ids of its findings, exemplars, remarks, notes and prose. The same words a second time in one list get <c>-2</c>.</summary>
    public static ReportRecord Assign(ReportRecord record)
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        return record with
        {
            Findings =
            [
                .. record.Findings.Select(f =>
                    f with
                    {
                        Id = Of($"{f.Area}/{NameOf(f.Kind)}", Words(f.Text)),
                    }
                ),
            ],
            Exemplars =
            [
                .. record.Exemplars.Select(e =>
                    e with
                    {
                        Id = Of($"{e.Area}/exemplar", $"{e.Municipality.Name} {Words(e.Text)}"),
                    }
                ),
            ],
            Remarks =
            [
                .. record.Remarks.Select(r =>
                    r with
                    {
                        Id = Of($"{r.Area}/remark", $"{NameOf(r.Kind)} {Words(r.Text)}"),
                    }
                ),
            ],
            Prose =
            [
                .. record.Prose.Select(p =>
                    p with
                    {
                        Id = Of($"{p.Area ?? 0}/prose", Words(p.Text)),
                    }
                ),
            ],
            Notes = NotesOf(record.Id, record.Notes),
        };

        string Of(FormattableString place, string content) =>
            IdOf(record.Id, place, content, taken);
    }

    /// <summary>A report's notes with their ids.</summary>
    internal static IReadOnlyList<Note> NotesOf(string report, IEnumerable<Note> notes)
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. notes.Select(n =>
                n with
                {
                    Id = IdOf(
                        report,
                        $"note",
                        $"{n.Code} {n.About} {n.Area} {n.Question} {n.Message}",
                        taken
                    ),
                }
            ),
        ];
    }

    private static string IdOf(
        string report,
        FormattableString place,
        string content,
        Dictionary<string, int> taken
    )
    {
        var id = $"{report}/{Invariant(place)}/{HashOf(content)}";
        var times = taken[id] = taken.GetValueOrDefault(id) + 1;
        return times == 1 ? id : $"{id}-{times.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>
    /// Whether a name means this finding: its id, its id without the report, or its place in the lists, <c>1/strength/2</c>, with or without the report.
    /// </summary>
    /// <param name="finding">A finding of the report.</param>
    /// <param name="report">The report's id.</param>
    /// <param name="name">What a person wrote.</param>
    public static bool Means(Finding finding, string report, string name)
    {
        var own = name.StartsWith(report + "/", StringComparison.Ordinal)
            ? name[(report.Length + 1)..]
            : name;
        return finding.Id == $"{report}/{own}"
            || own == Invariant($"{finding.Area}/{NameOf(finding.Kind)}/{finding.Order}");
    }

    /// <summary>The name of a value of an enumeration as records, store and ids write it.</summary>
    internal static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    // What hyphenation, capitals, signs and blanks do not change.
    internal static string Words(string text) =>
        LabelKey.Of(text.Normalize(NormalizationForm.FormC));

    private static string HashOf(string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..HashDigits];
}
