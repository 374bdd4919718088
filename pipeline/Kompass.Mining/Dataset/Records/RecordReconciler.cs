using Kompass.Mining.Corpus;
using Kompass.Mining.Reports;

namespace Kompass.Mining.Dataset.Records;

/// <summary>
/// Makes one record of several documents of one evaluation: the better witnessed value wins, and where two that are not in doubt differ there is a
/// note. Documents of one municipality and year whose scores contradict each other in most areas are two evaluations.
/// </summary>
internal static class RecordReconciler
{
    /// <summary>Parts records of one id into evaluations, and makes one record of each; the second and later get a suffix.</summary>
    public static IReadOnlyList<ReportRecord> Reconcile(IReadOnlyList<ReportRecord> extracted)
    {
        var distinct = extracted
            .DistinctBy(r => r.Document.Sha256, StringComparer.Ordinal)
            .OrderByDescending(Worth)
            .ThenBy(r => r.Document.File, StringComparer.Ordinal)
            .ToList();
        var evaluations = new List<List<ReportRecord>>();
        foreach (var record in distinct)
        {
            var same = evaluations.Find(e => IsSameEvaluation(e[0], record));
            if (same is null)
            {
                evaluations.Add([record]);
            }
            else
            {
                same.Add(record);
            }
        }

        return [.. evaluations.Select((e, i) => ContentId.Assign(WithSuffix(Merge(e), i)))];
    }

    private static ReportRecord WithSuffix(ReportRecord record, int index) =>
        record with
        {
            Id = NameOf(record.Id, index),
        };

    /// <summary>The id of a report's evaluation, the first being 0.</summary>
    public static string NameOf(string id, int index) =>
        index == 0 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{index + 1}");

    // How much a record says that is not in doubt.
    private static double Worth(ReportRecord record) =>
        record.Areas.Count
        + record.Questions.Count(q => q.Achieved is not null)
        + record.Findings.Sum(f => f.Confidence)
        - (2 * record.Notes.Count(n => n.Severity == Severity.Warning));

    private static bool IsSameEvaluation(ReportRecord a, ReportRecord b)
    {
        var common = a
            .Areas.Join(b.Areas, x => x.Area, y => y.Area, (x, y) => x.Score == y.Score)
            .ToList();
        return common.Count < 4 || common.Count(same => same) * 2 >= common.Count;
    }

    private static ReportRecord Merge(List<ReportRecord> documents)
    {
        var merged = documents[0] with { Documents = [.. documents.Select(d => d.Document)] };
        for (var i = 1; i < documents.Count; i++)
        {
            merged = Merge(merged, SourcesOf.Document(documents[i], i));
        }

        return merged;
    }

    private static ReportRecord Merge(ReportRecord best, ReportRecord other)
    {
        var notes = new List<Note>();
        var dropped = new HashSet<Note>(ReferenceEqualityComparer.Instance);
        var areas = MergeAreas(best, other, notes, dropped);
        var questions = MergeQuestions(best, other, notes, dropped);
        var findings = MergeFindings(best, other, notes, dropped);
        var total = MergeTotal(best, other, notes, dropped);
        return best with
        {
            Evaluated = best.Evaluated ?? other.Evaluated,
            ReportDate = best.ReportDate ?? other.ReportDate,
            Ordinal = best.Ordinal ?? other.Ordinal,
            Interviewees = best.Interviewees ?? other.Interviewees,
            Evaluators =
                best.Evaluators.Count >= other.Evaluators.Count
                    ? best.Evaluators
                    : other.Evaluators,
            Total = total,
            Areas = areas,
            Questions = questions,
            Previous = MergePrevious(best, other, notes, dropped),
            Findings = findings,
            Exemplars =
                best.Exemplars.Count >= other.Exemplars.Count ? best.Exemplars : other.Exemplars,
            Remarks = best.Remarks.Count >= other.Remarks.Count ? best.Remarks : other.Remarks,
            Prose = best.Prose.Count > 0 ? best.Prose : other.Prose,
            Facts = best.Facts ?? other.Facts,
            Notes = [.. best.Notes.Where(n => !dropped.Contains(n)), .. notes],
        };
    }

