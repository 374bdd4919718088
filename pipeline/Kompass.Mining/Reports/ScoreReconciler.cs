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
    // The order in which witnesses are believed where as many state one value as another.
    private static readonly string[] Preference =
    [
        Via.RubricBox,
        Via.ScoreTable,
        Via.SummaryTable,
        Via.WebList,
        Via.Chart,
        Via.Prose,
        Via.Appendix,
    ];

    private readonly List<Note> _notes = [];

    /// <param name="stated">What the document states.</param>
    /// <param name="summaryIsCut">Whether pages of the summary are missing, so that totals and earlier years may have stood there.</param>
    public ReconciledScores Reconcile(StatedScores stated, bool summaryIsCut)
    {
        var questions = stated
            .Tables.OrderBy(t => t.Area)
            .SelectMany(t => t.Rows.Select(r => (t, r)))
            .ToList();
        var scores = new List<QuestionScore>();
        foreach (var (table, row) in questions)
        {
            scores.Add(Question(table, row));
        }

        MissingQuestions(stated.Tables);
        var areas = new List<AreaScore>();
        foreach (var area in edition.Areas)
        {
            if (AreaScore(area, stated, scores) is { } score)
            {
                areas.Add(score);
            }
        }

        var total = TotalOf(stated, areas, summaryIsCut);
        var previous = Previous(stated);
        if (summaryIsCut && previous.Count == 0)
        {
            Warn(
                NoteCode.PreviousUnclear,
                About.Previous,
                null,
                null,
                $"pages of the summary are missing; earlier evaluations that they quote are lost",
                null
            );
        }

        return new ReconciledScores(areas, total, scores, previous, [.. stated.Notes, .. _notes]);
    }

    private QuestionScore Question(QuestionTable table, QuestionRow row)
    {
        var source = Source.Of(row.Whole.Place, Via.ScoreTable);
        var known = edition.FindQuestion(row.Code);
        if (table.Unclear.Contains(row.Code, StringComparer.Ordinal))
        {
            Warn(
                NoteCode.QuestionUnclear,
                About.Question,
                table.Area,
                row.Code,
                $"{row.Code}: points, maximum and percentage could not all be told apart in \"{Shorten(row.Whole.Text)}\"",
                source
            );
        }
        else if (known is not null && row.Max is not null && row.Max != known.Max)
        {
            Warn(
                NoteCode.MaxDiffers,
                About.Question,
                table.Area,
                row.Code,
                $"{row.Code}: the maximum is printed as {row.Max}, the instrument has {known.Max}",
                source
            );
        }
        else if (
            row is { Achieved: { } points, Max: { } max, Percent: { } percent }
            && !Fits(points, max, percent)
        )
        {
            Warn(
                NoteCode.PercentDiffers,
                About.Question,
                table.Area,
                row.Code,
                $"{row.Code}: {points} of {max} points is printed as {percent} %, which rounding does not explain",
                source
            );
        }
        else if (row.Achieved is { } high && (row.Max ?? known?.Max) is { } limit && high > limit)
        {
            Warn(
                NoteCode.PercentDiffers,
                About.Question,
                table.Area,
                row.Code,
                $"{row.Code}: {high} points of {limit}",
                source
            );
        }
        else if (row.Whole.Confidence < Finding.DoubtBelow)
        {
            Warn(
                NoteCode.ReadUncertain,
                About.Question,
                table.Area,
                row.Code,
                $"{row.Code}: characters of \"{Shorten(row.Whole.Text)}\" were recognised with low confidence",
                source
            );
        }

        return new QuestionScore(
            row.Code,
            row.Text.Text,
            row.Achieved,
            row.Max,
            row.Percent,
            source
        );
    }

    // Both were rounded: the points to whole ones, the percentage to whole per cent.
    private static bool Fits(decimal points, decimal max, decimal percent) =>
        Math.Abs(points - (percent * max / 100)) <= 0.5m + (0.005m * max)
        && points <= max
        && percent <= 100;

    private void MissingQuestions(IReadOnlyList<QuestionTable> tables)
    {
        if (!isReport || !edition.QuestionsKnown)
        {
            return;
        }

        foreach (var area in edition.Areas)
        {
            var table = tables.FirstOrDefault(t => t.Area == area.Number);
            if (table is null)
            {
                Warn(
                    NoteCode.QuestionMissing,
                    About.Question,
                    area.Number,
                    null,
                    $"area {area.Number}: the table of its sub-questions is not in the document",
                    null
                );
                continue;
            }

            foreach (
                var code in table.Unclear.Where(c =>
                    !table.Rows.Any(r => r.Code == c) && edition.FindQuestion(c) is null
                )
            )
            {
                Warn(
                    NoteCode.QuestionUnclear,
                    About.Question,
                    area.Number,
                    null,
                    $"area {area.Number}: a row has the code {code}, which the instrument does not have",
                    null
                );
            }

            foreach (
                var question in area.Questions.Where(q => !table.Rows.Any(r => r.Code == q.Code))
            )
            {
                Warn(
                    NoteCode.QuestionMissing,
                    About.Question,
                    area.Number,
                    question.Code,
                    $"{question.Code}: its row is not in the table of area {area.Number}",
                    null
                );
            }
        }
    }

    private AreaScore? AreaScore(Area area, StatedScores stated, List<QuestionScore> questions)
    {
        var witnesses = stated
            .Witnesses.Where(w => w.Area == area.Number && w.Year is null)
            .ToList();
        var own = questions.Where(q => q.Code[0] - '0' == area.Number).ToList();
        var complete =
            area.Questions.Count > 0
            && own.Count == area.Questions.Count
            && own.TrueForAll(q => q.Achieved is not null);
        // A number above the scale was misread or misprinted, whatever else states it.
        var tooHigh = witnesses.Find(w => w.Value > edition.Scale.AreaMax);
        var best = Best(
            [.. witnesses.Where(w => w.Value <= edition.Scale.AreaMax)],
            complete ? own.Sum(q => q.Achieved!.Value) : null
        );
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
                Warn(
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

            Warn(
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
            Warn(
                NoteCode.ScoreDiffers,
                About.Area,
                area.Number,
                null,
                $"area {area.Number}: {Said(witnesses)}; {best.Value} was taken",
                best.Source
            );
        }
        else if (witnesses.Max(w => w.Confidence) < Finding.DoubtBelow)
        {
            Warn(
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
            Inform(
                NoteCode.SumRounding,
                About.Area,
                area.Number,
                $"area {area.Number}: the sub-questions add up to {sum}, {best.Value} is printed; rounding explains it",
                best.Source
            );
        }
        else
        {
            Warn(
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
        var best = Best(nonProse.Count > 0 ? nonProse : printed);
        if (best is null)
        {
            if (complete)
            {
                if (
                    summaryIsCut
                    || _notes.Exists(n => n is { About: About.Area, Severity: Severity.Warning })
                )
                {
                    Warn(
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

            Warn(
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
            Warn(
                NoteCode.TotalDiffers,
                About.Total,
                null,
                null,
                $"{Said(printed)}; {best.Value} was taken",
                best.Source
            );
        }
        else if (complete && best.Value != sum)
        {
            // Eight rounded numbers can miss the rounded total by half a point each.
            if (Math.Abs(best.Value - sum) <= areas.Count * 0.5m)
            {
                Inform(
                    NoteCode.TotalRounding,
                    About.Total,
                    null,
                    $"the areas add up to {sum}, {best.Value} is printed; rounding explains it",
                    best.Source
                );
            }
            else
            {
                Warn(
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

    private List<PreviousEvaluation> Previous(StatedScores stated)
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
                if (Best([.. byArea.Where(w => w.Value <= edition.Scale.AreaMax)]) is not { } best)
                {
                    continue;
                }

                areas[byArea.Key] = best.Value;
                if (byArea.Any(w => w.Value != best.Value))
                {
                    Warn(
                        NoteCode.PreviousDiffers,
                        About.Previous,
                        byArea.Key,
                        null,
                        $"{group.Key}, area {byArea.Key}: {Said(byArea)}; {best.Value} was taken",
                        best.Source
                    );
                }
            }

            var total = Best([.. group.Where(w => w.Area == Witness.Total)]);
            CheckPrevious(group.Key, areas, total);
            var lacking = edition
                .Areas.Where(a => !areas.ContainsKey(a.Number))
                .Select(a => a.Number)
                .ToList();
            if (lacking.Count > 0)
            {
                Warn(
                    NoteCode.PreviousUnclear,
                    About.Previous,
                    null,
                    null,
                    $"{group.Key}: no score could be read for area {string.Join(", ", lacking)}",
                    group.First().Source
                );
            }

            var comparable =
                edition.IsComparableWithYear(group.Key, knowledge.Editions)
                && areas.Values.All(v => v == Math.Truncate(v));
            evaluations.Add(
                new PreviousEvaluation(
                    group.Key,
                    comparable,
                    areas,
                    total?.Value,
                    group.First().Source
                )
            );
        }

        return evaluations;
    }

    private void CheckPrevious(int earlier, SortedDictionary<int, decimal> areas, Witness? total)
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
            Inform(
                NoteCode.PreviousRounding,
                About.Previous,
                null,
                $"{earlier}: the areas add up to {sum}, {total.Value} is printed; rounding explains it",
                total.Source
            );
        }
        else
        {
            Warn(
                NoteCode.PreviousDiffers,
                About.Previous,
                null,
                null,
                $"{earlier}: the areas add up to {sum}, {total.Value} is printed; rounding does not explain it",
                total.Source
            );
        }
    }

    // The value that most witnesses state, the sum of the sub-questions counting as half a one; among equals the one whose best witness is believed
    // most.
    private static Witness? Best(IReadOnlyList<Witness> witnesses, decimal? sum = null) =>
        witnesses
            .GroupBy(w => w.Value)
            .OrderByDescending(g => g.Count() + (g.Key == sum ? 0.5 : 0))
            .ThenBy(g => g.Min(w => Array.IndexOf(Preference, w.Via)))
            .SelectMany(g => g.OrderBy(w => Array.IndexOf(Preference, w.Via)))
            .FirstOrDefault();

    private void Warn(
        string code,
        About about,
        int? area,
        string? question,
        FormattableString message,
        Source? source
    ) =>
        _notes.Add(
            new Note(
                code,
                Severity.Warning,
                about,
                area,
                question,
                FormattableString.Invariant(message),
                source
            )
        );

    private void Inform(
        string code,
        About about,
        int? area,
        FormattableString message,
        Source? source
    ) =>
        _notes.Add(
            new Note(
                code,
                Severity.Info,
                about,
                area,
                null,
                FormattableString.Invariant(message),
                source
            )
        );

    private static string Said(IEnumerable<Witness> witnesses) =>
        string.Join(
            ", ",
            witnesses.Select(w => FormattableString.Invariant($"{w.Via} states {w.Value}"))
        );

    // Whole characters only, so that a message survives being written as UTF-8.
    private static string Shorten(string text) =>
        text.Length <= 90 ? text
        : char.IsHighSurrogate(text[86]) ? text[..86] + "..."
        : text[..87] + "...";
}
