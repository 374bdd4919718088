namespace Kompass.Mining.Improvements.Drafts;

/// <summary>Where a Word document carries the draft that it was written from: in its own properties, which every program keeps in every format.</summary>
internal static class EmbeddedDraft
{
    /// <summary>Name of the property that holds the draft's id.</summary>
    public const string PropertyName = "KompassDraft";

    /// <summary>Names of the properties that hold the packed <see cref="DraftBaseline"/> begin so; a number of three digits follows.</summary>
    public const string BaselineProperty = "KompassBaseline";

    /// <summary>Most characters of one property: what Word's own dialogue allows.</summary>
    public const int MostCharacters = 255;

    /// <summary>Who wrote a document that nobody has edited.</summary>
    public const string Creator = "Kompass Mining";
}
