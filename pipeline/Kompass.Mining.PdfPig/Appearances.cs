using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Kompass.Mining.PdfPig;

/// <summary>
/// What a viewer shows of a page beside its content: fields of forms as they are filled in, text that was typed over it, boxes and lines that were laid over
/// words. PdfPig draws none of it. Notes, links and marks that one sees through are passed over.
/// </summary>
internal static class Appearances
{
    private const string Strike = "StrikeOut";

    private static readonly HashSet<string> Drawn = new(StringComparer.Ordinal)
    {
        "Widget",
        "FreeText",
        "Square",
        Strike,
    };

    // Hidden, and NoView (ISO 32000-1, table 165).
    private const int Unseen = 2 | 32;

    /// <summary>The appearances of a page's annotations, in their order.</summary>
    public static IEnumerable<Appearance> Of(DictionaryToken page, IPdfTokenScanner scanner)
    {
        if (Get(page, "Annots") is not ArrayToken annotations)
        {
            yield break;
        }

        foreach (var annotation in annotations.Data.Select(Resolve).OfType<DictionaryToken>())
        {
            if (
                Get(annotation, "Subtype") is NameToken subtype
                && Drawn.Contains(subtype.Data)
                && ((Get(annotation, "F") as NumericToken)?.Int & Unseen) is null or 0
                && Get(annotation, "AP") is DictionaryToken appearances
                && Get(appearances, "N") is StreamToken stream
                && PlaceOf(
                    Numbers(Get(annotation, "Rect")),
                    Numbers(Get(stream.StreamDictionary, "BBox")),
                    Numbers(Get(stream.StreamDictionary, "Matrix"))
                )
                    is { } place
            )
            {
                yield return new Appearance(stream, place, subtype.Data == Strike);
            }
        }

        IToken? Get(DictionaryToken dictionary, string name) =>
            Resolve(dictionary.Data.GetValueOrDefault(name));

        IToken? Resolve(IToken? token) =>
            token is IndirectReferenceToken reference ? scanner.Get(reference.Data)?.Data : token;

        double[] Numbers(IToken? token) =>
            token is ArrayToken array
                ? [.. array.Data.Select(Resolve).OfType<NumericToken>().Select(n => n.Double)]
                : [];
    }

    // The box of what is drawn, as its own matrix turns it, fills the annotation's rectangle.
    private static TransformationMatrix? PlaceOf(double[] rectangle, double[] box, double[] matrix)
    {
        if (rectangle.Length != 4 || box.Length != 4)
        {
            return null;
        }

        var own =
            matrix.Length == 6
                ? TransformationMatrix.FromArray(matrix)
                : TransformationMatrix.Identity;
        List<PdfPoint> corners =
        [
            .. new[] { box[0], box[2] }.SelectMany(x =>
                new[] { box[1], box[3] }.Select(y => own.Transform(new PdfPoint(x, y)))
            ),
        ];
        var (left, bottom) = (corners.Min(c => c.X), corners.Min(c => c.Y));
        var (width, height) = (corners.Max(c => c.X) - left, corners.Max(c => c.Y) - bottom);
        if (width <= 0 || height <= 0)
        {
            return null;
        }

        var across = Math.Abs(rectangle[2] - rectangle[0]) / width;
        var up = Math.Abs(rectangle[3] - rectangle[1]) / height;
        return TransformationMatrix.FromArray([
            across,
            0,
            0,
            up,
            Math.Min(rectangle[0], rectangle[2]) - (left * across),
            Math.Min(rectangle[1], rectangle[3]) - (bottom * up),
        ]);
    }
}

/// <summary>What a viewer shows of an annotation.</summary>
/// <param name="Stream">Its content.</param>
/// <param name="Place">The matrix that puts it in its place (ISO 32000-1, 12.5.5).</param>
/// <param name="Strikes">Whether its lines strike words; those of others frame a part of the page and part nothing in it.</param>
internal sealed record Appearance(StreamToken Stream, TransformationMatrix Place, bool Strikes);
