namespace Kompass.Mining.Reports;

/// <summary>Collects the notes on scores, figures written the same in every culture.</summary>
internal sealed class ScoreNotes
{
    private readonly List<Note> _notes = [];

    /// <summary>The notes so far, in the order in which they were made.</summary>
    public IReadOnlyList<Note> All => _notes;

    /// <summary>A value that is in doubt.</summary>
    public void Warn(
        string code,
        About about,
        int? area,
        string? question,
        FormattableString message,
        Source? source
    ) =>
        _notes.Add(
            new Note(
                code,
                Severity.Warning,
                about,
                area,
                question,
                FormattableString.Invariant(message),
                source
            )
        );

    /// <summary>What is worth knowing of a value that is in no doubt.</summary>
    public void Inform(
        string code,
        About about,
        int? area,
        FormattableString message,
        Source? source
    ) =>
        _notes.Add(
            new Note(
                code,
                Severity.Info,
                about,
                area,
                null,
                FormattableString.Invariant(message),
                source
            )
        );
}
