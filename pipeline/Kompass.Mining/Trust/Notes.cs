using Kompass.Mining.Reports;

namespace Kompass.Mining.Trust;

/// <summary>What was noted of a record, counted.</summary>
internal sealed class Notes(IReadOnlyList<Note> notes)
{
    /// <summary>Warnings on values.</summary>
    public int All { get; } = notes.Count(n => IsWarning(n) && n.About != About.Document);

    /// <summary>Warnings on the document that bear on how it was read; that a municipality is not among the 290 does not.</summary>
    public int OfDocument { get; } =
        notes.Count(n =>
            IsWarning(n) && n.About == About.Document && n.Code != NoteCode.MunicipalityUnknown
        );

    /// <summary>Warnings that name a value, or all values of its kind in its area.</summary>
    public int Warnings(About about, int? area, string? question) =>
        notes.Count(n => IsWarning(n) && Names(n, about, area, question));

    /// <summary>Differences that rounding explains.</summary>
    public int Explained(About about, int? area, string? question) =>
        notes.Count(n => !IsWarning(n) && Names(n, about, area, question));

    /// <summary>Warnings on anything in an area.</summary>
    public int OfArea(int area) => notes.Count(n => IsWarning(n) && n.Area == area);

    /// <summary>Warnings of a code on the lists of an area.</summary>
    public int Of(string code, int area) => notes.Count(n => n.Code == code && n.Area == area);

    private static bool IsWarning(Note note) => note.Severity == Severity.Warning;

    private static bool Names(Note note, About about, int? area, string? question) =>
        note.About == about
        && (note.Area is null || area is null || note.Area == area)
        && (note.Question is null || note.Question == question);
}
