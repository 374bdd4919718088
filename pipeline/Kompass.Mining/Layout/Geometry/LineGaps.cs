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

    /// <summary>Whether a line stands on the same sheet as the one above it.</summary>
    public bool IsOnSheet(int index) =>
        index > 0
        && index < lines.Count
        && ReferenceEquals(lines[index].Sheet, lines[index - 1].Sheet);

    public bool IsApart(int index) => IsOnSheet(index) && Step(index) > 1.25 * leading;

    public bool IsRuled(int index) =>
        IsOnSheet(index)
        && _rules[lines[index].Sheet]
            .Exists(y => y > lines[index - 1].CenterY && y < lines[index].CenterY);

    private double Step(int index) => lines[index].CenterY - lines[index - 1].CenterY;

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
