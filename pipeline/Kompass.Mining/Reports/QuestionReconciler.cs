using Kompass.Mining.Corpus;

namespace Kompass.Mining.Reports;

/// <summary>
/// Makes scores of the rows of the tables of sub-questions, and notes what in them does not fit the instrument or itself, and what is missing.
/// </summary>
internal sealed class QuestionReconciler(Edition edition, bool isReport, ScoreNotes notes)
{
    /// <summary>The scores, in the order of the areas.</summary>
    public List<QuestionScore> Reconcile(IReadOnlyList<QuestionTable> tables)
    {
        var scores = tables
            .OrderBy(t => t.Area)
            .SelectMany(t => t.Rows.Select(r => Question(t, r)))
            .ToList();
        MissingQuestions(tables);
        return scores;
    }

    private QuestionScore Question(QuestionTable table, QuestionRow row)
    {
        var source = Source.Of(row.Whole.Place, Via.ScoreTable);
        var known = edition.FindQuestion(row.Code);
        if (table.Unclear.Contains(row.Code, StringComparer.Ordinal))
        {
            notes.Warn(
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
            notes.Warn(
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
            notes.Warn(
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
            notes.Warn(
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
            notes.Warn(
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
                notes.Warn(
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
                notes.Warn(
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
                notes.Warn(
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

    // Whole characters only, so that a message survives being written as UTF-8.
    private static string Shorten(string text) =>
        text.Length <= 90 ? text
        : char.IsHighSurrogate(text[86]) ? text[..86] + "..."
        : text[..87] + "...";
}
