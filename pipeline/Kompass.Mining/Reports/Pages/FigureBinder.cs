using Kompass.Mining.Layout;
using Kompass.Mining.Reports.Scores;

namespace Kompass.Mining.Reports.Pages;

/// <summary>A figure of an area (0: the total) that is bound to an evaluation of the page's municipality.</summary>
/// <param name="Area">1 to 8, 0 for the total.</param>
/// <param name="Year">The year that the words beside it tell, <see cref="Witness.UnknownYear"/> for an earlier evaluation without one, null where they tell none.</param>
/// <param name="Value">Points.</param>
/// <param name="Text">Where it stands.</param>
/// <param name="Via">By which way it was read.</param>
/// <param name="Series">Figures of one series stand or fall together.</param>
/// <param name="Share">Whether it is printed in percent, and of what.</param>
internal sealed record BoundFigure(
    int Area,
    int? Year,
    decimal Value,
    Passage Text,
    string Via,
    int Series,
    Share Share = Share.None
)
{
    /// <summary>The figure as what states a score.</summary>
    public Witness AsWitness() => new(Area, Year, Value, Text.Place, Via, Text.Confidence);
}

/// <summary>What a figure in percent is a share of.</summary>
internal enum Share
{
    /// <summary>It is no share but points.</summary>
    None,

    /// <summary>Its words speak of points: a share of the area's 100.</summary>
    OfPoints,

    /// <summary>Its words tell nothing.</summary>
    Untold,
}

/// <summary>
/// Binds the figures of a grid to municipality, year and meaning, each told by what stands nearest to it: the head of the column, the caption, the sentence
/// that leads to it, the headings above. A figure whose binding is not certain is left out, and a note says so.
/// </summary>
internal sealed class FigureBinder(EditionLabels labels, FigureLabels figures)
{
    private int _series;

    /// <summary>What was bound.</summary>
    public List<BoundFigure> Bound { get; } = [];

    /// <summary>Figures that may be an evaluation's and could not be bound.</summary>
    public List<(Passage Where, string What)> Left { get; } = [];

    /// <summary>Areas beside which figures stand of which none could be told.</summary>
    public HashSet<int> Unread { get; } = [];

    /// <summary>Binds a grid's columns.</summary>
    public void Bind(FigureGrid grid)
    {
        var columns = new FigureColumns(labels, figures).Of(grid);
        foreach (var column in columns.Where(c => c.Verdict == Verdict.Uncertain))
        {
            Left.Add((column.Series.Whole, column.HeadText));
        }

        if (columns.Count == 0 || columns.Exists(c => c.Verdict == Verdict.Uncertain))
        {
            Unread.UnionWith(
                grid.Areas.Where(
                    (a, i) => a > 0 && grid.Columns.Any(c => c.Texts[i].Text.Any(char.IsDigit))
                )
            );
        }

        foreach (var column in columns.Where(c => c.Verdict == Verdict.Taken))
        {
            Take(grid, column);
        }

        Derive(grid, columns);
    }

    private void Take(FigureGrid grid, FigureColumn column)
    {
        var series = ++_series;
        foreach (var (area, cell) in grid.Areas.Zip(column.Series.Figures))
        {
            // A total in percent is rounded: its points are not known.
            if (cell is not null && (column.Share == Share.None || area != Witness.Total))
            {
                Add(new(area, column.Year, cell.Value, cell.Text, grid.Via, series, column.Share));
            }
        }
    }

    private void Add(BoundFigure figure)
    {
        var scale = labels.Edition.Scale;
        if (
            figure.Value >= 0
            && figure.Value <= (figure.Area == Witness.Total ? scale.TotalMax : scale.AreaMax)
        )
        {
            Bound.Add(figure);
        }
    }

