using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kompass.Mining.Improvements.Manuscripts;
using Kompass.Mining.Improvements.Office;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>A figure as a native chart in the line, with its description as alternative text and its data as a workbook that can be edited.</summary>
internal static class WordChart
{
    private const long Height = 11 * Centimetre;

    // English Metric Units: 635 to a twentieth of a point, 360 000 to a centimetre.
    private const long Twip = 635;
    private const long Centimetre = 360_000;

    private const string Sheet = "Diagram";

    private static readonly XNamespace Ns =
        "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace Drawn =
        "http://schemas.openxmlformats.org/drawingml/2006/main";

    public static Drawing Add(MainDocumentPart main, Part.Figure figure, int width)
    {
        var id = WordWriter.FreeId(main, "rIdChart1");
        var part = main.AddNewPart<ChartPart>(id);
        using (var book = new MemoryStream(Workbook(figure.Chart)))
        {
            // The id by which chart.xml names it.
            part.AddNewPart<EmbeddedPackagePart>(SmallWorkbook.ContentType, "rId1").FeedData(book);
        }

        WordWriter.Feed(part, Xml(figure.Chart));
        return new Drawing(
            new Wp.Inline(
                new Wp.Extent { Cx = width * Twip, Cy = Height },
                new Wp.EffectExtent
                {
                    LeftEdge = 0,
                    TopEdge = 0,
                    RightEdge = 0,
                    BottomEdge = 0,
                },
                new Wp.DocProperties
                {
                    Id = 1,
                    Name = "Diagram 1",
                    Title = PlainXml.Of(figure.Chart.Title),
                    Description = PlainXml.Of(figure.Description),
                },
                new Wp.NonVisualGraphicFrameDrawingProperties(),
                new A.Graphic(
                    new A.GraphicData(new C.ChartReference { Id = id }) { Uri = Ns.NamespaceName }
                )
            )
            {
                DistanceFromTop = 0,
                DistanceFromBottom = 0,
                DistanceFromLeft = 0,
                DistanceFromRight = 0,
            }
        );
    }

    // Labels in the first column, a series in each of the next, names in the first row.
    private static byte[] Workbook(Chart chart) =>
        SmallWorkbook.Write(
            Sheet,
            [
                [chart.Title, .. chart.Series.Select(s => s.Name)],
                .. chart.Labels.Select(
                    (label, i) => chart.Series.Select(s => (object?)s.Values[i]).Prepend(label)
                ),
            ]
        );

    /// <summary>
    /// chart.xml holds the chart with the look of the municipality's series and of the others'; names and values are filled in, so that it shows without opening its
    /// workbook.
    /// </summary>
    private static XDocument Xml(Chart chart)
    {
        using var stream = WordWriter.Resource("chart.xml");
        var document = XDocument.Load(stream);
        document.Descendants(Drawn + "t").Single().Value = PlainXml.Of(chart.Title);
        var looks = document.Descendants(Ns + "ser").ToList();
        looks.Skip(chart.Series.Count).Remove();
        if (chart.Series.Count < looks.Count)
        {
            document.Descendants(Ns + "legend").Remove();
        }

        foreach (var (series, look) in chart.Series.Zip(looks))
        {
            var column = (char)('B' + looks.IndexOf(look));
            var last = (chart.Labels.Count + 1).ToString(CultureInfo.InvariantCulture);
            Fill(look.Element(Ns + "tx")!, $"${column}$1", [series.Name]);
            Fill(look.Element(Ns + "cat")!, $"$A$2:$A${last}", chart.Labels);
            Fill(
                look.Element(Ns + "val")!,
                $"${column}$2:${column}${last}",
                [.. series.Values.Select(v => v?.ToString("0.##", CultureInfo.InvariantCulture))]
            );
        }

        return document;
    }

    private static void Fill(XElement part, string cells, IReadOnlyList<string?> values)
    {
        part.Descendants(Ns + "f").Single().Value = $"{Sheet}!{cells}";
        part.Elements()
            .Single()
            .Elements()
            .Last()
            .Add(
                new XElement(Ns + "ptCount", new XAttribute("val", values.Count)),
                values.Select(
                    (value, i) =>
                        value is null
                            ? null
                            : new XElement(
                                Ns + "pt",
                                new XAttribute("idx", i),
                                new XElement(Ns + "v", PlainXml.Of(value))
                            )
                )
            );
    }
}
