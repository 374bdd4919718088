namespace Kompass.Mining.Layout;

/// <summary>The columns of a table of sub-questions.</summary>
public enum ScoreColumn
{
    /// <summary>Uppnått.</summary>
    Achieved,

    /// <summary>Max.</summary>
    Max,

    /// <summary>Procent.</summary>
    Percent,
}

/// <summary>Reads the heads of the columns of a table of sub-questions, in the order in which they are printed.</summary>
internal static class ColumnHeads
{
    /// <summary>The column that a head names, or null.</summary>
    public static ScoreColumn? Of(string head, ReportHeadings headings)
    {
        var key = head.Trim();
        var (column, end) = HeadAt(key, 0, headings);
        return end == key.Length ? column : null;
    }

    /// <summary>All that the heads may be called.</summary>
    public static IEnumerable<string> All(ReportHeadings headings) =>
        headings
            .QuestionTable.Max.Concat(headings.QuestionTable.Percent)
            .Concat(headings.QuestionTable.Achieved);

    /// <summary>The heads that follow one another from an offset of a running text.</summary>
    public static IReadOnlyList<(ScoreColumn Column, int End)> Read(
        string text,
        int at,
        ReportHeadings headings
    )
    {
        var columns = new List<(ScoreColumn, int)>();
        while (true)
        {
            var start = text.Length - text.AsSpan(at).TrimStart().Length;
            var (column, end) = HeadAt(text, start, headings);
            if (column is null || columns.Exists(c => c.Item1 == column))
            {
                return columns;
            }

            columns.Add((column.Value, end));
            at = end;
        }
    }

    /// <summary>Where the heads begin that stand right before an offset of a running text, at least two of them, that of the wordings among them; null where there are none.</summary>
    public static int? StartBefore(string text, int end, ReportHeadings headings)
    {
        var stop = text.AsSpan(0, end).TrimEnd().Length;
        var longest = All(headings).Max(h => h.Length) + 1;
        for (
            var start = Math.Max(0, stop - (Enum.GetValues<ScoreColumn>().Length * longest));
            start < stop;
            start++
        )
        {
            if (
                (start == 0 || char.IsWhiteSpace(text[start - 1]))
                && Read(text, start, headings) is [_, .., var last]
                && last.End == stop
            )
            {
                var before = text[..start].TrimEnd();
                var wordings = headings.QuestionTable.Question.FirstOrDefault(q =>
                    before.EndsWith(q, StringComparison.Ordinal)
                );
                return before.Length < start && wordings is not null
                    ? before.Length - wordings.Length
                    : start;
            }
        }

        return null;
    }

    private static (ScoreColumn? Column, int End) HeadAt(
        string text,
        int start,
        ReportHeadings headings
    )
    {
        (ScoreColumn?, int) best = (null, start);
        Try(headings.QuestionTable.Achieved, ScoreColumn.Achieved);
        Try(headings.QuestionTable.Max, ScoreColumn.Max);
        Try(headings.QuestionTable.Percent, ScoreColumn.Percent);
        return best;

        void Try(IReadOnlyList<string> names, ScoreColumn column)
        {
            foreach (var name in names)
            {
                var end = start + name.Length;
                if (
                    end > best.Item2
                    && end <= text.Length
                    && text.AsSpan(start, name.Length)
                        .Equals(name, StringComparison.OrdinalIgnoreCase)
                    && (end == text.Length || !char.IsLetter(text[end]))
                )
                {
                    best = (column, end);
                }
            }
        }
    }
}
