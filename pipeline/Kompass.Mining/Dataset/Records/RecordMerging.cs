using Kompass.Mining.Reports;
using Kompass.Mining.Trust;

namespace Kompass.Mining.Dataset.Records;

/// <summary>
/// Makes one record of two of one evaluation. The better one's values stay, but for those that are in doubt or missing there and in no doubt in the other; where both
/// say the same and only the other tells the page, the place is that of the other, for a reader can look it up.
/// </summary>
/// <param name="best">The record that says more without doubt.</param>
/// <param name="other">The other.</param>
internal sealed class RecordMerging(ReportRecord best, ReportRecord other)
{
    private readonly List<Note> _notes = [];
    private readonly HashSet<Note> _dropped = new(ReferenceEqualityComparer.Instance);

    public ReportRecord Merged()
    {
        var areas = Areas();
        var questions = Questions();
        var findings = Findings();
        var total = Total();
        var previous = Previous();
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
            Previous = previous,
            Findings = findings,
            Exemplars =
                best.Exemplars.Count >= other.Exemplars.Count ? best.Exemplars : other.Exemplars,
            Remarks = best.Remarks.Count >= other.Remarks.Count ? best.Remarks : other.Remarks,
            Prose = best.Prose.Count > 0 ? best.Prose : other.Prose,
            Facts = best.Facts ?? other.Facts,
            Notes = [.. best.Notes.Where(n => !_dropped.Contains(n)), .. _notes],
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

    // What takes the place of the better record's value answers that one's doubts, and brings its own along.
    private void TakeNotes(Func<Note, bool> which)
    {
        Drop(which);
        _notes.AddRange(other.Notes.Where(n => which(n) && !_notes.Contains(n)));
    }

    private void Drop(Func<Note, bool> which) => _dropped.UnionWith(best.Notes.Where(which));

    private static double Disputed(double confidence) => Math.Min(confidence, TrustModel.Doubted);

    private static Source Seen(Source ours, Source theirs) =>
        ours.Page is null && theirs.Page is not null ? theirs : ours;

    private List<AreaScore> Areas()
    {
        var merged = best.Areas.ToDictionary(a => a.Area);
        foreach (var theirs in other.Areas)
        {
            if (merged.TryGetValue(theirs.Area, out var ours) && ours.Score == theirs.Score)
            {
                merged[theirs.Area] = ours with
                {
                    Source = Seen(ours.Source, theirs.Source),
                    Witnesses = [.. ours.Witnesses, .. theirs.Witnesses],
                };
                continue;
            }

            var isDoubted = IsDoubted(other, About.Area, theirs.Area);
            if (ours is null || IsDoubted(best, About.Area, theirs.Area) && !isDoubted)
            {
                merged[theirs.Area] = theirs;
                TakeNotes(n => n.About == About.Area && n.Area == theirs.Area);
            }
            else if (!isDoubted)
            {
                Differ(
                    new Subject(About.Area, theirs.Area),
                    $"area {theirs.Area}: {best.Document.File} states {ours.Score}, {other.Document.File} {theirs.Score}"
                );
                merged[theirs.Area] = ours with { Confidence = Disputed(ours.Confidence) };
            }
        }

        return [.. merged.Values.OrderBy(a => a.Area)];
    }

    private List<QuestionScore> Questions()
    {
        var merged = best.Questions.ToDictionary(q => q.Code, StringComparer.Ordinal);
        foreach (var theirs in other.Questions)
        {
            var ours = merged.GetValueOrDefault(theirs.Code);
            merged[theirs.Code] = ours is null ? theirs : Question(ours, theirs);
            if (ours is null || merged[theirs.Code].Achieved != ours.Achieved)
            {
                TakeNotes(n => n.About == About.Question && n.Question == theirs.Code);
            }
        }

        // A whole table that only the other document has answers the note that it was missing.
        foreach (var area in merged.Keys.GroupBy(QuestionCode.AreaOf))
        {
            Drop(n =>
                n is { Code: NoteCode.QuestionMissing, Question: null }
                && n.Area == area.Key
                && !IsDoubted(other, About.Question, area.Key)
            );
        }

        return [.. merged.Values.OrderBy(q => q.Code, StringComparer.Ordinal)];
    }

    private QuestionScore Question(QuestionScore ours, QuestionScore theirs)
    {
        if (ours.Achieved == theirs.Achieved)
        {
            return ours with { Source = Seen(ours.Source, theirs.Source) };
        }

        var area = QuestionCode.AreaOf(theirs.Code);
        if (ours.Achieved is null)
        {
            return theirs;
        }

        if (theirs.Achieved is null || IsDoubted(other, About.Question, area, theirs.Code))
        {
            return ours;
        }

        if (IsDoubted(best, About.Question, area, theirs.Code))
        {
            return theirs;
        }

        Differ(
            new Subject(About.Question, area, theirs.Code),
            $"{theirs.Code}: {best.Document.File} states {ours.Achieved}, {other.Document.File} {theirs.Achieved}"
        );
        return ours with { Confidence = Disputed(ours.Confidence) };
    }

    private List<Finding> Findings()
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
                TakeNotes(n => n.About is About.Findings or About.Finding && n.Area == which);
                continue;
            }

