using System.Xml;

namespace Kompass.Mining.Improvements.Office;

/// <summary>Text as XML 1.0 allows it: what may not stand there (control characters of a damaged source, halves of surrogate pairs) is left out.</summary>
internal static class PlainXml
{
    public static string Of(string text)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                kept.Append(text[i]);
            }
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                kept.Append(text[i]).Append(text[++i]);
            }
        }

        return kept.ToString();
    }
}
