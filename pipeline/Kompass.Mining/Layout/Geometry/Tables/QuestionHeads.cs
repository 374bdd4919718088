using System.Buffers;
using Kompass.Mining.Layout.Geometry.Pages;

namespace Kompass.Mining.Layout.Geometry.Tables;

/// <summary>Finds the heads of tables of sub-questions, one a line, with what of them stands on the next line.</summary>
/// <param name="context">The document.</param>
internal sealed partial class QuestionHeads(LayoutContext context)
{
    private readonly IReadOnlyList<VisualLine> _lines = context.Lines;
    private readonly EditionLabels _labels = context.Labels;
    private readonly SearchValues<char> _initials = SearchValues.Create([
        .. ColumnHeads
            .All(context.Labels.Edition.Headings)
            .SelectMany(n => new[] { char.ToUpperInvariant(n[0]), char.ToLowerInvariant(n[0]) }),
    ]);

    private PerLine<IReadOnlyList<ScoreColumn>?> HeadsAt => field ??= new(_lines.Count, FindHead);

    /// <summary>The columns that a line heads, in their order; null where it is no head.</summary>
    public IReadOnlyList<ScoreColumn>? this[int index] => HeadsAt[index];

    /// <summary>The area that a line names, or null.</summary>
    public int? AreaOf(VisualLine line) =>
        _labels.FindAll(line.Text.Text).Select(h => h.Area).FirstOrDefault(a => a is not null);

    /// <summary>
    /// Whether a line is the rest of the head above it: <c>poäng</c> below <c>Uppnådd</c>, <c>personalpolitik</c> below <c>6. Kommunen som arbetsgivare –</c>.
    /// </summary>
    public bool IsRestOfHead(int index)
    {
        var line = _lines[index];
        var head = _lines[index - 1];
        return context.IsBelow(line, head)
            && !line.Text.Text.Any(char.IsAsciiDigit)
            && (
                line.Words.All(w =>
                    head.Words.Any(h => IsBelow(w, h) && ColumnAt(index - 1, h) is not null)
                )
                || (
                    AreaOf(head) is { } area
                    && head.Words.Where(w => ColumnOf(w) is null).ToList() is { Count: > 0 } name
                    && _labels.AreaOf(VisualLine.PassageOf([.. name, .. line.Words]).Text) == area
                )
            );
    }

    private static bool IsBelow(SheetWord word, SheetWord head) =>
        word.Box.Left < head.Box.Right + 3 && word.Box.Right > head.Box.Left - 3;

    // "1. | Offentlighet och demokrati | Uppnått | Max | Procent"
    private IReadOnlyList<ScoreColumn>? FindHead(int index)
    {
        var line = _lines[index];
        if (
            line.Words.Count > 14
            || ItemLines.IsBulleted(line)
            || PercentValue().IsMatch(line.Text.Text)
        )
        {
            return null;
        }

        var heads = line
            .Words.Select((w, i) => (At: i, Column: ColumnAt(index, w)))
            .Where(h => h.Column is not null)
            .ToList();
        // A word of an area's name may be one too ("5. Resultat och effektivitet | Uppnått | Max"): the one next to the others is meant.
        var columns = heads
            .GroupBy(h => h.Column!.Value)
            .Select(g =>
                g.MinBy(h =>
                    heads
                        .Where(o => o.Column != g.Key)
                        .Select(o => Math.Abs(o.At - h.At))
                        .DefaultIfEmpty()
                        .Min()
                )
            )
            .OrderBy(h => h.At)
            .ToList();
        return columns.Count < 2 ? null : columns.ConvertAll(c => c.Column!.Value);
    }

    // What a word of a head names, with what stands below it where it goes on there: "Uppnådd" over "poäng", "Maxpo" or "Maxpo-" over "äng".
    private ScoreColumn? ColumnAt(int index, SheetWord word)
    {
        // Most words are none, which their first letter tells.
        if (word.Confidence >= 1 && !_initials.Contains(word.Text[0]))
        {
            return null;
        }

        if (ColumnOf(word) is { } column)
        {
            return column;
        }

        var headings = _labels.Edition.Headings;
        if (index + 1 >= _lines.Count || !context.IsBelow(_lines[index + 1], _lines[index]))
        {
            return null;
        }

        var below = string.Join(
            ' ',
            _lines[index + 1].Words.Where(w => IsBelow(w, word)).Select(w => w.Text)
        );
        return below.Length == 0
            ? null
            : ColumnHeads.Of(word.Text.TrimEnd('-') + below, headings)
                ?? ColumnHeads.Of($"{word.Text} {below}", headings);
    }

    private ScoreColumn? ColumnOf(SheetWord word)
    {
        var headings = _labels.Edition.Headings;
        if (ColumnHeads.Of(word.Text, headings) is { } column)
        {
            return column;
        }

        if (word.Confidence >= 1 || word.Text.Length < 5)
        {
            return null;
        }

        return Near(headings.QuestionTable.Achieved) ? ScoreColumn.Achieved
            : Near(headings.QuestionTable.Percent) ? ScoreColumn.Percent
            : null;

        bool Near(IReadOnlyList<string> names) =>
            names.Any(n =>
                n.Length >= 6
                && EditDistance.Within(LabelKey.Of(word.Text), LabelKey.Of(n), 1) is not null
            );
    }

    // "på 1 %" is text, "%" alone is a head.
    [GeneratedRegex(@"\d\s?%")]
    private static partial Regex PercentValue();
}
