using Kompass.Mining.Reports;
using Kompass.Mining.Reports.Scores;

namespace Kompass.Mining.Dataset.Records;

/// <summary>What follows from corrected scores: areas and totals that were added up, and the notes on sums and on what was in doubt.</summary>
internal static class CorrectedScores
{
    /// <summary>The corrected record with sums and notes that fit it.</summary>
    /// <param name="read">The record before.</param>
    /// <param name="corrected">With its corrected values.</param>
    /// <param name="edition">The record's.</param>
    /// <param name="paths">What was corrected.</param>
    public static ReportRecord Follow(
        ReportRecord read,
        ReportRecord corrected,
        Edition edition,
        IReadOnlyCollection<string> paths
    )
    {
        corrected = corrected with
        {
            Areas =
            [
                .. corrected.Areas.Select(a =>
                    a.Source.Via == Via.Sum
                    && paths.Any(p => IsQuestionOf(a.Area, p))
                    && !paths.Contains(PathOf(a.Area), StringComparer.Ordinal)
                    && edition.FindArea(a.Area) is { } area
                    && Sums.Of(area, Own(corrected, area.Number)) is { } sum
                        ? a with
                        {
                            Score = sum,
                        }
                        : a
                ),
            ],
        };
        if (
            corrected.Total is { Source.Via: Via.Sum } total
            && !paths.Contains(Total, StringComparer.Ordinal)
            && !corrected.Areas.Select(a => a.Score).SequenceEqual(read.Areas.Select(a => a.Score))
            && Sums.Of(edition, corrected.Areas) is { } points
        )
        {
            corrected = corrected with { Total = total with { Value = points } };
        }

        var (before, after) = (Notes(read, edition), Notes(corrected, edition));
        var notes = corrected
            .Notes.Where(n =>
                !paths.Any(p => IsOf(n, p)) && (!IsAmong(n, before) || IsAmong(n, after))
            )
            .Concat(after.Where(n => !IsAmong(n, before)))
            .ToList();
        return notes.SequenceEqual(corrected.Notes)
            ? corrected
            : corrected with
            {
                Notes = ContentId.NotesOf(corrected.Id, notes),
            };
    }

    private const string Total = "total";

    private static string PathOf(int area) => Invariant($"areas/{area}/score");

    private static bool IsQuestionOf(int area, string path) =>
        path.StartsWith(Invariant($"questions/{area}."), StringComparison.Ordinal);

    private static List<QuestionScore> Own(ReportRecord record, int area) =>
        [.. record.Questions.Where(q => QuestionCode.AreaOf(q.Code) == area)];

    // Sums that are not what is printed.
    private static IReadOnlyList<Note> Notes(ReportRecord record, Edition edition)
    {
        var notes = new NoteList();
        var sums = new Sums(edition, notes);
        foreach (var score in record.Areas)
        {
            if (edition.FindArea(score.Area) is { } area)
            {
                sums.Check(area, score.Score, score.Source, Own(record, score.Area));
            }
        }

        if (record.Total is { } total)
        {
            sums.Check(total, record.Areas);
        }

        return notes.All;
    }

    private static bool IsAmong(Note note, IReadOnlyList<Note> notes) =>
        notes.Any(n => n.Code == note.Code && n.Message == note.Message);

    // What an analyst has looked at is in doubt no longer.
    private static bool IsOf(Note note, string path) =>
        path.Split('/') switch
        {
            ["areas", var area, ..] => note.About == About.Area
                && note.Area?.ToString(CultureInfo.InvariantCulture) == area,
            ["questions", var code, ..] => note.About == About.Question && note.Question == code,
            [Total] => note.About == About.Total,
            _ => false,
        };
}
