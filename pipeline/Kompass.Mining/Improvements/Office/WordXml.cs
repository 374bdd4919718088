using System.Xml.Linq;

namespace Kompass.Mining.Improvements.Office;

/// <summary>WordprocessingML (ISO/IEC 29500-1, part 17) by its own names: <c>p</c> is a paragraph, <c>pPr</c> its properties, <c>tc</c> a cell.</summary>
internal static class WordXml
{
    private static readonly XNamespace Namespace =
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>The full name of an element or attribute.</summary>
    public static XName W(string name) => Namespace + name;

    /// <summary>Whether an element is one of these.</summary>
    public static bool Is(this XElement element, params ReadOnlySpan<string> names) =>
        element.Name.Namespace == Namespace && names.Contains(element.Name.LocalName);

    /// <summary>The first element at the end of a way of names, or null.</summary>
    public static XElement? Find(this XElement element, params ReadOnlySpan<string> way)
    {
        var found = element;
        foreach (var name in way)
        {
            found = found?.Element(W(name));
        }

        return found;
    }

    /// <summary>An attribute's value, empty where there is none.</summary>
    public static string Get(this XElement? element, string attribute = "val") =>
        (string?)element?.Attribute(W(attribute)) ?? "";
}
