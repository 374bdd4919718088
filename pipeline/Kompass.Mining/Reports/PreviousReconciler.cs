using Kompass.Mining.Corpus;

namespace Kompass.Mining.Reports;

/// <summary>Makes earlier evaluations of what the witnesses state of other years.</summary>
internal sealed class PreviousReconciler(
    Knowledge knowledge,
    Edition edition,
    int? year,
    ScoreNotes notes
)
{
    /// <summary>The earlier evaluations, newest first.</summary>
    public List<PreviousEvaluation> Reconcile(StatedScores stated)
    {
        var evaluations = new List<PreviousEvaluation>();
        foreach (
            var group in stated
                .Witnesses.Where(w => w.Year is not null && w.Year != year)
                .GroupBy(w => w.Year!.Value)
                .OrderByDescending(g => g.Key)
        )
        {
            var areas = new SortedDictionary<int, decimal>();
            foreach (var byArea in group.Where(w => w.Area > 0).GroupBy(w => w.Area))
            {
                if (
                    WitnessVote.Best([.. byArea.Where(w => w.Value <= edition.Scale.AreaMax)])
                    is not { } best
                )
                {
                    continue;
                }

                areas[byArea.Key] = best.Value;
                if (byArea.Any(w => w.Value != best.Value))
                {
                    notes.Warn(
                        NoteCode.PreviousDiffers,
                        About.Previous,
                        byArea.Key,
                        null,
                        $"{NameOf(group.Key)}, area {byArea.Key}: {WitnessVote.Said(byArea)}; {best.Value} was taken",
                        best.Source
                    );
                }
            }

            var total = WitnessVote.Best([.. group.Where(w => w.Area == Witness.Total)]);
            if (areas.Count == 0 && total is null)
            {
                continue;
            }

            CheckPrevious(NameOf(group.Key), areas, total);
            var lacking = edition
                .Areas.Where(a => !areas.ContainsKey(a.Number))
                .Select(a => a.Number)
                .ToList();
            // Where only a total is stated, no area is missing.
            if (lacking.Count > 0 && areas.Count > 0)
            {
                notes.Warn(
                    NoteCode.PreviousUnclear,
                    About.Previous,
                    null,
                    null,
                    $"{NameOf(group.Key)}: no score could be read for area {string.Join(", ", lacking)}",
                    group.First().Source
                );
            }

            var comparable =
                (
                    group.Key == Witness.UnknownYear
                    || edition.IsComparableWithYear(group.Key, knowledge.Editions)
                ) && areas.Values.All(v => v == Math.Truncate(v));
            evaluations.Add(
                new PreviousEvaluation(
                    group.Key == Witness.UnknownYear ? null : group.Key,
                    comparable,
                    areas,
                    total?.Value,
                    group.First().Source
                )
            );
        }

        return evaluations;
    }

    private static string NameOf(int year) =>
        year == Witness.UnknownYear
            ? "an earlier evaluation without a year"
            : year.ToString(CultureInfo.InvariantCulture);

    private void CheckPrevious(string earlier, SortedDictionary<int, decimal> areas, Witness? total)
    {
        if (
            total is null
            || areas.Count != edition.Areas.Count
            || areas.Values.Sum() == total.Value
        )
        {
            return;
        }

        var sum = areas.Values.Sum();
        if (Math.Abs(sum - total.Value) <= areas.Count * 0.5m)
        {
            notes.Inform(
                NoteCode.PreviousRounding,
                About.Previous,
                null,
                $"{earlier}: the areas add up to {sum}, {total.Value} is printed; rounding explains it",
                total.Source
            );
        }
        else
        {
            notes.Warn(
                NoteCode.PreviousDiffers,
                About.Previous,
                null,
                null,
                $"{earlier}: the areas add up to {sum}, {total.Value} is printed; rounding does not explain it",
                total.Source
            );
        }
    }
}
