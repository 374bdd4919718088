namespace Kompass.Mining.Reports;

/// <summary>What a note speaks of, and of which area or sub-question.</summary>
internal readonly record struct Subject(About About, int? Area = null, string? Question = null)
{
    public static Subject Document { get; } = new(About.Document);

    public static Subject Total { get; } = new(About.Total);
}

/// <summary>Collects notes, figures written the same in every culture.</summary>
internal sealed class NoteList
{
    private readonly List<Note> _notes = [];

    /// <summary>The notes so far, in the order in which they were made.</summary>
    public IReadOnlyList<Note> All => _notes;

    /// <summary>Notes that were made elsewhere.</summary>
    public void Add(IEnumerable<Note> notes) => _notes.AddRange(notes);

    /// <summary>A value that is in doubt.</summary>
    public void Warn(
        string code,
        Subject subject,
        FormattableString message,
        Source? source = null
    ) => Add(code, Severity.Warning, subject, message, source);

    /// <summary>What is worth knowing of a value that is in no doubt.</summary>
    public void Inform(string code, Subject subject, FormattableString message) =>
        Add(code, Severity.Info, subject, message, null);

    /// <summary>A sum that is not the printed value, which rounding explains or does not.</summary>
    /// <param name="codes">Where rounding explains it, and where it does not.</param>
    /// <param name="isExplained">Which of them.</param>
    /// <param name="subject">Whose sum.</param>
    /// <param name="parts">What adds up to it, in words: <c>the areas</c>.</param>
    /// <param name="sum">To what they add up.</param>
    /// <param name="printed">What is printed.</param>
    /// <param name="source">Where.</param>
    public void Sum(
        (string Explained, string Differs) codes,
        bool isExplained,
        Subject subject,
        string parts,
        decimal sum,
        decimal printed,
        Source source
    ) =>
        Add(
            isExplained ? codes.Explained : codes.Differs,
            isExplained ? Severity.Info : Severity.Warning,
            subject,
            $"{parts} add up to {sum}, {printed} is {(source.Via == Via.Correction ? "set by a correction" : "printed")}; rounding {(isExplained ? "explains it" : "does not explain it")}",
            source
        );

    private void Add(
        string code,
        Severity severity,
        Subject subject,
        FormattableString message,
        Source? source
    ) =>
        _notes.Add(
            new Note(
                code,
                severity,
                subject.About,
                subject.Area,
                subject.Question,
                Invariant(message),
                source
            )
        );
}
