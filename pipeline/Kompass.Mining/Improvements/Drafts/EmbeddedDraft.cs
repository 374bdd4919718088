using System.Xml.Linq;

namespace Kompass.Mining.Improvements.Drafts;

/// <summary>Where a Word document carries the draft that it was written from.</summary>
internal static class EmbeddedDraft
{
    /// <summary>Name of the property that holds the draft's id: it outlives programs that drop custom parts.</summary>
    public const string PropertyName = "KompassDraft";

    /// <summary>Root of the custom part whose text is the draft as JSON.</summary>
    public static XName Name { get; } = XName.Get("draft", "urn:kompass-mining:draft:1");
}
