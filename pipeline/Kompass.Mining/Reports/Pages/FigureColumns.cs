using Kompass.Mining.Layout;
using Kompass.Mining.Reports.Scores;

namespace Kompass.Mining.Reports.Pages;

/// <summary>What a column of figures is.</summary>
internal enum Verdict
{
    /// <summary>Scores of an evaluation.</summary>
    Taken,

    /// <summary>Differences.</summary>
    Change,

    /// <summary>Nothing that belongs to an evaluation of the municipality: a goal, a mean, another's.</summary>
    Passed,

    /// <summary>What cannot be told.</summary>
    Uncertain,
}

/// <summary>A column of a grid and what it was judged to be.</summary>
/// <param name="Series">The column.</param>
/// <param name="Head">What its head tells.</param>
/// <param name="HeadText">The head without the words of percent.</param>
/// <param name="Verdict">What it is.</param>
/// <param name="Year">Of which evaluation, see <see cref="BoundFigure.Year"/>.</param>
/// <param name="Share">Whether it is in percent, and of what.</param>
internal sealed record FigureColumn(
    FigureSeries Series,
    FigureLabel Head,
    string HeadText,
    Verdict Verdict,
    int? Year,
    Share Share
);

/// <summary>Judges what a grid's columns are: each by its head, and what that leaves open by caption, leading sentence and headings.</summary>
internal sealed partial class FigureColumns(EditionLabels labels, FigureLabels figures)
{
    /// <summary>The columns that hold figures, as they are to be read.</summary>
    public List<FigureColumn> Of(FigureGrid grid)
    {
        var columns = grid
            .Columns.Where(s => (s.IsFilled || IsOnlyTotal(grid, s)) && !IsSumOverRows(grid, s))
            .Select(s => Judge(grid, s))
            // A bar that shows the figure beside it says nothing new.
            .DistinctBy(c => (c.Series.Head, c.Share, string.Join(' ', c.Series.Values)))
            .ToList();
        // Percent beside points say the same once more.
        var points = columns.FindAll(c => c is { Verdict: Verdict.Taken, Share: Share.None });
        if (points.Count > 0)
        {
            columns.RemoveAll(c =>
                c.Share != Share.None
                && (c.Year is null || points.Exists(p => p.Year is null || p.Year == c.Year))
            );
        }

        // In 2010 some were told their points by the version before as well.
        var taken = columns
            .Where(c => c.Verdict == Verdict.Taken)
            .ToLookup(c => OldVersion().IsMatch(c.HeadText));
        columns = columns.ConvertAll(c =>
            taken[true].Contains(c) && taken[false].Any(o => o.Year == c.Year)
                ? c with
                {
                    Verdict = Verdict.Passed,
                }
                : c
        );

        // Two columns without heads, or one that may be either: none can be told from the other, unless the heads of all others say that they are none and
        // what stands above speaks of points.
        var silent = columns.FindAll(c => c.Verdict == Verdict.Taken && c.Head.IsSilent);
        if (
            silent.Count > 1
            || (
                silent.Count == 1
                && silent[0].HeadText.Length == 0
                // Differences show by their signs what they are.
                && columns.Exists(c => c != silent[0] && c.Verdict != Verdict.Change)
                && !(
                    columns.TrueForAll(c => c == silent[0] || c.Head.IsNoScore)
                    && grid.Context.All.Any(SpeaksOfPoints)
                )
            )
        )
        {
            return columns.ConvertAll(c =>
                silent.Contains(c) ? c with { Verdict = Verdict.Uncertain } : c
            );
        }

        return columns;
    }

    // "Summa: 413" in a cell over all rows
    private bool IsSumOverRows(FigureGrid grid, FigureSeries series) =>
        grid.Areas.Count(a => a > Witness.Total) > 1
        && series.Values.Distinct().ToList() is [{ } only]
        && only > labels.Edition.Scale.AreaMax;

    // Of an evaluation long ago nothing but the total is left.
    private bool IsOnlyTotal(FigureGrid grid, FigureSeries series) =>
        figures.Of(series.Head).Year is not null
        && grid.Areas.Where((_, i) => series.Figures[i] is not null).ToList() is [Witness.Total];

    private FigureColumn Judge(FigureGrid grid, FigureSeries series)
    {
        var text = series.Head;
        var cells = series.Figures.OfType<FigureCell>().ToList();
        var shares = cells.Count(c => c.IsShare);
        var share =
            shares == 0 ? Share.None
            : SpeaksOfPoints(text) || grid.Context.All.Any(SpeaksOfPoints) ? Share.OfPoints
            : Share.Untold;
        if (share != Share.None)
        {
            text = ShareWords().Replace(text, " ").Trim();
        }

        // "2014 (2010)", "Poäng (medel)": what stands in brackets heads what stands in brackets below.
        var head = figures.Of(
            InBrackets().Replace(text, " ") is { } bare && bare.Any(char.IsLetterOrDigit)
                ? bare
                : text
        );
        if (grid.Columns.Count == 1 && grid.IsList && head.IsSilent)
        {
            text = "";
        }

        var verdict =
            cells.Exists(c => c.IsSigned) ? Verdict.Change
            // Some in percent and some not: neither can be told.
            : shares > 0 && shares < cells.Count ? Verdict.Uncertain
            // "62 / 63", of which the page does not say what stands behind the stroke
            : series.Texts.Any(t => Stroke().IsMatch(t.Text))
            && grid.Context.Brackets?.Contains("snedstreck", StringComparison.OrdinalIgnoreCase)
                is not true
                ? Verdict.Uncertain
            : head.Whose == Whose.Other ? Verdict.Passed
            : head.Meaning == FigureMeaning.Change && head.Years.Count != 1 ? Verdict.Change
            : head.IsNoScore ? Verdict.Passed
            : head.Years.Count > 1 ? Verdict.Uncertain
            : head.IsSilent && text.Length > 0 && !IsPageWord(text) ? Verdict.Uncertain
            : head.Meaning is not (null or FigureMeaning.Score or FigureMeaning.Earlier)
                ? Verdict.Uncertain
            : cells.TrueForAll(c => c.Value == labels.Edition.Scale.AreaMax) ? Verdict.Passed
            : Verdict.Taken;
        var result = new FigureColumn(
            series,
            head,
            text,
            verdict,
            head.Year
                ?? (
                    head.Meaning == FigureMeaning.Earlier
                        ? figures.Of(text).Year ?? Witness.UnknownYear
                        : null
                ),
            share
        );
        return verdict == Verdict.Taken ? InContext(grid, result) : result;
    }

