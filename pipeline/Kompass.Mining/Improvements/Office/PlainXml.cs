using System.Xml;

namespace Kompass.Mining.Improvements.Office;

/// <summary>Text as XML 1.0 allows it: what may not stand there (control characters of a damaged source, halves of surrogate pairs) is left out.</summary>
internal static class PlainXml
{
    public static string Of(string text) =>
        string.Concat(
            text.Where(
                (c, i) =>
                    XmlConvert.IsXmlChar(c)
                    || (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], c))
                    || (i > 0 && XmlConvert.IsXmlSurrogatePair(c, text[i - 1]))
            )
        );
}
