using Kompass.Mining.Documents;
using Kompass.Mining.Reports;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Actions;
using UglyToad.PdfPig.Core;

namespace Kompass.Benchmarks;

/// <summary>
/// Whether the sources of a record's values point to where they are printed: for PDFs of <c>scripts/sample-pdfs</c>, in which every finding, score and
/// row of a sub-question is a link that names it, so that the program which printed them says where it drew them.
/// </summary>
internal static class Grounding
{
    /// <summary>From which overlap on a box is the value's: intersection over union.</summary>
    public const double LeastOverlap = 0.5;

    private const string Link = "http://value.invalid/";

    /// <summary>Each value's overlap with where it was drawn, in points.</summary>
    public static IReadOnlyList<GroundedValue> Measure(string file, ReportRecord record)
    {
        var drawn = Drawn(file);
        var read = Named(record)
            .Where(v => v.Source is { Page: not null, Box: not null })
            .ToDictionary(v => v.Name, v => v.Source, StringComparer.Ordinal);
        return
        [
            .. drawn
                .Keys.Union(read.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(name => new GroundedValue(
                    name,
                    drawn.GetValueOrDefault(name, []),
                    read.TryGetValue(name, out var source)
                        ? new PlacedBox(source.Page!.Value, Box(source.Box!))
                        : null
                )),
        ];
    }

    // A score stands in several places, each of which is right; anything else in one, which is where it begins where it goes on on another page.
    private static Dictionary<string, List<PlacedBox>> Drawn(string file)
    {
        var drawn = new Dictionary<string, List<PlacedBox>>(StringComparer.Ordinal);
        using var pdf = PdfDocument.Open(file);
        foreach (var page in pdf.GetPages())
        {
            var crop = page.CropBox.Bounds;
            foreach (var annotation in page.GetAnnotations())
            {
                if (
                    annotation.Action is not UriAction { Uri: { } uri }
                    || !uri.StartsWith(Link, StringComparison.Ordinal)
                )
                {
                    continue;
                }

                var (name, box) = (uri[Link.Length..], Box(annotation.Rectangle, crop));
                if (!drawn.TryGetValue(name, out var places))
                {
                    drawn[name] = [new PlacedBox(page.Number, box)];
                }
                else if (name.StartsWith("area/", StringComparison.Ordinal))
                {
                    places.Add(new PlacedBox(page.Number, box));
                }
                else if (places[0].Page == page.Number)
                {
                    places[0] = new PlacedBox(page.Number, places[0].Box.Union(box));
                }
            }
        }

        return drawn;
    }

    private static IEnumerable<(string Name, Source Source)> Named(ReportRecord record) =>
        [
            .. record.Areas.Select(a => ($"area/{a.Area}", a.Source)),
            .. record.Questions.Select(q => ($"question/{q.Code}", q.Source)),
            .. record
                .Findings.GroupBy(f => (f.Area, f.Kind))
                .SelectMany(g =>
                    g.Select(
                        (f, i) =>
                            (
                                $"finding/{f.Area}/{f.Kind.ToString().ToLowerInvariant()}/{i}",
                                f.Source
                            )
                    )
                ),
        ];

    private static Box Box(PdfRectangle r, PdfRectangle crop) =>
        new(r.Left - crop.Left, crop.Top - r.Top, r.Right - crop.Left, crop.Top - r.Bottom);

    private static Box Box(IReadOnlyList<double> b) => new(b[0], b[1], b[2], b[3]);
}

/// <summary>A box on a page, which is counted from 1.</summary>
internal sealed record PlacedBox(int Page, Box Box)
{
    /// <summary>Intersection over union; 0 on different pages.</summary>
    public double Overlap(PlacedBox other)
    {
        var both =
            Page == other.Page
                ? Math.Max(
                    0,
                    Math.Min(Box.Right, other.Box.Right) - Math.Max(Box.Left, other.Box.Left)
                )
                    * Math.Max(
                        0,
                        Math.Min(Box.Bottom, other.Box.Bottom) - Math.Max(Box.Top, other.Box.Top)
                    )
                : 0;
        return both / ((Box.Width * Box.Height) + (other.Box.Width * other.Box.Height) - both);
    }
}

/// <summary>A value, where it was drawn, and where the record has it.</summary>
internal sealed record GroundedValue(string Name, IReadOnlyList<PlacedBox> Drawn, PlacedBox? Read)
{
    /// <summary>Whether the record names a page on which it stands.</summary>
    public bool HasPage => Drawn.Any(d => d.Page == Read?.Page);

    /// <summary>Of the record's box with where it was drawn.</summary>
    public double Overlap =>
        Read is null ? 0 : Drawn.Select(d => d.Overlap(Read)).DefaultIfEmpty().Max();

    /// <summary>F1 of the values for which something holds, among those that were drawn and those that were read.</summary>
    public static double F1(
        IReadOnlyCollection<GroundedValue> values,
        Func<GroundedValue, bool> holds
    ) =>
        2.0
        * values.Count(holds)
        / Math.Max(1, values.Count(v => v.Drawn.Count > 0) + values.Count(v => v.Read is not null));
}