    [GeneratedRegex(
        @"\b(?:gamla?|äldre|tidigare|förra)\s+(?:version|skala|modell|metod|upplaga)",
        Patterns.AnyCase
    )]
    private static partial Regex OldVersion();

    [GeneratedRegex(@"^\s*\d{1,3}(?:,\d)?\s*/\s*(?!100\b|800\b)\d")]
    private static partial Regex Stroke();

    private static bool IsPageWord(string head) =>
        head.Contains("kompass", StringComparison.OrdinalIgnoreCase);

    // Caption, leading sentence and headings say what the head leaves open; nearer ones come first.
    private FigureColumn InContext(FigureGrid grid, FigureColumn column)
    {
        var whose = column.Head.Whose;
        var year = column.Year;
        var meant = column.Head.Year is not null || column.Head.Whose == Whose.Own;
        var hasBrackets = column.Series.Figures.Any(f => f is { Bracket.IsBlank: false });
        var hasChanges = column.Series.Figures.Any(f => f is { Change: not null });
        foreach (var text in grid.Context.All)
        {
            var label = LabelOf(text, column.Share, hasBrackets, hasChanges);
            if (whose == Whose.Nobody)
            {
                if (label.Whose == Whose.Other)
                {
                    return column with { Verdict = Verdict.Passed };
                }

                whose = label.Whose;
            }

            if (!meant)
            {
                if (
                    label.IsNoScore
                    && !(label.Meaning == FigureMeaning.Change && grid.Columns.Count > 1)
                )
                {
                    return column with { Verdict = Verdict.Passed };
                }

                meant = label.SpeaksOfScores;
            }

            if (year is null && label.Meaning == FigureMeaning.Earlier && label.Years.Count == 0)
            {
                year = Witness.UnknownYear;
            }

            if (year is null && label.Years.Count > 0)
            {
                // "2005 och 2009" before "Värdena från 2005 står inom parentes"
                var years = label
                    .Years.Except(figures.Of(grid.Context.Brackets ?? "").Years)
                    .ToList();
                if ((years is [var other] ? other : label.Year) is not { } told)
                {
                    // "2010 och 2014" over one column: whose year it is cannot be told.
                    return column with { Verdict = Verdict.Uncertain };
                }

                year = told;
            }
        }

        return column with
        {
            Year = year,
        };
    }

    private FigureLabel LabelOf(string text, Share share, bool hasBrackets, bool hasChanges)
    {
        // "Poäng per område (2010 års resultat inom parentes)": the brackets speak of brackets.
        var bare = InBrackets().Replace(hasChanges ? SinceThen().Replace(text, " ") : text, " ");
        // "mot genomsnittet för alla som utvärderats sedan 2010"
        bare = hasChanges ? bare : SinceYear().Replace(bare, " ");
        var label = figures.Of(share == Share.None ? bare : ShareWords().Replace(bare, " "));
        if (label.Years.Count > 0 || hasBrackets)
        {
            return label;
        }

        // "Förra utvärderingen (2015)": brackets with nothing below them in brackets, and nothing but a year.
        return label with
        {
            Years =
            [
                .. YearInBrackets()
                    .Matches(text)
                    .SelectMany(m => Numbers.Years(m.Value))
                    .Select(y => y.Year)
                    .Distinct(),
            ],
        };
    }

    private bool SpeaksOfPoints(string text) =>
        figures.Of(ShareWords().Replace(text, " ")).SpeaksOfScores;

    [GeneratedRegex(@"[(\[][^()\[\]]*[)\]]")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"\b(?:sedan|sen)\s+(?:år\s+)?(?:19|20)\d\d", Patterns.AnyCase)]
    private static partial Regex SinceYear();

    // "Poäng 2016 och förändring sedan förra utvärderingen 2012": what stands in brackets.
    [GeneratedRegex(
        @"\b(?:och|med|samt)\s+(?:\p{L}+\s+){0,2}(?:förändring|skillnad|ökning|utveckling)\p{L}*\b.*$",
        Patterns.AnyCase
    )]
    private static partial Regex SinceThen();

    [GeneratedRegex(@"\(\s*(?:\p{L}+\s+)?(?:19|20)\d\d\s*\)", Patterns.AnyCase)]
    private static partial Regex YearInBrackets();

    // "andel av maxpoäng (%)", "i procent av de möjliga poängen"
    [GeneratedRegex(
        @"\(\s*(?:%|procent)\s*\)|\bandel(?:en)?\b|(?:\b[iI]\s+)?(?:%|\bprocent\b)|\bav\s+(?:den?\s+)?(?:max\p{L}*|(?:högsta\s+)?möjliga?)(?:\s+poäng\p{L}*)?",
        Patterns.AnyCase
    )]
    private static partial Regex ShareWords();
}
