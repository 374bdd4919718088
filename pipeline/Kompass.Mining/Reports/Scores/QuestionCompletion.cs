using Kompass.Mining.Documents;
using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports.Scores;

/// <summary>
/// Works out points that a table of sub-questions does not show for sure. The instrument tells a row's maximum, its percentage tells its points, and all
/// rows add up to the area's score: where exactly one choice of what may have been printed does, it is taken. Recognised pages lose a narrow column of points more easily
/// than the wider one of percentages.
/// </summary>
internal static class QuestionCompletion
{
    // More choices than these would fit a sum by chance.
    private const int MostChoices = 64;

    /// <summary>The table with what could be worked out; itself where nothing could.</summary>
    /// <param name="table">A table as printed.</param>
    /// <param name="area">Its area, with the maximum points of its sub-questions.</param>
    /// <param name="score">The area's score as something else than the rows states it, or null.</param>
    public static QuestionTable Complete(QuestionTable table, Area area, Witness? score)
    {
        if (score is null || area.Questions.Count == 0 || IsWhole(table, area, score.Value))
        {
            return table;
        }

        var rows = area
            .Questions.Select(q =>
                (Question: q, Row: table.Rows.FirstOrDefault(r => r.Code == q.Code))
            )
            .ToList();
        var open = rows.FindAll(r => !IsSure(r.Row, r.Question));
        var left = score.Value - rows.Except(open).Sum(r => r.Row!.Achieved!.Value);
        if (open.Count == 0 || Choose(open, left) is not { } points)
        {
            return table;
        }

        // Where points and maximum are as read, the percentage alone is odd: that is for the note on it.
        var workedOut = open.Zip(points)
            .Where(r =>
                r.First.Row?.Achieved != r.Second
                || (r.First.Row.Max ?? r.First.Question.Max) != r.First.Question.Max
            )
            .Select(r => WorkedOut(r.First.Row, r.First.Question, r.Second, score.Place))
            .ToList();
        var codes = workedOut.ConvertAll(r => r.Code);
        return table with
        {
            Rows = [.. table.Rows.Where(r => !codes.Contains(r.Code)), .. workedOut],
            Unclear = [.. table.Unclear.Except(codes, StringComparer.Ordinal)],
            WorkedOut = codes,
        };
    }

    // Points and maxima as printed add up: those of another edition than the instrument's own weights.
    private static bool IsWhole(QuestionTable table, Area area, decimal score) =>
        table.Rows.All(r => r.Achieved <= r.Max)
        && table.Rows.Sum(r => r.Achieved) == score
        && table.Rows.Sum(r => r.Max) == area.Questions.Sum(q => q.Max);

    // As printed, be it with another maximum than the instrument's, where the row fits itself.
    private static bool IsSure(QuestionRow? row, Question question) =>
        row is { Achieved: { } points }
        && (row.Max ?? question.Max) is var max
        && (
            row.Percent is { } percent
                ? QuestionReconciler.Fits(points, max, percent)
                : max == question.Max && points <= max
        );

    // The one choice for each row that adds up; null where none does, or several do.
    private static List<decimal>? Choose(
        List<(Question Question, QuestionRow? Row)> open,
        decimal sum
    )
    {
        var choices = open.ConvertAll(r => Choices(r.Row, r.Question));
        // One row of which nothing is known is what the others leave.
        if (choices.FindAll(c => c.Count == 0) is { Count: 1 } unknown)
        {
            var at = choices.IndexOf(unknown[0]);
            var others = choices.Where((_, i) => i != at).ToList();
            if (others.TrueForAll(c => c.Count == 1))
            {
                choices[at].Add(sum - others.Sum(c => c[0]));
            }
        }

        if (
            choices.Exists(c => c.Count == 0)
            || choices.Aggregate(1, (n, c) => Math.Min(n * c.Count, MostChoices + 1)) > MostChoices
        )
        {
            return null;
        }

        IEnumerable<List<decimal>> all =
        [
            [],
        ];
        foreach (var row in choices)
        {
            all = all.SelectMany(points => row.Select(p => new List<decimal>(points) { p }));
        }

        var fitting = all.Where(points => points.Sum() == sum).Take(2).ToList();
        return
            fitting.Count == 1
            && fitting[0].Zip(open, (p, r) => p >= 0 && p <= r.Question.Max).All(ok => ok)
            ? fitting[0]
            : null;
    }

    // What may have been printed: the number where the points stand, and what the percentage makes of the maximum.
    private static List<decimal> Choices(QuestionRow? row, Question question)
    {
        if (row is null)
        {
            return [];
        }

        // "25 | 48 | 2": the points are lost, and what follows has moved up.
        var hasMovedUp =
            row.Achieved == question.Max && row.Max is not null && row.Max != question.Max;
        decimal?[] choices = hasMovedUp
            ? [OfPercent(row.Max, question.Max)]
            : [row.Achieved, OfPercent(row.Percent, question.Max)];
        return [.. choices.OfType<decimal>().Where(p => p <= question.Max).Distinct()];
    }

    private static decimal? OfPercent(decimal? percent, int max) =>
        percent is >= 0 and <= 100
            ? Math.Round(percent.Value * max / 100, MidpointRounding.AwayFromZero)
            : null;

    private static QuestionRow WorkedOut(
        QuestionRow? row,
        Question question,
        decimal points,
        Place place
    )
    {
        var printed =
            row is null ? null
            : row.Achieved == question.Max && row.Max != question.Max ? row.Max
            : row.Percent;
        // A row that is not there stands, so far as it stands anywhere, where the area's score does.
        var text = Passage.At(question.Text, place);
        return (row ?? new QuestionRow(question.Code, text, null, null, null, text)) with
        {
            Achieved = points,
            Max = question.Max,
            Percent =
                printed is { } percent && QuestionReconciler.Fits(points, question.Max, percent)
                    ? percent
                    : null,
        };
    }
}
