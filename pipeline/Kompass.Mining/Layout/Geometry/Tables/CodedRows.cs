using Kompass.Mining.Layout.Tables;

namespace Kompass.Mining.Layout.Geometry.Tables;

/// <summary>A row of a table of sub-questions as its lines print it.</summary>
/// <param name="Code">The code, <c>3.2</c>.</param>
/// <param name="CodeText">Where it stands.</param>
/// <param name="Wording">The wording, as far as these lines have it.</param>
/// <param name="Numbers">Its numbers from left to right.</param>
/// <param name="Lines">How many lines it takes.</param>
internal sealed record CodedRow(
    string Code,
    Passage CodeText,
    Passage Wording,
    IReadOnlyList<Passage> Numbers,
    int Lines = 1
);

/// <summary>Finds rows that begin with the code of a sub-question and hold its points, wherever in the row those stand.</summary>
/// <param name="context">The document.</param>
internal sealed class CodedRows(LayoutContext context)
{
    private readonly IReadOnlyList<VisualLine> _lines = context.Lines;
    private readonly RowCodes _codes = new(context.Labels.Edition);

    /// <summary>The row that begins at a line, or null.</summary>
    /// <param name="index">The line.</param>
    /// <param name="area">The area of its table, 0 where that is not known.</param>
    /// <param name="last">The code of the row above, or null.</param>
    public CodedRow? At(int index, int area, string? last)
    {
        var line = _lines[index];
        var numbers = RowNumbers.AtEndOf(line);
        if (numbers.Count < 2)
        {
            return NumbersFirst(line) ?? NumbersBelow(index);
        }

        var before = line.Words.Take(line.Words.Count - RowNumbers.Words(numbers)).ToList();
        while (before.Count > 0 && RowNumbers.IsLeader(before[^1].Text))
        {
            before.RemoveAt(before.Count - 1);
        }

        if (
            before.Count == 0
            || (before.Count == 1 && numbers.Count < 3)
            || _codes.Of(before, line.Sheet.IsRecognised, area, last) is not var (code, used)
        )
        {
            return null;
        }

        return new CodedRow(
            code,
            before[0].With(code),
            VisualLine.PassageOf([.. before.Skip(used)]),
            [.. numbers.Select(n => n.Number)]
        );
    }

    // "1.1 | 10 | 15 | 67 % | Finns en plan …", "10 | 15 | 67 % | 1.1 | Finns en plan …": numbers to the left of the wording.
    private static CodedRow? NumbersFirst(VisualLine line)
    {
        if (line.Sheet.IsRecognised)
        {
            return null;
        }

        var words = line.Words;
        var at = RowCodes.Printed(words[0].Text) is not null ? 1 : 0;
        var code = at == 1 ? words[0] : null;
        var numbers = new List<Passage>();
        while (at < words.Count && numbers.Count < 3 && RowNumbers.Is(words[at].Text))
        {
            var hasSign = at + 1 < words.Count && words[at + 1].Text == "%";
            numbers.Add(VisualLine.PassageOf([.. words.Skip(at).Take(hasSign ? 2 : 1)]));
            at += hasSign ? 2 : 1;
        }

        if (code is null && at < words.Count && RowCodes.Printed(words[at].Text) is not null)
        {
            code = words[at];
            at++;
        }

        return
            code is not null
            && numbers.Count >= 2
            && at < words.Count
            && words.Skip(at).Any(w => w.Text.Any(char.IsLetter))
            ? new CodedRow(
                RowCodes.Printed(code.Text)!,
                code.With(RowCodes.Printed(code.Text)!),
                VisualLine.PassageOf([.. words.Skip(at)]),
                numbers
            )
            : null;
    }

    // "2.4 Hur arbetar kommunen med valfrihet och" over "brukarens påverkan? ....... 7 av 15": numbers at the end of the wording's last line.
    private CodedRow? NumbersBelow(int index)
    {
        const int MostLines = 5;
        var first = _lines[index];
        if (
            first.Sheet.IsRecognised
            || first.Words.Count < 2
            || RowCodes.Printed(first.Words[0].Text) is not { } code
        )
        {
            return null;
        }

        var wording = new List<Passage> { VisualLine.PassageOf([.. first.Words.Skip(1)]) };
        for (var at = index + 1; at < Math.Min(_lines.Count, index + MostLines); at++)
        {
            var line = _lines[at];
            if (!GoesOnAt(at) || RowCodes.Printed(line.Words[0].Text) is not null)
            {
                return null;
            }

            var numbers = RowNumbers.AtEndOf(line);
            var text = line.Words.Count - RowNumbers.Words(numbers);
            if (numbers.Count < 2)
            {
                wording.Add(line.Text);
                continue;
            }

            if (text == 0 ? IsSum(numbers) : !StandsApart(line, text))
            {
                return null;
            }

            wording.Add(
                VisualLine.PassageOf([
                    .. line.Words.Take(text).Where(w => !RowNumbers.IsLeader(w.Text)),
                ])
            );
            return new CodedRow(
                code,
                first.Words[0].With(code),
                Passage.Join(" ", wording.Where(w => !w.IsBlank)),
                [.. numbers.Select(n => n.Number)],
                at - index + 1
            );
        }

        return null;
    }

    // The area's highest points, under a row that lacks its own.
    private bool IsSum(List<(Passage Number, int Words)> numbers) =>
        numbers.Exists(n =>
            n.Number.Text
            == context.Labels.Edition.Scale.AreaMax.ToString(CultureInfo.InvariantCulture)
        );

    // Close below the line above, or in small letters on the next page.
    private bool GoesOnAt(int at) =>
        context.IsBelow(_lines[at], _lines[at - 1])
        || (
            !ReferenceEquals(_lines[at].Sheet, _lines[at - 1].Sheet)
            && char.IsLower(_lines[at].Text.Text[0])
        );

    /// <summary>Whether a line ends with two numbers or more, and dots or a gap before them.</summary>
    public static bool HasNumbersApart(VisualLine line) =>
        RowNumbers.AtEndOf(line) is { Count: >= 2 } numbers
        && line.Words.Count - RowNumbers.Words(numbers) is var text and > 0
        && StandsApart(line, text);

    // Dots lead to the numbers, or there is a gap before them.
    private static bool StandsApart(VisualLine line, int at) =>
        RowNumbers.IsLeader(line.Words[at - 1].Text)
        || line.Words[at].Box.Left - line.Words[at - 1].Box.Right > 2 * line.Words[at].Box.Height;
}
