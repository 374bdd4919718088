namespace Kompass.Mining.Improvements.Feedback;

/// <summary>Where a line of an edited draft stands.</summary>
internal enum EditedPlace
{
    /// <summary>In the column Styrkor.</summary>
    Strengths,

    /// <summary>In the column Förbättringsmöjligheter.</summary>
    Improvements,

    /// <summary>In the area, but in neither list.</summary>
    OwnWords,
}

/// <summary>A paragraph of an area as it stands after editing.</summary>
/// <param name="Area">Number of the area.</param>
/// <param name="Place">In which list, or beside them.</param>
/// <param name="Mark">The mark of the suggestion that it is or was, or null.</param>
/// <param name="Text">Its text, tracked changes accepted; never empty.</param>
internal sealed record EditedLine(int Area, EditedPlace Place, string? Mark, string Text);
