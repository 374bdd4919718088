using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Kompass.Mining.PdfPig;

/// <summary>Makes pages as they are drawn; PdfPig finds its constructor by these parameters.</summary>
internal sealed class DrawnPageFactory(
    IPdfTokenScanner scanner,
    IResourceStore resources,
    ILookupFilterProvider filters,
    IPageContentParser parser,
    ParsingOptions options
) : BasePageFactory<DrawnPage>(scanner, resources, filters, new ShortNumbers(parser), options)
{
    /// <summary>The layers of the document that is read: PdfPig makes the factory itself and knows of nothing that could be handed to it.</summary>
    [ThreadStatic]
    private static LayerStates? s_layers;

    public static LayerStates Layers
    {
        set => s_layers = value;
    }

    protected override DrawnPage ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations
    ) =>
        new PageDrawing(
            pageNumber,
            ResourceStore,
            PdfScanner,
            PageContentParser,
            FilterProvider,
            cropBox,
            userSpaceUnit,
            rotation,
            in initialMatrix,
            ParsingOptions,
            s_layers!,
            [.. Appearances.Of(dictionary, PdfScanner)]
        ).Process(pageNumber, operations);
}