            merged.AddRange(Placed(ours, theirs));
            if (theirs.Count > 0 && oursDoubt == 0 && theirsDoubt == 0)
            {
                DifferInFindings(area, ours, theirs);
            }
        }

        return merged;
    }

    private void DifferInFindings(int area, List<Finding> ours, List<Finding> theirs)
    {
        var others = ours.ExceptBy(theirs.Select(SameAs), SameAs).Count();
        if (ours.Count != theirs.Count)
        {
            Differ(
                new Subject(About.Findings, area),
                $"area {area}: {best.Document.File} has {ours.Count} findings, {other.Document.File} {theirs.Count}"
            );
        }
        else if (others > 0)
        {
            Differ(
                new Subject(About.Findings, area),
                $"area {area}: {others} of {ours.Count} findings of {best.Document.File} have other words, or stand in another list, in {other.Document.File}"
            );
        }
    }

    // The same words in the same list.
    private static (FindingKind, string) SameAs(Finding finding) =>
        (finding.Kind, ContentId.Words(finding.Text));

    private static IEnumerable<Finding> Placed(List<Finding> ours, List<Finding> theirs)
    {
        var same = theirs.ToLookup(SameAs);
        return ours.Select(f =>
            same[SameAs(f)].FirstOrDefault() is { } found
                ? f with
                {
                    Source = Seen(f.Source, found.Source),
                }
                : f
        );
    }

    private static double Doubt(ReportRecord record, List<Finding> findings, int area) =>
        findings.Count == 0
            ? 1000
            : findings.Count(f => f.Confidence < Finding.DoubtBelow)
                + (IsDoubted(record, About.Findings, area) ? 1 : 0);

    private Total? Total()
    {
        if (other.Total is not { } theirs || best.Total is not { } ours)
        {
            return best.Total ?? Taken(other.Total);
        }

        // A printed total is worth more than a sum.
        if (ours.Source.Via == Via.Sum && theirs.Source.Via != Via.Sum)
        {
            return ours.Value == theirs.Value
                ? ours with
                {
                    Source = theirs.Source,
                }
                : Taken(theirs);
        }

        if (theirs.Source.Via == Via.Sum)
        {
            return ours;
        }

        if (ours.Value != theirs.Value)
        {
            Differ(
                Subject.Total,
                $"{best.Document.File} states {ours.Value}, {other.Document.File} {theirs.Value}"
            );
            return ours with { Confidence = Disputed(ours.Confidence) };
        }

        return ours with
        {
            Source = Seen(ours.Source, theirs.Source),
        };
    }

    private Total? Taken(Total? total)
    {
        if (total is not null)
        {
            TakeNotes(n => n.About == About.Total);
        }

        return total;
    }

    private List<PreviousEvaluation> Previous()
    {
        var merged = best.Previous.ToList();
        foreach (var theirs in other.Previous)
        {
            var at = merged.FindIndex(p => p.Year == theirs.Year);
            if (at < 0)
            {
                merged.Add(theirs);
                Drop(n => n is { About: About.Previous, Code: NoteCode.PreviousUnclear });
                _notes.AddRange(
                    other.Notes.Where(n => n.About == About.Previous && !_notes.Contains(n))
                );
            }
            else if (
                theirs.Areas.Any(a =>
                    merged[at].Areas.TryGetValue(a.Key, out var ours) && ours != a.Value
                )
            )
            {
                Differ(
                    new Subject(About.Previous),
                    $"{theirs.Year}: {best.Document.File} and {other.Document.File} quote different scores"
                );
                merged[at] = merged[at] with { Confidence = Disputed(merged[at].Confidence) };
            }
            else if (theirs.Areas.Count > merged[at].Areas.Count)
            {
                merged[at] = theirs;
            }
        }

        return [.. merged.OrderByDescending(p => p.Year)];
    }

    private void Differ(Subject subject, FormattableString message) =>
        _notes.Add(
            new Note(
                NoteCode.DocumentsDiffer,
                Severity.Warning,
                subject.About,
                subject.Area,
                subject.Question,
                Invariant(message) + "; the former was taken",
                null
            )
        );
}
