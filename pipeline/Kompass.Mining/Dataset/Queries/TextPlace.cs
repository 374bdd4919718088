namespace Kompass.Mining.Dataset.Queries;

/// <summary>Where in the reports texts stand.</summary>
public enum TextPlace
{
    /// <summary>Items of the lists: findings.</summary>
    Lists,

    /// <summary>Sentences of the prose that praise or name an improvement area.</summary>
    Remarks,

    /// <summary>Paragraphs of the prose.</summary>
    Prose,
}