    // "68 (+16)", or a column of changes beside one of scores: the earlier score is worked out.
    private void Derive(FigureGrid grid, List<FigureColumn> columns)
    {
        if (columns.FindAll(c => c.Verdict == Verdict.Taken) is not [var scores])
        {
            return;
        }

        var change = columns.FindAll(c => c.Verdict == Verdict.Change) is [var only] ? only : null;
        if (!IsFromOthers(grid, scores, change))
        {
            var years = YearsOfChange(grid, change).Where(y => y != scores.Year).ToList();
            var year = years is [var told] ? told : Witness.UnknownYear;
            var series = ++_series;
            for (var i = 0; i < grid.Areas.Count; i++)
            {
                var cell = scores.Series.Figures[i];
                var beside = change?.Series.Figures[i] is { IsShare: false } signed
                    ? signed.Value
                    : (decimal?)null;
                if (cell?.Value - (cell?.Change ?? beside) is { } earlier)
                {
                    Add(
                        new(
                            grid.Areas[i],
                            year,
                            earlier,
                            scores.Series.Texts[i],
                            Via.Derived,
                            series,
                            scores.Share
                        )
                    );
                }
            }
        }

        Brackets(grid, scores);
    }

    // "Inom parentes står skillnaden mot genomsnittet", "Nordvik | Medel | Skillnad": no difference from an earlier score.
    private bool IsFromOthers(FigureGrid grid, FigureColumn scores, FigureColumn? change) =>
        new[]
        {
            change?.HeadText ?? scores.Series.Head,
            grid.Context.Brackets ?? "",
            grid.Context.Lead ?? "",
        }.Any(figures.SpeaksOfOthers)
        || (
            change is not null
            && grid.Columns.Any(c =>
                c != scores.Series
                && c != change.Series
                && c.Values.SequenceEqual(
                    scores.Series.Values.Zip(change.Series.Values, (score, by) => score - by)
                )
            )
        );

    private IEnumerable<int> YearsOfChange(FigureGrid grid, FigureColumn? change) =>
        new[] { change?.HeadText, grid.Context.Brackets }
            .OfType<string>()
            .Concat(grid.Heads)
            .Concat(grid.Context.All)
            .SelectMany(t => figures.Of(t).Years)
            .Distinct();

    // "73 (63)": what the number in brackets is, the head or the leading sentence says.
    private void Brackets(FigureGrid grid, FigureColumn scores)
    {
        var brackets = grid
            .Areas.Zip(scores.Series.Figures, (area, cell) => (Area: area, cell?.Bracket))
            .Where(l => l.Bracket is { Text.Length: > 0 })
            .Select(l =>
                (
                    l.Area,
                    Bracket: l.Bracket!,
                    Number: FigureCell.Of(Bare(l.Bracket!), figures.Swedish)
                )
            )
            .Where(l => l.Number is not null)
            .ToList();
        if (brackets.Count == 0 || brackets.Count * 2 < grid.Areas.Count)
        {
            return;
        }

        var told = grid
            .Heads.Append(grid.Context.Brackets ?? "")
            .Append(brackets[0].Bracket.Text)
            .Concat(grid.Context.All)
            .Select(t => figures.Of(t[Math.Max(0, t.IndexOf('(', StringComparison.Ordinal))..]))
            .FirstOrDefault(l =>
                l.Meaning is not (null or FigureMeaning.Score)
                || (l.Year is { } y && y != scores.Year)
            );
        if (told is null)
        {
            Left.Add((scores.Series.Whole, "numbers in brackets"));
            return;
        }

        if (told.Meaning is not (null or FigureMeaning.Score or FigureMeaning.Earlier))
        {
            return;
        }

        var years = told.Years.Where(y => y != scores.Year).ToList();
        var year = years is [var only] ? only : Witness.UnknownYear;
        var series = ++_series;
        foreach (var (area, _, number) in brackets)
        {
            Add(new(area, year, number!.Value, number.Text, grid.Via, series, scores.Share));
        }
    }

    // "58 år 2010", "2010: 58", "förra: 58": the number without the words.
    private static Passage Bare(Passage bracket) =>
        Numbers.AllPoints(bracket.Text).ToList() is [var only]
            ? bracket.Slice(only.Start, only.End)
            : Passage.Empty;
}
