using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kompass.Mining.Improvements.Drafts;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>A figure as a native chart in the line, with its description as alternative text and its data as a workbook that can be edited.</summary>
internal static class WordChart
{
    private const long Height = 9 * Centimetre;

    // English Metric Units: 635 to a twentieth of a point, 360 000 to a centimetre.
    private const long Width = WordWriter.TextWidth * 635L;
    private const long Centimetre = 360_000;

    public static Drawing Add(MainDocumentPart main, Part.Figure figure, int number)
    {
        var id = "rIdChart" + number.ToString(CultureInfo.InvariantCulture);
        var part = main.AddNewPart<ChartPart>(id);
        const string Workbook = "rId1";
        using (var book = new MemoryStream(ChartWorkbook.Write(figure.Chart)))
        {
            part.AddNewPart<EmbeddedPackagePart>(ChartWorkbook.ContentType, Workbook)
                .FeedData(book);
        }

        WordWriter.Feed(part, ChartXml.Of(figure.Chart, Workbook));
        return new Drawing(
            new Wp.Inline(
                new Wp.Extent { Cx = Width, Cy = Height },
                new Wp.EffectExtent
                {
                    LeftEdge = 0,
                    TopEdge = 0,
                    RightEdge = 0,
                    BottomEdge = 0,
                },
                new Wp.DocProperties
                {
                    Id = (uint)number,
                    Name = $"Diagram {number.ToString(CultureInfo.InvariantCulture)}",
                    Title = PlainXml.Of(figure.Chart.Title),
                    Description = PlainXml.Of(figure.Description),
                },
                new Wp.NonVisualGraphicFrameDrawingProperties(),
                new A.Graphic(
                    new A.GraphicData(new C.ChartReference { Id = id })
                    {
                        Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart",
                    }
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
}
