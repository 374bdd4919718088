using Kompass.Mining.Layout.Geometry.Pages;
using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Layout.Geometry.Tables;

/// <summary>
/// Reads the box at the head of an area: rubrics on the left, behind bullets or not, and in large type on the right the score, or the scores of two years
/// side by side.
/// </summary>
/// <param name="context">The document.</param>
internal sealed partial class ScoreBox(LayoutContext context)
{
    // Six rubrics of two lines each, heads, years and the number itself.
    private const int MostLines = 18;

    private readonly IReadOnlyList<VisualLine> _lines = context.Lines;
    private readonly HeadingFinder _headings = context.Headings;

    private PerLine<SheetWord?> HeadsAt => field ??= new(_lines.Count, FindHead);

    /// <summary>Whether the head of a score box stands at a line.</summary>
    public bool StartsAt(int index) => HeadsAt[index] is not null;

    /// <summary>The box whose head stands at a line, or null where none stands there.</summary>
    public (Block Table, int End)? Read(int index)
    {
        if (HeadsAt[index] is not { } head)
        {
            return null;
        }

        var beside = _lines[index].Words.Except([head]).ToList();
        // Scores stand to the right of the rubrics, or to their left.
        var isLeft = beside.Count > 0 && beside[0].Box.Right < head.Box.Left;
        var right =
            beside.Count == 0 || isLeft
                ? _lines[index].Sheet.Width / 2
                : (head.Box.Right + beside[0].Box.Left) / 2;
        var parts = new Parts(head.Box.Left, right, isLeft);
        var at = index + 1;
        while (at < _lines.Count && at - index <= MostLines)
        {
            if (!ReferenceEquals(_lines[at].Sheet, _lines[at - 1].Sheet))
            {
                if (!ReferenceEquals(_lines[at - 1].Sheet, _lines[index].Sheet) || !GoesOn(at))
                {
                    break;
                }

                if (StartsAt(at))
                {
                    at++;
                    continue;
                }
            }

            if (!Take(at, parts))
            {
                break;
            }

            at++;
        }

        // Years may stand beside the head or in a row of their own.
        return (
            ScoreBoxes.Of(
                ItemLines.Read(parts.Rubrics, 0, context).Select(i => i.Text),
                [
                    .. beside
                        .Concat(parts.Numbers)
                        .Where(IsFigure)
                        .OrderBy(w => w.Box.Left)
                        .Select(w => w.With(w.Text)),
                ]
            ),
            at
        );
    }

    /// <summary>What was read of a box.</summary>
    /// <param name="head">Where the rubrics' head begins.</param>
    /// <param name="right">Where scores begin that stand to the right.</param>
    /// <param name="isLeft">Whether scores stand to the left.</param>
    private sealed class Parts(double head, double right, bool isLeft)
    {
        public List<VisualLine> Rubrics { get; } = [];

        public List<SheetWord> Numbers { get; } = [];

        public bool AreBeside(IReadOnlyList<SheetWord> phrase) =>
            isLeft ? phrase[^1].Box.Right < head : phrase[0].Box.Left > right;
    }

    // Takes a line to the box; false where it belongs to what stands below.
    private bool Take(int number, Parts parts)
    {
        if (
            _headings.Known(number) is { } known
            && (
                known.OpensSection
                || known.Labels.Any(l => l is Label.General or Label.FindingsHeading)
            )
        )
        {
            return false;
        }

        var line = _lines[number];
        // Heads of findings side by side are no heading.
        if (line.Phrases(PhraseGap).Any(p => _headings.ListHead(p, line.Sheet) is not null))
        {
            return false;
        }

        var rest = new List<SheetWord>();
        foreach (var phrase in line.Phrases(PhraseGap))
        {
            var areBeside = parts.AreBeside(phrase);
            if (areBeside && phrase.All(IsFigure))
            {
                parts.Numbers.AddRange(phrase);
            }
            else if (!areBeside || !IsPoints(phrase, line.Sheet))
            {
                rest.AddRange(phrase);
            }
        }

        if (rest.Count == 0)
        {
            return true;
        }

        var text = new VisualLine(line.Sheet, rest);
        if (IsProse(text, number, parts))
        {
            return false;
        }

        parts.Rubrics.Add(text);
        return true;
    }

    // Ems between words of one phrase; between columns it is wider.
    private const double PhraseGap = 0.9;

    // Of the sheet's width; rubrics leave room for the score.
    private const double WidestRubric = 0.62;

    // Lines' distances by which prose stands off the box.
    private const double ProseGap = 2.6;

    private bool IsProse(VisualLine text, int number, Parts parts)
    {
        var sheet = text.Sheet;
        var standsApart = _headings.StandsApart(number);
        return text.Box.Width > WidestRubric * sheet.Width
            || (
                standsApart
                && _lines[number].CenterY - _lines[number - 1].CenterY
                    > ProseGap * context.Measures.Leading
            )
            // Below bulleted rubrics, text at their bullets' edge that stands apart is no rubric.
            || (
                !sheet.IsRecognised
                && standsApart
                && !ItemLines.IsBulleted(text)
                && parts.Rubrics.FindLast(ItemLines.IsBulleted) is { } bulleted
                && text.Box.Left < bulleted.Box.Left + 2
            );
    }

    // A box that a page break cuts goes on with its head again, with a rubric behind its bullet, or with scores or their years alone.
    private bool GoesOn(int index) =>
        StartsAt(index) || ItemLines.IsBulleted(_lines[index]) || _lines[index].Words.All(IsFigure);

    private static bool IsFigure(SheetWord word) =>
        Numbers.IsYear(word.Text) || Number().IsMatch(word.Text);

    private bool IsPoints(IReadOnlyList<SheetWord> phrase, Sheet sheet) =>
        _headings.Means<Label.BoxPoints>(phrase, sheet);

    // "Rubriker" alone on its line, or with "Poäng", a score or years on one side of it.
    private SheetWord? FindHead(int index)
    {
        var line = _lines[index];
        if (line.Words.Count > 8)
        {
            return null;
        }

        var at =
            IsRubrics(line.Words[0]) ? 0
            : IsRubrics(line.Words[^1]) ? line.Words.Count - 1
            : -1;
        return
            at >= 0
            && line.Words.Where((_, i) => i != at)
                .All(w =>
                    IsPoints([w], line.Sheet) || IsFigure(w) || !w.Text.Any(char.IsLetterOrDigit)
                )
            ? line.Words[at]
            : null;

        bool IsRubrics(SheetWord word) => _headings.Means<Label.BoxRubrics>([word], line.Sheet);
    }

    [GeneratedRegex(@"^\d{1,3}(?:[,.]\d{1,2})?$")]
    private static partial Regex Number();
}
