using System.Text.RegularExpressions;
using Kompass.Mining.Corpus;

namespace Kompass.Mining.Layout.Geometry;

/// <summary>
/// Reads the box at the head of an area: rubrics on the left, behind bullets or not, and in large type on the right the score, or the scores of two years
/// side by side.
/// </summary>
internal sealed partial class ScoreBox(LayoutContext context)
{
    private readonly IReadOnlyList<VisualLine> _lines = context.Lines;
    private readonly HeadingFinder _headings = context.Headings;

    // Six rubrics of two lines each, heads, years and the number itself.
    private const int MostLines = 18;

    /// <summary>Whether the head of a score box stands at a line.</summary>
    public bool StartsAt(int index) => HeadAt(index) is not null;

    /// <summary>The box whose head stands at a line, or null where none stands there.</summary>
    public (Block.Table Table, int End)? Read(int index)
    {
        if (HeadAt(index) is not { } head)
        {
            return null;
        }

        var rubrics = new List<VisualLine>();
        var numbers = new List<SheetWord>();
        var right = _lines[index]
            .Words.Where(w => w.Box.Left > head.Place.Box!.Value.Right + 1)
            .ToList();
        var at = index + 1;
        while (
            at < _lines.Count
            && at - index <= MostLines
            && ReferenceEquals(_lines[at].Sheet, _lines[index].Sheet)
            && Take(_lines[at], at)
        )
        {
            at++;
        }

        var left = ItemLines.Read(rubrics, 0, context);
        // Years may stand beside the head or in a row of their own.
        var beside = right.Concat(numbers).OrderBy(w => w.Box.Left).ToList();
        var years = beside.Where(w => Year().IsMatch(w.Text)).Select(CellOf);
        var scores = beside
            .Where(w => !Year().IsMatch(w.Text) && Number().IsMatch(w.Text))
            .Select(CellOf);
        return (
            new Block.Table([
                new Row([Cell.Of(head), .. years]),
                new Row([new Cell(Passage.Empty, left), .. scores]),
            ]),
            at
        );

        bool Take(VisualLine line, int number)
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

            var rest = new List<SheetWord>();
            foreach (var phrase in line.Phrases(0.9))
            {
                var isBeside = phrase[0].Box.Left > line.Sheet.Width * 0.5;
                if (isBeside && phrase.All(w => Number().IsMatch(w.Text) || Year().IsMatch(w.Text)))
                {
                    numbers.AddRange(phrase);
                }
                else if (!isBeside || !IsPoints(phrase, line.Sheet))
                {
                    rest.AddRange(phrase);
                }
            }

            if (rest.Count == 0)
            {
                return true;
            }

            var text = new VisualLine(line.Sheet, rest);
            var isProse =
                text.Box.Width > 0.62 * line.Sheet.Width
                || (
                    _headings.StandsApart(number)
                    && line.CenterY - _lines[number - 1].CenterY > 2.6 * context.Measures.Leading
                );
            if (!isProse)
            {
                rubrics.Add(text);
            }

            return !isProse;
        }
    }

    private static Cell CellOf(SheetWord word) =>
        Cell.Of(Passage.At(word.Text, word.Place, word.Confidence));

    private bool IsPoints(IReadOnlyList<SheetWord> phrase, Sheet sheet) =>
        _headings.Meaning(phrase, sheet)?.Labels.OfType<Label.BoxPoints>().Any() == true;

    // "Rubriker" alone on its line, or with "Poäng", a score or years beside it.
    private Passage? HeadAt(int index)
    {
        var line = _lines[index];
        if (line.Words.Count > 8)
        {
            return null;
        }

        var first = line.Words.Take(1).ToList();
        return
            _headings.Meaning(first, line.Sheet) is { } meaning
            && meaning.Labels.OfType<Label.BoxRubrics>().Any()
            && line.Words.Skip(1)
                .All(w =>
                    IsPoints([w], line.Sheet)
                    || Number().IsMatch(w.Text)
                    || Year().IsMatch(w.Text)
                    || !w.Text.Any(char.IsLetterOrDigit)
                )
            ? meaning.Text
            : null;
    }

    [GeneratedRegex(@"^\d{1,3}(?:[,.]\d{1,2})?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:19|20)\d\d$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Year();
}
