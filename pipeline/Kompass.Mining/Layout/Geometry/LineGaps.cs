using Kompass.Mining.Layout.Geometry.Pages;

namespace Kompass.Mining.Layout.Geometry;

/// <summary>What lies between the lines of a column: nothing, space, or a rule. Each line is asked about with the one above it.</summary>
/// <param name="lines">The lines; may go on over sheets.</param>
/// <param name="leading">From one line to the next within a paragraph, in points.</param>
internal sealed class LineGaps(IReadOnlyList<VisualLine> lines, double leading)
{
    private readonly Dictionary<Sheet, List<double>> _rules = lines
        .GroupBy<VisualLine, Sheet>(l => l.Sheet, ReferenceEqualityComparer.Instance)
        .ToDictionary(g => g.Key, RulesAcross);

    // Where a list's lines stand in two distances, and only those at the smaller one go on in lower case; or all in one that is larger than the document's.
    private readonly double? _within = StepWithin(lines, leading);

    /// <summary>Whether space alone parts the lines into items: a line that is not apart goes on with the one above it.</summary>
    public bool IsParted => _within is not null;

    /// <summary>Whether a line stands on the same sheet as the one above it.</summary>
    public bool IsOnSheet(int index) =>
        index > 0
        && index < lines.Count
        && ReferenceEquals(lines[index].Sheet, lines[index - 1].Sheet);

    public bool IsApart(int index) =>
        IsOnSheet(index)
        && (_within is { } within ? Step(index) > Apart * within : Step(index) > 1.25 * leading);

    public bool IsRuled(int index) =>
        IsOnSheet(index)
        && _rules[lines[index].Sheet]
            .Exists(y => y > lines[index - 1].CenterY && y < lines[index].CenterY);

    private double Step(int index) => Step(lines[index - 1], lines[index]);

    private static double Step(VisualLine above, VisualLine line) => line.CenterY - above.CenterY;

    // Steps within an item differ by less, and those between items are larger: browsers set lines to whole dots, 0.75 points on paper.
    private const double Alike = 1.08;
    private const double Apart = 1.15;

    private static double? StepWithin(IReadOnlyList<VisualLine> lines, double leading)
    {
        var steps = lines
            .Zip(lines.Skip(1))
            .Where(p => ReferenceEquals(p.First.Sheet, p.Second.Sheet))
            .Select(p =>
                (Step: Step(p.First, p.Second), IsLower: char.IsLower(p.Second.Text.Text[0]))
            )
            .ToList();
        if (lines.Any(l => l.Sheet.IsRecognised) || steps.Count < 2)
        {
            return null;
        }

        var least = steps.Min(s => s.Step);
        var within = steps.FindAll(s => s.Step < Alike * least);
        var between = steps.FindAll(s => s.Step >= Alike * least);
        return between.Count == 0
            ? least > Apart * leading && !within.Exists(s => s.IsLower)
                ? leading
                : null
            : least > 0
            && between.TrueForAll(s => s.Step > Apart * least && !s.IsLower)
            && 2 * within.Count(s => s.IsLower) > within.Count
                ? least
                : null;
    }

    // Where rules run across the whole column: a line under words does not.
    private static List<double> RulesAcross(IGrouping<Sheet, VisualLine> own)
    {
        var (left, right) = (own.Min(l => l.Box.Left), own.Max(l => l.Box.Right));
        return
        [
            .. own
                .Key.Lines.Where(r =>
                    r.Width > r.Height && r.Left < left + 1 && r.Right > right - 1
                )
                .Select(r => r.Bottom),
        ];
    }
}