    private static bool IsDoubted(
        ReportRecord record,
        About about,
        int? area,
        string? question = null
    ) =>
        record.Notes.Any(n =>
            n.Severity == Severity.Warning
            && n.About == about
            && (area is null || n.Area == area)
            && (question is null || n.Question is null || n.Question == question)
        );

    private static void Drop(ReportRecord best, HashSet<Note> dropped, Func<Note, bool> which)
    {
        foreach (var note in best.Notes.Where(which))
        {
            dropped.Add(note);
        }
    }

    // What takes the place of the better document's value brings its own doubts along.
    private static void Adopt(ReportRecord other, List<Note> notes, Func<Note, bool> which) =>
        notes.AddRange(other.Notes.Where(n => which(n) && !notes.Contains(n)));

    private static List<AreaScore> MergeAreas(
        ReportRecord best,
        ReportRecord other,
        List<Note> notes,
        HashSet<Note> dropped
    )
    {
        var merged = best.Areas.ToDictionary(a => a.Area);
        foreach (var theirs in other.Areas)
        {
            var theirsDoubted = IsDoubted(other, About.Area, theirs.Area);
            if (!merged.TryGetValue(theirs.Area, out var ours))
            {
                merged[theirs.Area] = theirs;
                Drop(best, dropped, n => n.About == About.Area && n.Area == theirs.Area);
                Adopt(other, notes, n => n.About == About.Area && n.Area == theirs.Area);
            }
            else if (ours.Score == theirs.Score)
            {
                merged[theirs.Area] = ours with
                {
                    Witnesses = [.. ours.Witnesses, .. theirs.Witnesses],
                };
            }
            else if (IsDoubted(best, About.Area, theirs.Area) && !theirsDoubted)
            {
                merged[theirs.Area] = theirs;
                Drop(best, dropped, n => n.About == About.Area && n.Area == theirs.Area);
                Adopt(other, notes, n => n.About == About.Area && n.Area == theirs.Area);
            }
            else if (!theirsDoubted)
            {
                notes.Add(
                    Differ(
                        About.Area,
                        theirs.Area,
                        null,
                        $"area {theirs.Area}: {best.Document.File} states {ours.Score}, {other.Document.File} {theirs.Score}"
                    )
                );
            }
        }

        return [.. merged.Values.OrderBy(a => a.Area)];
    }

    private static List<QuestionScore> MergeQuestions(
        ReportRecord best,
        ReportRecord other,
        List<Note> notes,
        HashSet<Note> dropped
    )
    {
        var merged = best.Questions.ToDictionary(q => q.Code, StringComparer.Ordinal);
        foreach (var theirs in other.Questions)
        {
            var area = QuestionCode.AreaOf(theirs.Code);
            var theirsDoubted = IsDoubted(other, About.Question, area, theirs.Code);
            if (
                !merged.TryGetValue(theirs.Code, out var ours)
                || (ours.Achieved is null && theirs.Achieved is not null)
            )
            {
                merged[theirs.Code] = theirs;
                Drop(best, dropped, n => n.About == About.Question && n.Question == theirs.Code);
                Adopt(other, notes, n => n.About == About.Question && n.Question == theirs.Code);
            }
            else if (ours.Achieved != theirs.Achieved && theirs.Achieved is not null)
            {
                if (IsDoubted(best, About.Question, area, theirs.Code) && !theirsDoubted)
                {
                    merged[theirs.Code] = theirs;
                    Drop(
                        best,
                        dropped,
                        n => n.About == About.Question && n.Question == theirs.Code
                    );
                }
                else if (!theirsDoubted)
                {
                    notes.Add(
                        Differ(
                            About.Question,
                            area,
                            theirs.Code,
                            $"{theirs.Code}: {best.Document.File} states {ours.Achieved}, {other.Document.File} {theirs.Achieved}"
                        )
                    );
                }
            }
        }

        // A whole table that only the other document has answers the note that it was missing.
        foreach (var area in merged.Keys.GroupBy(QuestionCode.AreaOf))
        {
            Drop(
                best,
                dropped,
                n =>
                    n is { Code: NoteCode.QuestionMissing, Question: null }
                    && n.Area == area.Key
                    && !IsDoubted(other, About.Question, area.Key)
            );
        }

        return [.. merged.Values.OrderBy(q => q.Code, StringComparer.Ordinal)];
    }

