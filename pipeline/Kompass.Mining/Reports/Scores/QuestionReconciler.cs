using Kompass.Mining.Layout;

namespace Kompass.Mining.Reports.Scores;

/// <summary>
/// Makes scores of the rows of the tables of sub-questions, and notes what in them does not fit the instrument or itself, and what is missing.
/// </summary>
internal sealed class QuestionReconciler(Edition edition, bool isReport, NoteList notes)
{
    // Characters of a row that a note quotes.
    private const int LongestQuote = 90;

    /// <summary>The scores, in the order of the areas.</summary>
    /// <param name="stated">The tables as printed.</param>
    /// <param name="scoreOf">The area's score as something else than the rows states it, or null.</param>
    public List<QuestionScore> Reconcile(
        IReadOnlyList<QuestionTable> stated,
        Func<int, Witness?> scoreOf
    )
    {
        var tables = stated
            .Select(t => QuestionCompletion.Complete(t, edition.Area(t.Area), scoreOf(t.Area)))
            .ToList();
        var scores = tables
            .OrderBy(t => t.Area)
            .SelectMany(t => t.Rows.Select(r => Question(t, r)))
            .ToList();
        if (isReport && edition.QuestionsKnown)
        {
            foreach (var area in edition.Areas)
            {
                NoteMissing(area, tables.FirstOrDefault(t => t.Area == area.Number));
            }
        }
        else if (isReport)
        {
            tables.ForEach(t => NoteGap(t, scoreOf(t.Area)));
        }

        return scores;
    }

    private QuestionScore Question(QuestionTable table, QuestionRow row)
    {
        var source = Source.Of(
            row.Whole.Place,
            table.WorkedOut.Contains(row.Code, StringComparer.Ordinal)
                ? Via.Derived
                : Via.ScoreTable
        );
        if (Doubt(table, row) is var (code, doubt))
        {
            notes.Warn(
                code,
                new Subject(About.Question, table.Area, row.Code),
                $"{row.Code}: {doubt}",
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
        )
        {
            Confidence = row.Whole.Confidence,
        };
    }

    private (string Code, string Message)? Doubt(QuestionTable table, QuestionRow row)
    {
        var known = edition.FindQuestion(row.Code);
        return table.WorkedOut.Contains(row.Code, StringComparer.Ordinal)
                ? Of(
                    NoteCode.QuestionWorkedOut,
                    $"{row.Achieved} of {row.Max} points was not read for sure but worked out: of what may stand there it alone makes the area's score"
                )
            : row.Achieved is null || table.Unclear.Contains(row.Code, StringComparer.Ordinal)
                ? Of(
                    NoteCode.QuestionUnclear,
                    $"points, maximum and percentage could not all be told apart in \"{Shorten(row.Whole.Text)}\""
                )
            : row.Percent is null && HasPercentages(table)
                ? Of(
                    NoteCode.QuestionUnclear,
                    $"the percentage that most rows of its table have was not found in \"{Shorten(row.Whole.Text)}\""
                )
            : known is not null && row.Max is not null && row.Max != known.Max
                ? Of(
                    NoteCode.MaxDiffers,
                    $"the maximum is printed as {row.Max}, the instrument has {known.Max}"
                )
            : row is { Achieved: { } points, Max: { } max, Percent: { } percent }
            && !Fits(points, max, percent)
                ? Of(
                    NoteCode.PercentDiffers,
                    $"{points} of {max} points is printed as {percent} %, which rounding does not explain"
                )
            : row.Achieved is { } high && (row.Max ?? known?.Max) is { } limit && high > limit
                ? Of(NoteCode.PercentDiffers, $"{high} points of {limit}")
            : null;

        static (string Code, string Message)? Of(string code, FormattableString message) =>
            (code, Invariant(message));
    }

    private static bool HasPercentages(QuestionTable table) =>
        table.Rows.Count(r => r.Percent is not null) * 2 > table.Rows.Count;

    // Both were rounded: the points to whole ones, the percentage to whole per cent.
    internal static bool Fits(decimal points, decimal max, decimal percent) =>
        Math.Abs(points - (percent * max / 100)) <= Rounding.OfPoints + (Rounding.OfShare * max)
        && points <= max
        && percent <= 100;

    private void NoteMissing(Area area, QuestionTable? table)
    {
        if (table is null)
        {
            notes.Warn(
                NoteCode.QuestionMissing,
                new Subject(About.Question, area.Number),
                $"area {area.Number}: the table of its sub-questions is not in the document"
            );
            return;
        }

        var read = table.Rows.Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        foreach (
            var code in table.Unclear.Where(c =>
                !read.Contains(c) && edition.FindQuestion(c) is null
            )
        )
        {
            notes.Warn(
                NoteCode.QuestionUnclear,
                new Subject(About.Question, area.Number),
                $"area {area.Number}: a row has the code {code}, which the instrument does not have"
            );
        }

        foreach (var code in area.Questions.Select(q => q.Code).Where(c => !read.Contains(c)))
        {
            notes.Warn(
                NoteCode.QuestionMissing,
                new Subject(About.Question, area.Number, code),
                $"{code}: its row is not in the table of area {area.Number}"
            );
        }
    }

    // Of an edition whose sub-questions are not known: they are counted from 1, and their points make the area's score.
    private void NoteGap(QuestionTable table, Witness? score)
    {
        var read = table.Rows.Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        var missing = Enumerable
            .Range(1, read.Count)
            .Select(n => Invariant($"{table.Area}.{n}"))
            .FirstOrDefault(c => !read.Contains(c));
        var sum = table.Rows.Sum(r => r.Achieved ?? 0);
        var subject = new Subject(About.Question, table.Area);
        if (missing is not null)
        {
            notes.Warn(
                NoteCode.QuestionMissing,
                subject,
                $"area {table.Area}: {missing} is not in the table of its sub-questions"
            );
        }
        else if (score is not null && !Rounding.Explains(sum, score.Value, table.Rows.Count))
        {
            notes.Warn(
                NoteCode.QuestionMissing,
                subject,
                $"area {table.Area}: its sub-questions add up to {sum}, its score is {score.Value}"
            );
        }
    }

    // Whole characters only, so that a message survives being written as UTF-8.
    private static string Shorten(string text) =>
        text.Length <= LongestQuote ? text
        : char.IsHighSurrogate(text[LongestQuote - 4]) ? text[..(LongestQuote - 4)] + "..."
        : text[..(LongestQuote - 3)] + "...";
}
