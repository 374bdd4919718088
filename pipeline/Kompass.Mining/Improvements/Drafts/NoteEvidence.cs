namespace Kompass.Mining.Improvements.Drafts;

/// <summary>A sentence of the municipality's own papers that speaks of a sub-question.</summary>
/// <param name="Question">Code of the sub-question.</param>
/// <param name="Area">Its area.</param>
/// <param name="File">Name of the paper, without its folder.</param>
/// <param name="Place">Where in it: <c>s. 3</c>, <c>stycke 12</c>.</param>
/// <param name="Text">The sentence, word for word.</param>
/// <param name="Stance">Whether it speaks of something in place or of something missing.</param>
public sealed record NoteEvidence(
    string Question,
    int Area,
    string File,
    string Place,
    string Text,
    Stance Stance
);

/// <summary>What a sentence says of its matter.</summary>
public enum Stance
{
    /// <summary>Something is in place or works.</summary>
    InPlace,

    /// <summary>Something is missing, weak or wanted.</summary>
    Missing,

    /// <summary>Its words do not tell.</summary>
    Open,
}
