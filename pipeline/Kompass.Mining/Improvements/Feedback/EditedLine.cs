namespace Kompass.Mining.Improvements.Feedback;

/// <summary>A paragraph of an edited draft, or the part of one that belongs to a mark.</summary>
/// <param name="Index">Its place in the document, from 0.</param>
/// <param name="Container">What it stands in: a table's cell, or the text under one heading. Neighbours share it.</param>
/// <param name="Area">Number of the area whose heading stands above it, or null.</param>
/// <param name="List">The list whose head stands above it, or null where no head says so.</param>
/// <param name="Head">What else stands above it as a head may: the head of its column, or the last paragraph that is no item.</param>
/// <param name="IsItem">Whether it is an item of a list: it has a bullet, or stands in a table.</param>
/// <param name="Mark">The mark that it carries, or null.</param>
/// <param name="Text">Its text, tracked changes accepted; empty where a marked paragraph was struck.</param>
/// <param name="Comment">The comments in the margin that are anchored in it, or null.</param>
/// <param name="IsInOwnPlace">Whether it stands in the place for own words.</param>
/// <param name="IsInScoreBox">Whether it stands in the box with an area's points.</param>
internal sealed record EditedLine(
    int Index,
    int Container,
    int? Area,
    FindingKind? List,
    string? Head,
    bool IsItem,
    string? Mark,
    string Text,
    string? Comment = null,
    bool IsInOwnPlace = false,
    bool IsInScoreBox = false
);
