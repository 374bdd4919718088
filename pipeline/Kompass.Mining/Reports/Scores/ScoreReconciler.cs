namespace Kompass.Mining.Reports.Scores;

/// <summary>Scores as the witnesses agree on them, and a note for each disagreement.</summary>
internal sealed record ReconciledScores(
    IReadOnlyList<AreaScore> Areas,
    Total? Total,
    IReadOnlyList<QuestionScore> Questions,
    IReadOnlyList<PreviousEvaluation> Previous,
    IReadOnlyList<Note> Notes
);

/// <summary>Makes one value of what the witnesses state.</summary>
internal sealed class ScoreReconciler(
    Knowledge knowledge,
    Edition edition,
    int? year,
    bool isReport
)
{
    // Less than a witness: the sum of the sub-questions decides between two, and sooner where it is equal than where only rounding parts it from the value.
    private const double EqualSum = 0.5;
    private const double NearSum = 0.4;

    private readonly NoteList _notes = new();

    private Sums Sums => field ??= new(edition, _notes);

    /// <param name="stated">What the document states.</param>
    /// <param name="summaryIsCut">Whether pages of the summary are missing, so that totals and earlier years may have stood there.</param>
    public ReconciledScores Reconcile(StatedScores stated, bool summaryIsCut)
    {
        var scores = new QuestionReconciler(edition, isReport, _notes).Reconcile(
            stated.Tables,
            area => WitnessVote.Best([.. OfArea(stated, area).Where(IsOnScale)])
        );
        var areas = edition
            .Areas.Select(a => AreaScore(a, stated, scores))
            .OfType<AreaScore>()
            .ToList();
        var total = TotalOf(stated, areas, summaryIsCut);
        var previous = new PreviousReconciler(knowledge, edition, year, _notes).Reconcile(stated);
        if (summaryIsCut && previous.Count == 0)
        {
            _notes.Warn(
                NoteCode.PreviousUnclear,
                new Subject(About.Previous),
                $"pages of the summary are missing; earlier evaluations that they quote are lost"
            );
        }

        return new ReconciledScores(
            areas,
            total,
            scores,
            previous,
            [.. stated.Notes, .. _notes.All]
        );
    }

    private static List<Witness> OfArea(StatedScores stated, int area) =>
        [.. stated.Witnesses.Where(w => w.Area == area && w.Year is null)];

    private bool IsOnScale(Witness witness) => witness.Value <= edition.Scale.AreaMax;

    private AreaScore? AreaScore(Area area, StatedScores stated, List<QuestionScore> questions)
    {
        var witnesses = OfArea(stated, area.Number);
        var own = questions.Where(q => QuestionCode.AreaOf(q.Code) == area.Number).ToList();
        var sum = Sums.Of(area, own);
        // A number above the scale was misread or misprinted, whatever else states it.
        var best = WitnessVote.Best(
            [.. witnesses.Where(IsOnScale)],
            value =>
                sum is not { } added ? 0
                : added == value ? EqualSum
                : Sums.Explains(added, value, own) ? NearSum
                : 0
        );
        if (best is null)
        {
            // A page that tells of no area is missing none.
            return isReport || stated.Witnesses.Any(w => w.Area > 0 && w.Year is null)
                ? Unprinted(area, witnesses.Find(w => w.Value > edition.Scale.AreaMax), sum, own)
                : null;
        }

        Check(area, best, witnesses, own);
        return new AreaScore(
            area.Number,
            area.Name,
            best.Value,
            edition.Scale.AreaMax,
            best.Source,
            [.. witnesses.Select(w => new ScoreWitness(w.Value, w.Source))]
        )
        {
            Confidence = witnesses.Where(w => w.Value == best.Value).Max(w => w.Confidence),
        };
    }

    // The sum of the sub-questions where no score is printed, or only one above the scale.
    private AreaScore? Unprinted(Area area, Witness? tooHigh, decimal? sum, List<QuestionScore> own)
    {
        var subject = new Subject(About.Area, area.Number);
        FormattableString printed = tooHigh is null
            ? (FormattableString)$"its score is printed nowhere"
            : $"{tooHigh.Via} states {tooHigh.Value}, more than the highest score, {edition.Scale.AreaMax}";
        if (sum is { } score)
        {
            _notes.Warn(
                NoteCode.ScoreFromSum,
                subject,
                $"area {area.Number}: {printed}; {score} is the sum of its sub-questions",
                own[0].Source
            );
            return new AreaScore(
                area.Number,
                area.Name,
                score,
                edition.Scale.AreaMax,
                own[0].Source.AddedUp,
                []
            );
        }

        _notes.Warn(
            NoteCode.ScoreMissing,
            subject,
            tooHigh is null
                ? $"area {area.Number}: no score could be read"
                : (FormattableString)$"area {area.Number}: {printed}; none was taken",
            tooHigh?.Source
        );
        return null;
    }

    private void Check(Area area, Witness best, List<Witness> witnesses, List<QuestionScore> own)
    {
        if (witnesses.Exists(w => w.Value != best.Value))
        {
            _notes.Warn(
                NoteCode.ScoreDiffers,
                new Subject(About.Area, area.Number),
                $"area {area.Number}: {WitnessVote.Said(witnesses)}; {best.Value} was taken",
                best.Source
            );
            return;
        }

        Sums.Check(area, best.Value, best.Source, own);
    }

    private Total? TotalOf(StatedScores stated, List<AreaScore> areas, bool summaryIsCut)
    {
        var printed = stated
            .Witnesses.Where(w => w.Area == Witness.Total && w.Year is null)
            .ToList();
        var sum = Sums.Of(edition, areas);
        // A sentence may speak of another evaluation; where a table or a chart states the total it is believed last.
        var nonProse = printed.FindAll(w => w.Via != Via.Prose);
        var best = WitnessVote.Best(nonProse.Count > 0 ? nonProse : printed);
        if (best is null)
        {
            return AddedUp(sum, areas, summaryIsCut);
        }

        // Of sentences alone, the one that the areas bear out.
        if (nonProse.Count == 0 && sum is not null && !Explains(best.Value))
        {
            best = printed.Find(w => Explains(w.Value)) ?? best;
        }

        var total = new Total(best.Value, edition.Scale.TotalMax, best.Source)
        {
            Confidence = best.Confidence,
        };
        if (printed.Exists(w => w.Value != best.Value && w.Via != Via.Prose))
        {
            _notes.Warn(
                NoteCode.TotalDiffers,
                Subject.Total,
                $"{WitnessVote.Said(printed)}; {best.Value} was taken",
                best.Source
            );
        }
        else
        {
            Sums.Check(total, areas);
        }

        return total;

        bool Explains(decimal value) => Rounding.Explains(sum!.Value, value, areas.Count);
    }

    private Total? AddedUp(decimal? sum, List<AreaScore> areas, bool summaryIsCut)
    {
        if (sum is not { } total)
        {
            _notes.Warn(
                NoteCode.TotalMissing,
                Subject.Total,
                $"no total is printed, and not all areas have a score to be added up"
            );
            return null;
        }

        if (
            summaryIsCut
            || _notes.All.Any(n => n is { About: About.Area, Severity: Severity.Warning })
        )
        {
            _notes.Warn(
                NoteCode.TotalUncertain,
                Subject.Total,
                $"{total} was added up from areas of which some are in doubt, or a printed total may have stood on a missing page"
            );
        }

        return new Total(total, edition.Scale.TotalMax, areas[0].Source.AddedUp)
        {
            Confidence = areas.Min(a => a.Confidence),
        };
    }
}
