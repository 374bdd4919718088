using Kompass.Mining.Documents;
using Kompass.Mining.Reports;
using Kompass.Mining.Themes;

namespace Kompass.Mining.Dataset.Records;

/// <summary>
/// The corrections of a dataset. What a correction replaces stays in the record beside it (<see cref="ReportRecord.Corrections"/>); one that is wrongly written, or
/// names a report or a value that is not there, is a problem with its line, and the others are applied.
/// </summary>
public sealed partial class Corrections
{
    private readonly string _file;
    private readonly Knowledge _knowledge;
    private readonly ILookup<string, Correction> _byReport;
    private readonly string? _unreadable;

    private Corrections(
        string file,
        Knowledge knowledge,
        IReadOnlyList<Correction> rows,
        string fingerprint,
        string? unreadable = null
    )
    {
        (_file, _knowledge, Rows, Fingerprint) = (file, knowledge, rows, fingerprint);
        _unreadable = unreadable;
        var read = rows.Select(r => (Row: r, Problem: ProblemOf(r, knowledge))).ToList();
        All = [.. read.Where(r => r.Problem is null).Select(r => r.Row)];
        Refused =
        [
            .. read.Where(r => r.Problem is not null)
                .Select(r => $"line {r.Row.Line}: {r.Problem}"),
        ];
        _byReport = All.ToLookup(c => c.Report, StringComparer.Ordinal);
    }

    /// <summary>All rows, in the file's order.</summary>
    internal IReadOnlyList<Correction> Rows { get; }

    /// <summary>All rows that can be meant, in the file's order.</summary>
    public IReadOnlyList<Correction> All { get; }

    /// <summary>Rows that are wrongly written, whatever the dataset holds: one message each, with its line.</summary>
    internal IReadOnlyList<string> Refused { get; }

    /// <summary>A short hash of the rows; empty without any.</summary>
    public string Fingerprint { get; }

    /// <summary>Reads the file, in any of the usual encodings, parted by commas, semicolons or tabs; none where it is not there.</summary>
    /// <exception cref="CorpusException">It is no such list, or cannot be read; the message names the line.</exception>
    public static Corrections Read(string file, Knowledge knowledge) =>
        File.Exists(file)
            ? Read(file, knowledge, isFilledIn: _ => true)
            : new Corrections(file, knowledge, [], "");

    /// <summary>Reads the file; where that cannot be done, what the dataset has of corrections stays, and the fault is among the <see cref="Problems"/>.</summary>
    /// <param name="file">The list.</param>
    /// <param name="knowledge">Tells which values there can be.</param>
    /// <param name="records">The dataset's records.</param>
    /// <param name="last">The fingerprint of what the last run applied, or null.</param>
    public static Corrections ReadOrKeep(
        string file,
        Knowledge knowledge,
        RecordStore records,
        string? last
    )
    {
        try
        {
            return Read(file, knowledge);
        }
        catch (CorpusException e)
        {
            return new Corrections(
                file,
                knowledge,
                [.. records.Names().SelectMany(n => AppliedTo(records, n))],
                last ?? "",
                e.Message
            );
        }
    }

    private static IEnumerable<Correction> AppliedTo(RecordStore records, string name)
    {
        try
        {
            return (records.Find(name)?.Corrections ?? []).Select(c => new Correction(
                name,
                c.Path,
                c.Value,
                c.Reason,
                c.Date,
                0
            ));
        }
        catch (DatasetException)
        {
            // A damaged one is made again; what was corrected in it is not known.
            return [];
        }
    }

