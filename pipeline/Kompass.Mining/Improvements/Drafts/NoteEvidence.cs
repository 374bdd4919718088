namespace Kompass.Mining.Improvements.Drafts;

/// <summary>A sentence of the municipality's own papers that speaks of a sub-question.</summary>
/// <param name="Question">Code of the sub-question; number of the area, where those of the edition are not known.</param>
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
)
{
    /// <summary>Whether it stands beside a whole area, placed there by the area of another edition that is like it.</summary>
    [JsonIgnore]
    internal bool IsOnWholeArea => !Question.Contains('.', StringComparison.Ordinal);

    /// <summary>What stands before the quotation, in Swedish: <c>1.4, tyder på att det saknas: </c>; empty where there is nothing to say.</summary>
    [JsonIgnore]
    internal string Label
    {
        get
        {
            var says = Stance switch
            {
                Stance.InPlace => "tyder på att det finns",
                Stance.Missing => "tyder på att det saknas",
                _ => "",
            };
            var told = string.Join(
                ", ",
                new[] { IsOnWholeArea ? "" : Question, says }.Where(t => t.Length > 0)
            );
            return told.Length == 0 ? "" : SwedishNumbers.UpperFirst(told) + ": ";
        }
    }
}

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
