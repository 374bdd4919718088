namespace Kompass.Mining.Reports.Scores;

/// <summary>Makes earlier evaluations of what the witnesses state of other years.</summary>
internal sealed class PreviousReconciler(
    Knowledge knowledge,
    Edition edition,
    int? year,
    NoteList notes
)
{
    /// <summary>The earlier evaluations, newest first.</summary>
    public List<PreviousEvaluation> Reconcile(StatedScores stated) =>
        [
            .. stated
                .Witnesses.Where(w => w.Year is not null && w.Year != year)
                .GroupBy(w => w.Year!.Value)
                .OrderByDescending(g => g.Key)
                .Select(g => Evaluation(g.Key, [.. g]))
                .OfType<PreviousEvaluation>(),
        ];

    private PreviousEvaluation? Evaluation(int earlier, List<Witness> witnesses)
    {
        var name =
            earlier == Witness.UnknownYear
                ? "an earlier evaluation without a year"
                : earlier.ToString(CultureInfo.InvariantCulture);
        var areas = new SortedDictionary<int, decimal>();
        var sources = new SortedDictionary<string, Source>(StringComparer.Ordinal);
        foreach (var area in witnesses.Where(w => w.Area > 0).GroupBy(w => w.Area))
        {
            if (
                WitnessVote.Best([.. area.Where(w => w.Value <= edition.Scale.AreaMax)]) is { } best
            )
            {
                areas[area.Key] = best.Value;
                sources[PreviousEvaluation.KeyOf(area.Key)] = best.Source;
                if (area.Any(w => w.Value != best.Value))
                {
                    notes.Warn(
                        NoteCode.PreviousDiffers,
                        new Subject(About.Previous, area.Key),
                        $"{name}, area {area.Key}: {WitnessVote.Said(area)}; {best.Value} was taken",
                        best.Source
                    );
                }
            }
        }

        var total = WitnessVote.Best([.. witnesses.Where(w => w.Area == Witness.Total)]);
        if (areas.Count == 0 && total is null)
        {
            return null;
        }

        if (total is not null)
        {
            sources[PreviousEvaluation.KeyOf(null)] = total.Source;
        }

        Check(name, areas, total, witnesses);
        var comparable =
            (
                earlier == Witness.UnknownYear
                || edition.IsComparableWithYear(earlier, knowledge.Editions)
            ) && areas.Values.All(v => v == Math.Truncate(v));
        return new PreviousEvaluation(
            earlier == Witness.UnknownYear ? null : earlier,
            comparable,
            areas,
            total?.Value,
            witnesses[0].Source
        )
        {
            Sources = sources,
            Confidence = witnesses.Min(w => w.Confidence),
        };
    }

    private void Check(
        string earlier,
        SortedDictionary<int, decimal> areas,
        Witness? total,
        List<Witness> witnesses
    )
    {
        var lacking = edition
            .Areas.Select(a => a.Number)
            .Where(a => !areas.ContainsKey(a))
            .ToList();
        var sum = areas.Values.Sum();
        if (lacking.Count == 0 && total is not null && sum != total.Value)
        {
            notes.Sum(
                (NoteCode.PreviousRounding, NoteCode.PreviousDiffers),
                Rounding.Explains(sum, total.Value, areas.Count),
                new Subject(About.Previous),
                $"{earlier}: the areas",
                sum,
                total.Value,
                total.Source
            );
        }

        // Where only a total is stated, or sentences tell of single areas, none is missing.
        if (lacking.Count > 0 && witnesses.Exists(w => w.Area > 0 && w.Via != Via.Prose))
        {
            notes.Warn(
                NoteCode.PreviousUnclear,
                new Subject(About.Previous),
                $"{earlier}: no score could be read for area {string.Join(", ", lacking)}",
                witnesses[0].Source
            );
        }
    }
}
