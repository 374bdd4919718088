using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;
using Kompass.Mining.Reports;
using Kompass.Mining.Themes;

namespace Kompass.Mining.Dataset.Records;

/// <summary>
/// The corrections of a dataset. What a correction replaces stays in the record beside it (<see cref="ReportRecord.Corrections"/>); one that names a report or
/// a value that is not there is a problem with its line, and the others are applied.
/// </summary>
public sealed partial class Corrections
{
    private readonly string _file;
    private readonly ILookup<string, Correction> _byReport;

    private Corrections(string file, IReadOnlyList<Correction> all, string fingerprint)
    {
        _file = file;
        All = all;
        _byReport = all.ToLookup(c => c.Report, StringComparer.Ordinal);
        Fingerprint = fingerprint;
    }

    /// <summary>All rows, in the file's order.</summary>
    public IReadOnlyList<Correction> All { get; }

    /// <summary>A short hash of the rows; empty without any.</summary>
    public string Fingerprint { get; }

    /// <summary>Reads the file; none where it is not there.</summary>
    /// <exception cref="CorpusException">A row is wrong; the message names its line.</exception>
    public static Corrections Read(string file) =>
        File.Exists(file) ? Read(file, isFilledIn: _ => true) : new Corrections(file, [], "");

    /// <summary>Reads a list of which only the rows with a value of a kind are meant.</summary>
    internal static Corrections Read(string file, Func<string, bool> isFilledIn)
    {
        var all = CsvRows.Read(
            file,
            row => new Correction(
                row.Text("report"),
                row.Text("path"),
                row.Text("value"),
                row.Text("reason"),
                row.Text("date"),
                (int)row.LineNumber
            )
        );
        var rows = all.Where(r => isFilledIn(r.Value)).ToList();
        foreach (var row in rows)
        {
            if (
                row.Reason.Length == 0
                || !DateOnly.TryParseExact(
                    row.Date,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out _
                )
            )
            {
                throw new CorpusException(
                    file,
                    $"line {row.Line}: a correction needs a reason and a date (yyyy-MM-dd); found \"{row.Reason}\" and \"{row.Date}\""
                );
            }
        }

        return new Corrections(
            file,
            rows,
            rows.Count == 0
                ? ""
                : Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))[..8]
        );
    }

    /// <summary>The record with its values corrected and labelled: texts and scores first, then the labels of a model, then those of the analysts.</summary>
    /// <param name="record">As reconciled.</param>
    /// <param name="labeller">Gives labels, or null.</param>
    public ReportRecord Apply(ReportRecord record, RecordLabeller? labeller)
    {
        ArgumentNullException.ThrowIfNull(record);
        var applied = new List<AppliedCorrection>();
        var corrected = Apply(record, isLabel: false, applied);
        corrected = labeller?.Label(corrected) ?? corrected;
        corrected = Apply(corrected, isLabel: true, applied);
        return applied.Count == 0 ? corrected : corrected with { Corrections = applied };
    }

    /// <summary>What cannot be applied: one message each, with file and line.</summary>
    /// <param name="records">The dataset's records.</param>
    public IReadOnlyList<string> Problems(RecordStore records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return
        [
            .. All.Select(c => (Correction: c, Problem: ProblemOf(c, records)))
                .Where(p => p.Problem is not null)
                .Select(p =>
                    $"{_file}: line {p.Correction.Line}: {p.Problem}; the correction was not applied"
                ),
        ];
    }

    private static string? ProblemOf(Correction correction, RecordStore records) =>
        records.Find(correction.Report) is not { } record
            ? $"there is no report {correction.Report} in the dataset"
        : CorrectedValue.Find(record, correction) is CorrectedValue.Wrong wrong ? wrong.Problem
        : null;

    private ReportRecord Apply(ReportRecord record, bool isLabel, List<AppliedCorrection> applied)
    {
        foreach (var correction in _byReport[record.Id])
        {
            if (
                LabelPath().IsMatch(correction.Path) == isLabel
                && CorrectedValue.Find(record, correction) is CorrectedValue.Found found
            )
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
    [GeneratedRegex(
        "^findings/.*/(?:theme2?|question)$",
        RegexOptions.CultureInvariant,
        Patterns.TimeLimit
    )]
    private static partial Regex LabelPath();
}