    private static List<Finding> MergeFindings(
        ReportRecord best,
        ReportRecord other,
        List<Note> notes,
        HashSet<Note> dropped
    )
    {
        var merged = new List<Finding>();
        foreach (
            var area in best.Findings.Concat(other.Findings).Select(f => f.Area).Distinct().Order()
        )
        {
            var ours = best.Findings.Where(f => f.Area == area).ToList();
            var theirs = other.Findings.Where(f => f.Area == area).ToList();
            var oursDoubt = Doubt(best, ours, area);
            var theirsDoubt = Doubt(other, theirs, area);
            if (theirs.Count > 0 && theirsDoubt < oursDoubt)
            {
                merged.AddRange(theirs);
                var which = area;
                Drop(
                    best,
                    dropped,
                    n => n.About is About.Findings or About.Finding && n.Area == which
                );
                Adopt(
                    other,
                    notes,
                    n => n.About is About.Findings or About.Finding && n.Area == which
                );
                continue;
            }

            merged.AddRange(ours);
            if (
                theirs.Count > 0
                && oursDoubt == 0
                && theirsDoubt == 0
                && ours.Count != theirs.Count
            )
            {
                notes.Add(
                    Differ(
                        About.Findings,
                        area,
                        null,
                        $"area {area}: {best.Document.File} has {ours.Count} findings, {other.Document.File} {theirs.Count}"
                    )
                );
            }
        }

        return merged;
    }

    private static double Doubt(ReportRecord record, List<Finding> findings, int area) =>
        findings.Count == 0
            ? 1000
            : findings.Count(f => f.Confidence < Finding.DoubtBelow)
                + (IsDoubted(record, About.Findings, area) ? 1 : 0);

    private static Total? MergeTotal(
        ReportRecord best,
        ReportRecord other,
        List<Note> notes,
        HashSet<Note> dropped
    )
    {
        if (other.Total is null || other.Total.Value == best.Total?.Value)
        {
            return best.Total ?? other.Total;
        }

        // A printed total is worth more than a sum.
        if (
            best.Total is null
            || (best.Total.Source.Via == Via.Sum && other.Total.Source.Via != Via.Sum)
        )
        {
            Drop(best, dropped, n => n.About == About.Total);
            notes.AddRange(other.Notes.Where(n => n.About == About.Total));
            return other.Total;
        }

        if (other.Total.Source.Via != Via.Sum)
        {
            notes.Add(
                Differ(
                    About.Total,
                    null,
                    null,
                    $"{best.Document.File} states {best.Total.Value}, {other.Document.File} {other.Total.Value}"
                )
            );
        }

        return best.Total;
    }

    private static List<PreviousEvaluation> MergePrevious(
        ReportRecord best,
        ReportRecord other,
        List<Note> notes,
        HashSet<Note> dropped
    )
    {
        var merged = best.Previous.ToList();
        foreach (var theirs in other.Previous)
        {
            var at = merged.FindIndex(p => p.Year == theirs.Year);
            if (at < 0)
            {
                merged.Add(theirs);
                Drop(
                    best,
                    dropped,
                    n => n is { About: About.Previous, Code: NoteCode.PreviousUnclear }
                );
                Adopt(other, notes, n => n.About == About.Previous);
            }
            else if (
                theirs.Areas.Any(a =>
                    merged[at].Areas.TryGetValue(a.Key, out var ours) && ours != a.Value
                )
            )
            {
                notes.Add(
                    Differ(
                        About.Previous,
                        null,
                        null,
                        $"{theirs.Year}: {best.Document.File} and {other.Document.File} quote different scores"
                    )
                );
            }
            else if (theirs.Areas.Count > merged[at].Areas.Count)
            {
                merged[at] = theirs;
            }
        }

        return [.. merged.OrderByDescending(p => p.Year)];
    }

    private static Note Differ(
        About about,
        int? area,
        string? question,
        FormattableString message
    ) =>
        new(
            NoteCode.DocumentsDiffer,
            Severity.Warning,
            about,
            area,
            question,
            FormattableString.Invariant(message) + "; the former was taken",
            null
        );
}