    private static byte[] BytesOf(string file)
    {
        try
        {
            var bytes = File.ReadAllBytes(file);
            return bytes.AsSpan().StartsWith("PK\u0003\u0004"u8)
                ? throw new CorpusException(file, "is a workbook; save the sheet as CSV")
                : bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CorpusException(file, $"cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Reads a list of which only the rows with a value of a kind are meant.</summary>
    internal static Corrections Read(
        string file,
        Knowledge knowledge,
        Func<string, bool> isFilledIn
    )
    {
        var bytes = BytesOf(file);
        IReadOnlyList<Correction> rows =
        [
            .. CsvRows
                .Read(
                    file,
                    TextDecoder.Characters(bytes),
                    row => new Correction(
                        row.Text("report"),
                        row.Text("path"),
                        row.Text("value"),
                        row.Text("reason"),
                        row.Text("date"),
                        (int)row.LineNumber
                    )
                )
                .Where(r => isFilledIn(r.Value)),
        ];
        return new Corrections(
            file,
            knowledge,
            rows,
            rows.Count == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(bytes))[..8]
        );
    }

    /// <summary>What stands in a file of corrections: UTF-8, or what an old spreadsheet saved.</summary>
    /// <exception cref="CorpusException">It cannot be read.</exception>
    internal static string TextOf(string file) => TextDecoder.Characters(BytesOf(file));

    /// <summary>Whether there is one of a report's value.</summary>
    internal bool Has(ReportRecord record, string path, MetFindings met) =>
        _byReport[record.Id].Any(c => c.Path == path || met.Named(record, c).Path == path);

    private static string? ProblemOf(Correction row, Knowledge knowledge) =>
        row.Reason.Length == 0 || !IsDate(row.Date)
            ? $"a correction needs a reason and a date (yyyy-MM-dd); found \"{row.Reason}\" and \"{row.Date}\""
        : ThemePath().IsMatch(row.Path)
        && row.Value.Length > 0
        && !knowledge.Themes.Any(t => t.Code == row.Value)
            ? $"\"{row.Value}\" is no theme; known are {string.Join(", ", knowledge.Themes.Select(t => t.Code))}"
        : null;

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _
        );

    /// <summary>The record with its values corrected and labelled: texts and scores first, then the labels of a model, then those of the analysts.</summary>
    /// <param name="record">As reconciled.</param>
    /// <param name="labeller">Gives labels, or null.</param>
    /// <param name="met">Which findings were met, and are now.</param>
    public ReportRecord Apply(
        ReportRecord record,
        RecordLabeller? labeller,
        MetFindings? met = null
    )
    {
        met ??= new MetFindings();
        var applied = new List<AppliedCorrection>();
        var corrected = Apply(record, isLabel: false, met, applied);
        if (applied.Count > 0)
        {
            corrected = CorrectedScores.Follow(
                record,
                corrected,
                _knowledge.Edition(record.Edition),
                [.. applied.Select(a => a.Path)]
            );
        }

        corrected = labeller?.Label(corrected) ?? corrected;
        corrected = Apply(corrected, isLabel: true, met, applied);
        return applied.Count == 0 ? corrected : corrected with { Corrections = applied };
    }

    /// <summary>What cannot be applied: one message each, with file and line; one for a file that cannot be read.</summary>
    /// <param name="records">The dataset's records.</param>
    /// <param name="met">Which findings were met.</param>
    public IReadOnlyList<string> Problems(RecordStore records, MetFindings? met = null)
    {
        met ??= new MetFindings();
        if (_unreadable is not null)
        {
            return
            [
                $"{_unreadable}; no correction was read, and those that the dataset has stay as they are",
            ];
        }

        return
        [
            .. Refused
                .Concat(
                    All.Select(c => (c.Line, Problem: ProblemOf(c, records, met)))
                        .Where(p => p.Problem is not null)
                        .Select(p => $"line {p.Line}: {p.Problem}")
                )
                .Select(p => $"{_file}: {p}; the correction was not applied"),
        ];
    }

    private string? ProblemOf(Correction correction, RecordStore records, MetFindings met) =>
        records.Find(correction.Report) is not { } record
            ? $"there is no report {correction.Report} in the dataset"
        : Find(record, met.Named(record, correction)) is not CorrectedValue.Wrong wrong ? null
        : met.Of(correction) is { } gone && record.Findings.All(f => f.Id != gone.Id)
            ? $"{correction.Path} was made for \"{gone.Text}\", which {record.Id} no longer has; if it is right for what stands there now, give it the date of today"
        : wrong.Problem;

    private CorrectedValue Find(ReportRecord record, Correction correction) =>
        CorrectedValue.Find(record, correction, _knowledge.Edition(record.Edition));

    private ReportRecord Apply(
        ReportRecord record,
        bool isLabel,
        MetFindings met,
        List<AppliedCorrection> applied
    )
    {
        foreach (
            var correction in _byReport[record.Id]
                .Where(c => LabelPath().IsMatch(c.Path) == isLabel)
                .Select(c => met.Named(record, c))
        )
        {
            if (Find(record, correction) is CorrectedValue.Found found)
            {
                record = found.Corrected;
                applied.Add(
                    new AppliedCorrection(
                        correction.Path,
                        found.Original,
                        correction.Value,
                        correction.Reason,
                        correction.Date
                    )
                );
            }
        }

        return record;
    }

    // findings/1/strength/2/theme
    [GeneratedRegex("^findings/.*/(?:theme2?|question)$")]
    private static partial Regex LabelPath();

    [GeneratedRegex("^findings/.*/theme2?$")]
    private static partial Regex ThemePath();
}
