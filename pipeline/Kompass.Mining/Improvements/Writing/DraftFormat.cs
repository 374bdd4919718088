namespace Kompass.Mining.Improvements.Writing;

/// <summary>The formats of a draft.</summary>
public enum DraftFormat
{
    /// <summary><c>.docx</c>: to work in; <c>kompass feedback</c> reads it back.</summary>
    Word,

    /// <summary><c>.md</c>.</summary>
    Markdown,

    /// <summary><c>.html</c>: one page with all it needs.</summary>
    Html,

    /// <summary><c>.json</c>: all figures and all evidence.</summary>
    Json,
}
