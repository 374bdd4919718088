using Kompass.Mining.Corpus;
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
internal sealed class FigureBinder(EditionLabels labels, FigureLabels figures, Swedish swedish)
{
    private readonly List<BoundFigure> _bound = [];
    private readonly List<(Passage Where, string What)> _left = [];
    private readonly HashSet<int> _unread = [];
    private int _series;

    /// <summary>What was bound.</summary>
    public IReadOnlyList<BoundFigure> Bound => _bound;

    /// <summary>Figures that may be an evaluation's and could not be bound.</summary>
    public IReadOnlyList<(Passage Where, string What)> Left => _left;

    /// <summary>Areas beside which figures stand of which none could be told.</summary>
    public IReadOnlySet<int> Unread => _unread;

    /// <summary>A new series.</summary>
    public int NextSeries() => ++_series;

    /// <summary>Binds a grid's columns.</summary>
    public void Bind(FigureGrid grid)
    {
        var columns = new FigureColumns(labels, figures, swedish).Of(grid);
        foreach (var column in columns.Where(c => c.Verdict == Verdict.Uncertain))
        {
            _left.Add((Whole(grid, column.Index), column.HeadText));
        }

        if (columns.Count == 0 || columns.Exists(c => c.Verdict == Verdict.Uncertain))
        {
            _unread.UnionWith(
                grid.Lines.Where(l => l.Area > 0 && l.Cells.Any(c => c.Text.Any(char.IsDigit)))
                    .Select(l => l.Area)
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
        var series = NextSeries();
        foreach (var line in grid.Lines)
        {
            if (
                FigureCell.Of(line.Cells[column.Index], swedish) is { } cell
                && cell.Value <= MaxOf(line.Area)
                // A total in percent is rounded: its points are not known.
                && (column.Share == Share.None || line.Area != Witness.Total)
            )
            {
                _bound.Add(
                    new BoundFigure(
                        line.Area,
                        column.Year,
                        cell.Value,
                        cell.Text,
                        ViaOf(grid),
                        series,
                        column.Share
                    )
                );
            }
        }
    }

    // "68 (+16)", or a column of changes beside one of scores: the earlier score is worked out.
    private void Derive(FigureGrid grid, List<FigureColumn> columns)
    {
        var taken = columns.FindAll(c => c.Verdict == Verdict.Taken);
        if (taken.Count != 1)
        {
            return;
        }

        var scores = taken[0];
        var change = columns.FindAll(c => c.Verdict == Verdict.Change) is [var only] ? only : null;
        var series = NextSeries();
        // "Inom parentes står skillnaden mot genomsnittet": no difference from an earlier score.
        var isFromOthers =
            new[]
            {
                change?.HeadText ?? grid.Heads[scores.Index],
                grid.Context.Brackets ?? "",
                grid.Context.Lead ?? "",
            }.Any(figures.SpeaksOfOthers)
            || (change is not null && IsFromAnother(grid, scores, change));
        foreach (var line in isFromOthers ? [] : grid.Lines)
        {
            if (FigureCell.Of(line.Cells[scores.Index], swedish) is not { } cell)
            {
                continue;
            }

            var beside =
                cell.Change
                ?? (
                    change is not null
                    && FigureCell.Of(line.Cells[change.Index], swedish) is { IsShare: false } signed
                        ? signed.Value
                        : null
                );
            if (
                beside is { } difference
                && cell.Value - difference is >= 0 and var earlier
                && earlier <= MaxOf(line.Area)
            )
            {
                var told = YearsOfChange(grid, change).Where(y => y != scores.Year).ToList();
                _bound.Add(
                    new BoundFigure(
                        line.Area,
                        told is [var year] ? year : Witness.UnknownYear,
                        earlier,
                        line.Cells[scores.Index],
                        Via.Derived,
                        series,
                        scores.Share
                    )
                );
            }
        }

        Brackets(grid, scores);
    }

    // "Nordvik | Medel | Skillnad": a column of the grid that is no evaluation's is what the differences are from.
    private bool IsFromAnother(FigureGrid grid, FigureColumn scores, FigureColumn change) =>
        Enumerable
            .Range(0, grid.Heads.Count)
            .Where(c => c != scores.Index && c != change.Index)
            .Any(c =>
                grid.Lines.All(l =>
                    FigureCell.Of(l.Cells[c], swedish)?.Value
                    == FigureCell.Of(l.Cells[scores.Index], swedish)?.Value
                        - FigureCell.Of(l.Cells[change.Index], swedish)?.Value
                )
            );

    private IEnumerable<int> YearsOfChange(FigureGrid grid, FigureColumn? change) =>
        (change is null ? [] : figures.Of(change.HeadText).Years)
            .Concat(grid.Context.Brackets is { } told ? figures.Of(told).Years : [])
            .Concat(grid.Heads.SelectMany(h => figures.Of(h).Years))
            .Concat(grid.Context.All.SelectMany(t => figures.Of(t).Years))
            .Distinct();

    // "73 (63)": what the number in brackets is, the head or the leading sentence says.
    private void Brackets(FigureGrid grid, FigureColumn scores)
    {
        var brackets = grid
            .Lines.Select(l => (l.Area, Cell: FigureCell.Of(l.Cells[scores.Index], swedish)))
            .Where(l => l.Cell is { Bracket.Text.Length: > 0 })
            .Select(l =>
                (l.Area, l.Cell!.Bracket, Number: FigureCell.Of(Bare(l.Cell.Bracket), swedish))
            )
            .Where(l => l.Number is not null)
            .ToList();
        if (brackets.Count * 2 < grid.Lines.Count)
        {
            return;
        }

        var told = grid
            .Heads.Append(grid.Context.Brackets ?? "")
            .Append(brackets[0].Bracket.Text)
            .Concat(grid.Context.All)
            .Select(t =>
                t.Contains('(', StringComparison.Ordinal)
                    ? t[t.IndexOf('(', StringComparison.Ordinal)..]
                    : t
            )
            .Select(figures.Of)
            .FirstOrDefault(l =>
                l.Meaning is not (null or FigureMeaning.Score)
                || (l.Year is { } y && y != scores.Year)
            );
        if (told is null)
        {
            _left.Add((Whole(grid, scores.Index), "numbers in brackets"));
            return;
        }

        if (told.Meaning is not (null or FigureMeaning.Score or FigureMeaning.Earlier))
        {
            return;
        }

        var series = NextSeries();
        foreach (var (area, _, number) in brackets)
        {
            _bound.Add(
                new BoundFigure(
                    area,
                    told.Years.Where(y => y != scores.Year).ToList() is [var year]
                        ? year
                        : Witness.UnknownYear,
                    number!.Value,
                    number.Text,
                    ViaOf(grid),
                    series,
                    scores.Share
                )
            );
        }
    }

    // "58 år 2010", "2010: 58", "förra: 58": the number without the words.
    private static Passage Bare(Passage bracket) =>
        Numbers.AllPoints(bracket.Text).ToList() is [var only]
            ? bracket.Slice(only.Start, only.End)
            : Passage.Empty;

    private decimal MaxOf(int area) =>
        area == Witness.Total ? labels.Edition.Scale.TotalMax : labels.Edition.Scale.AreaMax;

    private static string ViaOf(FigureGrid grid) => grid.IsList ? Via.WebList : Via.SummaryTable;

    private static Passage Whole(FigureGrid grid, int column) =>
        Passage.Join(" ", grid.Lines.Select(l => l.Cells[column]).Where(c => !c.IsBlank));
}
