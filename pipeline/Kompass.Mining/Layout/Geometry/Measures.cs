namespace Kompass.Mining.Layout.Geometry;

/// <summary>What is usual in a document, in points: everything else is told by how it differs.</summary>
/// <param name="Body">Size of the running text.</param>
/// <param name="Leading">From the middle of one line to the middle of the next within a paragraph.</param>
internal sealed record Measures(double Body, double Leading)
{
    /// <summary>Measures lines, given sheet by sheet.</summary>
    public static Measures Of(IReadOnlyList<IReadOnlyList<VisualLine>> sheets)
    {
        var body = VisualLine.Median(
            sheets.SelectMany(s => s).SelectMany(l => l.Words).Select(w => w.Size)
        );
        // Lines of running text: both long, so that neither a table's cells nor a chart's numbers count.
        var steps = sheets
            .SelectMany(s => s.Zip(s.Skip(1)))
            .Where(p => p.First.Words.Count >= 5 && p.Second.Words.Count >= 5)
            .Select(p => p.Second.CenterY - p.First.CenterY)
            .Where(step => step > 0.7 * body && step < 3 * body)
            .Order()
            .ToList();
        // The lower quartile: gaps between paragraphs are larger, nothing but noise is smaller.
        return new Measures(body, steps.Count == 0 ? 1.3 * body : steps[steps.Count / 4]);
    }
}
