using System.Xml.Linq;
using Kompass.Mining.Improvements.Drafts;

namespace Kompass.Mining.Improvements.Writing;

/// <summary>A chart in DrawingML (ISO/IEC 29500-1, part 21.2), with the values in it, so that it shows without opening its workbook.</summary>
internal static class ChartXml
{
    private const string CategoryAxis = "111";
    private const string ValueAxis = "222";

    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";

    private static readonly XNamespace R =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static XDocument Of(Chart chart, string workbook) =>
        new(
            new XDeclaration("1.0", "UTF-8", "yes"),
            new XElement(
                C + "chartSpace",
                new XAttribute(XNamespace.Xmlns + "c", C),
                new XAttribute(XNamespace.Xmlns + "a", A),
                new XAttribute(XNamespace.Xmlns + "r", R),
                Value("lang", Manuscript.Language),
                Value("roundedCorners", "0"),
                new XElement(
                    C + "chart",
                    Title(chart.Title),
                    Value("autoTitleDeleted", "0"),
                    new XElement(C + "plotArea", Layout(), Radar(chart)),
                    chart.Series.Count > 1
                        ? new XElement(
                            C + "legend",
                            Value("legendPos", "b"),
                            Value("overlay", "0"),
                            Font(800)
                        )
                        : null,
                    Value("plotVisOnly", "1"),
                    Value("dispBlanksAs", "gap")
                ),
                new XElement(
                    C + "spPr",
                    new XElement(A + "solidFill", Colour("FFFFFF")),
                    new XElement(A + "ln", new XElement(A + "noFill"))
                ),
                Font(800),
                new XElement(
                    C + "externalData",
                    new XAttribute(R + "id", workbook),
                    Value("autoUpdate", "0")
                )
            )
        );

    // Left to themselves, programs shrink a radar until its longest label fits beside it.
    private static XElement Layout() =>
        new(
            C + "layout",
            new XElement(
                C + "manualLayout",
                Value("layoutTarget", "inner"),
                Value("xMode", "edge"),
                Value("yMode", "edge"),
                Value("x", "0.29"),
                Value("y", "0.17"),
                Value("w", "0.42"),
                Value("h", "0.66")
            )
        );

    private static object[] Radar(Chart chart) =>
        [
            new XElement(
                C + "radarChart",
                Value("radarStyle", "marker"),
                Value("varyColors", "0"),
                chart.Series.Select(
                    (s, i) =>
                        Series(
                            chart,
                            i,
                            Line(s.Tint, s.Tint == Tint.Own ? 28575 : 19050, s.Tint != Tint.Own),
                            Marker(s.Tint)
                        )
                ),
                Value("axId", CategoryAxis),
                Value("axId", ValueAxis)
            ),
            Axis(isCategory: true),
            Axis(isCategory: false),
        ];

    private static XElement Series(Chart chart, int index, params object[] look)
    {
        var series = chart.Series[index];
        var number = index.ToString(CultureInfo.InvariantCulture);
        return new XElement(
            C + "ser",
            Value("idx", number),
            Value("order", number),
            new XElement(
                C + "tx",
                new XElement(
                    C + "strRef",
                    new XElement(C + "f", ChartWorkbook.NameCell(index)),
                    new XElement(C + "strCache", Value("ptCount", "1"), Point(0, series.Name))
                )
            ),
            look,
            new XElement(
                C + "cat",
                new XElement(
                    C + "strRef",
                    new XElement(C + "f", ChartWorkbook.LabelCells(chart)),
                    new XElement(
                        C + "strCache",
                        Value("ptCount", Text(chart.Labels.Count)),
                        chart.Labels.Select((l, i) => Point(i, l))
                    )
                )
            ),
            new XElement(
                C + "val",
                new XElement(
                    C + "numRef",
                    new XElement(C + "f", ChartWorkbook.ValueCells(chart, index)),
                    new XElement(
                        C + "numCache",
                        new XElement(C + "formatCode", "0"),
                        Value("ptCount", Text(series.Values.Count)),
                        series.Values.Select(
                            (v, i) =>
                                v is { } value
                                    ? Point(i, value.ToString("0.##", CultureInfo.InvariantCulture))
                                    : null
                        )
                    )
                )
            )
        );
    }

