using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Kompass.Mining.PdfPig;

/// <summary>
/// Which layers of a document are switched off where it is opened (optional content; ISO 32000-1, 8.11). A layer is told by its dictionary's name, as PDF readers
/// show it.
/// </summary>
/// <param name="scanner">Finds the document's objects.</param>
/// <param name="off">Names of the layers that are off.</param>
internal sealed class LayerStates(IPdfTokenScanner scanner, IReadOnlySet<string> off)
{
    /// <summary>The states that a document's catalog sets.</summary>
    public static LayerStates Of(DictionaryToken catalog, IPdfTokenScanner scanner)
    {
        var off = new HashSet<string>(StringComparer.Ordinal);
        var states = new LayerStates(scanner, off);
        if (
            states.Resolve(Get(catalog, "OCProperties")) is DictionaryToken properties
            && states.Resolve(Get(properties, "D")) is DictionaryToken normal
        )
        {
            if (states.Resolve(Get(normal, "BaseState")) is NameToken { Data: "OFF" })
            {
                off.UnionWith(states.Names(Get(properties, "OCGs")));
                off.ExceptWith(states.Names(Get(normal, "ON")));
            }

            off.UnionWith(states.Names(Get(normal, "OFF")));
        }

        return states;
    }

    /// <summary>Whether a picture or a form belongs to a layer that is off.</summary>
    public bool IsOff(DictionaryToken stream) =>
        off.Count > 0 && Resolve(Get(stream, "OC")) is DictionaryToken layer && IsOffLayer(layer);

    /// <summary>Whether a layer, or a membership of layers, is off.</summary>
    public bool IsOffLayer(DictionaryToken layer)
    {
        if (off.Count == 0)
        {
            return false;
        }

        if (Get(layer, "OCGs") is not { } members)
        {
            return NameOf(layer) is { } name && off.Contains(name);
        }

        var states = Names(members).Select(n => !off.Contains(n)).ToList();
        return states.Count > 0
            && !(
                (Resolve(Get(layer, "P")) as NameToken)?.Data switch
                {
                    "AllOn" => states.TrueForAll(on => on),
                    "AnyOff" => states.Exists(on => !on),
                    "AllOff" => states.TrueForAll(on => !on),
                    _ => states.Exists(on => on),
                }
            );
    }

    private IEnumerable<string> Names(IToken? layers) => (
            Resolve(layers) is ArrayToken array ? array.Data
            : layers is null ? []
            : [layers]
        ).Select(Resolve).OfType<DictionaryToken>().Select(NameOf).OfType<string>();

    private string? NameOf(DictionaryToken layer) =>
        (Resolve(Get(layer, "Name")) as IDataToken<string>)?.Data;

    private IToken? Resolve(IToken? token) =>
        token is IndirectReferenceToken reference ? scanner.Get(reference.Data)?.Data : token;

    private static IToken? Get(DictionaryToken dictionary, string name) =>
        dictionary.Data.GetValueOrDefault(name);
}
