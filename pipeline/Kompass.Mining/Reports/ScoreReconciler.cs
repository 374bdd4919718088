using Kompass.Mining.Corpus;

namespace Kompass.Mining.Reports;

/// <summary>Scores as the witnesses agree on them, and a note for each disagreement.</summary>
internal sealed record ReconciledScores(
    IReadOnlyList<AreaScore> Areas,
    Total? Total,
    IReadOnlyList<QuestionScore> Questions,
    IReadOnlyList<PreviousEvaluation> Previous,
    IReadOnlyList<Note> Notes
);

/// <summary>
/// Makes one value of what the witnesses state. Points are printed as whole numbers and percentages of the points before rounding: 9.75 of 15 is
/// printed as 10 and 65 %. So a sum may differ from the printed one by as much as the percentages explain, and no more.
/// </summary>
internal sealed class ScoreReconciler(
    Knowledge knowledge,
    Edition edition,
    int? year,
    bool isReport
)
{
    private readonly ScoreNotes _notes = new();

    /// <param name="stated">What the document states.</param>
    /// <param name="summaryIsCut">Whether pages of the summary are missing, so that totals and earlier years may have stood there.</param>
    public ReconciledScores Reconcile(StatedScores stated, bool summaryIsCut)
    {
        var scores = new QuestionReconciler(edition, isReport, _notes).Reconcile(stated.Tables);
        var areas = new List<AreaScore>();
        foreach (var area in edition.Areas)
        {
            if (AreaScore(area, stated, scores) is { } score)
            {
                areas.Add(score);
            }
        }

        var total = TotalOf(stated, areas, summaryIsCut);
        var previous = new PreviousReconciler(knowledge, edition, year, _notes).Reconcile(stated);
        if (summaryIsCut && previous.Count == 0)
        {
            _notes.Warn(
                NoteCode.PreviousUnclear,
                About.Previous,
                null,
                null,
                $"pages of the summary are missing; earlier evaluations that they quote are lost",
                null
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

    private AreaScore? AreaScore(Area area, StatedScores stated, List<QuestionScore> questions)
    {
        var witnesses = stated
            .Witnesses.Where(w => w.Area == area.Number && w.Year is null)
            .ToList();
        var own = questions.Where(q => QuestionCode.AreaOf(q.Code) == area.Number).ToList();
        var complete =
            area.Questions.Count > 0
            && own.Count == area.Questions.Count
            && own.TrueForAll(q => q.Achieved is not null);
        // A number above the scale was misread or misprinted, whatever else states it.
        var tooHigh = witnesses.Find(w => w.Value > edition.Scale.AreaMax);
        var best = WitnessVote.Best(
            [.. witnesses.Where(w => w.Value <= edition.Scale.AreaMax)],
            complete ? own.Sum(q => q.Achieved!.Value) : null
        );
        if (best is null && !isReport && !stated.Witnesses.Any(w => w.Area > 0 && w.Year is null))
        {
            // A page that tells of no area is missing none.
            return null;
        }

        if (best is null)
        {
            var printed = tooHigh is null
                ? "its score is printed nowhere"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{tooHigh.Via} states {tooHigh.Value}, more than the highest score, {edition.Scale.AreaMax}"
                );
            if (complete)
            {
                var sum = own.Sum(q => q.Achieved!.Value);
                _notes.Warn(
                    NoteCode.ScoreFromSum,
                    About.Area,
                    area.Number,
                    null,
                    $"area {area.Number}: {printed}; {sum} is the sum of its sub-questions",
                    own[0].Source
                );
                return new AreaScore(
                    area.Number,
                    area.Name,
                    sum,
                    edition.Scale.AreaMax,
                    own[0].Source with
                    {
                        Via = Via.Sum,
                    },
                    []
                );
            }

            _notes.Warn(
                NoteCode.ScoreMissing,
                About.Area,
                area.Number,
                null,
                tooHigh is null
                    ? $"area {area.Number}: no score could be read"
                    : (FormattableString)$"area {area.Number}: {printed}; none was taken",
                tooHigh?.Source
            );
            return null;
        }

        var different = witnesses.Where(w => w.Value != best.Value).ToList();
        if (different.Count > 0)
        {
            _notes.Warn(
                NoteCode.ScoreDiffers,
                About.Area,
                area.Number,
                null,
                $"area {area.Number}: {WitnessVote.Said(witnesses)}; {best.Value} was taken",
                best.Source
            );
        }
        else if (witnesses.Max(w => w.Confidence) < Finding.DoubtBelow)
        {
            _notes.Warn(
                NoteCode.ReadUncertain,
                About.Area,
                area.Number,
                null,
                $"area {area.Number}: the score {best.Value} was recognised with low confidence",
                best.Source
            );
        }

        if (complete)
        {
            CheckSum(area, best, own, different.Count > 0);
        }

        return new AreaScore(
            area.Number,
            area.Name,
            best.Value,
            edition.Scale.AreaMax,
            best.Source,
            [.. witnesses.Select(w => new ScoreWitness(w.Value, w.Source))]
        );
    }

    private void CheckSum(Area area, Witness best, List<QuestionScore> own, bool alreadyNoted)
    {
        var sum = own.Sum(q => q.Achieved!.Value);
        if (sum == best.Value || alreadyNoted)
        {
            return;
        }

        var explained = own.TrueForAll(q => q.Percent is not null && q.Max is not null)
            // Half a point for the printed score, half a percentage point of all points for the percentages, half for scores rounded twice.
            ? Math.Abs(own.Sum(q => q.Percent!.Value * q.Max!.Value / 100) - best.Value)
                <= 1 + (0.005m * edition.Scale.AreaMax)
            : Math.Abs(sum - best.Value) <= own.Count * 0.5m;
        if (explained)
        {
            _notes.Inform(
                NoteCode.SumRounding,
                About.Area,
                area.Number,
                $"area {area.Number}: the sub-questions add up to {sum}, {best.Value} is printed; rounding explains it",
                best.Source
            );
        }
        else
        {
            _notes.Warn(
                NoteCode.SumDiffers,
                About.Area,
                area.Number,
                null,
                $"area {area.Number}: the sub-questions add up to {sum}, {best.Value} is printed; rounding does not explain it",
                best.Source
            );
        }
    }

    private Total? TotalOf(StatedScores stated, List<AreaScore> areas, bool summaryIsCut)
    {
        var printed = stated
            .Witnesses.Where(w => w.Area == Witness.Total && w.Year is null)
            .ToList();
        var complete = areas.Count == edition.Areas.Count;
        var sum = areas.Sum(a => a.Score);
        // A sentence may speak of another evaluation; where a table or a chart states the total it is believed last.
        var nonProse = printed.Where(w => w.Via != Via.Prose).ToList();
        var best = WitnessVote.Best(nonProse.Count > 0 ? nonProse : printed);
        if (best is null)
        {
            if (complete)
            {
                if (
                    summaryIsCut
                    || _notes.All.Any(n => n is { About: About.Area, Severity: Severity.Warning })
                )
                {
                    _notes.Warn(
                        NoteCode.TotalUncertain,
                        About.Total,
                        null,
                        null,
                        $"{sum} was added up from areas of which some are in doubt, or a printed total may have stood on a missing page",
                        null
                    );
                }

                return new Total(
                    sum,
                    edition.Scale.TotalMax,
                    areas[0].Source with
                    {
                        Via = Via.Sum,
                    }
                );
            }

            _notes.Warn(
                NoteCode.TotalMissing,
                About.Total,
                null,
                null,
                $"no total is printed, and not all areas have a score to be added up",
                null
            );
            return null;
        }

        // Of sentences alone, the one that the areas bear out.
        if (nonProse.Count == 0 && complete && Math.Abs(best.Value - sum) > areas.Count * 0.5m)
        {
            var near = printed.Find(w => Math.Abs(w.Value - sum) <= areas.Count * 0.5m);
            best = near ?? best;
        }

        if (printed.Exists(w => w.Value != best.Value && w.Via != Via.Prose))
        {
            _notes.Warn(
                NoteCode.TotalDiffers,
                About.Total,
                null,
                null,
                $"{WitnessVote.Said(printed)}; {best.Value} was taken",
                best.Source
            );
        }
        else if (complete && best.Value != sum)
        {
            // Eight rounded numbers can miss the rounded total by half a point each.
            if (Math.Abs(best.Value - sum) <= areas.Count * 0.5m)
            {
                _notes.Inform(
                    NoteCode.TotalRounding,
                    About.Total,
                    null,
                    $"the areas add up to {sum}, {best.Value} is printed; rounding explains it",
                    best.Source
                );
            }
            else
            {
                _notes.Warn(
                    NoteCode.TotalDiffers,
                    About.Total,
                    null,
                    null,
                    $"the areas add up to {sum}, {best.Value} is printed; rounding does not explain it",
                    best.Source
                );
            }
        }

        return new Total(best.Value, edition.Scale.TotalMax, best.Source);
    }
}