    private static XElement Axis(bool isCategory) =>
        new(
            C + (isCategory ? "catAx" : "valAx"),
            Value("axId", isCategory ? CategoryAxis : ValueAxis),
            new XElement(
                C + "scaling",
                Value("orientation", "minMax"),
                isCategory ? null : new object[] { Value("max", "100"), Value("min", "0") }
            ),
            Value("delete", "0"),
            Value("axPos", isCategory ? "b" : "l"),
            new XElement(
                C + "majorGridlines",
                new XElement(
                    C + "spPr",
                    new XElement(
                        A + "ln",
                        new XAttribute("w", "6350"),
                        new XElement(A + "solidFill", Colour(Palette.Grid))
                    )
                )
            ),
            new XElement(
                C + "numFmt",
                new XAttribute("formatCode", isCategory ? "General" : "0"),
                new XAttribute("sourceLinked", "0")
            ),
            Value("majorTickMark", "none"),
            Value("minorTickMark", "none"),
            Value("tickLblPos", isCategory ? "low" : "nextTo"),
            new XElement(
                C + "spPr",
                new XElement(
                    A + "ln",
                    new XAttribute("w", "6350"),
                    new XElement(A + "solidFill", Colour(Palette.Grid))
                )
            ),
            Font(800),
            Value("crossAx", isCategory ? ValueAxis : CategoryAxis),
            Value("crosses", "autoZero"),
            isCategory
                ? new object[]
                {
                    Value("auto", "1"),
                    Value("lblAlgn", "ctr"),
                    Value("lblOffset", "100"),
                    Value("noMultiLvlLbl", "0"),
                }
                : [Value("crossBetween", "between"), Value("majorUnit", "20")]
        );

    private static XElement Line(Tint tint, int width, bool isDashed) =>
        new(
            C + "spPr",
            new XElement(
                A + "ln",
                new XAttribute("w", Text(width)),
                new XElement(A + "solidFill", Colour(Palette.Of(tint))),
                isDashed ? new XElement(A + "prstDash", new XAttribute("val", "dash")) : null
            )
        );

    private static XElement Marker(Tint tint) =>
        new(
            C + "marker",
            Value("symbol", tint == Tint.Own ? "circle" : "none"),
            tint == Tint.Own
                ? new object[]
                {
                    Value("size", "5"),
                    new XElement(
                        C + "spPr",
                        new XElement(A + "solidFill", Colour(Palette.Of(tint)))
                    ),
                }
                : null
        );

    private static XElement Title(string text) =>
        new(
            C + "title",
            new XElement(
                C + "tx",
                new XElement(
                    C + "rich",
                    new XElement(A + "bodyPr"),
                    new XElement(
                        A + "p",
                        new XElement(A + "pPr", DefaultRun(900, isBold: true)),
                        new XElement(
                            A + "r",
                            new XElement(
                                A + "rPr",
                                new XAttribute("lang", Manuscript.Language),
                                new XAttribute("sz", "900"),
                                new XAttribute("b", "1")
                            ),
                            new XElement(A + "t", PlainXml.Of(text))
                        )
                    )
                )
            ),
            Value("overlay", "0")
        );

    // Said to lie level, labels are all shown; else LibreOffice leaves out every second one.
    private static XElement Font(int size) =>
        new(
            C + "txPr",
            new XElement(A + "bodyPr", new XAttribute("rot", "0"), new XAttribute("vert", "horz")),
            new XElement(
                A + "p",
                new XElement(A + "pPr", DefaultRun(size, isBold: false)),
                new XElement(A + "endParaRPr", new XAttribute("lang", Manuscript.Language))
            )
        );

    // Sizes in hundredths of a point.
    private static XElement DefaultRun(int size, bool isBold) =>
        new(
            A + "defRPr",
            new XAttribute("sz", Text(size)),
            new XAttribute("b", isBold ? "1" : "0"),
            new XElement(A + "solidFill", Colour(Palette.Ink)),
            new XElement(A + "latin", new XAttribute("typeface", "Arial"))
        );

    private static XElement Colour(string rgb) => new(A + "srgbClr", new XAttribute("val", rgb));

    private static XElement Point(int index, string value) =>
        new(
            C + "pt",
            new XAttribute("idx", Text(index)),
            new XElement(C + "v", PlainXml.Of(value))
        );

    private static XElement Value(string name, string value) =>
        new(C + name, new XAttribute("val", value));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
