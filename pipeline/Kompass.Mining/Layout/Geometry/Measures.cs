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
        var steps = new List<double>();
        foreach (var lines in sheets)
        {
            for (var i = 1; i < lines.Count; i++)
            {
                // Lines of running text: both long, so that neither a table's cells nor a chart's numbers count.
                var step = lines[i].CenterY - lines[i - 1].CenterY;
                if (
                    lines[i].Words.Count >= 5
                    && lines[i - 1].Words.Count >= 5
                    && step > 0.7 * body
                    && step < 3 * body
                )
                {
                    steps.Add(step);
                }
            }
        }

        // The lower quartile: gaps between paragraphs are larger, nothing but noise is smaller.
        steps.Sort();
        return new Measures(body, steps.Count == 0 ? 1.3 * body : steps[steps.Count / 4]);
    }
}
